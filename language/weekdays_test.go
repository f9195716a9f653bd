package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestWeekdays(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"a day between subject and verb", `
			A        a       DET   DT  2 det
			judge    judge   NOUN  NN  3 nmod:desc
			Thursday Thursday PROPN NNP 4 nsubj
			approved approve VERB  VBD 0 root
			sales    sale    NOUN  NNS 4 obj`, "A judge Thursday approved",
			"A <det- judge, judge <nsubj- approved, Thursday <obl:unmarked- approved, approved <root- ROOT",
		},
		{
			"a day behind the noun of a phrase", `
			Divers dive  NOUN  NNS 2 nsubj
			stayed stay  VERB  VBD 0 root
			on     on    ADP   IN  5 case
			call   call  NOUN  NN  5 compound
			Monday Monday PROPN NNP 2 obl`, "on call Monday",
			"on <case- call, call <obl- stayed, Monday <obl:unmarked- stayed",
		},
		{
			"a day behind a name of several words", `
			Guns   gun    NOUN  NNS 2 nsubj
			fired  fire   VERB  VBD 0 root
			on     on     ADP   IN  7 case
			the    the    DET   DT  7 det
			Salt   Salt   PROPN NNP 6 compound
			Flats  Flats  PROPN NNP 7 compound
			Monday Monday PROPN NNP 2 obl`, "on the Flats Monday",
			"on <case- Flats, the <det- Flats, Flats <obl- fired, Monday <obl:unmarked- fired",
		},
		{
			"a day that a name belongs to", `
			Divers dive  NOUN  NNS 2 nsubj
			left   leave VERB  VBD 0 root
			on     on    ADP   IN  5 case
			Palm   Palm  PROPN NNP 5 compound
			Sunday Sunday PROPN NNP 2 obl`, "on Palm Sunday",
			"on <case- Sunday, Palm <compound- Sunday, Sunday <obl- left",
		},
		{
			"a day with its preposition", `
			Divers dive  NOUN  NNS 2 nsubj
			left   leave VERB  VBD 0 root
			on     on    ADP   IN  4 case
			Monday Monday PROPN NNP 2 obl`, "on Monday",
			"on <case- Monday, Monday <obl- left",
		},
		{
			"a day between subject and verb, with its preposition", `
			Divers dive   NOUN  NNS 4 nsubj
			on     on     ADP   IN  3 case
			Monday Monday PROPN NNP 1 nmod
			left   leave  VERB  VBD 0 root`, "Divers Monday",
			"Divers <nsubj- left, Monday <obl- left",
		},
		{
			"a day that is no adverb", `
			That     that    DET   DT  2 det
			Thursday Thursday PROPN NNP 3 nsubj
			changed  change  VERB  VBD 0 root
			sales    sale    NOUN  NNS 3 obj`, "Thursday",
			"Thursday <nsubj- changed",
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
