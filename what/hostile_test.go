package what

import (
	"math/rand/v2"
	"testing"

	"annals"
	"annals/language"
)

// TestAnyTree holds that events are found, and an end, in trees that make no
// sense: deeds that do each other, clauses in circles of control.
func TestAnyTree(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	words := []struct{ lemma, tag, fine string }{
		{"attack", "NOUN", "NN"},
		{"kill", "VERB", "VBN"},
		{"agree", "VERB", "VBD"},
		{"arrest", "NOUN", "NN"},
		{"launch", "VERB", "VBG"},
		{"report", "NOUN", "NN"},
		{"condemn", "VERB", "VBG"},
		{"some", "DET", "DT"},
		{"that", "SCONJ", "IN"},
		{"must", "AUX", "MD"},
		{"which", "PRON", "WDT"},
		{"in", "ADP", "IN"},
		{"by", "ADP", "IN"},
		{"to", "PART", "TO"},
		{"until", "SCONJ", "IN"},
		{"first", "ADJ", "JJ"},
		{"be", "AUX", "VBD"},
		{"Peru", "PROPN", "NNP"},
		{"Basra", "PROPN", "NNP"},
		{"its", "PRON", "PRP$"},
		{"demand", "VERB", "VBD"},
		{"withdraw", "VERB", "VB"},
		{"-", "PUNCT", "HYPH"},
	}
	relations := []string{
		"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "acl", "acl:relcl", "advcl", "ccomp", "xcomp",
		"conj", "mark", "case", "aux", "aux:pass", "cop", "amod", "compound", "appos", "parataxis",
	}
	random := rand.New(rand.NewPCG(1, 9))
	for range 60_000 {
		s := &language.Sentence{}
		n := 2 + random.IntN(14)
		order := random.Perm(n)
		heads := make([]int, n)
		for i, token := range order { // every word hangs on one that was placed before it
			heads[token] = language.Root
			if i > 0 {
				heads[token] = order[random.IntN(i)]
			}
		}
		for i := range n {
			w := words[random.IntN(len(words))]
			if i%2 == 0 {
				w = words[random.IntN(8)] // deeds, which point at each other
			}
			s.Tokens = append(s.Tokens, language.Token{
				Form: w.lemma, Lemma: w.lemma, UPOS: w.tag, XPOS: w.fine,
				Head: heads[i], Rel: relations[random.IntN(len(relations))], Span: annals.Span{i, i + 1},
			})
		}
		s.Link()
		book.Events(s, names{s})
		book.States(s, names{s})
	}
}
