package language

import (
	"os"
	"strings"
	"testing"

	"annals/eval"
	"annals/train"
)

// TestDevelopmentScores holds the models to what they reached on the development
// parts of the treebanks, where those are there. README.md has the figures.
func TestDevelopmentScores(t *testing.T) {
	const data = "../../shared/data/"
	if _, err := os.Stat(data); err != nil {
		t.Skip("no treebanks beside the project: ", err)
	}
	names, err := train.ReadNames(data + "names/en_ewt-dev.iob2.gz")
	if err != nil {
		t.Fatal(err)
	}
	r := english(t)
	tests := []struct {
		file                    string
		upos, lemma, las, named float64 // at least, in percent; names of GUM are read off its entities
	}{
		{"en_ewt-dev.conllu.gz", 96.6, 97.6, 88.0, 79.8},
		{"en_gum-open-dev.conllu.gz", 97.5, 98.4, 89.3, 64},
	}
	for _, test := range tests {
		all, err := train.ReadTreebank(data + "treebanks/" + test.file)
		if err != nil {
			t.Fatal(err)
		}
		train.Mark(all, names)
		trees, named := readTreebank(r, all)
		for _, check := range []struct {
			what      string
			got, want float64
		}{
			{"UPOS", eval.Percent(trees.UPOS, trees.Words), test.upos},
			{"LEMMA", eval.Percent(trees.Lemma, trees.Words), test.lemma},
			{"LAS", eval.Percent(trees.Relation, trees.Words), test.las},
			{"names F1", named.All.F1(), test.named},
		} {
			t.Logf("%s: %s %.2f", test.file, check.what, check.got)
			if check.got < check.want {
				t.Errorf("%s: %s %.2f, want at least %.2f", strings.TrimSuffix(test.file, ".conllu.gz"), check.what, check.got, check.want)
			}
		}
	}
}

// readTreebank scores what a reader says of the documents of a treebank, whose
// sentences are called after them: "reviews-042-0003".
func readTreebank(r *Reader, gold []train.Sentence) (trees eval.TreeScore, names eval.NameScore) {
	read := make([]Sentence, len(gold))
	before := ""
	for i, g := range gold {
		document := g.ID[:strings.LastIndex(g.ID, "-")+1]
		if document == before {
			read[i].Index = read[i-1].Index + 1
		}
		before = document
		for _, t := range g.Tokens {
			read[i].Tokens = append(read[i].Tokens, Token{Form: t.Form})
		}
	}
	r.Annotate(read)
	for i, g := range gold {
		want, got := make([]eval.Word, len(g.Tokens)), make([]eval.Word, len(g.Tokens))
		for k, t := range g.Tokens {
			want[k] = eval.Word{Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Head: t.Head, Rel: t.Rel, Name: t.Name}
			a := &read[i].Tokens[k]
			got[k] = eval.Word{Form: t.Form, Lemma: a.Lemma, UPOS: a.UPOS, XPOS: a.XPOS, Head: a.Head, Rel: a.Rel, Name: nameLabel(a)}
		}
		trees.Add(want, got)
		if len(want) > 0 && want[0].Name != "" {
			names.Add(want, got)
		}
	}
	return trees, names
}

func nameLabel(t *Token) string {
	switch {
	case t.Name == "":
		return "O"
	case t.Inside:
		return "I-" + t.Name
	}
	return "B-" + t.Name
}
