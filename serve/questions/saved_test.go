package questions

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
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
	defer store.Close()
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
			r.Lines[i].ID = "f" + r.Lines[i].ID[1:]
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
