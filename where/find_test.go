package where

import (
	"strings"
	"testing"

	"annals/language"
)

// TestFindWithNames holds what the names of the tagger do: "PER" and "ORG" are
// no places, and a place that the tables do not know is one by its name alone.
func TestFindWithNames(t *testing.T) {
	p := places(t)
	for _, c := range []struct {
		text  string
		names string // what the tagger says of the tokens: - for none, + for a continued name
		want  string
	}{
		{"He fled/VERB/flee to Poland/PROPN .", "- - - PER -", "to Poland POL"},
		{"They met in Vilnius/PROPN .", "- - - PER -", "at Vilnius LTU"},
		{"They met in Gdańsk/PROPN .", "- - - ORG -", "at Gdańsk POL"},
		{"He went/VERB/go to Lincoln/PROPN .", "- - - PER -", "-"},
		{"The letter of Jordan/PROPN Peterson/PROPN arrived .", "- - - PER + - -", "-"},
		{"They met in Paris/PROPN Hilton/PROPN 's house .", "- - - PER + - - -", "-"},
		{"She works at Kyiv/PROPN Polytechnic/PROPN .", "- - - ORG + -", "-"},
		{"They met in Upper/PROPN Smolnik/PROPN yesterday .", "- - - LOC + - -", "at Upper Smolnik"},
		{"They met in Minsk/PROPN yesterday .", "- - - LOC - -", "at Minsk BLR"},
	} {
		s := sentence(c.text)
		nameTokens(s, c.names)
		if got := show(p.Find(s, nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func nameTokens(s *language.Sentence, names string) {
	for i, name := range strings.Fields(names) {
		switch name {
		case "-":
		case "+":
			s.Tokens[i].Name, s.Tokens[i].Inside = s.Tokens[i-1].Name, true
		default:
			s.Tokens[i].Name = name
		}
	}
}

// TestFindByTree holds what only the tree can tell.
func TestFindByTree(t *testing.T) {
	p := places(t)
	for _, c := range []struct {
		name, text string
		tree       string // head and relation of each token, heads from 1
		want       string
	}{
		{
			"the subject is no place", "Lithuania/PROPN protested/VERB/protest ./PUNCT",
			"2:nsubj 0:root 2:punct", "-",
		},
		{
			"a conjunct has the role of the first", "They/PRON met/VERB/meet in/ADP Riga/PROPN and/CCONJ Tartu/PROPN ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 6:cc 4:conj 2:punct", "at Riga LVA ; at Tartu EST",
		},
		{
			"the subject of the next clause has not", "They/PRON met/VERB/meet in/ADP Riga/PROPN and/CCONJ Estonia/PROPN protested/VERB/protest ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 7:cc 7:nsubj 2:conj 2:punct", "at Riga LVA",
		},
		{
			"the object of a verb of place", "She/PRON visited/VERB/visit Belarus/PROPN ./PUNCT",
			"2:nsubj 0:root 2:obj 2:punct", "at Belarus BLR",
		},
		{
			"a country is attacked as a state", "They/PRON attacked/VERB/attack Belarus/PROPN ./PUNCT",
			"2:nsubj 0:root 2:obj 2:punct", "-",
		},
		{
			"a modifier belongs to its noun", "The/DET Vilnius/PROPN summit/NOUN failed/VERB/fail ./PUNCT",
			"3:det 3:compound 4:nsubj 0:root 4:punct", "of Vilnius LTU",
		},
		{
			"a town that something is done to", "Goma/PROPN was/AUX/be captured/VERB/capture ./PUNCT",
			"3:nsubj:pass 3:aux:pass 0:root 3:punct", "at Goma COD",
		},
		{
			"an unknown town where only a place can stand", "They/PRON fought/VERB/fight at/ADP Ebelswarth/PROPN ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 2:punct", "at Ebelswarth",
		},
		{
			"an unknown town that one goes to", "They/PRON fled/VERB/flee to/ADP Ebelswarth/PROPN ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 2:punct", "to Ebelswarth",
		},
		{
			"an unknown name that one speaks to", "They/PRON lied/VERB/lie to/ADP Ebelswarth/PROPN ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 2:punct", "-",
		},
		{
			"a feast is no town", "They/PRON met/VERB/meet at/ADP Michaelmas/PROPN ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 2:punct", "-",
		},
		{
			"a shop is no town", "They/PRON met/VERB/meet at/ADP Ebels/PROPN 's/PART ./PUNCT",
			"2:nsubj 0:root 4:case 2:obl 4:case 2:punct", "-",
		},
		{
			"whose embassy it is", "Police/NOUN waited/VERB/wait outside/ADP the/DET Norway/PROPN embassy/NOUN",
			"2:nsubj 0:root 6:case 6:det 6:compound 2:obl", "at Norway embassy",
		},
		{
			"motion right before, hung elsewhere by the tree",
			"They/PRON urge/VERB/urge migration/NOUN/migration from/ADP Iraq/PROPN to/ADP Poland/PROPN",
			"2:nsubj 0:root 2:obj 5:case 2:obl 7:case 2:obl", "from Iraq IRQ ; to Poland POL",
		},
		{
			"motion reaches over the place before", "migration/NOUN/migration from/ADP Iraq/PROPN to/ADP Poland/PROPN grew/VERB/grow",
			"6:nsubj 3:case 1:nmod 5:case 3:nmod 0:root", "from Iraq IRQ ; to Poland POL",
		},
	} {
		s := sentence(c.text)
		hang(t, s, c.tree)
		if got := show(p.Find(s, nil)); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, s.Text, got, c.want)
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

// TestCalledTown holds that a place is one where the sentence says that it is a
// capital, and none where it acts.
func TestCalledTown(t *testing.T) {
	p := places(t)
	for _, c := range []struct{ text, tree, want string }{
		{"Bonn/PROPN was/AUX/be its capital/NOUN .", "4:nsubj 4:cop 4:det 0:root 4:punct", "at Bonn DEU"},
		{"Its capital/NOUN was/AUX/be Bonn/PROPN .", "2:det 4:nsubj 4:cop 0:root 4:punct", "at Bonn DEU"},
		{"Bonn/PROPN was/AUX/be its ally/NOUN .", "4:nsubj 4:cop 4:det 0:root 4:punct", "-"},
	} {
		s := sentence(c.text)
		hang(t, s, c.tree)
		if got := show(p.Find(s, nil)); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func TestNamesakes(t *testing.T) {
	p := places(t)
	for _, c := range []struct{ context, text, want string }{
		{"", "They met in Paris/PROPN .", "at Paris FRA"},
		{"", "They met in Paris/PROPN , Texas/PROPN .", "at Paris USA"},
		{"", "They met in Odessa/PROPN , Texas/PROPN .", "at Odessa USA"},
		{"", "They met in Odessa/PROPN .", "at Odesa UKR"},
		{"", "They met in Tripoli/PROPN .", "at Tripoli LBY"},
		{"The Lebanese/ADJ army moved .", "They met in Tripoli/PROPN .", "at Tripoli LBN"},
		{"", "They met in Brest/PROPN .", "at Brest BLR"},
		{"The French/ADJ navy moved .", "They met in Brest/PROPN .", "at Brest FRA"},
		{"", "They met in Georgia/PROPN .", "at Georgia GEO"},
		{"The American/ADJ president spoke .", "They met in Georgia/PROPN .", "at Georgia USA"},
		{"American and Polish ministers spoke .", "They met in Georgia/PROPN .", "at Georgia GEO"},
		{"Americans came to Tbilisi/PROPN .", "They met in Georgia/PROPN .", "at Georgia GEO"},
		{"", "They met in Danzig/PROPN .", "at Gdańsk POL"},
		{"", "They met in Lemberg/PROPN and Wilno/PROPN .", "at Lviv UKR ; at Vilnius LTU"},
		{"", "They met in Washington/PROPN , D.C./PROPN .", "at Washington USA"},
		{"", "They met in the Soviet/PROPN Union/PROPN .", "at Soviet Union RUS"},
	} {
		var in *Setting
		if c.context != "" {
			in = p.Context([]language.Sentence{*sentence(c.context)})
		}
		if got := show(p.Find(sentence(c.text), in)); got != c.want {
			t.Errorf("%s %s\n got %s\nwant %s", c.context, c.text, got, c.want)
		}
	}
}

func TestSpanAndPosition(t *testing.T) {
	s := sentence("Später they met in Šiauliai/PROPN .")
	found := places(t).Find(s, nil)
	if len(found) != 1 {
		t.Fatalf("found %v", found)
	}
	p := found[0].Place
	if p.Text != "Šiauliai" || p.Span.Start() != 19 || p.Span.End() != 27 {
		t.Errorf("%q at %v", p.Text, p.Span)
	}
	if p.Lat == nil || *p.Lat < 55.5 || *p.Lat > 56.5 || *p.Lon < 23 || *p.Lon > 24 {
		t.Errorf("position %v, %v", p.Lat, p.Lon)
	}
}
