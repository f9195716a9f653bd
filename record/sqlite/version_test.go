package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
	"annals/record/sqlite"
	"annals/synthetic"
)

// TestVersion1 holds that a record of version 1, which knew nothing of merging, is brought up to
// date by opening it to add: its lines are there, and the next digest merges them. The
// fixture was written by the program of that time: reports of 60 lines, and the first one
// printed again.
func TestVersion1(t *testing.T) {
	ctx := context.Background()
	packed, err := os.ReadFile("testdata/version1.db.gz")
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "version1.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := sqlite.Open(ctx, path); err == nil || !strings.Contains(err.Error(), "older annals (version 1)") {
		t.Errorf("opened to read: %v", err)
	}
	s := openToAdd(t, path)
	var want []annals.Line
	for r := range synthetic.Reports(60, 1) {
		want = append(want, r.Lines...)
	}
	var got []annals.Line
	for line, err := range s.Lines(ctx, nil) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, *line)
	}
	if diff := cmp.Diff(want, got[:min(len(got), len(want))]); diff != "" || len(got) != len(want)+20 {
		t.Errorf("%d lines (-want +got)\n%s", len(got), diff)
	}
	if done, err := s.Digested(ctx); done || err != nil {
		t.Errorf("digested before it could be: %v, %v", done, err)
	}
	digestStore(t, s)
	merged := 0
	for e, err := range s.Events(ctx, &record.Filter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if len(e.Reports) == 2 && e.Documents == 2 && e.Sources == 1 {
			merged++
		}
	}
	if merged != 20 {
		t.Errorf("%d events are told by both prints of a report, want 20", merged)
	}
}
