package coder

import (
	"annals"
	"annals/what"
)

// asIntention codes what an actor will do, or will not do, as the codebook says
// (plover/intentions.tsv): in PLOVER cooperation in the future is AGREE, harm in
// the future is THREATEN, and a refusal to cooperate is REJECT. It returns the
// telling that has changed the finding, or what.AsDone if none has.
func (r *sentenceReading) asIntention(f *what.Finding) what.Telling {
	if len(f.Actor) == 0 {
		return what.AsDone
	}
	if r.said.Denies(f.Verb) && r.becomes(f, what.Denied) { // "did not agree"
		return what.Denied
	}
	if !r.said.Intends(f.Verb) {
		return what.AsDone
	}
	told := what.Announced
	if r.said.Status(f.Verb) == annals.Negated {
		told = what.Refused
	}
	if r.becomes(f, told) {
		return told
	}
	return what.AsDone
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
