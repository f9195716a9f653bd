package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestLetters(t *testing.T) {
	for tree, want := range map[string]string{
		`
		A   a   DET   DT  0 root
		/   /   PUNCT ,   3 punct
		C   c   NOUN  NN  1 conj`: "NOUN", `
		A    a    DET  DT 2 det
		road road NOUN NN 0 root`: "DET", `
		A    a    DET   DT 3 det
		"    "    PUNCT \x60\x60 3 punct
		road road NOUN  NN 0 root`: "DET",
	} {
		s := treetest.Sentence(t, tree)
		language.Repair(s)
		if got := s.Tokens[0].UPOS; got != want {
			t.Errorf("%s: %s, want %s", s.Text, got, want)
		}
	}
}
