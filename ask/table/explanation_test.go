package table_test

import (
	"bytes"
	"strings"
	"testing"

	"annals"
	"annals/ask/table"
)

// explanations reads those of a text of our own.
func explanations(t *testing.T) []annals.Explanation {
	t.Helper()
	return parsed[annals.Explanation](t, "testdata/explanations.jsonl")
}

func drawExplanations(t *testing.T, all []annals.Explanation, look table.Look) string {
	t.Helper()
	var out bytes.Buffer
	w := table.New(&out, look)
	for i := range all {
		if err := w.Explanation(&all[i]); err != nil {
			t.Fatal(err)
		}
	}
	return out.String()
}

func TestExplanationGolden(t *testing.T) {
	for _, test := range []struct {
		file string
		look table.Look
	}{
		{"testdata/explanation.golden", table.Look{Width: 100}},
		{"testdata/explanation-narrow.golden", table.Look{Width: 60}},
		{"testdata/explanation-colour.golden", table.Look{Width: 100, Colour: true}},
	} {
		t.Run(test.file, func(t *testing.T) {
			matchGolden(t, test.file, drawExplanations(t, explanations(t), test.look))
		})
	}
}

// TestExplanationWidth holds that no line is wider than was asked for, and that
// none ends with a space: for trees that are deep, too.
func TestExplanationWidth(t *testing.T) {
	deep := annals.Explanation{Line: annals.Line{Sentence: annals.Quote{Text: strings.Repeat("of ", 60)}}}
	for i := range 60 {
		deep.Tree = append(deep.Tree, annals.Node{
			Form: "Antidisestablishmentarianism", UPOS: "PROPN", Head: i - 1, Rel: "nmod:unmarked", Part: []string{"actor", "recipient"},
		})
	}
	all := append(explanations(t), deep)
	for _, width := range []int{table.MinWidth, 73, 100, 140} {
		for line := range strings.Lines(drawExplanations(t, all, table.Look{Width: width})) {
			line = strings.TrimSuffix(line, "\n")
			if n := len([]rune(line)); n > width {
				t.Errorf("width %d: %d columns: %q", width, n, line)
			}
			if strings.HasSuffix(line, " ") {
				t.Errorf("width %d: %q ends with a space", width, line)
			}
		}
	}
}

// TestTree draws a small tree: each word in its own row, beside what it depends
// on.
func TestTree(t *testing.T) {
	e := annals.Explanation{Tree: []annals.Node{
		{Form: "Togo", UPOS: "PROPN", Head: 1, Rel: "nsubj", Part: []string{"actor"}},
		{Form: "signed", UPOS: "VERB", Head: -1, Rel: "root", Part: []string{"trigger"}},
		{Form: "the", UPOS: "DET", Head: 3, Rel: "det"},
		{Form: "pact", UPOS: "NOUN", Head: 1, Rel: "obj"},
		{Form: "on", UPOS: "ADP", Head: 5, Rel: "case"},
		{Form: "trade", UPOS: "NOUN", Head: 3, Rel: "nmod"},
		{Form: ".", UPOS: "PUNCT", Head: 1, Rel: "punct"},
	}}
	want := `
┌─ Togo      PROPN  nsubj  of signed  actor
signed       VERB   root              trigger
│  ┌─ the    DET    det    of pact
├─ pact      NOUN   obj    of signed
│  │  ┌─ on  ADP    case   of trade
│  └─ trade  NOUN   nmod   of pact
└─ .         PUNCT  punct  of signed
`
	if got := drawExplanations(t, []annals.Explanation{e}, table.Look{Width: 80}); !strings.Contains(got, want) {
		t.Errorf("the tree is drawn as\n%s\nwant\n%s", got, want)
	}
}

// TestExplanationHostile holds that a document cannot send commands to the
// terminal, and that heads may point anywhere.
func TestExplanationHostile(t *testing.T) {
	evil := "Chile\x1b[2J\x1b]0;x\x07 met\u202e Peru\u009b1m."
	party := annals.PartyReason{
		Text: evil, By: evil, ID: evil, Slot: evil,
		Antecedents: []annals.Antecedent{{Text: evil, Sentence: annals.Quote{Text: evil, Span: annals.Span{5, 9}}}},
		Reasons:     []annals.Reason{{Says: evil, Rows: []annals.Row{{Entry: evil, File: evil}}}},
	}
	participant := annals.Participant{Text: evil}
	e := annals.Explanation{
		Line: annals.Line{
			ID: evil, Document: evil, Type: evil, Actor: []annals.Participant{participant},
			SaidBy: []annals.Attribution{{Participant: participant, Cue: evil}}, Where: []annals.Place{{Text: evil}}, Citations: []string{evil},
		},
		Tree: []annals.Node{
			{Form: evil, Head: 1, Rel: evil, UPOS: evil, Part: []string{evil}}, {Form: evil, Head: 0}, {Form: "x", Head: 2}, {Form: "y", Head: 99},
		},
		Actor:  []annals.PartyReason{party},
		SaidBy: []annals.SpeakerReason{{Cue: evil, Speaker: party}},
		Where:  []annals.PlaceReason{{Text: evil, Role: evil}},
		When:   &annals.DateReason{Text: evil, EDTF: evil, Anchor: &annals.Anchor{Text: evil, EDTF: evil}},
	}
	got := drawExplanations(t, []annals.Explanation{e}, table.Look{Width: 100})
	if strings.ContainsAny(got, "\x1b\x07\u202e\u009b") {
		t.Errorf("control characters in %q", got)
	}
}
