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
// actor: whose the object is comes before where it lies. A slot that holds somebody
// or something else for certain settles it too, as the finding's thing.
func (m *matcher) sufferers(f *Finding, fr *frame, slots []string, actor int) []Party {
	for _, locative := range [...]bool{false, true} {
		for _, slot := range slots {
			if fr.first(slot) < 0 || (m.book.classes[classLocative][slot] && !f.Entry.prefers(slot)) != locative {
				continue
			}
			if p := m.suffererIn(f, fr, slot, actor); len(p) > 0 {
				return p
			}
			if f.Thing < 0 {
				f.Thing = m.settled(f, fr, slot, actor)
			}
			if f.Thing >= 0 {
				return nil
			}
		}
	}
	if clause := fr.first("ccomp"); clause >= 0 {
		if p := m.charged(f, clause); len(p) > 0 {
			return p
		}
	}
	return m.sufferersBelow(f, fr, slots)
}

// settled returns the phrase of a slot that is whom or what the event is directed at
// though nobody knows it, or -1: a name ("sued Brannigan"), a target ("an attack
// against a factory"), a deed that somebody judges ("condemned the bombing"). Who is
// named further off is not meant then.
func (m *matcher) settled(f *Finding, fr *frame, slot string, actor int) int {
	token := fr.first(slot)
	if token < 0 || token == actor || slot == "subj" || slot == "mod" || m.isTime(token) || m.isOwnedBy(token, f.Actor) {
		return -1
	}
	t := m.book.Type(f.Type, f.Mode)
	upos := m.s.Tokens[token].UPOS
	if m.book.classes[classLocative][slot] {
		if t.befalls(things) && m.book.classes[classPremises][m.lemma(token)] {
			return m.thingIn(f, token) // a strike at a mine, a vigil outside a ministry
		}
		if m.befallsLand(f, slot) && (upos == "PROPN" || m.book.classes[classSite][m.lemma(token)]) {
			return m.thingIn(f, token)
		}
		return -1
	}
	if f.Entry.Each || t.befalls(partners) || f.Entry.names(slot) && upos != "PROPN" && !t.befalls(things) {
		return -1
	}
	switch {
	case upos == "PROPN":
		return m.thingIn(f, token)
	case upos != "NOUN":
		return -1
	case slot == "against":
		return m.thingIn(f, token)
	}
	if _, isDeed := m.doers(f, token); isDeed && m.typeOf(token) != f.Type {
		return token
	}
	return -1
}

// suffererIn returns the parties of a slot.
func (m *matcher) suffererIn(f *Finding, fr *frame, slot string, actor int) []Party {
	for _, a := range fr.args {
		if a.slot != slot || a.token == actor || m.isOwnedBy(a.token, f.Actor) || m.tellsElse(a) || m.isOccasion(f, fr, a) {
			continue
		}
		if p := m.suffererAt(f, a); len(p) > 0 {
			return append(slices.Clip(p), m.included(f, fr, slot)...)
		}
	}
	return nil
}

// included returns those whom a clause names out of many who are its object, where the
// tree hangs them on its verb: "arrested ten men, | including two Serbs".
func (m *matcher) included(f *Finding, fr *frame, slot string) []Party {
	if slot != "obj" {
		return nil
	}
	if token := fr.first("include"); token >= 0 {
		return without(m.parties.At(token), f.Actor)
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
			below := m.frame(a.token)
			if p := m.suffererIn(f, below, slot, -1); len(p) > 0 {
				return p
			}
			if f.Thing < 0 {
				f.Thing = m.settled(f, below, slot, -1)
			}
		}
	}
	return nil
}

// origin returns from whom a thing comes that a participle behind it tells of: "a missile fired
// from Chad" does not hit Chad.
func (m *matcher) origin(f *Finding, thing int) []Party {
	if t := &m.s.Tokens[f.Verb]; t.Rel != "acl" || t.Head != thing || !m.book.Type(f.Type, f.Mode).strikes() {
		return nil
	}
	for c := range m.s.Children(f.Verb) {
		if language.IsRel(m.s.Tokens[c].Rel, "obl") && m.s.Case(c) == slotOrigin {
			return m.parties.At(c)
		}
	}
	return nil
}

// suffererAt returns whom the phrase of an argument makes the recipient of an
// event: whom it denotes, the place that it names, or who is named in it.
func (m *matcher) suffererAt(f *Finding, a arg) []Party {
	if a.slot == "ccomp" {
		if p := m.charged(f, a.token); len(p) > 0 {
			return p
		}
	}
	if m.s.Tokens[a.token].UPOS == "VERB" {
		return m.clauseParties(a.token, f.Actor)
	}
	if p := m.parties.At(a.token); len(p) > 0 {
		return without(p, f.Actor)
	}
	if p, isDeed := m.doers(f, a.token); isDeed {
		return p
	}
	isPlace := m.befallsLand(f, a.slot)
	if isPlace && m.s.Tokens[a.token].UPOS == "PROPN" {
		if p := m.place(f, a.token); len(p) > 0 {
			return p
		}
	}
	if p := without(m.inside(a.token, f.Actor), m.origin(f, a.token)); len(p) > 0 {
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
	if t := m.book.Type(f.Type, f.Mode); subject < 0 || !t.befalls(subjects) {
		return nil
	}
	if p := without(m.parties.At(m.deref(subject)), f.Actor); len(p) > 0 {
		return p
	}
	return m.parties.Name(subject)
}

// asked returns who is to do the deed that is asked for: "demanded the withdrawal of
// the French from Mali" is directed at the French. Whoever is asked in so many words
// comes first.
func (m *matcher) asked(f *Finding, fr *frame) []Party {
	t := m.book.Type(f.Type, f.Mode)
	if !t.befalls(subjects) || t.befalls(doers) {
		return nil
	}
	for _, slot := range [...]string{"on", "to", "iobj"} {
		if token := fr.first(slot); token >= 0 && len(m.parties.At(token)) > 0 {
			return nil
		}
	}
	for _, slot := range [...]string{"obj", "for"} {
		deed := fr.first(slot)
		if deed < 0 || m.s.Tokens[deed].UPOS != "NOUN" {
			continue
		}
		if e := m.entry(deed); e != nil && e.Type != Block && e.Type != Inherit {
			return m.doersOf(deed, e, f.Actor)
		}
	}
	return nil
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
	if e.Type == f.Type { // who calls for an inquiry into a murder says so of the murder
		deed := Finding{Entry: e, Type: e.Type, Mode: e.Mode, Actor: f.Actor, Thing: -1}
		p := m.sufferers(&deed, m.frame(token), e.Recipient, -1)
		if f.Thing < 0 {
			f.Thing = deed.Thing
		}
		return p, true
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
	if f.Entry.prefers(slot) {
		return true
	}
	t := m.book.Type(f.Type, f.Mode)
	return t.befalls(land) && !f.Entry.Each
}

// prefers reports whether a row looks for the recipient in a slot before all others:
// where it is one of place, the place is meant ("opened an embassy in Oslo").
func (e *Entry) prefers(slot string) bool { return len(e.Recipient) > 0 && e.Recipient[0] == slot }

// affected fills in the recipient of a word whose row's own slots hold none. What
// the word governs otherwise comes next: "lifted the restrictions on travel to
// Cuba" affects Cuba. But where its object is some thing, that thing is affected,
// and nobody who is named further off.
// What makes the row's condition true is what was done, not whom it was done to:
// in "joined the resistance movement" the movement suffers nothing.
func (m *matcher) affected(f *Finding, fr *frame, actor int) {
	if f.Thing >= 0 {
		return
	}
	e := f.Entry
	t := m.book.Type(f.Type, f.Mode)
	together := t.befalls(partners) && !t.befalls(land)
	for _, slot := range verbDefaults.recipient {
		if together && !m.book.classes[classPartner][slot] || slot == slotOrigin && t.strikes() {
			continue // talks on Cyprus are no talks with Cyprus, nor is a missile from Cyprus fired at it
		}
		if e.names(slot) && m.isActorIn(fr, slot) {
			continue
		}
		if f.Recipient = m.sufferers(f, fr, []string{slot}, actor); len(f.Recipient) > 0 || f.Thing >= 0 {
			return
		}
	}
	if f.Thing = m.thing(f, fr, []string{"obj"}); f.Thing >= 0 && slices.Contains(e.Recipient, "obj") {
		return
	}
	f.Thing = -1
	if f.Recipient = m.bargained(f, fr); len(f.Recipient) > 0 || together {
		return
	}
	for _, a := range fr.args {
		if a.token == actor || a.slot == "subj" || a.slot == "poss" || a.slot == slotOrigin && t.strikes() || e.names(a.slot) || !m.s.Within(a.token, fr.head) || m.isAside(a) || m.tellsElse(a) || m.isOccasion(f, fr, a) {
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
	t := m.book.Type(f.Type, f.Mode)
	if !t.befalls(conditions) || !(t.Verbal() && t.Conflictual()) && !m.hasModal(f.Verb) {
		return nil
	}
	for _, verb := range [...]int{fr.head, fr.first("ccomp"), fr.first("xcomp")} {
		if p := m.conditionOf(f, verb); len(p) > 0 {
			return p
		}
	}
	return nil
}

// conditionOf returns of whom something is expected in the conditions beside a verb.
func (m *matcher) conditionOf(f *Finding, verb int) []Party {
	if verb < 0 {
		return nil
	}
	for c := range m.s.Children(verb) {
		mark := m.s.Child(c, "mark")
		if mark < 0 || !language.IsRel(m.s.Tokens[c].Rel, "advcl") || !m.book.classes[classUntil][m.lemma(mark)] {
			continue
		}
		if p := m.expected(f, c, 0); len(p) > 0 {
			return p
		}
	}
	return nil
}

// hasModal reports whether a verb has a modal auxiliary: what it tells has not
// happened yet.
func (m *matcher) hasModal(verb int) bool {
	for c := range m.s.Children(verb) {
		if m.s.Tokens[c].Rel == "aux" && m.s.Tokens[c].XPOS == "MD" {
			return true
		}
	}
	return false
}

// expected returns whom a clause tells to act, or what befalls whom: its subject, that
// of the clause that it holds ("until they see that Cuba has paid"), or whoever else
// is named in it.
func (m *matcher) expected(f *Finding, clause, depth int) []Party {
	subject := m.s.Child(clause, "nsubj")
	if subject >= 0 {
		if p := without(m.parties.At(m.deref(subject)), f.Actor); len(p) > 0 {
			return p
		}
	}
	if content := m.s.Child(clause, "ccomp"); content >= 0 && depth < deepest {
		return m.expected(f, content, depth+1)
	}
	return m.clauseParties(clause, f.Actor)
}

// tellsElse reports whether an argument tells another story: a phrase that is as good
// as a preposition ("in response to the raid"), or an adverbial clause with a subject
// of its own ("took the fort, from where the rebels had fired").
func (m *matcher) tellsElse(a arg) bool {
	if m.book.classes[classLocative][a.slot] || a.slot == "on" {
		if m.s.Tokens[a.token].UPOS == "NOUN" && m.book.classes[classCircumstance][m.lemma(a.token)] && len(m.parties.At(a.token)) == 0 {
			return true
		}
	}
	return m.s.Tokens[a.token].UPOS == "VERB" && language.IsRel(m.s.Tokens[a.token].Rel, "advcl") && m.s.Child(a.token, "nsubj", "nsubj:pass") >= 0
}

// isOccasion reports whether an argument is the deed in which somebody who is the
// object suffered: "wounded two more in a raid on a depot" hurt no depot.
func (m *matcher) isOccasion(f *Finding, fr *frame, a arg) bool {
	if a.slot != "in" && a.slot != "during" || m.s.Tokens[a.token].UPOS != "NOUN" || fr.first("obj") < 0 || f.Entry.names(a.slot) {
		return false
	}
	t := m.book.Type(f.Type, f.Mode)
	return t.Conflictual() && t.befalls(land) && m.typeOf(a.token) == f.Type
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
		if slot == "subj" || slot == "mod" || m.book.classes[classLocative][slot] || f.Entry.names(slot) && (!t.befalls(things) || !m.mayBeThing(fr, slot)) {
			continue
		}
		if token := m.thingIn(f, fr.first(slot)); token >= 0 && m.typeOf(token) != f.Type {
			return token // what is done, as in "launched an inquiry", is not whom it is done to
		}
	}
	return -1
}

// mayBeThing reports whether the words that a row asks for in a slot may be what
// suffers: an object ("boycotted the vote"), or what a clause acts upon ("threatened
// to shell the port"), but no circumstance ("went on strike").
func (m *matcher) mayBeThing(fr *frame, slot string) bool {
	token := fr.first(slot)
	return slot == "obj" || token >= 0 && m.s.Tokens[token].UPOS == "VERB"
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
	case t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.XPOS != "$":
		return -1
	case slices.ContainsFunc(f.Actor, func(p Party) bool { return p.Span.Overlaps(t.Span) }):
		return -1
	}
	return token
}
