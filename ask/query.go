package ask

import (
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
)

// Query says which lines are asked for. The zero value asks for all of them.
type Query struct {
	Between []Party         // if two: lines to which both are parties
	From    *Day            // lines that may lie on this day or later
	To      *Day            // lines that may lie on this day or earlier
	Types   []string        // types or modes, in any case: "ASSAULT", "visit"
	SaidBy  Party           // if not zero: lines in whose chain of attribution it stands
	Status  []annals.Status // lines with one of these
	Kinds   []annals.Kind   // lines of one of these
}

// Party is somebody who takes part: a country, an organization or a person. A
// participant is the party if any of the fields matches.
type Party struct {
	Name    string // matches whole words of a participant's name or words, case and accents aside; may be empty
	ID      string // matches whoever was resolved to it; may be empty
	Country string // ISO 3166-1 alpha-3; matches everybody of that country; may be empty

	Remaining string // the id that ID was joined to, which matches too; see Query.Join
}

// Join has parties that are asked for by an id that was joined to another match who has the
// one that remains.
func (q *Query) Join(aliases []actors.Alias) {
	if q == nil {
		return
	}
	all := []*Party{&q.SaidBy}
	for i := range q.Between {
		all = append(all, &q.Between[i])
	}
	for i := range aliases {
		for _, p := range all {
			if p.ID != "" && p.ID == aliases[i].ID {
				p.Remaining = aliases[i].Of
			}
		}
	}
}

// NamesIDs reports whether the query names somebody by an id that may have been joined to another.
func (q *Query) NamesIDs() bool {
	is := func(p Party) bool { return p.ID != "" && p.Country == "" }
	return q != nil && (is(q.SaidBy) || slices.ContainsFunc(q.Between, is))
}

// Match reports whether a line is asked for. An undated line is not where days
// are asked for, because nothing says that it lies there.
func (q *Query) Match(line *annals.Line) bool {
	if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, line.Kind) {
		return false
	}
	if len(q.Status) > 0 && !slices.Contains(q.Status, line.Status) {
		return false
	}
	if len(q.Types) > 0 && !slices.ContainsFunc(q.Types, func(t string) bool { return isOfType(line, t) }) {
		return false
	}
	if q.From != nil || q.To != nil {
		if s := spanOf(line); !s.isDated() || !s.overlaps(q.From, q.To) {
			return false
		}
	}
	if q.SaidBy != (Party{}) && !saidBy(line, q.SaidBy) {
		return false
	}
	return len(q.Between) != 2 || isBetween(line, q.Between[0], q.Between[1])
}

func isOfType(line *annals.Line, name string) bool {
	return strings.EqualFold(line.Type, name) || strings.EqualFold(line.Mode, name)
}

func saidBy(line *annals.Line, p Party) bool {
	return slices.ContainsFunc(line.SaidBy, func(a annals.Attribution) bool { return p.is(&a.Participant) })
}

// isBetween reports whether two different participants are the two parties, in
// whatever direction. In a claim the speakers take part too: they make it.
func isBetween(line *annals.Line, a, b Party) bool {
	all := slices.Concat(line.Actor, line.Recipient)
	if line.Kind == annals.Claim {
		for i := range line.SaidBy {
			all = append(all, line.SaidBy[i].Participant)
		}
	}
	for i := range all {
		for j := range all {
			if i != j && a.is(&all[i]) && b.is(&all[j]) {
				return true
			}
		}
	}
	return false
}

// is reports whether a participant is the party or belongs to it.
func (p Party) is(who *annals.Participant) bool {
	if p.Country != "" && who.Country == p.Country {
		return true
	}
	if p.ID != "" && who.ID == p.ID || p.Remaining != "" && who.ID == p.Remaining {
		return true
	}
	return p.Name != "" && (hasWords(who.Name, p.Name) || hasWords(who.Text, p.Name))
}
