package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"annals/language/linear"
)

// Settings of the tagger.
const (
	tagTimes      = 4
	tagPasses     = 8
	tagMinUpdates = 3
	tagScale      = 2
	dictSeen      = 3    // a word gets into the dictionary when it was seen so often
	dictClosed    = 20   // and is closed when it was seen so often ...
	dictShare     = 0.02 // tags rarer than this among a word's do not count as one of its tags
)

// TagSet numbers the tags of the treebank, the most frequent first.
func TagSet(sentences []Sentence) []linear.Tag {
	counts := map[linear.Tag]int{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			counts[linear.Tag{UPOS: t.UPOS, XPOS: t.XPOS}]++
		}
	}
	tags := make([]linear.Tag, 0, len(counts))
	for tag := range counts {
		tags = append(tags, tag)
	}
	slices.SortFunc(tags, func(a, b linear.Tag) int {
		return cmp.Or(counts[b]-counts[a], cmp.Compare(a.UPOS, b.UPOS), cmp.Compare(a.XPOS, b.XPOS))
	})
	return tags[:min(len(tags), linear.Closed)]
}

// tagIndex is the inverse of the list of tags.
func tagIndex(tags []linear.Tag) map[linear.Tag]uint8 {
	index := map[linear.Tag]uint8{}
	for i, tag := range tags {
		index[tag] = uint8(i)
	}
	return index
}

// dictionary counts which tags the words take.
func dictionary(sentences []Sentence, tags []linear.Tag) *linear.Table {
	index := tagIndex(tags)
	counts := map[uint64][]int{}
	var keys []uint64
	var scratch linear.Scratch
	for _, s := range sentences {
		load(&scratch, s)
		for i, t := range s.Tokens {
			tag, ok := index[linear.Tag{UPOS: t.UPOS, XPOS: t.XPOS}]
			if !ok {
				continue
			}
			lower, exact := scratch.Words[i].DictKeys()
			for _, key := range [2]uint64{lower, exact} {
				if counts[key] == nil {
					counts[key] = make([]int, len(tags))
					keys = append(keys, key)
				}
				counts[key][tag]++
			}
		}
	}
	var rows []linear.Row
	for _, key := range keys {
		if cells := dictCells(counts[key]); cells != nil {
			rows = append(rows, linear.Row{Hash: key, Cells: cells})
		}
	}
	return linear.Build(rows)
}

// dictCells makes the dictionary entry of a word: its tags, with weight 0 for
// those too rare to count; nil for a word seen too seldom.
func dictCells(counts []int) []linear.Cell {
	total := 0
	for _, n := range counts {
		total += n
	}
	if total < dictSeen {
		return nil
	}
	var cells []linear.Cell
	if total >= dictClosed {
		cells = append(cells, linear.Cell{Class: linear.Closed})
	}
	for tag, n := range counts {
		if n == 0 {
			continue
		}
		weight := int8(0)
		if float64(n) > dictShare*float64(total) {
			weight = 1
		}
		cells = append(cells, linear.Cell{Class: uint8(tag), Weight: weight})
	}
	return cells
}

func load(scratch *linear.Scratch, s Sentence) {
	scratch.Load(len(s.Tokens), func(i int) string { return s.Tokens[i].Form })
}

// Tagger learns to tag. It learns times over, each time in another order, two at
// a time.
func Tagger(sentences []Sentence, tags []linear.Tag, gazetteer *linear.Gazetteer, times int, seed uint64, progress func(pass int, right float64)) *linear.Tagger {
	model := &linear.Tagger{Tags: tags, Dict: dictionary(sentences, tags), Gazetteer: gazetteer}
	index := tagIndex(tags)
	learned := make([]*Perceptron, times)
	twoAtATime(times, func(i int) {
		l := tagLearner{
			model:   model,
			weights: NewPerceptron(len(tags), tagMinUpdates),
			scores:  make([]int32, len(tags)),
			random:  rand.New(rand.NewPCG(seed, uint64(200+i))),
		}
		for pass := range tagPasses {
			right := l.pass(sentences, index)
			progress(i*tagPasses+pass+1, right)
		}
		learned[i] = l.weights
	})
	model.Weights = Table(tagScale, learned...)
	return model
}

type tagLearner struct {
	model   *linear.Tagger
	weights *Perceptron
	scores  []int32
	random  *rand.Rand
	s       linear.Scratch
}

// pass learns from every sentence once and returns the share of tokens that
// were right.
func (l *tagLearner) pass(sentences []Sentence, index map[linear.Tag]uint8) float64 {
	right, all := 0, 0
	for _, k := range l.random.Perm(len(sentences)) {
		load(&l.s, sentences[k])
		l.model.LookUp(&l.s)
		for i, t := range sentences[k].Tokens {
			gold, ok := index[linear.Tag{UPOS: t.UPOS, XPOS: t.XPOS}]
			allowed := l.s.Words[i].Allowed()
			features := l.s.TagFeatures(i)
			l.weights.Step()
			l.weights.Score(l.scores, features)
			guess := uint8(linear.Best(l.scores, allowed))
			l.s.Tags[i] = guess
			all++
			if guess == gold && ok {
				right++
			} else if ok && linear.Allows(allowed, gold) {
				l.weights.Update(features, int(gold), int(guess))
			}
		}
	}
	return float64(right) / float64(max(all, 1))
}
