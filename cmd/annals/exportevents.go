package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/spf13/cobra"

	"annals"
	"annals/export"
	"annals/gazetteer"
	"annals/record"
	"annals/record/actors"
	"annals/record/digest"
	"annals/record/merge"
)

// exportable is what all lines tell together.
type exportable struct {
	lines  []annals.Line // their actors settled
	events []export.Event
}

// tell reads everything and puts together what it tells: a part would leave out reports of
// the events that are asked for.
func (x *exporting) tell(cmd *cobra.Command) (*exportable, error) {
	if x.source.record.path != "" {
		s, err := x.source.record.open(cmd.Context())
		if err != nil {
			return nil, err
		}
		defer s.Close() //nolint:errcheck // nothing was written
		return exportableIn(cmd.Context(), s)
	}
	var lines []annals.Line
	var documents []digest.Document
	err := x.source.each(cmd, x.files, nil, func(doc *annals.Document, read []annals.Line) error {
		lines = append(lines, read...)
		if doc != nil {
			documents = append(documents, digest.DocumentOf(doc))
		}
		return nil
	})
	if err != nil && !errors.Is(err, errReported) {
		return nil, err
	}
	out, failed := exportableOf(lines, documents, nil)
	return out, cmp.Or(failed, err)
}

// exportableOf puts together what lines tell.
func exportableOf(lines []annals.Line, documents []digest.Document, decisions []actors.Decision) (*exportable, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	digester, err := digest.New(known)
	if err != nil {
		return nil, err
	}
	d := digester.Digest(lines, documents, decisions)
	return put(d.Lines, d.Events), nil
}

// exportableIn is what a record knows that its lines tell, if it has been digested since it
// last changed; else that is found anew.
func exportableIn(ctx context.Context, s record.Store) (*exportable, error) {
	lines, err := gather(s.Lines(ctx, nil))
	if err != nil {
		return nil, err
	}
	fresh, err := s.Digested(ctx)
	if err != nil {
		return nil, err
	}
	if fresh {
		events, err := gather(s.Events(ctx, nil))
		if err != nil {
			return nil, err
		}
		return put(lines, events), nil
	}
	documents, err := documentsOf(ctx, s)
	if err != nil {
		return nil, err
	}
	made, err := s.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	decisions := make([]actors.Decision, len(made))
	for i := range made {
		decisions[i] = made[i].Decision
	}
	return exportableOf(lines, documents, decisions)
}

// gather returns what a store yields, up to the first error.
func gather[T any](all iter.Seq2[*T, error]) ([]T, error) {
	var out []T
	for one, err := range all {
		if err != nil {
			return nil, err
		}
		out = append(out, *one)
	}
	return out, nil
}

// documentsOf returns what has to be known of the documents of a record.
func documentsOf(ctx context.Context, s record.Store) ([]digest.Document, error) {
	var out []digest.Document
	for j := range allTexts(ctx, s) {
		if j.err != nil {
			return nil, j.err
		}
		out = append(out, digest.DocumentOf(j.doc))
	}
	return out, nil
}

// put puts lines to the events that they report, in the order of the lines.
func put(lines []annals.Line, events []merge.Event) *exportable {
	out := &exportable{lines, make([]export.Event, len(events))}
	of := make(map[string]int, len(lines))
	for i := range events {
		out.events[i].Event = events[i]
		for _, id := range events[i].Reports {
			of[id] = i
		}
	}
	for i := range lines {
		if at, ok := of[lines[i].ID]; ok {
			out.events[at].Lines = append(out.events[at].Lines, &lines[i])
		}
	}
	return out
}
