package train

import (
	"math/rand/v2"
	"slices"

	"annals/language/linear"
)

// Settings of the name tagger.
const (
	namePasses     = 12
	nameMinUpdates = 2
	nameScale      = 2
)

// nameLabels are the labels of the name tagger, in the order that linear.Names
// asks for.
func nameLabels() []string {
	return []string{"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}
}

// Names learns to find names from the sentences in which they are marked: the
// structured perceptron of Collins (2002). dict gives the words their tag
// dictionary, tags are as for Parser.
func Names(sentences []Sentence, tagger *linear.Tagger, tags [][]uint8, seed uint64, progress func(pass int, right float64)) *linear.Names {
	model := &linear.Names{Labels: nameLabels()}
	index := map[string]uint8{}
	for i, label := range model.Labels {
		index[label] = uint8(i)
	}
	var marked []int
	gold := make([][]uint8, len(sentences))
	for i, s := range sentences {
		if len(s.Tokens) == 0 || s.Tokens[0].Name == "" {
			continue
		}
		marked = append(marked, i)
		for _, t := range s.Tokens {
			gold[i] = append(gold[i], index[t.Name])
		}
	}
	n := len(model.Labels)
	weights := NewPerceptron(n, nameMinUpdates)
	random := rand.New(rand.NewPCG(seed, 3))
	moves := make([]int32, (n+1)*n)
	var s linear.Scratch
	for pass := range namePasses {
		right := 0
		for _, at := range random.Perm(len(marked)) {
			k := marked[at]
			load(&s, sentences[k])
			tagger.LookUp(&s)
			copy(s.Tags, tags[k])
			for from := -1; from < n; from++ {
				weights.Score(moves[(from+1)*n:(from+2)*n], []uint64{linear.MoveFeature(from)})
			}
			weights.Step()
			own := !sentences[k].Silver
			s.FindWith(n, moves, own, weights.Score)
			if slices.Equal(s.Names, gold[k]) {
				right++
				continue
			}
			correctNames(weights, &s, gold[k], own)
		}
		progress(pass+1, float64(right)/float64(len(marked)))
	}
	model.Weights = weights.Table(nameScale)
	model.Prepare()
	return model
}

// correctNames moves the weights from the labels that were found to the gold
// ones.
func correctNames(weights *Perceptron, s *linear.Scratch, gold []uint8, own bool) {
	before, beforeGold := -1, -1
	for i, found := range s.Names {
		if found != gold[i] {
			weights.Update(s.NameFeatures(i, own), int(gold[i]), int(found))
		}
		if found != gold[i] || before != beforeGold {
			weights.Reward([]uint64{linear.MoveFeature(beforeGold)}, int(gold[i]), 1)
			weights.Reward([]uint64{linear.MoveFeature(before)}, int(found), -1)
		}
		before, beforeGold = int(found), int(gold[i])
	}
}
