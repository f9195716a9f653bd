package attribution

import (
	"strings"

	"annals/language"
)

// Ways of saying that somebody says so which are neither "X said that" nor "according to X".

// readView reads "in the consul's opinion", "by the account of a monk": the owner of the noun holds
// what the clause says.
func (r *Reading) readView(noun int) {
	t := &r.s.Tokens[noun]
	if t.UPOS != "NOUN" {
		return
	}
	c, ok := r.cues.views[r.s.Case(noun)+" "+strings.ToLower(t.Lemma)]
	if !ok {
		if c, ok = r.cues.views[r.s.Case(noun)+" "+strings.ToLower(t.Form)]; !ok { // "in the eyes of"
			return
		}
	}
	content := r.clauseOf(t.Head)
	if holder := r.nounSpeaker(noun); holder >= 0 && r.isHolder(holder, noun) && r.standsApart(noun, content) {
		r.add(holder, noun, content, noun, c)
	}
}

// isHolder reports whether somebody owns a view: "in his view", "in the view of the court", but not "in
// view of the danger".
func (r *Reading) isHolder(holder, noun int) bool {
	return r.s.Tokens[holder].Rel == "nmod:poss" || r.s.Child(noun, "det") >= 0
}

// standsApart reports whether a phrase is about a whole clause: it stands before its verb or behind a
// comma. "Rose in the opinion of the court" says where.
func (r *Reading) standsApart(phrase, verb int) bool {
	if phrase < verb {
		return true
	}
	first, _ := r.s.Extent(phrase)
	return first > 0 && r.s.Tokens[first-1].Form == "," || r.s.Tokens[first].Form == ","
}

// readRetold reads "as Plutarch tells it", "legend has it that ...", "or so the chronicle claims", "let it
// be known that ...". It reports whether it did.
func (r *Reading) readRetold(v int) bool {
	t := &r.s.Tokens[v]
	c, ok := r.cues.retold[strings.ToLower(t.Lemma)]
	switch {
	case !ok || r.isNegated(v):
		return false
	case t.Lemma == "know":
		return r.readMadeKnown(v, c)
	case r.isOrSo(v), language.IsRel(t.Rel, "advcl") && r.opensWithAs(v):
		speaker := r.teller(v)
		if speaker < 0 || t.Head < 0 {
			return false
		}
		r.add(speaker, v, r.clauseOf(t.Head), v, c)
		return true
	case t.Lemma == "hold": // "tradition holds that ...", but not "is held sacred"
		if content := r.s.Child(v, "ccomp"); content < v || r.s.Child(content, "mark") < 0 {
			return false
		}
	case !r.hasIt(v):
		return false
	}
	if r.readHeard(v, c) {
		return true
	}
	content, speaker := r.s.Child(v, "ccomp"), r.Speaker(v)
	if content < v || speaker < 0 {
		return false
	}
	r.add(speaker, v, content, -1, c)
	return true
}

// teller returns who tells it in a clause with "as", which names him itself: "as Livy tells it", "as is
// attested by coins", "as stated in the report"; or -1.
func (r *Reading) teller(v int) int {
	if r.s.Child(v, "nsubj") >= 0 {
		return r.Speaker(v)
	}
	if by := r.agent(v); by >= 0 {
		return by
	}
	for k := range r.s.Children(v) {
		if k > v && language.IsRel(r.s.Tokens[k].Rel, "obl") && r.s.Case(k) == "in" && r.s.Tokens[k].UPOS == "NOUN" {
			return k
		}
	}
	return -1
}

// readHeard reads "had it from a minister that ...": he is the one who says so. It reports whether it did.
func (r *Reading) readHeard(v int, c cue) bool {
	for k := range r.s.Children(v) {
		if k < v || !language.IsRel(r.s.Tokens[k].Rel, "obl") || r.s.Case(k) != "from" {
			continue
		}
		content := r.s.Child(v, "ccomp")
		if clause := r.s.Child(k, "acl"); clause > k && r.s.Child(clause, "mark") >= 0 {
			content = clause
		}
		if content > v {
			r.add(k, v, content, -1, c)
			return true
		}
	}
	return false
}

// hasIt reports whether the object of a verb is "it", which what is said explains.
func (r *Reading) hasIt(v int) bool {
	object := r.s.Child(v, "obj")
	return object > v && r.s.Tokens[object].Lemma == "it"
}

// opensWithAs reports whether a clause tells how somebody puts it: it opens with "as" and has no object
// but "it".
func (r *Reading) opensWithAs(v int) bool {
	mark := r.s.Child(v, "mark")
	if mark < 0 || mark > v || r.s.Tokens[mark].Lemma != "as" || r.s.Child(v, "ccomp", "xcomp") >= 0 {
		return false
	}
	if mark > 0 && r.s.Tokens[mark-1].UPOS == "ADV" {
		return false // "as soon as he told it"
	}
	return r.s.Child(v, "obj") < 0 || r.hasIt(v)
}

// isOrSo reports whether a verb says who would have it so: "..., or so the minister claimed", "or so
// the chronicle would have us believe", "had, so the chroniclers assert, fled".
func (r *Reading) isOrSo(v int) bool {
	t := &r.s.Tokens[v]
	so := r.s.Child(v, "advmod")
	if so < 1 || so > v || r.s.Tokens[so].Lemma != "so" {
		return false
	}
	inserted := t.Rel == "parataxis" || language.IsRel(t.Rel, "advcl")
	bare := r.s.Tokens[so-1].UPOS == "PUNCT" && inserted && r.s.Child(v, "obj", "ccomp", "xcomp", "obl") < 0
	if !bare && (r.s.Tokens[so-1].Lemma != "or" || t.Rel != "conj" && !inserted) {
		return false
	}
	if t.Lemma != "have" {
		return true
	}
	believe := r.s.Child(v, "xcomp", "ccomp")
	return believe >= 0 && r.s.Tokens[believe].Lemma == "believe"
}

// readMadeKnown reads "let it be known that ...", "made it known that ...".
func (r *Reading) readMadeKnown(v int, c cue) bool {
	t := &r.s.Tokens[v]
	content := r.s.Child(v, "ccomp")
	if t.Rel != "xcomp" || t.Head < 0 || content < v {
		return false
	}
	if maker := r.s.Tokens[t.Head].Lemma; maker != "let" && maker != "make" {
		return false
	}
	r.add(r.Speaker(t.Head), v, content, -1, c)
	return true
}

// readAlleged reads "alleged an attack by Chad": the event that is the object is what is told. It
// reports whether it did.
func (r *Reading) readAlleged(v int) bool {
	c, ok := r.cues.alleged[strings.ToLower(r.s.Tokens[v].Lemma)]
	object := r.s.Child(v, "obj")
	if !ok || object < v || r.s.Tokens[object].UPOS != "NOUN" || r.s.Child(v, "ccomp", "xcomp") >= 0 || r.isPassive(v) {
		return false
	}
	if speaker := r.Speaker(v); speaker >= 0 {
		r.add(speaker, v, object, -1, c)
		return true
	}
	return false
}

// readPredicate reads "the reply of Chad was that ...": the clause is what the noun is said to be. It
// reports whether it did.
func (r *Reading) readPredicate(noun, clause int, c cue) bool {
	if r.s.Child(clause, "cop") < noun {
		return false
	}
	mark := r.s.Child(clause, "mark")
	if mark < noun || r.s.Tokens[mark].Lemma != "that" {
		return false
	}
	r.add(r.nounSpeaker(noun), noun, clause, noun, c)
	return true
}
