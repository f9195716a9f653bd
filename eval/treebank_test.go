package eval

import (
	"strings"
	"testing"

	"annals/language/conllu"
)

// tree writes a sentence in CoNLL-U of "form head" a line.
func tree(lines ...string) string {
	var out strings.Builder
	number := byte('0')
	for _, line := range lines {
		if line[0] != '#' {
			number++
			form, head, _ := strings.Cut(line, " ")
			line = string(number) + "\t" + form + "\t_\t_\t_\t_\t" + head + "\tdep\t_\t_"
		}
		out.WriteString(line + "\n")
	}
	return out.String() + "\n"
}

func read(t *testing.T, text string) *conllu.Sentence {
	t.Helper()
	var last *conllu.Sentence
	for s, err := range conllu.Read("f", strings.NewReader(text)) {
		if err != nil {
			t.Fatal(err)
		}
		last = s
	}
	return last
}

func TestWords(t *testing.T) {
	const text = "# sent_id = 1\n" +
		"1-2\tcannot\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"1\tRome\tRome\tPROPN\tNNP\t_\t2\tnsubj\t_\tNER=B-LOC|SpaceAfter=No\n" +
		"1.1\tit\t_\t_\t_\t_\t_\t_\t_\t_\n" +
		"2\tfell\tfall\tVERB\tVBD\t_\t0\troot\t_\t_\n"
	got, err := Words("f", read(t, text))
	if err != nil {
		t.Fatal(err)
	}
	want := []Word{
		{"Rome", "Rome", "PROPN", "NNP", 1, "nsubj", "B-LOC"},
		{"fell", "fall", "VERB", "VBD", -1, "root", ""},
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestWordsErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"no head", tree("# c", "It 2", "fell _"), `f:3: word 2 has no head within the sentence: "_"`},
		{"a head outside", tree("It 3", "fell 0"), `f:1: word 1 has no head within the sentence: "3"`},
		{"its own head", tree("It 1", "fell 0"), `f:1: word 1 has no head within the sentence: "1"`},
		{"in the second sentence", tree("Yes 0") + tree("It 2", "fell -1"), `f:4: word 2 has no head within the sentence: "-1"`},
		{"two roots", tree("It 0", "fell 0"), "f:2: word 2 is a second root, after word 1"},
		{"no root", tree("It 2", "fell 1"), "f:1: word 1 depends on itself by way of its head"},
		{"a circle beside the root", tree("It 2", "fell 0", "to 4", "Goths 3"), "f:3: word 3 depends on itself by way of its head"},
	}
	for _, test := range tests {
		if _, err := Words("f", read(t, test.text)); err == nil || err.Error() != test.want {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
}

func TestSameWords(t *testing.T) {
	gold := tree("# c", "It 2", "fell 0")
	tests := []struct{ name, system, want string }{
		{"other trees", tree("It 0", "fell 1"), ""},
		{"another word", tree("It 2", "rose 0"), `s:2: word 2 is "rose", but "fell" at g:3`},
		{"a word more", tree("It 2", "fell 0", ". 2"), "s:1: a sentence of 3 words, but of 2 at g:1"},
		{"a word less", tree("It 0"), "s:1: a sentence of 1 words, but of 2 at g:1"},
	}
	for _, test := range tests {
		got := ""
		if err := SameWords("g", read(t, gold), "s", read(t, test.system)); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("%s: got error %q, want %q", test.name, got, test.want)
		}
	}
}
