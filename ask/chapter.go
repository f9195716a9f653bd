package ask

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/record/merge"
)

// Chapter is a part of a timeline: a heading and what stands below it, in order.
type Chapter struct {
	Heading string  `json:"heading"`
	Entries []Entry `json:"entries"`
}

// Entry is one thing that is told: an event with all its reports, or a state or claim with
// all lines that tell the same, in the fields of an event and under the id of its first line.
// Where reports differ their values stand side by side.
type Entry struct {
	Kind annals.Kind `json:"kind"`
	merge.Event
	Words       string         `json:"words,omitempty"` // of states and claims the words of what is said, of events the word that carries it
	Documents   int            `json:"documents"`       // that tell it
	Sources     int            `json:"sources"`         // independent ones
	Lines       []*annals.Line `json:"lines"`           // the fullest first
	Differences []Difference   `json:"differences,omitempty"`
	Linked      []Linked       `json:"linked,omitempty"`
}

// Linked is another event that an event belongs to: what was planned or is denied, and what
// happened.
type Linked struct {
	ID      string        `json:"id"`
	Status  annals.Status `json:"status"`
	What    string        `json:"what,omitempty"` // type, and the word that carries it
	Date    string        `json:"date,omitempty"` // EDTF
	Reports int           `json:"reports"`
}

// Chapters returns the things that are asked for in order of time, grouped by year, as
// Timeline does with lines: an event stands where all its reports together put it.
func Chapters(told *Told, q *Query) []Chapter {
	var order []placedEntry
	seen := map[string]int{} // by the id of an event, or what the lines of a state or claim share
	for i := range told.Lines {
		line := &told.Lines[i]
		if line.Kind == annals.Event {
			e := told.EventOf(line.ID)
			if _, known := seen[e.ID]; known {
				continue
			}
			seen[e.ID] = -1
			if q.MatchEvent(e) {
				order = append(order, placedEntry{told.entry(e), e.place()})
			}
			continue
		}
		if !q.Match(line) {
			continue
		}
		key := sameKey(line)
		if at, known := seen[key]; known {
			order[at].Lines = append(order[at].Lines, line)
			continue
		}
		seen[key] = len(order)
		order = append(order, placedEntry{Entry{Kind: line.Kind, Lines: []*annals.Line{line}}, entryOf(line)})
	}
	slices.SortStableFunc(order, func(a, b placedEntry) int { return compare(a.place, b.place) })
	return told.chapters(order)
}

// placedEntry is an Entry with what it is sorted by.
type placedEntry struct {
	Entry
	place entry
}

func (t *Told) chapters(order []placedEntry) []Chapter {
	var out []Chapter
	for i := range order {
		heading := order[i].place.heading()
		if len(out) == 0 || out[len(out)-1].Heading != heading {
			out = append(out, Chapter{Heading: heading})
		}
		e := order[i].Entry
		if e.Kind != annals.Event {
			e.Event = stateOrClaim(e.Lines)
		}
		e.Words = wordsOf(e.Lines[0])
		e.Documents, e.Sources = t.sources(e.Lines)
		c := &out[len(out)-1]
		c.Entries = append(c.Entries, e)
	}
	return out
}

// stateOrClaim writes what lines tell that tell the same.
func stateOrClaim(lines []*annals.Line) merge.Event {
	e := alone(lines[0])
	e.ID, e.Denied = lines[0].ID, false
	e.Reports = nil
	for _, line := range lines {
		e.Reports = append(e.Reports, line.ID)
	}
	for i := range e.Actor {
		e.Actor[i].Lines = e.Reports
	}
	for i := range e.Recipient {
		e.Recipient[i].Lines = e.Reports
	}
	return *e
}

// wordsOf are the words of what a line says, or the word that carries it.
func wordsOf(line *annals.Line) string {
	if line.Text == "" && line.Trigger != nil {
		return line.Trigger.Text
	}
	return line.Text
}

// entry tells an event.
func (t *Told) entry(e *Event) Entry {
	out := Entry{Kind: annals.Event, Event: e.Event, Lines: e.Lines, Differences: t.Differences(e)}
	for i := range e.Links {
		out.Linked = append(out.Linked, t.linked(e.Links[i].Event))
	}
	return out
}

// linked says what is known of another event, which may not be at hand.
func (t *Told) linked(id string) Linked {
	e := t.Event(id)
	if e == nil {
		return Linked{ID: id}
	}
	out := Linked{ID: id, Status: e.told(), What: e.Type, Date: e.Date(), Reports: len(e.Reports)}
	if words := wordsOf(e.Lines[0]); words != "" {
		out.What = words + " (" + e.Type + ")"
	}
	return out
}

// place is where an event stands in a timeline.
func (e *Event) place() entry {
	if from, to := daysOf(e.From), daysOf(e.To); from != nil && to != nil {
		return entry{e.Lines[0], placeDated, from.first, int(to.last - from.first)}
	}
	return entryOf(e.Lines[0])
}

// sameKey is what lines share that tell the same state, or the same claim of the same
// speakers: no event has it.
func sameKey(line *annals.Line) string {
	parts := []string{string(line.Kind), line.Type, string(line.Status), strings.Join(keysOf(line.Actor), " "), strings.Join(keysOf(line.Recipient), " ")}
	if when := line.When; when != nil {
		parts = append(parts, when.From, when.To, cmp.Or(when.EDTF, when.Text))
	}
	for i := range line.SaidBy {
		a := &line.SaidBy[i]
		parts = append(parts, KeyOf(&a.Participant), string(a.Stance))
	}
	words := line.Text
	if len(line.Actor) > 0 && line.Actor[0].Role != "" && line.Kind == annals.State {
		words = line.Actor[0].Role // "President X" and "X, the President" are one
	}
	return strings.Join(append(parts, folded(words)), "\x00")
}
