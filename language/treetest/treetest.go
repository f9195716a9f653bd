// Package treetest writes sentences with their trees in tests, so that the
// rooms behind language/ can be tested without its models.
package treetest

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
	"annals/language"
)

// Sentence makes a sentence from lines of six columns, a short form of CoNLL-U:
//
//	form lemma UPOS XPOS head relation
//
// Heads count from 1, 0 is the root. A form that ends in + has no space behind
// it. The text of the document is the forms joined by spaces.
func Sentence(t testing.TB, tree string) *language.Sentence {
	t.Helper()
	var text strings.Builder
	s := &language.Sentence{}
	for line := range strings.SplitSeq(strings.TrimSpace(tree), "\n") {
		c := strings.Fields(line)
		if len(c) != 6 {
			t.Fatalf("%q has %d columns, not 6", line, len(c))
		}
		head, err := strconv.Atoi(c[4])
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		form, glued := strings.CutSuffix(c[0], "+")
		start := text.Len()
		text.WriteString(form)
		s.Tokens = append(s.Tokens, language.Token{
			Form: form, Lemma: c[1], UPOS: c[2], XPOS: c[3], Head: head - 1, Rel: c[5],
			Bytes: annals.Span{start, start + len(form)},
		})
		if !glued {
			text.WriteByte(' ')
		}
	}
	finish(s, text.String())
	return s
}

func finish(s *language.Sentence, text string) {
	s.Source = text
	for i := range s.Tokens {
		b := s.Tokens[i].Bytes
		start := utf8.RuneCountInString(text[:b.Start()])
		s.Tokens[i].Span = annals.Span{start, start + utf8.RuneCountInString(text[b.Start():b.End()])}
	}
	last := &s.Tokens[len(s.Tokens)-1]
	s.Bytes, s.Span = annals.Span{0, last.Bytes.End()}, annals.Span{0, last.Span.End()}
	s.Text = text[:last.Bytes.End()]
	s.Link()
}

// Token returns the index of the first token with the form.
func Token(t testing.TB, s *language.Sentence, form string) int {
	t.Helper()
	for i := range s.Tokens {
		if s.Tokens[i].Form == form {
			return i
		}
	}
	t.Fatalf("no token %q in %q", form, s.Text)
	return -1
}
