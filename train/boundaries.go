package train

import (
	"math/rand/v2"
	"unicode"

	"annals/eval"
	"annals/language/token"
)

// How the ends of sentences are learned, chosen by five folds of the training texts.
const (
	boundaryPasses = 6  // how often the texts are read
	boundaryMargin = 10 // by how much a score must be right to be left as it is
	perceptrons    = 5
)

// gap is a gap in a text with what is seen there and whether a sentence ends.
type gap struct {
	evidence token.Evidence
	ends     bool
}

// Boundaries learns from texts where sentences end: averaged perceptrons with a margin over
// the gaps where the rules are not sure, which differ in the order of what they read; what is
// kept is the mean of them all. Few passes and a small margin, since annotators differ: more
// of either learns their slips.
func Boundaries(lex *token.Lexicon, texts []*eval.RawText, seed uint64) *token.Boundaries {
	var gaps []gap
	for _, t := range texts {
		gaps = append(gaps, gapsOf(lex, t)...)
	}
	sums := make([]int64, token.WeightCount)
	for i := range uint64(perceptrons) {
		perceptron(gaps, rand.New(rand.NewPCG(seed+i, 5)), sums)
	}
	return token.NewBoundaries(shrunk(sums, int64(perceptrons*boundaryPasses*len(gaps))))
}

// perceptron adds the weights of one perceptron, summed over its steps, to sums.
func perceptron(gaps []gap, random *rand.Rand, sums []int64) {
	weights := make([]int32, token.WeightCount)
	left := int64(boundaryPasses * len(gaps))
	for range boundaryPasses {
		for _, i := range random.Perm(len(gaps)) {
			g := &gaps[i]
			score := int32(0)
			for _, at := range g.evidence {
				score += weights[at]
			}
			step := int32(1)
			if !g.ends {
				step, score = -1, -score
			}
			if score <= boundaryMargin {
				for _, at := range g.evidence {
					weights[at] += step
					sums[at] += int64(step) * left
				}
			}
			left--
		}
	}
}

// shrunk brings mean weights into eight bits.
func shrunk(sums []int64, of int64) []int8 {
	const scale = 8 // steps of a unit of weight
	out := make([]int8, len(sums))
	for i, s := range sums {
		out[i] = int8(max(-127, min(127, (s*scale+of/2)/of)))
	}
	return out
}

// gapsOf returns the gaps of a text where the rules are not sure.
func gapsOf(lex *token.Lexicon, t *eval.RawText) []gap {
	ends := map[int]bool{} // by letters, white space not counted
	for _, s := range t.Gold.Sentences {
		ends[s.End()] = true
	}
	letters, at := 0, 0
	var out []gap
	token.Learn(lex, t.Text, func(end int, e *token.Evidence) bool {
		for _, r := range t.Text[at:end] {
			if !unicode.IsSpace(r) {
				letters++
			}
		}
		at = end
		out = append(out, gap{*e, ends[letters]})
		return ends[letters]
	})
	return out
}
