package table_test

import (
	"bytes"
	"strings"
	"testing"

	"annals"
	"annals/ask"
	"annals/ask/table"
)

// answers draws every kind of answer, by name.
func answers(t *testing.T, lines []annals.Line) map[string]func(*table.Table) error {
	t.Helper()
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	on, _, err := ask.ParseDays("1993-01-01")
	if err != nil {
		t.Fatal(err)
	}
	quad := func(typ, _ string) string {
		if typ == "ASSAULT" {
			return "material-conflict"
		}
		return "verbal-cooperation"
	}
	called := func(country string) string { return "the country " + country }
	series := ask.SeriesOf(ask.NewTold(lines, nil, nil), ask.Party{Country: "CHL"}, ask.Party{Country: "PER"}, ask.ByYear, &ask.Query{}, quad)
	return map[string]func(*table.Table) error{
		"state":  func(t *table.Table) error { return t.State(known.State(ask.NewTold(lines, nil, nil), on)) },
		"claims": func(t *table.Table) error { return t.Claims(ask.Claims(ask.NewTold(lines, nil, nil), &ask.Query{})) },
		"series": func(t *table.Table) error { return t.Series(series, "Chile", "Peru") },
		"network": func(t *table.Table) error {
			return t.Network(ask.Network(ask.NewTold(lines, nil, nil), &ask.Query{}, true, called, quad))
		},
		"actors":  func(t *table.Table) error { return t.Actors(ask.Actors(lines, &ask.Query{})) },
		"sources": func(t *table.Table) error { return t.Sources(ask.Sources(ask.NewTold(lines, nil, nil), &ask.Query{})) },
	}
}

// told are the lines that the answers are asked of.
func told(t *testing.T) []annals.Line {
	t.Helper()
	var all []annals.Line
	for _, file := range []string{"record", "states", "claims"} {
		all = append(all, parsed[annals.Line](t, "../testdata/"+file+".jsonl")...)
	}
	return all
}

func TestAnswers(t *testing.T) {
	for name, draw := range answers(t, told(t)) {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := draw(table.New(&out, table.Look{Width: 100})); err != nil {
				t.Fatal(err)
			}
			matchGolden(t, "testdata/"+name+".golden", out.String())
		})
	}
}

// TestAnswersWidth holds that no answer is wider than was asked for.
func TestAnswersWidth(t *testing.T) {
	for name, draw := range answers(t, told(t)) {
		for _, width := range []int{table.MinWidth, 100, 140} {
			var out bytes.Buffer
			if err := draw(table.New(&out, table.Look{Width: width})); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(out.String()) {
				line = strings.TrimSuffix(line, "\n")
				if n := len([]rune(line)); n > width || strings.HasSuffix(line, " ") {
					t.Errorf("%s: width %d: %d columns: %q", name, width, n, line)
				}
			}
		}
	}
}

// TestAnswersHostile holds that no document can send commands to the terminal.
func TestAnswersHostile(t *testing.T) {
	const evil = "x\x1b[2J\x07\u202e"
	who := []annals.Participant{{Text: evil, Name: evil, Country: "CHL", Role: evil, Sector: []string{evil}}, {Text: evil, Country: "PER"}}
	when := &annals.When{EDTF: "1990-01-01", From: "1990-01-01", To: "1990-01-01"}
	said := []annals.Attribution{{Participant: who[0], Cue: evil, When: &annals.When{EDTF: evil}}}
	quote := annals.Quote{Text: evil}
	lines := []annals.Line{
		{ID: "1", Kind: annals.Event, Status: annals.Actual, Type: evil, Actor: who[:1], Recipient: who[1:], When: when, SaidBy: said, Document: evil, Sentence: quote},
		{ID: "2", Kind: annals.State, Status: annals.Actual, Type: evil, Text: evil, Actor: who, Document: evil, Sentence: quote},
		{ID: "3", Kind: annals.Claim, Status: annals.Actual, Text: evil, SaidBy: said, Document: evil, Sentence: quote},
	}
	for name, draw := range answers(t, lines) {
		var out bytes.Buffer
		if err := draw(table.New(&out, table.Look{Width: 100})); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\x1b\x07\u202e") {
			t.Errorf("%s: control characters in %q", name, out.String())
		}
	}
}
