package neural

import (
	"math/rand/v2"
	"testing"
)

// bestByTrying is the score of the best tree with one root, found by trying all.
func bestByTrying(scores []float32, n, width int) float32 {
	heads := make([]int32, n)
	best := float32(-1e30)
	var try func(d int)
	try = func(d int) {
		if d == n {
			if oneRoot(heads) {
				best = max(best, total(scores, n, width, heads))
			}
			return
		}
		for h := range n {
			if h != d {
				heads[d] = int32(h)
				try(d + 1)
			}
		}
	}
	heads[0] = -1
	try(1)
	return best
}

func total(scores []float32, n, width int, heads []int32) float32 {
	sum := float32(0)
	for d := 1; d < n; d++ {
		sum += scores[d*width+int(heads[d])]
	}
	return sum
}

func oneRoot(heads []int32) bool {
	roots := 0
	for d := 1; d < len(heads); d++ {
		at, steps := int32(d), 0
		for at > 0 && steps <= len(heads) {
			at = heads[at]
			steps++
		}
		if at != 0 {
			return false
		}
		if heads[d] == 0 {
			roots++
		}
	}
	return roots == 1
}

func TestHeads(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	var work Tree
	for range 300 {
		n := 2 + r.IntN(5)
		width := n + r.IntN(3)
		scores := make([]float32, n*width)
		for i := range scores {
			scores[i] = float32(r.NormFloat64())
		}
		heads := make([]int32, n)
		work.Heads(scores, n, width, heads)
		if !oneRoot(heads) {
			t.Fatalf("%v is no tree with one root", heads)
		}
		if got, want := total(scores, n, width, heads), bestByTrying(scores, n, width); got < want-1e-3 {
			t.Fatalf("%d words: the tree %v scores %v, the best one %v", n-1, heads, got, want)
		}
	}
}

// TestHeadsOfLongSentences finds trees where there are many cycles.
func TestHeadsOfLongSentences(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	var work Tree
	for range 20 {
		n := 40 + r.IntN(80)
		scores := make([]float32, n*n)
		for i := range scores {
			scores[i] = float32(r.NormFloat64())
		}
		heads := make([]int32, n)
		work.Heads(scores, n, n, heads)
		if !oneRoot(heads) {
			t.Fatalf("%v is no tree with one root", heads)
		}
	}
}
