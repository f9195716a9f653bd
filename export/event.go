package export

import (
	"slices"

	"annals"
	"annals/record/merge"
)

// Event is an event of the record with the lines that report it, in the order of the
// record. A line that is not at hand may be left out; the event counts it all the same.
type Event struct {
	merge.Event
	Lines []*annals.Line
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
func choose[T any](values []merge.Value[T]) (chosen, others []merge.Value[T]) {
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
	mode, otherMode           []merge.Value[string]
	actor, otherActor         []merge.Value[annals.Participant]
	recipient, otherRecipient []merge.Value[annals.Participant]
	when, otherWhen           []merge.Value[annals.When]
	where, otherWhere         []merge.Value[annals.Place]
	documents                 []string // each once
}

func tell(e *Event) *told {
	t := &told{Event: e, coded: &annals.Line{}}
	t.mode, t.otherMode = first(e.Mode)
	t.actor, t.otherActor = choose(e.Actor)
	t.recipient, t.otherRecipient = choose(e.Recipient)
	t.when, t.otherWhen = first(e.When)
	t.where, t.otherWhere = choose(e.Where)
	for _, line := range e.Lines {
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
func first[T any](values []merge.Value[T]) (chosen, others []merge.Value[T]) {
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
	if len(t.Lines) > 0 {
		line.Document, line.Sentence = t.Lines[0].Document, t.Lines[0].Sentence
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

func valuesOf[T any](values []merge.Value[T]) []T {
	out := make([]T, len(values))
	for i := range values {
		out[i] = values[i].Value
	}
	return out
}
