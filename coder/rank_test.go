package coder

import (
	"testing"

	"annals/language/treetest"
	"annals/what"
	"annals/when"
)

// TestRank reads places in an order from trees; an ordinal behind its noun, as a wrong tree
// may have it, gives none.
func TestRank(t *testing.T) {
	rules, err := when.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		tree, want string
		verb       int
	}{
		{"the the DET DT 3 det\nsecond second ADJ JJ 3 amod\nminister minister NOUN NN 0 root\nto to PART TO 5 mark\nresign resign VERB VB 3 acl", "2 minister", 4},
		{"verdicts verdict NOUN NNS 0 root\nfirst first ADJ JJ 1 amod\nreached reach VERB VBN 1 acl", "", 2},
	} {
		s := treetest.Sentence(t, c.tree)
		r := &sentenceReading{documentReading: &documentReading{Coder: &Coder{rules: rules}}, s: s}
		got := ""
		if rank := r.rankOf(&what.Finding{Verb: c.verb}); rank != nil {
			got = string(rune('0'+rank.Ordinal)) + " " + rank.Among
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", s.Text, got, c.want)
		}
	}
}
