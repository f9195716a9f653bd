package attribution

import (
	"testing"

	"annals"
	"annals/language/treetest"
)

// TestUnreal holds what the form of a clause and the words around it say of facts.
func TestUnreal(t *testing.T) {
	cues := load(t)
	tests := []struct {
		name, tree, token string
		want              annals.Status
	}{
		{"a question", `
			Will  will  AUX   MD  3 aux
			Peru  Peru  PROPN NNP 3 nsubj
			sign  sign  VERB  VB  0 root
			?     ?     PUNCT .   3 punct`, "sign", annals.Hypothetical},
		{"a command", `
			Free  free  VERB  VB  0 root
			them  they  PRON  PRP 1 obj
			!     !     PUNCT .   1 punct`, "Free", annals.Hypothetical},
		{"an inverted condition", `
			Had      have   AUX   VBD 3 aux
			Peru     Peru   PROPN NNP 3 nsubj
			attacked attack VERB  VBN 0 root`, "attacked", annals.Hypothetical},
		{"inversion behind a negation is none", `
			Rarely   rarely ADV   RB  4 advmod
			had      have   AUX   VBD 4 aux
			Peru     Peru   PROPN NNP 4 nsubj
			attacked attack VERB  VBN 0 root`, "attacked", annals.Actual},
		{"what a wish is for, though the tree hangs it on the verb above", `
			Peru     Peru    PROPN NNP 2 nsubj
			approved approve VERB  VBD 0 root
			their    they    PRON  PRP$ 4 nmod:poss
			bid      bid     NOUN  NN  2 obj
			to       to      PART  TO  6 mark
			join     join    VERB  VB  2 xcomp`, "join", annals.Hypothetical},
		{"how far somebody did not go", `
			Peru     Peru    PROPN NNP  4 nsubj
			did      do      AUX   VBD  4 aux
			not      not     PART  RB   4 advmod
			go       go      VERB  VB   0 root
			so       so      ADV   RB   6 advmod
			far      far     ADV   RB   4 advmod
			as       as      SCONJ IN   9 mark
			to       to      PART  TO   9 mark
			attack   attack  VERB  VB   4 advcl`, "attack", annals.Negated},
		{"what has yet to be done", `
			Peru     Peru    PROPN NNP  2 nsubj
			has      have    VERB  VBZ  0 root
			yet      yet     ADV   RB   2 advmod
			to       to      PART  TO   5 mark
			attack   attack  VERB  VB   2 xcomp`, "attack", annals.Negated},
		{"what is legend", `
			That     that    SCONJ IN   3 mark
			Peru     Peru    PROPN NNP  3 nsubj
			attacked attack  VERB  VBD  5 csubj
			is       be      AUX   VBZ  5 cop
			legend   legend  NOUN  NN   0 root`, "attacked", annals.Hypothetical},
		{"what is no legend", `
			That     that    SCONJ IN   3 mark
			Peru     Peru    PROPN NNP  3 nsubj
			attacked attack  VERB  VBD  6 csubj
			is       be      AUX   VBZ  6 cop
			no       no      DET   DT   6 det
			legend   legend  NOUN  NN   0 root`, "attacked", annals.Actual},
		{"how far somebody went", `
			Peru     Peru    PROPN NNP  2 nsubj
			went     go      VERB  VBD  0 root
			so       so      ADV   RB   4 advmod
			far      far     ADV   RB   2 advmod
			as       as      SCONJ IN   7 mark
			to       to      PART  TO   7 mark
			attack   attack  VERB  VB   2 advcl`, "attack", annals.Actual},
		{"how foolish somebody would not be", `
			Peru     Peru    PROPN NNP  6 nsubj
			would    would   AUX   MD   6 aux
			not      not     PART  RB   6 advmod
			be       be      AUX   VB   6 cop
			so       so      ADV   RB   6 advmod
			foolish  foolish ADJ   JJ   0 root
			as       as      SCONJ IN   9 mark
			to       to      PART  TO   9 mark
			attack   attack  VERB  VB   6 advcl`, "attack", annals.Negated},
		{"what somebody is helped to do", `
			Peru   Peru   PROPN NNP 2 nsubj
			helped help   VERB  VBD 0 root
			them   they   PRON  PRP 2 obj
			to     to     PART  TO  5 mark
			flee   flee   VERB  VB  2 xcomp`, "flee", annals.Actual},
		{"a report that is wrong", `
			Reports  report NOUN  NNS 6 nsubj
			that     that   SCONJ IN  4 mark
			Peru     Peru   PROPN NNP 4 nsubj
			attacked attack VERB  VBD 1 acl
			were     be     AUX   VBD 6 cop
			wrong    wrong  ADJ   JJ  0 root`, "attacked", annals.Negated},
		{"a report that is not wrong", `
			Reports  report NOUN  NNS 7 nsubj
			that     that   SCONJ IN  4 mark
			Peru     Peru   PROPN NNP 4 nsubj
			attacked attack VERB  VBD 1 acl
			were     be     AUX   VBD 7 cop
			not      not    PART  RB  7 advmod
			wrong    wrong  ADJ   JJ  0 root`, "attacked", annals.Actual},
		{"a wrong deed is done", `
			Peru     Peru   PROPN NNP 2 nmod:poss
			attack   attack NOUN  NN  4 nsubj
			was      be     AUX   VBD 4 cop
			wrong    wrong  ADJ   JJ  0 root`, "attack", annals.Actual},
		{"what almost came to pass", `
			Peru      Peru    PROPN NNP 2 nsubj
			came      come    VERB  VBD 0 root
			close     close   ADV   RB  2 advmod
			to        to      SCONJ IN  5 mark
			attacking attack  VERB  VBG 2 advcl
			Chile     Chile   PROPN NNP 5 obj`, "attacking", annals.Hypothetical},
		{"what is not denied", `
			Peru     Peru   PROPN NNP 4 nsubj
			did      do     AUX   VBD 4 aux
			not      not    PART  RB  4 advmod
			deny     deny   VERB  VB  0 root
			that     that   SCONJ IN  7 mark
			Chile    Chile  PROPN NNP 7 nsubj
			attacked attack VERB  VBD 4 ccomp`, "attacked", annals.Hypothetical},
		{"what is neither confirmed nor denied", `
			Peru      Peru    PROPN NNP 3 nsubj
			neither   neither CCONJ CC  3 cc:preconj
			confirmed confirm VERB  VBD 0 root
			nor       nor     CCONJ CC  5 cc
			denied    deny    VERB  VBD 3 conj
			that      that    SCONJ IN  8 mark
			Chile     Chile   PROPN NNP 8 nsubj
			attacked  attack  VERB  VBD 5 ccomp`, "attacked", annals.Hypothetical},
		{"an event that did not take place", `
			The    the    DET  DT  2 det
			attack attack NOUN NN  5 nsubj
			did    do     AUX  VBD 5 aux
			not    not    PART RB  5 advmod
			take   take   VERB VB  0 root
			place  place  NOUN NN  5 obj`, "attack", annals.Negated},
		{"an event that is still to come", `
			The    the    DET  DT  2 det
			attack attack NOUN NN  4 nsubj
			will   will   AUX  MD  4 aux
			happen happen VERB VB  0 root`, "attack", annals.Future},
		{"an event that did not help", `
			The    the    DET  DT  2 det
			attack attack NOUN NN  5 nsubj
			did    do     AUX  VBD 5 aux
			not    not    PART RB  5 advmod
			help   help   VERB VB  0 root`, "attack", annals.Actual},
		{"is to", `
			Peru  Peru  PROPN NNP 4 nsubj
			is    be    AUX   VBZ 4 cop
			to    to    PART  TO  4 mark
			sign  sign  VERB  VB  0 root`, "sign", annals.Future},
		{"no longer", `
			Peru       Peru      PROPN NNP 4 nsubj
			no         no        ADV   RB  3 advmod
			longer     long      ADV   RBR 4 advmod
			recognizes recognize VERB  VBZ 0 root
			Spain      Spain     PROPN NNP 4 obj`, "recognizes", annals.Negated},
		{"not only denies nothing", `
			Peru     Peru   PROPN NNP 4 nsubj
			not      not    PART  RB  4 advmod
			only     only   ADV   RB  4 advmod
			attacked attack VERB  VBD 0 root`, "attacked", annals.Actual},
		{"rather than", `
			Rather  rather ADV   RB  3 mark
			than    than   ADP   IN  1 fixed
			attack  attack VERB  VB  6 advcl
			,       ,      PUNCT ,   3 punct
			Peru    Peru   PROPN NNP 6 nsubj
			paid    pay    VERB  VBD 0 root`, "attack", annals.Negated},
		{"a particle belongs to the governor", `
			Peru      Peru   PROPN NNP 2 nsubj
			ruled     rule   VERB  VBD 0 root
			out       out    ADP   RP  2 compound:prt
			attacking attack VERB  VBG 2 xcomp`, "attacking", annals.Negated},
		{"a preposition before a gerund", `
			Peru      Peru   PROPN NNP 2 nsubj
			stopped   stop   VERB  VBD 0 root
			short     short  ADJ   JJ  2 advmod
			of        of     SCONJ IN  5 mark
			attacking attack VERB  VBG 3 advcl`, "attacking", annals.Negated},
		{"fears of a deed", `
			Fears    fear   NOUN  NNS 4 nsubj
			of       of     ADP   IN  3 case
			attack   attack NOUN  NN  1 nmod
			grew     grow   VERB  VBD 0 root`, "attack", annals.Hypothetical},
		{"what talks are about", `
			Talks      talk       NOUN  NNS 4 nsubj
			on         on         ADP   IN  3 case
			withdrawal withdrawal NOUN  NN  1 nmod
			began      begin      VERB  VBD 0 root`, "withdrawal", annals.Hypothetical},
		{"an unlikely deed", `
			An       a        DET   DT  2 det
			attack   attack   NOUN  NN  4 nsubj
			is       be       AUX   VBZ 4 cop
			unlikely unlikely ADJ   JJ  0 root`, "attack", annals.Hypothetical},
		{"what is planned", `
			A       a     DET   DT  2 det
			visit   visit NOUN  NN  6 nsubj
			planned plan  VERB  VBN 2 acl
			for     for   ADP   IN  5 case
			June    June  PROPN NNP 3 obl
			failed  fail  VERB  VBD 0 root`, "visit", annals.Future},
		{"a report that nobody confirms", `
			Peru     Peru    PROPN NNP 4 nsubj
			did      do      AUX   VBD 4 aux
			not      not     PART  RB  4 advmod
			confirm  confirm VERB  VB  0 root
			that     that    SCONJ IN  7 mark
			Chile    Chile   PROPN NNP 7 nsubj
			attacked attack  VERB  VBD 4 ccomp`, "attacked", annals.Hypothetical},
		{"no evidence", `
			There    there    PRON  EX  2 expl
			is       be       VERB  VBZ 0 root
			no       no       DET   DT  4 det
			evidence evidence NOUN  NN  2 nsubj
			that     that     SCONJ IN  7 mark
			Chile    Chile    PROPN NNP 7 nsubj
			attacked attack   VERB  VBD 4 acl`, "attacked", annals.Hypothetical},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			if got := cues.Read(s).Status(treetest.Token(t, s, tt.token)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

// TestCharges holds whose word it is what somebody is accused of, and who stands
// behind opinions and records.
func TestCharges(t *testing.T) {
	cues := load(t)
	tests := []struct{ name, tree, token, want string }{
		{"the deed that one is accused of", `
			Peru    Peru   PROPN NNP 2 nsubj
			accused accuse VERB  VBD 0 root
			Chile   Chile  PROPN NNP 2 obj
			of      of     SCONJ IN  5 mark
			looting loot   VERB  VBG 2 advcl`, "looting", "Peru claims"},
		{"hung on the accused", `
			Peru    Peru   PROPN NNP 2 nsubj
			accused accuse VERB  VBD 0 root
			Chile   Chile  PROPN NNP 2 obj
			of      of     SCONJ IN  5 mark
			looting loot   VERB  VBG 3 acl`, "looting", "Peru claims"},
		{"blamed for a war that nobody doubts", `
			Peru   Peru  PROPN NNP 2 nsubj
			blamed blame VERB  VBD 0 root
			Chile  Chile PROPN NNP 2 obj
			for    for   ADP   IN  6 case
			the    the   DET   DT  6 det
			war    war   NOUN  NN  2 obl`, "war", ""},
		{"rumours behind their verb", `
			Rumours  rumour NOUN  NNS 2 nsubj
			spread   spread VERB  VBD 0 root
			that     that   SCONJ IN  5 mark
			Chile    Chile  PROPN NNP 5 nsubj
			attacked attack VERB  VBD 2 ccomp`, "attacked", "nobody claims"},
		{"rumours of a gift taken for those that somebody gave", `
			Rumours rumour NOUN  NNS 7 nsubj
			that    that   PRON  WDT 4 obj
			Chile   Chile  PROPN NNP 4 nsubj
			gave    give   VERB  VBD 1 acl:relcl
			Peru    Peru   PROPN NNP 6 compound
			tanks   tank   NOUN  NNS 4 iobj
			spread  spread VERB  VBD 0 root`, "gave", "nobody claims"},
		{"the gift itself", `
			Tanks   tank   NOUN  NNS 7 nsubj
			that    that   PRON  WDT 4 obj
			Chile   Chile  PROPN NNP 4 nsubj
			gave    give   VERB  VBD 1 acl:relcl
			Peru    Peru   PROPN NNP 6 compound
			rebels  rebel  NOUN  NNS 4 iobj
			broke   break  VERB  VBD 0 root`, "gave", ""},
		{"what is disputed is not denied", `
			Scholars scholar NOUN  NNS 2 nsubj
			dispute  dispute VERB  VBP 0 root
			whether  whether SCONJ IN  5 mark
			Chile    Chile   PROPN NNP 5 nsubj
			attacked attack  VERB  VBD 2 ccomp
			Peru     Peru    PROPN NNP 5 obj`, "attacked", "Scholars doubts"},
		{"who is silent about it", `
			Chile  Chile  PROPN NNP 2 nsubj
			blamed blame  VERB  VBD 0 root
			Peru   Peru   PROPN NNP 2 obj
			;      ;      PUNCT ,   8 punct
			Lima   Lima   PROPN NNP 8 nsubj
			has    have   AUX   VBZ 8 aux
			not    not    PART  RB  8 advmod
			spoken speak  VERB  VBN 2 parataxis`, "blamed", ""},
		{"who answers with a deed", `
			Chile    Chile  PROPN NNP 2 nsubj
			fired    fire   VERB  VBD 0 root
			;        ;      PUNCT ,   5 punct
			Lima     Lima   PROPN NNP 5 nsubj
			answered answer VERB  VBD 2 parataxis
			with     with   ADP   IN  7 case
			raids    raid   NOUN  NNS 5 obl`, "fired", ""},
		{"who answers without a phrase of means", `
			Chile    Chile  PROPN NNP 2 nsubj
			fired    fire   VERB  VBD 0 root
			;        ;      PUNCT ,   5 punct
			Lima     Lima   PROPN NNP 5 nsubj
			answered answer VERB  VBD 2 parataxis
			later    late   ADV   RB  5 advmod`, "fired", ""},
		{"a verdict without a judge", `
			The       the     DET   DT  2 det
			vote      vote    NOUN  NN  5 nsubj:pass
			was       be      AUX   VBD 5 aux:pass
			widely    widely  ADV   RB  5 advmod
			condemned condemn VERB  VBN 0 root
			as        as      ADP   IN  7 case
			unfair    unfair  ADJ   JJ  5 obl`, "condemned", "widely claims"},
		{"what stands in a source", `
			Trade    trade   NOUN  NN  3 nsubj:pass
			is       be      AUX   VBZ 3 aux:pass
			recorded record  VERB  VBN 0 root
			in       in      ADP   IN  5 case
			charters charter NOUN  NNS 3 obl`, "recorded", "charters states"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			if got := chain(s, cues.Read(s), treetest.Token(t, s, tt.token)); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestExpectedOf(t *testing.T) {
	cues := load(t)
	s := treetest.Sentence(t, `
		Kim      Kim    PROPN NNP 3 nsubj:pass
		is       be     AUX   VBZ 3 aux:pass
		expected expect VERB  VBN 0 root
		to       to     PART  TO  5 mark
		come     come   VERB  VB  3 xcomp`)
	if r := cues.Read(s); r.Status(2) != annals.Future || r.form(4) != annals.Actual {
		t.Error("what is expected of somebody is told as future, at the word that says so")
	}
}
