package coder

import (
	"annals"
	"annals/what"
)

// Use is a word of a document that stands between two actors.
type Use struct {
	what.Use
	Document string
	Sentence annals.Quote
}

// Uses returns the words of a document that stand between two actors, and whether
// the codebook covers them, in the order of the text.
func (c *Coder) Uses(doc *annals.Document) []Use {
	reading := &documentReading{Coder: c, doc: doc}
	var out []Use
	for sentences := range c.reader.Parts(doc) {
		reading.cast = c.resolver.Read(doc, sentences)
		reading.setting = c.places.Context(sentences)
		for i := range sentences {
			s := &sentences[i]
			r := &sentenceReading{documentReading: reading, s: s, at: i}
			r.said = c.cues.Read(s)
			for _, use := range c.book.Uses(s, partiesOf{r}) {
				out = append(out, Use{use, doc.ID, annals.Quote{Index: s.Index, Span: s.Span, Text: s.Text}})
			}
		}
	}
	return out
}
