package what

import (
	"fmt"
	"strings"
	"testing"

	"annals/language/treetest"
)

// TestUses holds which words stand between two actors, and whether the small
// codebook covers them.
func TestUses(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, tree, want string }{
		{"verb without a row", `
			Memphis Memphis PROPN NNP 2 nsubj
			outbid  outbid  VERB  VBD 0 root
			Argos   Argos   PROPN NNP 2 obj`, "verb outbid Memphis > Argos (obj) missing"},
		{"verb with a row", `
			Memphis  Memphis PROPN NNP 2 nsubj
			attacked attack  VERB  VBD 0 root
			Argos    Argos   PROPN NNP 2 obj`, "verb attack Memphis > Argos (obj) covered"},
		{"verb whose rows ask for something else", `
			Memphis Memphis PROPN NNP 2 nsubj
			sent    send    VERB  VBD 0 root
			gifts   gift    NOUN  NNS 2 obj
			to      to      ADP   IN  5 case
			Argos   Argos   PROPN NNP 2 obl`, "verb send Memphis > Argos (to) missing, other rows"},
		{"passive", `
			Memphis Memphis PROPN NNP 3 nsubj:pass
			was     be      AUX   VBD 3 aux:pass
			outbid  outbid  VERB  VBN 0 root
			by      by      ADP   IN  5 case
			Argos   Argos   PROPN NNP 3 obl:agent`, "verb outbid Argos > Memphis (obj) missing"},
		{"light verb with a noun of the codebook", `
			Memphis  Memphis PROPN NNP 2 nsubj
			launched launch  VERB  VBD 0 root
			attacks  attack  NOUN  NNS 2 obj
			on       on      ADP   IN  5 case
			Argos    Argos   PROPN NNP 3 nmod`, "verb launch Memphis > Argos (on) covered"},
		{"noun", `
			The     the     DET   DT  2 det
			quarrel quarrel NOUN  NN  7 nsubj
			of      of      ADP   IN  4 case
			Memphis Memphis PROPN NNP 2 nmod
			with    with    ADP   IN  6 case
			Argos   Argos   PROPN NNP 2 nmod
			ended   end     VERB  VBD 0 root`, "noun quarrel Memphis > Argos (with) missing"},
		{"noun between two", `
			The     the     DET   DT  2 det
			quarrel quarrel NOUN  NN  7 nsubj
			between between ADP   IN  4 case
			Memphis Memphis PROPN NNP 2 nmod
			and     and     CCONJ CC  6 cc
			Argos   Argos   PROPN NNP 4 conj
			ended   end     VERB  VBD 0 root`, "noun quarrel Memphis > Argos (between) missing"},
		{"adjective", `
			Memphis Memphis PROPN NNP 3 nsubj
			was     be      AUX   VBD 3 cop
			frosty  frosty  ADJ   JJ  0 root
			to      to      ADP   IN  5 case
			Argos   Argos   PROPN NNP 3 obl`, "adjective frosty Memphis > Argos (to) missing"},
		{"one actor alone", `
			Memphis Memphis PROPN NNP 2 nsubj
			built   build   VERB  VBD 0 root
			walls   wall    NOUN  NNS 2 obj`, ""},
		{"a place is no actor", `
			Memphis Memphis PROPN NNP 2 nsubj
			waited  wait    VERB  VBD 0 root
			in      in      ADP   IN  4 case
			Basra   Basra   PROPN NNP 2 obl`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			var got []string
			for _, u := range book.Uses(s, names{s}) {
				state := "missing"
				switch {
				case u.Covered:
					state = "covered"
				case u.Known:
					state = "missing, other rows"
				}
				got = append(got, fmt.Sprintf("%s %s %s > %s (%s) %s", u.POS, u.Word, u.Actor.Text, u.Recipient.Text, u.Slot, state))
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
