package ask

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
	"annals/record/merge"
)

// Told is what documents tell together: what the questions are asked of.
type Told struct {
	Lines     []annals.Line // documents in the order of their publication and ids, each one's lines in that of its text
	Events    []Event       // in the order of their first lines
	Documents map[string]Document
	Tenures   []actors.Tenure // who was learned to have held which office
	Aliases   []actors.Alias  // which ids were joined to others

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
	t := &Told{Documents: make(map[string]Document, len(documents)), number: map[string]int{}, byLine: map[string]int{}, byID: map[string]int{}}
	for i := range documents {
		t.Documents[documents[i].ID] = documents[i]
	}
	lines = t.sorted(lines)
	t.Lines = lines
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
		fullestFirst(t.Events[i].Lines, t.published)
	}
	return t
}

// sorted returns lines in an order that depends on nothing but them: wherever they come from, the
// answers are the same.
func (t *Told) sorted(lines []annals.Line) []annals.Line {
	rank := map[string]int{}
	for i := range lines {
		rank[lines[i].Document] = 0
	}
	ids := slices.SortedFunc(maps.Keys(rank), func(a, b string) int {
		return cmp.Or(strings.Compare(t.Documents[a].Published, t.Documents[b].Published), strings.Compare(a, b))
	})
	for i, id := range ids {
		rank[id] = i
	}
	type key struct{ document, sentence, start, kind, at int }
	keys := make([]key, len(lines))
	for i := range lines {
		line := &lines[i]
		keys[i] = key{rank[line.Document], line.Sentence.Index, startOf(line), slices.Index(kindOrder(), line.Kind), i}
	}
	compare := func(a, b key) int {
		return cmp.Or(cmp.Compare(a.document, b.document), cmp.Compare(a.sentence, b.sentence), cmp.Compare(a.start, b.start), cmp.Compare(a.kind, b.kind))
	}
	if slices.IsSortedFunc(keys, compare) {
		return lines
	}
	slices.SortStableFunc(keys, compare)
	out := make([]annals.Line, len(lines))
	for i, k := range keys {
		out[i] = lines[k.at]
	}
	return out
}

// startOf is where what carries a line stands in the text, or its first participant.
func startOf(line *annals.Line) int {
	switch {
	case line.Trigger != nil:
		return line.Trigger.Span.Start()
	case len(line.Actor) > 0:
		return line.Actor[0].Span.Start()
	}
	return line.Sentence.Span.Start()
}

// kindOrder is the order of lines that one word carries.
func kindOrder() []annals.Kind { return []annals.Kind{annals.Event, annals.State, annals.Claim} }

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

// EventOf returns an event with its reports, the fullest first. published says when a document was
// published.
func EventOf(e *merge.Event, lines []annals.Line, published func(document string) string) Event {
	out := Event{Event: *e, Lines: make([]*annals.Line, len(lines))}
	for i := range lines {
		out.Lines[i] = &lines[i]
	}
	fullestFirst(out.Lines, published)
	return out
}

func (t *Told) published(document string) string { return t.Documents[document].Published }

// fullestFirst orders reports of an event: those with the most exact date, then with the most
// said, then of the earliest documents first.
func fullestFirst(lines []*annals.Line, published func(document string) string) {
	if len(lines) < 2 {
		return
	}
	slices.SortStableFunc(lines, func(a, b *annals.Line) int {
		return cmp.Or(
			cmp.Compare(exactness(a), exactness(b)), cmp.Compare(detail(b), detail(a)),
			cmp.Compare(published(a.Document), published(b.Document)),
			cmp.Compare(a.Document, b.Document), cmp.Compare(a.Sentence.Index, b.Sentence.Index),
		)
	})
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
