package digest_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/coder"
	"annals/document"
	"annals/gazetteer"
	"annals/record/digest"
	"annals/record/merge"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestStory reads a handful of documents about a few days, all the way from their texts to
// events, and compares with a golden file: which reports are one event, on what its
// reports differ, how many sources there are, and why each report is where it is.
func TestStory(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	var lines []annals.Line
	var documents []digest.Document
	for doc, err := range document.Read("testdata/story.jsonl", nil) {
		if err != nil {
			t.Fatal(err)
		}
		documents = append(documents, digest.DocumentOf(doc))
		lines = append(lines, c.Code(doc)...)
	}
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(g)
	if err != nil {
		t.Fatal(err)
	}
	d := digester.Digest(lines, documents, nil)
	got := tell(d.Events, d.Lines)
	const golden = "testdata/story.golden"
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
		t.Errorf("(-%s +got):\n%s", golden, diff)
	}
}

// tell writes events for people.
func tell(events []merge.Event, lines []annals.Line) string {
	number, from := map[string]int{}, map[string]*annals.Line{}
	for i := range events {
		number[events[i].ID] = i + 1
	}
	for i := range lines {
		from[lines[i].ID] = &lines[i]
	}
	sources := func(ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, from[id].Document)
		}
		return strings.Join(out, ", ")
	}
	var b strings.Builder
	for i := range events {
		e := &events[i]
		fmt.Fprintf(&b, "EVENT %d  %s, %s to %s, %s; %d reports in %d documents of %d sources\n", i+1, e.Type, e.From, e.To, e.Status, len(e.Reports), e.Documents, e.Sources)
		for _, v := range e.Actor {
			fmt.Fprintf(&b, "  actor      %s: %s\n", v.Value.ID, sources(v.Lines))
		}
		for _, v := range e.Recipient {
			fmt.Fprintf(&b, "  recipient  %s: %s\n", strings.TrimSpace(v.Value.ID+" "+v.Value.Name), sources(v.Lines))
		}
		for _, v := range e.Where {
			fmt.Fprintf(&b, "  place      %s: %s\n", v.Value.Name, sources(v.Lines))
		}
		for _, v := range e.Quantity {
			fmt.Fprintf(&b, "  number     %g %s: %s\n", v.Value.Value, v.Value.Of, sources(v.Lines))
		}
		for _, j := range e.Joins {
			fmt.Fprintf(&b, "  %s is with %s, %g points:\n", from[j.Line].Document, from[j.With].Document, j.Points)
			for _, r := range j.Reasons {
				fmt.Fprintf(&b, "    %s: %s\n", r.Field, r.How)
			}
		}
		for _, l := range e.Links {
			fmt.Fprintf(&b, "  linked with event %d\n", number[l.Event])
		}
	}
	return b.String()
}
