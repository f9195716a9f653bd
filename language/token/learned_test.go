package token

import (
	"os"
	"testing"
)

// learned returns the lexicon of English with what is learned of the ends of
// sentences.
func learned(t *testing.T) *Lexicon {
	t.Helper()
	lex, err := Load(os.DirFS(".."), "en")
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("../en/sentences.bin")
	if err != nil {
		t.Fatal(err)
	}
	if lex.Boundaries, err = ParseBoundaries("sentences.bin", string(data)); err != nil {
		t.Fatal(err)
	}
	return lex
}
