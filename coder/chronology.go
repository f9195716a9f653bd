package coder

import (
	"annals"
	"annals/when"
)

// A chronology puts a date before each entry: "1949 - 28 January: the council meets", and
// under it "27 December: the queen abdicates". An entry takes the year from the label above
// it, also across paragraphs, where no story goes on.

// label is the date that stands before an entry or alone in its line.
type label struct {
	when      *annals.When
	in        annals.Quote
	alone     bool // nothing else is in its sentence: it is the date of the next one of the paragraph
	paragraph int
}

// labelEnd returns the token behind a date that opens the sentence where a label may end, or
// -1 if the sentence opens otherwise.
func (r *sentenceReading) labelEnd() int {
	if len(r.times) == 0 {
		return -1
	}
	if e := &r.times[0]; e.First == 0 && e.Kind == when.Point && e.When.EDTF != "" && (e.Relation == "at" || e.Last == len(r.s.Tokens)) {
		return e.Last
	}
	return -1
}

// takeLabel reads the dates of a sentence that opens a paragraph once more, as an entry
// under the label above it, and keeps them if it is one.
func (r *sentenceReading) takeLabel() {
	if r.above.when == nil || r.narrative != nil {
		return
	}
	times := r.times
	r.times = r.rules.Find(r.s, when.Reference{Published: r.doc.Published, Narrative: r.above.when})
	if end := r.labelEnd(); end < 0 || end == len(r.s.Tokens) || !isLabelMark(r.s.Tokens[end].Form) {
		r.times = times
		return
	}
	r.narrative, r.toldIn = r.above.when, r.above.in
	r.before = r.memory
}

// keepLabel remembers the label of the sentence for the entries below it.
func (r *sentenceReading) keepLabel() {
	end := r.labelEnd()
	if end < 0 {
		r.above.alone = false
		return
	}
	last := end
	if last < len(r.s.Tokens) && (isLabelMark(r.s.Tokens[last].Form) || r.s.Tokens[last].Form == "." && last+1 == len(r.s.Tokens)) {
		last++
	}
	if last == end && end < len(r.s.Tokens) {
		r.above.alone = false
		return
	}
	r.above = label{when: &r.times[0].When, in: quote(r.s), paragraph: r.s.Paragraph, alone: last == len(r.s.Tokens)}
}

// datesOfLabel returns the date of a label that is a sentence of its own right before this
// one, for what the main clause tells.
func (r *sentenceReading) datesOfLabel(verb int) []*annals.When {
	if r.s.Tokens[verb].Rel == "root" && r.entry != nil {
		return []*annals.When{r.entry}
	}
	return nil
}

// isLabelMark reports what stands between a label and its entry.
func isLabelMark(form string) bool {
	switch form {
	case ":", "-", "–", "—":
		return true
	}
	return false
}
