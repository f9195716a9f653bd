package table_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

var update = flag.Bool("update", false, "write the golden files anew")

// record reads the lines made by hand of package ask.
func record(t *testing.T) []annals.Line {
	t.Helper()
	return parsed[annals.Line](t, "../testdata/record.jsonl")
}

// parsed reads a file of JSON Lines.
func parsed[T any](t *testing.T, file string) []T {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out []T
	for row := range bytes.Lines(data) {
		var one T
		if err := json.Unmarshal(row, &one); err != nil {
			t.Fatal(err)
		}
		out = append(out, one)
	}
	return out
}

func draw(t *testing.T, groups []ask.Group, look table.Look) string {
	t.Helper()
	var out bytes.Buffer
	if err := table.New(&out, look).Groups(groups); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestGolden(t *testing.T) {
	groups := ask.Timeline(record(t), &ask.Query{})
	for _, test := range []struct {
		file string
		look table.Look
	}{
		{"testdata/plain.golden", table.Look{Width: 100}},
		{"testdata/narrow.golden", table.Look{Width: 40}},
		{"testdata/colour.golden", table.Look{Width: 100, Colour: true}},
	} {
		t.Run(test.file, func(t *testing.T) {
			matchGolden(t, test.file, draw(t, groups, test.look))
		})
	}
}

// matchGolden compares with a golden file, which -update writes anew.
func matchGolden(t *testing.T, file, got string) {
	t.Helper()
	got = strings.ReplaceAll(got, "\x1b", "ESC") // so that the file stays text
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestWidth holds that no line is wider than was asked for, and that no line
// ends with a space.
func TestWidth(t *testing.T) {
	groups := ask.Timeline(record(t), &ask.Query{})
	for _, width := range []int{table.MinWidth, 73, 100, 140} {
		for line := range strings.Lines(draw(t, groups, table.Look{Width: width})) {
			line = strings.TrimSuffix(line, "\n")
			if n := len([]rune(line)); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("width %d: %q ends with a space", width, line)
			}
		}
	}
}

// TestHostile holds that a document cannot send commands to the terminal.
func TestHostile(t *testing.T) {
	evil := "Chile\x1b[2J\x1b]0;x\x07 met\u202e Peru\u009b1m."
	line := &annals.Line{
		Kind: annals.Event, Document: evil, Type: evil, Sentence: annals.Quote{Text: evil},
		Actor: []annals.Participant{{Text: evil}}, When: &annals.When{Text: evil, Basis: annals.BasisText},
		SaidBy: []annals.Attribution{{Cue: evil}}, Where: []annals.Place{{Text: evil}}, Citations: []string{evil},
	}
	got := draw(t, []ask.Group{{Heading: evil, Lines: []*annals.Line{line}}}, table.Look{Width: 100})
	if strings.ContainsAny(got, "\x1b\x07\u202e\u009b") {
		t.Errorf("control characters in %q", got)
	}
}

// TestLongWord holds that a word that fits no column is cut, wide characters
// counted twice.
func TestLongWord(t *testing.T) {
	line := &annals.Line{Kind: annals.Claim, Text: strings.Repeat("漢字", 60)}
	got := draw(t, []ask.Group{{Heading: "2019", Lines: []*annals.Line{line}}}, table.Look{Width: 60})
	if n := strings.Count(got, "漢"); n != 60 {
		t.Errorf("%d of 60 characters are there", n)
	}
	for row := range strings.Lines(got) {
		if n := strings.Count(row, "漢") + strings.Count(row, "字"); 2*n > 60 {
			t.Errorf("%q is wider than 60 columns", row)
		}
	}
}
