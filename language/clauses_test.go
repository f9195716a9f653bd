package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

func TestRepair(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{"brackets", `
			She    she    PRON  PRP 2 nsubj
			left   leave  VERB  VBD 0 root
			Lima   Lima   PROPN NNP 2 obj
			(      (      PUNCT -LRB- 5 punct
			Quito  Quito  PROPN NNP 3 conj
			)      )      PUNCT -RRB- 5 punct
			and    and    CCONJ CC  8 cc
			Cusco  Cusco  PROPN NNP 3 conj`, "Quito Cusco", "Quito <parataxis- Lima, Cusco <conj- Lima"},
		{"a verb is no partner of a noun", `
			Kings    king   NOUN  NNS 2 nsubj
			defended defend VERB  VBD 0 root
			forts    fort   NOUN  NNS 2 obj
			,        ,      PUNCT ,   5 punct
			joined   join   VERB  VBN 3 conj
			leagues  league NOUN  NNS 5 obj`, "joined", "joined <conj- defended"},
		{"a past tense is no partner of a gerund", `
			They       they     PRON  PRP 2 nsubj
			accused    accuse   VERB  VBD 0 root
			us         we       PRON  PRP 2 obj
			of         of       SCONJ IN  5 mark
			lying      lie      VERB  VBG 2 advcl
			and        and      CCONJ CC  7 cc
			threatened threaten VERB  VBD 5 conj
			war        war      NOUN  NN  7 obj`, "threatened", "threatened <conj- accused"},
		{"nouns and gerunds may be partners", `
			They     they   PRON  PRP 2 nsubj
			taxed    tax    VERB  VBD 0 root
			trade    trade  NOUN  NN  2 obj
			and      and    CCONJ CC  5 cc
			fishing  fish   VERB  VBG 3 conj`, "fishing", "fishing <conj- trade"},
		{"a past tense is no partner of an infinitive", `
			They     they    PRON  PRP 2 nsubj
			agreed   agree   VERB  VBD 0 root
			to       to      PART  TO  4 mark
			pay      pay     VERB  VB  2 xcomp
			and      and     CCONJ CC  6 cc
			freed    free    VERB  VBD 4 conj
			slaves   slave   NOUN  NNS 6 obj`, "freed", "freed <conj- agreed"},
		{"what is said later on is no part of what had been", `
			They     they    PRON  PRP 2 nsubj
			denied   deny    VERB  VBD 0 root
			that     that    SCONJ IN  6 mark
			towns    town    NOUN  NNS 6 nsubj:pass
			were     be      AUX   VBD 6 aux:pass
			hit      hit     VERB  VBN 2 ccomp
			and      and     CCONJ CC  8 cc
			said     say     VERB  VBD 6 conj
			they     they    PRON  PRP 10 nsubj
			left     leave   VERB  VBD 8 ccomp`, "said", "said <conj- denied"},
		{"a clause behind a semicolon is no second content", `
			They     they    PRON  PRP 2 nsubj
			demanded demand  VERB  VBD 0 root
			that     that    SCONJ IN  5 mark
			he       he      PRON  PRP 5 nsubj
			sign     sign    VERB  VBP 2 ccomp
			;        ;       PUNCT :   9 punct
			envoys   envoy   NOUN  NNS 9 nsubj:pass
			were     be      AUX   VBD 9 aux:pass
			held     hold    VERB  VBN 2 ccomp`, "sign held", "sign <ccomp- demanded, held <parataxis- demanded"},
		{"a clause of time is no complement", `
			He       he     PRON  PRP 2 nsubj
			resigned resign VERB  VBD 0 root
			after    after  SCONJ IN  5 mark
			troops   troops NOUN  NNS 5 nsubj
			fired    fire   VERB  VBD 2 ccomp`, "fired", "fired <advcl- resigned"},
		{"who is told something has no content", `
			She       she      PRON  PRP 2 nsubj
			told      tell     VERB  VBD 0 root
			reporters reporter NOUN  NNS 2 iobj
			that      that     SCONJ IN  6 mark
			troops    troops   NOUN  NNS 6 nsubj
			fired     fire     VERB  VBD 3 acl`, "fired", "fired <ccomp- told"},
		{"a verb has one subject", `
			Peruvian  Peruvian  ADJ   JJ  2 amod
			candidate candidate NOUN  NN  5 nsubj
			Ana       Ana       PROPN NNP 5 nsubj
			Lima      Lima      PROPN NNP 3 flat
			fled      flee      VERB  VBD 0 root`, "candidate Ana", "candidate <nmod:desc- Ana, Ana <nsubj- fled"},
		{"what goes with a name goes with its head", `
			went go VERB VBD 0 root
			to to ADP IN 4 case
			Ana Ana PROPN NNP 1 obl
			Lima Lima PROPN NNP 3 flat`, "to", "to <case- Ana"},
		{"a sentence with an article has a tense", `
			A a DET DT 2 det
			report report NOUN NN 3 nsubj:pass
			called call VERB VBN 0 root
			for for ADP IN 5 case
			calm calm NOUN NN 3 obl
			. . PUNCT . 3 punct`, "report", "report <nsubj- called"},
		{"a headline may have none", `
			Minister minister NOUN NN 2 nsubj:pass
			arrested arrest VERB VBN 0 root
			in in ADP IN 4 case
			Lima Lima PROPN NNP 2 obl`, "Minister", "Minister <nsubj:pass- arrested"},
		{"a conjunction goes with the word behind it", `
			Peru Peru PROPN NNP 4 nsubj
			and and CCONJ CC 4 cc
			Chile Chile PROPN NNP 1 conj
			left leave VERB VBD 0 root`, "and", "and <cc- Chile"},
		{"as what somebody is seen", `
			Seen see VERB VBN 6 advcl
			as as ADP IN 6 case
			unfair unfair ADJ JJ 5 amod
			, , PUNCT , 3 punct
			leaders leader NOUN NNS 6 nsubj
			left leave VERB VBD 0 root`, "as unfair", "as <case- unfair, unfair <obl- Seen"},
		{"the nearest of two subjects", `
			They they PRON PRP 2 nsubj
			held hold VERB VBD 0 root
			two two NUM CD 4 nummod
			men man NOUN NNS 2 obj
			, , PUNCT , 6 punct
			Lima Lima PROPN NNP 9 nsubj
			, , PUNCT , 9 punct
			police police NOUN NNS 9 nsubj
			said say VERB VBD 2 parataxis`, "Lima police", "Lima <appos- men, police <nsubj- said"},
		{"a past tense that was a participle", `
			They they PRON PRP 2 nsubj
			said say VERB VBD 0 root
			that that SCONJ IN 5 mark
			boats boat NOUN NNS 5 nsubj
			rowed row VERB VBD 2 ccomp
			ashore ashore ADV RB 5 advmod
			were be AUX VBD 8 cop
			old old ADJ JJ 2 conj`, "boats rowed old", "boats <nsubj- old, rowed <acl- boats, old <ccomp- said"},
		{"a subject taken for a partner", `
			Ana Ana PROPN NNP 2 nsubj
			met meet VERB VBD 0 root
			Lima Lima PROPN NNP 2 obj
			and and CCONJ CC 5 cc
			Cruz Cruz PROPN NNP 3 conj
			left leave VERB VBD 2 conj`, "Cruz and", "Cruz <nsubj- left, and <cc- left"},
		{"that and if", `
			She she PRON PRP 2 nsubj
			said say VERB VBD 0 root
			that that SCONJ IN 6 mark
			if if SCONJ IN 6 mark
			they they PRON PRP 6 nsubj
			come come VERB VBP 2 ccomp
			he he PRON PRP 9 nsubj
			will will AUX MD 9 aux
			go go VERB VB 6 conj`, "come go that", "come <advcl- go, go <ccomp- said, that <mark- go"},
		{"a clause stays in the clause before it", `
			She she PRON PRP 2 nsubj
			said say VERB VBD 0 root
			that that SCONJ IN 5 mark
			prices price NOUN NNS 5 nsubj
			rose rise VERB VBD 2 ccomp
			and and CCONJ CC 8 cc
			shops shop NOUN NNS 8 nsubj
			closed close VERB VBD 2 conj`, "closed", "closed <conj- rose"},
		{"at least ten hostages are an object", `
			They they PRON PRP 2 nsubj
			freed free VERB VBD 0 root
			at at ADP IN 4 case
			least least ADJ JJS 5 nmod
			ten ten NUM CD 6 nummod
			hostages hostage NOUN NNS 2 obl`, "hostages", "hostages <obj- freed"},
		{"a described subject", `
			In       in       ADP   IN  2 case
			Lima     Lima     PROPN NNP 8 obl
			,        ,        PUNCT ,   4 punct
			Ana      Ana      PROPN NNP 2 appos
			,        ,        PUNCT ,   6 punct
			envoy    envoy    NOUN  NN  2 appos
			,        ,        PUNCT ,   2 punct
			resigned resign   VERB  VBD 0 root`, "Ana envoy", "Ana <nsubj- resigned, envoy <appos- Ana"},
		{"a described subject of what the tagger took for a participle", `
			In       in       ADP   IN  2 case
			Lima     Lima     PROPN NNP 8 obl
			,        ,        PUNCT ,   4 punct
			Ana      Ana      PROPN NNP 2 appos
			,        ,        PUNCT ,   6 punct
			envoy    envoy    NOUN  NN  2 appos
			,        ,        PUNCT ,   2 punct
			stated   state    VERB  VBN 0 root
			at       at       ADP   IN  10 case
			talks    talk     NOUN  NNS 8 obl
			that     that     SCONJ IN  13 mark
			she      she      PRON  PRP 13 nsubj
			agreed   agree    VERB  VBD 10 acl:relcl`, "Ana agreed", "Ana <nsubj- stated, agreed <acl- talks"},
		{"a participle without an object has no subject before it", `
			In       in       ADP   IN  2 case
			Lima     Lima     PROPN NNP 5 obl
			,        ,        PUNCT ,   2 punct
			envoys   envoy    NOUN  NNS 2 appos
			seen     see      VERB  VBN 0 root`, "envoys", "envoys <appos- Lima"},
		{"what somebody is told is no object of its clause", `
			They     they     PRON  PRP 2 nsubj
			told     tell     VERB  VBD 0 root
			radio    radio    NOUN  NN  2 iobj
			that     that     PRON  WDT 6 obj
			Peru     Peru     PROPN NNP 6 nsubj
			sank     sink     VERB  VBD 3 acl:relcl
			boats    boat     NOUN  NNS 6 obj`, "that sank", "that <mark- sank, sank <ccomp- told"},
		{"no object is left for that", `
			Reports  report   NOUN  NNS 6 nsubj
			that     that     PRON  WDT 4 obj
			Peru     Peru     PROPN NNP 4 nsubj
			sank     sink     VERB  VBD 1 acl:relcl
			boats    boat     NOUN  NNS 4 obj
			spread   spread   VERB  VBD 0 root`, "that sank", "that <mark- sank, sank <acl- Reports"},
		{"whom that leaves no object to", `
			Boats    boat     NOUN  NNS 6 nsubj
			that     that     PRON  WDT 4 obj
			Peru     Peru     PROPN NNP 4 nsubj
			gave     give     VERB  VBD 1 acl:relcl
			them     they     PRON  PRP 4 iobj
			sank     sink     VERB  VBD 0 root`, "that gave", "that <obj- gave, gave <acl:relcl- Boats"},
		{"a relative clause keeps its pronoun", `
			Talks    talk     NOUN  NNS 4 nsubj
			that     that     PRON  WDT 3 nsubj
			failed   fail     VERB  VBD 1 acl:relcl
			ended    end      VERB  VBD 0 root`, "failed", "failed <acl:relcl- Talks"},
		{"a name behind the noun that says what it names", `
			They     they     PRON  PRP 2 nsubj
			met      meet     VERB  VBD 0 root
			friends  friend   NOUN  NNS 2 obj
			of       of       ADP   IN  6 case
			the      the      DET   DT  6 det
			senator  senator  NOUN  NN  3 nmod
			Ana      Ana      PROPN NNP 3 nmod
			Lima     Lima     PROPN NNP 7 flat`, "Ana Lima", "Ana <appos- senator, Lima <flat- Ana"},
		{"a name behind the last of a list", `
			Mora   Mora   PROPN NNP  8 nsubj
			and    and    CCONJ CC   5 cc
			her    she    PRON  PRP$ 5 nmod:poss
			Swiss  Swiss  ADJ   JJ   5 amod
			guest  guest  NOUN  NN   1 conj
			,      ,      PUNCT ,    7 punct
			Paz    Paz    PROPN NNP  1 conj
			met    meet   VERB  VBD  0 root`, "guest Paz", "guest <conj- Mora, Paz <appos- guest"},
		{"a name within a list", `
			Mora   Mora   PROPN NNP  6 nsubj
			,      ,      PUNCT ,    3 punct
			Paz    Paz    PROPN NNP  1 conj
			and    and    CCONJ CC   5 cc
			guests guest  NOUN  NNS  1 conj
			met    meet   VERB  VBD  0 root`, "Paz guests", "Paz <conj- Mora, guests <conj- Mora"},
		{"a that-clause is one", `
			He       he     PRON  PRP 2 nsubj
			said     say    VERB  VBD 0 root
			that     that   SCONJ IN  5 mark
			troops   troops NOUN  NNS 5 nsubj
			fired    fire   VERB  VBD 2 ccomp`, "fired", "fired <ccomp- said"},
		{
			"a finite root gets the subject before it", `
			After     after    ADP   IN  2 case
			polls     poll     NOUN  NNS 9 obl
			regarded  regard   VERB  VBN 2 acl
			as        as       ADP   IN  8 case
			unfair    unfair   ADJ   JJ  8 amod
			,         ,        PUNCT ,   5 punct
			the       the      DET   DT  8 det
			candidate candidate NOUN NN  3 obl
			fled      flee     VERB  VBD 0 root`, "candidate unfair as fled",
			"candidate <nsubj- fled, unfair <obl- regarded, as <case- unfair, fled <root- ROOT",
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
