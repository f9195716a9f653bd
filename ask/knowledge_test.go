package ask_test

import (
	"fmt"
	"os"
	"strconv"
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

// TestChangesExamples codes the sentences of each example, and asks for the state five years
// after the last of their dates.
func TestChangesExamples(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	known, err := ask.LoadKnowledge()
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
			for _, h := range known.State(ask.NewTold(lines, nil, nil), yearsAfter(t, 5, lines)) {
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

// yearsAfter returns a day so many years after the last one that lines tell of.
func yearsAfter(t *testing.T, years int, lines []annals.Line) ask.Day {
	t.Helper()
	last := 0
	for i := range lines {
		if when := lines[i].When; when != nil {
			for _, day := range []string{when.From, when.To} {
				if year, err := strconv.Atoi(day[:min(len(day), 4)]); err == nil {
					last = max(last, year)
				}
			}
		}
	}
	if last == 0 {
		t.Fatal("no line has a date")
	}
	day, _, err := ask.ParseDays(fmt.Sprintf("%04d-01-01", last+1+years))
	if err != nil {
		t.Fatal(err)
	}
	return day
}

// TestTerms holds that an office is told of a day for as long as its row says.
func TestTerms(t *testing.T) {
	for _, test := range []struct {
		role string
		last string // the last day but one year or so on which it is told of
		gone string
	}{
		{"prime minister of Norway", "1964-06-01", "1966-06-01"},
		{"king of Norway", "2022-06-01", "2024-06-01"},
		{"Queen Mother", "2022-06-01", "2024-06-01"},
		{"kingmaker", "1964-06-01", "1966-06-01"},
		{"pope", "1984-06-01", "1986-06-01"},
	} {
		lines := []annals.Line{office("1", "Berg", test.role, "1950-01-01")}
		if got := holds(t, lines, test.last); len(got) != 1 {
			t.Errorf("%s on %s: %q", test.role, test.last, got)
		}
		if got := holds(t, lines, test.gone); len(got) != 0 {
			t.Errorf("%s on %s: %q", test.role, test.gone, got)
		}
	}
}
