package export_test

import (
	"bytes"
	"math"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
)

// again writes a table anew from what was read from it.
func again(t *testing.T, name string, text []byte, known *export.Codes) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := export.NewEventTable(&out, name, known, verbal)
	if err != nil {
		t.Fatal(err)
	}
	for line, err := range export.ReadEventTable(bytes.NewReader(text), "table", name, known) {
		if err != nil {
			t.Fatalf("%v in\n%s", err, text)
		}
		if err := w.Write(line); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestRoundTrip holds that what was exported, read, and exported again is the same.
func TestRoundTrip(t *testing.T) {
	known := codes(t)
	score, lat, lon := -4.5, -12.05, -77.05
	whole := &annals.When{EDTF: "1990-06-03", From: "1990-06-03", To: "1990-06-03"}
	lines := []annals.Line{
		{
			ID: "several", Document: "Daily Courier, 2019-01-31", Sentence: annals.Quote{Index: 4}, Type: "COERCE", Mode: "arrest", CAMEO: "173", Score: &score,
			Context: []string{"military", "crime"}, Coder: "annals 1, PLOVER",
			Actor: []annals.Participant{
				{Text: "its army", Span: annals.Span{1, 2}, Name: "Chilean Army", Country: "CHL", Sector: []string{"MIL", "GOV"}, Role: "general"},
				{Text: "NULL", Span: annals.Span{2, 3}},
			},
			Recipient: []annals.Participant{
				{Text: "Romania", ID: "ROU", Name: "Romania", Country: "ROU"},
				{Text: "'quoted'", Name: "\"Ñandú\" and\tsons", Country: "TLS", Sector: []string{"BUS", "MED", "EDU", "LAB"}},
				{Text: "  Peru ", Name: "Peru", Country: "PER", Sector: []string{"COP"}},
			},
			Where: []annals.Place{{Text: "the capital", Name: "Lima, Peru", Country: "PER", Lat: &lat, Lon: &lon}, {Text: "elsewhere"}},
		},
		{ID: "=1+1", Document: "-1.txt", Type: "AID", CAMEO: "0703", Actor: []annals.Participant{{Text: "@somebody", Name: "@somebody"}}, Where: []annals.Place{{Text: "Chile", Country: "CHL"}}},
		{ID: "mutual", Document: "a", Type: "CONSULT", CAMEO: "040", Coder: "POLECAT", Actor: []annals.Participant{{Text: "Chile", ID: "CHL", Name: "Chile", Country: "CHL"}, {Text: "Peru", ID: "PER", Name: "Peru", Country: "PER"}}},
		{ID: "nobody", Document: "b", Type: "PROTEST", CAMEO: "14", Recipient: []annals.Participant{{Text: "=x", Country: "CHL"}}},
	}
	for i := range lines {
		lines[i].Kind, lines[i].Status, lines[i].When = annals.Event, annals.Actual, whole
	}
	for _, name := range export.Layouts() {
		t.Run(name, func(t *testing.T) {
			first := table(t, name, lines...)
			if diff := cmp.Diff(string(first), string(again(t, name, first, known))); diff != "" {
				t.Errorf("(-first +second)\n%s", diff)
			}
		})
	}
}

// TestRoundTripOfOthers holds that rows that others have written in the way of their data
// sets come out as they came in, but for what docs/exports.md says is lost.
func TestRoundTripOfOthers(t *testing.T) {
	known := codes(t)
	for _, name := range export.Layouts() {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile("testdata/foreign-" + name + ".tsv")
			if err != nil {
				t.Fatal(err)
			}
			matchGolden(t, "testdata/foreign-"+name+".golden", again(t, name, text, known))
		})
	}
}

// FuzzRoundTrip holds of whatever stands in a line that nothing more is lost after it was
// read once. What is lost then is no code of a country or sector, or more than a cell can
// hold.
func FuzzRoundTrip(f *testing.F) {
	known := codes(f)
	f.Add("e1", "a.txt", "its army", "Chilean Army", "MIL", "general", "military", "Lima", "CHL", "173", -4.5)
	f.Add("1.2", "Daily Courier, 2019-01-31", "\"x\"", "'=1", "GOV,MIL;REB", "None", "a;b", "Lima, Peru, Peru", "ROU", "0703", 0.1)
	f.Add("gdelt:7", "POLECAT", "\t ", "NULL", "Government", "'", ";", ",", "ROM", "14", 1e21)
	f.Fuzz(func(t *testing.T, id, document, text, name, sector, role, context, place, country, code string, score float64) {
		for _, s := range []string{id, document, text, name, sector, role, context, place, country, code} {
			if !utf8.ValidString(s) {
				return // lines are UTF-8
			}
		}
		if math.IsNaN(score) || math.IsInf(score, 0) {
			return
		}
		who := []annals.Participant{{Text: text, Name: name, Country: country, Sector: strings.Split(sector, ","), Role: role}, {Text: name, Span: annals.Span{1, 2}}}
		line := annals.Line{
			ID: id, Kind: annals.Event, Status: annals.Actual, Document: document, Type: "COERCE", Mode: "arrest", CAMEO: code, Score: &score, Context: []string{context},
			Actor: who, Recipient: who, Where: []annals.Place{{Text: text, Name: place, Country: country, Lat: &score}},
			When: &annals.When{EDTF: "1990-06-03", From: "1990-06-03", To: "1990-06-03"}, Coder: role,
		}
		for _, layout := range export.Layouts() {
			var first bytes.Buffer
			w, err := export.NewEventTable(&first, layout, known, verbal)
			if err != nil {
				t.Fatal(err)
			}
			write(t, w, line)
			readable := true
			for _, err := range export.ReadEventTable(bytes.NewReader(first.Bytes()), "table", layout, known) {
				readable = readable && err == nil
			}
			if !readable {
				continue // no id, or no code: no line of the record is so
			}
			second := again(t, layout, first.Bytes(), known)
			if diff := cmp.Diff(string(second), string(again(t, layout, second, known))); diff != "" {
				t.Errorf("%s (-second +third)\n%s", layout, diff)
			}
		}
	})
}
