package sqlite

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"annals"
)

// Blocks end behind so many sentences or code points of text, whichever comes first: a
// larger block is compressed better, but takes longer to read for one line of it.
const (
	blockSentences = 8
	blockPoints    = 4 << 10
)

// block is some sentences of a document, with the text between them. The blocks of a
// document are its whole text.
type block struct {
	First   int    `json:"first"` // index of the first sentence
	Start   int    `json:"start"` // of the text in that of the document, in code points
	Numbers string `json:"cuts"`  // the cuts
	Text    string `json:"text"`

	cuts   []int // code points between sentences and in them, by turns
	points []int // byte of each code point of the text, and its length; nil if these are the same
	lines  [][]byte
	codec  *codec // of a block that was read
}

// blocksOf cuts a document into blocks.
func blocksOf(doc *annals.Document, sentences []annals.Span) ([]*block, error) {
	whole := block{Text: doc.Text}
	whole.index()
	if err := checkSentences(sentences, whole.length()); err != nil {
		return nil, fmt.Errorf("the document %q: %w", doc.ID, err)
	}
	var out []*block
	for first, start := 0, 0; first == 0 || first < len(sentences); {
		b := &block{First: first, Start: start}
		end, at := whole.length(), start
		next := first
		for next < len(sentences) && next-first < blockSentences && (next == first || at-start < blockPoints) {
			s := sentences[next]
			b.cuts = append(b.cuts, s.Start()-at, s.End()-s.Start())
			at = s.End()
			next++
		}
		if next < len(sentences) {
			end = at
		}
		b.Text = whole.at(annals.Span{start, end})
		b.index()
		out = append(out, b)
		if first, start = next, end; len(sentences) == 0 {
			break
		}
	}
	return out, nil
}

func checkSentences(sentences []annals.Span, length int) error {
	at := 0
	for i, s := range sentences {
		if s.Start() < at || s.End() < s.Start() || s.End() > length {
			return fmt.Errorf("sentence %d at %v is not behind the one before it, or not in the text", i, s)
		}
		at = s.End()
	}
	return nil
}

// index notes where the code points are.
func (b *block) index() {
	if utf8.RuneCountInString(b.Text) == len(b.Text) {
		return
	}
	b.points = make([]int, 0, len(b.Text))
	for i := range b.Text {
		b.points = append(b.points, i)
	}
	b.points = append(b.points, len(b.Text))
}

// length returns the code points of the text.
func (b *block) length() int {
	if b.points == nil {
		return len(b.Text)
	}
	return len(b.points) - 1
}

// at returns the text at a span of the document, "" if it is not in the block.
func (b *block) at(s annals.Span) string {
	from, to := s.Start()-b.Start, s.End()-b.Start
	switch {
	case from < 0 || to < from || to > b.length():
		return ""
	case b.points == nil:
		return b.Text[from:to]
	}
	return b.Text[b.points[from]:b.points[to]]
}

// sentence returns a sentence of the document if it is in the block.
func (b *block) sentence(index int) (annals.Quote, bool) {
	if index < b.First || index >= b.First+len(b.cuts)/2 {
		return annals.Quote{}, false
	}
	at := b.Start
	for _, cut := range b.cuts[:2*(index-b.First)+1] {
		at += cut
	}
	span := annals.Span{at, at + b.cuts[2*(index-b.First)+1]}
	return annals.Quote{Index: index, Span: span, Text: b.at(span)}, true
}

// encode returns the block as it lies in the file before it is compressed: a line of
// JSON, and one for each of its lines.
func (b *block) encode() ([]byte, error) {
	var cuts []byte
	for _, cut := range b.cuts {
		cuts = appendNumber(cuts, cut)
	}
	b.Numbers = string(cuts)
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(b); err != nil {
		return nil, fmt.Errorf("writing a block as JSON: %w", err)
	}
	for _, line := range b.lines {
		out.Write(line)
	}
	return out.Bytes(), nil
}

var errBlock = errors.New("a block of the record is damaged")

// decodeBlock reads what encode wrote. The block keeps data.
func (c *codec) decodeBlock(data []byte) (*block, error) {
	head, rest, _ := bytes.Cut(data, []byte("\n"))
	b := block{codec: c}
	if err := c.decodeHead(head, &b); err != nil {
		return nil, fmt.Errorf("%w: %w", errBlock, err)
	}
	for cuts := (numbers{rest: b.Numbers}); cuts.rest != ""; {
		b.cuts = append(b.cuts, cuts.next(), cuts.next())
		if cuts.err != nil {
			return nil, cuts.err
		}
	}
	b.index()
	for line := range bytes.Lines(rest) {
		b.lines = append(b.lines, line)
	}
	return &b, nil
}
