package main

import (
	"cmp"
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/spf13/cobra"

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
	r := newRecordReader(cmd.Context(), s)
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

	lines     []annals.Line
	known     map[string]bool // ids of the lines
	documents map[string]ask.Document
	events    []merge.Event
	reported  map[string]bool // ids of the events
	tenures   []actors.Tenure
	aliased   bool // the answer names the ids that were joined
}

func newRecordReader(ctx context.Context, s record.Store) *recordReader {
	return &recordReader{ctx: ctx, store: s, known: map[string]bool{}, documents: map[string]ask.Document{}, reported: map[string]bool{}}
}

// told is what was read.
func (r *recordReader) told() (*ask.Told, error) {
	if err := r.about(); err != nil {
		return nil, err
	}
	out := ask.NewTold(r.lines, r.events, slices.Collect(maps.Values(r.documents)))
	out.Tenures = r.tenures
	if !r.aliased {
		return out, nil
	}
	var err error
	out.Aliases, err = aliasesOf(r.ctx, r.store)
	return out, err
}

// read reads the events that a filter matches, with all their reports; the events that these
// belong to, what was announced or is denied; and the states and claims.
func (r *recordReader) read(f *record.Filter) error {
	kinds := []annals.Kind{annals.Event, annals.State, annals.Claim}
	if f != nil && len(f.Kinds) > 0 {
		kinds = slices.Clone(f.Kinds)
	}
	if at := slices.Index(kinds, annals.Event); at >= 0 {
		kinds = slices.Delete(kinds, at, at+1)
		if err := r.readEvents(eventFilter(f)); err != nil {
			return err
		}
		if err := r.readLinked(); err != nil {
			return err
		}
	}
	if len(kinds) == 0 {
		return nil
	}
	others := record.Filter{}
	if f != nil {
		others = *f
	}
	others.Kinds = kinds
	for line, err := range r.store.Lines(r.ctx, &others) {
		if err != nil {
			return err
		}
		r.keep(line)
	}
	return nil
}

// readEvents reads the events that a filter matches.
func (r *recordReader) readEvents(f *record.Filter) error {
	for found, err := range r.store.Reported(r.ctx, f) {
		if err != nil {
			return err
		}
		if r.reported[found.Event.ID] {
			continue
		}
		r.reported[found.Event.ID] = true
		r.events = append(r.events, *found.Event)
		for i := range found.Lines {
			r.keep(&found.Lines[i])
			r.know(found.Documents[i])
		}
	}
	return nil
}

// count counts the events that a query asks for without keeping them.
func (r *recordReader) count(q *ask.Query, counting *ask.Counting) error {
	if len(q.Kinds) > 0 && !slices.Contains(q.Kinds, annals.Event) {
		return nil
	}
	var documents []*record.Kept // of the event
	about := func(id string) *record.Kept {
		return documents[slices.IndexFunc(documents, func(k *record.Kept) bool { return k.Document.ID == id })]
	}
	published := func(id string) string { return about(id).Document.Published }
	origin := func(id string) string { return cmp.Or(about(id).Copied, copies.Own(id, about(id).Document.Source)) }
	for found, err := range beside(r.store.Reported(r.ctx, eventFilter(filterOf(q)))) {
		if err != nil {
			return err
		}
		documents = found.Documents
		e := ask.EventOf(found.Event, found.Lines, published)
		counting.Add(&e, origin)
	}
	return nil
}

// readLinked reads the events that those read so far belong to.
func (r *recordReader) readLinked() error {
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
	return nil
}

func (r *recordReader) keep(line *annals.Line) {
	if r.known[line.ID] {
		return
	}
	r.known[line.ID] = true
	r.lines = append(r.lines, *line)
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

// about finds out what is known of the documents of lines that events did not bring along.
func (r *recordReader) about() error {
	wanted := map[string]bool{}
	var ids []string
	for i := range r.lines {
		id := r.lines[i].Document
		if _, known := r.documents[id]; !known && !wanted[id] {
			wanted[id] = true
			ids = append(ids, id)
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
