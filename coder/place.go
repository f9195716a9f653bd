package coder

import (
	"annals"
	"annals/language"
	"annals/what"
	"annals/where"
)

// placesOf returns where an event happened: the places that depend on its words
// or on the clause around it. The origin of a movement is no place of it.
func (r *sentenceReading) placesOf(f *what.Finding) []annals.Place {
	leads := r.book.Type(f.Type, f.Mode).Leads()
	scene := r.sceneOf(f.Verb)
	var out []annals.Place
	for i := range r.mentions {
		m := &r.mentions[i]
		if scene >= 0 && m.Head == scene || m.Role == where.To && r.isEntered(m.Head, f.Verb) {
			out = append(out, m.Place)
			continue
		}
		if m.Role == where.At || leads && m.Role == where.To {
			if !r.isOfSource(m.Head) && r.belongsTo(m.Head, f.Trigger, f.Verb) {
				out = append(out, m.Place)
			}
		}
	}
	return out
}

// isEntered reports whether a place is what a verb happens to, and so in: "entered Rome", but not
// "marched to Rome".
func (r *sentenceReading) isEntered(place, verb int) bool {
	t := &r.s.Tokens[place]
	return t.Head == verb && (t.Rel == "obj" || t.Rel == "nsubj:pass")
}

// sceneOf returns the noun that a clause with "where" tells of, or one in which it happens to what the
// noun names; or -1: "came to Oslo, where they signed a pact and shook hands", "reached Basra, which
// they bombed".
func (r *sentenceReading) sceneOf(verb int) int {
	for steps := 0; verb >= 0 && steps < 4; steps++ {
		t := &r.s.Tokens[verb]
		if language.IsRel(t.Rel, "acl") {
			for c := range r.s.Children(verb) {
				switch w := &r.s.Tokens[c]; {
				case c < verb && w.Lemma == "where", c < verb && w.Lemma == "which" && w.Rel == "obj" && t.Head >= 0 && r.s.Tokens[t.Head].UPOS == "PROPN":
					return t.Head
				}
			}
		}
		if t.Rel != "conj" {
			return -1
		}
		verb = t.Head
	}
	return -1
}

// isOfSource reports whether a place belongs to the phrase of a source: "according
// to the embassy in Rome" says nothing of where it happened.
func (r *sentenceReading) isOfSource(place int) bool {
	for i := range r.said.Said {
		if said := &r.said.Said[i]; said.Outside >= 0 && said.Outside == said.Speaker && r.s.Within(place, said.Outside) {
			return true
		}
	}
	return false
}

// belongsTo reports whether a place depends on an event's words, on one of
// their phrases, or on the clause that they stand in.
func (r *sentenceReading) belongsTo(place, trigger, verb int) bool {
	head := r.phraseHead(place)
	if head == trigger || head == verb || r.s.Tokens[place].Head == trigger || r.isNearer(verb, head, place) {
		return true
	}
	for node, steps := verb, 0; node >= 0 && steps < 6; steps++ {
		above := r.clauseAbove(node)
		if above < 0 {
			return false
		}
		if above == r.s.Tokens[place].Head || above == head && r.s.Tokens[verb].UPOS == "VERB" {
			if r.s.Tokens[place].Rel == "nsubj:pass" {
				return false // what was done to a town does not place what happened next
			}
			return r.s.Tokens[node].Rel != "conj" || place < above // a place before both verbs holds for both
		}
		if r.isBackground(node) {
			return false // where the main clause happens is not where this one does
		}
		node = above
	}
	return false
}

// phraseHead climbs from a place over the nouns that it modifies to the word
// that governs the whole phrase: from "Vilnius" in "signed by the ministers of
// both countries in Vilnius" to "signed".
func (r *sentenceReading) phraseHead(place int) int {
	node := place
	for steps := 0; steps < 6; steps++ {
		t := &r.s.Tokens[node]
		if t.Head < 0 {
			return node
		}
		node = t.Head
		head := &r.s.Tokens[node]
		if head.UPOS == "VERB" || head.Rel == "root" || language.IsRel(head.Rel, "acl") || language.IsRel(head.Rel, "advcl") {
			return node
		}
	}
	return node
}
