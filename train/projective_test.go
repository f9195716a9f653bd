package train

import (
	"slices"
	"testing"

	"annals/language/linear"
)

func TestProjective(t *testing.T) {
	tests := []struct {
		name        string
		heads, want []int
	}{
		{"projective", []int{1, -1, 1, 4, 1}, []int{1, -1, 1, 4, 1}},
		{"a crossing arc is lifted", []int{-1, 0, 0, 1}, []int{-1, 0, 0, 0}},
		{"until none crosses", []int{-1, 3, 0, 0, 1}, []int{-1, 0, 0, 0, 0}},
		{"empty", nil, []int{}},
	}
	for _, test := range tests {
		if got := projective(test.heads); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

// TestOracle follows the cheapest actions on trees: without mistakes they lead
// to the tree itself, whatever it is.
func TestOracle(t *testing.T) {
	rels := []string{"root", "a", "b"}
	parser := &linear.Parser{Relations: rels}
	trees := [][]int{{-1}, {1, -1}, {-1, 0, 0}, {1, 3, 1, -1, 5, 3}, {-1, 0, 1, 2, 3}, {4, 0, 1, 2, -1}, {2, 2, -1, 2, 3, 2, 5}}
	for _, heads := range trees {
		gold := tree{}
		for i, h := range heads {
			rel := uint8(1 + i%2)
			if h < 0 {
				h, rel = len(heads), 0
			}
			gold.heads = append(gold.heads, int32(h))
			gold.rels = append(gold.rels, rel)
		}
		var s linear.Scratch
		s.Load(len(heads), func(int) string { return "w" })
		l := parseLearner{model: parser, scores: make([]int32, parser.Actions())}
		st := s.State()
		st.Reset(len(heads))
		for !st.Done() {
			action, forced := parser.Forced(st)
			if !forced {
				if c := gold.oracle(st); min(c.shift, c.left, c.right) != 0 {
					t.Fatalf("%v: all actions cost something after stack %v, next %d", heads, st.Stack, st.Next)
				}
				action = l.correct(st, gold, -1)
			}
			parser.Do(st, action)
		}
		if !slices.Equal(st.Heads, gold.heads) || !slices.Equal(st.Rels, gold.rels) {
			t.Errorf("%v: got heads %v and relations %v, want %v and %v", heads, st.Heads, st.Rels, gold.heads, gold.rels)
		}
	}
}
