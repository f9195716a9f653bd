package questions

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"annals"
	"annals/record/merge"
)

// EventAnswer is one event with all its reports side by side.
type EventAnswer struct {
	Event   *merge.Event `json:"event"`   // each field with the values of the reports; why they are one event
	Differ  []string     `json:"differ"`  // the fields in which the reports disagree
	Reports []Report     `json:"reports"` // in the order of the event's ids
	Linked  []Linked     `json:"linked"`  // other events: what was planned or denied of this one
}

// Report is a line with what is known of its document, so that it can be cited.
type Report struct {
	Line     annals.Line     `json:"line"`
	Document annals.Document `json:"document"` // without its text
}

// Linked is an event that is told of the same matter: planned, denied, supposed.
type Linked struct {
	Event *merge.Event `json:"event"`
	Why   merge.Link   `json:"why"`
}

// Event returns the event with an id, or that the line with this id reports, or ErrUnknown.
func (d *Desk) Event(ctx context.Context, id string) (*EventAnswer, error) {
	event, err := d.eventOf(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &EventAnswer{Event: event, Differ: differing(event), Linked: []Linked{}, Reports: []Report{}}
	lines, err := d.lines(ctx, event.Reports)
	if err != nil {
		return nil, err
	}
	for _, id := range event.Reports {
		line := lines[id]
		if line == nil {
			continue // struck out since, or read anew
		}
		report, err := d.report(ctx, line)
		if err != nil {
			return nil, err
		}
		out.Reports = append(out.Reports, *report)
	}
	for _, link := range event.Links {
		other, err := d.eventOf(ctx, link.Event)
		if errors.Is(err, ErrUnknown) {
			continue
		}
		if err != nil {
			return nil, err
		}
		out.Linked = append(out.Linked, Linked{Event: other, Why: link})
	}
	return out, nil
}

func (d *Desk) report(ctx context.Context, line *annals.Line) (*Report, error) {
	doc, err := d.document(ctx, line.Document)
	if err != nil {
		return nil, err
	}
	return &Report{Line: *line, Document: *doc}, nil
}

// differing returns the fields of which an event has more than one value that cannot both
// be so. Participants and places may be several; of them no two reports need agree.
func differing(e *merge.Event) []string {
	out := []string{}
	note := func(field string, values int) {
		if values > 1 {
			out = append(out, field)
		}
	}
	note("mode", len(e.Mode))
	note("when", len(e.When))
	note("where", len(e.Where))
	of := map[string]bool{}
	for i := range e.Quantity {
		key := e.Quantity[i].Value.Of
		if of[key] {
			note("quantity", 2)
			break
		}
		of[key] = true
	}
	for _, side := range []struct {
		field  string
		values []merge.Value[annals.Participant]
	}{{"actor", e.Actor}, {"recipient", e.Recipient}} {
		if len(side.values) > 1 && slices.ContainsFunc(side.values, func(v merge.Value[annals.Participant]) bool { return len(v.Lines) < len(e.Reports) }) {
			note(side.field, len(side.values))
		}
	}
	return out
}

// LineAnswer is one line of the record.
type LineAnswer struct {
	Report
	Event string `json:"event,omitempty"` // the id of the event that it reports
}

// Line returns the line with an id, or ErrUnknown.
func (d *Desk) Line(ctx context.Context, id string) (*LineAnswer, error) {
	line, err := d.lineOf(ctx, id)
	if err != nil {
		return nil, err
	}
	report, err := d.report(ctx, line)
	if err != nil {
		return nil, err
	}
	if line.Kind != annals.Event {
		return &LineAnswer{Report: *report}, nil
	}
	event, err := d.eventOf(ctx, id)
	if err != nil {
		return nil, err
	}
	return &LineAnswer{Report: *report, Event: event.ID}, nil
}

// Explain says why a line says what it says. Its document is coded once more, which takes
// a moment for a long one. It returns ErrUnknown for a line that is not there, or that the
// coder of now does not find any more.
func (d *Desk) Explain(ctx context.Context, id string) (*annals.Explanation, error) {
	answer, err := d.Line(ctx, id)
	if err != nil {
		return nil, err
	}
	if d.coder == nil {
		return nil, fmt.Errorf("%w: there is no coder to explain lines", ErrUnknown)
	}
	doc, err := d.store.Document(ctx, answer.Line.Document)
	if err != nil {
		return nil, err
	}
	found := d.coder.Explain(doc, func(line *annals.Line) bool { return line.ID == id })
	if len(found) == 0 {
		return nil, fmt.Errorf("%w: line %q was coded by %q, and %q does not find it", ErrUnknown, id, answer.Line.Coder, d.coder.Version())
	}
	return &found[0], nil
}
