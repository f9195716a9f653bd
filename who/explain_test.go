package who

import (
	"slices"
	"testing"

	"annals"
)

// TestExplainIsAt holds that explaining a phrase gives whom it denotes, each with a
// reason, and ends on trees of no sense too.
func TestExplainIsAt(t *testing.T) {
	r := resolver(t)
	text := "Peruvian president Ana Lima told his Chilean envoy that both countries and their army left it. She who met Berlin itself said the two leaders and Mr Paz of Bolivia. The president and its minister of them."
	for seed := range uint64(200) {
		sentences := randomTree(text, seed)
		c := r.Read(nil, sentences)
		for i := range sentences {
			for k := -1; k <= len(sentences[i].Tokens); k++ {
				var got []annals.Participant
				for _, why := range r.Explain(c, i, k) {
					got = append(got, why.Party)
					if why.By == "" || why.Text == "" || len(why.Reasons) == 0 && why.By != "role" {
						t.Errorf("seed %d: no reason for %q: %+v", seed, why.Party.Text, why)
					}
				}
				if !slices.EqualFunc(got, c.At(i, k), same) {
					t.Fatalf("seed %d, sentence %d, token %d: %v is explained as %v", seed, i, k, c.At(i, k), got)
				}
			}
		}
	}
}

func same(a, b annals.Participant) bool {
	return a.Span == b.Span && a.ID == b.ID && a.Name == b.Name && a.Role == b.Role
}
