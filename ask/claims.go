package ask

import (
	"cmp"
	"slices"
	"strings"

	"annals"
)

// Proposition is something that is said, with all who say it or say otherwise.
type Proposition struct {
	Contested  bool                 `json:"contested"` // somebody asserts or confirms it, and somebody denies or doubts it
	Kind       annals.Kind          `json:"kind"`
	Type       string               `json:"type,omitempty"`
	Mode       string               `json:"mode,omitempty"`
	Actor      []annals.Participant `json:"actor,omitempty"`
	Recipient  []annals.Participant `json:"recipient,omitempty"`
	Date       string               `json:"date,omitempty"` // EDTF, of what is said; the most precise of its lines
	Words      string               `json:"words"`          // of states and claims the words of what is said, of events the word that carries it
	Reports    int                  `json:"reports"`        // lines
	Documents  int                  `json:"documents"`      // that tell it
	Sources    int                  `json:"sources"`        // independent ones
	EventIDs   []string             `json:"event_ids,omitempty"`
	Statements []Statement          `json:"statements"` // in the order in which they were published, else of their lines
}

// Statement is what one speaker says of a proposition, with all lines that report it: who
// says so, and how. Where nobody is named the documents say so.
type Statement struct {
	Position Position             `json:"position"`
	SaidBy   []annals.Attribution `json:"said_by,omitempty"` // outermost first; of its first line
	Date     string               `json:"date,omitempty"`    // EDTF, of the statement
	Sources  int                  `json:"sources"`           // independent ones that report it
	Lines    []*annals.Line       `json:"lines"`
}

// Position is where a speaker stands to a proposition. The stance of the innermost
// speaker decides, and where that is no more than saying, the status of the line.
type Position string

// The positions. Supposes is for what is only said to be possible.
const (
	Asserts  Position = "asserts"
	Confirms Position = "confirms"
	Denies   Position = "denies"
	Doubts   Position = "doubts"
	Supposes Position = "supposes"
)

// Claims returns what is said, each proposition with all who say it, contested ones
// first, then those that are only denied or doubted, then those with the most
// sources, then in the order of the lines.
//
// Lines tell the same proposition if they report one event, or one an event and the other
// its denial; if they have the same type and parties, modes that do not differ and dates that
// may be the same; claims, which have no type, if they have
// the same words. What is foretold is another proposition than what is told. A line that
// nobody is named for counts beside those of named speakers: its document says so. Only
// propositions of which a line is asked for are there.
func Claims(told *Told, q *Query) []Proposition {
	var all []*proposition
	byKey := map[string][]*proposition{}
	units := told.units()
	said := saidKeys(units)
	for _, unit := range units {
		keys := propositionKeys(unit)
		if !slices.ContainsFunc(keys, func(key string) bool { return said[key] }) {
			continue
		}
		unit = slices.DeleteFunc(unit, func(line *annals.Line) bool {
			return !isAttributed(line) && line.Status != annals.Actual && line.Status != annals.Negated
		})
		if len(unit) == 0 {
			continue
		}
		var p *proposition
		for _, key := range keys {
			if at := slices.IndexFunc(byKey[key], func(p *proposition) bool { return p.admitsAll(unit) }); at >= 0 {
				p = byKey[key][at]
				break
			}
		}
		if p == nil {
			p = &proposition{}
			all = append(all, p)
		}
		for _, line := range unit {
			p.add(line, spanOf(line), q)
		}
		for _, key := range keys {
			if !slices.Contains(byKey[key], p) {
				byKey[key] = append(byKey[key], p)
			}
		}
	}
	var out []Proposition
	for _, p := range all {
		if p.asked && p.attributed {
			out = append(out, p.close(told))
		}
	}
	slices.SortStableFunc(out, func(a, b Proposition) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(b.Sources, a.Sources), cmp.Compare(len(b.Statements), len(a.Statements)))
	})
	return out
}

// units returns the lines that certainly tell one thing: those of an event with those of
// its denials; any other line alone. Their order is that of their first lines.
func (t *Told) units() [][]*annals.Line {
	var out [][]*annals.Line
	done := map[string]bool{} // events, by id
	for i := range t.Lines {
		line := &t.Lines[i]
		e := t.EventOf(line.ID)
		if line.Kind != annals.Event || e == nil {
			out = append(out, []*annals.Line{line})
			continue
		}
		if done[e.ID] {
			continue
		}
		var unit []*annals.Line
		for _, event := range t.withDenials(e) {
			if !done[event.ID] {
				done[event.ID] = true
				unit = append(unit, t.inOrder(event)...)
			}
		}
		out = append(out, unit)
	}
	return out
}

// withDenials returns an event, what happened if it is a denial, and the denials of that.
func (t *Told) withDenials(e *Event) []*Event {
	all := []*Event{e}
	for i := 0; i < len(all); i++ {
		for j := range all[i].Links {
			other := t.Event(all[i].Links[j].Event)
			if other != nil && isDenial(all[i]) != isDenial(other) && isFact(all[i]) != isFact(other) && !slices.Contains(all, other) {
				all = append(all, other)
			}
		}
	}
	return all
}

func isDenial(e *Event) bool { return e.told() == annals.Negated }
func isFact(e *Event) bool   { return e.told() == annals.Actual }

// inOrder returns the lines of an event as they came.
func (t *Told) inOrder(e *Event) []*annals.Line {
	return slices.SortedFunc(slices.Values(e.Lines), func(a, b *annals.Line) int { return cmp.Compare(t.number[a.ID], t.number[b.ID]) })
}

// saidKeys returns the keys of lines that somebody is named for; most lines share
// none, and need not be compared with each other.
func saidKeys(units [][]*annals.Line) map[string]bool {
	said := map[string]bool{}
	for _, unit := range units {
		if slices.ContainsFunc(unit, isAttributed) {
			for _, key := range propositionKeys(unit) {
				said[key] = true
			}
		}
	}
	return said
}

// isAttributed reports whether a line is told as what somebody says.
func isAttributed(line *annals.Line) bool { return len(line.SaidBy) > 0 || line.Kind == annals.Claim }

// proposition is a Proposition in the making.
type proposition struct {
	lines             []*annals.Line
	when              []span // of the lines
	asked, attributed bool
}

// propositionKeys returns the keys of lines, each once.
func propositionKeys(lines []*annals.Line) []string {
	var keys []string
	for _, line := range lines {
		if key := propositionKey(line); !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

// propositionKey is what lines of the same proposition share. Who does what nobody
// names, or is named alone, can't be told from another: such lines stand alone, by
// their id.
func propositionKey(line *annals.Line) string {
	parts := []string{string(line.Kind), line.Type}
	if line.Status == annals.Future {
		parts = append(parts, "future")
	}
	switch {
	case line.Kind == annals.Claim && line.Text != "":
		parts = append(parts, folded(line.Text))
	case line.Kind == annals.State:
		parts = append(parts, strings.Join(keysOf(line.Actor), " "), folded(line.Text))
	case len(line.Actor) > 0 && len(line.Recipient) > 0:
		parts = append(parts, strings.Join(keysOf(line.Actor), " "), strings.Join(keysOf(line.Recipient), " "))
	case len(line.Actor) > 1: // they act on each other
		parts = append(parts, strings.Join(keysOf(line.Actor), " "), "")
	default:
		parts = append(parts, "line "+line.ID)
	}
	return strings.Join(parts, "\x00")
}

// admitsAll reports whether all lines may tell of the proposition.
func (p *proposition) admitsAll(lines []*annals.Line) bool {
	return !slices.ContainsFunc(lines, func(line *annals.Line) bool { return !p.admits(line, spanOf(line)) })
}

// admits reports whether mode and date of a line may be those of all lines so far.
func (p *proposition) admits(line *annals.Line, when span) bool {
	for i, other := range p.lines {
		if line.Mode != "" && other.Mode != "" && line.Mode != other.Mode {
			return false
		}
		if theirs := p.when[i]; when.isDated() && theirs.isDated() && !when.overlaps(theirs.from, theirs.to) {
			return false
		}
	}
	return true
}

func (p *proposition) add(line *annals.Line, when span, q *Query) {
	p.lines, p.when = append(p.lines, line), append(p.when, when)
	p.asked = p.asked || q.Match(line)
	p.attributed = p.attributed || isAttributed(line)
}

// close says who stands where.
func (p *proposition) close(told *Told) Proposition {
	slices.SortStableFunc(p.lines, func(a, b *annals.Line) int {
		published := told.Documents[a.Document].Published
		if published == "" || published != told.Documents[b.Document].Published {
			return strings.Compare(published, told.Documents[b.Document].Published)
		}
		return strings.Compare(a.Document, b.Document)
	})
	first := p.lines[max(0, slices.IndexFunc(p.lines, isAsserted))]
	out := Proposition{
		Kind: first.Kind, Type: first.Type, Actor: first.Actor, Recipient: first.Recipient, Words: wordsOf(first), Reports: len(p.lines),
	}
	narrowest := openWidth
	for _, line := range p.lines {
		out.Mode = cmp.Or(out.Mode, line.Mode)
		if e := entryOf(line); e.place == placeDated && (out.Date == "" || e.width < narrowest) {
			out.Date, narrowest = line.When.EDTF, e.width
		}
		if e := told.EventOf(line.ID); e != nil && line.Kind == annals.Event && !slices.Contains(out.EventIDs, e.ID) {
			out.EventIDs = append(out.EventIDs, e.ID)
		}
		out.state(line)
	}
	for i := range out.Statements {
		s := &out.Statements[i]
		_, s.Sources = told.sources(s.Lines)
	}
	out.Documents, out.Sources = told.sources(p.lines)
	has := func(positions ...Position) bool {
		return slices.ContainsFunc(out.Statements, func(s Statement) bool { return slices.Contains(positions, s.Position) })
	}
	out.Contested = has(Asserts, Confirms) && has(Denies, Doubts)
	return out
}

// isAsserted reports whether a line tells something as being so.
func isAsserted(line *annals.Line) bool {
	position := PositionOf(line)
	return position == Asserts || position == Confirms
}

// state puts a line to the statement that it reports: the same speakers say the same of
// it, and not on days that differ.
func (p *Proposition) state(line *annals.Line) {
	position, on := PositionOf(line), saidOn(line)
	for i := range p.Statements {
		s := &p.Statements[i]
		if s.Position == position && sameSpeakers(s.SaidBy, line.SaidBy) && (s.Date == "" || on == "" || s.Date == on) {
			s.Lines = append(s.Lines, line)
			s.Date = cmp.Or(s.Date, on)
			return
		}
	}
	p.Statements = append(p.Statements, Statement{Position: position, SaidBy: line.SaidBy, Date: on, Lines: []*annals.Line{line}})
}

// sameSpeakers reports whether two chains name the same speakers, who are known, in the
// same order. Who nobody names may be anybody.
func sameSpeakers(a, b []annals.Attribution) bool {
	return slices.EqualFunc(a, b, func(p, q annals.Attribution) bool {
		return (p.ID != "" || p.Name != "") && KeyOf(&p.Participant) == KeyOf(&q.Participant)
	})
}

// rank orders propositions: contested, denied, all others.
func (p *Proposition) rank() int {
	switch {
	case p.Contested:
		return 0
	case slices.ContainsFunc(p.Statements, func(s Statement) bool { return s.Position == Denies || s.Position == Doubts }):
		return 1
	}
	return 2
}

// PositionOf returns where the innermost speaker of a line, or its document, stands to
// what the line says.
func PositionOf(line *annals.Line) Position {
	stance := annals.States
	if n := len(line.SaidBy); n > 0 {
		stance = line.SaidBy[n-1].Stance
	}
	switch {
	case stance == annals.Denies:
		return Denies
	case stance == annals.Doubts:
		return Doubts
	case line.Status == annals.Negated:
		return Denies
	case line.Status == annals.Hypothetical:
		return Supposes
	case stance == annals.Confirms:
		return Confirms
	}
	return Asserts
}

// saidOn returns when the innermost speaker said so whose date is known, as EDTF.
func saidOn(line *annals.Line) string {
	for i := len(line.SaidBy) - 1; i >= 0; i-- {
		if when := line.SaidBy[i].When; when != nil && when.EDTF != "" {
			return when.EDTF
		}
	}
	return ""
}
