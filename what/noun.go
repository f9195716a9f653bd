package what

import "strings"

// Nouns: which word of the codebook one is, and what it is a part of or said of.

// headword returns the lemma of a noun, with the noun before it where the two are one
// word for the codebook: English writes "air strike" and "airstrike".
func (m *matcher) headword(token int) string {
	lemma := m.lemma(token)
	if token == 0 || m.s.Tokens[token].UPOS != "NOUN" || m.s.Tokens[token-1].Head != token || m.s.Tokens[token-1].Rel != "compound" {
		return lemma
	}
	if entries := m.book.nouns[m.lemma(token-1)+lemma]; len(entries) > 0 {
		return entries[0].Word
	}
	return lemma
}

// joined returns the lemma of a compound that is written with a hyphen and cut into
// words ("cease-fire"), or "".
func (m *matcher) joined(token int) string {
	if token < 2 || m.s.Tokens[token-1].Form != "-" || m.s.Tokens[token-2].Head != token {
		return ""
	}
	return strings.ToLower(m.s.Tokens[token-2].Form) + "-" + m.lemma(token)
}

// part returns what a word of quantity is a part of ("some | of its rules", "a
// number | of towns"), or else the token itself.
func (m *matcher) part(token int) int {
	if token < 0 {
		return token
	}
	for c := range m.s.Children(token) {
		if m.s.Tokens[c].Rel == "nmod" && m.s.Case(c) == "of" && m.s.Tokens[c].UPOS != "PRON" {
			if m.s.Tokens[token].UPOS == "NUM" || m.book.classes[classPartitive][m.lemma(token)] {
				return c
			}
			return token
		}
	}
	return token
}

// isRanked reports whether a noun is the first, second, last or only one: what
// such a one is said "to do" was done.
func (m *matcher) isRanked(noun int) bool {
	for c := range m.s.Children(noun) {
		if m.s.Tokens[c].Rel == "amod" && m.book.classes[classOrdinal][m.lemma(c)] {
			return true
		}
	}
	return m.book.classes[classOrdinal][m.lemma(noun)]
}

// bearer returns whom a predicate noun is said of ("she became the first leader
// to ..."), or else the noun itself. The noun may be one of several that the
// verb governs, so that the way up leads over nouns.
func (m *matcher) bearer(noun int) int {
	for node, steps := noun, 0; node >= 0 && steps < 5; node, steps = m.s.Tokens[node].Head, steps+1 {
		if subj := m.s.Child(node, "nsubj"); subj >= 0 {
			if m.s.Tokens[node].UPOS == "VERB" && !m.book.classes[classBecome][m.lemma(node)] {
				return noun
			}
			return m.deref(subj)
		}
		switch rel := m.s.Tokens[node].Rel; rel {
		case "conj", "xcomp", "obj", "nmod":
		default:
			return noun
		}
	}
	return noun
}
