package language

import (
	"os"
	"strings"
	"testing"

	"annals/train"
)

// TestDevelopmentScores holds the models to what they reached on every fifth
// sentence of the development parts of the treebanks, where those are there.
// README.md says what they reach on the whole.
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
		{"en_ewt-dev.conllu.gz", 94.8, 96.2, 81.4, 70},
		{"en_gum-open-dev.conllu.gz", 95.9, 97.6, 81.0, 0},
	}
	for _, test := range tests {
		all, err := train.ReadTreebank(data + "treebanks/" + test.file)
		if err != nil {
			t.Fatal(err)
		}
		train.Mark(all, names)
		var fifth []train.Sentence
		for i := 0; i < len(all); i += 5 {
			fifth = append(fifth, all[i])
		}
		s := train.Measure(r.models, fifth)
		t.Logf("%s: %s", test.file, s)
		share := func(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
		for _, check := range []struct {
			what      string
			got, want float64
		}{
			{"UPOS", share(s.UPOS, s.Tokens), test.upos},
			{"LEMMA", share(s.Lemma, s.Tokens), test.lemma},
			{"LAS", share(s.Relation, s.Tokens), test.las},
			{"names F1", share(2*s.Right, s.Named+s.Found), test.named},
		} {
			if check.got < check.want {
				t.Errorf("%s: %s %.2f, want at least %.2f", strings.TrimSuffix(test.file, ".conllu.gz"), check.what, check.got, check.want)
			}
		}
	}
}
