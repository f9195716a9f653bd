package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestRepair(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{"brackets", `
			She    she    PRON  PRP 2 nsubj
			left   leave  VERB  VBD 0 root
			Lima   Lima   PROPN NNP 2 obj
			(      (      PUNCT -LRB- 5 punct
			Quito  Quito  PROPN NNP 3 conj
			)      )      PUNCT -RRB- 5 punct
			and    and    CCONJ CC  8 cc
			Cusco  Cusco  PROPN NNP 3 conj`, "Quito Cusco", "Quito <parataxis- Lima, Cusco <conj- Lima"},
		{"a verb is no partner of a noun", `
			Kings    king   NOUN  NNS 2 nsubj
			defended defend VERB  VBD 0 root
			forts    fort   NOUN  NNS 2 obj
			,        ,      PUNCT ,   5 punct
			joined   join   VERB  VBN 3 conj
			leagues  league NOUN  NNS 5 obj`, "joined", "joined <conj- defended"},
		{"nouns and gerunds may be partners", `
			They     they   PRON  PRP 2 nsubj
			taxed    tax    VERB  VBD 0 root
			trade    trade  NOUN  NN  2 obj
			and      and    CCONJ CC  5 cc
			fishing  fish   VERB  VBG 3 conj`, "fishing", "fishing <conj- trade"},
		{"a clause of time is no complement", `
			He       he     PRON  PRP 2 nsubj
			resigned resign VERB  VBD 0 root
			after    after  SCONJ IN  5 mark
			troops   troops NOUN  NNS 5 nsubj
			fired    fire   VERB  VBD 2 ccomp`, "fired", "fired <advcl- resigned"},
		{"who is told something has no content", `
			She       she      PRON  PRP 2 nsubj
			told      tell     VERB  VBD 0 root
			reporters reporter NOUN  NNS 2 iobj
			that      that     SCONJ IN  6 mark
			troops    troops   NOUN  NNS 6 nsubj
			fired     fire     VERB  VBD 3 acl`, "fired", "fired <ccomp- told"},
		{"a verb has one subject", `
			Peruvian  Peruvian  ADJ   JJ  2 amod
			candidate candidate NOUN  NN  5 nsubj
			Ana       Ana       PROPN NNP 5 nsubj
			Lima      Lima      PROPN NNP 3 flat
			fled      flee      VERB  VBD 0 root`, "candidate Ana", "candidate <nmod:desc- Ana, Ana <nsubj- fled"},
		{"a described subject", `
			In       in       ADP   IN  2 case
			Lima     Lima     PROPN NNP 8 obl
			,        ,        PUNCT ,   4 punct
			Ana      Ana      PROPN NNP 2 appos
			,        ,        PUNCT ,   6 punct
			envoy    envoy    NOUN  NN  2 appos
			,        ,        PUNCT ,   2 punct
			resigned resign   VERB  VBD 0 root`, "Ana envoy", "Ana <nsubj- resigned, envoy <appos- Ana"},
		{"a that-clause is one", `
			He       he     PRON  PRP 2 nsubj
			said     say    VERB  VBD 0 root
			that     that   SCONJ IN  5 mark
			troops   troops NOUN  NNS 5 nsubj
			fired    fire   VERB  VBD 2 ccomp`, "fired", "fired <ccomp- said"},
		{
			"a finite root gets the subject before it", `
			After     after    ADP   IN  2 case
			polls     poll     NOUN  NNS 9 obl
			regarded  regard   VERB  VBN 2 acl
			as        as       ADP   IN  8 case
			unfair    unfair   ADJ   JJ  8 amod
			,         ,        PUNCT ,   5 punct
			the       the      DET   DT  8 det
			candidate candidate NOUN NN  3 obl
			fled      flee     VERB  VBD 0 root`, "candidate unfair as fled",
			"candidate <nsubj- fled, unfair <obl- regarded, as <case- unfair, fled <root- ROOT",
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
