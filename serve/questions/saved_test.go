package questions

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"annals/ask"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
	"annals/what"
)

// TestSaved holds that a catalogue that was kept is the one that was made, and that a file
// is not used that is cut off, changed or of another record.
func TestSaved(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	store, err := sqlite.OpenToAdd(ctx, filepath.Join(dir, "annals.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close() //nolint:errcheck // the test has ended
	add := func(r *synthetic.Report) {
		t.Helper()
		entry := record.Entry{Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Coder: "x", Fingerprint: record.FingerprintOf(&r.Document, "x")}
		if err := store.Add(ctx, []record.Entry{entry}); err != nil {
			t.Fatal(err)
		}
	}
	for r := range synthetic.Reports(300, 1) {
		add(r)
		r.Document.ID += " reprinted" // so that events have several reports
		for i := range r.Lines {
			r.Lines[i].Document = r.Document.ID
			id := []byte(r.Lines[i].ID)
			slices.Reverse(id)
			r.Lines[i].ID = string(id)
		}
		add(r)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		t.Fatal(err)
	}
	before, err := contentOf(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Digest(ctx, digester); err != nil {
		t.Fatal(err)
	}
	content, err := contentOf(ctx, store)
	if err != nil {
		t.Fatal(err)
	}
	if content == before {
		t.Error("a digest changes nothing")
	}
	made, err := newCatalogue(ctx, store, "1")
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "catalogue")
	if err := made.save(file, content); err != nil {
		t.Fatal(err)
	}
	loaded, err := load(file, content, "1")
	if err != nil {
		t.Fatal(err)
	}
	testNetwork(t, store, known, made)
	made.key = nil // room that was used
	for _, c := range []*catalogue{made, loaded} {
		c.whats.numbers, c.sides.numbers, c.chains.numbers, c.whens.numbers, c.wheres.numbers, c.texts.numbers = nil, nil, nil, nil, nil, nil
	}
	everything := cmp.Exporter(func(reflect.Type) bool { return true })
	if len(made.events) < 100 {
		t.Errorf("only %d events have several reports", len(made.events))
	}
	if diff := cmp.Diff(made, loaded, everything, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-made +loaded)\n%.2000s", diff)
	}
	if _, err := load(file, before, "1"); !errors.Is(err, errOther) {
		t.Errorf("a file of the record before it was put together: %v", err)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for name, broken := range map[string][]byte{
		"cut off": data[:len(data)-1], "empty": nil, "foreign": []byte("a text that is no catalogue, and long enough to be read for one, is none"),
		"changed": append(append([]byte{}, data[:len(data)-1]...), data[len(data)-1]^1),
	} {
		if err := os.WriteFile(file, broken, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := load(file, content, "1"); !errors.Is(err, errOther) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// testNetwork holds that who acts on whom in the rows of a catalogue is what package ask
// finds in the lines.
func testNetwork(t *testing.T, store record.Store, known *gazetteer.Gazetteer, c *catalogue) {
	t.Helper()
	book, err := what.Load()
	if err != nil {
		t.Fatal(err)
	}
	desk, err := New(Options{Store: store, Gazetteer: known, Codebook: book})
	if err != nil {
		t.Fatal(err)
	}
	for _, byCountry := range []bool{true, false} {
		want := ask.Network(c.told(c.added), &ask.Query{}, byCountry, desk.Name, desk.quad)
		for i := range want {
			tally := &want[i].Tally
			tally.EventIDs, tally.Lines, tally.Documents = first(tally.EventIDs), first(tally.Lines), first(tally.Documents)
		}
		got := desk.network(c, c.added, byCountry)
		if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 1e-9), cmpopts.IgnoreUnexported(ask.Node{})); diff != "" {
			t.Errorf("by country %v (-ask +catalogue)\n%.3000s", byCountry, diff)
		}
	}
}

func first(ids []string) []string { return ids[:min(len(ids), mostIDs)] }
