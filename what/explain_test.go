package what

import (
	"fmt"
	"slices"
	"testing"

	"annals/language/treetest"
)

// TestExplain says by which rows a word became an event; the rows are those of the
// codebook that was given, by its own file names.
func TestExplain(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, tree string
		want       []string // "what is said [file:line]"
	}{
		{"a verb with a condition on a class", `
			Togo  Togo  PROPN NNP 2 nsubj
			sent  send  VERB  VBD 0 root
			rifles rifle NOUN NNS 2 obj`, []string{
			"“sent” is the verb “send”: AID [en/verbs.tsv:5]",
			"if obj=@arms: “rifles” [en/classes.tsv:6]",
			"AID, material cooperation, CAMEO 070, score 10 [plover/types.tsv:3]",
		}},
		{"a light verb", `
			Togo     Togo   PROPN NNP 2 nsubj
			launched launch VERB  VBD 0 root
			an       a      DET   DT  4 det
			attack   attack NOUN  NN  2 obj`, []string{
			"“launched” is the light verb “launch”: its noun carries the event, and its subject is the actor [en/light.tsv:2]",
			"“attack” is the noun “attack”: ASSAULT [en/nouns.tsv:2]",
			"ASSAULT, material conflict, CAMEO 190, score -9 [plover/types.tsv:6]",
		}},
		{"a light verb with a particle", `
			Togo   Togo   PROPN NNP 2 nsubj
			came   come   VERB  VBD 0 root
			under  under  ADP   IN  4 case
			attack attack NOUN  NN  2 obl`, []string{
			"“came” is the light verb “come under”: its noun carries the event, and its subject is the recipient [en/light.tsv:4]",
			"“attack” is the noun “attack”: ASSAULT [en/nouns.tsv:2]",
			"ASSAULT, material conflict, CAMEO 190, score -9 [plover/types.tsv:6]",
		}},
		{"a condition on the type of the complement", `
			Togo   Togo  PROPN NNP 2 nsubj
			agreed agree VERB  VBD 0 root
			to     to    PART  TO  4 mark
			visit  visit VERB  VB  2 xcomp
			Ghana  Ghana PROPN NNP 4 obj`, []string{
			"“agreed” is the verb “agree”: AGREE [en/verbs.tsv:4]",
			"if xcomp=+: “visit”",
			"AGREE, verbal cooperation, CAMEO 030, score 2.5 [plover/types.tsv:2]",
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := treetest.Sentence(t, test.tree)
			found := book.Events(s, names{s})
			if len(found) != 1 {
				t.Fatalf("%d events", len(found))
			}
			var got []string
			for _, step := range book.Explain(s, names{s}, &found[0]).Steps {
				says := step.Says
				for _, row := range step.Rows {
					says += fmt.Sprintf(" [%s:%d]", row.File, row.Line)
				}
				got = append(got, says)
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestExplainPaths holds that rows of the embedded codebook are named by their
// place in the sources.
func TestExplainPaths(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if row := book.Row(book.Entries()[0]); row.File != "what/data/en/verbs.tsv" {
		t.Errorf("the first row is of %s", row.File)
	}
	if rows := book.ExplainType("AGREE", "").Rows; len(rows) != 1 || rows[0].File != "what/data/plover/types.tsv" {
		t.Errorf("the row of a type is %v", rows)
	}
}
