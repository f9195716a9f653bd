package coder

import (
	"annals"
	"annals/what"
	"annals/where"
)

// placesOf returns where an event happened: the places that depend on its words
// or on the clause around it. The origin of a movement is no place of it.
func (r *sentenceReading) placesOf(f *what.Finding) []annals.Place {
	moves := f.Type == "MOVE" || f.Mode == "visit"
	var out []annals.Place
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Role == where.At || moves && m.Role == where.To {
			if r.belongsTo(m.Head, f.Trigger, f.Verb) {
				out = append(out, m.Place)
			}
		}
	}
	return out
}

// belongsTo reports whether a place depends on an event's words, on one of
// their objects, or on the clause that they stand in.
func (r *sentenceReading) belongsTo(place, trigger, verb int) bool {
	head := r.s.Tokens[place].Head
	for steps := 0; head >= 0 && steps < 3; steps++ {
		if head == trigger || head == verb {
			return true
		}
		if rel := r.s.Tokens[head].Rel; rel != "nmod" && rel != "obj" && rel != "obl" && rel != "appos" && rel != "conj" {
			break
		}
		if r.s.Tokens[head].UPOS == "VERB" {
			break
		}
		head = r.s.Tokens[head].Head
	}
	for node, steps := verb, 0; node >= 0 && steps < 6; steps++ {
		if r.s.Tokens[place].Head == node {
			return true
		}
		if node = r.clauseAbove(node); node >= 0 && r.s.Tokens[node].UPOS == "VERB" && r.s.Tokens[verb].Rel == "conj" {
			return r.s.Tokens[place].Head == node && place < verb
		}
	}
	return false
}
