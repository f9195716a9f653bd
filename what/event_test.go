package what

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"annals/language/treetest"
)

func TestEvents(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ name, tree, want string }{
		{"whose plan it is carries it out", `
			Egypt    Egypt   PROPN NNP 2 nsubj
			feared   fear    VERB  VBD 0 root
			a        a       DET   DT  5 det
			Rome     Rome    PROPN NNP 5 compound
			plan     plan    NOUN  NN  2 obj
			to       to      PART  TO  7 mark
			attack   attack  VERB  VB  5 acl
			Carthage Carthage PROPN NNP 7 obj`, "ASSAULT Rome > Carthage"},
		{"who is given leave makes use of it", `
			Egypt    Egypt   PROPN NNP 2 nsubj
			gave     give    VERB  VBD 0 root
			Rome     Rome    PROPN NNP 2 iobj
			leave    leave   NOUN  NN  2 obj
			to       to      PART  TO  6 mark
			attack   attack  VERB  VB  4 acl
			Carthage Carthage PROPN NNP 6 obj`, "ASSAULT Rome > Carthage"},
		{"who is ordered does it, though it looks like a purpose", `
			Egypt    Egypt   PROPN NNP 2 nsubj
			ordered  order   VERB  VBD 0 root
			Rome     Rome    PROPN NNP 2 obj
			to       to      PART  TO  5 mark
			attack   attack  VERB  VB  2 advcl
			Carthage Carthage PROPN NNP 5 obj`, "ASSAULT Rome > Carthage"},
		{"a purpose is the subject's", `
			Egypt    Egypt   PROPN NNP 2 nsubj
			used     use     VERB  VBD 0 root
			Rome     Rome    PROPN NNP 2 obj
			to       to      PART  TO  5 mark
			attack   attack  VERB  VB  2 advcl
			Carthage Carthage PROPN NNP 5 obj`, "ASSAULT Egypt > Carthage"},
		{"what somebody writes is his", `
			Rome      Rome     PROPN NNP 2 nsubj
			issued    issue    VERB  VBD 0 root
			reports   report   NOUN  NNS 2 obj
			attacking attack   VERB  VBG 3 acl
			Carthage  Carthage PROPN NNP 4 obj`, "ASSAULT Rome > Carthage"},
		{"what somebody vetoes is not", `
			Rome      Rome     PROPN NNP 2 nsubj
			vetoed    veto     VERB  VBD 0 root
			reports   report   NOUN  NNS 2 obj
			attacking attack   VERB  VBG 3 acl
			Carthage  Carthage PROPN NNP 4 obj`, "ASSAULT > Carthage"},
		{"a prize does nothing", `
			Rome      Rome     PROPN NNP 2 nsubj
			won       win      VERB  VBD 0 root
			prizes    prize    NOUN  NNS 2 obj
			for       for      SCONJ IN  5 mark
			attacking attack   VERB  VBG 3 acl
			Carthage  Carthage PROPN NNP 5 obj`, "ASSAULT Rome > Carthage"},
		{"what is said of a land does what its clause says", `
			Rome     Rome     PROPN NNP 4 nsubj
			is       be       AUX   VBZ 4 cop
			a        a        DET   DT  4 det
			harbour  harbour  NOUN  NN  0 root
			that     that     PRON  WDT 6 nsubj
			attacked attack   VERB  VBD 4 acl:relcl
			Carthage Carthage PROPN NNP 6 obj`, "ASSAULT Rome > Carthage"},
		{"a cleft sentence", `
			It       it       PRON  PRP 3 nsubj
			was      be       AUX   VBD 3 cop
			Rome     Rome     PROPN NNP 0 root
			that     that     PRON  WDT 5 nsubj
			attacked attack   VERB  VBD 3 advcl:relcl
			Carthage Carthage PROPN NNP 5 obj`, "ASSAULT Rome > Carthage"},
		{"a deed that nobody does is none", `
			It       it      PRON  PRP 3 nsubj
			was      be      AUX   VBD 3 cop
			hard     hard    ADJ   JJ  0 root
			to       to      PART  TO  5 mark
			attack   attack  VERB  VB  3 csubj
			Carthage Carthage PROPN NNP 5 obj`, ""},
		{"a complement that is denied meets no condition on its type", `
			Rome    Rome   PROPN NNP 2 nsubj
			agreed  agree  VERB  VBD 0 root
			not     not    PART  RB  5 advmod
			to      to     PART  TO  5 mark
			supply  supply VERB  VB  2 xcomp
			Egypt   Egypt  PROPN NNP 5 obj`, "AID Rome > Egypt"},
		{"who stands blamed blames nobody", `
			Rome    Rome   PROPN NNP 2 nsubj
			stands  stand  VERB  VBZ 0 root
			blamed  blame  VERB  VBN 2 xcomp`, "ACCUSE > Rome"},
		{"active", `
			Rome     Rome   PROPN NNP 2 nsubj
			attacked attack VERB  VBD 0 root
			Carthage Carthage PROPN NNP 2 obj`, "ASSAULT Rome > Carthage"},
		{"an agent behind two passives", `
			Carthage  Carthage PROPN NNP 3 nsubj:pass
			was       be       AUX   VBD 3 aux:pass
			attacked  attack   VERB  VBN 0 root
			and       and      CCONJ CC  5 cc
			looted    loot     VERB  VBN 3 conj
			by        by       ADP   IN  7 case
			Rome      Rome     PROPN NNP 5 obl:agent`, "ASSAULT Rome > Carthage"},
		{"an agent before the second passive", `
			Carthage  Carthage PROPN NNP 3 nsubj:pass
			was       be       AUX   VBD 3 aux:pass
			looted    loot     VERB  VBN 0 root
			by        by       ADP   IN  5 case
			Rome      Rome     PROPN NNP 3 obl:agent
			and       and      CCONJ CC  7 cc
			attacked  attack   VERB  VBN 3 conj`, "ASSAULT > Carthage"},
		{"passive with agent", `
			Carthage Carthage PROPN NNP 3 nsubj:pass
			was      be     AUX   VBD 3 aux:pass
			attacked attack VERB  VBN 0 root
			by       by     ADP   IN  5 case
			Rome     Rome   PROPN NNP 3 obl:agent`, "ASSAULT Rome > Carthage"},
		{"who must do something is asked to", `
			Rome Rome PROPN NNP 2 nsubj
			said say VERB VBD 0 root
			Egypt Egypt PROPN NNP 5 nsubj
			must must AUX MD 5 aux
			pay pay VERB VB 2 ccomp`, "REQUEST Rome > Egypt"},
		{"what befalls land befalls the place", `
			Rome Rome PROPN NNP 2 nsubj
			arrested arrest VERB VBD 0 root
			men man NOUN NNS 2 obj
			in in ADP IN 5 case
			Basra Basra PROPN NNP 2 obl`, "COERCE/arrest Rome > Basra"},
		{"talks befall no place", `
			Rome Rome PROPN NNP 2 nsubj
			met meet VERB VBD 0 root
			in in ADP IN 4 case
			basra Basra NOUN NN 2 obl`, "CONSULT Rome"},
		{"who condemns a deed blames the doer", `
			Rome Rome PROPN NNP 2 nsubj
			blamed blame VERB VBD 0 root
			the the DET DT 4 det
			attack attack NOUN NN 2 obj
			on on ADP IN 6 case
			Egypt Egypt PROPN NNP 4 nmod
			by by ADP IN 8 case
			Nubia Nubia PROPN NNP 4 nmod`, "ACCUSE Rome > Nubia; ASSAULT Nubia > Egypt"},
		{"the thing itself", `
			Rome Rome PROPN NNP 2 nsubj
			attacked attack VERB VBD 0 root
			the the DET DT 4 det
			harbour harbour NOUN NN 2 obj`, "ASSAULT Rome > (harbour)"},
		{"a deed that nobody is known to have done is judged itself", `
			Rome Rome PROPN NNP 2 nsubj
			blamed blame VERB VBD 0 root
			the the DET DT 4 det
			attack attack NOUN NN 2 obj
			on on ADP IN 6 case
			Egypt Egypt PROPN NNP 4 nmod`, "ACCUSE Rome > (attack); ASSAULT > Egypt"},
		{"who is to do what is asked for is asked", `
			Rome Rome PROPN NNP 2 nsubj
			demanded demand VERB VBD 0 root
			the the DET DT 4 det
			withdrawal withdrawal NOUN NN 2 obj
			of of ADP IN 6 case
			Nubia Nubia PROPN NNP 4 nmod
			from from ADP IN 8 case
			Egypt Egypt PROPN NNP 4 nmod`, "REQUEST Rome > Nubia; RETREAT Nubia > Egypt"},
		{"what is expected before somebody gives way", `
			Rome Rome PROPN NNP 3 nsubj
			will will AUX MD 3 aux
			withdraw withdraw VERB VB 0 root
			until until SCONJ IN 6 mark
			Egypt Egypt PROPN NNP 6 nsubj
			pays pay VERB VBZ 3 advcl`, "RETREAT Rome > Egypt"},
		{"two prepositions", `
			Rome Rome PROPN NNP 2 nsubj
			withdrew withdraw VERB VBD 0 root
			out out ADP IN 5 case
			of of ADP IN 5 case
			Egypt Egypt PROPN NNP 2 obl`, "RETREAT Rome > Egypt"},
		{"a circumstance", `
			Rome Rome PROPN NNP 2 nsubj
			attacked attack VERB VBD 0 root
			in in ADP IN 4 case
			response response NOUN NN 2 obl
			to to ADP IN 6 case
			Egypt Egypt PROPN NNP 4 nmod`, "ASSAULT Rome"},
		{"what somebody protests against, beside the protest", `
			Rome Rome PROPN NNP 2 nsubj
			attacked attack VERB VBD 0 root
			in in ADP IN 4 case
			protest protest NOUN NN 2 obl
			at at ADP IN 6 case
			Egypt Egypt PROPN NNP 2 obl`, "ASSAULT Rome > Egypt"},
		{"several together", `
			Rome Rome PROPN NNP 4 nsubj
			and and CCONJ CC 3 cc
			Egypt Egypt PROPN NNP 1 conj
			drilled drill VERB VBD 0 root`, "CONSULT Rome+Egypt"},
		{"one alone", `
			Rome Rome PROPN NNP 2 nsubj
			drilled drill VERB VBD 0 root`, ""},
		{"a word within the clause", `
			Rome Rome PROPN NNP 2 nsubj
			stationed station VERB VBD 0 root
			Nubia Nubia PROPN NNP 2 obj
			to to PART TO 5 mark
			keep keep VERB VB 2 advcl
			peace peace NOUN NN 5 obj`, "AID Rome > Nubia"},
		{"a compound", `
			Rome Rome PROPN NNP 2 nsubj
			hit hit VERB VBD 0 root
			the the DET DT 5 det
			air air NOUN NN 5 compound
			raid raid NOUN NN 2 obj
			of of ADP IN 7 case
			Egypt Egypt PROPN NNP 5 nmod`, "SANCTION Rome > Egypt"},
		{"verbs share an object", `
			Rome Rome PROPN NNP 2 nsubj
			attacked attack VERB VBD 0 root
			and and CCONJ CC 4 cc
			arrested arrest VERB VBD 2 conj
			Egypt Egypt PROPN NNP 4 obj`, "ASSAULT Rome > Egypt; COERCE/arrest Rome > Egypt"},
		{"a part of a whole", `
			Rome Rome PROPN NNP 2 nsubj
			sent send VERB VBD 0 root
			some some DET DT 2 obj
			of of ADP IN 5 case
			tanks tank NOUN NNS 3 nmod
			to to ADP IN 7 case
			Egypt Egypt PROPN NNP 2 obl`, "AID Rome > Egypt"},
		{"deeds do nothing to their sufferers", `
			the the DET DT 2 det
			attack attack NOUN NN 5 nsubj
			on on ADP IN 4 case
			Egypt Egypt PROPN NNP 2 nmod
			stopped stop VERB VBD 0 root
			the the DET DT 7 det
			attack attack NOUN NN 5 obj
			of of ADP IN 9 case
			Nubia Nubia PROPN NNP 7 nmod`, "ASSAULT > Egypt; RETREAT > Nubia"},
		{"killed in a deed of others", `
			Egypt Egypt PROPN NNP 3 nsubj:pass
			was be AUX VBD 3 aux:pass
			attacked attack VERB VBN 0 root
			in in ADP IN 6 case
			an a DET DT 6 det
			attack attack NOUN NN 3 obl
			by by ADP IN 8 case
			Nubia Nubia PROPN NNP 6 nmod`, "ASSAULT Nubia > Egypt; ASSAULT Nubia"},
		{"X was the first", `
			Rome Rome PROPN NNP 2 nsubj
			became become VERB VBD 0 root
			the the DET DT 5 det
			second second ADJ JJ 5 amod
			city city NOUN NN 2 xcomp
			to to PART TO 7 mark
			visit visit VERB VB 5 acl
			Egypt Egypt PROPN NNP 7 obj
			Nubia Nubia PROPN NNP 11 nsubj
			was be AUX VBD 11 cop
			first first ADJ JJ 2 parataxis`, "CONSULT/visit Rome > Egypt; CONSULT/visit Nubia > Egypt"},
		{"a hyphen joins", `
			Rome Rome PROPN NNP 2 nsubj
			called call VERB VBD 0 root
			off off ADP RP 2 compound:prt
			the the DET DT 7 det
			re re NOUN NN 7 compound
			- - PUNCT HYPH 5 punct
			visit visit NOUN NN 2 obj
			to to ADP IN 9 case
			Egypt Egypt PROPN NNP 7 nmod`, "ASSAULT > Egypt"},
		{"blocked by its object", `
			Rome     Rome   PROPN NNP 2 nsubj
			attacked attack VERB  VBD 0 root
			the      the    DET   DT  4 det
			problem  problem NOUN NN  2 obj`, ""},
		{"the more specific row, and a class within a class", `
			Rome     Rome   PROPN NNP 2 nsubj
			sent     send   VERB  VBD 0 root
			tanks    tank   NOUN  NNS 2 obj
			to       to     ADP   IN  5 case
			Egypt    Egypt  PROPN NNP 2 obl`, "AID Rome > Egypt"},
		{"what is agreed to is told by the agreement", `
			Rome     Rome   PROPN NNP 2 nsubj
			agreed   agree  VERB  VBD 0 root
			to       to     PART  TO  4 mark
			visit    visit  VERB  VB  2 xcomp
			Egypt    Egypt  PROPN NNP 4 obj`, "AGREE Rome > Egypt"},
		{"aspect hands the type on", `
			Rome     Rome   PROPN NNP 2 nsubj
			began    begin  VERB  VBD 0 root
			to       to     PART  TO  4 mark
			attack   attack VERB  VB  2 xcomp
			Egypt    Egypt  PROPN NNP 4 obj`, "ASSAULT Rome > Egypt"},
		{"particle, and the side of the object", `
			Rome     Rome   PROPN NNP 2 nsubj
			called   call   VERB  VBD 0 root
			off      off    ADP   RP  2 compound:prt
			the      the    DET   DT  5 det
			visit    visit  NOUN  NN  2 obj
			to       to     ADP   IN  7 case
			Egypt    Egypt  PROPN NNP 5 nmod`, "SANCTION Rome > Egypt"},
		{"a conflict that is stopped", `
			Rome     Rome   PROPN NNP 2 nsubj
			stopped  stop   VERB  VBD 0 root
			its      its    PRON  PRP$ 4 nmod:poss
			attack   attack NOUN  NN  2 obj
			on       on     ADP   IN  6 case
			Egypt    Egypt  PROPN NNP 4 nmod`, "RETREAT Rome > Egypt"},
		{"light verb", `
			Rome     Rome   PROPN NNP 2 nsubj
			launched launch VERB  VBD 0 root
			an       an     DET   DT  4 det
			attack   attack NOUN  NN  2 obj
			on       on     ADP   IN  6 case
			Egypt    Egypt  PROPN NNP 2 obl`, "ASSAULT Rome > Egypt"},
		{"light verb whose subject suffers", `
			Rome     Rome   PROPN NNP 2 nsubj
			came     come   VERB  VBD 0 root
			under    under  ADP   IN  4 case
			attack   attack NOUN  NN  2 obl
			by       by     ADP   IN  6 case
			Egypt    Egypt  PROPN NNP 4 nmod`, "ASSAULT Egypt > Rome"},
		{"noun with possessor", `
			Rome+    Rome   PROPN NNP 3 nmod:poss
			's       's     PART  POS 1 case
			visit    visit  NOUN  NN  6 nsubj
			to       to     ADP   IN  5 case
			Egypt    Egypt  PROPN NNP 3 nmod
			failed   fail   VERB  VBD 0 root`, "CONSULT/visit Rome > Egypt"},
		{"reciprocal", `
			Rome     Rome   PROPN NNP 4 nsubj
			and      and    CCONJ CC  3 cc
			Egypt    Egypt  PROPN NNP 1 conj
			met      meet   VERB  VBD 0 root`, "CONSULT Rome+Egypt"},
		{"the first to do so did so", `
			Caesar   Caesar PROPN NNP 2 nsubj
			became   become VERB  VBD 0 root
			the      the    DET   DT  5 det
			first    first  ADJ   JJ  5 amod
			ruler    ruler  NOUN  NN  2 xcomp
			to       to     PART  TO  7 mark
			visit    visit  VERB  VB  5 acl
			Egypt    Egypt  PROPN NNP 7 obj`, "CONSULT/visit Caesar > Egypt"},
		{"relative clause", `
			Caesar   Caesar PROPN NNP 4 nsubj
			who      who    PRON  WP  3 nsubj
			attacked attack VERB  VBD 1 acl:relcl
			met      meet   VERB  VBD 0 root`, "ASSAULT Caesar; CONSULT Caesar"},
		{"coordinated verbs share their subject", `
			Rome     Rome   PROPN NNP 2 nsubj
			attacked attack VERB  VBD 0 root
			Egypt    Egypt  PROPN NNP 2 obj
			and      and    CCONJ CC  5 cc
			arrested arrest VERB  VBD 2 conj
			Caesar   Caesar PROPN NNP 5 obj`, "ASSAULT Rome > Egypt; COERCE/arrest Rome > Caesar"},
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

func TestStates(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	s := treetest.Sentence(t, `
		Memphis Memphis PROPN NNP 4 nsubj
		was     be      AUX   VBD 4 cop
		the     the     DET   DT  4 det
		capital capital NOUN  NN  0 root
		of      of      ADP   IN  6 case
		Egypt   Egypt   PROPN NNP 4 nmod`)
	found := book.States(s, names{s})
	if len(found) != 1 || found[0].Entry.Type != "capital" || texts(found[0].Holder) != "Egypt" || found[0].Of != 0 {
		t.Errorf("got %+v", found)
	}
}

func TestContexts(t *testing.T) {
	book, err := LoadFS(small)
	if err != nil {
		t.Fatal(err)
	}
	s := treetest.Sentence(t, `
		Armed  armed ADJ  JJ  2 amod
		forces force NOUN NNS 3 nsubj
		vote   vote  VERB VBP 0 root`)
	if got := book.Contexts(s); !slices.Equal(got, []string{"election", "military"}) {
		t.Errorf("got %v", got)
	}
}

func TestBadCodebook(t *testing.T) {
	tests := []struct{ name, file, text, want string }{
		{"unknown type", "en/verbs.tsv", "verb	if	actor	recipient	type	mode\nhug				LOVE	", "en/verbs.tsv:2: type \"LOVE\""},
		{"unknown mode", "en/verbs.tsv", "verb	if	actor	recipient	type	mode\nhug				AID	warm", "en/verbs.tsv:2: mode \"warm\""},
		{"unknown class", "en/nouns.tsv", "noun	if	actor	recipient	type	mode\nhug	of=@friends			AID	", "class @friends"},
		{"values of an empty slot", "en/verbs.tsv", "verb	if	actor	recipient	type	mode\nhug	!obj=x			AID	", "can have no values"},
		{"score", "plover/types.tsv", "type	mode	cameo	score	quad	befalls	definition\nAID	-	070	11	neutral	-	y", "plover/types.tsv:2: score"},
		{"category", "plover/types.tsv", "type	mode	cameo	score	quad	befalls	definition\nAID	-	070	1	good	-	y", "plover/types.tsv:2: quad \"good\""},
		{"type in small letters", "plover/types.tsv", "type	mode	cameo	score	quad	befalls	definition\naid	-	070	1	neutral	-	y", "plover/types.tsv:2: type \"aid\""},
		{"type that is a value", "plover/types.tsv", "type	mode	cameo	score	quad	befalls	definition\nACTOR	-	070	1	neutral	-	y", "plover/types.tsv:2: type \"ACTOR\""},
		{"type with modes alone", "plover/types.tsv", "type	mode	cameo	score	quad	befalls	definition\nAID	food	070	1	neutral	-	y", "plover/types.tsv:2: type AID has modes"},
		{"type of a condition", "en/verbs.tsv", "verb	if	actor	recipient	type	mode\nhug	xcomp=AID|SIN			AID	", "en/verbs.tsv:2: condition \"xcomp=AID|SIN\": type SIN"},
		{"telling", "plover/intentions.tsv", "of	told	becomes\nAID	sung	=", "plover/intentions.tsv:2: told \"sung\""},
		{"type that another becomes", "plover/intentions.tsv", "of	told	becomes\nAID	denied	SIN", "plover/intentions.tsv:2: becomes: type \"SIN\""},
		{"deed without a type", "plover/intentions.tsv", "of	told	becomes\ngood	denied	AID", "plover/intentions.tsv:2: of: type \"good\""},
		{"two states of titles", "plover/states.tsv", "state	titles	definition\nseat	yes	x\noffice	yes	y", "plover/states.tsv:3: titles tell the state seat"},
		{"state", "en/states.tsv", "word	pos	if	type	holder	of\nrule	verb		love	subj	obj", "en/states.tsv:2: state \"love\""},
		{"subject of a light verb", "en/light.tsv", "verb	subject\ngive	boss", "en/light.tsv:2: subject"},
		{"class that the program needs", "en/grammar.tsv", "class	words\noffice-holder	king", "class ordinal is missing"},
		{"context", "en/contexts.tsv", "context	words\nlove	hug", "en/contexts.tsv:2: context \"love\""},
		{"part of speech", "en/states.tsv", "word	pos	if	type	holder	of\nrule	preposition		holds	subj	obj", "en/states.tsv:2: part of speech"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			files := fstest.MapFS{}
			for name, f := range small {
				files[name] = f
			}
			files[tt.file] = &fstest.MapFile{Data: []byte(tt.text)}
			_, err := LoadFS(files)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got error %v, want one with %q", err, tt.want)
			}
		})
	}
}
