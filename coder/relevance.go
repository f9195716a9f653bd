package coder

import (
	"slices"
	"strings"

	"annals"
	"annals/attribution"
	"annals/gazetteer"
)

// isPrivate reports whether an event is no public affair: nobody who takes part in
// it has to do with a state, a public body or an office, and nobody else in the
// sentence has. "Her parents refused the treatment" is none of a record of
// politics; "her parents sued the state" is.
func (r *sentenceReading) isPrivate(line *annals.Line) bool {
	if r.book.Type(line.Type, line.Mode).Public() || r.anyPolitical(line.Actor) || r.anyPolitical(line.Recipient) {
		return false
	}
	for i := range r.s.Tokens {
		if tag := r.s.Tokens[i].UPOS; (tag == "NOUN" || tag == "PROPN" || tag == "ADJ" || tag == "PRON") && r.anyPolitical(r.whom(i)) {
			return false
		}
	}
	return true
}

// isPrivateSaying reports whether nobody but the writer, or the readers, holds something
// about no public affair: "I think the soup is good". What others say is theirs, and what
// the writer says of states, public bodies and offices is a source's opinion.
func (r *sentenceReading) isPrivateSaying(said *attribution.Said, line *annals.Line) bool {
	for i := range line.SaidBy {
		if s := &line.SaidBy[i]; s.ID != "" || s.Country != "" || s.Role != "" || len(s.Sector) > 0 {
			return false
		}
	}
	if said.Speaker < 0 {
		if r.s.Tokens[said.Cue].UPOS == "ADV" {
			return false // "allegedly"
		}
	} else if form := r.s.Tokens[said.Speaker].Form; !r.cues.IsFirstPerson(form) && !r.cues.IsGeneric(form) {
		return false
	}
	for i := range r.s.Tokens {
		if tag := r.s.Tokens[i].UPOS; (tag == "NOUN" || tag == "PROPN") && r.anyPolitical(r.whom(i)) {
			return false
		}
	}
	return true
}

func (r *sentenceReading) anyPolitical(participants []annals.Participant) bool {
	return slices.ContainsFunc(participants, r.isPolitical)
}

// isPolitical reports whether a participant stands for a country, of today or of the
// past, a people, a public body or an office.
func (r *sentenceReading) isPolitical(p annals.Participant) bool {
	polity, _, _ := strings.Cut(p.ID, ":") // "carthage:fleet"
	if e := r.names.Entry(polity); e != nil && (e.Kind == gazetteer.Historical || e.Kind == gazetteer.People) {
		return true
	}
	return p.Country != "" || slices.ContainsFunc(p.Sector, r.names.IsPolitical) || p.Role != "" && r.book.IsOffice(p.Role)
}
