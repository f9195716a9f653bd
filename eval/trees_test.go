package eval

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// fled is "Envoys had fled to Ghent ." as a treebank has it.
func fled() []Word {
	return []Word{
		{Form: "Envoys", Lemma: "envoy", UPOS: "NOUN", XPOS: "NNS", Head: 2, Rel: "nsubj"},
		{Form: "had", Lemma: "have", UPOS: "AUX", XPOS: "VBD", Head: 2, Rel: "aux"},
		{Form: "fled", Lemma: "flee", UPOS: "VERB", XPOS: "VBN", Head: -1, Rel: "root"},
		{Form: "to", Lemma: "to", UPOS: "ADP", XPOS: "IN", Head: 4, Rel: "case"},
		{Form: "Ghent", Lemma: "Ghent", UPOS: "PROPN", XPOS: "NNP", Head: 2, Rel: "obl:to"},
		{Form: ".", Lemma: ".", UPOS: "PUNCT", XPOS: ".", Head: 2, Rel: "punct"},
	}
}

// TestTrees changes one word of a right answer and looks at what is lost.
func TestTrees(t *testing.T) {
	all := TreeScore{
		Sentences: 1, Words: 6, UPOS: 6, XPOS: 6, Lemma: 6, Head: 6, Relation: 6, Subtype: 6,
		Content: Count{3, 3, 3},
	}
	tests := []struct {
		name   string
		change func(words []Word)
		want   func(s *TreeScore)
	}{
		{"all right", func([]Word) {}, func(*TreeScore) {}},
		{
			"universal tag", func(w []Word) { w[1].UPOS = "VERB" },
			func(s *TreeScore) { s.UPOS = 5 },
		},
		{
			"Penn tag", func(w []Word) { w[2].XPOS = "VBD" },
			func(s *TreeScore) { s.XPOS = 5 },
		},
		{
			"lemmas tell case apart", func(w []Word) { w[4].Lemma = "ghent" },
			func(s *TreeScore) { s.Lemma = 5 },
		},
		{
			"a subtype counts for one figure alone", func(w []Word) { w[4].Rel = "obl" },
			func(s *TreeScore) { s.Subtype = 5 },
		},
		{
			"head of a content word", func(w []Word) { w[4].Head = 0 },
			func(s *TreeScore) { s.Head, s.Relation, s.Subtype, s.Content.Right = 5, 5, 5, 2 },
		},
		{
			"head of punctuation", func(w []Word) { w[5].Head = 0 },
			func(s *TreeScore) { s.Head, s.Relation, s.Subtype = 5, 5, 5 },
		},
		{
			"relation of a content word", func(w []Word) { w[0].Rel = "obj" },
			func(s *TreeScore) { s.Relation, s.Subtype, s.Content.Right = 5, 5, 2 },
		},
		{
			"a function word taken for a content word", func(w []Word) { w[1].Rel = "advmod" },
			func(s *TreeScore) { s.Relation, s.Subtype, s.Content.System = 5, 5, 4 },
		},
		{
			"a content word taken for a function word", func(w []Word) { w[0].Rel = "det" },
			func(s *TreeScore) { s.Relation, s.Subtype, s.Content = 5, 5, Count{3, 2, 2} },
		},
	}
	for _, test := range tests {
		system := fled()
		test.change(system)
		var got TreeScore
		got.Add(fled(), system)
		got.Relations = nil // see TestRelations
		want := all
		test.want(&want)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

// TestRelations counts two sentences: in the second the subject has become an
// object and the place hangs on it.
func TestRelations(t *testing.T) {
	wrong := fled()
	wrong[0].Rel, wrong[4].Head = "obj", 0
	var s TreeScore
	s.Add(fled(), fled())
	s.Add(fled(), wrong)
	want := map[string]Count{
		"nsubj": {2, 1, 1},
		"obj":   {0, 1, 0},
		"obl":   {2, 2, 1},
		"aux":   {2, 2, 2},
		"root":  {2, 2, 2},
		"case":  {2, 2, 2},
		"punct": {2, 2, 2},
	}
	if diff := cmp.Diff(want, s.Relations); diff != "" {
		t.Errorf("relations (-want +got):\n%s", diff)
	}
}

func TestCount(t *testing.T) {
	tests := []struct {
		count                 Count
		precision, recall, f1 float64
	}{
		{Count{4, 5, 2}, 40, 50, 400.0 / 9},
		{Count{4, 4, 4}, 100, 100, 100},
		{Count{3, 0, 0}, 0, 0, 0},
		{Count{}, 0, 0, 0},
	}
	for _, test := range tests {
		p, r, f := test.count.Precision(), test.count.Recall(), test.count.F1()
		if p != test.precision || r != test.recall || f != test.f1 {
			t.Errorf("%+v: P %v R %v F1 %v", test.count, p, r, f)
		}
	}
}
