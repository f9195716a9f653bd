package main

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"

	"annals/language/conllu"
)

// TestDocuments wants batches to end where documents do, if the file says where.
func TestDocuments(t *testing.T) {
	broken := errors.New("broken")
	tests := []struct {
		name   string
		counts []int // sentences of each document
		said   bool  // whether the file says where they begin
		err    error
		want   []int
	}{
		{"nothing", nil, true, nil, nil},
		{"one document", []int{7}, true, nil, []int{7}},
		{"short documents together", []int{100, 100, 100, 50}, true, nil, []int{300, 50}},
		{"a long document whole", []int{readTogether + 50, 3}, true, nil, []int{readTogether + 50, 3}},
		{"a book in parts", []int{longestDocument + 5}, true, nil, []int{longestDocument, 5}},
		{"no documents", []int{readTogether + 50}, false, nil, []int{readTogether, 50}},
		{"what was read before an error", []int{7}, true, broken, []int{7}},
	}
	for _, test := range tests {
		var got []int
		var last error
		for some, err := range documents(sentencesOf(test.counts, test.said, test.err)) {
			got, last = append(got, len(some)), err
		}
		if !slices.Equal(got, test.want) || !errors.Is(last, test.err) {
			t.Errorf("%s: %v and %v, want %v and %v", test.name, got, last, test.want, test.err)
		}
	}
}

func sentencesOf(counts []int, said bool, err error) iter.Seq2[*conllu.Sentence, error] {
	return func(yield func(*conllu.Sentence, error) bool) {
		for document, n := range counts {
			for i := range n {
				s := &conllu.Sentence{}
				if i == 0 && said {
					s.Comments = []string{fmt.Sprintf("# newdoc id = %d", document)}
				}
				if !yield(s, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(nil, err)
		}
	}
}

func TestBeginsDocument(t *testing.T) {
	for comment, want := range map[string]bool{
		"# newdoc": true, "# newdoc id = a": true, "#newdoc id = a": true, "# newdocument": false, "# newpar": false, "# text = newdoc": false,
	} {
		if got := beginsDocument(&conllu.Sentence{Comments: []string{"# sent_id = 1", comment}}); got != want {
			t.Errorf("%q: %v", comment, got)
		}
	}
}
