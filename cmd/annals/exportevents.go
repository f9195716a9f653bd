package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"annals"
	"annals/export"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/merge"
)

// told is what all lines tell together.
type told struct {
	lines  []annals.Line // their actors settled
	events []export.Event
}

// tell reads everything and puts together what it tells: a part would leave out reports of
// the events that are asked for. A record knows its events, if it has been digested since
// the last line was added; else they are found anew.
func (x *exporting) tell(cmd *cobra.Command) (*told, error) {
	var lines []annals.Line
	var documents []digest.Document
	if x.source.record.path != "" {
		s, err := x.source.record.open(cmd.Context())
		if err != nil {
			return nil, err
		}
		defer s.Close() //nolint:errcheck // nothing was written
		if fresh, err := s.Digested(cmd.Context()); err == nil && fresh {
			return toldBy(cmd.Context(), s)
		}
		if documents, err = documentsOf(cmd.Context(), s); err != nil {
			return nil, err
		}
	}
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
	known, failed := gazetteer.Load()
	if failed != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", failed)
	}
	digester, failed := digest.New(known)
	if failed != nil {
		return nil, failed
	}
	d := digester.Digest(lines, documents, nil)
	return put(d.Lines, d.Events), err
}

// toldBy is what a record knows that its lines tell.
func toldBy(ctx context.Context, s record.Store) (*told, error) {
	var lines []annals.Line
	for line, err := range s.Lines(ctx, nil) {
		if err != nil {
			return nil, err
		}
		lines = append(lines, *line)
	}
	var events []merge.Event
	for event, err := range s.Events(ctx, nil) {
		if err != nil {
			return nil, err
		}
		events = append(events, *event)
	}
	return put(lines, events), nil
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
func put(lines []annals.Line, events []merge.Event) *told {
	out := &told{lines, make([]export.Event, len(events))}
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
