package what

import (
	"slices"

	"annals/language"
)

// Finding is an event that a sentence tells.
type Finding struct {
	Entry     *Entry // the row of the codebook that gave the type
	Trigger   int    // token that carries the event: its verb or noun
	Verb      int    // token of the clause that tells it: the trigger, or its light verb
	Type      string // PLOVER type or MOVE
	Mode      string // or ""
	Actor     []Party
	Recipient []Party
	Thing     int   // token of the phrase that suffers it where no recipient is known, or -1
	Before    int   // token of the verb of a later event of the same kind, or -1: "X was the first"
	About     []int // event nouns that the verb only takes part in, so that their dates are its own
}

// Events returns the events of a sentence in the order of their triggers. The
// sentence must be linked. Findings without any party are among them: a caller
// keeps those that something else holds, such as a cause.
func (c *Codebook) Events(s *language.Sentence, parties Parties) []Finding {
	m := c.matcher(s, parties)
	defer c.pool.Put(m)

	told := make([]bool, len(s.Tokens)) // words that another event speaks of
	for i := range s.Tokens {
		m.markTold(i, told)
	}
	var out []Finding
	for i := range s.Tokens {
		if told[i] {
			continue
		}
		f, ok := m.event(i)
		if !ok {
			continue
		}
		m.carryPartner(&f)
		out = append(out, f)
		for _, noun := range m.furtherNouns(&f) {
			g := Finding{Entry: m.entry(noun), Trigger: noun, Verb: f.Verb, Thing: -1, Before: -1}
			g.Type, g.Mode = g.Entry.Type, g.Entry.Mode
			m.fillLight(&g, f.Verb, noun)
			told[noun] = true
			out = append(out, g)
		}
	}
	return m.elided(out)
}

// furtherNouns returns the other event nouns that a light verb governs: those
// coordinated with the one of the finding, and those behind the same
// preposition ("took part in the defence, and in the risings").
func (m *matcher) furtherNouns(f *Finding) []int {
	if f.Trigger == f.Verb || m.s.Tokens[f.Trigger].UPOS != "NOUN" {
		return nil
	}
	var out []int
	add := func(token int) {
		if token == f.Trigger || m.s.Tokens[token].UPOS != "NOUN" || slices.Contains(out, token) {
			return
		}
		if e := m.entry(token); e != nil && e.Type != Inherit && e.Type != Block {
			out = append(out, token)
		}
	}
	slot := ""
	for _, a := range m.frame(f.Verb).args {
		if a.token == f.Trigger {
			slot = a.slot
		}
	}
	for _, a := range m.frame(f.Verb).args {
		if a.slot == slot {
			add(a.token)
		}
	}
	for c := range m.s.Children(f.Trigger) {
		if m.s.Tokens[c].Rel == "conj" {
			add(c)
		}
	}
	return out
}

// markTold marks the complements that a matching word speaks of: in "agreed to
// send aid" the sending is no event of its own, nor is the attack in "launched
// an attack".
func (m *matcher) markTold(token int, told []bool) {
	e := m.entry(token)
	if e == nil || e.Type == Inherit {
		if _, carrier := m.coded(token); carrier >= 0 && m.s.Tokens[carrier].UPOS == "NOUN" {
			told[carrier] = true
		}
		return
	}
	if m.s.Tokens[token].UPOS == "NOUN" {
		return
	}
	f := m.frame(token)
	for _, a := range f.args {
		if m.s.Tokens[a.token].Head != token {
			continue
		}
		switch {
		case a.slot == "xcomp", m.isSpokenOf(a, e):
			m.markClause(a.token, told)
		case m.s.Tokens[a.token].UPOS == "NOUN" && (e.Type == Block && (a.slot != "subj" || e.asks(a.slot)) || e.asks(a.slot) && a.slot != "subj" || !m.hasOwnParties(a.token)):
			told[a.token] = true
		}
	}
}

// isSpokenOf reports whether an infinitive that the tree does not call a
// complement is one all the same, being what a verbal act is about: "warned them
// not to attack", "met to discuss".
func (m *matcher) isSpokenOf(a arg, e *Entry) bool {
	if a.slot != "ccomp" && a.slot != "to do" || m.s.Tokens[a.token].XPOS != "VB" {
		return false
	}
	t := m.book.Type(e.Type, e.Mode)
	return t != nil && t.Verbal() && m.s.Child(a.token, "nsubj", "nsubj:pass") < 0
}

// markClause marks an infinitive, those below it, and their event nouns.
func (m *matcher) markClause(verb int, told []bool) {
	told[verb] = true
	for c := range m.s.Children(verb) {
		switch rel := m.s.Tokens[c].Rel; {
		case rel == "xcomp", rel == "conj" && m.s.Tokens[c].UPOS == "VERB" && m.s.Child(c, "nsubj", "nsubj:pass") < 0:
			m.markClause(c, told)
		case rel == "obj":
			told[c] = true
		}
	}
}

// asks reports whether a row has a condition on a slot.
func (e *Entry) asks(slot string) bool {
	return slices.ContainsFunc(e.conditions, func(c condition) bool { return c.slot == slot && !c.absent })
}

// isActorIn reports whether the phrase in a slot is itself an actor.
func (m *matcher) isActorIn(f *frame, slot string) bool {
	token := f.first(slot)
	return token >= 0 && len(m.parties.At(token)) > 0
}

// names reports whether a row has a condition on the very words in a slot.
func (e *Entry) names(slot string) bool {
	return slices.ContainsFunc(e.conditions, func(c condition) bool {
		return c.slot == slot && !c.absent && !c.not && slices.ContainsFunc(c.values, func(v value) bool {
			return v.kind == isLemma || v.kind == isClass
		})
	})
}

// hasOwnParties reports whether an event noun names an actor or recipient
// within its own phrase.
func (m *matcher) hasOwnParties(noun int) bool {
	e := m.entry(noun)
	if e == nil || e.Type == Block {
		return false
	}
	f := m.frame(noun)
	for _, a := range f.args {
		if m.s.Within(a.token, noun) && (slices.Contains(e.Actor, a.slot) || slices.Contains(e.Recipient, a.slot)) && len(m.partiesOf(a.token)) > 0 {
			return true
		}
	}
	return false
}

// event returns the event that a token carries.
func (m *matcher) event(token int) (Finding, bool) {
	e, carrier := m.coded(token)
	if e == nil || !m.isPredicate(token) || carrier == token && m.isSomebody(token, e) {
		return Finding{}, false
	}
	f := Finding{Entry: e, Trigger: carrier, Verb: token, Type: e.Type, Mode: e.Mode, Thing: -1, Before: -1}
	switch {
	case carrier == token:
		m.fill(&f, m.frame(token))
		f.About = m.lightObjects(token)
	case m.s.Tokens[carrier].UPOS != "NOUN":
		return Finding{}, false // the complement speaks for itself
	default:
		m.fillLight(&f, token, carrier)
	}
	return f, !m.isApolitical(&f) && !m.isHabit(&f) && !m.isNobodys(&f)
}

// isSomebody reports whether a noun means those who do something and not what they
// do: the opposition is not an opposition, but an alliance with Prussia is one. A row
// that is said of somebody wants him.
func (m *matcher) isSomebody(noun int, e *Entry) bool {
	if m.s.Tokens[noun].UPOS != "NOUN" || slices.Contains(e.Actor, "subj") || len(m.parties.At(noun)) == 0 {
		return false
	}
	for _, a := range m.frame(noun).args {
		if slices.Contains(e.Recipient, a.slot) && !m.book.classes[classLocative][a.slot] && !slices.Contains(e.Actor, a.slot) && len(m.partiesOf(a.token)) > 0 {
			return false
		}
	}
	return true
}

// isPredicate reports whether a token can carry an event: a verb or adjective
// that is one, or a noun that is no modifier of another.
func (m *matcher) isPredicate(token int) bool {
	t := &m.s.Tokens[token]
	switch t.UPOS {
	case "VERB":
		return t.Rel != "amod" && t.Rel != "compound" && t.Name != "ORG" // "the Fund for Those Displaced"
	case "ADJ":
		return m.s.Child(token, "cop", "nsubj") >= 0 || t.Rel == "xcomp" || t.Rel == "acl"
	}
	return t.Rel != "compound" && t.Rel != "amod" && t.Rel != "flat" && t.Rel != "fixed"
}

// fill finds the parties of an event in the slots of its word.
func (m *matcher) fill(f *Finding, fr *frame) {
	var actor int
	f.Actor, actor = m.slotParties(fr, f.Entry.Actor, nil, -1)
	if len(f.Actor) == 0 && m.s.Tokens[fr.head].UPOS == "NOUN" {
		f.Actor, actor = m.slotParties(fr, []string{"subj"}, nil, -1)
	}
	if len(f.Actor) == 0 && len(f.Entry.Actor) > 0 {
		f.Actor, actor = m.named(fr, m.book.Type(f.Type, f.Mode), f.Entry.Actor[0])
	}
	if len(f.Actor) == 0 && fr.passive {
		f.Actor = m.doersAround(f, fr)
	}
	if m.isNamedAfterVictim(f, fr, actor) {
		f.Actor, f.Recipient = nil, f.Actor
		return
	}
	if f.Recipient = m.asked(f, fr); len(f.Recipient) == 0 {
		f.Recipient = m.sufferers(f, fr, f.Entry.Recipient, actor)
	}
	reciprocal := len(f.Actor) > 1 && (f.Entry.Each || len(f.Entry.Recipient) > 0 && f.Entry.Recipient[0] == "with")
	if len(f.Recipient) == 0 && f.Entry.Recipient != nil && !reciprocal {
		m.affected(f, fr, actor)
	}
}

// isNamedAfterVictim reports whether harm is called after the country that suffers it: in
// "the Iraq occupation" Iraq occupies nobody. Where somebody else suffers, or an adjective
// names the country, it is the doer's: "the Iraqi occupation", "the Iraq invasion of Kuwait".
func (m *matcher) isNamedAfterVictim(f *Finding, fr *frame, actor int) bool {
	t := m.book.Type(f.Type, f.Mode)
	if actor < 0 || m.s.Tokens[fr.head].UPOS != "NOUN" || !t.Conflictual() || t.Verbal() || len(f.Actor) != 1 || !isState(f.Actor[0]) || f.Actor[0].Country == "" {
		return false
	}
	name := &m.s.Tokens[actor]
	if name.Rel != "compound" || name.UPOS != "PROPN" || name.Head != fr.head || isAcronym(name.Form) || f.Actor[0].Name != name.Form || isDash(m.s.Tokens[max(actor-1, 0)].Form) {
		return false
	}
	for _, slot := range f.Entry.Recipient {
		if slot != "obj" && fr.first(slot) >= 0 {
			return false
		}
	}
	return true
}

// named returns what fills a slot where it is a proper name and no more is known of
// it, and its token. Storms and ships have names too, and do harm: there the name must
// be one of somebody.
func (m *matcher) named(fr *frame, t *Type, slot string) ([]Party, int) {
	token := fr.first(slot)
	if token < 0 || m.isTime(token) || m.s.Tokens[token].Name == "" && t.Conflictual() && !t.Verbal() {
		return nil, -1
	}
	return m.parties.Name(token), token
}

// doersAround returns who did the deed in which another was done: in "were killed in
// an ambush by rebels" the rebels killed.
func (m *matcher) doersAround(f *Finding, fr *frame) []Party {
	for _, a := range fr.args {
		if a.slot != "in" && a.slot != "during" || m.s.Tokens[a.token].UPOS != "NOUN" {
			continue
		}
		if e := m.entry(a.token); e != nil && e.Type == f.Type {
			if p := m.doersOf(a.token, e, nil); len(p) > 0 {
				return p
			}
		}
	}
	return nil
}

// fillLight finds the parties of an event noun that a light verb governs.
func (m *matcher) fillLight(f *Finding, verb, noun int) {
	vf, nf := m.frame(verb), m.frame(noun)
	subject, token := m.lightSubject(vf)
	if len(subject) == 0 {
		subject, token = m.named(vf, m.book.Type(f.Type, f.Mode), "subj")
	}
	if m.lightRole(verb) == "recipient" {
		f.Recipient = subject
		if f.Actor, _ = m.slotParties(nf, f.Entry.Actor, subject, token); len(f.Actor) == 0 {
			f.Actor, _ = m.slotParties(nf, []string{"from", "of", "with"}, subject, token)
		}
		return
	}
	f.Actor = subject
	if len(f.Actor) == 0 {
		f.Actor, token = m.slotParties(nf, f.Entry.Actor, nil, -1)
	}
	if f.Recipient = m.sufferers(f, nf, f.Entry.Recipient, token); len(f.Recipient) == 0 && f.Thing < 0 {
		f.Recipient = m.sufferers(f, vf, lightRecipient, token)
	}
	if len(f.Recipient) == 0 && f.Thing < 0 {
		f.Thing = m.thing(f, nf, f.Entry.Recipient)
	}
}

// lightSubject returns the subject of a light verb. An event does nothing: in
// "the expulsions led to protests" those expelled did not protest.
func (m *matcher) lightSubject(f *frame) ([]Party, int) {
	token := f.first("subj")
	if token < 0 {
		return nil, -1
	}
	if e := m.entry(token); e != nil && e.Type != Block && len(m.parties.At(token)) == 0 {
		return nil, -1
	}
	return m.slotParties(f, verbDefaults.actor, nil, -1)
}

// lightRecipient are the slots of a light verb that may hold the recipient of
// its noun's event.
var lightRecipient = []string{"iobj", "with", "against", "on", "to", "for", "of", "in"}

// slotParties returns the parties of the first of the slots that holds any but
// the given others, and the token of the slot.
func (m *matcher) slotParties(f *frame, slots []string, others []Party, except int) ([]Party, int) {
	for _, slot := range slots {
		for _, a := range f.args {
			if a.slot != slot || a.token == except {
				continue
			}
			if m.isOwnedBy(a.token, others) {
				continue
			}
			if p := m.outside(f.head, a, m.doersOr(a, others)); len(p) > 0 {
				return p, a.token
			}
		}
	}
	return nil, -1
}

// outside returns those of the parties of a subject who are not named in the clause
// of the word itself: in "banners mocking the king" nobody is known to mock.
func (m *matcher) outside(head int, a arg, parties []Party) []Party {
	if a.slot != "subj" || head == a.token || !m.s.Within(head, a.token) {
		return parties
	}
	first, last := m.s.Extent(head)
	from, to := m.s.Tokens[first].Span[0], m.s.Tokens[last-1].Span[1]
	var out []Party
	for _, p := range parties {
		if p.Span[0] < from || p.Span[1] > to {
			out = append(out, p)
		}
	}
	return out
}

// doersOr returns the parties of an argument, and for a deed that is a subject
// those who did it: "the attack on the convoy killed ten" is no deed of the
// convoy's.
func (m *matcher) doersOr(a arg, others []Party) []Party {
	if m.book.classes[classDocument][m.lemma(a.token)] && a.slot == "subj" {
		return without(m.parties.At(a.token), others) // the Treaty of Paris is not France
	}
	if a.slot != "subj" || m.s.Tokens[a.token].UPOS != "NOUN" {
		return m.partiesBut(a.token, others)
	}
	e := m.entry(a.token)
	if e == nil || e.Type == Block || e.Type == Inherit || len(m.parties.At(a.token)) > 0 {
		return m.partiesBut(a.token, others)
	}
	return m.doersOf(a.token, e, others)
}

// doersOf returns who did a deed.
func (m *matcher) doersOf(noun int, e *Entry, others []Party) []Party {
	if m.depth++; m.depth > deepest {
		m.depth--
		return nil
	}
	defer func() { m.depth-- }()
	p, _ := m.slotParties(m.frame(noun), e.Actor, others, -1)
	return p
}

// isOwnedBy reports whether a phrase is the means that somebody uses ("its
// troops") or a thing of theirs ("its ban"), and nobody for himself ("her
// colleagues").
func (m *matcher) isOwnedBy(token int, others []Party) bool {
	poss := m.s.Child(token, "nmod:poss")
	if poss < 0 || m.s.Tokens[poss].UPOS != "PRON" || len(others) == 0 {
		return false
	}
	if !m.book.classes[classMeans][m.lemma(token)] && len(m.parties.At(token)) > 0 {
		return false
	}
	return slices.ContainsFunc(m.parties.At(poss), func(p Party) bool { return isAmong(p, others) })
}

// isAmong reports whether a party is one of the others: the same words, or the
// same somebody.
func isAmong(p Party, others []Party) bool {
	return slices.ContainsFunc(others, func(o Party) bool {
		return o.Span.Overlaps(p.Span) || p.ID != "" && p.ID == o.ID
	})
}

// without returns the parties that are not among the others.
func without(parties, others []Party) []Party {
	if len(others) == 0 {
		return parties
	}
	if !slices.ContainsFunc(parties, func(p Party) bool { return isAmong(p, others) }) {
		return parties
	}
	var out []Party
	for _, p := range parties {
		if !isAmong(p, others) {
			out = append(out, p)
		}
	}
	return out
}
