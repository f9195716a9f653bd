package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// labelled returns words with the labels of a line such as "B-PER I-PER O".
func labelled(labels string) []Word {
	var words []Word
	for label := range strings.FieldsSeq(labels) {
		words = append(words, Word{Name: label})
	}
	return words
}

func TestNames(t *testing.T) {
	tests := []struct {
		name, gold, system string
		all                Count
		types              map[string]Count
	}{
		{
			"found", "O B-PER I-PER O B-LOC", "O B-PER I-PER O B-LOC",
			Count{2, 2, 2},
			map[string]Count{"PER": {1, 1, 1}, "LOC": {1, 1, 1}},
		},
		{
			"too long", "O B-PER I-PER O", "B-PER I-PER I-PER O",
			Count{1, 1, 0},
			map[string]Count{"PER": {1, 1, 0}},
		},
		{
			"cut in two", "B-ORG I-ORG", "B-ORG B-ORG",
			Count{1, 2, 0},
			map[string]Count{"ORG": {1, 2, 0}},
		},
		{
			"of another type", "B-ORG O", "B-LOC O",
			Count{1, 1, 0},
			map[string]Count{"ORG": {1, 0, 0}, "LOC": {0, 1, 0}},
		},
		{
			"a label I that continues nothing begins a name", "B-PER B-LOC", "I-PER I-LOC",
			Count{2, 2, 2},
			map[string]Count{"PER": {1, 1, 1}, "LOC": {1, 1, 1}},
		},
		{
			"no names: O, nothing, labels without a position", "O _ PER -", "O O O O",
			Count{},
			map[string]Count{},
		},
	}
	for _, test := range tests {
		var s NameScore
		s.Add(labelled(test.gold), labelled(test.system))
		want := NameScore{Sentences: 1, All: test.all, Types: test.types}
		if diff := cmp.Diff(want, s); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}
