package coder

import (
	"slices"

	"annals"
	"annals/language"
	"annals/what"
)

// asThreat turns harm that a speaker announces to his hearer into the threat
// that it is: "she told them that they would be expelled". The harm lies in the
// future or on a condition; nobody else is named as doing it. It reports whether
// the finding has become a threat. Harm on a condition is one whoever hears of it:
// "she told the envoy that Peru would be punished if it did not pay".
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
	hearers := r.hearers(source.Cue)
	switch {
	case share(hearers, f.Recipient), len(hearers) > 0 && share(speakers, f.Recipient) && r.suffersAsPronoun(f.Verb):
		f.Recipient = hearers
	case !r.hasCondition(f.Verb) && !r.hasCondition(source.Cue) || share(speakers, f.Recipient) || len(hearers) == 0 && speakers[0].Country == "":
		return false // nobody's condition, or a mere forecast
	}
	f.Type, f.Mode, f.Actor = kind, mode, speakers
	f.Verb = source.Cue
	return true
}

// hearers returns whom a reporting verb is addressed to.
func (r *sentenceReading) hearers(cue int) []annals.Participant {
	hearer := r.s.Child(cue, "obj", "iobj")
	for c := range r.s.Children(cue) {
		if hearer < 0 && r.s.Case(c) == "to" {
			hearer = c
		}
	}
	if hearer < 0 {
		return nil
	}
	return r.whom(hearer)
}

// hasCondition reports whether a clause with "if" or "unless" hangs on a verb.
func (r *sentenceReading) hasCondition(verb int) bool {
	for c := range r.s.Children(verb) {
		if language.IsRel(r.s.Tokens[c].Rel, "advcl") && r.said.Status(c) == annals.Hypothetical && r.s.Child(c, "mark") >= 0 {
			return true
		}
	}
	return false
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
		return slices.ContainsFunc(b, func(q annals.Participant) bool {
			return p.ID != "" && p.ID == q.ID || p.ID == q.ID && p.Name == q.Name && p.Name != "" // "the envoy", taken up by "he"
		})
	})
}
