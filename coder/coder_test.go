package coder

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/document"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// read returns the only document of a file.
func read(t *testing.T, file string) *annals.Document {
	t.Helper()
	for doc, err := range document.Read(file, nil) {
		if err != nil {
			t.Fatal(err)
		}
		return doc
	}
	t.Fatalf("%s holds no document", file)
	return nil
}

// TestExamples codes the texts of examples/ and compares with golden files, a
// line a record line.
func TestExamples(t *testing.T) {
	c := theCoder(t)
	for _, name := range []string{"encyclopaedia", "news", "history"} {
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			for _, line := range c.Code(read(t, "../examples/"+name+".txt")) {
				got.WriteString(show(&line) + "\n")
			}
			matchGolden(t, name+".golden", got.String())
		})
	}
}

// matchGolden compares with a golden file, which -update writes anew.
func matchGolden(t *testing.T, name, got string) {
	t.Helper()
	golden := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s differs (-want +got); -update rewrites it:\n%s", golden, diff)
	}
}

// show writes a line as "4 event CONSULT/visit Anna B. [PER] > Quito [ECU] |
// 1901 | at Quito | actual | said by the Times | visited".
func show(l *annals.Line) string {
	parts := []string{strings.TrimRight(fmt.Sprintf("%d %s %s", l.Sentence.Index+1, l.Kind, typeOf(l)), " ")}
	if len(l.Actor) > 0 || len(l.Recipient) > 0 {
		parts[0] += " " + names(l.Actor)
	}
	if len(l.Recipient) > 0 {
		parts[0] += " > " + names(l.Recipient)
	}
	if l.When != nil {
		parts = append(parts, l.When.EDTF)
	}
	for _, p := range l.Where {
		parts = append(parts, "at "+p.Text)
	}
	parts = append(parts, string(l.Status))
	for _, a := range l.SaidBy {
		parts = append(parts, fmt.Sprintf("%s %s (%s)", a.Text, a.Cue, a.Stance))
	}
	if l.Text != "" {
		return strings.Join(append(parts, l.Text), " | ")
	}
	return strings.Join(append(parts, l.Trigger.Text), " | ")
}

func typeOf(l *annals.Line) string {
	if l.Mode != "" {
		return l.Type + "/" + l.Mode
	}
	return l.Type
}

func names(ps []annals.Participant) string {
	var out []string
	for _, p := range ps {
		name := p.Name
		if name == "" {
			name = p.Text
		}
		if p.Country != "" {
			name += " [" + p.Country + "]"
		}
		out = append(out, name)
	}
	return strings.Join(out, " + ")
}

const accents = `Perú's président 🎩 visited Łódź in 1931.[2] “Ça suffit”, said the Österreichische envoy. ` +
	`According to Ağrı officials, Côte d'Ivoire expelled four São Tomé diplomats on 3 May 1999.`

// TestPositions holds that every span of every line cuts its words out of the
// text.
func TestPositions(t *testing.T) {
	c := theCoder(t)
	docs := []*annals.Document{{ID: "accents", Text: accents}, examples(t)}
	long := strings.Repeat(accents+"\n\n", 2*(256<<10)/len(accents))
	docs = append(docs, &annals.Document{ID: "in parts", Text: long})
	for _, doc := range docs {
		points := []rune(doc.Text)
		seen := map[string]bool{}
		check := func(what, text string, s annals.Span) {
			if s[0] < 0 || s[1] > len(points) || s[0] > s[1] || string(points[s[0]:s[1]]) != text {
				t.Errorf("%s: the span %v of the %s does not cut out %q", doc.ID, s, what, text)
			}
		}
		lines := c.Code(doc)
		if len(lines) == 0 {
			t.Errorf("%s gave no lines", doc.ID)
		}
		for _, l := range lines {
			if seen[l.ID] {
				t.Errorf("%s: two lines have the id %s", doc.ID, l.ID)
			}
			seen[l.ID] = true
			check("sentence", l.Sentence.Text, l.Sentence.Span)
			if l.Trigger != nil {
				check("trigger", l.Trigger.Text, l.Trigger.Span)
			}
			for _, p := range append(append([]annals.Participant{}, l.Actor...), l.Recipient...) {
				check("party", p.Text, p.Span)
			}
			for _, a := range l.SaidBy {
				check("speaker", a.Text, a.Span)
			}
			for _, p := range l.Where {
				check("place", p.Text, p.Span)
			}
			if l.When != nil && l.When.Span != nil {
				check("date", l.When.Text, *l.When.Span)
			}
			for _, q := range l.Quantity {
				check("quantity", q.Text, q.Span)
			}
		}
		if t.Failed() {
			return
		}
	}
}

// TestSameLinesEveryTime codes one document at once in many goroutines.
func TestSameLinesEveryTime(t *testing.T) {
	c := theCoder(t)
	doc := examples(t)
	want := c.Code(doc)
	var wait sync.WaitGroup
	for range 8 {
		wait.Go(func() {
			if diff := cmp.Diff(want, c.Code(doc)); diff != "" {
				t.Errorf("the same text gave other lines:\n%s", diff)
			}
		})
	}
	wait.Wait()
}

func TestHostileTexts(t *testing.T) {
	c := theCoder(t)
	texts := map[string]string{
		"empty":        "",
		"only marks":   "[1][2][citation needed]",
		"one word":     strings.Repeat("a", 200_000),
		"brackets":     strings.Repeat("(", 50_000),
		"quotes":       strings.Repeat("\"'", 20_000),
		"full stops":   strings.Repeat(". ", 50_000),
		"zero bytes":   "Peru\x00 sued\x00 Chile.",
		"mixed script": strings.Repeat("Перу подала 秘魯 起訴 بيرو Peru sued Chile. ", 200),
		"conjunctions": strings.Repeat("and Peru ", 5_000),
		"prepositions": "Peru " + strings.Repeat("of the king ", 5_000),
	}
	for name, text := range texts {
		t.Run(name, func(*testing.T) { c.Code(&annals.Document{ID: name, Text: text}) })
	}
}

// TestNoEvent holds sentences that tell no event between anybody.
func TestNoEvent(t *testing.T) {
	c := theCoder(t)
	for _, text := range []string{
		"Brazil is the largest country in South America.",
		"The Danube rises in Germany.",
		"The striker signed for a Portuguese club.",
		"Sweden has a long coast.",
		"Most Icelanders live in the south-west.",
		"The weather in Oslo was cold.",
	} {
		for _, l := range c.Code(&annals.Document{ID: "a", Text: text}) {
			if l.Kind == annals.Event {
				t.Errorf("%q gave %s", text, show(&l))
			}
		}
	}
}

func FuzzCode(f *testing.F) {
	f.Add(accents)
	f.Add("After Peru left, Chile said it would [1] not \"return\" in 1901–02.")
	c := theCoder(f)
	f.Fuzz(func(_ *testing.T, text string) { c.Code(&annals.Document{ID: "a", Text: text}) })
}
