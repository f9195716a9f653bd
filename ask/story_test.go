package ask_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"annals"
	"annals/ask"
	"annals/document"
	"annals/gazetteer"
	"annals/record/actors"
	"annals/record/digest"
)

// story is what the documents of testdata/story.jsonl tell together: two agencies and a
// newspaper that prints what one of them sends. Their lines stand in story.lines.jsonl, so that
// no other reading of the texts changes what is tested here. The digest says who is who.
func story(t *testing.T) (*ask.Told, []annals.Line, *digest.Digest) {
	t.Helper()
	lines := readRecord(t, "testdata/story.lines.jsonl")
	var prints []digest.Document
	var about []ask.Document
	for doc, err := range document.Read("testdata/story.jsonl", nil) {
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
	told := ask.NewTold(d.Lines, d.Events, about)
	told.Tenures = d.Register.Tenures()
	return told, lines, d
}

// TestStory compares what is answered about the documents with a golden file: the timeline
// with one entry an event, what its reports say differently, what is contested, the months of two
// countries, and the documents.
func TestStory(t *testing.T) {
	told, _, _ := story(t)
	var out strings.Builder
	for _, c := range ask.Chapters(told, &ask.Query{}) {
		fmt.Fprintf(&out, "%s\n", c.Heading)
		for i := range c.Entries {
			writeEntry(&out, &c.Entries[i])
		}
	}
	out.WriteString("\nclaims\n" + said(ask.Claims(told, &ask.Query{})))
	kenya, uganda := ask.Party{Country: "KEN"}, ask.Party{Country: "UGA"}
	for _, row := range inShort(ask.SeriesOf(told, kenya, uganda, ask.ByMonth, &ask.Query{Status: []annals.Status{annals.Actual}}, quad)) {
		fmt.Fprintf(&out, "\nseries %s", row)
	}
	out.WriteString("\n\nsources\n")
	for _, s := range ask.Sources(told, &ask.Query{}) {
		fmt.Fprintf(&out, "%s by %q: events %d, alone %d, copies %q\n", s.Document, s.Publisher, s.Events, s.Alone, s.Copies)
	}
	matchGolden(t, "testdata/story.golden", out.String())
}

func writeEntry(out *strings.Builder, e *ask.Entry) {
	fmt.Fprintf(out, "  %s %s %q, %s: reports %d, documents %d, sources %d\n", e.Kind, e.Type, e.Words, e.Status, len(e.Lines), e.Documents, e.Sources)
	for _, d := range e.Differences {
		for _, v := range d.Values {
			fmt.Fprintf(out, "    %s %q by %s\n", d.Field, v.Words, strings.Join(v.By, ", "))
		}
	}
	for _, l := range e.Linked {
		fmt.Fprintf(out, "    belongs to %s, told as %s\n", l.What, l.Status)
	}
}

// TestExplainEvents compares with a golden file what is said of each event of more than
// one report: why they are one, which are copies, and who was settled to be whom.
func TestExplainEvents(t *testing.T) {
	told, coded, d := story(t)
	var out strings.Builder
	for i := range told.Events {
		e := told.ExplainEvent(&told.Events[i], coded, d.Register.Resolve)
		if len(e.Lines) < 2 && len(e.Settled) == 0 {
			continue
		}
		fmt.Fprintf(&out, "%s %q\n", e.Type, e.Words)
		for _, j := range e.Joined {
			fmt.Fprintf(&out, "  joined:  %s\n", j.Says)
		}
		for _, c := range e.Copied {
			fmt.Fprintf(&out, "  copies:  %s\n", c.Says)
		}
		for _, r := range e.Related {
			fmt.Fprintf(&out, "  related: %s\n", r.Says)
		}
		for _, s := range e.Settled {
			fmt.Fprintf(&out, "  settled: %s\n", s.Says)
		}
	}
	matchGolden(t, "testdata/explained.golden", out.String())
}

// TestEntryJSON holds what programs read: the fields of an event with the lines behind it, and of a
// state the same fields.
func TestEntryJSON(t *testing.T) {
	told, _, _ := story(t)
	kinds := map[annals.Kind]bool{}
	for _, c := range ask.Chapters(told, &ask.Query{}) {
		for i := range c.Entries {
			data, err := json.Marshal(&c.Entries[i])
			if err != nil {
				t.Fatal(err)
			}
			var got struct {
				ID      string        `json:"id"`
				Kind    annals.Kind   `json:"kind"`
				Reports []string      `json:"reports"`
				Sources int           `json:"sources"`
				Lines   []annals.Line `json:"lines"`
			}
			if err := json.Unmarshal(data, &got); err != nil {
				t.Fatal(err)
			}
			kinds[got.Kind] = true
			if got.ID == "" || len(got.Lines) == 0 || len(got.Reports) != len(got.Lines) || got.Sources < 1 {
				t.Errorf("got %s", data)
			}
		}
	}
	if len(kinds) != 3 {
		t.Errorf("only the kinds %v are told", kinds)
	}
}

// learned is who was learned from lines to have held which office.
func learned(t *testing.T, lines []annals.Line) []actors.Tenure {
	t.Helper()
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	settler, err := actors.New(known)
	if err != nil {
		t.Fatal(err)
	}
	return settler.Learn(lines, func(string) string { return "" }, nil).Tenures()
}
