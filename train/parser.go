package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"annals/language/linear"
)

// Settings of the parser.
const (
	parseTimes      = 2
	parsePasses     = 7
	parseMinUpdates = 8
	parseMargin     = 100 // how far the right action must be ahead of the others
	parseScale      = 0.5
	parseFirst      = 1   // passes that follow the gold actions only
	parseExplore    = 0.9 // how often later passes follow the parser's own action
)

// relations lists the relations of the treebank: root, then the most frequent
// first.
func relations(sentences []Sentence) []string {
	counts := map[string]int{}
	for _, s := range sentences {
		for _, t := range s.Tokens {
			counts[t.Rel]++
		}
	}
	delete(counts, "root")
	var rels []string
	for rel := range counts {
		rels = append(rels, rel)
	}
	slices.SortFunc(rels, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return append([]string{"root"}, rels[:min(len(rels), 63)]...)
}

// Parser learns to parse. tags holds the tags of each sentence as a tagger
// gives them to a text that it has not seen. It learns parseTimes over, each
// time in another order, two at a time.
func Parser(sentences []Sentence, gazetteer *linear.Gazetteer, tagger *linear.Tagger, tags [][]uint8, seed uint64, progress func(pass int, right float64)) *linear.Parser {
	model := &linear.Parser{Relations: relations(sentences)}
	model.Prepare(tagger.Tags)
	index := map[string]uint8{}
	for i, rel := range model.Relations {
		index[rel] = uint8(i)
	}
	trees := make([]tree, len(sentences))
	for i, s := range sentences {
		trees[i] = newTree(s, index)
	}
	learned := make([]*Perceptron, parseTimes)
	twoAtATime(parseTimes, func(i int) {
		l := parseLearner{
			model:   model,
			weights: NewPerceptron(model.Actions(), parseMinUpdates),
			scores:  make([]int32, model.Actions()),
			random:  rand.New(rand.NewPCG(seed, uint64(2+i))),
		}
		l.run(sentences, gazetteer, tags, trees, func(pass int, right float64) {
			progress(i*parsePasses+pass, right)
		})
		learned[i] = l.weights
	})
	model.Weights = Table(parseScale, learned...)
	return model
}

// run learns from all sentences, parsePasses times.
func (l *parseLearner) run(sentences []Sentence, gazetteer *linear.Gazetteer, tags [][]uint8, trees []tree, progress func(pass int, right float64)) {
	for pass := range parsePasses {
		l.explore = 0
		if pass >= parseFirst {
			l.explore = parseExplore
		}
		l.right, l.all = 0, 0
		for _, k := range l.random.Perm(len(sentences)) {
			load(&l.s, sentences[k])
			gazetteer.Mark(&l.s)
			copy(l.s.Tags, tags[k])
			l.learn(trees[k])
		}
		progress(pass+1, float64(l.right)/float64(l.all))
	}
}

type parseLearner struct {
	model   *linear.Parser
	weights *Perceptron
	scores  []int32
	random  *rand.Rand
	explore float64
	s       linear.Scratch

	right, all int // actions
}

// learn parses one sentence, correcting the weights on the way.
func (l *parseLearner) learn(gold tree) {
	st := l.s.State()
	l.model.Begin(&l.s)
	for !st.Done() {
		if action, forced := l.model.Forced(st); forced {
			l.model.Do(st, action)
			continue
		}
		features := l.s.ParseFeatures()
		l.weights.Step()
		l.weights.Score(l.scores, features)
		guess := l.model.Best(st, l.scores)
		right := l.correct(st, gold, guess)
		l.all++
		if guess == right {
			l.right++
		}
		if wrong := l.rival(st, gold, right); wrong >= 0 && l.scores[right]-l.scores[wrong] < parseMargin {
			l.weights.Update(features, right, wrong)
		}
		if guess != right && l.random.Float64() >= l.explore {
			guess = right
		}
		l.model.Do(st, guess)
	}
}

// correct returns the correct action with the highest score: the guess, if it
// is one of them.
func (l *parseLearner) correct(st *linear.State, gold tree, guess linear.Action) linear.Action {
	best := -1
	l.each(st, gold, func(a linear.Action, right bool) {
		if right && (best < 0 || a == guess || (best != guess && l.scores[a] > l.scores[best])) {
			best = a
		}
	})
	return best
}

// rival returns the wrong action with the highest score, or -1 if there is
// none.
func (l *parseLearner) rival(st *linear.State, gold tree, right linear.Action) linear.Action {
	best := -1
	l.each(st, gold, func(a linear.Action, good bool) {
		if !good && a != right && (best < 0 || l.scores[a] > l.scores[best]) {
			best = a
		}
	})
	return best
}

// each calls f with every possible action and whether it is correct: of the
// kinds of action that put the fewest gold arcs out of reach, all that draw no
// gold arc, and of those that draw one the one with the gold relation.
func (l *parseLearner) each(st *linear.State, gold tree, f func(a linear.Action, right bool)) {
	c := gold.oracle(st)
	least := min(c.shift, c.left, c.right)
	r := len(l.model.Relations)
	if st.CanShift() {
		f(linear.Shift, c.shift == least)
	}
	arcs := func(cost, offset int, drawn bool) {
		top := st.Stack[len(st.Stack)-1]
		for rel := 1; rel < r; rel++ {
			f(offset+rel, cost == least && (!drawn || uint8(rel) == gold.rels[top]))
		}
	}
	if st.CanLeft() {
		arcs(c.left, 1, int(gold.heads[st.Stack[len(st.Stack)-1]]) == st.Next)
	}
	if st.CanRight() {
		n := len(st.Stack)
		arcs(c.right, 1+r, gold.heads[st.Stack[n-1]] == st.Stack[n-2])
	}
}
