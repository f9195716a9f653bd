package ask_test

import (
	"os"
	"strings"
	"testing"

	"annals"
	"annals/ask"
	"annals/coder"
	"annals/datafile"
	"annals/what"
)

// changes reads data/changes.tsv.
func changes(t *testing.T) *datafile.Table {
	t.Helper()
	table, err := datafile.Read(os.DirFS("."), "data/changes.tsv", "change", "state", "type", "mode", "words", "holder", "of", "sure")
	if err != nil {
		t.Fatal(err)
	}
	return table
}

// TestChangesExamples codes the sentences of each example, and asks for the state long
// after their dates.
func TestChangesExamples(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := ask.ParseDays("2100-01-01")
	if err != nil {
		t.Fatal(err)
	}
	table := changes(t)
	ran := 0
	for i := range table.Rows {
		for _, example := range table.Rows[i].Examples {
			ran++
			state, want, _ := strings.Cut(example.Expect, " ")
			lines := c.Code(&annals.Document{ID: "example", Text: example.Sentence})
			got := "gone"
			for _, h := range known.State(ask.NewTold(lines, nil, nil), after) {
				if h.State == state && !h.Certain {
					got = "uncertain"
				}
			}
			if got != want {
				t.Errorf("%s:%d: %s: %s is %s, want %s", table.File, example.Line, example.Sentence, state, got, want)
			}
		}
	}
	if ran < 10 {
		t.Errorf("only %d examples were run", ran)
	}
}

// TestChangesBegin holds that what an example tells as gone was there before, so that no
// example is right because nothing was read.
func TestChangesBegin(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	table := changes(t)
	for i := range table.Rows {
		for _, example := range table.Rows[i].Examples {
			state, _, _ := strings.Cut(example.Expect, " ")
			lines := c.Code(&annals.Document{ID: "example", Text: example.Sentence})
			found := false
			for j := range lines {
				if lines[j].When == nil {
					continue
				}
				day, _, err := ask.ParseDays(lines[j].When.From)
				if err != nil {
					continue
				}
				for _, h := range known.State(ask.NewTold(lines, nil, nil), day) {
					found = found || h.State == state
				}
			}
			if !found {
				t.Errorf("%s:%d: %s: there never was a state %s", table.File, example.Line, example.Sentence, state)
			}
		}
	}
}

// TestChangesAreOfTheCodebook holds that every type and mode of the table is one of the
// codebook.
func TestChangesAreOfTheCodebook(t *testing.T) {
	book, err := what.Load()
	if err != nil {
		t.Fatal(err)
	}
	table := changes(t)
	for i := range table.Rows {
		row := &table.Rows[i]
		mode := strings.TrimPrefix(row.Get("mode"), "-")
		if found := book.Type(row.Get("type"), mode); found == nil || found.Mode != mode {
			t.Errorf("%s:%d: the codebook has no type %s with the mode %q", row.File, row.Line, row.Get("type"), mode)
		}
	}
}
