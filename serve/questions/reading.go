package questions

import (
	"context"

	"annals"
	"annals/record"
	"annals/record/digest"
	"annals/record/merge"
)

// reading is the whole record, as it was at some moment.
type reading struct {
	version string
	kept    []*record.Kept
	byID    map[string]*record.Kept
	lines   []annals.Line // their actors settled
	line    map[string]*annals.Line
	events  []merge.Event // in the order of their dates
	event   map[string]*merge.Event
	eventOf map[string]*merge.Event // by the id of a line
}

// whole returns the record as it is now.
func (d *Desk) whole(ctx context.Context) (*reading, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	version := d.version()
	if d.read != nil && d.read.version == version {
		return d.read, nil
	}
	r := &reading{version: version, byID: map[string]*record.Kept{}, line: map[string]*annals.Line{}, event: map[string]*merge.Event{}, eventOf: map[string]*merge.Event{}}
	var documents []digest.Document
	for kept, err := range d.store.Documents(ctx) {
		if err != nil {
			return nil, err
		}
		r.kept = append(r.kept, kept)
		r.byID[kept.Document.ID] = kept
		documents = append(documents, digest.DocumentOf(&kept.Document))
	}
	for line, err := range d.store.Lines(ctx, nil) {
		if err != nil {
			return nil, err
		}
		r.lines = append(r.lines, *line)
	}
	told := d.digester.Digest(r.lines, documents, nil)
	r.lines, r.events = told.Lines, told.Events
	for i := range r.lines {
		r.line[r.lines[i].ID] = &r.lines[i]
	}
	for i := range r.events {
		e := &r.events[i]
		r.event[e.ID] = e
		for _, id := range e.Reports {
			r.eventOf[id] = e
		}
	}
	d.read = r
	return r, nil
}
