package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/copies"
	"annals/record/merge"
)

// told returns what of a record matches a query, nil for all: its lines, and the events
// that they tell of, with all their reports.
func (f *recordFlags) told(cmd *cobra.Command, query *ask.Query) (*ask.Told, error) {
	s, err := f.open(cmd.Context())
	if err != nil {
		return nil, err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	r := &recordReader{ctx: cmd.Context(), store: s}
	told, err := r.told(filterOf(query))
	if err == nil && r.stale {
		fmt.Fprintln(cmd.ErrOrStderr(), "annals: the record has lines that were not yet put together with the others; 'annals add' does it")
	}
	return told, err
}

// recordReader reads a record for questions.
type recordReader struct {
	ctx   context.Context
	store record.Store
	stale bool // the record has not been put together since it changed

	lines  []annals.Line
	known  map[string]bool // ids of the lines
	events []merge.Event
}

// told reads what a filter matches.
func (r *recordReader) told(f *record.Filter) (*ask.Told, error) {
	if err := r.read(f); err != nil {
		return nil, err
	}
	documents, err := r.documents()
	if err != nil {
		return nil, err
	}
	return ask.NewTold(r.lines, r.events, documents), nil
}

// read reads events, the lines that a filter matches, and the other reports of the events.
func (r *recordReader) read(f *record.Filter) error {
	current, err := r.store.Digested(r.ctx)
	if err != nil {
		return err
	}
	r.stale = !current
	reports := map[string]bool{}
	for event, err := range r.store.Events(r.ctx, eventFilter(f)) {
		if err != nil {
			return err
		}
		r.events = append(r.events, *event)
		for _, id := range event.Reports {
			reports[id] = true
		}
	}
	r.known = map[string]bool{}
	for line, err := range r.store.Lines(r.ctx, f) {
		if err != nil {
			return err
		}
		if line.Kind == annals.Event && !reports[line.ID] {
			alone, err := r.alone(line.ID)
			if err != nil {
				return err
			}
			if !alone {
				continue // its event is none that is asked for: other reports date it elsewhere
			}
		}
		r.keep(line)
	}
	return r.rest()
}

func (r *recordReader) keep(line *annals.Line) {
	r.known[line.ID] = true
	r.lines = append(r.lines, *line)
}

// alone reports whether a line was added after the record was put together.
func (r *recordReader) alone(id string) (bool, error) {
	if !r.stale {
		return false, nil
	}
	for _, err := range r.store.Events(r.ctx, &record.Filter{ID: id}) {
		return false, err
	}
	return true, nil
}

// rest reads the reports of events that the filter itself did not match, vaguer ones; and
// the events that these belong to, what was announced or is denied.
func (r *recordReader) rest() error {
	known := map[string]bool{}
	for i := range r.events {
		known[r.events[i].ID] = true
	}
	for i := range r.events[:len(r.events):len(r.events)] {
		for _, link := range r.events[i].Links {
			if known[link.Event] {
				continue
			}
			known[link.Event] = true
			for event, err := range r.store.Events(r.ctx, &record.Filter{ID: link.Event}) {
				if err != nil {
					return err
				}
				r.events = append(r.events, *event)
			}
		}
	}
	for i := range r.events {
		for _, id := range r.events[i].Reports {
			if err := r.fetch(id); err != nil {
				return err
			}
		}
	}
	return nil
}

// fetch reads a line by its id, if it was not yet read.
func (r *recordReader) fetch(id string) error {
	if r.known[id] {
		return nil
	}
	for line, err := range r.store.Lines(r.ctx, &record.Filter{ID: id}) {
		if err != nil {
			return err
		}
		r.keep(line)
	}
	return nil
}

// eventFilter is what events are asked for where lines are asked for by a filter. An
// event that is denied may have the status of what happened.
func eventFilter(f *record.Filter) *record.Filter {
	if f == nil || len(f.Status) == 0 {
		return f
	}
	out := *f
	out.Status = append([]annals.Status{annals.Actual}, f.Status...)
	return &out
}

// few is up to how many documents are asked for one by one.
const few = 5000

// documents returns what is known of the documents of the lines, with their origins.
func (r *recordReader) documents() ([]ask.Document, error) {
	wanted := map[string]bool{}
	var ids []string
	for i := range r.lines {
		if id := r.lines[i].Document; !wanted[id] {
			wanted[id] = true
			ids = append(ids, id)
		}
	}
	var out []ask.Document
	add := func(kept *record.Kept) {
		if wanted[kept.Document.ID] {
			out = append(out, documentOf(&kept.Document, originOf(&kept.Document)))
		}
	}
	if len(ids) > few {
		for kept, err := range r.store.Documents(r.ctx) {
			if err != nil {
				return nil, err
			}
			add(kept)
		}
	} else {
		for _, id := range ids {
			kept, err := r.store.Kept(r.ctx, id)
			if errors.Is(err, record.ErrUnknown) {
				continue // it was taken away meanwhile
			}
			if err != nil {
				return nil, err
			}
			add(kept)
		}
	}
	return out, r.findCopies(out)
}

// originOf is the origin of a document that is no copy, as record/copies names it.
func originOf(d *annals.Document) string {
	if d.Source != "" {
		return "publisher:" + d.Source
	}
	return "document:" + d.ID
}

// findCopies gives copies of one text their origin. A record says how many independent
// sources an event has: only where its documents seem to be more are they compared.
func (r *recordReader) findCopies(documents []ask.Document) error {
	byID := map[string]*ask.Document{}
	for i := range documents {
		byID[documents[i].ID] = &documents[i]
	}
	of := map[string]string{} // by line: its document
	for i := range r.lines {
		of[r.lines[i].ID] = r.lines[i].Document
	}
	var prints []copies.Document
	taken := map[string]bool{}
	for i := range r.events {
		e := &r.events[i]
		seeming := map[string]bool{}
		for _, line := range e.Reports {
			if d := byID[of[line]]; d != nil {
				seeming[d.Origin] = true
			}
		}
		if len(seeming) <= e.Sources {
			continue
		}
		for _, line := range e.Reports {
			d := byID[of[line]]
			if d == nil || taken[d.ID] {
				continue
			}
			taken[d.ID] = true
			doc, err := r.store.Document(r.ctx, d.ID)
			if err != nil {
				return err
			}
			prints = append(prints, copies.Document{ID: d.ID, Publisher: d.Source, Fingerprint: copies.Of(doc.Text)})
		}
	}
	for id, origin := range copies.Origins(prints) {
		byID[id].Origin = origin
	}
	return nil
}
