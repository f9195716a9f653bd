package train

import "annals/language/linear"

// tree is the gold tree of a sentence of n words in the parser's terms: heads
// are positions, n for the root.
type tree struct {
	heads []int32
	rels  []uint8
}

func newTree(s Sentence, relIndex map[string]uint8) tree {
	heads := make([]int, len(s.Tokens))
	for i, t := range s.Tokens {
		heads[i] = t.Head
	}
	t := tree{make([]int32, len(heads)), make([]uint8, len(heads))}
	for i, h := range projective(heads) {
		if h < 0 {
			h = len(heads)
		}
		t.heads[i] = int32(h)
		t.rels[i] = relIndex[s.Tokens[i].Rel]
	}
	return t
}

// costs are how many gold arcs each kind of action puts out of reach; impossible
// where it cannot be done.
type costs struct{ shift, left, right int }

const impossible = 1 << 30

// oracle computes the costs of the actions in a state: the dynamic oracle of
// Goldberg and Nivre (2013) for arc-hybrid.
func (t tree) oracle(st *linear.State) costs {
	c := costs{impossible, impossible, impossible}
	size := len(st.Stack)
	next := int32(st.Next)
	if st.CanShift() {
		c.shift = 0
		for k, w := range st.Stack {
			if t.heads[w] == next {
				c.shift++
			}
			if k < size-1 && t.heads[next] == w {
				c.shift++
			}
		}
	}
	if size == 0 {
		return c
	}
	top := st.Stack[size-1]
	lost := 0
	for k := st.Next; k < st.N; k++ {
		if t.heads[k] == top {
			lost++
		}
	}
	if st.CanLeft() {
		c.left = lost
		if t.heads[top] > next || (size > 1 && t.heads[top] == st.Stack[size-2]) {
			c.left++
		}
	}
	if st.CanRight() {
		c.right = lost
		if t.heads[top] >= next {
			c.right++
		}
	}
	return c
}
