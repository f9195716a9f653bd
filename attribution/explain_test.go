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
