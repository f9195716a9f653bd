package who

import "annals/language"

// A tree is the dependency tree of one sentence, made safe: a head that points
// outside the sentence or back into its own subtree counts as a root, so that
// every walk over it ends.
type tree struct {
	sentence *language.Sentence
	head     []int32 // -1 for a root
	first    []int32 // first child, -1 for none
	next     []int32 // next sibling, -1 for none
}

const none = int32(-1)

// plant builds the tree of a sentence in the memory of slab, which holds at
// least four times as many numbers as there are tokens.
func plant(s *language.Sentence, slab []int32) tree {
	n := len(s.Tokens)
	t := tree{s, slab[:n:n], slab[n : 2*n : 2*n], slab[2*n : 3*n : 3*n]}
	state := slab[3*n : 4*n] // 0 not seen, 1 on the way up, 2 leads to a root
	for i := range s.Tokens {
		h := s.Tokens[i].Head
		if h < 0 || h >= n || h == i {
			h = -1
		}
		t.head[i], t.first[i], t.next[i], state[i] = int32(h), none, none, 0
	}
	for i := range t.head {
		t.cutCycle(int32(i), state)
	}
	for i := n - 1; i >= 0; i-- {
		if h := t.head[i]; h >= 0 {
			t.next[i], t.first[h] = t.first[h], int32(i)
		}
	}
	return t
}

// cutCycle walks up from token i and makes a root of the token whose head has
// been on the way already.
func (t *tree) cutCycle(i int32, state []int32) {
	j := i
	for j >= 0 && state[j] == 0 {
		state[j] = 1
		if h := t.head[j]; h >= 0 && state[h] == 1 {
			t.head[j] = none
		}
		j = t.head[j]
	}
	for j = i; j >= 0 && state[j] == 1; j = t.head[j] {
		state[j] = 2
	}
}

func (t *tree) token(i int32) *language.Token { return &t.sentence.Tokens[i] }

func (t *tree) len() int32 { return int32(len(t.head)) }

// is reports whether the relation of token i is one of rels, or a subtype.
func (t *tree) is(i int32, rels ...string) bool {
	rel := t.token(i).Rel
	for _, want := range rels {
		if language.IsRel(rel, want) {
			return true
		}
	}
	return false
}

// child returns the first child of token i with one of the relations, or -1.
func (t *tree) child(i int32, rels ...string) int32 {
	for k := t.first[i]; k >= 0; k = t.next[k] {
		if t.is(k, rels...) {
			return k
		}
	}
	return none
}

// preposition returns the lemma of the case marker of token i, or "".
func (t *tree) preposition(i int32) string {
	for k := t.first[i]; k >= 0; k = t.next[k] {
		if t.is(k, "case") && t.token(k).Lemma != "'s" && t.token(k).Lemma != "'" {
			return t.token(k).Lemma
		}
	}
	return ""
}

// within reports whether token i lies in the subtree of top.
func (t *tree) within(i, top int32) bool {
	for ; i >= 0; i = t.head[i] {
		if i == top {
			return true
		}
	}
	return false
}

// headOf returns the token of the half-open range whose head lies outside it:
// the last such token if there are several.
func (t *tree) headOf(first, last int32) int32 {
	for i := last - 1; i >= first; i-- {
		if h := t.head[i]; h < first || h >= last {
			return i
		}
	}
	return last - 1
}

// clause returns the predicate of the clause that token i belongs to: the
// nearest token upwards, i not included, that is no nominal dependent.
func (t *tree) clause(i int32) int32 {
	for i = t.head[i]; i >= 0; i = t.head[i] {
		if t.head[i] < 0 || t.is(i, "advcl", "acl", "ccomp", "xcomp", "csubj", "parataxis", "conj") && !nominal(t.token(i)) {
			return i
		}
		if tag := t.token(i).UPOS; tag == "VERB" {
			return i
		}
	}
	return none
}

func nominal(t *language.Token) bool {
	return t.UPOS == "NOUN" || t.UPOS == "PROPN" || t.UPOS == "PRON"
}
