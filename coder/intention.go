package coder

import (
	"annals"
	"annals/what"
)

// asIntention codes what an actor will do, or will not do, as the codebook says
// (plover/intentions.tsv): in PLOVER cooperation in the future is AGREE, harm in
// the future is THREATEN, and a refusal to cooperate is REJECT. It reports whether
// the finding has become something that the actor refuses: a fact, though it is
// told with a negation.
func (r *sentenceReading) asIntention(f *what.Finding) (refused bool) {
	if len(f.Actor) == 0 {
		return false
	}
	if r.said.Denies(f.Verb) && r.becomes(f, what.Denied) { // "did not agree"
		return true
	}
	if !r.said.Intends(f.Verb) {
		return false
	}
	if r.said.Status(f.Verb) == annals.Negated {
		return r.becomes(f, what.Refused)
	}
	r.becomes(f, what.Announced)
	return false
}

// becomes makes a finding what the codebook says of a deed that is told so. It
// reports whether there is such a rule.
func (r *sentenceReading) becomes(f *what.Finding, told what.Telling) bool {
	kind, mode, changes := r.book.Becomes(f.Type, f.Mode, told)
	if changes {
		f.Type, f.Mode = kind, mode
	}
	return changes
}
