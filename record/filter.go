package record

import (
	"slices"
	"strings"

	"annals"
	"annals/record/merge"
)

// Filter says which lines are asked for. The zero value asks for all of them.
type Filter struct {
	ID      string          // lines whose id begins so, in lower case
	Parties []Party         // each must be a party to the line
	SaidBy  Party           // if not zero: somebody in the chain of attribution
	Types   []string        // types or modes, in any case: "ASSAULT", "visit"
	Kinds   []annals.Kind   // lines of one of these
	Status  []annals.Status // lines with one of these
	From    *Day            // lines that may lie on this day or later; undated lines do not
	To      *Day            // the same, or earlier
	Raw     bool            // lines as they were coded, without decisions and corrections; nothing to MatchEvent
	IDs     []string        // lines with one of these ids; events with one, or that such lines report
	Merged  bool            // events of several reports alone; nothing to Match

	Wordings []Wording // lines that one of these is about
}

// Party is a country with all who belong to it, or whoever was resolved to an id. A
// participant is the party if either matches; an empty field matches nobody.
type Party struct {
	Country, ID string

	Remaining string // where ID was joined to another id: that one, which matches too; stores fill it in
}

// IsAll reports whether a filter asks for all lines. A nil filter does.
func (f *Filter) IsAll() bool {
	return f == nil || f.ID == "" && len(f.IDs) == 0 && len(f.Parties) == 0 && f.SaidBy == (Party{}) && len(f.Types) == 0 &&
		len(f.Kinds) == 0 && len(f.Status) == 0 && len(f.Wordings) == 0 && f.From == nil && f.To == nil
}

// Match reports whether a line is asked for. Stores use it for what their indexes
// leave open, and their tests to know the right answer.
func (f *Filter) Match(line *annals.Line) bool {
	if f == nil {
		return true
	}
	if len(f.IDs) > 0 && !slices.Contains(f.IDs, line.ID) {
		return false
	}
	if !strings.HasPrefix(line.ID, f.ID) || !f.MatchType(line.Kind, line.Type, line.Mode) {
		return false
	}
	if len(f.Status) > 0 && !slices.Contains(f.Status, line.Status) || !f.worded(line) {
		return false
	}
	if f.From != nil || f.To != nil {
		if from, to := DaysOf(line); !overlap(from, to, f.From, f.To) {
			return false
		}
	}
	if f.SaidBy != (Party{}) && !f.saidBy(line) {
		return false
	}
	for _, p := range f.Parties {
		if !slices.ContainsFunc(PartiesOf(line), p.is) {
			return false
		}
	}
	return true
}

// MatchType reports whether lines of this kind, type and mode are asked for.
func (f *Filter) MatchType(kind annals.Kind, name, mode string) bool {
	if len(f.Kinds) > 0 && !slices.Contains(f.Kinds, kind) {
		return false
	}
	return len(f.Types) == 0 || slices.ContainsFunc(f.Types, func(t string) bool {
		return strings.EqualFold(t, name) || strings.EqualFold(t, mode)
	})
}

// PartiesOf returns the parties to a line: actors and recipients, and of a claim its
// speakers too, since they make it.
func PartiesOf(line *annals.Line) []*annals.Participant {
	var all []*annals.Participant
	for i := range line.Actor {
		all = append(all, &line.Actor[i])
	}
	for i := range line.Recipient {
		all = append(all, &line.Recipient[i])
	}
	if line.Kind == annals.Claim {
		for i := range line.SaidBy {
			all = append(all, &line.SaidBy[i].Participant)
		}
	}
	return all
}

// DaysOf returns the first and the last possible day of a line, nil where it is not
// known.
func DaysOf(line *annals.Line) (from, to *Day) {
	if line.When == nil {
		return nil, nil
	}
	return daysOf(line.When.From, line.When.To)
}

func daysOf(first, last string) (from, to *Day) {
	if day, ok := ParseDay(first); ok {
		from = &day
	}
	if day, ok := ParseDay(last); ok {
		to = &day
	}
	return from, to
}

// overlap reports whether what lies between two days, of which one is known, may lie
// between two others; nil is open.
func overlap(from, to, first, last *Day) bool {
	if from == nil && to == nil {
		return false
	}
	if first != nil && to != nil && *to < *first {
		return false
	}
	return last == nil || from == nil || *from <= *last
}

func (p Party) is(who *annals.Participant) bool {
	return p.Country != "" && who.Country == p.Country || p.ID != "" && who.ID == p.ID || p.Remaining != "" && who.ID == p.Remaining
}

// MatchEvent reports whether an event is asked for; reports are its lines. The parties are
// among those that its reports name, the type or a mode is asked for, and the days that
// all its dates allow may lie within those of the filter. An id may be that of the event or of
// a report, what is said is said in a report, and a wording is that of a report.
func (f *Filter) MatchEvent(e *merge.Event, reports []annals.Line) bool {
	if f == nil {
		return true
	}
	if f.Merged && len(e.Reports) < 2 || !f.matchesID(e) || !f.matchesEventType(e) {
		return false
	}
	if len(f.Status) > 0 && !slices.Contains(f.Status, e.Status) {
		return false
	}
	if (f.From != nil || f.To != nil) && !f.overlapsEvent(e, reports) {
		return false
	}
	if len(f.Wordings) > 0 && !slices.ContainsFunc(reports, func(line annals.Line) bool { return f.worded(&line) }) {
		return false
	}
	if f.SaidBy != (Party{}) && !slices.ContainsFunc(reports, func(line annals.Line) bool { return f.saidBy(&line) }) {
		return false
	}
	for _, p := range f.Parties {
		is := func(v merge.Value[annals.Participant]) bool { return p.is(&v.Value) }
		if !slices.ContainsFunc(e.Actor, is) && !slices.ContainsFunc(e.Recipient, is) {
			return false
		}
	}
	return true
}

// overlapsEvent reports whether an event may lie within the days of a filter. Where no
// report has a date with two ends, one that has one end counts.
func (f *Filter) overlapsEvent(e *merge.Event, reports []annals.Line) bool {
	from, to := daysOf(e.From, e.To)
	if from != nil || to != nil {
		return overlap(from, to, f.From, f.To)
	}
	return slices.ContainsFunc(reports, func(line annals.Line) bool {
		from, to := DaysOf(&line)
		return overlap(from, to, f.From, f.To)
	})
}

func (f *Filter) matchesID(e *merge.Event) bool {
	if len(f.IDs) > 0 && !slices.Contains(f.IDs, e.ID) && !slices.ContainsFunc(e.Reports, func(id string) bool { return slices.Contains(f.IDs, id) }) {
		return false
	}
	return strings.HasPrefix(e.ID, f.ID) || slices.ContainsFunc(e.Reports, func(id string) bool { return strings.HasPrefix(id, f.ID) })
}

func (f *Filter) matchesEventType(e *merge.Event) bool {
	if f.MatchType(annals.Event, e.Type, "") {
		return true
	}
	return slices.ContainsFunc(e.Mode, func(m merge.Value[string]) bool { return f.MatchType(annals.Event, e.Type, m.Value) })
}

func (f *Filter) saidBy(line *annals.Line) bool {
	return slices.ContainsFunc(line.SaidBy, func(a annals.Attribution) bool { return f.SaidBy.is(&a.Participant) })
}
