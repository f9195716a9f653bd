package linear

import "math"

// Names marks names with B-I-O labels: the best sequence under a first-order
// model, found with the algorithm of Viterbi. It reads s.Tags.
type Names struct {
	Labels  []string // "O", "B-PER", "I-PER", ...: O first, each I right after its B
	Weights *Table   // one row a feature, one class a label; the transitions are rows too
	moves   []int32  // [from*len(Labels)+to], from the table
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
	for i := range s.Words {
		m.Weights.Add(l.scores[i*n:(i+1)*n], s.NameFeatures(i))
	}
	l.search(s.Names, m.moves, n)
}

// FindWith is Find with scores from elsewhere: score sets the scores of the
// labels at a position, moves are the scores of the transitions, row -1 first.
func (s *Scratch) FindWith(n int, moves []int32, score func(scores []int32, features []uint64)) {
	l := &s.lattice
	l.scores = zeroed(l.scores, len(s.Words)*n)
	l.moves = append(l.moves[:0], moves...)
	forbid(l.moves, n)
	for i := range s.Words {
		score(l.scores[i*n:(i+1)*n], s.NameFeatures(i))
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

// NameFeatures returns the features of the label at position i. It reads the
// tags. The slice is good until the next call.
func (s *Scratch) NameFeatures(i int) []uint64 {
	w, before, after := s.word(i), s.word(i-1), s.word(i+1)
	before2, after2 := s.word(i-2), s.word(i+2)
	t, t1, t2 := s.tag(i), s.tag(i-1), s.tag(i+1)
	flags := uint64(w.Flags)
	s.features = append(s.features[:0],
		f1(1, w.Form), f1(2, w.Lower), f1(3, w.Suffix[1]), f1(4, w.Suffix[2]), f1(5, w.Suffix[3]),
		f1(6, w.Prefix[1]), f1(7, w.Prefix[2]), f2(8, w.Shape, flags), f2(9, t, flags), f1(10, t),
		f1(11, before.Lower), f1(12, after.Lower), f1(13, before2.Lower), f1(14, after2.Lower),
		f2(15, before.Lower, w.Lower), f2(16, w.Lower, after.Lower), f2(17, before.Lower, w.Shape),
		f2(18, after.Lower, w.Shape), f2(19, t1, t), f2(20, t, t2), f3(21, t1, t, t2),
		f2(22, before.Shape, w.Shape), f2(23, w.Shape, after.Shape), f3(24, before.Shape, w.Shape, after.Shape),
		f2(25, before.Suffix[2], w.Shape), f2(26, after.Suffix[2], w.Shape), f2(27, w.Dict, w.Shape),
		f2(28, before2.Lower, before.Lower), f2(29, after.Lower, after2.Lower),
		f2(30, w.Suffix[2], t), f2(31, before.Lower, t), f2(32, after.Lower, t),
		f3(33, before.Lower, after.Lower, w.Shape),
	)
	return s.features
}
