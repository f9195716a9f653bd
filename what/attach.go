package what

import "annals/language"

// Phrases that hang on another word than the one that they belong to, and phrases that
// two words share.

// addStacked adds a phrase under the last of several prepositions, and under all of
// them: "pulled out of Mali" fills "of" and "out of".
func (m *matcher) addStacked(f *frame, noun int) {
	first := m.s.Child(noun, "case")
	if first < 0 || first+1 >= len(m.s.Tokens) || m.s.Tokens[first+1].Rel != "case" || m.s.Tokens[first+1].Head != noun {
		return
	}
	last := m.lemma(first + 1)
	f.add(last, noun)
	if last == "of" && m.lemma(first) == "out" {
		f.add("out of", noun)
	}
}

// addGoal adds where something goes when the tree hangs it on where it comes from:
// "moved tanks from the depot | to Narva".
func (m *matcher) addGoal(f *frame, noun int) {
	if m.s.Case(noun) != "from" {
		return
	}
	for c := range m.s.Children(noun) {
		if m.s.Tokens[c].Rel == "nmod" && m.s.Case(c) == "to" {
			f.add("to", m.deref(c))
		}
	}
}

// addTopic adds what a phrase like "in relation to Iran" or "in protest at the verdict"
// is about, as if behind "over".
func (m *matcher) addTopic(f *frame, noun int) {
	if !m.book.classes[classTopic][m.lemma(noun)] {
		return
	}
	for c := range m.s.Children(noun) {
		if m.s.Tokens[c].Rel == "nmod" && isAbout(m.s.Case(c)) {
			f.add("over", m.part(m.deref(c)))
		}
	}
	// The tree may hang it beside the phrase: "fasted in protest | at the verdict".
	for c := range m.s.Children(f.head) {
		if first, _ := m.s.Extent(c); c > noun && first == noun+1 && language.IsRel(m.s.Tokens[c].Rel, "obl") && isAbout(m.s.Case(c)) {
			f.add("over", m.part(m.deref(c)))
		}
	}
}

// isAbout reports whether a preposition leads from a noun to what it is about.
func isAbout(preposition string) bool {
	switch preposition {
	case "to", "with", "at", "against", "over", "about":
		return true
	}
	return false
}

// addSharedObject adds the object that a verb shares with the one right behind it:
// "attacked and looted | the village".
func (m *matcher) addSharedObject(f *frame) {
	next := f.head + 2
	if f.passive || next >= len(m.s.Tokens) || m.s.Tokens[f.head+1].Rel != "cc" || m.s.Tokens[next].Rel != "conj" || m.s.Tokens[next].Head != f.head || m.s.Tokens[next].XPOS != m.s.Tokens[f.head].XPOS {
		return
	}
	for _, slot := range [...]string{"obj", "xcomp", "ccomp"} {
		if f.first(slot) >= 0 {
			return
		}
	}
	f.add("obj", m.part(m.s.Child(next, "obj")))
}

// addSharedAgent gives a passive verb the agent that stands behind all the verbs that it is
// coordinated with: "was conquered and colonized by Spain".
func (m *matcher) addSharedAgent(f *frame) {
	if !f.passive || f.first("subj") >= 0 {
		return
	}
	first := f.head
	if t := &m.s.Tokens[first]; t.Rel == "conj" && m.s.Child(first, "nsubj", "nsubj:pass") < 0 && t.Head >= 0 && m.s.Tokens[t.Head].XPOS == "VBN" {
		first = t.Head
	}
	m.addAgentOf(f, first)
	for c := range m.s.Children(first) {
		if t := &m.s.Tokens[c]; t.Rel == "conj" && t.XPOS == "VBN" && m.s.Child(c, "nsubj", "nsubj:pass") < 0 {
			m.addAgentOf(f, c)
		}
	}
}

// addAgentOf adds the agent of another verb, if it stands behind both.
func (m *matcher) addAgentOf(f *frame, verb int) {
	if agent := m.s.Child(verb, "obl:agent"); verb != f.head && agent > f.head && agent > verb && !m.isMedium(agent) {
		f.add("subj", m.deref(agent))
	}
}

// addShared adds the prepositional phrases of the nouns that are coordinated with
// one that has none itself: "its criticism and rejection of the plan" criticizes the
// plan too.
func (m *matcher) addShared(f *frame, noun int) {
	for c := range m.s.Children(noun) {
		if m.s.Tokens[c].Rel == "nmod" {
			return
		}
	}
	for conjunct := range m.s.Children(noun) {
		if m.s.Tokens[conjunct].Rel != "conj" || m.s.Tokens[conjunct].UPOS != "NOUN" {
			continue
		}
		for c := range m.s.Children(conjunct) {
			if m.s.Tokens[c].Rel == "nmod" {
				f.add(m.s.Case(c), m.part(m.deref(c)))
			}
		}
	}
}
