package main

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/record"
	"annals/record/sqlite"
)

// defaultRecord is the record of the verbs that are about nothing else.
const defaultRecord = "annals.db"

// recordFlags are the flags of every verb that can ask the record instead of texts.
type recordFlags struct{ path string }

// add declares the flags.
func (f *recordFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.path, "record", "", "ask the record in this file, which 'annals add' makes, instead of FILEs")
}

// check reports an error of usage if not either files or a record are named.
func (f *recordFlags) check(files []string) error {
	switch {
	case f.path == "" && len(files) == 0:
		return usagef("name the FILEs to read, or a record with --record FILE")
	case f.path != "" && len(files) > 0:
		return usagef("name either FILEs or a record with --record FILE")
	}
	return nil
}

// open opens the record for reading.
func (f *recordFlags) open(ctx context.Context) (record.Store, error) {
	s, err := sqlite.Open(ctx, f.path)
	if err != nil {
		return nil, fmt.Errorf("opening the record %w", err)
	}
	return s, nil
}

// lines returns what of a query the lines of the record match by its indexes, in their order; nil
// asks for all.
func (f *recordFlags) lines(cmd *cobra.Command, query *ask.Query) ([]annals.Line, error) {
	s, err := f.open(cmd.Context())
	if err != nil {
		return nil, err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	if err := noteUnmerged(cmd, s); err != nil {
		return nil, err
	}
	if err := joinParties(cmd.Context(), s, query); err != nil {
		return nil, err
	}
	var out []annals.Line
	for line, err := range s.Lines(cmd.Context(), filterOf(query)) {
		if err != nil {
			return nil, err
		}
		out = append(out, *line)
	}
	return out, nil
}

// filterOf returns what of a question the record can find by its indexes; the rest is
// left to ask.Query.Match; nil for nil, which asks for all. A party that is known by its name alone is such a rest.
func filterOf(q *ask.Query) *record.Filter {
	if q == nil {
		return nil
	}
	f := &record.Filter{Types: q.Types, Kinds: q.Kinds, Status: q.Status, From: recordDay(q.From), To: recordDay(q.To)}
	for _, p := range q.Between {
		if p.Name == "" {
			f.Parties = append(f.Parties, record.Party{Country: p.Country, ID: p.ID})
		}
	}
	if p := q.SaidBy; p.Name == "" {
		f.SaidBy = record.Party{Country: p.Country, ID: p.ID}
	}
	return f
}

func recordDay(d *ask.Day) *record.Day {
	if d == nil {
		return nil
	}
	return new(record.DayOf(d.Date()))
}

// textsWithLine yields the documents of lines whose id begins so. It reports nothing
// else than an error to whoever reads them.
func textsWithLine(ctx context.Context, s record.Store, id string) iter.Seq[*job] {
	return func(yield func(*job) bool) {
		met := map[string]bool{}
		for line, err := range s.Lines(ctx, &record.Filter{ID: id, Raw: true}) { // as their texts say it again
			if err != nil {
				yield(&job{err: err})
				return
			}
			if met[line.Document] {
				continue
			}
			met[line.Document] = true
			doc, err := s.Document(ctx, line.Document)
			if !yield(&job{doc: doc, err: err}) {
				return
			}
		}
	}
}

// allTexts yields the documents of the record.
func allTexts(ctx context.Context, s record.Store) iter.Seq[*job] {
	return func(yield func(*job) bool) {
		for kept, err := range s.Documents(ctx) {
			if err != nil {
				yield(&job{err: err})
				return
			}
			doc, err := s.Document(ctx, kept.Document.ID)
			if errors.Is(err, record.ErrUnknown) {
				continue // it was taken away meanwhile
			}
			if !yield(&job{doc: doc, err: err}) {
				return
			}
		}
	}
}
