package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestParticiples(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"a participle between a subject and its verb", `
			Sailors sailor NOUN  NNS 2 nsubj
			claimed claim  VERB  VBD 0 root
			that    that   SCONJ IN  10 mark
			most    most   ADJ   JJS 10 nsubj:pass
			of      of     ADP   IN  6 case
			boats   boat   NOUN  NNS 4 nmod
			built   build  VERB  VBD 2 ccomp
			there   there  ADV   RB  7 advmod
			were    be     AUX   VBD 10 aux:pass
			sold    sell   VERB  VBN 2 ccomp`, "built sold",
			"built <acl- boats, sold <ccomp- claimed",
		},
		{
			"a verb with its own subject", `
			Sailors sailor NOUN  NNS 2 nsubj
			claimed claim  VERB  VBD 0 root
			boats   boat   NOUN  NNS 4 nsubj
			sank    sink   VERB  VBD 2 ccomp
			and     and    CCONJ CC  7 cc
			crews   crew   NOUN  NNS 7 nsubj
			drowned drown  VERB  VBD 4 conj`, "sank drowned",
			"sank <ccomp- claimed, drowned <conj- sank",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			language.Repair(s)
			if got := heads(t, s, tt.forms); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}

func TestVerbalNouns(t *testing.T) {
	s := treetest.Sentence(t, `
		Heavy    heavy  ADJ  JJ  2 amod
		Shelling shell  VERB VBG 3 nsubj
		scared   scare  VERB VBD 0 root
		people   people NOUN NNS 3 obj`)
	language.Repair(s)
	if got := s.Tokens[1]; got.UPOS != "NOUN" || got.Lemma != "shelling" {
		t.Errorf("an adjective before it: %s %s", got.UPOS, got.Lemma)
	}
	s = treetest.Sentence(t, `
		Shelling shell  VERB VBG 3 nsubj
		towns    town   NOUN NNS 1 obj
		scared   scare  VERB VBD 0 root
		people   people NOUN NNS 3 obj`)
	language.Repair(s)
	if got := s.Tokens[0]; got.UPOS != "VERB" || got.Lemma != "shell" {
		t.Errorf("an object behind it: %s %s", got.UPOS, got.Lemma)
	}
}
