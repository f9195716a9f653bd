package coder

import "slices"

// causes links the lines that the sentence names as cause and effect.
func (r *sentenceReading) causes() {
	if len(r.drafts) < 2 {
		return
	}
	for _, c := range r.said.Causes() {
		cause, effect := r.draftOf(c.Cause, c.Effect), r.draftOf(c.Effect, c.Cause)
		if cause < 0 || effect < 0 || cause == effect {
			continue
		}
		id := r.drafts[cause].line.ID
		d := &r.drafts[effect]
		if id != d.line.ID && !slices.Contains(d.line.BecauseOf, id) {
			d.line.BecauseOf = append(d.line.BecauseOf, id)
			d.causes = append(d.causes, c)
		}
	}
}

// draftOf returns the draft that a word tells: the one that it carries itself, or
// the first within its phrase that lies outside another word; -1 if none.
func (r *sentenceReading) draftOf(token, outside int) int {
	for i := range r.drafts {
		if d := &r.drafts[i]; d.trigger == token || d.verb == token {
			return i
		}
	}
	for i := range r.drafts {
		d := &r.drafts[i]
		if r.s.Within(d.trigger, token) && (r.s.Within(outside, token) == r.s.Within(token, outside) || !r.s.Within(d.trigger, outside)) {
			return i
		}
	}
	return -1
}
