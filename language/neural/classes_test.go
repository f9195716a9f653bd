package neural

import (
	"strings"
	"testing"

	"annals/language/index"
)

func TestClasses(t *testing.T) {
	lexicon := Lexicon{}
	for _, row := range [][2]string{{"planned", "past adjective"}, {"plan", "noun verb"}, {"oslo", "name"}} {
		if err := lexicon.Add(row[0], row[1]); err != nil {
			t.Fatal(err)
		}
	}
	words := []string{"plan", "planned", "of"}
	classes, err := NewClasses(lexicon, words)
	if err != nil {
		t.Fatal(err)
	}
	var hashes []uint64
	for _, w := range words {
		hashes = append(hashes, index.Hash(w))
	}
	v := &Vocabulary{Vectors: index.New(hashes, 1), Classes: classes, Subwords: 16}
	var l Look
	forms := strings.Fields("Plan of planned Oslo")
	v.Words(&l, forms)
	const noun, verb, past, adjective = firstClass, firstClass << 2, firstClass << 4, firstClass << 6
	want := []Mark{noun | verb, unlisted, past | adjective, strange} // "Oslo" has no vector, and so no classes
	of := strange | unlisted | (Mark(1)<<len(wordClasses)-1)*firstClass
	for i := range want {
		if got := l.Words[i].Marks & of; got != want[i] {
			t.Errorf("classes of %s: %b, want %b", forms[i], got, want[i])
		}
	}
}

func TestClassesWithoutLexicon(t *testing.T) {
	classes, err := NewClasses(nil, []string{"plan"})
	if err != nil || classes.of(1) != 0 || classes.check(2) != nil {
		t.Errorf("classes %v, error %v", classes, err)
	}
}

func TestClassErrors(t *testing.T) {
	if err := (Lexicon{}).Add("plan", "noun gender"); err == nil || !strings.Contains(err.Error(), `"gender" is none of noun`) {
		t.Errorf("an unknown class: error %v", err)
	}
	for _, c := range []struct {
		classes Classes
		want    string
	}{
		{Classes{Sets: []Mark{0}, Rows: "\x00\x00"}, "classes of 2 words, but 3 are needed"},
		{Classes{Sets: []Mark{0}, Rows: "\x00\x00\x01"}, "word 2 has the set of classes 1 of 1"},
		{Classes{Sets: []Mark{1 << 31}, Rows: "\x00\x00\x00"}, "mark 32 of"},
	} {
		if err := c.classes.check(3); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v", c.classes, err)
		}
	}
}
