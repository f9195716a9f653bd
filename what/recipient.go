package what

import "slices"

// Whom an event befalls. The slots that a row of the codebook names come first;
// then what else the word governs; then the land that it happens on, where the
// type is one that befalls land; and last the thing itself, which is nobody but
// is told all the same ("boycotted the vote").

// sufferers returns the parties of the first of the slots that holds any but the
// actor.
func (m *matcher) sufferers(f *Finding, fr *frame, slots []string, actor int) []Party {
	for _, slot := range slots {
		for _, a := range fr.args {
			if a.slot != slot || a.token == actor || m.isOwnedBy(a.token, f.Actor) {
				continue
			}
			if p := m.suffererAt(f, a); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// suffererAt returns whom the phrase of an argument makes the recipient of an
// event: whom it denotes, the place that it names, or who is named in it.
func (m *matcher) suffererAt(f *Finding, a arg) []Party {
	if m.s.Tokens[a.token].UPOS == "VERB" {
		return m.clauseParties(a.token, f.Actor)
	}
	if p := m.parties.At(a.token); len(p) > 0 {
		return without(p, f.Actor)
	}
	if p, ok := m.doers(f, a.token); ok {
		return p
	}
	isPlace := m.befallsLand(f, a.slot)
	if isPlace && m.s.Tokens[a.token].UPOS == "PROPN" {
		if p := m.parties.Place(a.token); len(p) > 0 {
			return without(p, f.Actor)
		}
	}
	if p := without(m.parties.Inside(a.token), f.Actor); len(p) > 0 {
		return p
	}
	if isPlace {
		return without(m.parties.Place(a.token), f.Actor)
	}
	return nil
}

// doers returns who did what a judgement is about: who condemns an attack blames
// those who attacked, not those who were attacked. It reports false where the
// phrase is no deed or no judgement is passed.
func (m *matcher) doers(f *Finding, token int) ([]Party, bool) {
	if t := m.book.Type(f.Type, f.Mode); t == nil || t.Befalls != doers || m.s.Tokens[token].UPOS != "NOUN" {
		return nil, false
	}
	e := m.entry(token)
	if e == nil || e.Type == Block || e.Type == Inherit {
		return nil, false
	}
	if t := m.book.types[e.Type]; t == nil || !t.Conflictual() {
		return nil, false
	}
	p, _ := m.slotParties(m.frame(token), e.Actor, f.Actor, -1)
	return p, true
}

// befallsLand reports whether an event can befall the place behind a
// preposition: always where it goes to or comes from there, but where it only
// happens there it must be of a type that befalls land, and not mutual. Talks in
// Vienna are no talks with Austria; a curfew in Basra befalls Basra.
func (m *matcher) befallsLand(f *Finding, slot string) bool {
	if !m.book.classes[classLocative][slot] {
		return true
	}
	t := m.book.Type(f.Type, f.Mode)
	return t != nil && t.Befalls == land && !f.Entry.Each
}

// affected returns the parties that a word's other phrases name, where its row's
// own slots hold none: "lifted the restrictions on travel to Cuba" affects Cuba.
// What makes the row's condition true is what was done, not whom it was done to:
// in "joined the resistance movement" the movement suffers nothing.
func (m *matcher) affected(f *Finding, fr *frame, actor int) []Party {
	e := f.Entry
	for _, slot := range verbDefaults.recipient {
		if e.names(slot) && m.isActorIn(fr, slot) {
			continue
		}
		if p := m.sufferers(f, fr, []string{slot}, actor); len(p) > 0 {
			return p
		}
	}
	for _, a := range fr.args {
		if a.token == actor || a.slot == "subj" || a.slot == "poss" || e.names(a.slot) || !m.s.Within(a.token, fr.head) {
			continue
		}
		if p := m.suffererAt(f, a); len(p) > 0 {
			return p
		}
	}
	return nil
}

// fillThing notes the phrase that stands where the row wants its recipient
// though nobody is named in it.
func (m *matcher) fillThing(f *Finding, fr *frame) {
	if len(f.Recipient) > 0 || len(f.Actor) == 0 {
		return
	}
	for _, slot := range f.Entry.Recipient {
		if slot == "subj" || slot == "mod" || f.Entry.names(slot) || m.book.classes[classLocative][slot] {
			continue
		}
		token := fr.first(slot)
		if token < 0 || m.isTime(token) || m.isOwnedBy(token, f.Actor) {
			continue
		}
		if t := &m.s.Tokens[token]; (t.UPOS == "NOUN" || t.UPOS == "PROPN") && !slices.ContainsFunc(f.Actor, func(p Party) bool { return p.Span.Overlaps(t.Span) }) {
			f.Thing = token
			return
		}
	}
}
