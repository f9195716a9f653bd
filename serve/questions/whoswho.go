package questions

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// actors returns who is in rows, as ask.Actors does of lines, but counts what many lines
// share at once: the whole record's million lines have some thousand actors. Of lines and
// documents it names the first.
func (c *catalogue) actors(rows []int32) []ask.ActorEntry {
	w := &whosWho{c: c, byKey: map[string]*someone{}, sides: make([][]*someone, len(c.sides.values)), chains: make([][]*someone, len(c.chains.values))}
	w.days = make([]ends, len(c.whens.values))
	for i, when := range c.whens.values {
		w.days[i] = endsOf(when)
	}
	for _, i := range c.asAdded(rows) {
		r := &c.rows[i]
		for _, s := range w.side(r.actor) {
			s.Acts++
			w.note(s, r)
		}
		for _, s := range w.side(r.recipient) {
			s.Bears++
			w.note(s, r)
		}
		for _, s := range w.chain(r.saidBy) {
			s.Says++
			w.note(s, r)
		}
	}
	out := make([]ask.ActorEntry, 0, len(w.byKey))
	for _, s := range w.byKey {
		out = append(out, s.ActorEntry)
	}
	count := func(a *ask.ActorEntry) int { return a.Acts + a.Bears + a.Says }
	slices.SortFunc(out, func(a, b ask.ActorEntry) int {
		return cmp.Or(cmp.Compare(count(&b), count(&a)), strings.Compare(a.Name, b.Name), strings.Compare(a.Key, b.Key))
	})
	return out
}

// whosWho are the actors of rows in the making.
type whosWho struct {
	c             *catalogue
	byKey         map[string]*someone
	sides, chains [][]*someone // by their numbers; nil until they are met
	days          []ends       // of the dates
}

// someone is an actor in the making.
type someone struct {
	ask.ActorEntry
	first, last     ask.Day
	isFirst, isLast bool  // whether there is such a day
	line, doc       int32 // where it was met last
}

// ends are the first and the last possible day of a date.
type ends struct {
	first, last       ask.Day
	hasFirst, hasLast bool
	edtf              string
}

func endsOf(when *annals.When) ends {
	first, _, noFirst := ask.ParseDays(when.From)
	_, last, noLast := ask.ParseDays(when.To)
	return ends{first, last, noFirst == nil, noLast == nil, when.EDTF}
}

// side returns who is on a side, each once.
func (w *whosWho) side(number int32) []*someone {
	if number == none {
		return nil
	}
	if w.sides[number] == nil {
		for i := range w.c.sides.values[number] {
			w.sides[number] = w.meet(w.sides[number], &w.c.sides.values[number][i])
		}
	}
	return w.sides[number]
}

// chain returns who is in a chain, once for each time that it speaks.
func (w *whosWho) chain(number int32) []*someone {
	if number == none {
		return nil
	}
	if w.chains[number] == nil {
		for i := range w.c.chains.values[number] {
			w.chains[number] = append(w.chains[number], w.meet(nil, &w.c.chains.values[number][i].Participant)...)
		}
	}
	return w.chains[number]
}

// meet notes what a participant is called, and adds who it is to others.
func (w *whosWho) meet(all []*someone, p *annals.Participant) []*someone {
	key := ask.KeyOf(p)
	if key == "" {
		return all
	}
	s := w.byKey[key]
	if s == nil {
		s = &someone{ActorEntry: ask.ActorEntry{Key: key, Name: ask.NameOf(p)}, line: none, doc: none}
		w.byKey[key] = s
	}
	s.Country = cmp.Or(s.Country, p.Country)
	for _, sector := range p.Sector {
		keep(&s.Sectors, sector)
	}
	keep(&s.Roles, p.Role)
	keep(&s.Words, p.Text)
	if slices.Contains(all, s) {
		return all
	}
	return append(all, s)
}

// keep appends a value to a list that it is not in.
func keep(list *[]string, value string) {
	if value != "" && !slices.Contains(*list, value) {
		*list = append(*list, value)
	}
}

// note notes where and when an actor is met.
func (w *whosWho) note(s *someone, r *row) {
	if s.line != r.added {
		s.line = r.added
		if len(s.Lines) < mostIDs {
			s.Lines = append(s.Lines, r.id)
		}
	}
	if s.doc != r.document {
		s.doc = r.document
		if len(s.Documents) < mostIDs {
			s.Documents = append(s.Documents, w.c.kept[r.document].Document.ID)
		}
	}
	if r.when == none {
		return
	}
	d := &w.days[r.when]
	if d.hasFirst && (!s.isFirst || d.first < s.first) {
		s.first, s.isFirst, s.First = d.first, true, d.edtf
	}
	if d.hasLast && (!s.isLast || d.last > s.last) {
		s.last, s.isLast, s.Last = d.last, true, d.edtf
	}
}
