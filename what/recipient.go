package what

import (
	"slices"

	"annals/language"
)

// Whom an event befalls. The slots that a row of the codebook names come first;
// then what else the word governs; then the land that it happens on, where the
// type is one that befalls land; and last the thing itself, which is nobody but
// is told all the same ("boycotted the vote").

// sufferers returns the parties of the first of the slots that holds any but the
// actor: whose the object is comes before where it lies.
func (m *matcher) sufferers(f *Finding, fr *frame, slots []string, actor int) []Party {
	for _, locative := range [...]bool{false, true} {
		for _, slot := range slots {
			if m.book.classes[classLocative][slot] != locative {
				continue
			}
			if p := m.suffererIn(f, fr, slot, actor); len(p) > 0 {
				return p
			}
		}
	}
	return m.sufferersBelow(f, fr, slots)
}

// suffererIn returns the parties of a slot.
func (m *matcher) suffererIn(f *Finding, fr *frame, slot string, actor int) []Party {
	for _, a := range fr.args {
		if a.slot != slot || a.token == actor || m.isOwnedBy(a.token, f.Actor) {
			continue
		}
		if p := m.suffererAt(f, a); len(p) > 0 {
			return p
		}
	}
	return nil
}

// sufferersBelow looks for the slots below the phrases that make the row's
// condition true: in "called for sanctions against Fiji" Fiji stands beside the
// sanctions.
func (m *matcher) sufferersBelow(f *Finding, fr *frame, slots []string) []Party {
	for _, a := range fr.args {
		if a.slot == "subj" || a.slot == "obj" || !f.Entry.names(a.slot) || m.s.Tokens[a.token].UPOS != "NOUN" || a.token == fr.head {
			continue
		}
		for _, slot := range slots {
			if p := m.suffererIn(f, m.frame(a.token), slot, -1); len(p) > 0 {
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
		if p := m.charged(f, a.token); len(p) > 0 {
			return p
		}
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
		if p := m.place(f, a.token); len(p) > 0 {
			return p
		}
	}
	if p := without(m.parties.Inside(a.token), f.Actor); len(p) > 0 {
		return p
	}
	if isPlace {
		return m.place(f, a.token)
	}
	return nil
}

// place returns the place of a phrase. One whose country nobody knows ("the city")
// is a recipient only of what befalls land.
func (m *matcher) place(f *Finding, token int) []Party {
	if m.book.classes[classDocument][m.lemma(token)] {
		return nil // a treaty made in Rome is none with Italy
	}
	p := without(m.parties.Place(token), f.Actor)
	if len(p) > 0 && p[0].Country == "" && !m.book.Type(f.Type, f.Mode).befalls(land) {
		return nil
	}
	return p
}

// charged returns the subject of a that-clause, where it is the one from whom
// something is asked or of whom something is said: "demanded that France leave
// Mali".
func (m *matcher) charged(f *Finding, clause int) []Party {
	subject := m.s.Child(clause, "nsubj")
	if t := m.book.Type(f.Type, f.Mode); subject < 0 || m.s.Tokens[clause].Rel != "ccomp" || !t.befalls(subjects) {
		return nil
	}
	return without(m.parties.At(m.deref(subject)), f.Actor)
}

// doers returns who did what a judgement is about: who condemns an attack blames
// those who attacked, not those who were attacked. It reports false where the
// phrase is no deed or no judgement is passed.
func (m *matcher) doers(f *Finding, token int) ([]Party, bool) {
	if t := m.book.Type(f.Type, f.Mode); !t.befalls(doers) || m.s.Tokens[token].UPOS != "NOUN" {
		return nil, false
	}
	e := m.entry(token)
	if e == nil || e.Type == Block || e.Type == Inherit {
		return nil, false
	}
	if t := m.book.types[e.Type]; t == nil || !t.Conflictual() {
		return nil, false
	}
	return m.doersOf(token, e, f.Actor), true
}

// befallsLand reports whether an event can befall the place behind a
// preposition: always where it goes to or comes from there, but where it only
// happens there it must be of a type that befalls land, and not mutual. Talks in
// Vienna are no talks with Austria; a curfew in Basra befalls Basra.
func (m *matcher) befallsLand(f *Finding, slot string) bool {
	if !m.book.classes[classLocative][slot] {
		return slot == "obj" || m.book.classes[classDirectional][slot]
	}
	t := m.book.Type(f.Type, f.Mode)
	return t.befalls(land) && !f.Entry.Each
}

// affected fills in the recipient of a word whose row's own slots hold none. What
// the word governs otherwise comes next: "lifted the restrictions on travel to
// Cuba" affects Cuba. But where its object is some thing, that thing is affected,
// and nobody who is named further off.
// What makes the row's condition true is what was done, not whom it was done to:
// in "joined the resistance movement" the movement suffers nothing.
func (m *matcher) affected(f *Finding, fr *frame, actor int) {
	e := f.Entry
	for _, slot := range verbDefaults.recipient {
		if e.names(slot) && m.isActorIn(fr, slot) {
			continue
		}
		if f.Recipient = m.sufferers(f, fr, []string{slot}, actor); len(f.Recipient) > 0 {
			return
		}
	}
	if f.Thing = m.thing(f, fr, []string{"obj"}); f.Thing >= 0 && slices.Contains(e.Recipient, "obj") {
		return
	}
	f.Thing = -1
	if f.Recipient = m.bargained(f, fr); len(f.Recipient) > 0 {
		return
	}
	for _, a := range fr.args {
		if a.token == actor || a.slot == "subj" || a.slot == "poss" || e.names(a.slot) || !m.s.Within(a.token, fr.head) || m.isAside(a) {
			continue
		}
		if f.Recipient = m.suffererAt(f, a); len(f.Recipient) > 0 {
			return
		}
	}
	f.Thing = m.thing(f, fr, e.Recipient)
}

// bargained returns of whom something is expected before an actor gives way:
// "will not lift the embargo until Cuba pays".
func (m *matcher) bargained(f *Finding, fr *frame) []Party {
	if !m.book.Type(f.Type, f.Mode).befalls(conditions) {
		return nil
	}
	for c := range m.s.Children(fr.head) {
		mark := m.s.Child(c, "mark")
		if mark < 0 || !language.IsRel(m.s.Tokens[c].Rel, "advcl") || !m.book.classes[classUntil][m.lemma(mark)] {
			continue
		}
		if subject := m.s.Child(c, "nsubj"); subject >= 0 {
			if p := without(m.parties.At(m.deref(subject)), f.Actor); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// isAside reports whether an argument names who is set apart, or is a clause that
// tells something else: "without naming China", "after the king had died".
func (m *matcher) isAside(a arg) bool {
	if m.book.classes[classApart][a.slot] {
		return true // "except Russia"
	}
	return m.s.Tokens[a.token].UPOS == "VERB" && language.IsRel(m.s.Tokens[a.token].Rel, "advcl") && a.slot != "to do" && !m.book.classes[classObjectControl][a.slot]
}

// thing returns the phrase in the first of the slots that holds a thing though
// nobody is named in it, or -1.
// What is done together has partners, not things.
func (m *matcher) thing(f *Finding, fr *frame, slots []string) int {
	t := m.book.Type(f.Type, f.Mode)
	if f.Entry.Each || t.befalls(partners) {
		return -1
	}
	for _, slot := range slots {
		if slot == "subj" || slot == "mod" || m.book.classes[classLocative][slot] || f.Entry.names(slot) && !t.befalls(things) {
			continue
		}
		if token := m.thingIn(f, fr.first(slot)); token >= 0 {
			return token
		}
	}
	return -1
}

// thingIn returns the thing that a phrase is, or that a clause does something to.
func (m *matcher) thingIn(f *Finding, token int) int {
	if token < 0 || m.isTime(token) || m.isOwnedBy(token, f.Actor) {
		return -1
	}
	t := &m.s.Tokens[token]
	switch {
	case t.UPOS == "VERB":
		e := m.entry(token)
		if e == nil || e.Type == Block || e.Type == Inherit {
			return -1
		}
		for _, slot := range e.Recipient {
			if c := m.frame(token).first(slot); c >= 0 && !e.names(slot) && m.s.Tokens[c].UPOS != "VERB" {
				if found := m.thingIn(f, c); found >= 0 {
					return found
				}
			}
		}
		return -1
	case t.UPOS != "NOUN" && t.UPOS != "PROPN":
		return -1
	case slices.ContainsFunc(f.Actor, func(p Party) bool { return p.Span.Overlaps(t.Span) }):
		return -1
	}
	return token
}
