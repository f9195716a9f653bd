package ask_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
)

func called(country string) string {
	return map[string]string{"CHL": "Chile", "PER": "Peru", "BOL": "Bolivia"}[country]
}

func TestNetwork(t *testing.T) {
	lines := between()
	own := deed("12", "CHL", "CHL", "ASSAULT", -9, "1990-05-01", "1990-05-01", "1990-05-01")
	police := deed("13", "CHL", "PER", "ASSAULT", -9, "1990-05-01", "1990-05-01", "1990-05-01")
	police.Actor = []annals.Participant{{Text: "officers", ID: "CHL:police", Name: "Chilean police", Country: "CHL"}, {Text: "soldiers", ID: "CHL:army", Name: "Chilean army", Country: "CHL"}}
	lines = append(lines, own, police)
	actual := &ask.Query{Status: []annals.Status{annals.Actual}}
	inShort := func(all []ask.Dyad) (out []string) {
		for _, d := range all {
			out = append(out, fmt.Sprintf("%s %s %v: %d, %+d %+d, mean %g of %d, %s to %s, %d lines", d.From.Name, d.To.Name, d.Together, d.Reports,
				d.Quads.Cooperation(), -d.Quads.Conflict(), *d.MeanScore, d.Scored, d.First, d.Last, len(d.Lines)))
		}
		return out
	}
	want := []string{
		"Chile Peru false: 6, +4 -2, mean 4.666666666666667 of 6, 1990 to 1990, 6 lines",
		"Chile Bolivia false: 2, +1 -1, mean 3.5 of 2, 1990-01-05 to 1990-02-02, 2 lines",
		"Chile Peru true: 2, +2 +0, mean 3.75 of 2, 1990-03-02 to 1990-03-02, 2 lines",
		"Peru Bolivia false: 1, +0 -1, mean -3 of 1, 1990-02-02 to 1990-02-02, 1 lines",
		"Peru Chile false: 1, +0 -1, mean -9 of 1, 1990-03 to 1990-03, 1 lines",
	}
	if diff := cmp.Diff(want, inShort(ask.Network(ask.NewTold(lines, nil, nil), actual, true, called, quad))); diff != "" {
		t.Errorf("by country (-want +got)\n%s", diff)
	}
	byActor := inShort(ask.Network(ask.NewTold([]annals.Line{police}, nil, nil), actual, false, called, quad))
	want = []string{
		"Chilean army PER false: 1, +0 -1, mean -9 of 1, 1990-05-01 to 1990-05-01, 1 lines",
		"Chilean police PER false: 1, +0 -1, mean -9 of 1, 1990-05-01 to 1990-05-01, 1 lines",
	}
	if diff := cmp.Diff(want, byActor); diff != "" {
		t.Errorf("by actor (-want +got)\n%s", diff)
	}
}

func TestActors(t *testing.T) {
	all := ask.Actors(readRecord(t, "testdata/claims.jsonl"), &ask.Query{})
	var got []string
	for _, a := range all {
		if len(a.Lines) == 0 || len(a.Documents) == 0 {
			t.Errorf("%s has no source", a.Name)
		}
		if a.Key == "CHL" || a.Key == "PER" {
			got = append(got, fmt.Sprintf("%s (%s) acts %d, bears %d, says %d, %q, %s to %s", a.Name, a.Country, a.Acts, a.Bears, a.Says, a.Words, a.First, a.Last))
		}
	}
	want := []string{
		`Chile (CHL) acts 5, bears 0, says 1, ["Chile"], 1990-06-03 to 1995-08-07`,
		`Peru (PER) acts 1, bears 0, says 1, ["Peru"], 1990-06-03 to 1990-06-03`,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSources(t *testing.T) {
	lines := append(readRecord(t, "testdata/claims.jsonl"), readRecord(t, "testdata/states.jsonl")...)
	var got []string
	for _, s := range ask.Sources(ask.NewTold(lines, nil, nil), &ask.Query{Kinds: []annals.Kind{annals.Claim, annals.State}}) {
		got = append(got, fmt.Sprintf("%s: %d sentences, %d events, %d states, %d claims, %d said by %q, %s to %s", s.Document, s.Sentences, s.Events, s.States, s.Claims, s.Said, s.Speakers, s.First, s.Last))
	}
	want := []string{
		`states.txt: 9 sentences, 0 events, 10 states, 0 claims, 0 said by [], 1949 to 1996`,
		`claims.txt: 2 sentences, 0 events, 0 states, 2 claims, 2 said by ["Uganda" "Tanzania"],  to `,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}
