package eval

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"unicode"

	"annals"
	"annals/language/conllu"
)

// RawText is the text of a document of a treebank, and how its words and
// sentences are cut there.
type RawText struct {
	ID   string // of "# newdoc id = ..."
	Text string
	Gold Cut
}

// RawTexts puts together the texts of a treebank in CoNLL-U, one for each
// "# newdoc": an empty line goes before each "# newpar", a space between
// sentences. The text of a sentence is that of "# text", or where there is none
// its tokens, with spaces but after SpaceAfter=No. It stops at the first error,
// which names file and line.
func RawTexts(file string, sentences iter.Seq2[*conllu.Sentence, error]) iter.Seq2[*RawText, error] {
	return func(yield func(*RawText, error) bool) {
		var b textBuilder
		for s, err := range sentences {
			if err != nil {
				yield(nil, err)
				return
			}
			if begins(s, "newdoc") && b.text.Len() > 0 {
				if !yield(b.done(), nil) {
					return
				}
				b = textBuilder{}
			}
			if err := b.add(file, s); err != nil {
				yield(nil, err)
				return
			}
		}
		if b.text.Len() > 0 {
			yield(b.done(), nil)
		}
	}
}

// begins reports whether a sentence is the first of a document ("newdoc") or
// paragraph ("newpar").
func begins(s *conllu.Sentence, mark string) bool {
	for _, c := range s.Comments {
		words := strings.Fields(strings.TrimPrefix(c, "#"))
		if len(words) > 0 && words[0] == mark {
			return true
		}
	}
	return false
}

// textBuilder makes a text of sentences.
type textBuilder struct {
	id   string
	text strings.Builder
	gold Cut
	at   int // code points so far that are no white space
}

func (b *textBuilder) done() *RawText { return &RawText{b.id, b.text.String(), b.gold} }

func (b *textBuilder) add(file string, s *conllu.Sentence) error {
	switch {
	case b.text.Len() == 0:
		b.id = s.Comment("newdoc id")
	case begins(s, "newpar"):
		b.text.WriteString("\n\n")
	default:
		b.text.WriteByte(' ')
	}
	start := b.at
	tokens, err := b.tokens(file, s)
	if err != nil {
		return err
	}
	text := s.Comment("text")
	if text == "" {
		text = tokens
	}
	if squeeze(text) != squeeze(tokens) {
		return fmt.Errorf("%s:%d: the tokens of the sentence do not spell its # text: %q", file, s.Line, tokens)
	}
	b.text.WriteString(text)
	b.gold.Sentences = append(b.gold.Sentences, annals.Span{start, b.at})
	return nil
}

// tokens adds the words of a sentence and returns its tokens as printed.
func (b *textBuilder) tokens(file string, s *conllu.Sentence) (string, error) {
	var out strings.Builder
	last := 0 // number of the last word of the multiword token that is open
	var span annals.Span
	word := 0
	for i := range s.Rows {
		row := &s.Rows[i]
		switch {
		case strings.Contains(row[conllu.ID], "."):
			continue // an empty node
		case row.IsWord():
			word++
			if word <= last {
				b.gold.Words = append(b.gold.Words, Piece{row[conllu.Form], span, true})
				continue
			}
		case word < last:
			return "", rowError(file, s, i, "the multiword token %s begins within another", row[conllu.ID])
		}
		length := visible(row[conllu.Form])
		if length == 0 {
			return "", rowError(file, s, i, "token %s is white space", row[conllu.ID])
		}
		span = annals.Span{b.at, b.at + length}
		b.at = span.End()
		out.WriteString(row[conllu.Form])
		if row.Feature(conllu.Misc, "SpaceAfter") != "No" {
			out.WriteByte(' ')
		}
		if row.IsWord() {
			b.gold.Words = append(b.gold.Words, Piece{row[conllu.Form], span, false})
			continue
		}
		var ok bool
		if last, ok = lastOf(row[conllu.ID], word+1); !ok {
			return "", rowError(file, s, i, "the multiword token %s does not begin with the next word, %d", row[conllu.ID], word+1)
		}
	}
	if word < last {
		return "", fmt.Errorf("%s:%d: the sentence ends within a multiword token, before word %d", file, s.Line, last)
	}
	return strings.TrimSpace(out.String()), nil
}

// lastOf returns the number of the last word of a multiword token "3-4" that
// begins with word first.
func lastOf(id string, first int) (int, bool) {
	from, to, _ := strings.Cut(id, "-")
	last, err := strconv.Atoi(to)
	return last, err == nil && from == strconv.Itoa(first) && last >= first
}

// CutText returns how a text is cut into sentences, each a list of words given
// by their bytes.
func CutText(text string, sentences [][]annals.Span) Cut {
	var out Cut
	points, bytes := 0, 0
	at := func(b int) int {
		points += visible(text[bytes:b])
		bytes = b
		return points
	}
	for _, words := range sentences {
		if len(words) == 0 {
			continue
		}
		first := len(out.Words)
		for _, w := range words {
			start := at(w.Start())
			out.Words = append(out.Words, Piece{Form: text[w.Start():w.End()], Span: annals.Span{start, at(w.End())}})
		}
		span := annals.Span{out.Words[first].Span.Start(), out.Words[len(out.Words)-1].Span.End()}
		out.Sentences = append(out.Sentences, span)
	}
	return out
}

// visible counts the code points that are no white space.
func visible(s string) int {
	n := 0
	for _, r := range s {
		n += one(!unicode.IsSpace(r))
	}
	return n
}

// squeeze takes away white space.
func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }
