package export

import (
	"slices"

	"annals"
)

// Event is what one or more lines tell of together. Where they differ in a field, its
// values stand side by side.
type Event struct {
	ID        string
	Type      string
	Status    annals.Status
	Denied    bool // told by who denies it
	Mode      []Told[string]
	Actor     []Told[annals.Participant]
	Recipient []Told[annals.Participant]
	When      []Told[annals.When] // the most exact first
	Where     []Told[annals.Place]
	Quantity  []Told[annals.Quantity]
	From, To  string         // first and last day that all its dates allow, "" if not known
	Reports   []*annals.Line // the lines, in the order of the record
	Documents int            // that report it
	Sources   int            // independent ones: documents apart from copies
}

// Told is a value of a field with the ids of the lines that give it.
type Told[T any] struct {
	Value T
	Lines []string
}

// EventWriter writes events. The formats that have a row an event have one.
type EventWriter interface {
	// WriteEvent writes one event. It may keep it back until Flush.
	WriteEvent(event *Event) error
	// Flush hands on everything that was written.
	Flush() error
}

// choose parts the values of a field: those of the report that most others agree with are
// chosen, so that two who act together stay together, and the rest are alternatives. Of
// several such reports the one that gives the first value counts.
func choose[T any](values []Told[T]) (chosen, others []Told[T]) {
	if len(values) < 2 {
		return values, nil
	}
	support := map[string]int{}
	lead := ""
	for i := range values {
		for _, line := range values[i].Lines {
			support[line] += len(values[i].Lines)
		}
	}
	for i := range values {
		for _, line := range values[i].Lines {
			if lead == "" || support[line] > support[lead] {
				lead = line
			}
		}
	}
	for _, v := range values {
		if slices.Contains(v.Lines, lead) {
			chosen = append(chosen, v)
		} else {
			others = append(others, v)
		}
	}
	return chosen, others
}

// told is an Event with its choices made, as the rows of all formats have it.
type told struct {
	*Event
	coded                     *annals.Line // a report with the chosen mode: its CAMEO code, score and contexts are the event's
	mode, otherMode           []Told[string]
	actor, otherActor         []Told[annals.Participant]
	recipient, otherRecipient []Told[annals.Participant]
	when, otherWhen           []Told[annals.When]
	where, otherWhere         []Told[annals.Place]
	lineIDs, documents        []string
}

func tell(e *Event) *told {
	t := &told{Event: e, coded: &annals.Line{}}
	t.mode, t.otherMode = first(e.Mode)
	t.actor, t.otherActor = choose(e.Actor)
	t.recipient, t.otherRecipient = choose(e.Recipient)
	t.when, t.otherWhen = first(e.When)
	t.where, t.otherWhere = choose(e.Where)
	for _, line := range e.Reports {
		t.lineIDs = append(t.lineIDs, line.ID)
		if !slices.Contains(t.documents, line.Document) {
			t.documents = append(t.documents, line.Document)
		}
		if t.coded.ID == "" && line.Mode == t.modeText() {
			t.coded = line
		}
	}
	return t
}

// first parts the values of a field that has one value: the first from the rest.
func first[T any](values []Told[T]) (chosen, others []Told[T]) {
	cut := min(1, len(values))
	return values[:cut], values[cut:]
}

func (t *told) modeText() string {
	if len(t.mode) == 0 {
		return ""
	}
	return t.mode[0].Value
}

// line is the event as one line that says what was chosen.
func (t *told) line() *annals.Line {
	line := &annals.Line{
		ID: t.ID, Kind: annals.Event, Type: t.Type, Mode: t.modeText(), Status: t.Status,
		CAMEO: t.coded.CAMEO, Score: t.coded.Score, Context: t.coded.Context, Coder: t.coded.Coder,
		Actor: valuesOf(t.actor), Recipient: valuesOf(t.recipient), Where: valuesOf(t.where),
		When: &annals.When{EDTF: t.edtf(), From: t.From, To: t.To},
	}
	if len(t.Reports) > 0 {
		line.Document, line.Sentence = t.Reports[0].Document, t.Reports[0].Sentence
	}
	return line
}

// edtf is the most exact of the dates.
func (t *told) edtf() string {
	if len(t.when) == 0 {
		return ""
	}
	return t.when[0].Value.EDTF
}

func valuesOf[T any](values []Told[T]) []T {
	out := make([]T, len(values))
	for i := range values {
		out[i] = values[i].Value
	}
	return out
}
