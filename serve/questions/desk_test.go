package questions_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/coder"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/serve/questions"
	"annals/what"
)

// texts are a small record: two agencies, a copy, a denial, and an article about another
// pair of countries.
func texts() []annals.Document {
	return []annals.Document{
		{ID: "a1", Source: "North Wire", Published: "2011-03-05", Title: "Talks", Text: "Chile and Peru signed an agreement on fishing rights in Lima on 4 March 2011. The Chilean foreign minister met the Peruvian president."},
		{ID: "b1", Source: "South Press", Published: "2011-03-05", Text: "Peru and Chile signed an agreement on fishing rights on 4 March 2011 in Lima."},
		{ID: "b2", Source: "South Press", Published: "2011-03-09", Text: "Chile accused Peru of attacking a patrol boat on 8 March 2011. Peru denied that it had attacked the patrol boat."},
		{ID: "h1", Title: "A history", Text: "On 6 February 1995, Belarusian President Alexander Lukashenko visited Vilnius. In 1996 Lithuania recalled its ambassador from Minsk."},
	}
}

// deskOf returns a Desk over a record of documents.
func deskOf(t testing.TB, documents []annals.Document) *questions.Desk {
	t.Helper()
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "annals.db")
	store, err := sqlite.OpenToAdd(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	var entries []record.Entry
	for _, doc := range documents {
		lines, sentences := c.Read(&doc)
		entries = append(entries, record.Entry{
			Document: doc, Sentences: sentences, Lines: lines, Coder: c.Version(), Origin: doc.ID + ".txt",
			Fingerprint: record.FingerprintOf(&doc, c.Version()), Added: "2026-01-02T03:04:05Z",
		})
	}
	if err := store.Add(ctx, entries); err != nil {
		t.Fatal(err)
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Digest(ctx, digester); err != nil {
		t.Fatal(err)
	}
	book, err := what.Load()
	if err != nil {
		t.Fatal(err)
	}
	desk, err := questions.New(questions.Options{Store: store, Gazetteer: known, Codebook: book, Coder: c})
	if err != nil {
		t.Fatal(err)
	}
	return desk
}

// TestTimeline holds which entries a query asks for: each as its type or words, and how
// many reports tell it.
func TestTimeline(t *testing.T) {
	desk := deskOf(t, texts())
	for _, test := range []struct {
		query questions.Query
		want  []string
	}{
		{questions.Query{Parties: []string{"BLR", "LTU"}, Kinds: []annals.Kind{annals.Event}}, []string{"1995 CONSULT 1/1", "1996 SANCTION 1/1"}},
		{questions.Query{Parties: []string{"Lithuania"}, From: "1996"}, []string{"1996 SANCTION 1/1"}},
		{questions.Query{Types: []string{"visit"}}, []string{"1995 CONSULT 1/1"}},
		{questions.Query{Modes: []string{"visit"}}, []string{"1995 CONSULT 1/1"}},
		{questions.Query{Text: `"fishing rights"`, Kinds: []annals.Kind{annals.Event}}, []string{"2011 SUPPORT 2/2"}},
		{questions.Query{Source: "South Press", To: "2011-03-05", Kinds: []annals.Kind{annals.Event}}, []string{"2011 SUPPORT 2/2"}},
		{questions.Query{Source: "a1", Text: "rights", Kinds: []annals.Kind{annals.Event}}, []string{"2011 SUPPORT 2/2"}},
		{questions.Query{Parties: []string{"NZL"}}, nil},
	} {
		answer, err := desk.Timeline(context.Background(), &test.query)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range answer.Entries {
			got = append(got, written(&e))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", &test.query, diff)
		}
	}
}

func written(e *questions.Entry) string {
	return strings.Join([]string{e.Period, e.Line.Type, string(rune('0'+e.Reports)) + "/" + string(rune('0'+e.Sources))}, " ")
}

// TestUnknown holds that what is not there is told as that.
func TestUnknown(t *testing.T) {
	desk, ctx := deskOf(t, nil), context.Background()
	for name, ask := range map[string]func() error{
		"line":     func() error { _, err := desk.Line(ctx, "00"); return err },
		"event":    func() error { _, err := desk.Event(ctx, "00"); return err },
		"document": func() error { _, err := desk.Document(ctx, "00"); return err },
		"actor":    func() error { _, err := desk.Actor(ctx, "00"); return err },
		"explain":  func() error { _, err := desk.Explain(ctx, "00"); return err },
	} {
		if err := ask(); !errors.Is(err, questions.ErrUnknown) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestFacets holds that each value that is counted leads to as many entries as it counts.
func TestFacets(t *testing.T) {
	desk, ctx := deskOf(t, texts()), context.Background()
	all := &questions.Query{}
	answer, err := desk.Facets(ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	values := 0
	for _, facet := range answer.Facets {
		for _, v := range facet.Values {
			asked := all.With(facet.Name, v.Value)
			if facet.Name == "year" {
				asked = all.With("from", v.Value).With("to", v.Value)
			}
			found, err := desk.Timeline(ctx, asked)
			if err != nil {
				t.Fatal(err)
			}
			values++
			if found.Total != v.Count {
				t.Errorf("%s: %d entries, the facet %s %s counts %d", asked, found.Total, facet.Name, v.Value, v.Count)
			}
		}
	}
	if values < 20 {
		t.Errorf("only %d values were counted", values)
	}
}

// TestDensity holds that the bins have all that is dated, and that each asked for alone has
// what it counts.
func TestDensity(t *testing.T) {
	desk, ctx := deskOf(t, texts()), context.Background()
	answer, err := desk.Density(ctx, &questions.Query{})
	if err != nil {
		t.Fatal(err)
	}
	sum := answer.Undated
	for _, bin := range answer.Bins {
		sum += bin.Count
		found, err := desk.Timeline(ctx, &questions.Query{From: bin.From, To: bin.To})
		if err != nil {
			t.Fatal(err)
		}
		if found.Total != bin.Count {
			t.Errorf("%s: %d entries, the bin counts %d", bin.Period, found.Total, bin.Count)
		}
	}
	if sum != answer.Total || answer.Unit != "year" {
		t.Errorf("%d entries by %s, of them %d in bins or undated", answer.Total, answer.Unit, sum)
	}
}
