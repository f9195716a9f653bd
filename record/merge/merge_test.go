package merge_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record/merge"
)

// said makes a line by hand: "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR". Parties are ids, joined by
// +; "-" leaves a field out.
func said(id, text string) annals.Line {
	words := strings.Fields(text)
	line := annals.Line{
		ID: id, Kind: annals.Event, Document: "document of " + id, Status: annals.Actual,
		Actor: parties(words[0]), Type: words[1], Recipient: parties(words[2]),
	}
	if when := words[3]; when != "-" {
		line.When = &annals.When{EDTF: when, From: when, To: when, Basis: annals.BasisText}
		switch len(when) {
		case len("2006"):
			line.When.From, line.When.To = when+"-01-01", when+"-12-31"
		case len("2006-01"):
			line.When.From, line.When.To = when+"-01", when+"-28"
		}
	}
	if len(words) > 4 && words[4] != "-" {
		name, country, _ := strings.Cut(words[4], "/")
		// No two towns of the tests are near each other: the latitude is made of the name.
		lat, lon := float64(name[0]-'A'), float64(name[1]-'a')
		line.Where = []annals.Place{{Text: name, Name: name, Country: country, Lat: &lat, Lon: &lon}}
	}
	return line
}

func parties(ids string) []annals.Participant {
	if ids == "-" {
		return nil
	}
	var out []annals.Participant
	for id := range strings.SplitSeq(ids, "+") {
		id, sector, _ := strings.Cut(id, "/")
		p := annals.Participant{Text: id, ID: id, Name: id}
		if owner, _, _ := strings.Cut(id, ":"); owner != "person" {
			p.Country = owner
		}
		if country, sectorOf, found := strings.Cut(sector, "."); found {
			p.Country, sector = country, sectorOf
		}
		if sector != "" {
			p.Sector = []string{sector}
		}
		out = append(out, p)
	}
	return out
}

func theMerger(t testing.TB) *merge.Merger {
	t.Helper()
	m, err := merge.New(theGazetteer(t))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// nothing is what is known of documents of which nothing is known.
func nothing(string) merge.Document { return merge.Document{} }

// TestOneOrTwo holds which two reports tell of one event.
func TestOneOrTwo(t *testing.T) {
	m := theMerger(t)
	tests := []struct {
		why  string
		a, b string
		one  bool
	}{
		{"the same in all", "RUS ASSAULT UKR 2022-05-05", "RUS ASSAULT UKR 2022-05-05", true},
		{"another day", "RUS ASSAULT UKR 2022-05-05", "RUS ASSAULT UKR 2022-05-06", false},
		{"another type", "RUS ASSAULT UKR 2022-05-05", "RUS COERCE UKR 2022-05-05", false},
		{"the other way round", "RUS ASSAULT UKR 2022-05-05", "UKR ASSAULT RUS 2022-05-05", false},
		{"talks have no direction", "FRA CONSULT DEU 1963-01-22", "DEU CONSULT FRA 1963-01-22", true},
		{"both on one side", "FRA+DEU CONSULT - 1963-01-22", "DEU CONSULT FRA 1963-01-22", true},
		{"both on one side, another with one of them", "FRA+DEU CONSULT - 1963-01-22", "FRA+ITA CONSULT - 1963-01-22", false},
		{"the state's army acts for it", "RUS:army/MIL ASSAULT UKR 2022-05-05", "RUS ASSAULT UKR 2022-05-05", true},
		{"a state's activists do not", "RUS:activists/CVL ASSAULT UKR 2022-05-05", "RUS:army/MIL ASSAULT UKR 2022-05-05", false},
		{"two towns", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR", "RUS ASSAULT UKR 2022-05-05 Mykolaiv/UKR", false},
		{"one town", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR", true},
		{"a town and its country", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR", "RUS ASSAULT UKR 2022-05-05 Ukraine/UKR", true},
		{"a day in its month", "FRA CONSULT DEU 1963-01-22", "FRA CONSULT DEU 1963-01", true},
		{"a day in its year", "FRA CONSULT DEU 1963-01-22", "FRA CONSULT DEU 1963", true},
		{"a day in another year", "FRA CONSULT DEU 1963-01-22", "FRA CONSULT DEU 1964", false},
		{"no dates, and only countries", "FRA CONSULT DEU -", "FRA CONSULT DEU -", false},
		{"two persons of a country", "person:a-x/FRA.GOV CONSULT DEU 1963-01-22", "person:b-y/FRA.GOV CONSULT DEU 1963-01-22", false},
		{"a person in office and the country", "person:a-x/FRA.GOV CONSULT DEU 1963-01-22", "FRA CONSULT DEU 1963-01-22", true},
		{"two offices of a country", "FRA:prime-minister/GOV CONSULT DEU 1963-01-22", "FRA:foreign-minister/GOV CONSULT DEU 1963-01-22", false},
		{"nobody is named on one side", "- COERCE BLR:activists/CVL 2021-06-04 Lublin/POL", "POL:police/COP COERCE BLR:activists/CVL 2021-06-04 Lublin/POL", true},
	}
	for _, tt := range tests {
		events := m.Events([]annals.Line{said("1", tt.a), said("2", tt.b)}, nothing)
		if one := len(events) == 1; one != tt.one {
			t.Errorf("%s: one event %v, want %v\n  %s\n  %s\n  %s", tt.why, one, tt.one, tt.a, tt.b, show(events))
		}
	}
}

func show(value any) string {
	text, err := json.MarshalIndent(value, "  ", " ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// TestSideBySide holds that values which differ stand beside each other with their lines,
// and how documents and sources are counted.
func TestSideBySide(t *testing.T) {
	lines := []annals.Line{
		said("1", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR"),
		said("2", "RUS:army/MIL ASSAULT UKR 2022-05-05 Kharkiv/UKR"),
		said("3", "RUS ASSAULT UKR 2022-05"),
		said("4", "RUS ASSAULT UKR 2022-05-05"),
	}
	lines[0].Quantity = []annals.Quantity{{Text: "four people", Value: 4, Of: "killed"}}
	lines[1].Quantity = []annals.Quantity{{Text: "six", Value: 6, Of: "killed"}}
	lines[3].Quantity = []annals.Quantity{{Text: "four", Value: 4, Of: "killed"}}
	events := theMerger(t).Events(lines, func(id string) merge.Document {
		if id == "document of 1" || id == "document of 4" {
			return merge.Document{Origin: "an agency"}
		}
		return merge.Document{}
	})
	if len(events) != 1 {
		t.Fatalf("want one event, got %s", show(events))
	}
	e := events[0]
	if e.Documents != 4 || e.Sources != 3 {
		t.Errorf("%d documents of %d sources, want 4 of 3", e.Documents, e.Sources)
	}
	var killed []string
	for _, q := range e.Quantity {
		killed = append(killed, fmt.Sprint(q.Value.Value, " by ", q.Lines))
	}
	if want := []string{"4 by [1 4]", "6 by [2]"}; !slices.Equal(killed, want) {
		t.Errorf("killed: %v, want %v", killed, want)
	}
	if e.From != "2022-05-05" || e.To != "2022-05-05" || len(e.When) != 2 || e.When[0].Value.EDTF != "2022-05-05" {
		t.Errorf("the day comes before the month: %s", show(e.When))
	}
	if len(e.Actor) != 2 || e.Actor[0].Value.ID != "RUS" || len(e.Where) != 1 {
		t.Errorf("actors and places: %s %s", show(e.Actor), show(e.Where))
	}
	if len(e.Joins) != 3 {
		t.Fatalf("three reports joined, not %d", len(e.Joins))
	}
	for _, j := range e.Joins {
		if j.Points < 6 || len(j.Reasons) < 3 {
			t.Errorf("a report joined without reasons: %s", show(j))
		}
	}
}

// TestReasonsInWords shows the reasons of a join as they can be printed.
func TestReasonsInWords(t *testing.T) {
	events := theMerger(t).Events([]annals.Line{
		said("1", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR"),
		said("2", "RUS:army/MIL ASSAULT UKR 2022-05-05 Kharkiv/UKR"),
	}, nothing)
	var got []string
	for _, r := range events[0].Joins[0].Reasons {
		got = append(got, fmt.Sprintf("%s: %s (%+g)", r.Field, r.How, r.Points))
	}
	want := []string{
		"type: the same (+0)", "date: the same day (+3)", "place: the same place (+2)",
		"actor: the state and who acts for it (+2)", "recipient: the same actor (+2.5)",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestLinks holds that what is planned or denied is no report of what happened, but leads
// to it.
func TestLinks(t *testing.T) {
	plan := said("plan", "FRA AGREE DEU 1963-01-22 Paris/FRA")
	plan.Status, plan.Trigger = annals.Future, &annals.Words{Text: "sign"}
	signed := said("signed", "FRA SUPPORT DEU 1963-01-22 Paris/FRA")
	signed.Trigger = &annals.Words{Text: "signed"}
	shelled := said("shelled", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR")
	denial := said("denial", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR")
	denial.SaidBy = []annals.Attribution{{Stance: annals.Denies}}
	other := said("other", "RUS ASSAULT UKR 2022-05-07 Kharkiv/UKR")
	events := theMerger(t).Events([]annals.Line{plan, signed, shelled, denial, other}, nothing)
	if len(events) != 5 {
		t.Fatalf("want five events: %s", show(events))
	}
	byReport := map[string]merge.Event{}
	for _, e := range events {
		byReport[e.Reports[0]] = e
	}
	for _, pair := range [][2]string{{"plan", "signed"}, {"denial", "shelled"}} {
		a, b := byReport[pair[0]], byReport[pair[1]]
		if len(a.Links) != 1 || a.Links[0].Event != b.ID || len(b.Links) != 1 || b.Links[0].Event != a.ID {
			t.Errorf("%s and %s are not linked: %s", pair[0], pair[1], show([]merge.Event{a, b}))
		}
	}
	if len(byReport["other"].Links) > 0 || !byReport["denial"].Denied {
		t.Errorf("wrong links: %s", show(events))
	}
}

// TestUndated holds what reports without a date join: what was published within days, and
// only where it can be but one event.
func TestUndated(t *testing.T) {
	m := theMerger(t)
	published := map[string]string{"document of news": "2022-05-07", "document of late": "2022-06-30", "document of book": ""}
	of := func(id string) merge.Document { return merge.Document{Published: published[id]} }
	event := said("event", "RUS ASSAULT UKR 2022-05-05 Kharkiv/UKR")
	for report, joins := range map[string]bool{"news": true, "late": false, "book": false} {
		events := m.Events([]annals.Line{event, said(report, "RUS ASSAULT UKR - Kharkiv/UKR")}, of)
		if (len(events) == 1) != joins {
			t.Errorf("the undated report %q joins %v, want %v", report, len(events) == 1, joins)
		}
	}
	two := []annals.Line{event, said("second", "RUS ASSAULT UKR 2022-05-06 Kharkiv/UKR"), said("news", "RUS ASSAULT UKR - Kharkiv/UKR")}
	if events := m.Events(two, of); len(events) != 3 {
		t.Errorf("an undated report chose between two events: %s", show(events))
	}
}

// TestSameSentence holds that a sentence which another document prints word by word, without
// date, tells of the same event, whenever it is printed.
func TestSameSentence(t *testing.T) {
	sentence := "Fishermen say that the coast guard drove them from the northern shore of the lake."
	a, b, c := said("a", "RUS COERCE EST -"), said("b", "RUS COERCE EST -"), said("c", "RUS COERCE EST -")
	for _, l := range []*annals.Line{&a, &b, &c} {
		l.Sentence.Text, l.Trigger = sentence, &annals.Words{Text: "drove"}
	}
	c.Sentence.Text = "The coast guard drove them away, say fishermen from the northern shore of the lake."
	events := theMerger(t).Events([]annals.Line{a, b, c}, nothing)
	if len(events) != 2 {
		t.Errorf("want the copies together and the other report alone: %s", show(events))
	}
}

// TestOrder holds that neither the order of the lines nor the number of cores changes anything.
func TestOrder(t *testing.T) {
	lines := made(3000)
	of := func(id string) merge.Document { return merge.Document{Published: id[:10], Origin: id[len(id)-1:]} }
	m := theMerger(t)
	want := m.Events(lines, of)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	for cores := range 3 {
		runtime.GOMAXPROCS(1 + cores)
		rand.Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
		if diff := cmp.Diff(want, m.Events(append(lines, lines[:100]...), of)); diff != "" {
			t.Fatal(diff)
		}
	}
}

// made makes lines of a world of 60 countries over thirty years, of which about half report
// an event that an earlier line reports, some with less. The ids of their documents begin with
// the day of publication.
func made(n int) []annals.Line {
	r := rand.New(rand.NewPCG(7, 11))
	types := []string{"CONSULT", "SUPPORT", "ACCUSE", "REJECT", "AID", "COERCE", "ASSAULT", "SANCTION", "PROTEST", "AGREE"}
	towns := []string{"Aville/", "Bville/", "Cville/", "Dville/", "Eville/"}
	countries := slices.Collect(func(yield func(string) bool) {
		for i := range 60 {
			if !yield("C" + string(rune('A'+i/10)) + string(rune('A'+i%10))) {
				return
			}
		}
	})
	pick := func() string { // a few countries are in the news all the time
		return countries[int(float64(len(countries))*r.Float64()*r.Float64())]
	}
	texts := make([]string, 0, n)
	lines := make([]annals.Line, 0, n)
	for i := range n {
		var text, published string
		if i > 0 && r.IntN(2) == 0 {
			words := strings.Fields(texts[r.IntN(len(texts))])
			published = words[3]
			switch r.IntN(6) {
			case 0:
				words[4] = "-"
			case 1:
				words[3] = words[3][:len("2006-01")]
			case 2:
				words[0], _, _ = strings.Cut(words[0], ":")
			case 3:
				words[3] = "-"
			}
			text = strings.Join(words, " ")
		} else {
			a, b := pick(), pick()
			actor := []string{a, a + ":army/MIL", a + ":president/GOV", "person:p" + fmt.Sprint(r.IntN(20)) + "-" + strings.ToLower(a) + "/" + a + ".GOV"}[r.IntN(4)]
			day := fmt.Sprintf("%d-%02d-%02d", 1990+r.IntN(30), 1+r.IntN(12), 1+r.IntN(28))
			text = strings.Join([]string{actor, types[r.IntN(len(types))], b, day, towns[r.IntN(len(towns))] + b}, " ")
			texts = append(texts, text)
			published = day
		}
		line := said(fmt.Sprintf("%08x", i), text)
		line.Document = published + " " + fmt.Sprint(i/4)
		line.Sentence.Text = fmt.Sprint("Report ", r.IntN(3), " of the river and the road of ", text)
		line.Trigger = &annals.Words{Text: "said"}
		lines = append(lines, line)
	}
	return lines
}

// BenchmarkEvents merges a million lines.
func BenchmarkEvents(b *testing.B) {
	for _, n := range []int{100_000, 1_000_000} {
		lines := made(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := theMerger(b)
			events := 0
			for b.Loop() {
				events = len(m.Events(lines, func(id string) merge.Document { return merge.Document{Published: id[:10]} }))
			}
			b.ReportMetric(float64(events), "events")
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
		})
	}
}
