package language

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"annals/datafile"
	"annals/gazetteer"
	"annals/language/lemma"
)

// testReader returns a reader that knows some names and has no models.
func testReader(t *testing.T) *Reader {
	t.Helper()
	table := "name\tkind\nUnited Nations\tORG\nNATO\tORG\nJudge\ttitle\nKing\ttitle\nOhio\tregion\nKenya\tregion\nOH\tregion\n"
	known, err := newKnown(fstest.MapFS{"known.tsv": {Data: []byte(table)}}, "known.tsv", strings.Fields)
	if err != nil {
		t.Fatal(err)
	}
	labels := []label{{}, {person, false}, {person, true}, {organization, false}, {organization, true}, {location, false}, {location, true}}
	return &Reader{labels: labels, names: known, classes: englishClasses()}
}

// scored is what a network might say of "word/PER:2.5": the label B-PER is by 2.5
// better than none, and all others are out of the question; "word" is no name.
func scored(t *testing.T, r *Reader, text string) (Sentence, []float32) {
	t.Helper()
	var s Sentence
	var scores []float32
	for word := range strings.FieldsSeq(text) {
		form, said, _ := strings.Cut(word, "/")
		row := []float32{0, -9, -9, -9, -9, -9, -9}
		for _, one := range strings.FieldsFunc(said, func(c rune) bool { return c == '|' }) {
			kind, number, _ := strings.Cut(one, ":")
			inside := strings.HasPrefix(kind, "I-")
			at := slices.Index(r.labels, label{strings.TrimPrefix(kind, "I-"), inside})
			if at < 0 {
				t.Fatalf("no label %q", kind)
			}
			row[at] = map[string]float32{"5": 5, "3": 3, "1": 1, "-1": -1, "-2": -2, "-4": -4}[number]
		}
		upos, xpos := "NOUN", "NN"
		switch {
		case isCapitalised(form):
			upos, xpos = "PROPN", "NNP"
		case form == "of":
			upos, xpos = "ADP", "IN"
		}
		s.Tokens = append(s.Tokens, Token{Form: form, Lemma: form, UPOS: upos, XPOS: xpos, Head: Root})
		scores = append(scores, row...)
	}
	return s, scores
}

// settled settles the names of one document, whose sentences are written as for scored, and
// shows them.
func settled(t *testing.T, r *Reader, texts []string) string {
	t.Helper()
	var w naming
	var sentences []Sentence
	for i, text := range texts {
		s, scores := scored(t, r, text)
		s.Index = i
		sentences, w.scores = append(sentences, s), append(w.scores, scores...)
	}
	r.settle(sentences, &w)
	var out []string
	for i := range sentences {
		out = append(out, shown(&sentences[i]))
	}
	return strings.Join(out, "; ")
}

// shown writes the names of a sentence as "[Ana Lima PER]".
func shown(s *Sentence) string {
	var out []string
	for i := 0; i < len(s.Tokens); {
		end := i + 1
		if s.Tokens[i].Name != "" {
			end = nameEnd(s.Tokens, i)
			var forms []string
			for _, t := range s.Tokens[i:end] {
				forms = append(forms, t.Form)
			}
			out = append(out, strings.Join(forms, " ")+" "+s.Tokens[i].Name)
		}
		i = end
	}
	return strings.Join(out, ", ")
}

func TestSettle(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		name      string
		sentences []string
		want      string
	}{
		{"what is sure in two places is a name in the third", []string{"Zelkova/ORG:3 grew", "Zelkova/ORG:3 paid", "sold Zelkova/ORG:-1"}, "Zelkova ORG; Zelkova ORG; Zelkova ORG"},
		{"an unsure kind follows a sure one", []string{"near Tarn/LOC:3", "saw Tarn/LOC:-1|PER:1"}, "Tarn LOC; Tarn LOC"},
		{"a surname follows the full name", []string{"Ana/PER:3 Tarn/I-PER:3 left", "saw Tarn/PER:-1|LOC:1"}, "Ana Tarn PER; Tarn PER"},
		{"what is no name elsewhere is none here", []string{"the Board/ORG:-4 met", "the Board/ORG:-4 sat", "a Board/ORG:1"}, "; ; "},
		{"what is sure stays", []string{"in May/PER:-4", "in May/PER:-4", "Ana/PER:5 May/I-PER:5 left"}, "; ; Ana May PER"},
		{"words in lower case share nothing", []string{"near tarn/LOC:3", "a tarn/LOC:-1"}, "tarn LOC; "},
		{"a single sentence stays as it is", []string{"Zelkova/ORG:1 grew Zelkova/ORG:-1"}, "Zelkova ORG"},
		{"organizations of the table", []string{"the United/ORG:-2 Nations/I-ORG:-2 met"}, "United Nations ORG"},
		{"but not against all evidence", []string{"the NATO met"}, ""},
		{"nor where all is in capitals", []string{"THE NATO/ORG:-2 MET"}, ""},
		{"a person behind a title", []string{"then Judge Tarn/PER:-2 Bly/I-PER:-2 sat"}, "Tarn Bly PER"},
		{"but no weekday", []string{"the Judge Tuesday/PER:-2 sat"}, ""},
		{"in whatever letters it is printed", []string{"saw Tarn/LOC:3", "in TARN/LOC:-1"}, "Tarn LOC; TARN LOC"},
		{"a country in lower case, if it is no noun", []string{"in kenya/LOC:-2 now"}, ""},
	}
	for _, test := range tests {
		if got := settled(t, r, test.sentences); got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// TestSettleDocuments wants documents to be read apart: a sentence whose index is 0
// begins one.
func TestSettleDocuments(t *testing.T) {
	r := testReader(t)
	var sentences []Sentence
	var w naming
	for _, text := range []string{"near Tarn/LOC:3", "saw Tarn/LOC:-1|PER:1"} {
		s, scores := scored(t, r, text)
		sentences, w.scores = append(sentences, s), append(w.scores, scores...)
	}
	r.settle(sentences, &w)
	if got := shown(&sentences[1]); got != "Tarn PER" {
		t.Errorf("the name of another document counts: %s", got)
	}
}

// named makes a sentence of words with labels: "Ana/B-PER".
func named(text string) *Sentence {
	s := &Sentence{}
	for word := range strings.FieldsSeq(text) {
		form, label, _ := strings.Cut(word, "_")
		position, kind, _ := strings.Cut(label, "-")
		xpos := "NN"
		switch {
		case form == "'s":
			xpos = "POS"
		case isCapitalised(form):
			xpos = "NNP"
		}
		s.Tokens = append(s.Tokens, Token{Form: form, XPOS: xpos, Name: kind, Inside: position == "I", Head: Root})
	}
	return s
}

func TestNameEnds(t *testing.T) {
	r := testReader(t)
	ends := func(s *Sentence) {
		r.dropBare(s.Tokens)
		r.cutPlaces(s.Tokens)
		s.closeEnds()
		s.joinListed()
		s.keepPossessive()
	}
	tests := []struct{ text, want string }{
		{"in Springfield_B-LOC Ohio_I-LOC now", "Springfield LOC, Ohio LOC"},
		{"in Springfield_B-LOC OH_I-LOC", "Springfield LOC, OH LOC"},
		{"in springfield_B-LOC ohio_I-LOC", "springfield LOC, ohio LOC"},
		{"in Southern_B-LOC Ohio_I-LOC", "Southern Ohio LOC"},
		{"the Bank_B-LOC of_I-LOC Kenya_I-LOC", "Bank of Kenya LOC"},
		{"the Springfield_B-ORG Ohio_I-ORG", "Springfield Ohio ORG"},
		{`to " Lima_B-PER , Ana_B-PER " <`, "Lima , Ana PER"},
		{`to " Lima , Ana_B-PER Maria_I-PER "`, "Lima , Ana Maria PER"},
		{"Lima_B-PER , Ana_B-PER < lima", "Lima , Ana PER"},
		{"saw Lima_B-PER , Ana_B-PER and Bo_B-PER", "Lima PER, Ana PER, Bo PER"},
		{`" Lima_B-LOC , Peru_B-LOC "`, "Lima LOC, Peru LOC"},
		{"ate at Bly_B-LOC 's yesterday", "Bly 's LOC"},
		{"Judge_B-PER Bly_B-PER sat", "Bly PER"},
		{"Judge_B-PER Ana_I-PER Bly_I-PER sat", "Ana Bly PER"},
		{"the Congress_B-ORG of_I-ORG Peru_B-LOC sat", "Congress of Peru ORG"},
		{"the Guild_B-ORG of_I-ORG the_I-ORG sea", "Guild ORG"},
		{"in Lima_B-LOC and_I-LOC Oslo_B-LOC", "Lima LOC, Oslo LOC"},
		{"saw King_B-PER yesterday", "King PER"},
		{"The_B-ORG Bly_B-ORG Trust_I-ORG", "The Bly Trust ORG"},
		{"The_B-ORG Bly_B-LOC", "Bly LOC"},
	}
	for _, test := range tests {
		s := named(test.text)
		ends(s)
		if got := shown(s); got != test.want {
			t.Errorf("%s: %s, want %s", test.text, got, test.want)
		}
	}
	s := named("met Kenyan_B-ORG Foreign_I-ORG Minister Bly_B-PER")
	for i, rel := range []string{"root", "amod", "amod", "nmod:desc", "obj"} {
		s.Tokens[i].Rel, s.Tokens[i].Head = rel, 4
	}
	s.Tokens[1].UPOS, s.Tokens[2].UPOS, s.Tokens[2].Head = "ADJ", "ADJ", 3
	if s.dropAdjectives(); shown(s) != "Bly PER" {
		t.Errorf("adjectives before a title are a name: %s", shown(s))
	}
	s = named("ate Bly_B-LOC 's cake")
	s.Tokens[1].Head, s.Tokens[1].Rel = 3, "nmod:poss"
	if s.keepPossessive(); shown(s) != "Bly LOC" {
		t.Errorf("a possessive mark that possesses is in the name: %s", shown(s))
	}
}

func TestCapitalise(t *testing.T) {
	classes := testReader(t).classes
	for _, test := range []struct{ form, xpos, kind, want string }{
		{"kenya", "NNP", location, "Kenya"},
		{"lima", "NNP", person, "Lima"},
		{"bin", "NNP", person, "bin"},
		{"kenya", "NN", location, "kenya"},
		{"acme", "NNP", organization, "acme"},
		{"Kenya", "NNP", location, "Kenya"},
		{"", "NNP", location, ""},
	} {
		token := Token{Form: test.form, Lemma: test.form, XPOS: test.xpos, Name: test.kind}
		if classes.capitalise(&token); token.Lemma != test.want {
			t.Errorf("%s as %s in %s: %s, want %s", test.form, test.xpos, test.kind, token.Lemma, test.want)
		}
	}
}

func TestKnownErrors(t *testing.T) {
	for data, want := range map[string]string{"name\n": "a.tsv:1", "name\tkind\nAcme\tfirm\n": "a.tsv:2"} {
		if _, err := newKnown(fstest.MapFS{"a.tsv": {Data: []byte(data)}}, "a.tsv", strings.Fields); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
}

// TestKnownOrganizations holds that the organizations of the table are still such in
// the gazetteer.
func TestKnownOrganizations(t *testing.T) {
	table, err := datafile.Read(os.DirFS("en"), "known.tsv", "name", "kind")
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range table.Rows {
		if row.Get("kind") != "ORG" {
			continue
		}
		words := strings.Fields(row.Get("name"))
		_, n := g.Longest(func(i int) string {
			if i < len(words) {
				return words[i]
			}
			return ""
		})
		if n == 0 {
			t.Errorf("the gazetteer does not know %s", row.Get("name"))
		}
	}
}

// TestProper holds that nouns with a capital are proper nouns where they are in a name, that
// pronouns and verbs are where they are one by themselves, and that nothing else is.
func TestProper(t *testing.T) {
	r, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ form, name, upos, xpos, want string }{
		{"OECD", organization, "NOUN", "NN", "PROPN NNP OECD"},
		{"Chamber", organization, "NOUN", "NN", "PROPN NNP Chamber"},
		{"oecd", organization, "NOUN", "NN", "NOUN NN oecd"},
		{"Chamber", "", "NOUN", "NN", "NOUN NN chamber"},
		{"Elders", organization, "NOUN", "NNS", "PROPN NNPS Elder"},
		{"Elders", "", "NOUN", "NNS", "NOUN NNS elder"},
		{"WHO", organization, "PRON", "WP", "PROPN NNP WHO"},
		{"Banks", person, "VERB", "VBZ", "PROPN NNP Banks"},
		{"United", location, "VERB", "NNP", "VERB NNP Unite"},
		{"French", organization, "ADJ", "JJ", "ADJ JJ French"},
	} {
		tokens := []Token{{Form: c.form, Name: c.name, UPOS: c.upos, XPOS: c.xpos}}
		tokens[0].Lemma = r.lemma(c.form, c.xpos, lemma.TagOf(c.upos, c.xpos))
		r.proper(tokens)
		if got := strings.Join([]string{tokens[0].UPOS, tokens[0].XPOS, tokens[0].Lemma}, " "); got != c.want {
			t.Errorf("%s (%s, %s): %s, want %s", c.form, c.xpos, c.name, got, c.want)
		}
	}
}

func TestJoinFlat(t *testing.T) {
	r := testReader(t)
	tests := []struct {
		text string
		flat []int // tokens that the tree joins to the one before them
		want string
	}{
		{"saw Ana Lima_B-PER", []int{2}, "Ana Lima PER"},
		{"saw Ana_B-PER Lima now", []int{2}, "Ana Lima PER"},
		{"saw Ana_B-PER Maria Lima", []int{2, 3}, "Ana Maria Lima PER"},
		{"saw Ana_B-PER Lima_B-PER", []int{2}, "Ana Lima PER"},
		{"saw Ana_B-PER Lima_B-PER", nil, "Ana PER, Lima PER"},
		{"in Tarn_B-LOC Ohio_B-LOC", []int{2}, "Tarn LOC, Ohio LOC"},
		{"saw Ana_B-PER Lima_B-ORG", []int{2}, "Ana PER, Lima ORG"},
		{"saw Ana_B-PER lima", []int{2}, "Ana PER"},
		{"saw Ana Lima", []int{2}, ""},
		{"saw Judge Lima_B-PER", []int{2}, "Lima PER"},
	}
	for _, test := range tests {
		s := named(test.text)
		for _, i := range test.flat {
			s.Tokens[i].Head, s.Tokens[i].Rel = test.flat[0]-1, "flat"
		}
		if r.joinFlat(s); shown(s) != test.want {
			t.Errorf("%s, joined at %v: %s, want %s", test.text, test.flat, shown(s), test.want)
		}
	}
}
