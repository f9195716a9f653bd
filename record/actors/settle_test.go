package actors_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"

	"annals"
	"annals/coder"
	"annals/gazetteer"
	"annals/record/actors"
)

// library is a few documents, by id: the day of publication and the text.
type library map[string][2]string

// code codes the documents of a library.
func (l library) code(t testing.TB) []annals.Line {
	t.Helper()
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	var lines []annals.Line
	for id, doc := range l {
		lines = append(lines, c.Code(&annals.Document{ID: id, Published: doc[0], Text: doc[1]})...)
	}
	slices.SortFunc(lines, func(a, b annals.Line) int {
		return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Sentence.Index, b.Sentence.Index), cmp.Compare(a.ID, b.ID))
	})
	return lines
}

func (l library) published(id string) string { return l[id][0] }

func theSettler(t testing.TB) *actors.Settler {
	t.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	s, err := actors.New(g)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// firstActor returns the id of the first actor of the first event of a document.
func firstActor(lines []annals.Line, document string) string {
	for i := range lines {
		if l := &lines[i]; l.Document == document && l.Kind == annals.Event && len(l.Actor) > 0 {
			return l.Actor[0].ID
		}
	}
	return ""
}

// TestSettle holds whom a mention is settled to be in the light of other documents.
func TestSettle(t *testing.T) {
	s := theSettler(t)
	tests := []struct {
		why   string
		docs  library
		actor map[string]string // by document
	}{
		{
			"an office said once names its holder in a document of the same time",
			library{
				"said":  {"1951-05-03", "Karel Benda, the First Secretary of Czechoslovakia, visited Budapest on 2 May 1951."},
				"later": {"1951-09-01", "The First Secretary of Czechoslovakia criticized Austria on 31 August 1951."},
				"years": {"1961-09-01", "The First Secretary of Czechoslovakia criticized Austria on 31 August 1961."},
				"title": {"1951-05-03", "Czechoslovak President Jan Novak visited Budapest on 2 May 1951."},
				"head":  {"1951-05-09", "The Czechoslovak president criticized Austria on 8 May 1951."},
			},
			map[string]string{"later": "person:karel-benda", "head": "person:jan-novak", "years": "CSK:first-secretary"},
		},
		{
			"an office that passed on in between names nobody",
			library{
				"one":     {"2010-01-11", "Malian President Sekou Traore visited Dakar on 10 January 2010."},
				"other":   {"2010-10-11", "Malian President Ali Konate visited Dakar on 10 October 2010."},
				"between": {"2010-05-11", "The Malian president visited Accra on 10 May 2010."},
				"before":  {"2009-12-11", "The Malian president visited Accra on 10 December 2009."},
				"after":   {"2010-12-11", "The Malian president visited Accra on 10 December 2010."},
			},
			map[string]string{"between": "MLI:president", "before": "person:sekou-traore", "after": "person:ali-konate"},
		},
		{
			"an office of many names nobody",
			library{
				"said":  {"2010-01-11", "Rosa Lima, the ambassador of Peru, met officials in Quito on 10 January 2010."},
				"later": {"2010-01-13", "The ambassador of Peru criticized Ecuador on 12 January 2010."},
			},
			map[string]string{"later": "PER:ambassador"},
		},
		{
			"a surname names the one holder of an office who bears it",
			library{
				"said":    {"2020-02-11", "Kenyan President Joseph Mwangi visited Kampala on 10 February 2020."},
				"surname": {"2020-03-11", "President Mwangi criticized Somalia on Tuesday."},
				"bare":    {"2020-03-12", "Mwangi criticized Somalia on 11 March 2020."},
				"decades": {"1990-03-12", "President Mwangi criticized Somalia on 11 March 1990."},
			},
			map[string]string{"surname": "person:joseph-mwangi", "bare": "person:joseph-mwangi", "decades": "person:mwangi"},
		},
		{
			"a surname that two bear names neither",
			library{
				"one":   {"2020-02-11", "Kenyan President Joseph Mwangi visited Kampala on 10 February 2020."},
				"other": {"2020-02-12", "Ugandan Foreign Minister Grace Mwangi visited Kigali on 11 February 2020."},
				"bare":  {"2020-03-12", "Mwangi criticized Somalia on 11 March 2020."},
			},
			map[string]string{"bare": "person:mwangi"},
		},
		{
			"a surname without any office names nobody",
			library{
				"said": {"2020-02-11", "Joseph Mwangi visited Kampala on 10 February 2020."},
				"bare": {"2020-03-12", "Mwangi criticized Somalia on 11 March 2020."},
			},
			map[string]string{"bare": "person:mwangi"},
		},
		{
			"spellings join",
			library{
				"english":    {"2021-03-04", "Alexander Lukashenko visited Sochi on 3 March 2021."},
				"belarusian": {"2021-03-04", "Aliaksandr Lukashenka visited Sochi on 3 March 2021."},
				"polish":     {"2021-03-04", "President Łukaszenka visited Sochi on 3 March 2021."},
				"ukrainian":  {"2022-03-04", "Zelensky criticized Hungary on 3 March 2022."},
				"other":      {"2022-03-04", "Volodymyr Zelenskiy criticized Hungary on 3 March 2022."},
			},
			map[string]string{
				"english": "person:alexander-lukashenko", "belarusian": "person:alexander-lukashenko", "polish": "person:alexander-lukashenko",
				"ukrainian": "person:volodymyr-zelenskyy", "other": "person:volodymyr-zelenskyy",
			},
		},
		{
			"spellings of persons whom no gazetteer knows join, too",
			library{
				"a": {"2021-03-04", "Ukrainian Energy Minister Serhiy Tkachuk visited Vienna on 3 March 2021."},
				"b": {"2021-03-05", "Ukrainian Energy Minister Sergei Tkaczuk visited Vienna on 4 March 2021."},
				"c": {"2021-03-06", "Ukrainian Energy Minister Serhiy Tkachuk visited Vienna on 5 March 2021."},
			},
			map[string]string{"a": "person:serhiy-tkachuk", "b": "person:serhiy-tkachuk"},
		},
		{
			"the same name in another country is another person",
			library{
				"a": {"2021-03-04", "Russian Energy Minister Sergei Tkachuk visited Vienna on 3 March 2021."},
				"b": {"2021-03-05", "Ukrainian Energy Minister Serhiy Tkachuk visited Vienna on 4 March 2021."},
			},
			map[string]string{"a": "person:sergei-tkachuk", "b": "person:serhiy-tkachuk"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.why, func(t *testing.T) {
			lines := tt.docs.code(t)
			settled := s.Settle(lines, tt.docs.published, nil)
			for document, want := range tt.actor {
				if got := firstActor(settled, document); got != want {
					t.Errorf("%q: the actor is %s, want %s (before: %s)", tt.docs[document][1], got, want, firstActor(lines, document))
				}
			}
		})
	}
}

// TestSettleSaysWhy holds that a settled actor leads to the line that says who held the office.
func TestSettleSaysWhy(t *testing.T) {
	docs := library{
		"said":  {"2010-01-11", "Malian President Sekou Traore visited Dakar on 10 January 2010."},
		"later": {"2010-02-11", "The Malian president visited Accra on 10 February 2010."},
	}
	lines := docs.code(t)
	r := theSettler(t).Learn(lines, docs.published, nil)
	for i := range lines {
		if lines[i].Document != "later" {
			continue
		}
		got, found := r.Resolve(&lines[i], &lines[i].Actor[0])
		if !found || got.From != "MLI:president" || got.To != "person:sekou-traore" || got.By != actors.ByOffice {
			t.Errorf("resolved as %+v", got)
		}
		if !slices.ContainsFunc(lines, func(l annals.Line) bool { return l.ID == got.Line && l.Document == "said" }) {
			t.Errorf("%q is no line of the document that says it", got.Line)
		}
	}
}

// TestTenures holds the dated states that are learned, each with the lines that say so.
func TestTenures(t *testing.T) {
	docs := library{
		"a": {"2010-01-11", "Malian President Sekou Traore visited Dakar on 10 January 2010."},
		"b": {"2010-03-11", "President Sekou Traore of Mali visited Rabat on 10 March 2010."},
		"c": {"2010-10-11", "Ali Konate, the president of Mali, visited Dakar on 10 October 2010."},
		"d": {"2010-10-12", "Former Malian President Sekou Traore visited Accra on 11 October 2010."},
	}
	lines := docs.code(t)
	var got []string
	for _, tenure := range theSettler(t).Learn(lines, docs.published, nil).Tenures() {
		got = append(got, fmt.Sprint(tenure.Owner, " ", tenure.Office, ": ", tenure.Person, " ", tenure.From, " to ", tenure.To, ", ", len(tenure.Lines), " days"))
	}
	want := []string{
		"MLI president: person:sekou-traore 2010-01-10 to 2010-03-10, 2 days",
		"MLI president: person:ali-konate 2010-10-10 to 2010-10-10, 1 days",
	}
	if diff := gocmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestDecisions holds that what the user decides overrides what was learned.
func TestDecisions(t *testing.T) {
	docs := library{
		"a": {"2021-03-04", "Ukrainian Energy Minister Serhiy Tkachuk visited Vienna on 3 March 2021."},
		"b": {"2021-03-05", "Ukrainian Energy Minister Sergei Tkaczuk visited Vienna on 4 March 2021."},
		"c": {"2021-03-06", "Tkachuk visited Vienna on 5 March 2021."},
		"d": {"2021-03-06", "Ukraine's energy minister visited Prague on 5 March 2021."},
	}
	const serhiy, sergei = "person:serhiy-tkachuk", "person:sergei-tkaczuk"
	lines := docs.code(t)
	s := theSettler(t)
	tests := []struct {
		why       string
		decisions []actors.Decision
		want      map[string]string
	}{
		{"nothing decided", nil, map[string]string{"a": sergei, "b": sergei, "c": sergei, "d": sergei}},
		{
			"joined the other way",
			[]actors.Decision{{Verdict: actors.Join, Actor: serhiy, Other: sergei}},
			map[string]string{"a": serhiy, "b": serhiy, "c": serhiy, "d": serhiy},
		},
		{
			"split",
			[]actors.Decision{{Verdict: actors.Split, Actor: serhiy, Other: sergei}},
			map[string]string{"a": serhiy, "b": sergei, "c": "person:tkachuk"},
		},
		{"the later overrides", []actors.Decision{
			{Verdict: actors.Split, Actor: serhiy, Other: sergei}, {Verdict: actors.Join, Actor: serhiy, Other: sergei},
		}, map[string]string{"a": serhiy, "b": serhiy}},
		{"another in one document", []actors.Decision{
			{Verdict: actors.Split, Actor: serhiy, Other: "person:serhiy-tkachuk-of-lviv", Documents: []string{"a"}},
		}, map[string]string{"a": "person:serhiy-tkachuk-of-lviv", "b": sergei}},
		{"undone, whoever is named first", []actors.Decision{
			{Verdict: actors.Split, Actor: serhiy, Other: sergei}, {Verdict: actors.Undo, Actor: sergei, Other: serhiy},
		}, map[string]string{"a": sergei, "b": sergei, "c": sergei}},
		{"undone in one document", []actors.Decision{
			{Verdict: actors.Split, Actor: serhiy, Other: "person:x", Documents: []string{"a"}}, {Verdict: actors.Undo, Actor: serhiy, Other: "person:x"},
		}, map[string]string{"a": sergei}},
		{"another in another document too", []actors.Decision{
			{Verdict: actors.Split, Actor: serhiy, Other: "person:x", Documents: []string{"a"}}, {Verdict: actors.Split, Actor: serhiy, Other: "person:x", Documents: []string{"c"}},
		}, map[string]string{"a": "person:x"}},
		{"decided again after it was undone", []actors.Decision{
			{Verdict: actors.Join, Actor: serhiy, Other: sergei}, {Verdict: actors.Undo, Actor: serhiy, Other: sergei}, {Verdict: actors.Join, Actor: serhiy, Other: sergei},
		}, map[string]string{"a": serhiy, "d": serhiy}},
		{"an office is not whom it was taken for", []actors.Decision{
			{Verdict: actors.Split, Actor: "UKR:energy-minister", Other: sergei},
		}, map[string]string{"a": sergei, "d": "UKR:energy-minister"}},
		{
			"a surname joined by hand",
			[]actors.Decision{{Verdict: actors.Join, Actor: "person:olha-tkachuk", Other: "person:tkachuk"}},
			map[string]string{"c": "person:olha-tkachuk"},
		},
	}
	for _, tt := range tests {
		settled := s.Settle(lines, docs.published, tt.decisions)
		for document, want := range tt.want {
			if got := firstActor(settled, document); got != want {
				t.Errorf("%s: the actor of %s is %s, want %s", tt.why, document, got, want)
			}
		}
	}
}

// TestDecisionCheck holds which decisions are none.
func TestDecisionCheck(t *testing.T) {
	for _, d := range []actors.Decision{
		{},
		{Verdict: "merge", Actor: "a", Other: "b"},
		{Verdict: actors.Join, Actor: "a"},
		{Verdict: actors.Join, Actor: "a", Other: "a"},
		{Verdict: actors.Join, Actor: "a", Other: "b", Documents: []string{"x"}},
		{Verdict: actors.Undo, Actor: "a", Other: "b", Documents: []string{"x"}},
	} {
		if d.Check() == nil {
			t.Errorf("%+v passes for a decision", d)
		}
	}
}

// TestSettleOrder holds that the order of the lines changes nothing, and that the lines which
// are given are not changed.
func TestSettleOrder(t *testing.T) {
	docs := library{}
	for i := range 60 {
		day := fmt.Sprintf("2010-%02d-%02d", 1+i%12, 1+i%28)
		docs[fmt.Sprint(i)] = [2]string{day, []string{
			"Malian President Sekou Traore visited Dakar.", "The Malian president criticized Ghana.", "Traore met Alexander Lukashenko in Minsk.",
			"Aliaksandr Lukashenka criticized Poland.", "President Sekou Traoré met Polish Foreign Minister Jan Nowak.",
		}[i%5]}
	}
	lines := docs.code(t)
	s := theSettler(t)
	before, err := json.Marshal(lines)
	if err != nil {
		t.Fatal(err)
	}
	byID := map[string]annals.Line{}
	for _, l := range s.Settle(lines, docs.published, nil) {
		byID[l.ID] = l
	}
	if after, err := json.Marshal(lines); err != nil || string(after) != string(before) {
		t.Error("settling changed the lines that it was given")
	}
	for range 5 {
		rand.Shuffle(len(lines), func(i, k int) { lines[i], lines[k] = lines[k], lines[i] })
		for _, l := range s.Settle(lines, docs.published, nil) {
			if diff := gocmp.Diff(byID[l.ID], l); diff != "" {
				t.Fatal(diff)
			}
		}
	}
}

// TestOffices holds which roles name an office that one person holds.
func TestOffices(t *testing.T) {
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	o, err := actors.LoadOffices(g)
	if err != nil {
		t.Fatal(err)
	}
	for role, want := range map[string]string{
		"President": "president", "president of Chile": "president", "President of the United States": "president",
		"President of the Supreme Court of Poland": "", "president of a football club": "", "former president": "",
		"Minister of Foreign Affairs of Chile": "foreign minister", "Foreign Secretary": "foreign minister",
		"First Secretary of the Communist Party of Belarus": "first secretary", "minister": "", "ambassador": "", "": "",
	} {
		if got := o.Named(role); got != want {
			t.Errorf("%q is the office %q, want %q", role, got, want)
		}
	}
}

// BenchmarkSettle settles the actors of a million lines.
func BenchmarkSettle(b *testing.B) {
	docs := library{
		"a": {"2010-01-11", "Malian President Sekou Traore visited Dakar on 10 January 2010."},
		"b": {"2010-02-11", "The Malian president visited Accra on 10 February 2010."},
		"c": {"2010-02-12", "Traore met Aliaksandr Lukashenka in Minsk on 11 February 2010."},
		"d": {"2010-02-12", "Polish police arrested three Belarusian activists in Lublin."},
	}
	few := docs.code(b)
	lines := make([]annals.Line, 0, 1_000_000)
	for len(lines) < cap(lines) {
		lines = append(lines, few[len(lines)%len(few)])
	}
	s := theSettler(b)
	for b.Loop() {
		s.Settle(lines, docs.published, nil)
	}
	b.ReportMetric(float64(len(lines))*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
}
