package questions

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"annals"
	"annals/coder"
	"annals/gazetteer"
	"annals/record"
	"annals/record/sqlite"
	"annals/what"
)

// TestStale holds what is answered while a big record is read anew: wide questions from the
// catalogue before, a document that has come since with its lines.
func TestStale(t *testing.T) {
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	store, err := sqlite.OpenToAdd(ctx, filepath.Join(t.TempDir(), "annals.db"))
	must(err)
	defer store.Close() //nolint:errcheck // the test has ended
	c, err := coder.New()
	must(err)
	known, err := gazetteer.Load()
	must(err)
	book, err := what.Load()
	must(err)
	version := "1"
	desk, err := New(Options{Store: store, Gazetteer: known, Codebook: book, Coder: c, Version: func() string { return version }})
	must(err)
	must(desk.Prepare(ctx))

	// The record is taken for a big one that was read a moment ago, which took an hour.
	desk.keep.now.rows = make([]row, bigRecord)
	for i := range desk.keep.now.rows {
		desk.keep.now.rows[i] = row{when: none, placed: none, actor: none, recipient: none, saidBy: none, where: none, event: none}
	}
	desk.keep.now.whats.values = []gist{{Kind: annals.Event}}
	desk.keep.now.kept = []*record.Kept{{}}
	desk.keep.took, desk.keep.ended = time.Hour, time.Now()

	doc := annals.Document{ID: "new", Text: "Chile signed a treaty with Peru on 3 June 1929."}
	lines, sentences := c.Read(&doc)
	must(store.Add(ctx, []record.Entry{{
		Document: doc, Sentences: sentences, Lines: lines, Coder: c.Version(), Fingerprint: record.FingerprintOf(&doc, c.Version()),
	}}))
	version = "2"
	if got := desk.Version(); got != "1" {
		t.Errorf("answers are said to be of version %s", got)
	}
	density, err := desk.Density(ctx, &Query{})
	must(err)
	if density.Total != bigRecord {
		t.Errorf("%d entries, want those from before", density.Total)
	}
	answer, err := desk.Document(ctx, "new")
	must(err)
	if len(answer.Lines) != len(lines) || len(lines) == 0 || answer.Events[lines[0].ID] != "event-"+lines[0].ID {
		t.Errorf("the new document has %d lines, want %d: %v", len(answer.Lines), len(lines), answer.Events)
	}
}
