package train

import (
	"math/rand/v2"
	"slices"

	"annals/language/linear"
)

// Settings of the name tagger.
const (
	nameTimes      = 4
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
// structured perceptron of Collins (2002). The tagger's dictionary and gazetteer
// are looked up, tags are as for Parser. It learns nameTimes over, each time in
// another order, two at a time.
func Names(sentences []Sentence, tagger *linear.Tagger, tags [][]uint8, seed uint64, progress func(pass int, right float64)) *linear.Names {
	model := &linear.Names{Labels: nameLabels()}
	gold := goldNames(sentences, model.Labels)
	learned := make([]*Perceptron, nameTimes)
	twoAtATime(nameTimes, func(i int) {
		l := nameLearner{
			labels:  len(model.Labels),
			weights: NewPerceptron(len(model.Labels), nameMinUpdates),
			random:  rand.New(rand.NewPCG(seed, uint64(100+i))),
		}
		for pass := range namePasses {
			right := l.pass(sentences, gold, tagger, tags)
			progress(i*namePasses+pass+1, right)
		}
		learned[i] = l.weights
	})
	model.Weights = Table(nameScale, learned...)
	model.Prepare()
	return model
}

// goldNames returns the labels of the sentences; nil for those without marks.
func goldNames(sentences []Sentence, labels []string) [][]uint8 {
	gold := make([][]uint8, len(sentences))
	for i, s := range sentences {
		if len(s.Tokens) == 0 || s.Tokens[0].Name == "" {
			continue
		}
		for _, t := range s.Tokens {
			gold[i] = append(gold[i], uint8(max(0, slices.Index(labels, t.Name))))
		}
	}
	return gold
}

type nameLearner struct {
	labels  int
	weights *Perceptron
	random  *rand.Rand
	s       linear.Scratch
}

// pass learns from every sentence once and returns the share of those that were
// right.
func (l *nameLearner) pass(sentences []Sentence, gold [][]uint8, tagger *linear.Tagger, tags [][]uint8) float64 {
	n := l.labels
	moves := make([]int32, (n+1)*n)
	right, all := 0, 0
	for _, k := range l.random.Perm(len(sentences)) {
		if gold[k] == nil {
			continue
		}
		load(&l.s, sentences[k])
		tagger.LookUp(&l.s)
		copy(l.s.Tags, tags[k])
		for from := -1; from < n; from++ {
			l.weights.Score(moves[(from+1)*n:(from+2)*n], []uint64{linear.MoveFeature(from)})
		}
		own := !sentences[k].Silver
		l.weights.Step()
		l.s.FindWith(n, moves, own, l.weights.Score)
		all++
		if slices.Equal(l.s.Names, gold[k]) {
			right++
			continue
		}
		l.correct(gold[k], own)
	}
	return float64(right) / float64(max(all, 1))
}

// correct moves the weights from the labels that were found to the gold ones.
func (l *nameLearner) correct(gold []uint8, own bool) {
	before, beforeGold := -1, -1
	for i, found := range l.s.Names {
		if found != gold[i] {
			l.weights.Update(l.s.NameFeatures(i, own), int(gold[i]), int(found))
		}
		if found != gold[i] || before != beforeGold {
			l.weights.Reward([]uint64{linear.MoveFeature(beforeGold)}, int(gold[i]), 1)
			l.weights.Reward([]uint64{linear.MoveFeature(before)}, int(found), -1)
		}
		before, beforeGold = int(found), int(gold[i])
	}
}
