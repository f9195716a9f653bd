package export_test

import (
	"bytes"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/export"
	"annals/what"
)

// matchGolden compares with a golden file, which -update writes anew.
func matchGolden(t *testing.T, file string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// verbal calls all types verbal cooperation.
func verbal(string, string) string { return "verbal-cooperation" }

// codes are the embedded tables.
func codes(t testing.TB) *export.Codes {
	t.Helper()
	k, err := export.LoadCodes()
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// table writes lines in the layout of a data set.
func table(t *testing.T, name string, lines ...annals.Line) []byte {
	t.Helper()
	var out bytes.Buffer
	w, err := export.NewEventTable(&out, name, codes(t), verbal)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, lines...)
	return out.Bytes()
}

// imported reads a table, which must have no bad row.
func imported(t *testing.T, name, text string) []annals.Line {
	t.Helper()
	var out []annals.Line
	for line, err := range export.ReadEventTable(strings.NewReader(text), "table", name, codes(t)) {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, *line)
	}
	return out
}

func TestEventTables(t *testing.T) {
	lines, _ := record(t)
	for i := range lines {
		lines[i].CAMEO = "190" // the lines made by hand have none
	}
	for _, name := range export.Layouts() {
		t.Run(name, func(t *testing.T) {
			matchGolden(t, "testdata/"+name+".tsv", table(t, name, lines...))
		})
	}
}

// TestEventTablesAndBack holds that what a layout has room for comes back from it.
func TestEventTablesAndBack(t *testing.T) {
	score, lat, lon := -7.0, -12.05, -77.05
	line := annals.Line{
		ID: "e1", Kind: annals.Event, Status: annals.Actual, Document: "https://example.org/1", Type: "COERCE", Mode: "arrest", CAMEO: "173", Score: &score,
		Actor:     []annals.Participant{{Text: "Peruvian police", Name: "Peruvian police", Country: "PER", Sector: []string{"COP"}}},
		Recipient: []annals.Participant{{Text: "Chile", ID: "CHL", Name: "Chile", Country: "CHL"}},
		When:      &annals.When{EDTF: "1990-06-03", From: "1990-06-03", To: "1990-06-03"},
		Where:     []annals.Place{{Text: "Lima", Name: "Lima", Country: "PER", Lat: &lat, Lon: &lon}},
	}
	for _, name := range export.Layouts() {
		t.Run(name, func(t *testing.T) {
			all := imported(t, name, string(table(t, name, line)))
			if len(all) != 1 {
				t.Fatalf("%d lines", len(all))
			}
			got := all[0]
			if got.Kind != annals.Event || got.Type != "COERCE" || got.Mode != "arrest" || *got.Score != -7 || got.When.EDTF != "1990-06-03" || got.Document != line.Document {
				t.Errorf("got %+v", got)
			}
			if len(got.Actor) != 1 || !strings.EqualFold(got.Actor[0].Name, "Peruvian police") || got.Actor[0].Country != "PER" || !slices.Equal(got.Actor[0].Sector, []string{"COP"}) {
				t.Errorf("actor %+v", got.Actor)
			}
			if len(got.Recipient) != 1 || got.Recipient[0].ID != "CHL" || got.Recipient[0].Name != "Chile" {
				t.Errorf("recipient %+v", got.Recipient)
			}
			if len(got.Where) != 1 || got.Where[0].Country != "PER" || *got.Where[0].Lat != lat || *got.Where[0].Lon != lon {
				t.Errorf("where %+v", got.Where)
			}
		})
	}
}

// TestEventTablesLeaveOut holds which lines have no row, and which have several.
func TestEventTablesLeaveOut(t *testing.T) {
	country := func(codes ...string) (all []annals.Participant) {
		for i, code := range codes {
			all = append(all, annals.Participant{Text: code, Span: annals.Span{i, i + 1}, ID: code, Name: code, Country: code})
		}
		return all
	}
	event := func(id, from, to string, actors, recipients []annals.Participant) annals.Line {
		return annals.Line{ID: id, Kind: annals.Event, Status: annals.Actual, Type: "CONSULT", CAMEO: "040", Actor: actors, Recipient: recipients, When: &annals.When{From: from, To: to}}
	}
	month := event("month", "1990-06-01", "1990-06-30", country("CHL"), country("PER"))
	undated := event("undated", "", "", country("CHL"), country("PER"))
	denied := event("denied", "1990-06-01", "1990-06-01", country("CHL"), country("PER"))
	denied.Status = annals.Negated
	uncoded := event("uncoded", "1990-06-01", "1990-06-01", country("CHL"), country("PER"))
	uncoded.CAMEO = ""
	state := event("state", "1990-06-01", "1990-06-01", country("CHL"), nil)
	state.Kind = annals.State
	var out bytes.Buffer
	w, err := export.NewEventTable(&out, "icews", codes(t), verbal)
	if err != nil {
		t.Fatal(err)
	}
	write(t, w, month, undated, denied, uncoded, state,
		event("one", "1990-06-01", "1990-06-01", country("CHL"), country("PER", "BOL")),
		event("met", "1990-06-01", "1990-06-01", country("CHL", "PER"), nil),
		event("alone", "1990-06-01", "1990-06-01", country("CHL"), nil))
	if w.Undated() != 2 || w.Uncoded() != 1 {
		t.Errorf("%d undated, want 2; %d without a code, want 1", w.Undated(), w.Uncoded())
	}
	var got []string
	for row := range strings.Lines(out.String()) {
		cells := strings.Split(row, "\t")
		got = append(got, cells[0]+" "+cells[2]+">"+cells[8])
	}
	want := []string{"Event ID Source Name>Target Name", "one.1 CHL>PER", "one.2 CHL>BOL", "met.1 CHL>PER", "met.2 PER>CHL", "alone CHL>"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestEventTablesHostile holds that no text can break a row or become a formula.
func TestEventTablesHostile(t *testing.T) {
	line := annals.Line{
		ID: "=1+1", Kind: annals.Event, Status: annals.Actual, Type: "AID", CAMEO: "0", Document: "a\tb\nc\x00",
		Actor: []annals.Participant{{Text: "=HYPERLINK(1)"}}, When: &annals.When{From: "1990-06-01", To: "1990-06-01"},
	}
	for _, name := range export.Layouts() {
		rows := strings.Split(strings.TrimSuffix(string(table(t, name, line)), "\n"), "\n")
		last := rows[len(rows)-1]
		if strings.Contains(last, "\t=") || strings.ContainsAny(last, "\x00") || !strings.Contains(last, "a b c") {
			t.Errorf("%s: %q", name, last)
		}
	}
}

// TestCAMEOTypes holds that every CAMEO code from 02 to 20 has a type of the codebook.
func TestCAMEOTypes(t *testing.T) {
	book, err := what.Load()
	if err != nil {
		t.Fatal(err)
	}
	const row = "1\t20190603" + "\t\t\t" + "\t\t\t\t\t\t\t\t\t\t" + "\t\t\t\t\t\t\t\t\t\t" + "\t1\tCODE\t\t\t\t0\t\t\t\t" + "\t\t\t\t\t\t\t\t" + "\t\t\t\t\t\t\t\t" + "\t\t\t\t\t\t\t\t" + "\t\thttps://example.org"
	var text strings.Builder
	for root := 2; root <= 20; root++ {
		for _, rest := range []string{"", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "31", "71", "74", "12", "21", "82"} {
			text.WriteString(strings.Replace(row, "CODE", fmt.Sprintf("%02d%s", root, rest), 1) + "\n")
		}
	}
	for _, line := range imported(t, "gdelt", text.String()) {
		if found := book.Type(line.Type, line.Mode); found == nil || found.Mode != line.Mode {
			t.Errorf("CAMEO %s is %s/%s, which the codebook lacks", line.CAMEO, line.Type, line.Mode)
		}
	}
}
