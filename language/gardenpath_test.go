package language_test

import (
	"strings"
	"testing"

	"annals/language"
	"annals/language/treetest"
)

// TestGardenPaths holds what English grammar says of trees that cannot be, whatever the network
// says.
func TestGardenPaths(t *testing.T) {
	tests := []struct{ name, tree, want string }{
		{"a participle with its agent belongs to the object", `
			They     they     PRON  PRP 2 nsubj
			annulled annul    VERB  VBD 0 root
			the      the      DET   DT  4 det
			pact     pact     NOUN  NN  2 obj
			signed   sign     VERB  VBN 2 xcomp
			by       by       ADP   IN  7 case
			both     both     PRON  DT  5 obl:agent`, "signed <acl- pact"},
		{"but what one has done is no part of it", `
			They     they     PRON  PRP 2 nsubj
			had      have     VERB  VBD 0 root
			the      the      DET   DT  4 det
			house    house    NOUN  NN  2 obj
			searched search   VERB  VBN 2 xcomp
			by       by       ADP   IN  7 case
			police   police   NOUN  NNS 5 obl:agent`, "searched <xcomp- had"},
		{"a noun after a particle that is no object", `
			Ana    Ana    PROPN NNP 2 nsubj
			called call   VERB  VBD 0 root
			on     on     ADP   IN  2 compound:prt
			Lima   Lima   PROPN NNP 2 obl
			to     to     PART  TO  6 mark
			yield  yield  VERB  VB  2 xcomp`, "on <case- Lima"},
		{"a subject behind a preposition that opens a clause", `
			They    they  PRON  PRP 2 nsubj
			fired   fire  VERB  VBD 0 root
			after   after ADP   IN  5 case
			a       a     DET   DT  5 det
			boat    boat  NOUN  NN  2 obl
			crossed cross VERB  VBD 2 advcl
			lines   line  NOUN  NNS 6 obj`, "after <mark- crossed, boat <nsubj- crossed"},
		{"a preposition that opens none", `
			They    they  PRON  PRP 2 nsubj
			fired   fire  VERB  VBD 0 root
			at      at    ADP   IN  5 case
			a       a     DET   DT  5 det
			boat    boat  NOUN  NN  2 obl
			crossed cross VERB  VBD 2 advcl
			lines   line  NOUN  NNS 6 obj`, "at <case- boat, boat <obl- fired"},
		{"a subject between subordinator and verb", `
			They   they   PRON  PRP 2 nsubj
			met    meet   VERB  VBD 0 root
			the    the    DET   DT  4 det
			day    day    NOUN  NN  2 obl:unmarked
			after  after  SCONJ IN  8 mark
			Ana    Ana    PROPN NNP 4 nmod
			had    have   AUX   VBD 8 aux
			left   leave  VERB  VBN 2 advcl`, "Ana <nsubj- left"},
		{"during which means what happened, not a name", `
			The      the      DET   DT  2 det
			seizure  seizure  NOUN  NN  10 nsubj
			of       of       ADP   IN  4 case
			Olinda   Olinda   PROPN NNP 2 nmod
			,        ,        PUNCT ,   9 punct
			during   during   ADP   IN  7 case
			which    which    PRON  WDT 9 obl
			sailors  sailor   NOUN  NNS 9 nsubj
			died     die      VERB  VBD 4 acl:relcl
			ended    end      VERB  VBD 0 root`, "died <acl:relcl- seizure"},
		{"a list without and is none", `
			Ana    Ana    PROPN NNP 6 nsubj
			,      ,      PUNCT ,   3 punct
			queen  queen  NOUN  NN  1 conj
			of     of     ADP   IN  5 case
			Peru   Peru   PROPN NNP 3 nmod
			fled   flee   VERB  VBD 0 root`, "queen <appos- Ana"},
		{"a list with and is one", `
			Ana    Ana    PROPN NNP 6 nsubj
			,      ,      PUNCT ,   3 punct
			aides  aide   NOUN  NNS 1 conj
			and    and    CCONJ CC  5 cc
			guards guard  NOUN  NNS 1 conj
			fled   flee   VERB  VBD 0 root`, "aides <conj- Ana"},
		{"an era is no part of a name", `
			In      in      ADP   IN  3 case
			the     the     DET   DT  3 det
			century century NOUN  NN  6 obl
			BC      BC      PROPN NNP 3 appos
			Rome    Rome    PROPN NNP 4 flat
			grew    grow    VERB  VBD 0 root`, "Rome <nsubj- grew"},
		{"that before a semicolon belongs to the clause before it", `
			They      they     PRON  PRP 2 nsubj
			asked     ask      VERB  VBD 0 root
			that      that     SCONJ IN  9 mark
			he        he       PRON  PRP 5 nsubj
			sign      sign     VERB  VB  2 ccomp
			;         ;        PUNCT :   5 punct
			envoys    envoy    NOUN  NNS 9 nsubj:pass
			were      be       AUX   VBD 9 aux:pass
			held      hold     VERB  VBN 2 ccomp`, "that <mark- sign, held <parataxis- asked"},
		{"a participle without subject is no main clause", `
			After    after    SCONJ IN  7 mark
			days     day      NOUN  NNS 7 nsubj:pass
			in       in       ADP   IN  5 case
			prisons  prison   NOUN  NNS 5 compound
			envoys   envoy    NOUN  NNS 7 nsubj:pass
			were     be       AUX   VBD 7 aux:pass
			freed    free     VERB  VBN 9 advcl
			,        ,        PUNCT ,   7 punct
			taken    take     VERB  VBN 0 root
			home     home     ADV   RB  9 advmod`, "After <case- days, days <obl- freed, prisons <nmod- days, envoys <nsubj:pass- freed, taken <conj- freed"},
		{"a verb taken for a second clause of its subject", `
			Reports  report NOUN  NNS 0 root
			that     that   SCONJ IN  4 mark
			Peru     Peru   PROPN NNP 4 nsubj
			attacked attack VERB  VBD 1 ccomp
			Chile    Chile  PROPN NNP 4 obj
			proved   prove  VERB  VBD 1 ccomp
			untrue   untrue ADJ   JJ  6 xcomp`, "Reports <nsubj- proved, attacked <acl- Reports, proved <root- ROOT"},
		{"the article before a title is that of the name", `
			The   the    DET   DT  2 det
			mayor mayor  NOUN  NN  3 nmod:desc
			Lima  Lima   PROPN NNP 4 nsubj
			fled  flee   VERB  VBD 0 root`, "The <det- Lima"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			language.Repair(s)
			var forms []string // those of which something is wanted
			for arc := range strings.SplitSeq(tt.want, ", ") {
				form, _, _ := strings.Cut(arc, " ")
				forms = append(forms, form)
			}
			if got := heads(t, s, strings.Join(forms, " ")); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
