package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/merge"
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

// entriesOf returns reports with so many lines, of which each third one is printed again
// by another newspaper. Each changed-th document is another than without changes; 0 for none.
func entriesOf(lines, changed int) []record.Entry {
	var out []record.Entry
	for r := range synthetic.Reports(lines*3/4, 1) {
		out = append(out, reportEntry(r))
		if len(out)%4 == 3 {
			out = append(out, reprint(r))
		}
	}
	for i := range out {
		if e := &out[i]; changed > 0 && i%changed == 0 {
			e.Lines = e.Lines[:len(e.Lines)/2]
			e.Document.Title = "changed"
			e.Fingerprint = record.FingerprintOf(&e.Document, e.Coder)
		}
	}
	return out
}

// reprint returns a report as another newspaper prints it.
func reprint(r *synthetic.Report) record.Entry {
	e := reportEntry(r)
	e.Document.ID, e.Document.Source = "again-"+e.Document.ID, "Reprint"
	e.Lines = slices.Clone(e.Lines)
	for i := range e.Lines {
		line := &e.Lines[i]
		line.Document = e.Document.ID
		line.ID = line.ID[1:] + line.ID[:1]
	}
	e.Fingerprint = record.FingerprintOf(&e.Document, e.Coder)
	return e
}

// addTo adds entries to a record in batches of some documents, and digests it.
func addTo(path string, entries []record.Entry) error {
	s, err := sqlite.OpenToAdd(context.Background(), path)
	if err != nil {
		return err
	}
	g, err := gazetteer.Load()
	if err != nil {
		return err
	}
	d, err := digest.New(g)
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
	if err := s.Digest(context.Background(), d); err != nil {
		return err
	}
	return s.Close()
}

// TestKill kills a program at random moments while it adds to a record. After each
// kill every document must be whole, as it was or as it is to be, and every event of one
// line or several; and after the program has been started again and is done, the record and
// its digest must be what they are undisturbed.
func TestKill(t *testing.T) {
	kills := 50
	if testing.Short() || raceDetector { // under which each of its programs takes ten times as long
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
	want, wantDigest := all(t, undisturbed), digestIn(t, undisturbed)
	if !wantDigest.Current || wantDigest.Merged == 0 {
		t.Fatalf("the undisturbed record: %+v", wantDigest)
	}

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
		got, digested := all(t, path), digestIn(t, path)
		expected, expectedDigest := want, wantDigest
		if finished%2 == 1 {
			expected, expectedDigest = fresh(t, dir), digestIn(t, filepath.Join(dir, "fresh.db"))
		}
		if diff := cmp.Diff(expectedDigest, digested); diff != "" {
			t.Fatalf("after %d kills the digest is another one (-undisturbed +killed)\n%s", within, diff[:min(len(diff), 2000)])
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

// digested is what the digest of a record tells.
type digested struct {
	Current  bool
	Events   map[string]merge.Event // by id
	Overview *record.Overview
	Merged   int // events of several reports
}

// digestIn returns what the digest of a record tells. Each line is in one event and no more.
func digestIn(t *testing.T, path string) digested {
	t.Helper()
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	defer closeStore(t, s)
	out := digested{Events: map[string]merge.Event{}}
	reported := map[string]int{}
	for e, err := range s.Events(ctx, nil) {
		if err != nil {
			t.Fatal(err)
		}
		out.Events[e.ID] = *e
		for _, id := range e.Reports {
			if reported[id]++; reported[id] > 1 {
				t.Fatalf("the line %s is in two events", id)
			}
		}
		if len(e.Reports) > 1 {
			out.Merged++
		}
	}
	if out.Overview, err = s.Overview(ctx, [2]string{}); err != nil {
		t.Fatal(err)
	}
	if out.Current, err = s.Digested(ctx); err != nil {
		t.Fatal(err)
	}
	return out
}

// checkWhole holds that each document of a record is one that was added.
func checkWhole(t *testing.T, path string) {
	t.Helper()
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		return // it was killed before there was a record
	}
	if d := digestIn(t, path); d.Current && d.Overview.Events != len(d.Events) {
		t.Fatalf("%d events are counted, and there are %d", d.Overview.Events, len(d.Events))
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
