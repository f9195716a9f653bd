package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record/sqlite"
)

// TestReadBeside holds that a program may read a record while another one adds to it,
// and sees whole documents, and each line in one event.
func TestReadBeside(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	if err := addTo(path, firstReading()); err != nil {
		t.Fatal(err)
	}
	child := childFor(path)
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- child.Wait() }()
	for readings := 1; ; readings++ {
		checkLines(t, path)
		digestIn(t, path)
		select {
		case err := <-done:
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("read %d times", readings)
			if readings < 2 {
				t.Error("the other program was done at once")
			}
			return
		default:
		}
	}
}

// checkLines holds that the lines of each document in a record are those of one that
// was added.
func checkLines(t *testing.T, path string) {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	got := map[string][]annals.Line{}
	for line, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		got[line.Document] = append(got[line.Document], *line)
	}
	for _, e := range append(firstReading(), secondReading()...) {
		if cmp.Equal(got[e.Document.ID], e.Lines) {
			delete(got, e.Document.ID)
		}
	}
	for id, lines := range got {
		t.Fatalf("the document %q has %d lines that are not those of any that was added", id, len(lines))
	}
}

// TestAddBeside holds that two programs may add the same to one record, which none of
// them has made before.
func TestAddBeside(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "annals.db")
	first, second := childFor(path), childFor(path)
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	if err := second.Run(); err != nil {
		t.Error(err)
	}
	if err := first.Wait(); err != nil {
		t.Error(err)
	}
	got, want := all(t, path), fresh(t, t.TempDir())
	for id, d := range got { // which of them came first is left to chance
		d.Place = want[id].Place
		got[id] = d
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-one +two)\n%s", diff[:min(len(diff), 2000)])
	}
	if _, err := os.Stat(path + "-wal"); err == nil {
		t.Error("the log is still there")
	}
}
