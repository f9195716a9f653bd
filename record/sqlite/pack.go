package sqlite

import (
	"slices"
	"strings"

	"annals"
)

// inText stands in the place of words that the text of the block has at their span. A
// text that begins so gets another one before it.
const inText = "="

// pack makes a line smaller: words that stand in the block are left out, and spans are
// told beside the line, as their distance from the sentence and their length. It
// returns these numbers. The line must be the caller's own, see clone.
func (b *block) pack(line *annals.Line, doc *annals.Document, coder string) []byte {
	from := line.Sentence.Span.Start()
	out := b.packSentence(&line.Sentence)
	eachWords(line, func(text *string, span *annals.Span) {
		*text = leftOut(*text, b.at(*span))
		out = appendNumber(appendNumber(out, span.Start()-from), span.End()-span.Start())
		*span = annals.Span{}
	})
	leaveOutSame(line)
	line.ID = ""
	line.Document = leftOut(line.Document, doc.ID)
	line.Coder = leftOut(line.Coder, coder)
	return out
}

// packSentence leaves a sentence out but for its place in the block, or says that it
// is none of the block.
func (b *block) packSentence(s *annals.Quote) []byte {
	known, ok := b.sentence(s.Index)
	if ok && known == *s {
		out := appendNumber(nil, s.Index-b.First)
		*s = annals.Quote{Text: inText}
		return out
	}
	s.Text = leftOut(s.Text, "")
	return appendNumber(nil, -1)
}

// unpack makes a line whole again.
func (b *block) unpack(line *annals.Line, beside *numbers, doc, coder string) {
	if index := beside.next(); index >= 0 {
		line.Sentence, _ = b.sentence(b.First + index)
	} else {
		line.Sentence.Text = putBack(line.Sentence.Text, "")
	}
	from := line.Sentence.Span.Start()
	eachWords(line, func(text *string, span *annals.Span) {
		start, length := from+beside.next(), beside.next()
		*span = annals.Span{start, start + length}
		*text = putBack(*text, b.at(*span))
	})
	putBackSame(line)
	line.Document = putBack(line.Document, doc)
	line.Coder = putBack(line.Coder, coder)
}

// leftOut returns what stands in the place of words that are known.
func leftOut(words, known string) string {
	switch {
	case words == "":
		return ""
	case words == known:
		return inText
	case strings.HasPrefix(words, inText):
		return inText + words
	}
	return words
}

// putBack returns what leftOut was given.
func putBack(words, known string) string {
	if words == inText {
		return known
	}
	return strings.TrimPrefix(words, inText)
}

// leaveOutSame leaves out what a date or a participant says twice: most dates are one
// day, and the id of a country is its code.
func leaveOutSame(line *annals.Line) {
	eachWhen(line, func(w *annals.When) { w.From, w.To = leftOut(w.From, w.EDTF), leftOut(w.To, w.EDTF) })
	eachParticipant(line, func(p *annals.Participant) { p.ID = leftOut(p.ID, p.Country) })
}

// putBackSame undoes leaveOutSame.
func putBackSame(line *annals.Line) {
	eachWhen(line, func(w *annals.When) { w.From, w.To = putBack(w.From, w.EDTF), putBack(w.To, w.EDTF) })
	eachParticipant(line, func(p *annals.Participant) { p.ID = putBack(p.ID, p.Country) })
}

// eachWhen calls do with all dates of a line.
func eachWhen(line *annals.Line, do func(*annals.When)) {
	if line.When != nil {
		do(line.When)
	}
	for i := range line.SaidBy {
		if line.SaidBy[i].When != nil {
			do(line.SaidBy[i].When)
		}
	}
}

// eachParticipant calls do with all participants of a line.
func eachParticipant(line *annals.Line, do func(*annals.Participant)) {
	for i := range line.Actor {
		do(&line.Actor[i])
	}
	for i := range line.Recipient {
		do(&line.Recipient[i])
	}
	for i := range line.SaidBy {
		do(&line.SaidBy[i].Participant)
	}
}

// eachWords calls do with all words of a line that have a span.
func eachWords(line *annals.Line, do func(text *string, span *annals.Span)) {
	if line.Trigger != nil {
		do(&line.Trigger.Text, &line.Trigger.Span)
	}
	eachParticipant(line, func(p *annals.Participant) { do(&p.Text, &p.Span) })
	eachWhen(line, func(w *annals.When) {
		if w.Span != nil {
			do(&w.Text, w.Span)
		}
	})
	for i := range line.Where {
		do(&line.Where[i].Text, &line.Where[i].Span)
	}
	for i := range line.Quantity {
		do(&line.Quantity[i].Text, &line.Quantity[i].Span)
	}
}

// clone returns a copy of a line whose words with a span are its own.
func clone(line *annals.Line) annals.Line {
	c := *line
	if c.Trigger != nil {
		c.Trigger = &annals.Words{Text: c.Trigger.Text, Span: c.Trigger.Span}
	}
	c.Actor, c.Recipient = slices.Clone(c.Actor), slices.Clone(c.Recipient)
	c.Where, c.SaidBy, c.Quantity = slices.Clone(c.Where), slices.Clone(c.SaidBy), slices.Clone(c.Quantity)
	c.When = cloneWhen(c.When)
	for i := range c.SaidBy {
		c.SaidBy[i].When = cloneWhen(c.SaidBy[i].When)
	}
	return c
}

func cloneWhen(w *annals.When) *annals.When {
	if w == nil {
		return nil
	}
	c := *w
	if c.Span != nil {
		span := *c.Span
		c.Span = &span
	}
	return &c
}
