package when

import (
	"strings"
	"testing"

	"annals"
	"annals/language"
)

// TestRelationByTree holds what only the tree can tell: whether a date belongs
// to the verb, to the noun before it or to the noun after it.
func TestRelationByTree(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		name, text string
		tree       string // head and relation of each token, heads from 1
		want       string
		head       string
	}{
		{
			"papers of a year do not go on", "He/PRON kept/VERB papers/NOUN from/ADP 1918/NUM",
			"2:nsubj 0:root 2:obj 5:case 3:nmod", "of 1918", "1918",
		},
		{
			"a reign does", "He/PRON ruled/VERB alone/ADV from/ADP 1918/NUM",
			"2:nsubj 0:root 2:advmod 5:case 2:obl", "since 1918/..", "1918",
		},
		{
			"a modifier leaves the preposition to its noun", "After/ADP the/DET 2020/NUM vote/NOUN he/PRON fled/VERB",
			"4:case 4:det 4:nummod 6:obl 6:nsubj 0:root", "of 2020", "2020",
		},
		{
			"a date before the subject is no modifier", "In/ADP 2020/NUM protests/NOUN broke/VERB out/ADP",
			"2:case 4:obl 4:nsubj 0:root 4:compound:prt", "at 2020", "2020",
		},
		{
			"the head of a date is its day or month, not the preposition", "He/PRON fled/VERB on/ADP 5/NUM May/PROPN 2011/NUM",
			"2:nsubj 0:root 4:case 2:obl 4:nmod 5:nummod", "at 2011-05-05", "5",
		},
		{
			"the head of a date behind the noun of a preposition is that noun", "He/PRON fled/VERB on/ADP the/DET night/NOUN of/ADP 5/NUM May/PROPN 2011/NUM",
			"2:nsubj 0:root 5:case 5:det 2:obl 7:case 5:nmod 7:nmod 8:nummod", "at 2011-05-05", "night",
		},
	} {
		s := sentence(c.text)
		hang(t, s, c.tree)
		found := r.Find(s, Reference{})
		if got := show(found); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, s.Text, got, c.want)
			continue
		}
		if got := s.Tokens[found[0].Head].Form; got != c.head {
			t.Errorf("%s: %s: head %s, want %s", c.name, s.Text, got, c.head)
		}
	}
}

// TestTense holds that the verb of the date's own clause says whether it is to
// come.
func TestTense(t *testing.T) {
	r := rules(t)
	for _, c := range []struct{ text, tree, want string }{
		{
			"He/PRON will/AUX leave/VERB on/ADP Friday/PROPN",
			"3:nsubj 3:aux 0:root 5:case 3:obl", "at 2021-05-28",
		},
		{
			"He/PRON said/VERB on/ADP Friday/PROPN he/PRON will/AUX leave/VERB",
			"2:nsubj 0:root 4:case 2:obl 7:nsubj 7:aux 2:ccomp", "at 2021-05-21",
		},
		{
			"The/DET council/NOUN meets/VERB+VBZ on/ADP Friday/PROPN",
			"2:det 3:nsubj 0:root 5:case 3:obl", "at 2021-05-28",
		},
		{
			"The/DET council/NOUN has/AUX met/VERB+VBN on/ADP Friday/PROPN",
			"2:det 4:nsubj 4:aux 0:root 6:case 4:obl", "at 2021-05-21",
		},
		{
			"The/DET council/NOUN met/VERB+VBD on/ADP Friday/PROPN",
			"2:det 3:nsubj 0:root 5:case 3:obl", "at 2021-05-21",
		},
		{
			"He/PRON is/AUX due/ADJ to/PART leave/VERB in/ADP March/PROPN",
			"3:nsubj 3:cop 0:root 5:mark 3:xcomp 7:case 5:obl", "at 2022-03",
		},
	} {
		s := sentence(c.text)
		hang(t, s, c.tree)
		if got := show(r.Find(s, Reference{Published: "2021-05-26"})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", s.Text, got, c.want)
		}
	}
}

// hang gives the tokens their heads and relations.
func hang(t *testing.T, s *language.Sentence, tree string) {
	t.Helper()
	edges := strings.Fields(tree)
	if len(edges) != len(s.Tokens) {
		t.Fatalf("%s: %d edges for %d tokens", s.Text, len(edges), len(s.Tokens))
	}
	for i, edge := range edges {
		head, rel, _ := strings.Cut(edge, ":")
		s.Tokens[i].Head, s.Tokens[i].Rel = int(head[0]-'0')-1, rel
	}
	s.Link()
}

// TestTokensCutEitherWay holds that hyphens within tokens and as tokens read
// the same.
func TestTokensCutEitherWay(t *testing.T) {
	r := rules(t)
	for _, c := range []struct{ one, other string }{
		{"the uprisings of 1830-31", "the uprisings of 1830 - 31"},
		{"the uprisings of 1830–31", "the uprisings of 1830 – 31"},
		{"in the mid-1990s", "in the mid - 1990s"},
		{"a two-day visit", "a two - day visit"},
		{"a 19th-century town", "a 19th - century town"},
		{"on 27–29 October 2010", "on 27 – 29 October 2010"},
		{"aged 30–50", "aged 30 – 50"},
		{"the pre-1914 border", "the pre - 1914 border"},
	} {
		a, b := show(r.Find(sentence(c.one), Reference{})), show(r.Find(sentence(c.other), Reference{}))
		if a != b {
			t.Errorf("%q gives %s, but %q gives %s", c.one, a, c.other, b)
		}
	}
}

// TestWhen holds the fields of the record: words, span, bounds and basis.
func TestWhen(t *testing.T) {
	r := rules(t)
	for _, c := range []struct {
		text string
		ref  Reference
		want annals.When
	}{
		{
			"Nach Łódź they came in May 2019.",
			Reference{},
			annals.When{Text: "May 2019", EDTF: "2019-05", From: "2019-05-01", To: "2019-05-31", Basis: annals.BasisText},
		},
		{
			"They left since 1991.",
			Reference{},
			annals.When{Text: "since 1991", EDTF: "1991/..", From: "1991-01-01", Basis: annals.BasisText},
		},
		{
			"They left yesterday.",
			Reference{Published: "2021-03-01"},
			annals.When{Text: "yesterday", EDTF: "2021-02-28", From: "2021-02-28", To: "2021-02-28", Basis: annals.BasisDocument},
		},
		{
			"They left a year later.",
			Reference{Narrative: &annals.When{EDTF: "1918/1920"}},
			annals.When{Text: "a year later", EDTF: "1921", From: "1921-01-01", To: "1921-12-31", Basis: annals.BasisNarrative},
		},
		{
			"They had met since ancient times.",
			Reference{Published: "2021-03-01"},
			annals.When{Text: "since ancient times", Basis: annals.BasisNone},
		},
		{
			"They left yesterday.",
			Reference{Published: "once"},
			annals.When{Text: "yesterday", Basis: annals.BasisNone},
		},
	} {
		s := sentence(c.text)
		found := r.Find(s, c.ref)
		if len(found) != 1 {
			t.Errorf("%s: found %s", c.text, show(found))
			continue
		}
		got := found[0].When
		if printed := string([]rune(s.Source)[got.Span.Start():got.Span.End()]); printed != got.Text {
			t.Errorf("%s: the span holds %q, the text is %q", c.text, printed, got.Text)
		}
		got.Span = nil
		if got != c.want {
			t.Errorf("%s\n got %+v\nwant %+v", c.text, got, c.want)
		}
	}
}

// TestNarrativeFarFromPublication holds that a history's "in October" is of
// the year it tells of, and the news' is of the year it is written in.
func TestNarrativeFarFromPublication(t *testing.T) {
	r := rules(t)
	for told, want := range map[string]string{
		"1939-09-01": "at 1939-10",
		"2021-03-01": "at 2020-10",
		"":           "at 2020-10",
	} {
		ref := Reference{Published: "2021-05-26"}
		if told != "" {
			ref.Narrative = &annals.When{EDTF: told}
		}
		if got := show(r.Find(sentence("The army came in October."), ref)); got != want {
			t.Errorf("told %q: %s, want %s", told, got, want)
		}
	}
}
