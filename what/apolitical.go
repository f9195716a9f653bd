package what

import (
	"slices"
	"strings"

	"annals/language"
)

// Deeds that are none of politics though the words are the same: games, shows and
// the weather, and what is done time and again.

// isApolitical reports whether an event is one of sport, of the stage or of
// nature: who does it plays ("the striker fired a shot"), or it ends with a score.
// Players who protest or accuse somebody do so as citizens, and
// whom a king receives is his guest.
func (m *matcher) isApolitical(f *Finding) bool {
	t := m.book.Type(f.Type, f.Mode)
	if t == nil {
		return false
	}
	if m.isOfArt(f.Trigger) || m.isNaming(f.Verb) {
		return true
	}
	subject := m.frame(f.Verb).first("subj")
	if subject < 0 && m.s.Tokens[f.Verb].UPOS == "NOUN" {
		subject = m.frame(f.Verb).first("by")
	}
	if subject >= 0 && m.s.Tokens[subject].UPOS == "NOUN" && !isAcronym(m.s.Tokens[subject].Form) {
		lemma := m.lemma(subject)
		if m.book.classes[classNature][lemma] {
			return t.Conflictual() || t.Cooperative()
		}
		if m.book.classes[classPlayer][lemma] && m.frame(subject).first("of") < 0 && t.befalls(games) {
			return !slices.ContainsFunc(f.Recipient, governs)
		}
	}
	return t.befalls(scores) && m.hasScore(f.Verb) || m.wantsSomebody(f, t) && m.isThing(subject, f)
}

// wantsSomebody reports whether only people do what an event tells, and nobody is known to have
// done it: words, help and journeys. Bombs kill, walls keep out, ships withdraw.
func (m *matcher) wantsSomebody(f *Finding, t *Type) bool {
	return len(f.Actor) == 0 && f.Trigger == f.Verb && (t.Verbal() || t.Leads() || t.Cooperative() && !t.befalls(games))
}

// isThing reports whether the subject of a verb is a thing of which nobody is known, so that
// what only people do is not meant: "the article guarantees success", "that alarms me".
// Documents speak for those who wrote them, deeds for those who did them, and offices and
// forces are people.
func (m *matcher) isThing(subject int, f *Finding) bool {
	if subject < 0 || m.frame(f.Verb).passive || slices.Contains(f.Entry.Recipient, "subj") {
		return false
	}
	if pronoun := m.s.Child(f.Verb, "nsubj"); pronoun >= 0 && m.s.Tokens[pronoun].Lemma == "who" {
		return false
	}
	switch t := &m.s.Tokens[subject]; t.UPOS {
	case "PRON", "DET":
		return t.Lemma == "this" || t.Lemma == "that" && t.Head == f.Verb && m.s.Tokens[f.Verb].Rel != "acl:relcl"
	case "NOUN":
		if len(m.partiesOf(subject)) > 0 || m.isPeople(subject) || m.entry(subject) != nil || m.endsIn(classPersonEndings, m.lemma(subject)) {
			return false
		}
	default:
		return false
	}
	return !slices.ContainsFunc(m.heads(subject), func(lemma string) bool {
		for _, class := range [...]string{classDocument, classMeans, classSite, classPremises} {
			if m.book.classes[class][lemma] {
				return true
			}
		}
		return false
	})
}

// governs reports whether a party belongs to the government of a state.
func governs(p Party) bool { return slices.Contains(p.Sector, government) }

// isOfArt reports whether an event noun says what a work is about: "a film about the
// war".
func (m *matcher) isOfArt(trigger int) bool {
	t := &m.s.Tokens[trigger]
	if t.UPOS == "VERB" && (t.XPOS == "VBZ" || t.XPOS == "VBP" || t.XPOS == "VBG") {
		return m.isInArt(trigger)
	}
	if t.UPOS != "NOUN" || t.Rel != "nmod" || t.Head < 0 || !m.book.classes[classArt][m.lemma(t.Head)] {
		return false
	}
	about := m.s.Case(trigger)
	return about == "about" || about == "on" || about == "of"
}

// isInArt reports whether a verb in the present tells what happens in a work: "in the play
// the king mocks the envoy".
func (m *matcher) isInArt(verb int) bool {
	for c := range m.s.Children(verb) {
		if t := &m.s.Tokens[c]; c < verb && language.IsRel(t.Rel, "obl") && m.s.Case(c) == "in" && m.book.classes[classArt][m.lemma(c)] {
			return true
		}
	}
	return false
}

// isNaming reports whether a verb says what somebody or something is called ("a settler
// named Olsen", "was called the Thin Line") and puts nobody into an office.
func (m *matcher) isNaming(verb int) bool {
	if !m.book.classes[classNaming][m.lemma(verb)] {
		return false
	}
	t := &m.s.Tokens[verb]
	isParticiple := t.XPOS == "VBN" && (t.Rel == "acl" || m.frame(verb).passive)
	for c := range m.s.Children(verb) {
		name := &m.s.Tokens[c]
		if c < verb || name.UPOS != "PROPN" || name.Rel != "xcomp" && name.Rel != "obj" {
			continue
		}
		return (isParticiple || name.Rel == "xcomp" && m.s.Child(verb, "obj") >= 0) && !m.book.isHolder(m.lemma(c))
	}
	return false
}

// endsIn reports whether a noun has one of the endings of a class.
func (m *matcher) endsIn(class, lemma string) bool {
	for length := 2; length <= 5 && length < len(lemma)-1; length++ {
		if m.book.classes[class][lemma[len(lemma)-length:]] {
			return true
		}
	}
	return false
}

// isAcronym reports whether a word is written in capitals: "ICE" is no ice.
func isAcronym(form string) bool { return strings.ToUpper(form) == form }

// hasScore reports whether the result of a game stands behind a verb: "beat Peru
// 3-1".
func (m *matcher) hasScore(verb int) bool {
	for i := verb + 1; i < len(m.s.Tokens); i++ {
		switch form := m.s.Tokens[i].Form; {
		case form == "," || form == ";":
			return false
		case isScore(form):
			return true
		case i+2 < len(m.s.Tokens) && isDash(m.s.Tokens[i+1].Form) && isGoals(form) && isGoals(m.s.Tokens[i+2].Form):
			return true
		}
	}
	return false
}

func isScore(form string) bool {
	for _, dash := range [...]string{"-", "–"} {
		if a, b, ok := strings.Cut(form, dash); ok && isGoals(a) && isGoals(b) {
			return true
		}
	}
	return false
}

func isDash(form string) bool { return form == "-" || form == "–" }

func isGoals(form string) bool {
	return form != "" && len(form) <= 2 && strings.Trim(form, "0123456789") == ""
}

// isNobodys reports whether an infinitive or gerund only names a deed, which nobody in the
// sentence does: "the art of courting voters", "it is hard to please Peru".
func (m *matcher) isNobodys(f *Finding) bool {
	t := &m.s.Tokens[f.Verb]
	if len(f.Actor) > 0 || t.UPOS != "VERB" || t.XPOS != "VB" && t.XPOS != "VBG" || t.Rel == "root" || m.s.Child(f.Verb, "aux") >= 0 {
		return false
	}
	fr := m.frame(f.Verb)
	return !fr.passive && fr.first("subj") < 0 && (t.XPOS == "VB" || m.s.Case(f.Verb) != "" || fr.first("of") < 0)
}

// isHabit reports whether a verb tells what is usual, not what happened: trade in
// the simple present ("exports copper"), and what is done to things in the present
// by nobody in particular ("salmon is sold to France", "all residents are allowed to vote").
func (m *matcher) isHabit(f *Finding) bool {
	verb := f.Verb
	if rel := m.s.Tokens[verb].Rel; m.s.Tokens[verb].UPOS != "VERB" || rel != "root" && rel != "conj" && rel != "parataxis" {
		return false
	}
	if be := m.s.Child(verb, "aux:pass"); be >= 0 {
		t := m.book.Type(f.Type, f.Mode)
		tag := m.s.Tokens[be].XPOS
		usual := t != nil && t.Quad == "material-cooperation" || m.book.classes[classRuling][m.lemma(verb)]
		return usual && len(f.Actor) == 0 && (tag == "VBZ" || tag == "VBP") && !m.hasAuxiliary(verb)
	}
	tag := m.s.Tokens[verb].XPOS
	if tag != "VBZ" && tag != "VBP" || m.hasAuxiliary(verb) {
		return false
	}
	return m.book.classes[classTrading][m.lemma(verb)]
}

// hasAuxiliary reports whether a verb has an auxiliary of tense or mood.
func (m *matcher) hasAuxiliary(verb int) bool {
	for c := range m.s.Children(verb) {
		if m.s.Tokens[c].Rel == "aux" {
			return true
		}
	}
	return false
}
