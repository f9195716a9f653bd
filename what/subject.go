package what

import "annals/language"

// Whose deed a verb without a subject of its own tells: control, and what verbs that
// are coordinated share.

// inheritSubject finds the grammatical subject of a verb that has none of its
// own: of the verb it is coordinated with, of the verb that controls it, or the
// noun that it modifies.
func (m *matcher) inheritSubject(f *frame) {
	slot := "subj"
	if f.passive {
		slot = "obj"
	}
	if f.first(slot) >= 0 || m.s.Child(f.head, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
		return
	}
	f.add(slot, m.controller(f.head, 0))
}

// grammaticalSubject returns the subject of a verb, its own or an inherited
// one, or -1.
func (m *matcher) grammaticalSubject(v, depth int) int {
	if c := m.s.Child(v, "nsubj", "nsubj:pass"); c >= 0 {
		return m.deref(c)
	}
	return m.controller(v, depth+1)
}

// controller returns the understood subject of a verb without its own, or -1.
func (m *matcher) controller(v, depth int) int {
	t := &m.s.Tokens[v]
	if t.Head < 0 || depth > 8 {
		return -1
	}
	rel := t.Rel
	switch {
	case rel == "conj", rel == "parataxis" && t.XPOS == "VBG":
		return m.grammaticalSubject(t.Head, depth)
	case rel == "xcomp", rel == "ccomp" && t.XPOS != "VBD":
		return m.controlOf(t.Head, depth)
	case language.IsRel(rel, "advcl"):
		if mark := m.s.Child(v, "mark"); mark >= 0 && m.book.classes[classObjectControl][m.lemma(mark)] {
			return m.controlOf(t.Head, depth) // "accused them of spying"
		}
		if t.XPOS == "VB" && m.book.classes[classCommanding][m.lemma(t.Head)] && m.s.Child(t.Head, "obj") >= 0 {
			return m.controlOf(t.Head, depth) // "ordered them to leave"
		}
		if t.XPOS == "VBN" && m.followsObject(v, t.Head) {
			return m.controlOf(t.Head, depth) // "wants them jailed"
		}
		return m.grammaticalSubject(t.Head, depth)
	case rel == "acl" && (t.XPOS == "VBG" || t.UPOS == "ADJ") && m.book.classes[classDocument][m.lemma(t.Head)]:
		return m.author(t.Head, depth)
	case rel == "acl" && t.XPOS == "VBG" && m.s.Child(t.Head, "cop") >= 0:
		return m.bearer(t.Head) // "Norway is a donor, giving ..."
	case rel == "acl" && t.XPOS == "VBG" && m.isFor(v):
		return m.ownerOrSubject(t.Head, depth)
	case rel == "acl" && t.XPOS != "VB", rel == "amod":
		return t.Head
	case rel == "acl" && m.isRanked(t.Head):
		if bearer := m.bearer(t.Head); len(m.parties.At(bearer)) > 0 {
			return bearer
		}
		return t.Head // "he was the first Irish premier to ...", and nobody knows who he is
	case rel == "acl":
		if owner := m.ownerOf(t.Head); owner >= 0 {
			return owner
		}
		if head := m.s.Tokens[t.Head].Head; head >= 0 && m.s.Tokens[t.Head].Rel == "obj" {
			if given := m.s.Child(head, "iobj"); given >= 0 {
				return m.deref(given) // "granted France leave to land"
			}
			return m.grammaticalSubject(head, depth)
		}
	case rel == "acl:relcl" && m.relativeObject(v) < 0:
		return t.Head
	}
	return -1
}

// ownerOrSubject returns who does what a gerund behind a noun and "for" says: whose the noun
// is, or else the subject of the verb that the noun is the object of: "won a prize for ending it".
func (m *matcher) ownerOrSubject(noun, depth int) int {
	if owner := m.ownerOf(noun); owner >= 0 {
		return owner
	}
	if t := &m.s.Tokens[noun]; t.Head >= 0 && t.Rel == "obj" {
		return m.grammaticalSubject(t.Head, depth)
	}
	return -1
}

// isFor reports whether "for" stands before a gerund.
func (m *matcher) isFor(gerund int) bool {
	mark := m.s.Child(gerund, "mark", "case")
	return mark >= 0 && m.lemma(mark) == "for"
}

// ownerOf returns whose a noun is, so that he does what its infinitive says: "Fiji's plan to
// leave", "the Danish bid to buy land". It returns -1 if nobody says so.
func (m *matcher) ownerOf(noun int) int {
	if poss := m.s.Child(noun, "nmod:poss"); poss >= 0 {
		return poss
	}
	for c := range m.s.Children(noun) {
		if rel := m.s.Tokens[c].Rel; (rel == "compound" || rel == "amod") && c < noun && len(m.parties.At(c)) > 0 {
			return c
		}
	}
	return -1
}

// followsObject reports whether a participle stands right behind the object of a verb.
func (m *matcher) followsObject(participle, verb int) bool {
	obj := m.s.Child(verb, "obj")
	if obj < 0 || m.s.Child(participle, "mark", "aux", "aux:pass") >= 0 {
		return false
	}
	_, end := m.s.Extent(obj)
	return end == participle
}

// author returns whose document a noun is: its possessor, or the subject of the
// verb that it is an object of; else the noun itself.
func (m *matcher) author(noun, depth int) int {
	if poss := m.s.Child(noun, "nmod:poss"); poss >= 0 {
		return poss
	}
	if t := &m.s.Tokens[noun]; t.Rel == "obj" && t.Head >= 0 && !m.book.classes[classRefusing][m.lemma(t.Head)] {
		if subject := m.grammaticalSubject(t.Head, depth+1); subject >= 0 {
			return subject
		}
	}
	return noun
}

// controlOf returns whom a verb makes the subject of its complement: its object
// ("asked France to leave") or else its subject ("promised to leave").
func (m *matcher) controlOf(v, depth int) int {
	obj := m.s.Child(v, "obj", "iobj")
	if obj >= 0 && !m.book.classes[classSubjectControl][m.lemma(v)] && !m.book.classes[classDocument][m.lemma(obj)] {
		return m.deref(obj)
	}
	return m.grammaticalSubject(v, depth)
}
