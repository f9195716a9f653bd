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
		upos, lemma, las, named float64 // at least, in percent
	}{
		{"en_ewt-dev.conllu.gz", 96.3, 97.3, 87.4, 73.4},
		{"en_gum-open-dev.conllu.gz", 97.4, 98.3, 88.8, 0},
	}
	for _, test := range tests {
		all, err := train.ReadTreebank(data + "treebanks/" + test.file)
		if err != nil {
			t.Fatal(err)
		}
		train.Mark(all, names)
		s := train.Measure(&train.Models{Network: r.models.Network, Lemmas: r.models.Lemmas}, all)
		t.Logf("%s: %s", test.file, s)
		for _, check := range []struct {
			what      string
			got, want float64
		}{
			{"UPOS", eval.Percent(s.Trees.UPOS, s.Trees.Words), test.upos},
			{"LEMMA", eval.Percent(s.Trees.Lemma, s.Trees.Words), test.lemma},
			{"LAS", eval.Percent(s.Trees.Relation, s.Trees.Words), test.las},
			{"names F1", s.Names.All.F1(), test.named},
		} {
			if check.got < check.want {
				t.Errorf("%s: %s %.2f, want at least %.2f", strings.TrimSuffix(test.file, ".conllu.gz"), check.what, check.got, check.want)
			}
		}
	}
}
