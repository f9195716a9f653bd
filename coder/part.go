package coder

import (
	"iter"
	"strings"
	"unicode/utf8"

	"annals"
	"annals/language"
)

// partSize is how many bytes of a long document are read at a time, so that a
// book needs no more memory than a chapter. Pronouns do not reach from one part
// into the one before.
const partSize = 256 << 10

// part is a piece of a document's text from byte start on.
type part struct {
	start int
	text  string
}

// parts cuts a text behind paragraphs, or where none ends behind lines, spaces
// or at last characters.
func parts(text string) iter.Seq[part] {
	return func(yield func(part) bool) {
		start := 0
		for len(text)-start > partSize {
			end := start + cut(text[start:start+partSize])
			if !yield(part{start, text[start:end]}) {
				return
			}
			start = end
		}
		yield(part{start, text[start:]})
	}
}

// cut returns where a piece of text is best cut: in its second half, if it can
// be.
func cut(piece string) int {
	for _, separator := range [...]string{"\n\n", "\n", " "} {
		if at := strings.LastIndex(piece, separator); at > len(piece)/2 {
			return at + len(separator)
		}
	}
	end := len(piece)
	for end > len(piece)-utf8.UTFMax && !utf8.RuneStart(piece[end-1]) {
		end--
	}
	return end - 1
}

// sentences reads a part and puts its sentences where they stand in the
// document.
func (d *documentReading) sentences(p part) []language.Sentence {
	document := *d.doc
	document.Text = p.text
	sentences := d.reader.Read(&document)
	for i := range sentences {
		s := &sentences[i]
		s.Index += d.read
		s.Source = d.doc.Text
		s.Span, s.Bytes = moved(s.Span, d.points), moved(s.Bytes, p.start)
		for k := range s.Tokens {
			t := &s.Tokens[k]
			t.Span, t.Bytes = moved(t.Span, d.points), moved(t.Bytes, p.start)
		}
	}
	d.read += len(sentences)
	d.points += utf8.RuneCountInString(p.text)
	return sentences
}

func moved(s annals.Span, by int) annals.Span { return annals.Span{s[0] + by, s[1] + by} }
