package ask_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
)

// handmade reads testdata/record.jsonl: lines made by hand about Chile and Peru.
func handmade(t *testing.T) []annals.Line {
	t.Helper()
	return readRecord(t, "testdata/record.jsonl")
}

// readRecord reads a file of record lines.
func readRecord(t *testing.T, file string) []annals.Line {
	t.Helper()
	data, err := os.ReadFile(file)
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
	return lines
}

// answer is a timeline in short: heading, ids, heading, ids ...
func answer(groups []ask.Group) []string {
	var out []string
	for _, g := range groups {
		out = append(out, g.Heading+":")
		for _, line := range g.Lines {
			out = append(out, line.ID)
		}
	}
	return out
}

func days(t *testing.T, edtf string) (first, last *ask.Day) {
	t.Helper()
	a, b, err := ask.ParseDays(edtf)
	if err != nil {
		t.Fatal(err)
	}
	return &a, &b
}

func TestTimeline(t *testing.T) {
	from1880, to1880 := days(t, "1880")
	_, may := days(t, "2019-05")
	chile, peru := ask.Party{Name: "CHL", Country: "CHL"}, ask.Party{Name: "Peru"}
	for _, test := range []struct {
		name  string
		query ask.Query
		want  []string
	}{
		{"everything, in order of time", ask.Query{}, []string{
			"Since before any date:", "s1", "1879:", "e1", "1881:", "e2", "2019:", "e6", "e4", "e3", "Undated:", "e5", "c1", "s2",
		}},
		{"between two parties", ask.Query{Between: []ask.Party{chile, peru}}, []string{
			"Since before any date:", "s1", "1879:", "e1", "1881:", "e2", "2019:", "e6", "e4", "e3", "Undated:", "e5",
		}},
		{
			"the parties may be named in either order",
			ask.Query{Between: []ask.Party{peru, chile}, Types: []string{"assault"}},
			[]string{"1879:", "e1", "1881:", "e2"},
		},
		{
			"a party is not between itself and itself",
			ask.Query{Between: []ask.Party{peru, {Name: "Peru", Country: "PER"}}},
			nil,
		},
		{"a name in whole words, accents aside", ask.Query{Between: []ask.Party{{Name: "pinera"}, peru}}, []string{"2019:", "e6"}},
		{"from a year on", ask.Query{From: from1880}, []string{"1881:", "e2", "2019:", "e6", "e4", "e3"}},
		{"up to a year", ask.Query{To: to1880}, []string{"1879:", "e1", "2019:", "e6"}}, // e6: some day before May 2019
		{"up to a month", ask.Query{From: from1880, To: may}, []string{"1881:", "e2", "2019:", "e6", "e4"}},
		{"a type or a mode", ask.Query{Types: []string{"COERCE", "visit"}}, []string{"2019:", "e6", "e4", "Undated:", "e5"}},
		{"said by somebody in the chain", ask.Query{SaidBy: ask.Party{Name: "spokesman"}}, []string{"2019:", "e4"}},
		{"said by a country", ask.Query{SaidBy: ask.Party{Country: "PER"}}, []string{"Undated:", "e5", "c1"}},
		{"not told as fact", ask.Query{Status: []annals.Status{annals.Future, annals.Negated}}, []string{"2019:", "e3", "Undated:", "e5"}},
		{"claims", ask.Query{Kinds: []annals.Kind{annals.Claim}}, []string{"Undated:", "c1"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, answer(ask.Timeline(handmade(t), &test.query))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// dated is a line with the first and last possible day.
func dated(from, to string) annals.Line {
	return annals.Line{ID: from + "/" + to, When: &annals.When{From: from, To: to, Basis: annals.BasisText}}
}

func TestTimelineOrder(t *testing.T) {
	lines := []annals.Line{
		dated("1918-01-01", "1918-01-01"),
		dated("1918-01-01", "1918-12-31"),
		dated("", "1918-01-01"),
		dated("1918-01-01", ""),
		dated("-0043-03-15", "-0043-03-15"),
		dated("0000-01-01", "0000-12-31"),
		dated("-0043-01-01", "-0043-12-31"),
		dated("1917-12-31", "1917-12-31"),
	}
	want := []string{
		"44 BC:", "-0043-01-01/-0043-12-31", "-0043-03-15/-0043-03-15",
		"1 BC:", "0000-01-01/0000-12-31",
		"1917:", "1917-12-31/1917-12-31",
		"1918:", "/1918-01-01", "1918-01-01/", "1918-01-01/1918-12-31", "1918-01-01/1918-01-01",
	}
	if diff := cmp.Diff(want, answer(ask.Timeline(lines, &ask.Query{}))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestParseDays(t *testing.T) {
	for _, test := range []struct{ edtf, first, last string }{
		{"2010-10-27", "2010-10-27", "2010-10-27"},
		{"2010-10", "2010-10-01", "2010-10-31"},
		{"2010", "2010-01-01", "2010-12-31"},
		{"201X", "2010-01-01", "2019-12-31"},
		{"2010-10?", "2010-10-01", "2010-10-31"},
		{"-0043", "-0043-01-01", "-0043-12-31"},
		{"-004X", "-0049-01-01", "-0040-12-31"},
	} {
		first, last, err := ask.ParseDays(test.edtf)
		wantFirst, _, _ := ask.ParseDays(test.first)
		_, wantLast, _ := ask.ParseDays(test.last)
		if err != nil || first != wantFirst || last != wantLast {
			t.Errorf("%s: got %d to %d with error %v, want %d to %d", test.edtf, first, last, err, wantFirst, wantLast)
		}
	}
	for _, edtf := range []string{"", "10", "2010-13", "2010-00", "2010-1", "2010-10-32", "2010-10-27-1", "yesterday", "27.10.2010", "2010-10-2X"} {
		if first, last, err := ask.ParseDays(edtf); err == nil {
			t.Errorf("%q was read as %d to %d", edtf, first, last)
		}
	}
}

func TestWhyUndated(t *testing.T) {
	for _, test := range []struct {
		when *annals.When
		want string
	}{
		{nil, "no date given"},
		{&annals.When{Text: "for some time", Basis: annals.BasisNone}, "“for some time” fixes no day"},
		{&annals.When{Text: "before 1940", To: "1939-12-31", Basis: annals.BasisText}, ""},
	} {
		if got := ask.WhyUndated(&annals.Line{When: test.when}); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}
