package record_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
)

// TestApply corrects a line, field by field.
func TestApply(t *testing.T) {
	line := annals.Line{
		ID: "ab", Kind: annals.Event, Document: "d", Type: "AID", Mode: "food", Status: annals.Actual, Coder: "annals 1",
		Actor: []annals.Participant{{Text: "Chile", ID: "CHL", Country: "CHL"}}, When: &annals.When{From: "2001-02-03", To: "2001-02-03", Basis: annals.BasisText},
		Confidence: 0.5,
	}
	for name, test := range map[string]struct {
		fields string
		want   func(*annals.Line)
	}{
		"a word":                {`{"type":"YIELD"}`, func(l *annals.Line) { l.Type = "YIELD" }},
		"a word is taken away":  {`{"mode":null}`, func(l *annals.Line) { l.Mode = "" }},
		"a date is taken away":  {`{"when":null}`, func(l *annals.Line) { l.When = nil }},
		"a list is replaced":    {`{"actor":[{"text":"Peru","span":[0,4]}]}`, func(l *annals.Line) { l.Actor = []annals.Participant{{Text: "Peru", Span: annals.Span{0, 4}}} }},
		"what was not there":    {`{"score":-3.5}`, func(l *annals.Line) { l.Score = new(-3.5) }},
		"two fields":            {`{"status":"negated","confidence":1}`, func(l *annals.Line) { l.Status, l.Confidence = annals.Negated, 1 }},
		"an event that is none": {`{"kind":"claim"}`, func(l *annals.Line) { l.Kind = annals.Claim }},
	} {
		t.Run(name, func(t *testing.T) {
			c := record.Correction{Line: "ab", By: "A. Reader", At: "2026-01-02T03:04:05Z"}
			if err := json.Unmarshal([]byte(test.fields), &c.Fields); err != nil {
				t.Fatal(err)
			}
			before, _ := json.Marshal(&line)
			got, stands, err := c.Apply(&line)
			if err != nil || !stands {
				t.Fatal(stands, err)
			}
			want := line
			test.want(&want)
			want.Coder = "corrected by hand (A. Reader, 2026-01-02T03:04:05Z); coded by annals 1"
			if diff := cmp.Diff(&want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if after, _ := json.Marshal(&line); string(after) != string(before) {
				t.Errorf("the line itself was changed: %s", after)
			}
		})
	}
}

// TestMonthOf holds that an event counts in a month only if all its days are in it.
func TestMonthOf(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"2001-05-03", "2001-05-03", "2001-05"},
		{"2001-05-01", "2001-05-31", "2001-05"},
		{"2001-05-31", "2001-06-01", "2001"},
		{"2001-12-31", "2002-01-01", ""},
		{"-0043-03-15", "-0043-03-15", "-0043-03"},
		{"", "", ""},
	} {
		if got := record.MonthOf(test.from, test.to); got != test.want {
			t.Errorf("from %q to %q: %q, want %q", test.from, test.to, got, test.want)
		}
	}
}

// TestSortCounts puts what has no month first, and years before our era in their order.
func TestSortCounts(t *testing.T) {
	want := []record.Count{{Type: "AID"}, {Month: "-0044"}, {Month: "-0043-03"}, {Month: "1999"}, {Month: "1999-02", Type: "AID"}, {Month: "1999-02", Type: "YIELD"}}
	got := []record.Count{want[5], want[2], want[0], want[4], want[1], want[3]}
	record.SortCounts(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestPairsAmong(t *testing.T) {
	got := record.PairsAmong([]string{"PER", "", "CHL", "PER", "BOL"})
	if diff := cmp.Diff([][2]string{{"BOL", "CHL"}, {"BOL", "PER"}, {"CHL", "PER"}}, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
