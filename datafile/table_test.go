package datafile

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	text := "# Roles.\n\nlemma\tsector\r\n# EXAMPLE The king spoke. => GOV\nking\tGOV\n  queen \t GOV \nduke\n"
	table, err := Parse("roles.tsv", text, "lemma", "sector")
	if err != nil {
		t.Fatal(err)
	}
	type row struct {
		Line          int
		Lemma, Sector string
		Examples      []Example
	}
	var got []row
	for _, r := range table.Rows {
		got = append(got, row{r.Line, r.Get("lemma"), r.Get("sector"), r.Examples})
	}
	want := []row{
		{5, "king", "GOV", []Example{{4, "The king spoke.", "GOV"}}},
		{6, "queen", "GOV", nil},
		{7, "duke", "", nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows differ (-want +got):\n%s", diff)
	}
}

func TestParseErrorsNameFileAndLine(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no header", "# nothing here\n", "a.tsv: empty"},
		{"other columns", "word\tkind\n", "a.tsv:1: the columns are"},
		{"too many cells", "lemma\tsector\nking\tGOV\tMIL\n", "a.tsv:2: 3 cells"},
		{"example without arrow", "lemma\tsector\n# EXAMPLE A king.\nking\tGOV\n", "a.tsv:2: EXAMPLE without =>"},
		{"example without row", "lemma\tsector\nking\tGOV\n# EXAMPLE A king. => GOV\n", "a.tsv:3: EXAMPLE without a row"},
		{"not UTF-8", "lemma\tsector\n\xff\tGOV\n", "a.tsv: not UTF-8"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := Parse("a.tsv", tt.text, "lemma", "sector")
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one with %q", err, tt.want)
			}
		})
	}
}

func TestReadMissingFile(t *testing.T) {
	_, err := Read(fstest.MapFS{}, "gone.tsv", "lemma")
	if err == nil || !strings.Contains(err.Error(), "reading data file gone.tsv") {
		t.Errorf("got error %v", err)
	}
}

// titled calls every file by another name.
type titled struct{ fstest.MapFS }

func (titled) Title(name string) string { return "mine/" + name }

func TestReadTitled(t *testing.T) {
	files := titled{fstest.MapFS{"a.tsv": {Data: []byte("lemma\nking\tGOV\n")}}}
	_, err := Read(files, "a.tsv", "lemma")
	if err == nil || !strings.HasPrefix(err.Error(), "mine/a.tsv:2: ") {
		t.Errorf("got error %v", err)
	}
}

func TestRowErrorf(t *testing.T) {
	table, err := Parse("a.tsv", "lemma\nking\n", "lemma")
	if err != nil {
		t.Fatal(err)
	}
	if got, want := table.Rows[0].Errorf("no %s", "queen").Error(), "a.tsv:2: no queen"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestList(t *testing.T) {
	table, err := Parse("a.tsv", "words\n king | queen ||\n", "words")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"king", "queen"}, table.Rows[0].List("words", "|")); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("lemma\tsector\n# EXAMPLE a => b\nking\tGOV\n")
	f.Fuzz(func(t *testing.T, text string) {
		table, err := Parse("a.tsv", text, "lemma", "sector")
		if err != nil {
			return
		}
		for _, row := range table.Rows {
			row.Get("sector")
		}
	})
}

// TestEach holds that rows are those of Read, and that the first error ends the reading.
func TestEach(t *testing.T) {
	files := fstest.MapFS{"a.tsv": {Data: []byte("name\tkind\nLima\ttown\nOslo\ttown\nBly\tperson\n")}}
	table, err := Read(files, "a.tsv", "name", "kind")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	err = Each(files, "a.tsv", func(r *Row) error {
		if want := &table.Rows[n]; r.Get("name") != want.Get("name") || r.Line != want.Line {
			t.Errorf("row %d: %s of line %d, want %s of line %d", n, r.Get("name"), r.Line, want.Get("name"), want.Line)
		}
		if n++; n == 2 {
			return r.Errorf("enough")
		}
		return nil
	}, "name", "kind")
	if err == nil || err.Error() != "a.tsv:3: enough" || n != 2 {
		t.Errorf("%d rows, then error %v", n, err)
	}
	if err := Each(files, "b.tsv", nil, "name"); err == nil {
		t.Error("no error for a file that is not there")
	}
}
