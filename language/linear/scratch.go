package linear

// Scratch is the work space of one sentence: its words, what the models have
// said of them, and the buffers that the models need. It is reused from one
// sentence to the next so that the steady state allocates nothing. It is not
// safe for concurrent use.
//
// Tags, Heads, Rels and Names have one element a token; the integers are
// positions in the lists of strings of the models.
type Scratch struct {
	Words []Word
	Tags  []uint8
	Heads []int32 // -1 for the root
	Rels  []uint8
	Names []uint8
	Hints []Hint // of the gazetteer; empty where none is used

	forms    []string
	letters  []byte
	features []uint64
	scores   []int32
	state    State
	ahead    ahead
	lattice  lattice
	runs     []run
}

// Load takes the forms of a sentence's n tokens.
func (s *Scratch) Load(n int, form func(i int) string) {
	s.Words = resize(s.Words, n)
	s.Tags = resize(s.Tags, n)
	s.Heads = resize(s.Heads, n)
	s.Rels = resize(s.Rels, n)
	s.Names = resize(s.Names, n)
	s.Hints = s.Hints[:0]
	s.forms = resize(s.forms, n)
	first := true
	for i := range n {
		w := &s.Words[i]
		s.forms[i] = form(i)
		s.letters = w.look(s.forms[i], s.letters)
		if first {
			w.Flags |= First
			first = w.Flags&(Letter|Digit) == 0
		}
	}
	s.markCase()
}

// markCase sets the flags of sentences in which capitals say little: headlines,
// and those all in capitals.
func (s *Scratch) markCase() {
	letters, capitals, upper := 0, 0, 0
	for i := range s.Words {
		f := s.Words[i].Flags
		if f&Letter == 0 {
			continue
		}
		letters++
		if f&Capital != 0 {
			capitals++
		}
		if f&Upper != 0 {
			upper++
		}
	}
	var mark Flags
	if letters > 3 && 3*capitals > 2*letters {
		mark |= Titled
	}
	if letters > 1 && upper == letters {
		mark |= Shouted
	}
	for i := range s.Words {
		s.Words[i].Flags |= mark
	}
}

// resize returns a slice of length n that reuses the memory of s if it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

// zeroed is resize with all elements zero.
func zeroed[T any](s []T, n int) []T {
	s = resize(s, n)
	clear(s)
	return s
}

// edge stands for the words before and after the sentence.
var edge = &Word{Form: 1, Lower: 1, Shape: 1, Dict: 1, Exact: 1}

// word returns the word at position i, or the edge.
func (s *Scratch) word(i int) *Word {
	if uint(i) < uint(len(s.Words)) {
		return &s.Words[i]
	}
	return edge
}

// tag returns 1 + the tag at position i, or 0 outside the sentence.
func (s *Scratch) tag(i int) uint64 {
	if uint(i) < uint(len(s.Tags)) {
		return uint64(s.Tags[i]) + 1
	}
	return 0
}

// The multipliers that mix the values of a feature: odd, with bits spread wide
// (from the splitmix64 and murmur3 finalizers).
const (
	mixA = 0x9e3779b97f4a7c15
	mixB = 0xbf58476d1ce4e5b9
	mixC = 0x94d049bb133111eb
	mixD = 0xff51afd7ed558ccd
)

// f1, f2 and f3 hash a feature template with one, two and three values.
func f1(template, a uint64) uint64 { return finish((a+1)*mixA + template*mixD) }

func f2(template, a, b uint64) uint64 {
	return finish(join(a, b) + template*mixD)
}

func f3(template, a, b, c uint64) uint64 {
	return finish(join(join(a, b), c) + template*mixD)
}

// join makes one value of two; the order matters.
func join(a, b uint64) uint64 {
	a = (a + 1) * mixA
	a ^= a >> 31
	return (a + b + 1) * mixB
}

// finish spreads the entropy over all bits: a table uses the upper and the
// lower ones.
func finish(h uint64) uint64 {
	h ^= h >> 31
	h *= mixC
	return h ^ h>>32
}

// State returns the state of the parser in this scratch.
func (s *Scratch) State() *State { return &s.state }
