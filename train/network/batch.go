package network

import (
	"cmp"
	"slices"
)

// batch is sentences side by side. Rows of matrices over a batch are in the
// order of time: first the first words of all sentences, then the second words;
// longer sentences come first, so that those that still go on at a time are the
// first ones.
type batch struct {
	examples []*Example
	going    []int // by time: how many sentences go on
	start    []int // by time: its first row
	rows     int
	first    []int // by sentence: its first row when the sentences come one after the other
	place    []int // by row: its row when the sentences come one after the other
	sentence []int // by row: its sentence
}

func newBatch(examples []*Example) *batch {
	b := &batch{examples: slices.Clone(examples)}
	slices.SortStableFunc(b.examples, func(x, y *Example) int { return cmp.Compare(len(y.Words), len(x.Words)) })
	n := 0
	for _, e := range b.examples {
		b.first = append(b.first, n)
		n += len(e.Words)
	}
	for t := range len(b.examples[0].Words) {
		b.start = append(b.start, b.rows)
		going := 0
		for s, e := range b.examples {
			if len(e.Words) <= t {
				break
			}
			going++
			b.place = append(b.place, b.first[s]+t)
			b.sentence = append(b.sentence, s)
		}
		b.going = append(b.going, going)
		b.rows += going
	}
	return b
}

// before returns the number of sentences that have a step before time t and the
// first row of that step. Backwards, "before" is the time after.
func (b *batch) before(t int, backwards bool) (n, row int) {
	switch {
	case backwards && t+1 < len(b.going):
		return b.going[t+1], b.start[t+1]
	case !backwards && t > 0:
		return b.going[t], b.start[t-1]
	}
	return 0, 0
}

// times yields the times in the order of reading.
func (b *batch) times(backwards bool) []int {
	out := make([]int, len(b.going))
	for i := range out {
		out[i] = i
		if backwards {
			out[i] = len(out) - 1 - i
		}
	}
	return out
}
