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
	var out []Use
	c.each(doc, func(r *sentenceReading) {
		for _, use := range c.book.Uses(r.s, partiesOf{r}) {
			out = append(out, Use{use, doc.ID, quote(r.s)})
		}
	})
	return out
}
