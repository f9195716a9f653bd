package language

import (
	"iter"

	"annals"
)

// Root is the Head of a token that depends on nothing.
const Root = -1

// Token is one syntactic word, in the sense of Universal Dependencies: "don't"
// is two tokens, and so is "Vilnius's".
type Token struct {
	Form   string      // as printed
	Span   annals.Span // code points of the document's text
	Bytes  annals.Span // bytes of the document's text
	Lemma  string      // dictionary form, lower case but for proper nouns
	UPOS   string      // universal part of speech: NOUN, VERB, PROPN, ...
	XPOS   string      // Penn Treebank tag: NN, VBD, VBN, ...
	Head   int         // index of the head in Sentence.Tokens, or Root
	Rel    string      // relation to the head with its subtype: nsubj, nsubj:pass, obl:agent, ...
	Name   string      // kind of name that the token is part of: PER, ORG, LOC, or ""
	Inside bool        // the token continues the name that the token before it is part of

	first, next int // first child and next sibling, filled by Link; -1 for none
}

// Sentence is one sentence with its tokens, tree and names. Tokens are in the
// order of the text. Call Link after changing a Head.
type Sentence struct {
	Index     int         // 0 for the first sentence of the document
	Paragraph int         // 0 for the first paragraph of the document
	Span      annals.Span // code points of the document's text
	Bytes     annals.Span // bytes of the document's text
	Text      string      // the words as printed, without reference marks that stand before or after it
	Source    string      // the whole text of the document, for cutting phrases
	Tokens    []Token
	Citations []string      // reference marks that belong to the sentence, without brackets
	Marks     []annals.Span // their bytes in the document's text, with brackets

	classes classes // of words, of the reader that reads the sentence
}

// Link computes the lists of children from the heads.
func (s *Sentence) Link() {
	for i := range s.Tokens {
		s.Tokens[i].first, s.Tokens[i].next = -1, -1
	}
	for i := len(s.Tokens) - 1; i >= 0; i-- {
		if h := s.Tokens[i].Head; h >= 0 {
			s.Tokens[i].next, s.Tokens[h].first = s.Tokens[h].first, i
		}
	}
}

// Children yields the dependents of token i from left to right.
func (s *Sentence) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := s.Tokens[i].first; c >= 0; c = s.Tokens[c].next {
			if !yield(c) {
				return
			}
		}
	}
}

// Child returns the first dependent of token i with one of the relations, or
// -1. A relation without a subtype also finds its subtypes: "obl" finds
// "obl:agent".
func (s *Sentence) Child(i int, rels ...string) int {
	for c := s.Tokens[i].first; c >= 0; c = s.Tokens[c].next {
		for _, rel := range rels {
			if IsRel(s.Tokens[c].Rel, rel) {
				return c
			}
		}
	}
	return -1
}

// IsRel reports whether rel is the relation want or one of its subtypes.
func IsRel(rel, want string) bool {
	return len(rel) >= len(want) && rel[:len(want)] == want && (len(rel) == len(want) || rel[len(want)] == ':')
}

// Case returns the lemma of the preposition of token i ("with" in "with
// France"), or "" if it has none. Fixed expressions come whole: "because of".
func (s *Sentence) Case(i int) string {
	c := s.Child(i, "case")
	if c < 0 {
		return ""
	}
	word := s.Tokens[c].Lemma
	for k := range s.Children(c) {
		if IsRel(s.Tokens[k].Rel, "fixed") {
			word += " " + s.Tokens[k].Lemma
		}
	}
	return word
}

// Extent returns the half-open token range that the subtree of token i covers,
// from its leftmost to its rightmost token.
func (s *Sentence) Extent(i int) (first, last int) {
	first, last = i, i+1
	for c := range s.Children(i) {
		a, b := s.Extent(c)
		first, last = min(first, a), max(last, b)
	}
	return first, last
}

// Within reports whether token i lies in the subtree of token top.
func (s *Sentence) Within(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(s.Tokens); steps++ {
		if i == top {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// Phrase returns the words of the half-open token range with their position.
func (s *Sentence) Phrase(first, last int) annals.Words {
	a, b := &s.Tokens[first], &s.Tokens[last-1]
	return annals.Words{
		Text: s.Source[a.Bytes.Start():b.Bytes.End()],
		Span: annals.Span{a.Span.Start(), b.Span.End()},
	}
}
