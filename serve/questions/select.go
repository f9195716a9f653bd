package questions

import (
	"context"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// selection is a question made ready for a catalogue: what many lines share has been
// judged once, so that of a line only numbers are looked up.
type selection struct {
	*asked
	c                            *catalogue
	what, status, when, document []bool      // by the number in the table; nil: all
	where, chain                 []bool      // the same
	sides, chains                [2][]bool   // for each party: whether it is among participants, or among speakers
	sentences                    map[at]bool // nil: all
}

// at is where a sentence stands.
type at struct{ document, sentence int32 }

// mostSentences is how many sentences may hold the words of a question that asks for other
// things too.
const mostSentences = 20_000

// selection makes a question ready.
func (d *Desk) selection(ctx context.Context, c *catalogue, q *Query) (*selection, error) {
	a, err := d.asked(q)
	if err != nil {
		return nil, err
	}
	if err := d.join(ctx, a); err != nil {
		return nil, err
	}
	s := &selection{asked: a, c: c}
	s.judge()
	if q.Text == "" {
		return s, nil
	}
	s.sentences = map[at]bool{}
	search := a.search
	search.Limit = mostSentences + 1
	for found, err := range d.store.Search(ctx, &search) {
		if err != nil {
			return nil, err
		}
		if document, known := c.numbers[found.Document.ID]; known {
			s.sentences[at{document, int32(found.Sentence.Index)}] = true
		}
		if len(s.sentences) > mostSentences {
			return nil, wrong("q: more than %d sentences hold these words; name more of them", mostSentences)
		}
	}
	return s, nil
}

// judge judges the values of the tables.
func (s *selection) judge() {
	c, q := s.c, &s.ask
	if len(q.Kinds)+len(q.Types)+len(s.Modes) > 0 {
		plain := ask.Query{Kinds: q.Kinds, Types: q.Types}
		s.what = judged(c.whats.values, func(w gist) bool {
			return plain.Match(&annals.Line{Kind: w.Kind, Type: w.Name, Mode: w.Mode}) && (len(s.Modes) == 0 || containsFold(s.Modes, w.Mode))
		})
	}
	if len(q.Status) > 0 {
		s.status = judged(c.whats.values, func(w gist) bool { return slices.Contains(q.Status, w.Status) })
	}
	if q.From != nil || q.To != nil {
		plain := ask.Query{From: q.From, To: q.To}
		s.when = judged(c.whens.values, func(w *annals.When) bool { return plain.Match(&annals.Line{When: w}) })
	}
	if q.SaidBy != (ask.Party{}) {
		s.chain = judged(c.chains.values, func(chain []annals.Attribution) bool { return isSpeaker(chain, q.SaidBy) })
	}
	for i, p := range s.parties {
		s.sides[i] = judged(c.sides.values, func(side []annals.Participant) bool {
			return slices.ContainsFunc(side, func(who annals.Participant) bool { return p.Is(&who) })
		})
		s.chains[i] = judged(c.chains.values, func(chain []annals.Attribution) bool { return isSpeaker(chain, p) })
	}
	if s.Place != "" {
		s.where = judged(c.wheres.values, func(all []annals.Place) bool { return slices.ContainsFunc(all, s.isPlace) })
	}
	if s.Source != "" {
		s.document = make([]bool, len(c.kept))
		for i, kept := range c.kept {
			s.document[i] = kept.Document.ID == s.Source || strings.EqualFold(kept.Document.Source, s.Source)
		}
	}
}

func judged[T any](values []T, is func(T) bool) []bool {
	out := make([]bool, len(values))
	for i, v := range values {
		out[i] = is(v)
	}
	return out
}

func isSpeaker(chain []annals.Attribution, p ask.Party) bool {
	return slices.ContainsFunc(chain, func(a annals.Attribution) bool { return p.Is(&a.Participant) })
}

// has looks a number up; nil has all.
func has(is []bool, number int32) bool { return is == nil || number != none && is[number] }

// match reports whether a row is asked for. The date and the status of an event are those
// that its reports have together.
func (s *selection) match(i int32) bool {
	r := &s.c.rows[i]
	if !has(s.what, r.what) || !has(s.when, r.placed) || !has(s.document, r.document) || !has(s.where, r.where) || !has(s.chain, r.saidBy) {
		return false
	}
	if s.status != nil && !s.matchStatus(r) {
		return false
	}
	if s.sentences != nil && !s.sentences[at{r.document, r.sentence}] {
		return false
	}
	for p := range s.parties {
		if !s.isParty(p, r) {
			return false
		}
	}
	if len(s.parties) < 2 {
		return true
	}
	line := s.c.thin(i)
	between := ask.Query{Between: s.parties}
	return between.Match(&line)
}

func (s *selection) matchStatus(r *row) bool {
	if r.event == none {
		return s.status[r.what]
	}
	status := s.c.events[r.event].Status
	if s.c.events[r.event].Denied {
		status = annals.Negated
	}
	return slices.Contains(s.ask.Status, status)
}

func (s *selection) isParty(p int, r *row) bool {
	if r.actor != none && s.sides[p][r.actor] || r.recipient != none && s.sides[p][r.recipient] {
		return true
	}
	return r.saidBy != none && s.chains[p][r.saidBy] && s.c.whats.values[r.what].Kind == annals.Claim
}

// isAll reports whether all rows are asked for.
func (s *selection) isAll() bool {
	return s.what == nil && s.status == nil && s.when == nil && s.document == nil && s.where == nil && s.chain == nil &&
		s.sentences == nil && len(s.parties) == 0
}

// rows returns the rows that are asked for, in order of time.
func (s *selection) rows() []int32 {
	var out []int32
	for i := range s.c.rows {
		if s.match(int32(i)) {
			out = append(out, int32(i))
		}
	}
	return out
}

// chosen returns the rows that are asked for, in order of time, and the catalogue that
// they are of.
func (d *Desk) chosen(ctx context.Context, q *Query) (*catalogue, []int32, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, nil, err
	}
	s, err := d.selection(ctx, c, q)
	if err != nil {
		return nil, nil, err
	}
	return c, s.rows(), nil
}
