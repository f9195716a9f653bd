package network

import "annals/train/matrix"

// space hands out slices that live until the next reset.
type space struct {
	memory []float32
	used   int
	panels matrix.Panels // of the gradient at hand
}

// raw returns a slice whose numbers are whatever they were.
func (s *space) raw(n int) []float32 {
	n = (n + 15) &^ 15
	if s.used+n > len(s.memory) {
		s.used += n
		return make([]float32, n)
	}
	out := s.memory[s.used : s.used+n : s.used+n]
	s.used += n
	return out
}

// zeros returns a slice of zeros.
func (s *space) zeros(n int) []float32 {
	out := s.raw(n)
	clear(out)
	return out
}

func (s *space) reset() {
	if s.used > len(s.memory) {
		s.memory = make([]float32, s.used+s.used/4)
	}
	s.used = 0
}

// dice are random numbers (xorshift; Marsaglia 2003).
type dice struct{ state uint64 }

func newDice(seed uint64) *dice { return &dice{seed*0x9e3779b97f4a7c15 + 88172645463325252} }

func (d *dice) next() uint32 {
	d.state ^= d.state << 13
	d.state ^= d.state >> 7
	d.state ^= d.state << 17
	return uint32(d.state >> 32)
}

// chance is true with probability p.
func (d *dice) chance(p float32) bool { return float32(d.next()>>8)/(1<<24) < p }

// mask fills m with zeros, with probability p, and with 1/(1-p): dropout
// (Srivastava et al. 2014).
func (d *dice) mask(m []float32, p float32) {
	keep := 1 / (1 - p)
	limit := uint32(float64(p) * (1<<32 - 1))
	for i := range m {
		m[i] = keep
		if d.next() < limit {
			m[i] = 0
		}
	}
}

func multiply(y, x []float32) {
	for i, v := range x {
		y[i] *= v
	}
}

func add(y, x []float32) {
	for i, v := range x {
		y[i] += v
	}
}
