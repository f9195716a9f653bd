package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
)

var update = flag.Bool("update", false, "write the golden files anew")

// record reads lines made by hand, and the bytes that they were read from.
func record(t *testing.T) ([]annals.Line, []byte) {
	t.Helper()
	data, err := os.ReadFile("testdata/record.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var lines []annals.Line
	for row := range bytes.Lines(data) {
		var line annals.Line
		if err := json.Unmarshal(row, &line); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, line)
	}
	return lines, data
}

func write(t *testing.T, w export.Writer, lines ...annals.Line) {
	t.Helper()
	for i := range lines {
		if err := w.Write(&lines[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
}

// TestJSONLines writes what was read and must get the same bytes, but for the
// spaces between them.
func TestJSONLines(t *testing.T) {
	lines, data := record(t)
	var out, want bytes.Buffer
	write(t, export.NewJSONLines(&out), lines...)
	for row := range bytes.Lines(data) {
		if err := json.Compact(&want, bytes.TrimSpace(row)); err != nil {
			t.Fatal(err)
		}
		want.WriteByte('\n')
	}
	if diff := cmp.Diff(want.String(), out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestJSONLinesStaysReadable(t *testing.T) {
	var out bytes.Buffer
	write(t, export.NewJSONLines(&out), annals.Line{Document: "<a&b>"})
	if !strings.Contains(out.String(), `"document":"<a&b>"`) {
		t.Errorf("escaped: %s", out.String())
	}
}

func TestCSV(t *testing.T) {
	lines, _ := record(t)
	var out bytes.Buffer
	write(t, export.NewCSV(&out), lines...)
	if *update {
		if err := os.WriteFile("testdata/record.csv", out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/record.csv")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// cells returns the only row of a CSV by the names of its columns.
func cells(t *testing.T, line annals.Line) map[string]string {
	t.Helper()
	var out bytes.Buffer
	write(t, export.NewCSV(&out), line)
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil || len(rows) != 2 {
		t.Fatalf("%d rows, error %v", len(rows), err)
	}
	row := map[string]string{}
	for i, name := range rows[0] {
		row[name] = rows[1][i]
	}
	return row
}

func TestCSVFormulas(t *testing.T) {
	score, south := -4.5, -33.45
	row := cells(t, annals.Line{
		ID: "@id", Document: "=HYPERLINK(1)", Type: "+x", Mode: "-x", CAMEO: "\t=1", Text: "a = b", Score: &score,
		Sentence:  annals.Quote{Text: "-1+cmd|' /C calc'!A0"},
		Actor:     []annals.Participant{{Text: "=a", Country: "CHL"}, {Text: "b", Country: "PER"}},
		When:      &annals.When{EDTF: "-0043-03-15"},
		Where:     []annals.Place{{Text: "Santiago", Lat: &south}},
		Citations: []string{"4", "5"},
	})
	want := map[string]string{
		"id": "'@id", "document": "'=HYPERLINK(1)", "type": "'+x", "mode": "'-x", "cameo": "'\t=1", "text": "a = b",
		"score": "-4.5", "sentence": "'-1+cmd|' /C calc'!A0", "actor": "'=a; b", "actor_country": "CHL; PER",
		"actor_role": "; ", "when_edtf": "'-0043-03-15", "where_lat": "-33.45", "citations": "4; 5",
	}
	for name, cell := range want {
		if row[name] != cell {
			t.Errorf("%s: got %q, want %q", name, row[name], cell)
		}
	}
}

// TestHarmless holds what a spreadsheet would run, and that numbers stay numbers.
func TestHarmless(t *testing.T) {
	for cell, want := range map[string]string{
		"": "", "a": "a", "=1+1": "'=1+1", "+1": "'+1", "@SUM(A1)": "'@SUM(A1)", "\tx": "'\tx", "\rx": "'\rx", "\n=1": "'\n=1", " =1": "' =1",
		"\u00a0=1": "'\u00a0=1", "＝1": "'＝1", "＋1": "'＋1", "－1": "'－1", "＠x": "'＠x",
		"-1": "-1", "-1.5": "-1.5", "-": "'-", "-1-2": "'-1-2", "-1e5": "'-1e5", "-33.45; 2; ": "-33.45; 2; ", "-1; =2": "'-1; =2", "1=1": "1=1",
		"–1": "–1", "'x": "'x", "-0043-03-15": "'-0043-03-15",
	} {
		if got := export.Harmless(cell); got != want {
			t.Errorf("%q becomes %q, want %q", cell, got, want)
		}
	}
}

// TestCSVLists holds that a list can be cut at its separators, whatever its values hold,
// and that no value is a formula where a spreadsheet cuts at semicolons.
func TestCSVLists(t *testing.T) {
	row := cells(t, annals.Line{Actor: []annals.Participant{{Text: "a; b", Country: "CHL"}, {Text: "=c"}, {Text: "-1"}}})
	if got, want := row["actor"], "a, b; '=c; -1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := row["actor_country"], "CHL; ; "; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestCSVEmpty holds that a table without rows still names its columns.
func TestCSVEmpty(t *testing.T) {
	var out bytes.Buffer
	write(t, export.NewCSV(&out))
	if !strings.HasPrefix(out.String(), "id,kind,document,") || strings.Count(out.String(), "\n") != 1 {
		t.Errorf("got %q", out.String())
	}
}
