package language_test

import (
	"fmt"
	"strings"
	"testing"

	"annals/language"
	"annals/language/treetest"
)

// heads writes the arcs of the given forms as "form <relation- head".
func heads(t *testing.T, s *language.Sentence, forms string) string {
	t.Helper()
	var out []string
	for form := range strings.FieldsSeq(forms) {
		token := &s.Tokens[treetest.Token(t, s, form)]
		head := "ROOT"
		if token.Head >= 0 {
			head = s.Tokens[token.Head].Form
		}
		out = append(out, fmt.Sprintf("%s <%s- %s", form, token.Rel, head))
	}
	return strings.Join(out, ", ")
}

func TestMainClause(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"the fronted clause was taken for the sentence", `
			After    after   SCONJ IN  4 mark
			rebels   rebel   NOUN  NNS 4 nsubj
			had      have    AUX   VBD 4 aux
			left     leave   VERB  VBN 0 root
			,        ,       PUNCT ,   7 punct
			the      the     DET   DT  7 det
			king     king    NOUN  NN  4 obj
			returned return  VERB  VBD 4 conj`, "left king returned",
			"left <advcl- returned, king <nsubj- returned, returned <root- ROOT",
		},
		{
			"the subordinator was given to the subject", `
			Before   before  ADP   IN  2 case
			rebels   rebel   NOUN  NNS 3 nsubj
			came     come    VERB  VBD 0 root
			,        ,       PUNCT ,   5 punct
			peasants peasant NOUN  NNS 6 nsubj
			fled     flee    VERB  VBD 3 ccomp`, "Before came fled",
			"Before <mark- came, came <advcl- fled, fled <root- ROOT",
		},
		{
			"the subject was taken for a prepositional phrase", `
			After    after   ADP   IN  3 case
			their    they    PRON  PRP$ 3 nmod:poss
			land     land    NOUN  NN  5 obl
			was      be      AUX   VBD 5 aux:pass
			taken    take    VERB  VBN 0 root
			,        ,       PUNCT ,   8 punct
			the      the     DET   DT  8 det
			Maya     Maya    PROPN NNP 5 appos
			moved    move    VERB  VBD 8 acl`, "land taken Maya moved",
			"land <nsubj:pass- taken, taken <advcl- moved, Maya <nsubj- moved, moved <root- ROOT",
		},
		{
			"a fronted phrase with a relative clause", `
			Following follow VERB  VBG 2 case
			talks     talk   NOUN  NNS 0 root
			,         ,      PUNCT ,   5 punct
			which     which  PRON  WDT 5 nsubj
			failed    fail   VERB  VBD 2 acl:relcl
			,         ,      PUNCT ,   7 punct
			Spain     Spain  PROPN NNP 8 nsubj
			withdrew  withdraw VERB VBD 5 conj`, "talks failed withdrew",
			"talks <obl- withdrew, failed <acl:relcl- talks, withdrew <root- ROOT",
		},
		{
			"a sentence that is right stays as it is", `
			In       in      ADP   IN  2 case
			May      May     PROPN NNP 4 obl
			Spain    Spain   PROPN NNP 4 nsubj
			withdrew withdraw VERB VBD 0 root
			,        ,       PUNCT ,   8 punct
			and      and     CCONJ CC  8 cc
			France   France  PROPN NNP 8 nsubj
			stayed   stay    VERB  VBD 4 conj`, "withdrew stayed",
			"withdrew <root- ROOT, stayed <conj- withdrew",
		},
		{"a fragment without a main clause stays as it is", `
			After    after   SCONJ IN  3 mark
			rebels   rebel   NOUN  NNS 3 nsubj
			left     leave   VERB  VBD 0 root`, "left", "left <root- ROOT"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			language.MainClause(s)
			if got := heads(t, s, tt.forms); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
