package linear

import "math"

// Names marks names with B-I-O labels: the best sequence under a first-order
// model, found with the algorithm of Viterbi. It reads s.Tags
// and s.Hints.
type Names struct {
	Labels  []string // "O", "B-PER", "I-PER", ...: O first, each I right after its B
	Weights *Table   // one row a feature, one class a label; the transitions are rows too
	moves   []int32  // [(from+1)*len(Labels)+to], from the table
}

// lattice is the work space of the search: the best score of a label sequence
// that ends at a position with a label, and the label before.
type lattice struct {
	scores, moves []int32
	back          []uint8
}

// MoveFeature is the feature of a transition from label from; the label that
// the sentence begins with follows the label -1.
func MoveFeature(from int) uint64 { return f1(1000, uint64(from+1)) }

// Prepare computes the table of transitions from the weights.
func (m *Names) Prepare() {
	n := len(m.Labels)
	m.moves = make([]int32, (n+1)*n)
	for from := -1; from < n; from++ {
		m.Weights.Add(m.moves[(from+1)*n:(from+2)*n], []uint64{MoveFeature(from)})
	}
	forbid(m.moves, n)
}

// impossible is so low that no sum of weights makes up for it.
const impossible = math.MinInt32 / 4

// forbid makes all moves to an I- label impossible but those from the same
// name's B- or I-.
func forbid(moves []int32, n int) {
	for from := -1; from < n; from++ {
		for to := 2; to < n; to += 2 {
			if from != to && from != to-1 {
				moves[(from+1)*n+to] = impossible
			}
		}
	}
}

// Find fills in s.Names.
func (m *Names) Find(s *Scratch) {
	n := len(m.Labels)
	l := &s.lattice
	l.scores = zeroed(l.scores, len(s.Words)*n)
	s.findRuns()
	for i := range s.Words {
		m.Weights.Add(l.scores[i*n:(i+1)*n], s.NameFeatures(i, true))
	}
	l.search(s.Names, m.moves, n)
}

// FindWith is Find with scores from elsewhere: score sets the scores of the
// labels at a position, moves are the scores of the transitions, row -1 first.
// For own see NameFeatures.
func (s *Scratch) FindWith(n int, moves []int32, own bool, score func(scores []int32, features []uint64)) {
	l := &s.lattice
	l.scores = zeroed(l.scores, len(s.Words)*n)
	l.moves = append(l.moves[:0], moves...)
	forbid(l.moves, n)
	s.findRuns()
	for i := range s.Words {
		score(l.scores[i*n:(i+1)*n], s.NameFeatures(i, own))
	}
	l.search(s.Names, l.moves, n)
}

// search writes the best sequence of labels.
func (l *lattice) search(labels []uint8, moves []int32, n int) {
	words := len(labels)
	if words == 0 {
		return
	}
	l.back = resize(l.back, words*n)
	for to := range n {
		l.scores[to] += moves[to]
	}
	for i := 1; i < words; i++ {
		before, here := l.scores[(i-1)*n:i*n], l.scores[i*n:(i+1)*n]
		for to := range n {
			best, from := before[0]+moves[n+to], 0
			for k := 1; k < n; k++ {
				if v := before[k] + moves[(k+1)*n+to]; v > best {
					best, from = v, k
				}
			}
			here[to] += best
			here[to] = max(here[to], impossible)
			l.back[i*n+to] = uint8(from)
		}
	}
	last := l.scores[(words-1)*n:]
	k := 0
	for to := range n {
		if last[to] > last[k] {
			k = to
		}
	}
	for i := words - 1; i >= 0; i-- {
		labels[i] = uint8(k)
		k = int(l.back[i*n+k])
	}
}
