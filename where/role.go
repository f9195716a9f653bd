package where

import (
	"strings"

	"annals/language"
)

// subject is the place whose role is asked for.
type subject struct {
	first, last int
	polity      bool
}

// role returns the role of the token range by the preposition before it, the
// conjunct or the noun that it goes with, or the verb whose object it is; ""
// if it is no place here.
func (f *finder) role(s subject) Role {
	if f.isOfForeignBuilding(s) {
		return ""
	}
	before := f.beforeModifiers(s.first)
	if prep, length := f.prepositionEnding(before); length > 0 {
		return f.roleAfter(prep, before-length+1, s)
	}
	if role, ok := f.coordinated(s); ok {
		return role
	}
	head := head(f.s, s.first, s.last)
	t := &f.s.Tokens[head]
	switch {
	case t.Rel == "":
		return f.objectOfPreceding(before, s)
	case f.isCalledTown(head):
		return At
	case t.Head < 0:
		return ""
	case language.IsRel(t.Rel, "obj"), t.Rel == "nsubj:pass":
		return f.objectOf(t.Head, s)
	case language.IsRel(t.Rel, "compound") && t.Head >= s.last && f.s.Tokens[t.Head].UPOS == "NOUN":
		return Of
	case language.IsRel(t.Rel, "obl") || language.IsRel(t.Rel, "nmod"):
		if c := f.s.Child(head, "case"); c >= 0 && c < s.first {
			if prep, length := f.prepositionEnding(c); length > 0 {
				return f.roleAfter(prep, c-length+1, s)
			}
		}
	}
	return ""
}

// isOfForeignBuilding reports whether a polity's name only says whose building it is
// that may stand in another country: "outside the United States embassy".
func (f *finder) isOfForeignBuilding(s subject) bool {
	t := &f.s.Tokens[head(f.s, s.first, s.last)]
	if !s.polity || t.Head < s.last || !language.IsRel(t.Rel, "compound") && !language.IsRel(t.Rel, "amod") && !language.IsRel(t.Rel, "nmod") {
		return false
	}
	kind, _ := f.p.nounAt(f.s, t.Head)
	return kind == foreignNoun
}

// isCalledTown reports whether a sentence says of the place at a token that it is
// a capital or town, or of the capital that it is this place: "Bonn was the
// capital", "its capital was Bonn".
func (f *finder) isCalledTown(name int) bool {
	t := &f.s.Tokens[name]
	other := -1
	switch {
	case f.s.Child(name, "cop") >= 0:
		other = f.s.Child(name, "nsubj")
	case language.IsRel(t.Rel, "nsubj") && t.Head >= 0 && f.s.Child(t.Head, "cop") >= 0:
		other = t.Head
	}
	if other < 0 || f.s.Tokens[other].UPOS != "NOUN" {
		return false
	}
	kind, _ := f.p.nounAt(f.s, other)
	return kind == capitalNoun || kind == settlementNoun || lemma(&f.s.Tokens[other]) == "seat"
}

// beforeModifiers returns the token before the articles and adjectives in front
// of a place: the "in" of "in war-torn eastern Ukraine".
func (f *finder) beforeModifiers(first int) int {
	k := first - 1
	for ; k >= 0; k-- {
		t := &f.s.Tokens[k]
		if t.UPOS == "DET" || t.UPOS == "ADJ" || t.Form == "-" {
			continue
		}
		if _, ok := f.p.words.modifiers[strings.ToLower(t.Form)]; !ok {
			break
		}
		if _, length := f.prepositionEnding(k); length > 0 {
			break
		}
	}
	return k
}

// prepositionEnding returns the longest preposition of place that ends with
// token k, and its length in tokens.
func (f *finder) prepositionEnding(k int) (*preposition, int) {
	if k < 0 {
		return nil, 0
	}
	return f.p.words.prepositions.Longest(func(i int) string {
		if k-i < 0 {
			return ""
		}
		return strings.ToLower(f.s.Tokens[k-i].Form)
	})
}

// roleAfter returns the role that a preposition at token at gives.
func (f *finder) roleAfter(prep *preposition, at int, s subject) Role {
	switch prep.with {
	case "feature":
		if s.polity {
			return ""
		}
	case "motion":
		m := f.motionBefore(at, s)
		if s.polity && m&moves == 0 || m&addresses != 0 && m&moves == 0 {
			return ""
		}
	case "leaving":
		if f.motionBefore(at, s)&leaves == 0 {
			return ""
		}
	}
	if prep.role == Of {
		return f.ofPart(at)
	}
	return prep.role
}

// ofPart returns the role of the words before "of" if they are only a part of
// the place: "in most of Fallujah", "in some parts of Kashmir"; else Of.
func (f *finder) ofPart(of int) Role {
	if of == 0 || !f.p.words.parts[lemma(&f.s.Tokens[of-1])] {
		return Of
	}
	if role := f.role(subject{first: of - 1, last: of}); role != "" {
		return role
	}
	return Of
}

// governors is how many steps up the tree a word of motion may stand: trees
// often hang "to Lithuania" on the "from Iraq" before it.
const governors = 3

// motionBefore returns the classes of motion of the words that govern a phrase
// whose preposition is token at.
func (f *finder) motionBefore(at int, s subject) motion {
	g := head(f.s, s.first, s.last)
	if f.s.Tokens[g].Rel == "" {
		return f.nearestMotion(at)
	}
	for range governors {
		if g = f.s.Tokens[g].Head; g < 0 {
			break
		}
		if m := f.motionOf(g); m != 0 {
			return m
		}
	}
	return f.motionRightBefore(at)
}

// motionRightBefore returns the motion of the words that end before the token,
// whatever the tree hangs there: the "migration" of "migration from Iraq", and
// for "to Poland" the "from Iraq" before it.
func (f *finder) motionRightBefore(at int) motion {
	if at == 0 {
		return 0
	}
	for i := range f.out {
		if m := &f.out[i]; m.Last == at && (m.Role == From || m.Role == To || m.Role == Via) {
			return moves
		}
	}
	return f.motionOf(at - 1)
}

// nearestMotion stands in for motionBefore where there is no tree: the nearest
// word of motion before the token.
func (f *finder) nearestMotion(at int) motion {
	for i := at - 1; i >= 0; i-- {
		if m := f.motionOf(i); m != 0 {
			return m
		}
	}
	return 0
}

func (f *finder) motionOf(token int) motion {
	t := &f.s.Tokens[token]
	if t.UPOS != "VERB" && t.UPOS != "NOUN" {
		return 0
	}
	if m := f.p.words.motion[lemma(t)]; m != 0 {
		return m
	}
	return f.p.words.motion[strings.ToLower(t.Form)]
}

func lemma(t *language.Token) string {
	if t.Lemma != "" {
		return strings.ToLower(t.Lemma)
	}
	return strings.ToLower(t.Form)
}

// coordinated returns the role of the place that this one is joined to: "in
// Vilnius and Minsk".
func (f *finder) coordinated(s subject) (Role, bool) {
	k := f.beforeModifiers(s.first)
	joined := false
	for ; k >= 0; k-- {
		form := f.s.Tokens[k].Form
		if form != "and" && form != "or" && form != "," {
			break
		}
		joined = true
	}
	if !joined {
		return "", false
	}
	for i := range f.out {
		if f.out[i].Last == k+1 {
			return f.out[i].Role, f.joins(s, &f.out[i])
		}
	}
	return "", false
}

// joins asks the tree, if there is one, whether the place is a conjunct or an
// apposition, and not the subject of the next clause.
func (f *finder) joins(s subject, to *Mention) bool {
	t := &f.s.Tokens[head(f.s, s.first, s.last)]
	switch {
	case t.Rel == "":
		return true
	case language.IsRel(t.Rel, "nsubj"), language.IsRel(t.Rel, "obj"):
		return false
	case language.IsRel(t.Rel, "conj"), language.IsRel(t.Rel, "appos"), language.IsRel(t.Rel, "list"), language.IsRel(t.Rel, "flat"):
		return true
	}
	return t.Head >= to.First && t.Head < to.Last
}

// objectOf returns the role that a verb gives to its object.
func (f *finder) objectOf(token int, s subject) Role {
	v := f.p.words.verbs[lemma(&f.s.Tokens[token])]
	if v == nil {
		v = f.p.words.verbs[strings.ToLower(f.s.Tokens[token].Form)]
	}
	if v == nil || f.s.Tokens[token].UPOS != "VERB" || s.polity && !v.polity {
		return ""
	}
	return v.role
}

// objectOfPreceding stands in for objectOf where there is no tree.
func (f *finder) objectOfPreceding(before int, s subject) Role {
	if before < 0 {
		return ""
	}
	return f.objectOf(before, s)
}

// head returns the token of the half-open range whose head lies outside it;
// without a tree it is the last token.
func head(s *language.Sentence, first, last int) int {
	for i := first; i < last; i++ {
		t := &s.Tokens[i]
		if t.Rel != "" && t.UPOS != "PUNCT" && t.UPOS != "ADP" && t.UPOS != "DET" && (t.Head < first || t.Head >= last) {
			return i
		}
	}
	return last - 1
}
