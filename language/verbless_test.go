package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestVerbless(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"the only verb was taken for a participle", `
			The       the      DET   DT  4 det
			navy      navy     NOUN  NN  4 compound
			scrambled scramble VERB  VBN 4 amod
			jets      jet      NOUN  NNS 0 root
			.         .        PUNCT .   4 punct`, "The navy scrambled jets",
			"The <det- navy, navy <nsubj- scrambled, scrambled <root- ROOT, jets <obj- scrambled",
		},
		{
			"a heading has no verb", `
			Navy      navy     NOUN  NN  3 compound
			scrambled scramble VERB  VBN 3 amod
			jets      jet      NOUN  NNS 0 root`, "scrambled jets",
			"scrambled <amod- jets, jets <root- ROOT",
		},
		{
			"a participle without a noun before it modifies", `
			Wounded  wound   VERB  VBN 2 amod
			soldiers soldier NOUN  NNS 0 root
			.        .       PUNCT .   2 punct`, "Wounded soldiers",
			"Wounded <amod- soldiers, soldiers <root- ROOT",
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
