package coder

import (
	"annals"
	"annals/what"
)

// The types of announcements, which PLOVER keeps apart from the deeds announced.
const (
	agree    = "AGREE"
	reject   = "REJECT"
	threaten = "THREATEN"
)

// asIntention codes what an actor will do, or will not do, by PLOVER's rule for
// its auxiliary modes (codebook of 2021, section "Auxiliary modes"): cooperation
// in the future is AGREE, harm in the future is THREATEN, and a refusal to
// cooperate is REJECT; the coder returns the one category, not a category with a
// mode. CAMEO has the same rule ("express intent to cooperate", 03).
func (r *sentenceReading) asIntention(f *what.Finding) {
	if f.Type == agree && len(f.Actor) > 0 && r.said.Denies(f.Verb) {
		f.Type, f.Mode = reject, "" // "did not agree"
		return
	}
	t := r.book.Type(f.Type, f.Mode)
	if t == nil || len(f.Actor) == 0 || f.Type == agree || !r.said.Intends(f.Verb) {
		return
	}
	refuses := r.said.Status(f.Verb) == annals.Negated
	switch {
	case t.Cooperative() && refuses:
		f.Type, f.Mode = reject, ""
	case t.Cooperative():
		f.Type, f.Mode = agree, ""
	case t.Quad == "material-conflict" && !refuses:
		f.Type, f.Mode = threaten, ""
	}
}
