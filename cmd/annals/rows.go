package main

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf8"

	"annals"
	"annals/language"
	"annals/language/conllu"
)

// word is a word of a sentence or of one of its reference marks, which the rooms
// above do not see, but which stand in the text.
type word struct {
	bytes  annals.Span
	token  int // position in the sentence, or -1 for a word of a mark
	opener int // of a word of a mark: position of the mark's first word, in the order of the text
}

// wordsWithMarks returns the words of a sentence and of its reference marks in the
// order of the text.
func wordsWithMarks(s *language.Sentence) []word {
	words := make([]word, len(s.Tokens))
	for i := range s.Tokens {
		words[i] = word{bytes: s.Tokens[i].Bytes, token: i}
	}
	for _, mark := range s.Marks {
		for _, span := range markWords(s.Source, mark) {
			words = append(words, word{bytes: span, token: -1, opener: mark.Start()})
		}
	}
	if len(s.Marks) > 0 {
		slices.SortStableFunc(words, func(a, b word) int { return cmp.Compare(a.bytes.Start(), b.bytes.Start()) })
	}
	return words
}

// textOf returns the text of a sentence with its reference marks.
func textOf(s *language.Sentence) string {
	words := wordsWithMarks(s)
	return s.Source[words[0].bytes.Start():words[len(words)-1].bytes.End()]
}

// markWords cuts a reference mark into words: letters and digits stay together,
// all else stands alone.
func markWords(text string, mark annals.Span) []annals.Span {
	var out []annals.Span
	joined := false
	for i := mark.Start(); i < mark.End(); {
		r, size := utf8.DecodeRuneInString(text[i:])
		within := r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= utf8.RuneSelf
		switch {
		case r == ' ' || r == '\t' || r == '\n':
			within = false
		case within && joined:
			out[len(out)-1][1] = i + size
		default:
			out = append(out, annals.Span{i, i + size})
		}
		joined = within
		i += size
	}
	return out
}

// rowsOf returns the rows of a sentence in CoNLL-U. A reference mark hangs from
// the root as UD treebanks have it: its first word that is no bracket is "dep",
// the rest hangs from that.
func rowsOf(s *language.Sentence) []conllu.Row {
	words := wordsWithMarks(s)
	number := make([]int, len(s.Tokens)) // rows of the tokens, counted from 1
	root := 0
	for i, w := range words {
		if w.token >= 0 {
			number[w.token] = i + 1
			if s.Tokens[w.token].Head == language.Root {
				root = i + 1
			}
		}
	}
	rows := make([]conllu.Row, len(words))
	opener := 0 // row of the bracket that opens the mark at hand
	points := points{s: s}
	for i, w := range words {
		row := &rows[i]
		row[conllu.ID], row[conllu.Form] = strconv.Itoa(i+1), s.Source[w.bytes.Start():w.bytes.End()]
		var misc []string
		if i+1 < len(words) && words[i+1].bytes.Start() == w.bytes.End() {
			misc = append(misc, "SpaceAfter=No")
		}
		if w.token >= 0 {
			t := &s.Tokens[w.token]
			fill(row, t, append(misc, fmt.Sprintf("Span=%d:%d", t.Span.Start(), t.Span.End())))
			if t.Head >= 0 {
				row[conllu.Head] = strconv.Itoa(number[t.Head])
			}
			continue
		}
		if i == 0 || words[i-1].token >= 0 || words[i-1].opener != w.opener {
			opener = i + 1
		}
		t := markToken(row[conllu.Form])
		t.Head = opener // the row behind the bracket, counted from 0
		if i+1 == opener+1 {
			t.Head = root - 1
			t.Rel = "dep"
		}
		fill(row, &t, append(misc, fmt.Sprintf("Span=%d:%d", points.at(w.bytes.Start()), points.at(w.bytes.End()))))
	}
	return rows
}

// markToken is a word of a reference mark.
func markToken(form string) language.Token {
	t := language.Token{Form: form, Lemma: form, Rel: "punct", UPOS: "PUNCT"}
	switch c := form[0]; {
	case c == '[':
		t.XPOS = "-LRB-"
	case c == ']':
		t.XPOS = "-RRB-"
	case c >= '0' && c <= '9':
		t.UPOS, t.XPOS, t.Rel = "NUM", "CD", "dep"
	case c == ',' || c == ';' || c == ':' || c == '-':
		t.XPOS = ","
	default:
		t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", "dep"
	}
	return t
}

// points turns bytes of a sentence's marks into code points, by the nearest token.
type points struct{ s *language.Sentence }

func (p points) at(b int) int {
	near := &p.s.Tokens[0]
	for i := range p.s.Tokens {
		if p.s.Tokens[i].Bytes.Start() > b {
			break
		}
		near = &p.s.Tokens[i]
	}
	if b < near.Bytes.Start() {
		return near.Span.Start() - utf8.RuneCountInString(p.s.Source[b:near.Bytes.Start()])
	}
	return near.Span.Start() + utf8.RuneCountInString(p.s.Source[near.Bytes.Start():b])
}
