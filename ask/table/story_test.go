package table_test

import (
	"bytes"
	"strings"
	"testing"

	"annals"
	"annals/ask"
	"annals/ask/table"
	"annals/document"
	"annals/gazetteer"
	"annals/record/digest"
)

// story is what the documents of ask/testdata/story.jsonl tell together, with the lines as
// they were coded.
func story(t *testing.T) (*ask.Told, []annals.Line, *digest.Digest) {
	t.Helper()
	lines := parsed[annals.Line](t, "../testdata/story.lines.jsonl")
	var prints []digest.Document
	var about []ask.Document
	for doc, err := range document.Read("../testdata/story.jsonl", nil) {
		if err != nil {
			t.Fatal(err)
		}
		prints = append(prints, digest.DocumentOf(doc))
		about = append(about, ask.Document{ID: doc.ID, Source: doc.Source, Published: doc.Published})
	}
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		t.Fatal(err)
	}
	d := digester.Digest(lines, prints, nil)
	for i := range about {
		about[i].Origin = d.Origins[about[i].ID]
	}
	return ask.NewTold(d.Lines, d.Events, about), lines, d
}

// drawStory draws the timeline of events, and why each of more than one report is one.
func drawStory(t *testing.T, look table.Look) string {
	t.Helper()
	told, coded, d := story(t)
	var out bytes.Buffer
	if err := table.New(&out, look).Chapters(ask.Chapters(told, &ask.Query{})); err != nil {
		t.Fatal(err)
	}
	drawn := table.New(&out, look)
	for i := range told.Events {
		if e := &told.Events[i]; len(e.Lines) > 1 {
			if err := drawn.Event(told.ExplainEvent(e, coded, d.Register.Resolve)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out.String()
}

// TestEvents compares with a golden file: one entry an event, with the number of its
// reports, what they say differently side by side, what was announced and is denied, and the words
// of copies once.
func TestEvents(t *testing.T) {
	matchGolden(t, "testdata/events.golden", drawStory(t, table.Look{Width: 100}))
}

// TestEventsWidth holds that nothing is wider than was asked for.
func TestEventsWidth(t *testing.T) {
	for _, width := range []int{table.MinWidth, 80, 140} {
		for line := range strings.Lines(drawStory(t, table.Look{Width: width})) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
		}
	}
}

// TestEventsHostile holds that neither what reports say nor what documents are called can
// send commands to the terminal.
func TestEventsHostile(t *testing.T) {
	const evil = "x\x1b[2J\x07\u202e"
	told, coded, d := story(t)
	for id, document := range told.Documents {
		document.Source = evil + document.Source
		told.Documents[id] = document
	}
	for i := range told.Lines {
		told.Lines[i].Sentence.Text += evil
		for j := range told.Lines[i].Quantity {
			told.Lines[i].Quantity[j].Text += evil
		}
	}
	var out bytes.Buffer
	drawn := table.New(&out, table.Look{Width: 100})
	if err := drawn.Chapters(ask.Chapters(told, &ask.Query{})); err != nil {
		t.Fatal(err)
	}
	for i := range told.Events {
		if err := drawn.Event(told.ExplainEvent(&told.Events[i], coded, d.Register.Resolve)); err != nil {
			t.Fatal(err)
		}
	}
	if err := drawn.Sources(ask.Sources(told, &ask.Query{})); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsAny(out.String(), "\x1b\x07\u202e") {
		t.Errorf("control characters in %q", out.String())
	}
}
