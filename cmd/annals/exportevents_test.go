package main

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
)

// TestEventsOfRecord holds that a record gives the same events to an export whether it
// knows them already or they have to be found anew.
func TestEventsOfRecord(t *testing.T) {
	ctx := t.Context()
	s, err := sqlite.OpenToAdd(ctx, filepath.Join(t.TempDir(), "annals.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // the folder is thrown away
	var entries []record.Entry
	for r := range synthetic.Reports(200, 1) {
		entries = append(entries, record.Entry{
			Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Coder: synthetic.Coder,
			Fingerprint: record.FingerprintOf(&r.Document, synthetic.Coder), Added: "2020-01-01T00:00:00Z",
		})
	}
	if err := s.Add(ctx, entries); err != nil {
		t.Fatal(err)
	}
	if fresh, err := s.Digested(ctx); err != nil || fresh {
		t.Fatalf("digested %v, error %v", fresh, err)
	}
	before, err := exportableIn(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Digest(ctx, digester); err != nil {
		t.Fatal(err)
	}
	after, err := exportableIn(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	if len(before.events) == 0 {
		t.Fatal("no events")
	}
	if diff := cmp.Diff(reportsByID(before), reportsByID(after)); diff != "" {
		t.Errorf("(-anew +known)\n%s", diff)
	}
}

// reportsByID are the documents of the reports of each event.
func reportsByID(t *exportable) map[string][]string {
	out := map[string][]string{}
	for i := range t.events {
		e := &t.events[i]
		for _, line := range e.Lines {
			out[e.ID] = append(out[e.ID], inDocument(line))
		}
		slices.Sort(out[e.ID])
	}
	return out
}

func inDocument(line *annals.Line) string { return line.Document + " " + line.ID }
