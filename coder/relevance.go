package coder

import (
	"slices"
	"strings"

	"annals"
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
