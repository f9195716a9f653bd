// Package phrase finds the longest of many known word sequences in a sentence.
//
// In come phrases ("Grand Duchy of Lithuania") with a value each; out comes, for
// a position in a list of words, the value of the longest phrase that starts
// there. Gazetteers, titles and cues are all looked up this way.
package phrase

import "strings"

// Trie maps word sequences to values. The zero value is empty and ready to
// use. It is safe for concurrent reading once filled.
type Trie[V any] struct {
	root   node[V]
	firsts Filter // of the first words
}

type node[V any] struct {
	next   map[string]*node[V]
	value  V
	filled bool
}

// Add stores the value of a phrase, whose words are separated by spaces. A
// phrase that is there already keeps its first value; Add then returns false.
func (t *Trie[V]) Add(phrase string, value V) bool {
	n := &t.root
	for word := range strings.FieldsSeq(phrase) {
		if n == &t.root {
			t.firsts.Add(word)
		}
		if n.next == nil {
			n.next = map[string]*node[V]{}
		}
		m := n.next[word]
		if m == nil {
			m = &node[V]{}
			n.next[word] = m
		}
		n = m
	}
	if n.filled || n == &t.root {
		return false
	}
	n.value, n.filled = value, true
	return true
}

// MayBegin reports false if no phrase begins with the word, in capitals or not; true
// says nothing. It is much cheaper than Longest.
func (t *Trie[V]) MayBegin(word string) bool { return t.firsts.MayHave(word) }

// Longest returns the value of the longest phrase that word(0), word(1), ...
// begin with, and its length in words: 0 if there is none. The function word
// must return "" past the end.
func (t *Trie[V]) Longest(word func(i int) string) (value V, length int) {
	n := &t.root
	for i := 0; ; i++ {
		w := word(i)
		if w == "" || i == 0 && !t.firsts.MayHave(w) {
			return value, length
		}
		n = n.next[w]
		if n == nil {
			return value, length
		}
		if n.filled {
			value, length = n.value, i+1
		}
	}
}
