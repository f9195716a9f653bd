package coder

import (
	"slices"
	"strings"

	"annals"
	"annals/attribution"
	"annals/gazetteer"
	"annals/language"
)

// isPrivate reports whether an event is no public affair: nobody who takes part in
// it has to do with a state, a public body or an office, and nobody else who is spoken of
// beside it has. "Her parents refused the treatment" is none of a record of
// politics; "her parents sued the state" is. Violence and force are the affair of whatever
// state the sentence speaks of; words need one in their own clause or above it, and what the
// writer or the reader does must be done to one.
func (r *sentenceReading) isPrivate(d *draft) bool {
	line := &d.line
	t := r.book.Type(line.Type, line.Mode)
	if len(line.Actor) == 0 && (line.Status != annals.Actual || len(line.SaidBy) == 0) && r.isAnybodys(d.verb) {
		return true
	}
	ours := !slices.ContainsFunc(line.Actor, isKnown) && r.isOurs(d.verb)
	if ours && (t.Leads() || !t.Public() && !slices.ContainsFunc(line.Recipient, r.isNamedFigure)) {
		return true // wherever a writer whom nobody knows travelled, and whatever representative he phoned
	}
	isPublic := r.isPolitical
	if t.Verbal() || t.Leads() {
		isPublic = r.isPublicFigure
	}
	if t.Public() || slices.ContainsFunc(line.Actor, isPublic) || slices.ContainsFunc(line.Recipient, isPublic) {
		return false
	}
	for i := range r.s.Tokens {
		tag := r.s.Tokens[i].UPOS
		if tag != "NOUN" && tag != "PROPN" && tag != "ADJ" && tag != "PRON" || !slices.ContainsFunc(r.whom(i), isPublic) || isPartOf(line, r.s.Tokens[i].Span) {
			continue
		}
		if !t.Verbal() || r.isInClauseOf(i, d.verb) {
			return false
		}
	}
	return true
}

// isOurs reports whether the writer, the reader or anybody, or their own people, are the
// subject of a verb: "I phoned the company", "you can visit the cape", "my family moved",
// "friends of mine came".
func (r *sentenceReading) isOurs(verb int) bool {
	subject := r.subjectOf(verb)
	if r.s.Tokens[verb].UPOS == "NOUN" {
		subject = r.s.Child(verb, "nmod:poss") // "your trip"
	}
	if subject < 0 {
		return false
	}
	if owner := r.s.Child(subject, "nmod:poss", "nmod"); owner >= 0 && r.s.Tokens[subject].UPOS == "NOUN" && r.s.Tokens[owner].UPOS == "PRON" {
		form := r.s.Tokens[owner].Form
		return r.cues.IsFirstPerson(form) || r.cues.IsGeneric(form)
	}
	form := r.s.Tokens[subject].Form
	return r.cues.IsFirstPerson(form) || r.cues.IsGeneric(form)
}

// isAnybodys reports whether whoever reads is told to do something, or that he might: "visit
// the consul", "you can apply to the consulate".
func (r *sentenceReading) isAnybodys(verb int) bool {
	subject := r.subjectOf(verb)
	if subject >= 0 {
		return r.cues.IsGeneric(r.s.Tokens[subject].Form)
	}
	root := &r.s.Tokens[verb]
	for steps := 0; root.Head >= 0 && steps < 4 && (root.Rel == "conj" || root.Rel == "xcomp" || language.IsRel(root.Rel, "advcl")); steps++ {
		root = &r.s.Tokens[root.Head]
	}
	return root.Head < 0 && root.XPOS == "VB"
}

// subjectOf returns the subject of a verb, or that of the verbs that it is an infinitive or
// a coordinate of: "I wanted to visit and photograph them".
func (r *sentenceReading) subjectOf(verb int) int {
	for steps := 0; verb >= 0 && steps < 6; steps++ {
		if subject := r.s.Child(verb, "nsubj", "nsubj:pass"); subject >= 0 {
			return subject
		}
		t := &r.s.Tokens[verb]
		if t.Rel != "conj" && t.Rel != "xcomp" && !language.IsRel(t.Rel, "advcl") || r.s.Tokens[verb].XPOS == "VBN" {
			return -1
		}
		verb = t.Head
	}
	return -1
}

// isInClauseOf reports whether a word stands in the clause of a verb or of an event noun, or
// in a clause above it, or in one that tells their time or reason, but in none that only goes
// with them: relative clauses and coordinates.
func (r *sentenceReading) isInClauseOf(word, verb int) bool {
	for node, steps := word, 0; node >= 0 && steps <= len(r.s.Tokens); node, steps = r.s.Tokens[node].Head, steps+1 {
		if r.s.Within(verb, node) {
			return true // this is where both meet
		}
		t := &r.s.Tokens[node]
		switch {
		case t.Rel == "acl:relcl":
			if when := r.s.Child(node, "advmod"); when < 0 || r.s.Tokens[when].Lemma != "when" {
				return false
			}
		case t.Rel == "parataxis", t.Rel == "ccomp", t.Rel == "conj" && t.UPOS == "VERB":
			return false
		}
	}
	return false
}

// isPrivateSaying reports whether nobody but the writer, or the readers, holds something
// about no public affair: "I think the soup is good". What others say is theirs, and what
// the writer says of states, public bodies and offices is a source's opinion.
func (r *sentenceReading) isPrivateSaying(said *attribution.Said, line *annals.Line) bool {
	for i := range line.SaidBy {
		if isKnown(line.SaidBy[i].Participant) {
			return false
		}
	}
	if said.Speaker < 0 {
		cue := &r.s.Tokens[said.Cue]
		if cue.UPOS == "ADV" || cue.XPOS == "VBN" || cue.UPOS == "NOUN" && language.IsRel(cue.Rel, "nsubj") && said.Stance != annals.Doubts {
			return false // "allegedly", "it is feared that", "there are fears that"
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

// isKnown reports whether more is known of a participant than words.
func isKnown(p annals.Participant) bool {
	return p.ID != "" || p.Country != "" || p.Role != "" || len(p.Sector) > 0
}

func (r *sentenceReading) anyPolitical(participants []annals.Participant) bool {
	return slices.ContainsFunc(participants, r.isPolitical)
}

// isPartOf reports whether words are among those of the actors or recipients of a line.
func isPartOf(line *annals.Line, span annals.Span) bool {
	holds := func(p annals.Participant) bool { return p.Span.Overlaps(span) }
	return slices.ContainsFunc(line.Actor, holds) || slices.ContainsFunc(line.Recipient, holds)
}

// isPublicFigure reports whether a participant stands for a country and is nobody of whom only
// the name and the nationality are known: whom a French actress meets or praises is her own
// affair, who kills her is the affair of France.
func (r *sentenceReading) isPublicFigure(p annals.Participant) bool {
	if isPerson(p) && !slices.ContainsFunc(p.Sector, r.names.IsPolitical) && (p.Role == "" || !r.book.IsOffice(p.Role)) {
		return false
	}
	return r.isPolitical(p)
}

// isNamedFigure reports whether a participant is a public figure or body of a name or a country:
// "the representative" may be anybody's.
func (r *sentenceReading) isNamedFigure(p annals.Participant) bool {
	return (p.Country != "" || p.ID != "") && r.isPolitical(p)
}

// isPolitical reports whether a participant stands for a country, of today or of the
// past, a people, a public body or an office, or is a figure of the text.
func (r *sentenceReading) isPolitical(p annals.Participant) bool {
	return r.isOfState(p) || r.isFigure(p)
}

// isOfState reports whether a participant stands for a country, of today or of the
// past, a people, a public body or an office.
func (r *sentenceReading) isOfState(p annals.Participant) bool {
	polity, _, _ := strings.Cut(p.ID, ":") // "carthage:fleet"
	if e := r.names.Entry(polity); e != nil {
		switch e.Kind {
		case gazetteer.Historical, gazetteer.People:
			return true
		case gazetteer.Company, gazetteer.Media:
			return false // wherever its seat is
		}
	}
	return p.Country != "" || slices.ContainsFunc(p.Sector, r.names.IsPolitical) || p.Role != "" && r.book.IsOffice(p.Role)
}
