package coder

import (
	"annals"
	"annals/attribution"
)

// claims adds a line for each thing that is said and that no other line of the
// sentence tells.
func (r *sentenceReading) claims() {
	for i := range r.said.Said {
		said := &r.said.Said[i]
		if said.Charge || r.isThing(said) || !r.said.IsStated(said) || r.isTold(said) {
			continue
		}
		d := r.draft(annals.Claim, said.Cue, said.Content)
		d.found = i
		d.line.Text = r.claimText(said).Text
		d.line.Confidence = makingOfClaim(said).value
		if len(d.line.SaidBy) == 0 || r.isPrivateSaying(said, &d.line) {
			continue
		}
		d.line.ID = lineID(&d.line)
		r.drafts = append(r.drafts, d)
	}
}

// isThing reports whether what is said is a noun: it may be an event ("alleged an attack"), but says
// nothing by itself ("reported the results").
func (r *sentenceReading) isThing(said *attribution.Said) bool {
	t := &r.s.Tokens[said.Content]
	return t.UPOS == "NOUN" && t.Rel == "obj" && t.Head == said.Cue
}

// claimText returns the words of what is said without those that say who says so:
// "the port is closed, | an envoy said", "according to him, | the port is closed".
func (r *sentenceReading) claimText(said *attribution.Said) annals.Words {
	if r.isRaised(said) {
		return r.text(said.Cue) // the subject stands with the reporting verb
	}
	words := r.text(said.Content)
	if said.Outside < 0 || said.Outside == said.Content {
		return words
	}
	first, last := r.s.Extent(said.Content)
	a, b := r.s.Extent(said.Outside)
	for last > first+1 && r.s.Tokens[last-1].UPOS == "PUNCT" {
		last--
	}
	switch {
	case a <= first+1 && b < last:
		first = b
	case b >= last && a > first+1:
		last = a
	default:
		return words
	}
	for first < last-1 && (r.s.Tokens[first].UPOS == "PUNCT" && !opens(r.s.Tokens[first].Form)) {
		first++
	}
	for last-1 > first && r.s.Tokens[last-1].UPOS == "PUNCT" && !closes(r.s.Tokens[last-1].Form) {
		last--
	}
	if said.Content < first || said.Content >= last {
		return words
	}
	return r.s.Phrase(first, last)
}

// isRaised reports whether the subject of what is said is that of the reporting verb:
// "The king is said | to be ill".
func (r *sentenceReading) isRaised(said *attribution.Said) bool {
	return said.Content > said.Cue && r.s.Tokens[said.Content].Rel == "xcomp" && r.s.Tokens[said.Content].Head == said.Cue &&
		r.s.Child(said.Cue, "nsubj:pass") >= 0
}

// isTold reports whether a line already tells what is said: its word is the
// content's, or lies below it without another speaker in between.
func (r *sentenceReading) isTold(said *attribution.Said) bool {
	for i := range r.drafts {
		d := &r.drafts[i]
		if d.line.Kind == annals.Claim || d.line.Kind == annals.Event && !d.known && (d.isNobodys() || r.isPrivate(d)) {
			continue // finish drops the line of what happened to nobody: the words stay somebody's
		}
		if d.verb == said.Content || d.verb == said.Cue && r.book.IsForetelling(d.line.Type) {
			return true
		}
		for k := range r.said.Said {
			// "A reported that B said ...": the line that tells what B said tells it all.
			if inner := &r.said.Said[k]; inner.Cue == said.Content && inner.Content != said.Content && d.verb == inner.Content {
				return true
			}
		}
		chain := r.said.Chain(d.verb)
		if len(chain) > 0 && chain[len(chain)-1].Cue == said.Cue && r.mainOf(d.verb, said.Content) {
			return true
		}
	}
	return false
}

// mainOf reports whether a word is the content's main clause or coordinated
// with it, so that its line tells the claim as a whole.
func (r *sentenceReading) mainOf(verb, content int) bool {
	for verb >= 0 && verb != content {
		t := &r.s.Tokens[verb]
		if t.Rel != "conj" && t.Rel != "xcomp" {
			return false
		}
		verb = t.Head
	}
	return verb == content
}
