package eval

import (
	"strings"

	"annals"
)

// Piece is a word of a raw text.
type Piece struct {
	Form string
	Span annals.Span // white space is not counted: see Cut

	// Multi marks the words of a multiword token, such as "can" and "not" in
	// "cannot": each has the span of the whole.
	Multi bool
}

// Cut says how a raw text is cut into sentences and words. Spans are half-open
// ranges of the text's code points that are no white space. Both lists are in
// the order of the text.
type Cut struct {
	Sentences []annals.Span
	Words     []Piece
}

// TokenScore counts words and sentences in raw text, as the CoNLL 2018 shared
// task does (Zeman et al. 2018). Unlike there, a system may leave out parts of
// the text.
type TokenScore struct {
	Texts            int
	Words, Sentences Count
}

// Add counts a text.
func (s *TokenScore) Add(gold, system *Cut) {
	s.Texts++
	s.Words = s.Words.plus(Count{len(gold.Words), len(system.Words), sameWords(gold.Words, system.Words)})
	s.Sentences = s.Sentences.plus(Count{len(gold.Sentences), len(system.Sentences), sameSpans(gold.Sentences, system.Sentences)})
}

// sameSpans counts the spans that are in both lists.
func sameSpans(a, b []annals.Span) int {
	same := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			same++
			a, b = a[1:], b[1:]
		case a[0].Start() <= b[0].Start():
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return same
}

// sameWords counts the words that are in both lists: those with the same span,
// and where either list has multiword tokens, the longest common subsequence of
// the forms there, since the parts of such a token have no spans of their own.
func sameWords(a, b []Piece) int {
	same := 0
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].Multi || b[0].Multi:
			if !a[0].Multi && a[0].Span.Start() < b[0].Span.Start() {
				a = a[1:]
				continue
			}
			if !b[0].Multi && b[0].Span.Start() < a[0].Span.Start() {
				b = b[1:]
				continue
			}
			n, m := multiword(a, b)
			same += common(a[:n], b[:m])
			a, b = a[n:], b[m:]
		case a[0].Span == b[0].Span:
			same++
			a, b = a[1:], b[1:]
		case a[0].Span.Start() <= b[0].Span.Start():
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return same
}

// multiword returns how many words of each list lie in the smallest stretch of
// text that holds the multiword tokens at the front and all that they overlap.
func multiword(a, b []Piece) (n, m int) {
	var end int
	if a[0].Multi {
		n, end = 1, a[0].Span.End()
	} else {
		m, end = 1, b[0].Span.End()
	}
	for !beyond(a[n:], end) || !beyond(b[m:], end) {
		var p Piece
		if n < len(a) && (m == len(b) || a[n].Span.Start() <= b[m].Span.Start()) {
			p = a[n]
			n++
		} else {
			p = b[m]
			m++
		}
		if p.Multi {
			end = max(end, p.Span.End())
		}
	}
	return n, m
}

// beyond reports whether no more words belong to a stretch that ends at end.
func beyond(words []Piece, end int) bool {
	if len(words) == 0 {
		return true
	}
	if words[0].Multi {
		return words[0].Span.Start() >= end
	}
	return words[0].Span.End() > end
}

// common returns the length of the longest common subsequence of the forms,
// case ignored.
func common(a, b []Piece) int {
	row := make([]int, len(b)+1) // of the words of a so far and the first k of b
	for _, p := range a {
		diagonal := 0
		for k, q := range b {
			above := row[k+1]
			if strings.EqualFold(p.Form, q.Form) {
				row[k+1] = diagonal + 1
			} else {
				row[k+1] = max(above, row[k])
			}
			diagonal = above
		}
	}
	return row[len(b)]
}
