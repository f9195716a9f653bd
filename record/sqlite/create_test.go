package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"golang.org/x/sync/errgroup"

	"annals/record"
	"annals/record/sqlite"
	"annals/synthetic"
)

// withLog makes a folder in which a record was deleted while its log stayed, as after a kill,
// and returns the path of the record.
func withLog(t *testing.T) string {
	t.Helper()
	ctx := context.Background()
	old, place := filepath.Join(t.TempDir(), "annals.db"), filepath.Join(t.TempDir(), "annals.db")
	s := openToAdd(t, old)
	defer closeStore(t, s)
	for r := range synthetic.Reports(50, 1) {
		if err := s.Add(ctx, []record.Entry{reportEntry(r)}); err != nil {
			t.Fatal(err)
		}
	}
	log := readFile(t, old+"-wal") // closing would empty it
	if len(log) == 0 {
		t.Fatal("the log is empty")
	}
	if err := os.WriteFile(place+"-wal", log, 0o666); err != nil {
		t.Fatal(err)
	}
	return place
}

func countDocuments(t *testing.T, s *sqlite.Store) int {
	t.Helper()
	n := 0
	for _, err := range s.Documents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		n++
	}
	return n
}

// TestLogOfAnother holds that a new record takes nothing from the log of one that was
// deleted, and is whole.
func TestLogOfAnother(t *testing.T) {
	path := withLog(t)
	s := openToAdd(t, path)
	if n := countDocuments(t, s); n != 0 {
		t.Errorf("%d documents in a new record", n)
	}
	closeStore(t, s)
	checkWhole(t, path)
}

// TestMadeByMany holds that programs which make one record at the same time, where a log and a
// claim of others were left, all add to it.
func TestMadeByMany(t *testing.T) {
	ctx := context.Background()
	path := withLog(t)
	if err := os.WriteFile(path+"-new-claim", nil, 0o666); err != nil {
		t.Fatal(err)
	}
	entries := firstReading()[:8]
	var group errgroup.Group
	for i := range entries {
		group.Go(func() error {
			s, err := sqlite.OpenToAdd(ctx, path)
			if err != nil {
				return err
			}
			if err := s.Add(ctx, entries[i:i+1]); err != nil {
				return err
			}
			return s.Close()
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	s := openToAdd(t, path)
	if n := countDocuments(t, s); n != len(entries) {
		t.Errorf("%d documents, want %d", n, len(entries))
	}
	closeStore(t, s)
	checkWhole(t, path)
	if left := filesIn(t, filepath.Dir(path)); len(left) != 1 {
		t.Errorf("beside the record lie %q", left)
	}
}
