package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestInclusions(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"a phrase behind the comma", `
			Dispatch  dispatch NOUN NN  0 root
			of        of      ADP   IN  3 case
			ships     ship    NOUN  NNS 1 nmod
			,         ,       PUNCT ,   6 punct
			including include VERB  VBG 6 case
			tankers   tanker  NOUN  NNS 1 nmod
			,         ,       PUNCT ,   9 punct
			to        to      ADP   IN  9 case
			Malta     Malta   PROPN NNP 6 nmod`, "tankers Malta",
			"tankers <nmod- Dispatch, Malta <nmod- Dispatch",
		},
		{
			"a phrase of what is included", `
			Dispatch  dispatch NOUN NN  0 root
			of        of      ADP   IN  3 case
			ships     ship    NOUN  NNS 1 nmod
			,         ,       PUNCT ,   6 punct
			including include VERB  VBG 6 case
			tankers   tanker  NOUN  NNS 1 nmod
			from      from    ADP   IN  8 case
			Malta     Malta   PROPN NNP 6 nmod`, "tankers Malta",
			"tankers <nmod- Dispatch, Malta <nmod- tankers",
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
