package main

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/actors"
	"annals/record/copies"
	"annals/record/merge"
)

// ask opens the record, has read read what a question needs, and returns what it read:
// lines, the events that they tell of with all their reports, and their documents.
func (f *recordFlags) ask(cmd *cobra.Command, read func(*recordReader) error) (*ask.Told, error) {
	s, err := f.open(cmd.Context())
	if err != nil {
		return nil, err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	r, err := newRecordReader(cmd.Context(), s)
	if err != nil {
		return nil, err
	}
	if err := noteUnmerged(cmd, s); err != nil {
		return nil, err
	}
	if err := read(r); err != nil {
		return nil, err
	}
	return r.told()
}

// recordReader reads a record for questions.
type recordReader struct {
	ctx   context.Context
	store record.Store
	stale bool // the record has changed since its lines were put together

	lines     []annals.Line
	known     map[string]bool // ids of the lines
	documents map[string]ask.Document
	events    []merge.Event
	reported  map[string]bool // ids of the events, and of their reports
	tenures   []actors.Tenure
}

func newRecordReader(ctx context.Context, s record.Store) (*recordReader, error) {
	current, err := s.Digested(ctx)
	if err != nil {
		return nil, err
	}
	return &recordReader{ctx: ctx, store: s, stale: !current, known: map[string]bool{}, documents: map[string]ask.Document{}, reported: map[string]bool{}}, nil
}

// told is what was read.
func (r *recordReader) told() (*ask.Told, error) {
	lines := make([]*annals.Line, len(r.lines))
	for i := range r.lines {
		lines[i] = &r.lines[i]
	}
	if err := r.about(lines); err != nil {
		return nil, err
	}
	out := ask.NewTold(r.lines, r.events, slices.Collect(maps.Values(r.documents)))
	out.Tenures = r.tenures
	return out, nil
}

// read reads events, the lines that a filter matches, and the other reports of the events.
// Events and lines are read side by side.
func (r *recordReader) read(f *record.Filter) error {
	var lines []*annals.Line
	var group errgroup.Group
	group.Go(func() (err error) {
		lines, err = r.linesOf(f)
		return err
	})
	if f == nil || len(f.Kinds) == 0 || slices.Contains(f.Kinds, annals.Event) {
		if err := r.readEvents(eventFilter(f)); err != nil {
			return errors.Join(err, group.Wait())
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	for _, line := range lines {
		if line.Kind == annals.Event && !r.reported[line.ID] {
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

// linesOf reads the lines that a filter matches, and what is known of their documents. It
// changes nothing that readEvents does.
func (r *recordReader) linesOf(f *record.Filter) ([]*annals.Line, error) {
	var out []*annals.Line
	for line, err := range r.store.Lines(r.ctx, f) {
		if err != nil {
			return nil, err
		}
		out = append(out, line)
	}
	return out, r.about(out)
}

// readEvents reads the events that a filter matches.
func (r *recordReader) readEvents(f *record.Filter) error {
	for event, err := range r.store.Events(r.ctx, f) {
		if err != nil {
			return err
		}
		if r.reported[event.ID] {
			continue
		}
		r.reported[event.ID] = true
		r.events = append(r.events, *event)
		for _, id := range event.Reports {
			r.reported[id] = true
		}
	}
	return nil
}

func (r *recordReader) keep(line *annals.Line) {
	if r.known[line.ID] {
		return
	}
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
	for i := range r.events[:len(r.events):len(r.events)] {
		for _, link := range r.events[i].Links {
			if r.reported[link.Event] {
				continue
			}
			if err := r.readEvents(&record.Filter{ID: link.Event}); err != nil {
				return err
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

// eventFilter is what events are asked for where lines are asked for by a filter. What
// somebody denies may be told in words that alone would make it a fact, so that where few events
// are left the status is looked at later.
func eventFilter(f *record.Filter) *record.Filter {
	if f == nil || len(f.Parties) == 0 && f.SaidBy == (record.Party{}) {
		return f
	}
	out := *f
	out.Status = nil
	return &out
}

// few is up to how many documents are asked for one by one.
const few = 5000

// about finds out what is known of the documents of lines.
func (r *recordReader) about(lines []*annals.Line) error {
	wanted := map[string]bool{}
	var ids []string
	for _, line := range lines {
		if _, known := r.documents[line.Document]; !known && !wanted[line.Document] {
			wanted[line.Document] = true
			ids = append(ids, line.Document)
		}
	}
	if len(ids) > few {
		for kept, err := range r.store.Documents(r.ctx) {
			if err != nil {
				return err
			}
			if wanted[kept.Document.ID] {
				r.know(kept)
			}
		}
		return nil
	}
	for _, id := range ids {
		kept, err := r.store.Kept(r.ctx, id)
		if errors.Is(err, record.ErrUnknown) {
			continue // it was taken away meanwhile
		}
		if err != nil {
			return err
		}
		r.know(kept)
	}
	return nil
}

// know keeps what is known of a document, with what it counts as where sources are counted.
func (r *recordReader) know(kept *record.Kept) {
	d := &kept.Document
	r.documents[d.ID] = documentOf(d, cmp.Or(kept.Copied, copies.Own(d.ID, d.Source)))
}
