package ask

import (
	"cmp"
	"slices"

	"annals"
	"annals/record/actors"
	"annals/record/merge"
)

// Told is what documents tell together: what the questions are asked of.
type Told struct {
	Lines     []annals.Line
	Events    []Event // in the order of their first lines
	Documents map[string]Document
	Tenures   []actors.Tenure // who was learned to have held which office

	number map[string]int // of a line, by its id
	byLine map[string]int // by the id of a line: its event
	byID   map[string]int // by the id of an event
}

// Event is an event with the lines that report it: the fullest first.
type Event struct {
	merge.Event
	Lines []*annals.Line `json:"lines"`
}

// Document is what is known of a document that lines come from.
type Document struct {
	ID        string `json:"id"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
	Source    string `json:"source,omitempty"`    // who published it
	Published string `json:"published,omitempty"` // EDTF
	Origin    string `json:"origin,omitempty"`    // documents of one origin are one source: copies of one text, or the same publisher
}

// NewTold puts lines to the events that they report. A line of an event that is not
// among the events is an event of its own; reports whose lines are not there are left out.
// A document that is not among the documents is a source of its own.
func NewTold(lines []annals.Line, events []merge.Event, documents []Document) *Told {
	t := &Told{Lines: lines, Documents: make(map[string]Document, len(documents)), number: map[string]int{}, byLine: map[string]int{}, byID: map[string]int{}}
	for i := range documents {
		t.Documents[documents[i].ID] = documents[i]
	}
	of := make(map[string]*merge.Event, len(lines))
	for i := range events {
		for _, id := range events[i].Reports {
			of[id] = &events[i]
		}
	}
	for i := range lines {
		line := &lines[i]
		if _, twice := t.number[line.ID]; twice {
			continue
		}
		t.number[line.ID] = i
		if line.Kind == annals.Event {
			t.report(line, of[line.ID])
		}
	}
	for i := range t.Events {
		slices.SortStableFunc(t.Events[i].Lines, fuller)
	}
	return t
}

// report puts a line to its event; nil is none.
func (t *Told) report(line *annals.Line, event *merge.Event) {
	if event == nil {
		event = alone(line)
	}
	at, seen := t.byID[event.ID]
	if !seen {
		at = len(t.Events)
		t.byID[event.ID] = at
		t.Events = append(t.Events, Event{Event: *event})
	}
	t.Events[at].Lines = append(t.Events[at].Lines, line)
	t.byLine[line.ID] = at
}

// eventPrefix begins the ids of events, before that of the first report.
const eventPrefix = "event-"

// alone is the event of which one line tells.
func alone(line *annals.Line) *merge.Event {
	e := &merge.Event{
		ID: eventPrefix + line.ID, Type: line.Type, Status: line.Status, Denied: line.Status == annals.Negated,
		Reports: []string{line.ID}, Documents: 1, Sources: 1,
	}
	if line.Mode != "" {
		e.Mode = only(line, []string{line.Mode})
	}
	e.Actor, e.Recipient = only(line, line.Actor), only(line, line.Recipient)
	e.Where, e.Quantity = only(line, line.Where), only(line, line.Quantity)
	if line.When != nil {
		e.When = only(line, []annals.When{*line.When})
		if when := spanOf(line); when.from != nil && when.to != nil {
			e.From, e.To = line.When.From, line.When.To
		}
	}
	return e
}

// only are values that one line alone gives.
func only[T any](line *annals.Line, values []T) []merge.Value[T] {
	var out []merge.Value[T]
	for _, value := range values {
		out = append(out, merge.Value[T]{Value: value, Lines: []string{line.ID}})
	}
	return out
}

// EventOf returns the event that a line reports, nil if it reports none.
func (t *Told) EventOf(line string) *Event {
	if at, found := t.byLine[line]; found {
		return &t.Events[at]
	}
	return nil
}

// Event returns the event with an id, nil if there is none.
func (t *Told) Event(id string) *Event {
	if at, found := t.byID[id]; found {
		return &t.Events[at]
	}
	return nil
}

// origin is what a document counts as, where sources are counted.
func (t *Told) origin(document string) string {
	return cmp.Or(t.Documents[document].Origin, document)
}

// Publisher is who published a document; where that is not known, its id.
func (t *Told) Publisher(document string) string {
	return cmp.Or(t.Documents[document].Source, document)
}

// sources counts the documents of lines, and the independent sources among them.
func (t *Told) sources(lines []*annals.Line) (documents, sources int) {
	seen, origins := map[string]bool{}, map[string]bool{}
	for _, line := range lines {
		seen[line.Document], origins[t.origin(line.Document)] = true, true
	}
	return len(seen), len(origins)
}

// fuller orders reports of an event: those with the most exact date, and then with the
// most said, first.
func fuller(a, b *annals.Line) int {
	return cmp.Or(cmp.Compare(exactness(a), exactness(b)), cmp.Compare(detail(b), detail(a)))
}

// exactness is the length of the span of days of a line.
func exactness(line *annals.Line) int {
	if when := spanOf(line); when.from != nil && when.to != nil {
		return int(*when.to - *when.from)
	}
	return openWidth
}

// detail counts what a line says.
func detail(line *annals.Line) int {
	n := min(len(line.Where), 1) + min(len(line.Quantity), 1)
	for _, side := range [][]annals.Participant{line.Actor, line.Recipient} {
		for i := range side {
			n++
			if side[i].ID != "" {
				n++
			}
		}
	}
	if line.Mode != "" {
		n++
	}
	return n
}
