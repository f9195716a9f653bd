package language

import (
	"iter"
	"strings"
	"unicode/utf8"

	"annals"
)

// partSize is how many bytes of a long document are read at a time, so that a
// book needs no more memory than a chapter.
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

// Parts yields the sentences of a document as Read would return them, some
// thousand at a time.
func (r *Reader) Parts(doc *annals.Document) iter.Seq[[]Sentence] {
	return func(yield func([]Sentence) bool) {
		var before place
		for p := range parts(doc.Text) {
			document := *doc
			document.Text = p.text
			sentences := r.Read(&document)
			before.bytes = p.start
			for i := range sentences {
				before.move(&sentences[i], doc.Text)
			}
			if !yield(sentences) {
				return
			}
			before.points += utf8.RuneCountInString(p.text)
			if n := len(sentences); n > 0 {
				before.sentences += n
				before.paragraphs = sentences[n-1].Paragraph + 1
			}
		}
	}
}

// place is what of a document stands before a part of it.
type place struct{ bytes, points, sentences, paragraphs int }

// move puts a sentence of a part where it stands in the document.
func (p place) move(s *Sentence, text string) {
	s.Index += p.sentences
	s.Paragraph += p.paragraphs
	s.Source = text
	s.Span, s.Bytes = moved(s.Span, p.points), moved(s.Bytes, p.bytes)
	for k := range s.Marks {
		s.Marks[k] = moved(s.Marks[k], p.bytes)
	}
	for k := range s.Tokens {
		t := &s.Tokens[k]
		t.Span, t.Bytes = moved(t.Span, p.points), moved(t.Bytes, p.bytes)
	}
}

func moved(s annals.Span, by int) annals.Span { return annals.Span{s[0] + by, s[1] + by} }
