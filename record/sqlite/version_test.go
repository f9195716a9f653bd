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

// fixture unpacks a record that an older program wrote, and returns its path.
func fixture(t *testing.T, name string) string {
	t.Helper()
	packed, err := os.ReadFile(filepath.Join("testdata", name+".gz"))
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
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestVersion1 holds that a record of version 1, which knew nothing of merging, is brought up to
// date by opening it to add: its lines are there, and the next digest merges them. The
// fixture was written by the program of that time: reports of 60 lines, and the first one
// printed again.
func TestVersion1(t *testing.T) {
	ctx := context.Background()
	path := fixture(t, "version1.db")
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

// TestVersion2 holds that a record of version 2, which knew neither the words that carry lines
// nor the ids that were joined, answers questions about them when it is brought up to date, and
// knows them from the next digest on. The fixture was written by the program of that time:
// reports of 60 lines, the first one printed again, and the decision that NOR is PER; all digested.
func TestVersion2(t *testing.T) {
	ctx := context.Background()
	s := openToAdd(t, fixture(t, "version2.db"))
	check := func() {
		t.Helper()
		for _, f := range []record.Filter{
			{Wordings: []record.Wording{{Type: "SUPPORT", Words: []string{"signed", "praised"}}}},
			{Wordings: []record.Wording{{Words: []string{"danced"}}}},
			{From: new(record.Day(20120101))},
			{To: new(record.Day(19930101))},
		} {
			var want, got []annals.Line
			for line, err := range s.Lines(ctx, nil) {
				if err != nil {
					t.Fatal(err)
				}
				if f.Match(line) {
					want = append(want, *line)
				}
			}
			for line, err := range s.Lines(ctx, &f) {
				if err != nil {
					t.Fatal(err)
				}
				got = append(got, *line)
			}
			if diff := cmp.Diff(want, got); diff != "" || len(want) == 0 && f.Wordings == nil {
				t.Errorf("%+v: %d lines (-want +got)\n%s", f, len(want), diff)
			}
		}
	}
	check()
	if done, err := s.Digested(ctx); done || err != nil {
		t.Errorf("what is new is digested: %v, %v", done, err)
	}
	digestStore(t, s)
	check()
	for alias, err := range s.Aliases(ctx) {
		if err != nil || alias.ID != "NOR" || alias.Of != "PER" {
			t.Errorf("joined: %+v, %v", alias, err)
		}
	}
	by := func(id string) int { return countEvents(t, s, &record.Filter{Parties: []record.Party{{ID: id}}}) }
	if by("NOR") != by("PER") || by("NOR") == 0 {
		t.Errorf("%d events of NOR and %d of PER, which are one", by("NOR"), by("PER"))
	}
}
