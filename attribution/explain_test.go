package attribution

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"annals/language/treetest"
)

// TestExplainStatus says which word makes a clause less than a fact, and that the
// row that it names is one of that word.
func TestExplainStatus(t *testing.T) {
	for _, test := range []struct {
		name, tree string
		token      int
		word, row  string // the word of the sentence, and that of the table
	}{
		{"auxiliary", `
			Togo  Togo PROPN NNP 3 nsubj
			may   may  AUX   MD  3 aux
			leave leave VERB VB  0 root`, 2, "may", "may"},
		{"negation of an object", `
			Togo  Togo PROPN NNP 2 nsubj
			signed sign VERB VBD 0 root
			no    no   DET   DT  4 det
			pact  pact NOUN  NN  2 obj`, 1, "no", "no"},
		{"governor", `
			Togo  Togo PROPN NNP 2 nsubj
			hopes hope VERB  VBZ 0 root
			to    to   PART  TO  4 mark
			win   win  VERB  VB  2 xcomp`, 3, "hopes", "hope"},
		{"two words that negate", `
			Togo  Togo PROPN NNP 4 nsubj
			no    no   ADV   RB  3 advmod
			longer long ADV  RBR 4 advmod
			trades trade VERB VBZ 0 root`, 3, "longer", "no longer"},
		{"preposition of a governor", `
			Togo  Togo PROPN NNP 2 nsubj
			refrained refrain VERB VBD 0 root
			from  from SCONJ IN  4 mark
			voting vote VERB VBG 2 advcl`, 3, "refrained", "refrain from"},
		{"modifier of a noun that tells", `
			False false ADJ  JJ  2 amod
			claims claim NOUN NNS 0 root
			that  that SCONJ IN  5 mark
			Togo  Togo PROPN NNP 5 nsubj
			fled  flee VERB  VBD 2 acl`, 4, "False", "false"},
		{"stance", `
			Togo   Togo PROPN NNP 2 nsubj
			denied deny VERB  VBD 0 root
			that   that SCONJ IN  5 mark
			it     it   PRON  PRP 5 nsubj
			fled   flee VERB  VBD 2 ccomp`, 4, "denied", "deny"},
		{"condition", `
			If    if   SCONJ IN  3 mark
			Togo  Togo PROPN NNP 3 nsubj
			leaves leave VERB VBZ 5 advcl
			Ghana Ghana PROPN NNP 5 nsubj
			stays stay VERB  VBZ 0 root`, 2, "If", "if"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := treetest.Sentence(t, test.tree)
			r := load(t).Read(s)
			status, all := r.ExplainStatus(test.token)
			if status != r.Status(test.token) {
				t.Errorf("explained as %s, but it is %s", status, r.Status(test.token))
			}
			i := slices.IndexFunc(all, func(why StatusReason) bool { return s.Tokens[why.Token].Form == test.word && why.Status == status })
			if i < 0 || len(all[i].Rows) != 1 || all[i].Rows[0].Entry != test.row {
				t.Fatalf("%s is not explained by %q: %+v", status, test.word, all)
			}
			row := all[i].Rows[0]
			data, err := os.ReadFile(filepath.Join("..", row.File))
			if err != nil {
				t.Fatal(err)
			}
			if line := strings.Split(string(data), "\n")[row.Line-1]; !strings.HasPrefix(line, test.row+"\t") {
				t.Errorf("%s:%d is %q", row.File, row.Line, line)
			}
		})
	}
}

// TestExplainForm says what in the form of a clause makes it less than a fact; no row
// of a table does.
func TestExplainForm(t *testing.T) {
	for _, test := range []struct {
		name, tree string
		token      int
		says       string
	}{
		{"question", `
			Who  who  PRON  WP  2 nsubj
			fled flee VERB  VBD 0 root
			?    ?    PUNCT .   2 punct`, 1, "a question mark closes its clause"},
		{"inversion", `
			Had  have AUX   VBD 3 aux
			Togo Togo PROPN NNP 3 nsubj
			paid pay  VERB  VBN 0 root`, 2, "opens with the auxiliary"},
		{"command", `
			Pay  pay  VERB VB 0 root
			them they PRON PRP 1 obj`, 0, "commands"},
		{"plan", `
			Togo  Togo PROPN NNP 4 nsubj
			is    be   AUX   VBZ 4 aux
			to    to   PART  TO  4 mark
			vote  vote VERB  VB  0 root`, 3, "tells a plan"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := load(t).Read(treetest.Sentence(t, test.tree))
			status, all := r.ExplainStatus(test.token)
			if status != r.Status(test.token) || len(all) != 1 || all[0].Status != status || !strings.Contains(all[0].Says, test.says) {
				t.Errorf("%s: %+v, want it to say %q", status, all, test.says)
			}
		})
	}
}

// TestExplainFact holds that a fact has no reason to be less.
func TestExplainFact(t *testing.T) {
	s := treetest.Sentence(t, `
		Togo   Togo  PROPN NNP 2 nsubj
		signed sign  VERB  VBD 0 root
		a      a     DET   DT  4 det
		pact   pact  NOUN  NN  2 obj`)
	if status, all := load(t).Read(s).ExplainStatus(1); status != "actual" || len(all) != 0 {
		t.Errorf("%s: %+v", status, all)
	}
}
