package coder

import (
	"slices"

	"annals"
	"annals/what"
)

// asThreat turns harm that a speaker announces to his hearer into the threat
// that it is: "she told them that they would be expelled". The harm lies in the
// future or on a condition; nobody else is named as doing it. It reports whether
// the finding has become a threat.
func (r *sentenceReading) asThreat(f *what.Finding) bool {
	kind, mode, changes := r.book.Becomes(f.Type, f.Mode, what.Foretold)
	if !changes || len(f.Recipient) == 0 {
		return false
	}
	if status := r.said.Status(f.Verb); status != annals.Future && status != annals.Hypothetical {
		return false
	}
	chain := r.said.Chain(f.Verb)
	if len(chain) == 0 || chain[len(chain)-1].Speaker < 0 {
		return false
	}
	source := chain[len(chain)-1]
	speakers := r.whom(source.Speaker)
	if len(speakers) == 0 || len(f.Actor) > 0 && !share(f.Actor, speakers) {
		return false
	}
	hearer := r.s.Child(source.Cue, "obj", "iobj")
	for c := range r.s.Children(source.Cue) {
		if hearer < 0 && r.s.Case(c) == "to" {
			hearer = c
		}
	}
	if hearer < 0 {
		return false
	}
	hearers := r.whom(hearer)
	if !share(hearers, f.Recipient) && !(share(speakers, f.Recipient) && r.suffersAsPronoun(f.Verb)) {
		return false
	}
	f.Type, f.Mode, f.Actor, f.Recipient = kind, mode, speakers, hearers
	f.Verb = source.Cue
	return true
}

// suffersAsPronoun reports whether a pronoun names whom a verb harms. In "the king
// told him that he would be punished" it may be taken for the king; but nobody
// threatens himself.
func (r *sentenceReading) suffersAsPronoun(verb int) bool {
	c := r.s.Child(verb, "nsubj:pass", "obj")
	return c >= 0 && r.s.Tokens[c].UPOS == "PRON"
}

// share reports whether two lists of participants have somebody in common.
func share(a, b []annals.Participant) bool {
	return slices.ContainsFunc(a, func(p annals.Participant) bool {
		return p.ID != "" && slices.ContainsFunc(b, func(q annals.Participant) bool { return p.ID == q.ID })
	})
}
