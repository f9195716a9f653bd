package attribution

import (
	"fmt"
	"strings"
	"testing"

	"annals"
	"annals/language"
	"annals/language/treetest"
)

func load(t testing.TB) *Cues {
	t.Helper()
	c, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// chain writes the speakers of a token as "report > minister claims".
func chain(s *language.Sentence, r *Reading, token int) string {
	var out []string
	for _, source := range r.Chain(token) {
		who := "nobody"
		if source.Speaker >= 0 {
			who = s.Tokens[source.Speaker].Form
		}
		out = append(out, fmt.Sprintf("%s %s", who, source.Stance))
	}
	return strings.Join(out, " > ")
}

const (
	reported = `
		According accord  VERB  VBG 4 case
		to        to      ADP   IN  1 fixed
		a         a       DET   DT  4 det
		report    report  NOUN  NN  7 obl
		the       the     DET   DT  6 det
		minister  minister NOUN NN  7 nsubj
		claimed   claim   VERB  VBD 0 root
		that      that    SCONJ IN  11 mark
		rebels    rebel   NOUN  NNS 11 nsubj
		had       have    AUX   VBD 11 aux
		shelled   shell   VERB  VBN 7 ccomp
		towns     town    NOUN  NNS 11 obj`
	due = `
		The       the     DET   DT  2 det
		king      king    NOUN  NN  5 nsubj
		is        be      AUX   VBZ 5 aux
		to        to      PART  TO  5 mark
		visit     visit   VERB  VB  0 root
		Cairo     Cairo   PROPN NNP 5 obj`
	kept = `
		Police    police  NOUN  NNS 2 nsubj
		barred    bar     VERB  VBD 0 root
		them      they    PRON  PRP 2 obj
		from      from    SCONJ IN  5 mark
		entering  enter   VERB  VBG 2 advcl
		Cairo     Cairo   PROPN NNP 5 obj`
	asked = `
		Their     their   PRON  PRP$ 2 nmod:poss
		demand    demand  NOUN  NN  6 nsubj
		that      that    SCONJ IN  5 mark
		France    France  PROPN NNP 5 nsubj
		leave     leave   VERB  VBP 2 acl
		failed    fail    VERB  VBD 0 root`
	trailing = `
		Troops    troops  NOUN  NNS 2 nsubj
		left      leave   VERB  VBD 0 root
		Kabul     Kabul   PROPN NNP 2 obj
		,         ,       PUNCT ,   6 punct
		officials official NOUN NNS 6 nsubj
		said      say     VERB  VBD 2 parataxis`
	passive = `
		The       the     DET   DT  2 det
		vote      vote    NOUN  NN  5 nsubj:pass
		was       be      AUX   VBD 5 aux:pass
		widely    widely  ADV   RB  5 advmod
		regarded  regard  VERB  VBN 0 root
		as        as      ADP   IN  7 case
		unfair    unfair  ADJ   JJ  5 obl`
	conditional = `
		If        if      SCONJ IN  3 mark
		talks     talk    NOUN  NNS 3 nsubj
		fail      fail    VERB  VBP 6 advcl
		,         ,       PUNCT ,   3 punct
		they      they    PRON  PRP 6 nsubj
		attack    attack  VERB  VBP 0 root`
	modal = `
		France    France  PROPN NNP 4 nsubj
		did       do      AUX   VBD 4 aux
		not       not     PART  RB  4 advmod
		sign      sign    VERB  VB  0 root
		and       and     CCONJ CC  7 cc
		will      will    AUX   MD  7 aux
		leave     leave   VERB  VB  4 conj`
	planned = `
		Spain     Spain   PROPN NNP 2 nsubj
		hopes     hope    VERB  VBZ 0 root
		to        to      PART  TO  4 mark
		visit     visit   VERB  VB  2 xcomp
		Cuba      Cuba    PROPN NNP 4 obj`
	condition = `
		He he PRON PRP 2 nsubj
		vowed vow VERB VBD 0 root
		if if SCONJ IN 6 mark
		they they PRON PRP 6 nsubj
		not not PART RB 6 advmod
		pay pay VERB VB 2 advcl`
	offered = `
		Spain Spain PROPN NNP 2 nsubj
		offered offer VERB VBD 0 root
		boats boat NOUN NNS 2 obj
		if if SCONJ IN 6 mark
		Cuba Cuba PROPN NNP 6 nsubj
		paid pay VERB VBD 2 advcl`
	would = `
		Spain Spain PROPN NNP 3 nsubj
		would would AUX MD 3 aux
		offer offer VERB VB 0 root
		boats boat NOUN NNS 3 obj
		if if SCONJ IN 7 mark
		Cuba Cuba PROPN NNP 7 nsubj
		paid pay VERB VBD 3 advcl`
	rival = `
		Spain Spain PROPN NNP 2 nsubj
		blamed blame VERB VBD 0 root
		Cuba Cuba PROPN NNP 2 obj
		; ; PUNCT : 6 punct
		Cuba Cuba PROPN NNP 6 nsubj
		rejected reject VERB VBD 2 parataxis
		the the DET DT 8 det
		charge charge NOUN NN 6 obj`
	stray = `
		Kim Kim PROPN NNP 2 nsubj
		said say VERB VBD 0 root
		in in ADP IN 4 case
		parliament parliament NOUN NN 2 obl
		that that SCONJ IN 7 mark
		they they PRON PRP 7 nsubj
		met meet VERB VBD 4 acl`
	announced = `
		Kim Kim PROPN NNP 2 nsubj
		said say VERB VBD 0 root
		he he PRON PRP 5 nsubj
		will will AUX MD 5 aux
		sign sign VERB VB 2 ccomp`
	judged = `
		Kim Kim PROPN NNP 2 nsubj
		accepted accept VERB VBD 0 root
		guests guest NOUN NNS 2 obj
		in in ADP IN 5 case
		Rome Rome PROPN NNP 2 obl`
)

func TestChain(t *testing.T) {
	cues := load(t)
	tests := []struct{ name, tree, token, want string }{
		{"a report of a claim", reported, "shelled", "report states > minister claims"},
		{"the reporting verb itself", reported, "claimed", "report states"},
		{"said behind the clause", trailing, "left", "officials states"},
		{"the saying is not said", trailing, "said", ""},
		{"opinion of unnamed people", passive, "regarded", "widely claims"},
		{"nobody says it", modal, "sign", ""},
		{"a reply with an object of its own", rival, "blamed", ""},
		{"a that-clause on the phrase beside the verb", stray, "met", "Kim states"},
		{"accepting guests is no opinion", judged, "accepted", ""},
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

func TestStatus(t *testing.T) {
	cues := load(t)
	tests := []struct {
		name, tree, token string
		want              annals.Status
	}{
		{"a plain fact", trailing, "left", annals.Actual},
		{"reported fact", reported, "shelled", annals.Actual},
		{"under a condition", conditional, "attack", annals.Hypothetical},
		{"the condition", conditional, "fail", annals.Hypothetical},
		{"offered under a condition", offered, "offered", annals.Actual},
		{"the condition of an offer", offered, "paid", annals.Hypothetical},
		{"no offer yet", would, "offer", annals.Hypothetical},
		{"negated", modal, "sign", annals.Negated},
		{"negated in a condition", condition, "pay", annals.Hypothetical},
		{"future beside a negated verb", modal, "leave", annals.Future},
		{"hoped for", planned, "visit", annals.Hypothetical},
		{"the hope is a fact", planned, "hopes", annals.Actual},
		{"planned", due, "visit", annals.Future},
		{"kept from it", kept, "entering", annals.Negated},
		{"demanded", asked, "leave", annals.Hypothetical},
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

func TestIntends(t *testing.T) {
	cues := load(t)
	for _, tt := range []struct {
		tree, token     string
		intends, denies bool
	}{
		{modal, "leave", true, false},
		{modal, "sign", false, true},
		{announced, "sign", true, false},
		{due, "visit", true, false},
		{condition, "pay", false, false},
		{trailing, "left", false, false},
	} {
		s := treetest.Sentence(t, tt.tree)
		r, verb := cues.Read(s), treetest.Token(t, s, tt.token)
		if intends, denies := r.Intends(verb), r.Denies(verb); intends != tt.intends || denies != tt.denies {
			t.Errorf("%q in %q: intends %t and denies %t, want %t and %t", tt.token, s.Text, intends, denies, tt.intends, tt.denies)
		}
	}
}

func TestCauses(t *testing.T) {
	cues := load(t)
	tests := []struct{ name, tree, want string }{
		{"lead to", `
			Sanctions sanction NOUN  NNS 2 nsubj
			led       lead     VERB  VBD 0 root
			to        to       ADP   IN  4 case
			protests  protest  NOUN  NNS 2 obl`, "Sanctions -> protests"},
		{"participle behind the clause", `
			Police    police   NOUN  NNS 2 nsubj
			fired     fire     VERB  VBD 0 root
			,         ,        PUNCT ,   4 punct
			causing   cause    VERB  VBG 2 advcl
			panic     panic    NOUN  NN  4 obj`, "fired -> panic"},
		{"because", `
			They      they     PRON  PRP 2 nsubj
			left      leave    VERB  VBD 0 root
			because   because  SCONJ IN  5 mark
			Spain     Spain    PROPN NNP 5 nsubj
			attacked  attack   VERB  VBD 2 advcl`, "attacked -> left"},
		{"following", `
			Following follow   VERB  VBG 2 case
			riots     riot     NOUN  NNS 4 obl
			he        he       PRON  PRP 4 nsubj
			fled      flee     VERB  VBD 0 root`, "riots -> fled"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			var got []string
			for _, c := range cues.Read(s).Causes() {
				got = append(got, s.Tokens[c.Cause].Form+" -> "+s.Tokens[c.Effect].Form)
			}
			if text := strings.Join(got, "; "); text != tt.want {
				t.Errorf("got %q, want %q", text, tt.want)
			}
		})
	}
}

func BenchmarkRead(b *testing.B) {
	cues := load(b)
	s := treetest.Sentence(b, reported)
	for b.Loop() {
		r := cues.Read(s)
		r.Chain(10)
		r.Status(10)
	}
	b.ReportMetric(float64(b.N*len(s.Tokens))/b.Elapsed().Seconds(), "tokens/s")
}
