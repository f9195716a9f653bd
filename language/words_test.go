package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestContracted(t *testing.T) {
	tests := []struct{ name, tree, want string }{
		{"has, to a participle", `
			She she PRON PRP 3 nsubj
			's be AUX VBZ 3 aux
			left leave VERB VBN 0 root`, "have"},
		{"has, beside been", `
			She she PRON PRP 4 nsubj
			's be AUX VBZ 4 aux
			been be AUX VBN 4 cop
			ill ill ADJ JJ 0 root`, "have"},
		{"is, in a passive", `
			It it PRON PRP 3 nsubj:pass
			's be AUX VBZ 3 aux:pass
			sold sell VERB VBN 0 root`, "be"},
		{"is, to a present participle", `
			She she PRON PRP 3 nsubj
			's be AUX VBZ 3 aux
			leaving leave VERB VBG 0 root`, "be"},
		{"is, as a copula", `
			She she PRON PRP 3 nsubj
			's be AUX VBZ 3 cop
			ill ill ADJ JJ 0 root`, "be"},
	}
	for _, test := range tests {
		s := treetest.Sentence(t, test.tree)
		language.Repair(s)
		if got := s.Tokens[1].Lemma; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

func TestTitles(t *testing.T) {
	tests := []struct{ name, tree, want string }{
		{"a rank before a name", `
			General General ADJ NNP 2 nmod:desc
			Ortega  Ortega  PROPN NNP 3 nsubj
			fled    flee    VERB VBD 0 root`, "PROPN"},
		{"a part of a name", `
			General  General  ADJ NNP 2 amod
			Assembly Assembly PROPN NNP 3 nsubj
			met      meet     VERB VBD 0 root`, "ADJ"},
	}
	for _, test := range tests {
		s := treetest.Sentence(t, test.tree)
		language.Repair(s)
		if got := s.Tokens[0].UPOS; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}
