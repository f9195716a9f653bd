package token

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// checkInvariants fails where tokens are empty, overlap, leave the text, hold
// white space at their ends, or are not all of the text that is no space and no
// mark.
func checkInvariants(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	end, paragraph, valid := 0, 0, utf8.ValidString(text)
	for i, s := range sentences {
		if len(s.Tokens) == 0 || len(s.Tokens) > maxTokens {
			t.Fatalf("sentence %d of %q has %d tokens", i, text, len(s.Tokens))
		}
		if s.Paragraph < paragraph {
			t.Fatalf("sentence %d of %q is in paragraph %d after %d", i, text, s.Paragraph, paragraph)
		}
		paragraph = s.Paragraph
		for _, tok := range s.Tokens {
			if tok.Start < end || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("token [%d, %d) after byte %d of %q", tok.Start, tok.End, end, text)
			}
			end = tok.End
			form := text[tok.Start:tok.End]
			if valid && !utf8.ValidString(form) {
				t.Fatalf("token %q of %q cuts a character", form, text)
			}
			first, _ := runeAt(form, 0)
			if isSpace(first) || isSpace(runeBefore(form, len(form))) {
				t.Fatalf("token %q of %q begins or ends with a space", form, text)
			}
		}
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"", "Mr. Keita's visit (No. 10) ended.[4][5] \"Really?\" they asked.", "[1] [citation needed]\r\n\r\nx",
		"- a\n- b\n1. c\n\n\n(a) d", "\xff\xfe a\xc3", "a\x00b\u2028c\u00a0d\u200be", "don't can't o'clock '90s 'em y'all's",
		"http://a.b/c(d). x@y.zz #tag @me $5 US$5 5% 10km 1830-31 1–2 .5 -5 ... ?! --", "[[[[", "....'''``", "a-b-c-d/e/f&g",
	} {
		f.Add(seed)
	}
	lex := english(f)
	f.Fuzz(func(t *testing.T, text string) {
		sentences := Split(lex, text)
		checkInvariants(t, text, sentences)
		var b strings.Builder
		for _, s := range sentences {
			for _, tok := range s.Tokens {
				b.WriteString(text[tok.Start:tok.End])
			}
		}
		if strings.ContainsRune(text, '[') {
			return // what stands in marks is no token
		}
		words := strings.Map(func(r rune) rune {
			if isSpace(r) {
				return -1
			}
			return r
		}, text)
		if utf8.ValidString(text) && b.String() != words {
			t.Fatalf("the tokens of %q make up %q", text, b.String())
		}
	})
}

// TestLongTexts gives the rules texts that would take hours if they were not
// linear.
func TestLongTexts(t *testing.T) {
	lex := english(t)
	const size = 100_000
	for _, piece := range []string{
		"a", "a ", "a\n", "a\r", "\n", " ", ".", "'", "’", "[", "[1", "[1]", "]", "-", "a-", "a'", "a.", "A.", "1,", "\"", ") ", "(",
		"a/", "http://", "@", "@a", "#", "x@", "word. ", "Mr. ", "\x00", "\xff", "\xe2", "\u2028", "\u00ad", "é", "字", "a.b/", "?!", "A&",
		"long words without an end\n", "\n- ", "1. ", "1.\n",
	} {
		text := strings.Repeat(piece, size/len(piece))
		start := time.Now()
		sentences := Split(lex, text)
		checkInvariants(t, text, sentences)
		if took := time.Since(start); took > time.Second {
			t.Errorf("%q repeated to %d bytes took %v", piece, size, took)
		}
	}
}
