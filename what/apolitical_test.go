package what

import (
	"testing"

	"annals/language/treetest"
)

// TestApolitical holds what is no politics though the words are the same.
func TestApolitical(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, tree, want string }{
		{"the weather", `
			A        a      DET   DT  2 det
			storm    storm  NOUN  NN  3 nsubj
			attacked attack VERB  VBD 0 root
			Egypt    Egypt  PROPN NNP 3 obj`, ""},
		{"a player", `
			A        a       DET   DT  2 det
			striker  striker NOUN  NN  3 nsubj
			attacked attack  VERB  VBD 0 root
			Egypt    Egypt   PROPN NNP 3 obj`, ""},
		{"the result of a game", `
			Rome     Rome   PROPN NNP 2 nsubj
			attacked attack VERB  VBD 0 root
			Egypt    Egypt  PROPN NNP 2 obj
			3-1      3-1    NUM   CD  2 obl`, ""},
		{"two numbers and a dash", `
			Rome     Rome   PROPN NNP 2 nsubj
			attacked attack VERB  VBD 0 root
			Egypt    Egypt  PROPN NNP 2 obj
			3        3      NUM   CD  2 obl
			–        –      PUNCT ,   4 punct
			1        1      NUM   CD  4 nmod`, ""},
		{"years are no result", `
			Rome     Rome      PROPN NNP 2 nsubj
			attacked attack    VERB  VBD 0 root
			Egypt    Egypt     PROPN NNP 2 obj
			1830-31  1830-31   NUM   CD  2 obl`, "ASSAULT Rome > Egypt"},
		{"a film about a war", `
			A     a     DET   DT  2 det
			film  film  NOUN  NN  0 root
			about about ADP   IN  5 case
			the   the   DET   DT  5 det
			war   war   NOUN  NN  2 nmod
			of    of    ADP   IN  7 case
			Rome  Rome  PROPN NNP 5 nmod`, ""},
		{"trade in the present is a habit", `
			Rome    Rome   PROPN NNP 2 nsubj
			exports export VERB  VBZ 0 root
			wine    wine   NOUN  NN  2 obj
			to      to     ADP   IN  5 case
			Egypt   Egypt  PROPN NNP 2 obl`, ""},
		{"trade in the past is a deed", `
			Rome     Rome   PROPN NNP 2 nsubj
			exported export VERB  VBD 0 root
			wine     wine   NOUN  NN  2 obj
			to       to     ADP   IN  5 case
			Egypt    Egypt  PROPN NNP 2 obl`, "COOPERATE Rome > Egypt"},
		{"what is done in the present by nobody", `
			Grain    grain  NOUN  NN  3 nsubj:pass
			is       be     AUX   VBZ 3 aux:pass
			supplied supply VERB  VBN 0 root
			to       to     ADP   IN  5 case
			Egypt    Egypt  PROPN NNP 3 obl`, ""},
		{"a thing helps nobody", `
			The      the    DET   DT  2 det
			job      job    NOUN  NN  3 nsubj
			supplied supply VERB  VBD 0 root
			wine     wine   NOUN  NN  3 obj
			to       to     ADP   IN  6 case
			Egypt    Egypt  PROPN NNP 3 obl`, ""},
		{"people do, though nobody knows them", `
			The      the      DET   DT  2 det
			merchant merchant NOUN  NN  3 nsubj
			supplied supply   VERB  VBD 0 root
			wine     wine     NOUN  NN  3 obj
			to       to       ADP   IN  6 case
			Egypt    Egypt    PROPN NNP 3 obl`, "AID > Egypt"},
		{"and what was done", `
			Grain    grain  NOUN  NN  3 nsubj:pass
			was      be     AUX   VBD 3 aux:pass
			supplied supply VERB  VBN 0 root
			to       to     ADP   IN  5 case
			Egypt    Egypt  PROPN NNP 3 obl`, "AID > Egypt"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			if got := tell(s, book.Events(s, names{s})); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestNamedPlaces holds that the name of a place counts as land.
func TestNamedPlaces(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"Basra": "ASSAULT Rome > Basra", "Ana": ""} {
		s := treetest.Sentence(t, `
			Rome  Rome  PROPN NNP 2 nsubj
			took  take  VERB  VBD 0 root
			`+name+" "+name+` PROPN NNP 2 obj`)
		if got := tell(s, book.Events(s, names{s})); got != want {
			t.Errorf("took %s: got %q, want %q", name, got, want)
		}
	}
}

// TestHolders holds whose state it is.
func TestHolders(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, tree, want string }{
		{"two that restore their ties", `
			Rome     Rome    PROPN NNP 2 nsubj
			restored restore VERB  VBD 0 root
			ties     tie     NOUN  NNS 2 obj
			with     with    ADP   IN  5 case
			Egypt    Egypt   PROPN NNP 3 nmod`, "ties Rome+Egypt"},
		{"one whose partner nobody names", `
			Rome     Rome    PROPN NNP 2 nsubj
			restored restore VERB  VBD 0 root
			ties     tie     NOUN  NNS 2 obj`, "ties Rome"},
		{"to rule out is no rule", `
			Rome  Rome PROPN NNP 2 nsubj
			ruled rule VERB  VBD 0 root
			out   out  ADP   RP  2 compound:prt
			war   war  NOUN  NN  2 obj`, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			got := ""
			for _, f := range book.States(s, names{s}) {
				got += f.Entry.Type + " " + texts(f.Holder)
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestCaused holds who does what is had done.
func TestCaused(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	s := treetest.Sentence(t, `
		Rome     Rome   PROPN NNP 2 nsubj
		had      have   VERB  VBD 0 root
		Caesar   Caesar PROPN NNP 2 obj
		arrested arrest VERB  VBN 2 xcomp`)
	if got, want := tell(s, book.Events(s, names{s})), "COERCE/arrest Rome > Caesar"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTogether holds that a row may ask for those who act as one.
func TestTogether(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	s := treetest.Sentence(t, `
		Rome     Rome     PROPN NNP 4 nsubj
		Egypt    Egypt    PROPN NNP 1 conj
		together together ADV   RB  4 advmod
		guarded  guard    VERB  VBD 0 root
		forts    fort     NOUN  NNS 4 obj`)
	if got, want := tell(s, book.Events(s, names{s})), "COOPERATE Rome+Egypt"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsLater(t *testing.T) {
	book, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	if !book.IsLater("Later") || book.IsLater("there") || !book.IsDocument("letter") || book.IsDocument("tank") {
		t.Error("later is later, a letter is a document")
	}
}
