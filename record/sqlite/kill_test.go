package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
	"annals/record/sqlite"
	"annals/synthetic"
)

// childVariable names the record that this program is to add to, when a test has
// started it for that.
const childVariable = "ANNALS_TEST_ADD_TO"

func TestMain(m *testing.M) {
	if path := os.Getenv(childVariable); path != "" {
		if err := addTo(path, secondReading()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// killLines is how many lines the record has before and after.
const killLines = 1200

// firstReading is what the record holds before it is added to.
func firstReading() []record.Entry { return entriesOf(killLines/2, 0) }

// secondReading is what is added: documents that are there already, some of which have
// changed, and new ones.
func secondReading() []record.Entry { return entriesOf(killLines, 2) }

// entriesOf returns reports with so many lines. Each changed-th one is another than
// without changes; 0 for none.
func entriesOf(lines, changed int) []record.Entry {
	var out []record.Entry
	for r := range synthetic.Reports(lines, 1) {
		if changed > 0 && len(out)%changed == 0 {
			r.Lines = r.Lines[:len(r.Lines)/2]
			r.Document.Title = "changed"
		}
		out = append(out, reportEntry(r))
	}
	return out
}

// addTo adds entries to a record in batches of some documents.
func addTo(path string, entries []record.Entry) error {
	s, err := sqlite.OpenToAdd(context.Background(), path)
	if err != nil {
		return err
	}
	const batch = 3
	for len(entries) > 0 {
		n := min(batch, len(entries))
		if err := s.Add(context.Background(), entries[:n]); err != nil {
			return err
		}
		entries = entries[n:]
	}
	return s.Close()
}

// TestKill kills a program at random moments while it adds to a record. After each
// kill every document must be whole, as it was or as it is to be; and after the program
// has been started again and is done, the record must be what it is undisturbed.
func TestKill(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 5
	}
	dir := t.TempDir()
	undisturbed := filepath.Join(dir, "undisturbed.db")
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(addTo(undisturbed, firstReading()))
	before := readFile(t, undisturbed)
	start := time.Now()
	check(childFor(undisturbed).Run())
	whole := time.Since(start) // with the start of the program
	want := all(t, undisturbed)

	random := rand.New(rand.NewPCG(1, 2))
	path := ""
	finished, within := 0, 0
	begin := func() {
		path = filepath.Join(dir, fmt.Sprintf("killed-%d.db", finished))
		if finished%2 == 0 { // else it begins without a record
			check(os.WriteFile(path, before, 0o600))
		}
	}
	compare := func() {
		check(childFor(path).Run())
		got := all(t, path)
		expected := want
		if finished%2 == 1 {
			expected = fresh(t, dir)
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Fatalf("after %d kills the record is another one (-undisturbed +killed)\n%s", within, diff[:min(len(diff), 2000)])
		}
		finished++
	}
	begin()
	for count := 0; count < kills; {
		if !killed(t, childFor(path), time.Duration(random.Int64N(int64(whole)))) {
			compare() // it was done before
			within = 0
			begin()
			continue
		}
		count++
		within++
		checkWhole(t, path)
	}
	compare()
	t.Logf("%d kills, %d records", kills, finished)
}

// childFor returns a process of this program that adds to a record.
func childFor(path string) *exec.Cmd {
	child := exec.Command(os.Args[0], "-test.run=^$")
	child.Env = append(os.Environ(), childVariable+"="+path)
	child.Stderr = os.Stderr
	return child
}

// killed starts a process and kills it after some time. It returns false if the process
// was done before.
func killed(t *testing.T, child *exec.Cmd, after time.Duration) bool {
	t.Helper()
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(after)
	if err := child.Process.Kill(); err != nil && !errors.Is(err, os.ErrProcessDone) {
		t.Fatal(err)
	}
	err := child.Wait()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.Exited()) {
		t.Fatalf("the program failed: %v", err)
	}
	return err != nil
}

// fresh returns what a record holds that was made undisturbed.
func fresh(t *testing.T, dir string) map[string]document {
	t.Helper()
	path := filepath.Join(dir, "fresh.db")
	if _, err := os.Stat(path); err != nil {
		if err := addTo(path, secondReading()); err != nil {
			t.Fatal(err)
		}
	}
	return all(t, path)
}

// document is what a record has of a document.
type document struct {
	Kept  record.Kept
	Text  string
	Lines []annals.Line
	Place int // of its first line among all lines
	Found int // sentences that a search finds in it
}

// all returns what a record holds, after it has been opened as anybody would.
func all(t *testing.T, path string) map[string]document {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	out := map[string]document{}
	for k, err := range s.Documents(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		doc, err := s.Document(context.Background(), k.Document.ID)
		if err != nil {
			t.Fatal(err)
		}
		out[k.Document.ID] = document{Kept: *k, Text: doc.Text}
	}
	place := 0
	for line, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		d := out[line.Document]
		if len(d.Lines) == 0 {
			d.Place = place
		}
		place++
		d.Lines = append(d.Lines, *line)
		out[line.Document] = d
	}
	for found, err := range s.Search(context.Background(), &record.Search{Phrases: []string{"over"}}) {
		if err != nil {
			t.Fatal(err)
		}
		d := out[found.Document.ID]
		d.Found++
		out[found.Document.ID] = d
	}
	return out
}

// checkWhole holds that each document of a record is one that was added.
func checkWhole(t *testing.T, path string) {
	t.Helper()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return // it was killed before there was a record
	}
	possible := map[string][]record.Entry{}
	for _, e := range append(firstReading(), secondReading()...) {
		possible[e.Document.ID] = append(possible[e.Document.ID], e)
	}
	for id, got := range all(t, path) {
		isWhole := false
		for _, e := range possible[id] {
			if e.Fingerprint == got.Kept.Fingerprint {
				isWhole = got.Text == e.Document.Text && cmp.Equal(got.Lines, e.Lines) && got.Found == len(e.Sentences)
			}
		}
		if !isWhole {
			t.Fatalf("the document %q is not whole: %+v", id, got.Kept)
		}
	}
}
