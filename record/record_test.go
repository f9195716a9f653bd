package record_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
)

func TestParseDay(t *testing.T) {
	for text, want := range map[string]record.Day{
		"2010-10-27": 20101027, "0001-01-01": 10101, "0000-12-31": 1231, "-0043-03-15": -429685, "9999-12-31": 99991231,
	} {
		if got, ok := record.ParseDay(text); !ok || got != want {
			t.Errorf("%s is %d, %v; want %d", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "2010", "2010-10", "2010-13-01", "2010-00-01", "2010-01-32", "201-01-01", "2010-1-01", "2010-10-27-1", "x", "+010-10-27", "2010-10-2X"} {
		if got, ok := record.ParseDay(text); ok {
			t.Errorf("%q was read as %d", text, got)
		}
	}
}

// TestDayOrder holds that later days are greater, and that a day knows its year.
func TestDayOrder(t *testing.T) {
	days := []record.Day{
		record.DayOf(-44, 12, 31), record.DayOf(-43, 1, 1), record.DayOf(-43, 12, 31), record.DayOf(-1, 1, 1), record.DayOf(-1, 12, 31),
		record.DayOf(0, 1, 1), record.DayOf(0, 12, 31), record.DayOf(1, 1, 1), record.DayOf(1999, 12, 31), record.DayOf(2000, 1, 1),
	}
	if !slices.IsSorted(days) {
		t.Errorf("not in order: %v", days)
	}
	for i, year := range []int{-44, -43, -43, -1, -1, 0, 0, 1, 1999, 2000} {
		if got := days[i].Year(); got != year {
			t.Errorf("the year of %d is %d, want %d", days[i], got, year)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string][]string{
		"Chile and Peru, 1929!":      {"chile", "and", "peru", "1929"},
		"Sebastián PIÑERA’s":         {"sebastian", "pinera", "s"},
		"Łódź – Київ":                {"łodz", "киів"},
		"  \"AND\"*( ":               {"and"},
		"naïve café":                 {"naive", "cafe"},
		"cafe\u0301 in decomposed é": {"cafe", "in", "decomposed", "e"},
		"—":                          nil,
	} {
		if diff := cmp.Diff(want, record.Fold(text)); diff != "" && len(record.Fold(text))+len(want) > 0 {
			t.Errorf("%q (-want +got)\n%s", text, diff)
		}
	}
}

func TestSearchMatch(t *testing.T) {
	const sentence = "Chile and Peru agreed on fishing rights in São Tomé."
	for _, test := range []struct {
		phrases []string
		want    bool
	}{
		{[]string{"chile"}, true},
		{[]string{"fishing rights", "PERU"}, true},
		{[]string{"rights fishing"}, false},
		{[]string{"fish"}, false},
		{[]string{"fish*"}, true},
		{[]string{"on fish*"}, true},
		{[]string{"Sao Tome"}, true},
		{[]string{"chile", "bolivia"}, false},
		{[]string{"*"}, false},
		{nil, false},
	} {
		if got := (&record.Search{Phrases: test.phrases}).Match(sentence); got != test.want {
			t.Errorf("%q: %v", test.phrases, got)
		}
	}
}

// TestFingerprint holds that everything that lines depend on changes it.
func TestFingerprint(t *testing.T) {
	doc := annals.Document{ID: "a", Text: "b"}
	met := map[string]bool{record.FingerprintOf(&doc, "1"): true}
	for _, other := range []annals.Document{
		{ID: "b", Text: "b"},
		{ID: "a", Text: "c"},
		{ID: "a", Text: "b", Published: "2001"},
		{ID: "a", Text: "b", Title: "2001"},
		{ID: "a", Text: "b", Language: "en"},
	} {
		met[record.FingerprintOf(&other, "1")] = true
	}
	met[record.FingerprintOf(&doc, "2")] = true
	if len(met) != 7 {
		t.Errorf("%d fingerprints of 7", len(met))
	}
	if !met[record.FingerprintOf(&annals.Document{ID: "a", Text: "b"}, "1")] {
		t.Error("the same document has another fingerprint")
	}
}
