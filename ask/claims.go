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
	Statements []Statement          `json:"statements"`
}

// Statement is one line of a proposition: who says so, and how.
type Statement struct {
	Position Position             `json:"position"`
	SaidBy   []annals.Attribution `json:"said_by,omitempty"` // outermost first; empty where the document itself says so
	Date     string               `json:"date,omitempty"`    // EDTF, of the statement
	Line     *annals.Line         `json:"line"`
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
// statements, then in the order of the lines.
//
// Lines tell the same proposition if they have the same type and parties, modes that do
// not differ and dates that may be the same; claims, which have no type, if they have
// the same words. What is foretold is another proposition than what is told. A line that
// nobody is named for counts beside those of named speakers: its document says so. Only
// propositions of which a line is asked for are there.
func Claims(lines []annals.Line, q *Query) []Proposition {
	var all []*proposition
	byKey := map[string][]*proposition{}
	said := saidKeys(lines)
	for i := range lines {
		line := &lines[i]
		key := propositionKey(line)
		when := spanOf(line)
		if !said[key] || !isAttributed(line) && line.Status != annals.Actual && line.Status != annals.Negated {
			continue
		}
		at := slices.IndexFunc(byKey[key], func(p *proposition) bool { return p.admits(line, when) })
		if at < 0 {
			p := &proposition{}
			all = append(all, p)
			byKey[key] = append(byKey[key], p)
			at = len(byKey[key]) - 1
		}
		byKey[key][at].add(line, when, q)
	}
	var out []Proposition
	for _, p := range all {
		if p.asked && p.attributed {
			out = append(out, p.close())
		}
	}
	slices.SortStableFunc(out, func(a, b Proposition) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(len(b.Statements), len(a.Statements)))
	})
	return out
}

// saidKeys returns the keys of lines that somebody is named for; most lines share
// none, and need not be compared with each other.
func saidKeys(lines []annals.Line) map[string]bool {
	said := map[string]bool{}
	for i := range lines {
		if isAttributed(&lines[i]) {
			said[propositionKey(&lines[i])] = true
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
func (p *proposition) close() Proposition {
	first := p.lines[0]
	out := Proposition{
		Kind: first.Kind, Type: first.Type, Actor: first.Actor, Recipient: first.Recipient, Words: first.Text,
	}
	if out.Words == "" && first.Trigger != nil {
		out.Words = first.Trigger.Text
	}
	narrowest := openWidth
	for _, line := range p.lines {
		out.Mode = cmp.Or(out.Mode, line.Mode)
		if e := entryOf(line); e.place == placeDated && (out.Date == "" || e.width < narrowest) {
			out.Date, narrowest = line.When.EDTF, e.width
		}
		out.Statements = append(out.Statements, Statement{PositionOf(line), line.SaidBy, saidOn(line), line})
	}
	has := func(positions ...Position) bool {
		return slices.ContainsFunc(out.Statements, func(s Statement) bool { return slices.Contains(positions, s.Position) })
	}
	out.Contested = has(Asserts, Confirms) && has(Denies, Doubts)
	return out
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
