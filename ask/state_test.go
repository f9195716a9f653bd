package ask_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
)

var update = flag.Bool("update", false, "write the golden files anew")

// matchGolden compares with a golden file, which -update writes anew.
func matchGolden(t *testing.T, file, got string) {
	t.Helper()
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

// holds writes what held on a day, a line each.
func holds(t *testing.T, lines []annals.Line, on string) []string {
	t.Helper()
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	day, _, err := ask.ParseDays(on)
	if err != nil {
		t.Fatal(err)
	}
	told := ask.NewTold(lines, nil, nil)
	return append(described(t, known.State(told, day), ""), described(t, known.Undated(told, day), "undated ")...)
}

// described writes holdings, a line each.
func described(t *testing.T, all []ask.Holding, as string) []string {
	t.Helper()
	var out []string
	for _, h := range all {
		var holders []string
		for i := range h.Holder {
			holders = append(holders, ask.NameOf(&h.Holder[i]))
		}
		certain := "certain"
		if !h.Certain {
			certain = "uncertain"
		}
		if len(h.Lines) == 0 {
			t.Errorf("%s has no source", h.Words)
		}
		out = append(out, fmt.Sprintf("%s%s %s: %s, %s", as, h.State, strings.Join(holders, "+"), certain, h.Why))
	}
	return out
}

// TestState compares what held on some days with a golden file. The lines are of
// texts such as "She resigned on 4 June 1995."
func TestState(t *testing.T) {
	lines := readRecord(t, "testdata/states.jsonl")
	var out strings.Builder
	for _, on := range []string{
		"1600-01-01", "1930-01-01", "1942-01-01", "1966-01-01", "1970-02-02", "1971-01-01", "1991-05-03", "1993-01-01",
		"1995-06-04", "1996-06-01", "2025-01-01", "2031-03-02",
	} {
		fmt.Fprintf(&out, "%s\n", on)
		for _, line := range holds(t, lines, on) {
			fmt.Fprintf(&out, "  %s\n", line)
		}
	}
	matchGolden(t, "testdata/states.golden", out.String())
}

// office is a line that tells that somebody held an office in Norway.
func office(id, name, role, edtf string) annals.Line {
	return annals.Line{
		ID: id, Kind: annals.State, Type: "office", Status: annals.Actual, Text: role,
		Actor: []annals.Participant{{Text: name, ID: "person:" + name, Name: name, Country: "NOR", Role: role}},
		When:  &annals.When{EDTF: edtf, From: edtf, To: edtf, Basis: annals.BasisText},
	}
}

// TestSuccession holds that a successor ends the time of whom he follows in an office
// that one holds at a time, and in no other.
func TestSuccession(t *testing.T) {
	lines := []annals.Line{
		office("1", "Berg", "Prime Minister of Norway", "1950-01-01"),
		office("2", "Dahl", "Norwegian prime minister", "1960-01-01"),
		office("3", "Lund", "minister", "1950-01-01"),
		office("4", "Moe", "minister", "1960-01-01"),
		office("5", "Vik", "prime minister of the youth parliament", "1961-01-01"),
	}
	for _, test := range []struct {
		on   string
		want []string
	}{
		{"1949-01-01", nil},
		{"1955-01-01", []string{"office Berg: uncertain, told of 1950-01-01; no end is told", "office Lund: uncertain, told of 1950-01-01; no end is told"}},
		{"1964-01-01", []string{
			"office Lund: uncertain, told of 1950-01-01; no end is told", "office Dahl: uncertain, told of 1960-01-01; no end is told",
			"office Moe: uncertain, told of 1960-01-01; no end is told", "office Vik: uncertain, told of 1961-01-01; no end is told",
		}},
		{"1970-01-01", []string{ // what was told of long ago is not told of this day
			"office Dahl: uncertain, told of 1960-01-01; no end is told", "office Moe: uncertain, told of 1960-01-01; no end is told", "office Vik: uncertain, told of 1961-01-01; no end is told",
		}},
		{"2050-01-01", nil},
	} {
		if diff := cmp.Diff(test.want, holds(t, lines, test.on)); diff != "" {
			t.Errorf("%s (-want +got)\n%s", test.on, diff)
		}
	}
}

// TestStateIsFact holds that what is denied, doubted or only foretold held on no day, nor an
// office that is over or not yet held.
func TestStateIsFact(t *testing.T) {
	former, elect := office("3", "Lund", "former king", "1950-01-01"), office("4", "Moe", "president-elect", "1950-01-01")
	future, denied := office("1", "Berg", "king", "1950-01-01"), office("2", "Dahl", "king", "1950-01-01")
	future.Status = annals.Future
	denied.SaidBy = []annals.Attribution{{Cue: "denied", Stance: annals.Denies}}
	if got := holds(t, []annals.Line{future, denied, former, elect}, "1950-01-01"); len(got) > 0 {
		t.Errorf("got %q", got)
	}
}
