package language_test

import (
	"testing"

	"annals/language"
	"annals/language/treetest"
)

// TestOpenings holds that a date that opens a clause ends before the subject.
func TestOpenings(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{"a year", `
			In     in     ADP  IN  3 case
			1995   1995   NUM  CD  3 nummod
			rebels rebel  NOUN NNS 4 obl
			fired  fire   VERB VBD 0 root`, "In 1995 rebels", "In <case- 1995, 1995 <obl- fired, rebels <nsubj- fired"},
		{"a day", `
			On     on     ADP   IN  5 case
			26     26     NUM   CD  5 nummod
			June   June   PROPN NNP 2 nmod:unmarked
			1995   1995   NUM   CD  2 nmod:unmarked
			rebels rebel  NOUN  NNS 6 obl
			fired  fire   VERB  VBD 0 root`, "26 June rebels", "26 <obl- fired, June <nmod:unmarked- 26, rebels <nsubj- fired"},
		{"passive", `
			In     in     ADP  IN  3 case
			1995   1995   NUM  CD  3 nummod
			rebels rebel  NOUN NNS 5 obl
			were   be     AUX  VBD 5 aux:pass
			freed  free   VERB VBN 0 root`, "rebels", "rebels <nsubj:pass- freed"},
		{"a weekday with its morning", `
			On      on      ADP   IN  4 case
			Monday  Monday  PROPN NNP 3 compound
			morning morning NOUN  NN  4 compound
			rebels  rebel   NOUN  NNS 5 obl
			fired   fire    VERB  VBD 0 root`, "Monday rebels", "Monday <obl- fired, rebels <nsubj- fired"},
		{"the year of a season", `
			In     in     ADP  IN  2 case
			spring spring NOUN NN  6 obl
			of     of     ADP  IN  5 case
			1606   1606   NUM  CD  5 nummod
			envoys envoy  NOUN NNS 2 nmod
			met    meet   VERB VBD 0 root`, "1606 envoys", "1606 <nmod- spring, envoys <nsubj- met"},
		{"the year of a treaty", `
			In      in     ADP   IN  2 case
			pact    pact   NOUN  NN  8 obl
			of      of     ADP   IN  4 case
			Rome    Rome   PROPN NNP 2 nmod
			of      of     ADP   IN  6 case
			1807    1807   NUM   CD  4 nmod
			Prussia Prussia PROPN NNP 4 appos
			lost    lose   VERB  VBD 0 root`, "Prussia", "Prussia <nsubj- lost"},
		{"the years of a war", `
			In      in     ADP   IN  2 case
			war     war    NOUN  NN  6 obl
			of      of     ADP   IN  2 case
			1870-71 1870-71 NUM  CD  5 nummod
			France  France PROPN NNP 6 nsubj
			lost    lose   VERB  VBD 0 root`, "1870-71 France of", "1870-71 <nmod- war, France <nsubj- lost, of <case- 1870-71"},
		{"a range", `
			From  from  ADP   IN  2 case
			1904  1904  NUM   CD  6 obl
			to    to    ADP   IN  5 case
			1905  1905  NUM   CD  5 nummod
			Peru  Peru  PROPN NNP 6 obl
			grew  grow  VERB  VBD 0 root`, "1905 Peru", "1905 <obl- grew, Peru <nsubj- grew"},
		{"a date that hangs well", `
			In     in     ADP  IN  2 case
			1995   1995   NUM  CD  4 obl
			rebels rebel  NOUN NNS 4 nsubj
			fired  fire   VERB VBD 0 root`, "1995 rebels", "1995 <obl- fired, rebels <nsubj- fired"},
		{"of what year something was", `
			In     in     ADP  IN  3 case
			1995   1995   NUM  CD  3 nummod
			prices price  NOUN NNS 6 obl
			,      ,      PUNCT ,  3 punct
			it     it     PRON PRP 6 nsubj
			costs  cost   VERB VBZ 0 root`, "prices it", "prices <obl- costs, it <nsubj- costs"},
		{"BC belongs to its century", `
			second  second  ADJ   JJ  2 amod
			century century NOUN  NN  5 obl
			BC      BC      PROPN NNP 5 nsubj
			Rome    Rome    PROPN NNP 3 flat
			grew    grow    VERB  VBD 0 root`, "BC Rome", "BC <nmod:unmarked- century, Rome <nsubj- grew"},
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

// TestNearest holds what belongs to the nearest word that can take it.
func TestNearest(t *testing.T) {
	tests := []struct{ name, tree, forms, want string }{
		{"the last of several names", `
			Ana   Ana   PROPN NNP 7 nsubj
			and   and   CCONJ CC  3 cc
			Juan  Juan  PROPN NNP 1 conj
			,     ,     PUNCT ,   5 punct
			mayor mayor NOUN  NN  1 appos
			,     ,     PUNCT ,   1 punct
			met   meet  VERB  VBD 0 root`, "mayor", "mayor <appos- Juan"},
		{"both of them", `
			Ana    Ana   PROPN NNP 7 nsubj
			and    and   CCONJ CC  3 cc
			Juan   Juan  PROPN NNP 1 conj
			,      ,     PUNCT ,   5 punct
			mayors mayor NOUN  NNS 1 appos
			,      ,     PUNCT ,   1 punct
			met    meet  VERB  VBD 0 root`, "mayors", "mayors <appos- Ana"},
		{"the subject before it", `
			In       in      ADP   IN  2 case
			council  council NOUN  NN  8 obl
			,        ,       PUNCT ,   2 punct
			Ana      Ana     PROPN NNP 8 nsubj
			,        ,       PUNCT ,   6 punct
			mayor    mayor   NOUN  NN  2 appos
			,        ,       PUNCT ,   2 punct
			resigned resign  VERB  VBD 0 root`, "mayor", "mayor <appos- Ana"},
		{"a subject without a preposition", `
			poet  poet  NOUN  NN  3 obl
			Ana   Ana   PROPN NNP 1 appos
			fled  flee  VERB  VBD 0 root`, "poet", "poet <nsubj- fled"},
		{"a time without a preposition", `
			week  week  NOUN  NN  3 obl
			they  they  PRON  PRP 3 nsubj
			fled  flee  VERB  VBD 0 root`, "week", "week <obl- fled"},
		{"the object of a verb with a particle", `
			Peru  Peru     PROPN NNP 2 nsubj
			broke break    VERB  VBD 0 root
			off   off      ADP   RP  2 compound:prt
			talks talk     NOUN  NNS 2 obl`, "talks", "talks <obj- broke"},
		{"a gerund that is the subject", `
			Sharing share  VERB VBG 0 root
			of      of     ADP  IN  3 case
			files   file   NOUN NNS 1 obl
			led     lead   VERB VBN 3 acl
			to      to     ADP  IN  6 case
			arrests arrest NOUN NNS 4 obl
			.       .      PUNCT .  1 punct`, "Sharing led", "Sharing <csubj- led, led <root- ROOT"},
		{"a second object is that of a second verb", `
			Peru      Peru     PROPN NNP 2 nsubj
			blamed    blame    VERB  VBD 0 root
			Chile     Chile    PROPN NNP 2 obj
			and       and      CCONJ CC  5 cc
			imposed   impose   VERB  VBN 6 amod
			sanctions sanction NOUN  NNS 2 obj
			later     late     ADV   RBR 2 advmod`, "imposed sanctions later", "imposed <conj- blamed, sanctions <obj- imposed, later <advmod- imposed"},
		{"of what somebody became the first", `
			Ana    Ana    PROPN NNP 2 nsubj
			became become VERB  VBD 0 root
			first  first  ADJ   JJ  4 amod
			queen  queen  NOUN  NN  2 xcomp
			to     to     PART  TO  6 mark
			visit  visit  VERB  VB  2 advcl`, "visit", "visit <acl- queen"},
		{"a partner of the subject", `
			In    in    ADP   IN  2 case
			War   War   PROPN NNP 7 obl
			,     ,     PUNCT ,   2 punct
			Peru  Peru  PROPN NNP 7 nsubj
			and   and   CCONJ CC  6 cc
			Chile Chile PROPN NNP 2 conj
			slept sleep VERB  VBD 0 root`, "Chile", "Chile <conj- Peru"},
		{"two adjectives of one noun", `
			Peruvian Peruvian PROPN NNP 5 nsubj
			and      and      CCONJ CC  3 cc
			Chilean  Chilean  ADJ   JJ  1 conj
			miners   miner    NOUN  NNS 5 nsubj
			slept    sleep    VERB  VBD 0 root`, "Peruvian miners", "Peruvian <amod- miners, miners <nsubj- slept"},
		{"a gerund in what is told", `
			They    they  PRON  PRP 3 nsubj:pass
			were    be    AUX   VBD 3 aux:pass
			told    tell  VERB  VBN 0 root
			that    that  SCONJ IN  7 mark
			leaving leave VERB  VBG 3 csubj:pass
			is      be    AUX   VBZ 7 cop
			legal   legal ADJ   JJ  3 ccomp`, "leaving", "leaving <csubj- legal"},
		{"before as an adverb", `
			She     she     PRON  PRP 2 nsubj
			said    say     VERB  VBD 0 root
			that    that    SCONJ IN  8 mark
			shortly shortly ADV   RB  8 advmod
			before  before  SCONJ IN  8 mark
			he      he      PRON  PRP 8 nsubj
			had     have    AUX   VBD 8 aux
			left    leave   VERB  VBN 2 advcl`, "left before", "left <ccomp- said, before <advmod- left"},
		{"a condition belongs to what is said", `
			She    she    PRON  PRP 2 nsubj
			warned warn   VERB  VBD 0 root
			him    he     PRON  PRP 2 iobj
			that   that   SCONJ IN  10 mark
			if     if     SCONJ IN  7 mark
			they   they   PRON  PRP 7 nsubj
			stay   stay   VERB  VBP 2 advcl
			he     he     PRON  PRP 10 nsubj:pass
			is     be     AUX   VBZ 10 aux:pass
			shot   shoot  VERB  VBN 7 acl:relcl`, "stay shot", "stay <advcl- shot, shot <ccomp- warned"},
		{"a reply goes on with the tale", `
			She   she   PRON  PRP 2 nsubj
			said  say   VERB  VBD 0 root
			that  that  SCONJ IN  6 mark
			he    he    PRON  PRP 6 nsubj
			had   have  AUX   VBD 6 aux
			met   meet  VERB  VBN 2 ccomp
			Kim   Kim   PROPN NNP 6 obj
			,     ,     PUNCT ,   11 punct
			and   and   CCONJ CC  11 cc
			Kim2  Kim   PROPN NNP 11 nsubj
			told  tell  VERB  VBD 2 conj
			him   he    PRON  PRP 11 iobj`, "told", "told <conj- met"},
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

// TestTitledSubjects holds that a person's name before a title is the subject.
func TestTitledSubjects(t *testing.T) {
	const tree = `
		In       in      ADP   IN  2 case
		board    board   NOUN  NN  9 obl
		,        ,       PUNCT ,   4 punct
		Ana      Ana     PROPN NNP 2 appos
		,        ,       PUNCT ,   7 punct
		the      the     DET   DT  7 det
		mayor    mayor   NOUN  NN  9 nsubj
		,        ,       PUNCT ,   7 punct
		resigned resign  VERB  VBD 0 root`
	for name, want := range map[string]string{
		"PER": "Ana <nsubj- resigned, mayor <appos- Ana",
		"":    "Ana <appos- board, mayor <nsubj- resigned", // it may be what the board is called
	} {
		s := treetest.Sentence(t, tree)
		s.Tokens[3].Name = name
		language.TitledSubjects(s)
		if got := heads(t, s, "Ana mayor"); got != want {
			t.Errorf("a name of kind %q: got  %s\nwant %s", name, got, want)
		}
	}
}
