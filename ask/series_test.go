package ask_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
)

// deed is an event between countries on a date; an X stands for nobody.
func deed(id, actors, recipients, typ string, score float64, edtf, from, to string) annals.Line {
	line := annals.Line{ID: id, Kind: annals.Event, Type: typ, Status: annals.Actual, Score: &score, Document: "d" + id}
	who := func(names string) (all []annals.Participant) {
		for i := 0; i+3 <= len(names); i += 4 {
			all = append(all, annals.Participant{Text: names[i : i+3], ID: names[i : i+3], Country: names[i : i+3]})
		}
		return all
	}
	line.Actor, line.Recipient = who(actors), who(recipients)
	if edtf != "" {
		line.When = &annals.When{EDTF: edtf, From: from, To: to, Basis: annals.BasisText}
	}
	return line
}

func between() []annals.Line {
	foretold := deed("11", "CHL", "PER", "AID", 10, "1990-03-01", "1990-03-01", "1990-03-01")
	foretold.Status = annals.Future
	return []annals.Line{
		deed("1", "CHL", "PER", "AID", 10, "1990-01-05", "1990-01-05", "1990-01-05"),
		deed("2", "CHL", "PER", "ACCUSE", -3, "1990-01-31", "1990-01-31", "1990-01-31"),
		deed("3", "PER", "CHL", "ASSAULT", -9, "1990-03", "1990-03-01", "1990-03-31"),
		deed("4", "CHL PER", "", "CONSULT", 2.5, "1990-03-02", "1990-03-02", "1990-03-02"),
		deed("5", "", "CHL PER", "SUPPORT", 5, "1990-03-02", "1990-03-02", "1990-03-02"),
		deed("6", "CHL PER", "BOL", "ACCUSE", -3, "1990-02-02", "1990-02-02", "1990-02-02"), // upon a third
		deed("7", "CHL", "PER", "AID", 10, "1990", "1990-01-01", "1990-12-31"),              // in no month
		deed("8", "CHL", "PER", "AID", 10, "", "", ""),                                      // undated
		deed("9", "CHL", "PER", "AID", 10, "1990/..", "1990-01-01", ""),                     // open
		deed("10", "CHL", "BOL", "AID", 10, "1990-01-05", "1990-01-05", "1990-01-05"),
		foretold,
	}
}

func quad(typ, _ string) string {
	return map[string]string{"AID": "material-cooperation", "ACCUSE": "verbal-conflict", "ASSAULT": "material-conflict", "CONSULT": "verbal-cooperation", "SUPPORT": "verbal-cooperation"}[typ]
}

// inShort writes the bins that have reports, a line each, and how many there are.
func inShort(s *ask.Series) []string {
	out := []string{fmt.Sprintf("%d bins, %d undated, %d wide", len(s.Bins), s.Undated, s.Wide)}
	for _, b := range s.Bins {
		if b.Reports > 0 {
			out = append(out, fmt.Sprintf("%s %s %d in %d reports: %+d %+d, mean %g of %d, %v", b.Period, b.Direction, b.Events, b.Reports, b.Quads.Cooperation(), -b.Quads.Conflict(), *b.MeanScore, b.Scored, b.Types))
		}
	}
	return out
}

func TestSeries(t *testing.T) {
	chile, peru := ask.Party{Country: "CHL"}, ask.Party{Country: "PER"}
	actual := &ask.Query{Status: []annals.Status{annals.Actual}}
	for _, test := range []struct {
		by   ask.Period
		want []string
	}{
		{ask.ByMonth, []string{
			"9 bins, 1 undated, 2 wide",
			"1990-01 a-to-b 2 in 2 reports: +1 -1, mean 3.5 of 2, [{ACCUSE 1} {AID 1}]",
			"1990-03 b-to-a 1 in 1 reports: +0 -1, mean -9 of 1, [{ASSAULT 1}]",
			"1990-03 together 2 in 2 reports: +2 +0, mean 3.75 of 2, [{CONSULT 1} {SUPPORT 1}]",
		}},
		{ask.ByYear, []string{
			"3 bins, 1 undated, 1 wide",
			"1990 a-to-b 3 in 3 reports: +2 -1, mean 5.666666666666667 of 3, [{AID 2} {ACCUSE 1}]",
			"1990 b-to-a 1 in 1 reports: +0 -1, mean -9 of 1, [{ASSAULT 1}]",
			"1990 together 2 in 2 reports: +2 +0, mean 3.75 of 2, [{CONSULT 1} {SUPPORT 1}]",
		}},
	} {
		s := ask.SeriesOf(ask.NewTold(between(), nil, nil), chile, peru, test.by, actual, quad)
		if diff := cmp.Diff(test.want, inShort(s)); diff != "" {
			t.Errorf("by %s (-want +got)\n%s", test.by, diff)
		}
	}
}

// TestSeriesPeriods holds that periods follow each other without gaps, over the
// beginning of the era too.
func TestSeriesPeriods(t *testing.T) {
	chile, peru := ask.Party{Country: "CHL"}, ask.Party{Country: "PER"}
	lines := []annals.Line{
		deed("1", "CHL", "PER", "AID", 10, "-0001-11-30", "-0001-11-30", "-0001-11-30"),
		deed("2", "CHL", "PER", "AID", 10, "0001-02-01", "0001-02-01", "0001-02-01"),
	}
	periods := func(by ask.Period) (out []string) {
		for _, b := range ask.SeriesOf(ask.NewTold(lines, nil, nil), chile, peru, by, &ask.Query{}, quad).Bins {
			if b.Direction == ask.AToB {
				out = append(out, b.Period)
			}
		}
		return out
	}
	if diff := cmp.Diff([]string{"-0001", "0000", "0001"}, periods(ask.ByYear)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	months := periods(ask.ByMonth)
	if len(months) != 16 || months[0] != "-0001-11" || months[2] != "0000-01" || months[15] != "0001-02" {
		t.Errorf("got %q", months)
	}
	if s := ask.SeriesOf(ask.NewTold(nil, nil, nil), chile, peru, ask.ByMonth, &ask.Query{}, quad); len(s.Bins) != 0 {
		t.Errorf("no lines give %d bins", len(s.Bins))
	}
}
