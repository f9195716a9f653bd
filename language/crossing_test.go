package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestCrossing(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{
			"a subject taken for a modifier behind the verb", `
			New     new     PROPN NNP 4 amod
			Ghent   Ghent   PROPN NNP 1 flat
			imposed impose  VERB  VBN 0 root
			bans    ban     NOUN  NNS 3 obj`, "New Ghent bans",
			"New <nsubj- imposed, Ghent <flat- New, bans <obj- imposed",
		},
		{
			"a verb that has its subject", `
			Old    old    ADJ  JJ  4 amod
			men    man    NOUN NNS 3 nsubj
			raised raise  VERB VBD 0 root
			flags  flag   NOUN NNS 3 obj`, "Old men",
			"Old <amod- flags, men <nsubj- raised",
		},
		{
			"an object taken for a partner of a noun before its verb", `
			Chad      Chad     PROPN NNP 2 nsubj
			cut       cut      VERB  VBD 0 root
			ties      tie      NOUN  NNS 2 obj
			with      with     ADP   IN  5 case
			Peru      Peru     PROPN NNP 3 nmod
			and       and      CCONJ CC  7 cc
			set       set      VERB  VBD 2 conj
			up        up       ADP   RP  7 compound:prt
			close     close    ADJ   JJ  10 amod
			relations relation NOUN  NNS 3 conj`, "relations",
			"relations <obj- set",
		},
		{
			"a coordination that leaves out its verb", `
			Chad   Chad   PROPN NNP 2 nsubj
			sold   sell   VERB  VBD 0 root
			grain  grain  NOUN  NN  2 obj
			to     to     ADP   IN  5 case
			Peru   Peru   PROPN NNP 2 obl
			and    and    CCONJ CC  7 cc
			horses horse  NOUN  NNS 5 conj
			to     to     ADP   IN  9 case
			Togo   Togo   PROPN NNP 7 nmod`, "horses Togo",
			"horses <conj- grain, Togo <conj- Peru",
		},
		{
			"whose last phrase hangs on the verb", `
			Chad   Chad   PROPN NNP 2 nsubj
			sold   sell   VERB  VBD 0 root
			grain  grain  NOUN  NN  2 obj
			to     to     ADP   IN  5 case
			Peru   Peru   PROPN NNP 2 obl
			and    and    CCONJ CC  7 cc
			horses horse  NOUN  NNS 5 conj
			to     to     ADP   IN  9 case
			Togo   Togo   PROPN NNP 2 obl`, "horses Togo",
			"horses <conj- grain, Togo <conj- Peru",
		},
		{
			"phrases of two nouns", `
			Talks  talk   NOUN  NNS 8 nsubj
			with   with   ADP   IN  3 case
			Peru   Peru   PROPN NNP 1 nmod
			and    and    CCONJ CC  5 cc
			trade  trade  NOUN  NN  3 conj
			with   with   ADP   IN  7 case
			Togo   Togo   PROPN NNP 5 nmod
			ended  end    VERB  VBD 0 root`, "trade Togo",
			"trade <conj- Talks, Togo <nmod- trade",
		},
		{
			"a land and a part of another", `
			Towns  town   NOUN  NNS 8 nsubj
			of     of     ADP   IN  3 case
			Peru   Peru   PROPN NNP 1 nmod
			and    and    CCONJ CC  5 cc
			parts  part   NOUN  NNS 3 conj
			of     of     ADP   IN  7 case
			Togo   Togo   PROPN NNP 5 nmod
			fell   fall   VERB  VBD 0 root`, "parts",
			"parts <conj- Peru",
		},
		{
			"partners before a verb that needs no object", `
			Ships ship  NOUN  NNS 4 nsubj
			and   and   CCONJ CC  3 cc
			boats boat  NOUN  NNS 1 conj
			sank  sink  VERB  VBD 0 root`, "boats",
			"boats <conj- Ships",
		},
		{
			"what somebody calls something", `
			Chad   Chad   PROPN NNP 2 nsubj
			called call   VERB  VBD 0 root
			votes  vote   NOUN  NNS 2 obj
			unfair unfair ADJ   JJ  3 amod
			.      .      PUNCT .   2 punct`, "votes unfair",
			"votes <obj- called, unfair <xcomp- called",
		},
		{
			"an adjective with words of its own", `
			Chad   Chad   PROPN NNP 2 nsubj
			called call   VERB  VBD 0 root
			talks  talk   NOUN  NNS 2 obj
			open   open   ADJ   JJ  3 amod
			to     to     ADP   IN  6 case
			all    all    PRON  DT  4 obl`, "open",
			"open <amod- talks",
		},
		{
			"a verb that judges nothing", `
			Chad   Chad   PROPN NNP 2 nsubj
			saw    see    VERB  VBD 0 root
			votes  vote   NOUN  NNS 2 obj
			unfair unfair ADJ   JJ  3 amod`, "unfair",
			"unfair <amod- votes",
		},
		{
			"a day behind here", `
			They   they   PRON  PRP 2 nsubj
			met    meet   VERB  VBD 0 root
			here   here   ADV   RB  2 advmod
			on     on     ADP   IN  5 case
			Monday Monday PROPN NNP 3 obl`, "here Monday",
			"here <advmod- met, Monday <obl- met",
		},
		{
			"the agent of the noun before it", `
			Talks     talks     NOUN  NNS 3 nsubj:pass
			were      be        AUX   VBD 3 aux:pass
			cancelled cancel    VERB  VBN 0 root
			after     after     ADP   IN  5 case
			mediation mediation NOUN  NN  3 obl
			by        by        ADP   IN  7 case
			Chad      Chad      PROPN NNP 3 obl:agent`, "Chad",
			"Chad <nmod- mediation",
		},
		{
			"a time has no agent", `
			Talks     talks     NOUN  NNS 3 nsubj:pass
			were      be        AUX   VBD 3 aux:pass
			cancelled cancel    VERB  VBN 0 root
			after     after     ADP   IN  5 case
			midnight  midnight  NOUN  NN  3 obl
			by        by        ADP   IN  7 case
			Chad      Chad      PROPN NNP 3 obl:agent`, "Chad",
			"Chad <obl:agent- cancelled",
		},
		{
			"a remark behind the object", `
			They   they   PRON  PRP 2 nsubj
			armed  arm    VERB  VBD 0 root
			rebels rebel  NOUN  NNS 2 obj
			,      ,      PUNCT ,   6 punct
			a      a      DET   DT  6 det
			charge charge NOUN  NN  2 obj
			Chad   Chad   PROPN NNP 8 nsubj
			denied deny   VERB  VBD 6 acl:relcl`, "rebels charge",
			"rebels <obj- armed, charge <parataxis- armed",
		},
		{
			"a report inserted behind the subject", `
			Letters letter  NOUN  NNS 9 nsubj:pass
			,       ,       PUNCT ,   4 punct
			kings   king    NOUN  NNS 4 nsubj
			claimed claim   VERB  VBD 1 acl:relcl
			in      in      ADP   IN  6 case
			May     May     PROPN NNP 4 obl
			,       ,       PUNCT ,   4 punct
			were    be      AUX   VBD 9 aux:pass
			burned  burn    VERB  VBN 0 root`, "Letters claimed",
			"Letters <nsubj:pass- burned, claimed <parataxis- burned",
		},
		{
			"a relative clause", `
			Letters letter  NOUN  NNS 9 nsubj:pass
			,       ,       PUNCT ,   5 punct
			which   which   PRON  WDT 5 obj
			kings   king    NOUN  NNS 5 nsubj
			claimed claim   VERB  VBD 1 acl:relcl
			,       ,       PUNCT ,   5 punct
			soon    soon    ADV   RB  9 advmod
			were    be      AUX   VBD 9 aux:pass
			burned  burn    VERB  VBN 0 root`, "claimed",
			"claimed <acl:relcl- Letters",
		},
		{
			"two lands with one last word", `
			Talks   talks   NOUN  NNS 7 nsubj
			between between ADP   IN  6 case
			East    East    PROPN NNP 1 nmod
			and     and     CCONJ CC  5 cc
			West    West    PROPN NNP 3 conj
			Ghent   Ghent   PROPN NNP 1 nmod
			began   begin   VERB  VBD 0 root`, "between East and West Ghent",
			"between <case- East, East <nmod- Talks, and <cc- Ghent, West <compound- Ghent, Ghent <conj- East",
		},
		{
			"a decade before Christ", `
			They   they   PRON  PRP 2 nsubj
			met    meet   VERB  VBD 0 root
			in     in     ADP   IN  6 case
			the    the    DET   DT  6 det
			430s   430s   NOUN  NNS 6 compound
			BC     BC     PROPN NNP 2 obl
			.      .      PUNCT .   2 punct`, "in 430s BC",
			"in <case- 430s, 430s <obl- met, BC <nmod:unmarked- 430s",
		},
		{
			"an object taken for the subject of the sentence", `
			Rumours rumour NOUN  NNS 0 root
			that    that   SCONJ IN  5 obj
			Chad    Chad   PROPN NNP 5 nsubj
			had     have   AUX   VBD 5 aux
			offered offer  VERB  VBN 1 acl:relcl
			planes  plane  NOUN  NNS 10 nsubj:pass
			could   can    AUX   MD  10 aux
			not     not    PART  RB  10 advmod
			be      be     AUX   VB  10 aux:pass
			confirmed confirm VERB VBN 5 ccomp
			.       .      PUNCT .   1 punct`, "Rumours that offered planes confirmed .",
			"Rumours <nsubj:pass- confirmed, that <mark- offered, offered <acl- Rumours, planes <obj- offered, confirmed <root- ROOT, . <punct- confirmed",
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := treetest.Sentence(t, tt.tree)
			language.Repair(s)
			if got := heads(t, s, tt.forms); got != tt.want {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
		})
	}
}
