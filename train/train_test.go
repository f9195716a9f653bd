package train

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/language/neural"
)

// small reads the treebank in testdata with its names.
func small(t *testing.T) []Sentence {
	t.Helper()
	sentences, err := ReadTreebank("testdata/small.conllu")
	if err != nil {
		t.Fatal(err)
	}
	names, err := ReadNames("testdata/small.iob2")
	if err != nil {
		t.Fatal(err)
	}
	if marked := Mark(sentences, names); marked != len(sentences)-1 {
		t.Fatalf("%d of %d sentences marked; one has no names", marked, len(sentences))
	}
	return sentences
}

// TestModels learns a handful of sentences by heart: the models must then read
// them as they stand in the treebank, and learning twice must give the same
// bytes.
func TestModels(t *testing.T) {
	vectors := &Vectors{Words: []string{"the", "in"}, Size: 4, Values: make([]int8, 12)}
	// Each sentence five times, so that rare words are learned too.
	var sentences []Sentence
	for range 5 {
		sentences = append(sentences, small(t)...)
	}
	learn := func(keep string) *Models {
		school := &School{
			Teachers: 1, TeacherEpochs: 10, TeacherUnits: 32, PupilEpochs: 110, PupilUnits: 64, BatchWords: 30, RawShare: 0.1, Vectors: vectors, Seed: 1, Keep: keep,
			Pupils: 2, Namers: 2, NamerUnits: 32, AnewEpochs: 110, Dev: [][]Sentence{small(t)},
			Raw: []RawText{{{"The", "ships", "left", "the", "harbour", "."}}}, Progress: func(string, string) {},
		}
		network, err := school.Train(sentences)
		if err != nil {
			t.Fatal(err)
		}
		return &Models{Network: network, Lemmas: Lemmas(sentences)}
	}
	folder := t.TempDir()
	once := file(t, learn(folder))
	if err := os.Remove(filepath.Join(folder, anewFile)); err != nil {
		t.Fatal(err)
	}
	if file(t, learn(folder)) != once { // teachers and pupils are taken up, the last learns once more
		t.Error("learning once more gives another network")
	}
	network, err := neural.Parse("once", once, nil)
	if err != nil {
		t.Fatal(err)
	}
	s := Measure(&Models{Network: network, Lemmas: Lemmas(sentences)}, small(t))
	trees, names := s.Trees, s.Names.All
	if trees.UPOS != trees.Words || trees.Lemma != trees.Words || trees.Subtype != trees.Words || trees.Words == 0 ||
		names.Right != names.Gold || names.System != names.Gold || names.Gold == 0 {
		t.Errorf("not learned by heart: %s", s)
	}
}

// file returns the bytes of the network's file.
func file(t *testing.T, m *Models) string {
	t.Helper()
	var out bytes.Buffer
	if _, err := m.Network.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestReadErrors(t *testing.T) {
	const row = "\tx\tx\tX\tX\t_\t"
	tests := []struct{ name, text, want string }{
		{"no head", "1" + row + "_\troot\t_\t_\n", ":1: word 1 has no head"},
		{"a head outside", "\n1" + row + "0\troot\t_\t_\n2" + row + "3\tx\t_\t_\n", ":2: word 2 has no head"},
		{"its own head", "1" + row + "1\troot\t_\t_\n", ":1: word 1 has no head"},
		{"no columns", "1\tx\n", ":1: 2 columns"},
	}
	for _, test := range tests {
		file := filepath.Join(t.TempDir(), "t.conllu")
		if err := os.WriteFile(file, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := ReadTreebank(file); err == nil || !strings.Contains(err.Error(), file+test.want) {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
	if _, err := ReadTreebank("testdata/absent.conllu.gz"); err == nil {
		t.Error("no error for a file that is not there")
	}
	if _, err := ReadNames("testdata/small.conllu"); err != nil {
		t.Errorf("CoNLL-U has enough columns for names: %v", err)
	}
}
