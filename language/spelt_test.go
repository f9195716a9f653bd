package language

import (
	"strings"
	"testing"
	"testing/fstest"

	"annals"
	"annals/datafile"
)

func TestSpelt(t *testing.T) {
	spelt, err := newSpelt(englishFiles, "en/endings.tsv", "en/interjections.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct{ form, upos, rel, want string }{
		// Names of files are nouns, but for the last word of a long one.
		{"Budget.xls", "PROPN", "root", "NOUN NN"},
		{"map_north.JPG", "X", "appos", "NOUN NN"},
		{"Plan.doc", "X", "flat", "X ?"},
		// Addresses are proper nouns.
		{"lake.example.org", "NOUN", "obl", "PROPN ADD lake.example.org"},
		{"ana@example.org", "NOUN", "obl", "PROPN ADD ana@example.org"},
		{"#harbours", "VERB", "obj", "PROPN ADD #harbours"},
		{"http://example.org/list.html", "PROPN", "obj", "PROPN ?"},
		{"ana@example.org", "X", "list", "X ?"},
		{"end.Then", "NOUN", "obj", "NOUN ?"},
		{"and/or", "CCONJ", "cc", "CCONJ ?"},
		{"either,com", "NOUN", "obj", "NOUN ?"},
		{".com", "NOUN", "obj", "NOUN ?"},
		{"etc.", "NOUN", "conj", "NOUN ?"},
		// Interjections, also drawn out.
		{"Plz", "PROPN", "nsubj", "INTJ UH please"},
		{"yikessss", "NOUN", "root", "INTJ UH yikes"},
		{"Hahahaaa", "PROPN", "root", "INTJ UH hahaha"},
		{"um", "NOUN", "root", "INTJ UH um"},
		{"ummm", "NOUN", "root", "INTJ UH um"},
		{"Um", "PROPN", "compound", "PROPN ?"},
		{"ER", "NOUN", "obl", "NOUN ?"},
		{"pools", "NOUN", "obj", "NOUN ?"},
		{"ooh-la", "NOUN", "obj", "NOUN ?"},
	}
	for _, test := range tests {
		token := Token{Form: test.form, UPOS: test.upos, XPOS: "?", Rel: test.rel}
		spelt.correct(&token)
		if got := strings.TrimSpace(token.UPOS + " " + token.XPOS + " " + token.Lemma); got != test.want {
			t.Errorf("%s as %s, %s: %s, want %s", test.form, test.upos, test.rel, got, test.want)
		}
	}
}

func TestSpeltErrors(t *testing.T) {
	good := fstest.MapFS{
		"endings.tsv":       {Data: []byte("ending\tkind\ncom\thost\n")},
		"interjections.tsv": {Data: []byte("word\tlemma\tcapitals\nyay\tyay\tyes\n")},
	}
	if _, err := newSpelt(good, "endings.tsv", "interjections.tsv"); err != nil {
		t.Fatal(err)
	}
	for name, test := range map[string]struct{ text, want string }{
		"endings.tsv":       {"ending\tkind\ncom\thost\nlake\twater\n", "endings.tsv:3"},
		"interjections.tsv": {"word\tlemma\tcapitals\nyay\tyay\tsometimes\n", "interjections.tsv:2"},
	} {
		files := fstest.MapFS{"endings.tsv": good["endings.tsv"], "interjections.tsv": good["interjections.tsv"]}
		files[name] = &fstest.MapFile{Data: []byte(test.text)}
		if _, err := newSpelt(files, "endings.tsv", "interjections.tsv"); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("a bad %s: error %v", name, err)
		}
		delete(files, name)
		if _, err := newSpelt(files, "endings.tsv", "interjections.tsv"); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("no %s: error %v", name, err)
		}
	}
}

func TestDropInterjections(t *testing.T) {
	spelt, err := newSpelt(englishFiles, "en/endings.tsv", "en/interjections.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r := testReader(t)
	r.spelt = spelt
	want := "Ana Lima PER; ; Um Ruwaba LOC"
	if got := settled(t, r, []string{"Plz/PER:5 Ana/I-PER:5 Lima/I-PER:5", "Yikes/ORG:5", "Um/LOC:5 Ruwaba/I-LOC:5"}); got != want {
		t.Errorf("names: %s, want %s", got, want)
	}
}

func FuzzSpelt(f *testing.F) {
	for _, form := range []string{"a.doc", "www.example.org", "plzzzz", "@", ".", "é.com", ""} {
		f.Add(form)
	}
	spelt, err := newSpelt(englishFiles, "en/endings.tsv", "en/interjections.tsv")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, form string) {
		token := Token{Form: form, UPOS: "NOUN", XPOS: "NN"}
		spelt.correct(&token)
		if token.UPOS != "NOUN" && token.UPOS != "PROPN" && token.UPOS != "INTJ" {
			t.Errorf("%q becomes %s", form, token.UPOS)
		}
	})
}

// TestSpeltExamples runs every EXAMPLE of the two tables: words with the tags that the reader
// must give them.
func TestSpeltExamples(t *testing.T) {
	reader, err := English()
	if err != nil {
		t.Fatal(err)
	}
	for name, columns := range map[string][]string{"en/endings.tsv": {"ending", "kind"}, "en/interjections.tsv": {"word", "lemma", "capitals"}} {
		table, err := datafile.Read(englishFiles, name, columns...)
		if err != nil {
			t.Fatal(err)
		}
		examples := 0
		for _, row := range table.Rows {
			for _, e := range row.Examples {
				examples++
				tagged := ""
				for _, s := range reader.Read(&annals.Document{Text: e.Sentence}) {
					for _, token := range s.Tokens {
						tagged += " " + token.Form + "/" + token.UPOS
					}
				}
				for want := range strings.FieldsSeq(e.Expect) {
					if !strings.Contains(tagged+" ", " "+want+" ") {
						t.Errorf("%s:%d: %q is read as%s, without %s", name, e.Line, e.Sentence, tagged, want)
					}
				}
			}
		}
		if examples == 0 {
			t.Errorf("%s has no EXAMPLE", name)
		}
	}
}
