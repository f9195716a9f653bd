package linear

// Action is a move of the parser: 0 shifts the next word onto the stack; 1+r
// makes the next word the head of the word on top of the stack, with relation
// r; 1+R+r, with R relations, makes the word below it the head. Both pop the
// stack.
type Action = int

// Shift is the action that moves the next word onto the stack.
const Shift Action = 0

// Dependents are the children that a word has so far. Positions are 0 for
// none and 1 + the position of the word otherwise.
type dependents struct {
	left1, left2   int32 // leftmost and second leftmost
	right1, right2 int32 // rightmost and second rightmost
	lefts, rights  uint8 // how many
	leftRels       uint64
	rightRels      uint64 // the set of their relations, one bit each
}

// State is how far the arc-hybrid parser (Kuhlmann, Gómez-Rodríguez and Satta
// 2011) has come: a stack of words, the next word, and the arcs so far. Behind
// the last word stands an artificial root at position N.
type State struct {
	N     int
	Stack []int32
	Next  int
	Heads []int32 // -1 while unknown; N for the root
	Rels  []uint8

	kids []dependents
}

// Reset starts a sentence of n words.
func (st *State) Reset(n int) {
	st.N, st.Next = n, 0
	st.Stack = st.Stack[:0]
	st.Heads = resize(st.Heads, n)
	for i := range st.Heads {
		st.Heads[i] = -1
	}
	st.Rels = zeroed(st.Rels, n)
	st.kids = zeroed(st.kids, n+1)
}

// Done reports whether all words have a head.
func (st *State) Done() bool { return st.Next == st.N && len(st.Stack) == 0 }

// CanShift reports whether a word is left to shift. Of all words exactly one may
// become the child of the root: the last one on the stack.
func (st *State) CanShift() bool { return st.Next < st.N }

// CanLeft reports whether the next word may become the head of the top.
func (st *State) CanLeft() bool {
	return len(st.Stack) > 0 && (st.Next < st.N || len(st.Stack) == 1)
}

// CanRight reports whether the word below the top may become its head.
func (st *State) CanRight() bool { return len(st.Stack) > 1 }

// Shift moves the next word onto the stack.
func (st *State) Shift() {
	st.Stack = append(st.Stack, int32(st.Next))
	st.Next++
}

// Left makes the next word the head of the top, and pops it.
func (st *State) Left(rel uint8) {
	top := st.pop()
	st.Heads[top], st.Rels[top] = int32(st.Next), rel
	k := &st.kids[st.Next]
	k.left2, k.left1 = k.left1, top+1
	k.lefts++
	k.leftRels |= 1 << (rel & 63)
}

// Right makes the word below the top its head, and pops it.
func (st *State) Right(rel uint8) {
	top := st.pop()
	head := st.Stack[len(st.Stack)-1]
	st.Heads[top], st.Rels[top] = head, rel
	k := &st.kids[head]
	k.right2, k.right1 = k.right1, top+1
	k.rights++
	k.rightRels |= 1 << (rel & 63)
}

func (st *State) pop() int32 {
	last := len(st.Stack) - 1
	top := st.Stack[last]
	st.Stack = st.Stack[:last]
	return top
}

// top returns 1 + the position of the k-th word from the top of the stack, or
// 0 if it is not so high.
func (st *State) top(k int) int32 {
	if i := len(st.Stack) - 1 - k; i >= 0 {
		return st.Stack[i] + 1
	}
	return 0
}

// kid returns the dependents of the word at place p, as top gives it.
func (st *State) kid(p int32) *dependents {
	if p == 0 {
		return &childless
	}
	return &st.kids[p-1]
}

var childless dependents
