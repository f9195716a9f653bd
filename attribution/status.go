package attribution

import (
	"strings"

	"annals"
	"annals/language"
)

// Status returns whether the event that a token carries is told as a fact: it
// looks at the token's own auxiliaries and negation, at the conditions beside
// it, and at the words that govern it, up to the clause that somebody says.
func (r *Reading) Status(token int) annals.Status {
	status := annals.Actual
	for node, steps := token, 0; node >= 0 && steps <= len(r.s.Tokens); steps++ {
		status = weaker(status, r.own(node))
		if r.isCondition(node) {
			r.because(r.s.Child(node, "mark"), "marker", annals.Hypothetical)
			return annals.Hypothetical // what is not done on a condition is not denied
		}
		if said := r.contentAt(node); said != nil {
			return weaker(status, r.reported(node, said))
		}
		status = weaker(status, r.governed(node))
		t := &r.s.Tokens[node]
		if t.Rel == "conj" && node != token {
			// What holds for the first conjunct need not hold for what governs it twice.
			node = t.Head
			continue
		}
		node = r.parentOf(node)
	}
	return status
}

// reported returns what becomes of a clause by who speaks of it and how, and by what is said of
// his words.
func (r *Reading) reported(clause int, said *Said) annals.Status {
	status := r.because(clause, string(said.Stance), stanceStatus[said.Stance])
	status = weaker(status, weaker(r.judged(said.Cue), r.refuted(said.Cue)))
	if r.s.Tokens[clause].Head == said.Cue && r.isNegated(said.Cue) {
		return status // "did not deny that ...": the stance says it all
	}
	return weaker(status, r.governed(clause))
}

// parentOf returns the next word up that can change the status, or -1: a main
// clause says nothing about the facts of its temporal or relative clauses.
func (r *Reading) parentOf(node int) int {
	t := &r.s.Tokens[node]
	switch {
	case language.IsRel(t.Rel, "nsubj") && r.tellsOfSubject(t.Head):
		return t.Head
	case t.Rel == "conj" && r.s.Child(node, "nsubj", "nsubj:pass", "aux") >= 0:
		return -1
	case t.Rel == "conj" && t.XPOS == "VBD" && t.Head >= 0 && (r.s.Tokens[t.Head].XPOS == "VB" || r.s.Tokens[t.Head].XPOS == "VBG"):
		return -1 // "was to meet them, but cancelled the trip": a past tense needs no auxiliary
	case t.Rel == "acl" && t.XPOS != "VB" && !r.isContentOfNoun(node), t.Rel == "acl:relcl" && !r.isContentOfNoun(node), t.Rel == "parataxis", t.Rel == "appos", language.IsRel(t.Rel, "nsubj"):
		return -1
	case t.Rel == "nmod", t.Rel == "nmod:poss", language.IsRel(t.Rel, "obl"):
		return -1
	case t.Rel == "csubj" && t.Head >= 0 && r.cues.refutations[r.governor(t.Head)] != "":
		return -1 // "that he fled is no legend"
	case language.IsRel(t.Rel, "advcl") && t.XPOS != "VBG" && !r.isConsequence(node):
		return -1
	}
	return t.Head
}

// isConsequence reports whether an infinitive says how far something went, and happened if that did:
// "went so far | as to recall him", "was not so foolish | as to attack".
func (r *Reading) isConsequence(node int) bool {
	to := r.s.Child(node, "mark")
	for to >= 0 && to+1 < node && (r.s.Tokens[to+1].Rel == "mark" && r.s.Tokens[to+1].Head == node || r.s.Tokens[to+1].Rel == "fixed" && r.s.Tokens[to+1].Head == to) {
		to++
	}
	if to < 2 || !strings.EqualFold(r.s.Tokens[to].Form, "to") || r.s.Tokens[to-1].Form != "as" {
		return false
	}
	for k := to - 2; k >= max(0, r.s.Tokens[node].Head-2); k-- {
		if form := strings.ToLower(r.s.Tokens[k].Form); form == "so" || form == "such" {
			return true
		}
	}
	return false
}

// tellsOfSubject reports whether a verb says of its subject that it takes place, or does not: "the
// attack did not happen".
func (r *Reading) tellsOfSubject(verb int) bool {
	if verb < 0 || r.s.Tokens[verb].UPOS != "VERB" {
		return false
	}
	if object := r.s.Child(verb, "obj"); object >= 0 {
		_, ok := r.cues.occurrences[r.governor(verb)+" "+r.s.Tokens[object].Lemma] // "take place"
		return ok
	}
	_, ok := r.cues.occurrences[r.governor(verb)]
	return ok
}

// weaker returns the status that is further from a fact.
func weaker(a, b annals.Status) annals.Status {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

func rank(s annals.Status) int {
	switch s {
	case annals.Future:
		return 1
	case annals.Hypothetical:
		return 2
	case annals.Negated:
		return 3
	}
	return 0
}

// stanceStatus is what becomes of a proposition by the stance of who speaks of
// it: what is denied is told as not having happened.
var stanceStatus = map[annals.Stance]annals.Status{
	annals.Denies: annals.Negated,
	annals.Doubts: annals.Hypothetical,
}

// contentAt returns the saying of which a token heads what is said, or nil.
func (r *Reading) contentAt(token int) *Said {
	for i := range r.Said {
		if r.Said[i].Content == token && r.Said[i].Cue != token {
			return &r.Said[i]
		}
	}
	return nil
}

// own reads a word's auxiliaries, negation, modifiers and conditions.
func (r *Reading) own(node int) annals.Status {
	status := r.form(node)
	for c := range r.s.Children(node) {
		t := &r.s.Tokens[c]
		lemma := strings.ToLower(t.Lemma)
		switch {
		case t.Rel == "aux":
			status = weaker(status, r.because(c, "auxiliary", r.auxiliary(node, c)))
		case t.Rel == "advmod" || t.Rel == "det" || t.Rel == "cc:preconj":
			if r.negates(c) {
				status = weaker(status, r.because(c, "negation", annals.Negated))
			} else if s, ok := r.cues.modifiers[lemma]; ok {
				status = weaker(status, r.because(c, "modifier", s))
			} else if t.Rel == "det" && (lemma == "any" || (lemma == "a" || lemma == "an") && r.isSupposed(node)) {
				status = weaker(status, r.because(c, "indefinite", annals.Hypothetical)) // "any attack on the port"
			}
		case t.Rel == "amod", t.Rel == "acl" && t.XPOS == "VBN":
			if t.Rel == "acl" {
				lemma = strings.ToLower(t.Form) // "a visit planned for June"
			}
			if s, ok := r.cues.modifiers[lemma]; ok {
				status = weaker(status, r.because(c, "modifier", s))
			}
		case language.IsRel(t.Rel, "advcl"):
			if mark := r.s.Child(c, "mark"); mark >= 0 && r.cues.markers[strings.ToLower(r.s.Tokens[mark].Lemma)] == annals.Hypothetical && !r.isSpoken(node, c) {
				status = weaker(status, r.because(mark, "marker", annals.Hypothetical))
			}
		case language.IsRel(t.Rel, "nsubj"), t.Rel == "obj":
			if r.hasNegation(c) {
				status = weaker(status, r.because(c, "negation", annals.Negated)) // "nobody came", "signed no treaty"
			}
		}
	}
	return status
}

// isSpoken reports whether a condition behind a verb is one of what is offered, demanded or
// threatened, and not of saying so: "offered his men | if the king marched".
func (r *Reading) isSpoken(verb, condition int) bool {
	t := &r.s.Tokens[verb]
	if _, ok := r.cues.speech[strings.ToLower(t.Lemma)]; !ok || condition < verb {
		return false
	}
	return t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP" || r.isPassive(verb) || r.isPast(verb)
}

// auxiliary reads a modal verb; "would" and "could" of reported speech are the
// past of "will" and "can".
func (r *Reading) auxiliary(verb, aux int) annals.Status {
	form := strings.ToLower(r.s.Tokens[aux].Form)
	if form == "would" && r.contentAt(verb) != nil {
		return annals.Future
	}
	if s, ok := r.cues.auxiliaries[form]; ok {
		return s
	}
	return r.cues.auxiliaries[strings.ToLower(r.s.Tokens[aux].Lemma)]
}

func (r *Reading) hasNegation(noun int) bool {
	if r.cues.negations[strings.ToLower(r.s.Tokens[noun].Lemma)] {
		return true
	}
	det := r.s.Child(noun, "det", "cc:preconj") // "no country", "neither Peru nor Chile"
	return det >= 0 && r.cues.negations[strings.ToLower(r.s.Tokens[det].Lemma)]
}

// governed reads the marker of a clause and the word that governs it.
func (r *Reading) governed(node int) annals.Status {
	t := &r.s.Tokens[node]
	if t.Head < 0 {
		return annals.Actual
	}
	head := r.governor(t.Head)
	switch {
	case t.Rel == "xcomp" && r.isYetToDo(node):
		return r.because(t.Head, "governor", annals.Negated)
	case t.Rel == "csubj" && r.cues.refutations[head] != "" && !r.isNegated(t.Head):
		return r.because(t.Head, "refutation", r.cues.refutations[head])
	case t.Rel == "xcomp", t.Rel == "ccomp", t.Rel == "obj", t.Rel == "acl" && t.XPOS == "VB", t.Rel == "nsubj:pass", t.Rel == "csubj", r.isContentOfNoun(node):
		s, ok := r.cues.governors[head]
		if object := r.objectBefore(node); object >= 0 {
			if wish, known := r.cues.governors[strings.ToLower(r.s.Tokens[object].Lemma)]; known && rank(wish) > rank(s) {
				return r.because(object, "governor", wish)
			}
		}
		if ok || t.XPOS != "VBG" {
			return r.because(t.Head, "governor", s)
		}
		return r.behind(node, head)
	case language.IsRel(t.Rel, "nsubj"):
		return r.judged(node)
	case language.IsRel(t.Rel, "advcl"), t.Rel == "acl":
		return weaker(r.clauseStatus(node), r.behind(node, head))
	case language.IsRel(t.Rel, "obl"), t.Rel == "nmod":
		if s, ok := r.cues.governors[head+" "+r.s.Case(node)]; ok {
			return r.because(t.Head, "governor", s)
		}
	}
	return annals.Actual
}

// isYetToDo reports whether an infinitive says what has not been done so far: "has yet | to ratify it".
func (r *Reading) isYetToDo(infinitive int) bool {
	t := &r.s.Tokens[infinitive]
	to := r.s.Child(infinitive, "mark")
	if t.XPOS != "VB" || to < 1 || r.s.Tokens[t.Head].Lemma != "have" {
		return false
	}
	yet := &r.s.Tokens[to-1]
	return yet.Rel == "advmod" && (yet.Lemma == "yet" || yet.Lemma == "still") && (yet.Head == t.Head || yet.Head == infinitive)
}

// objectBefore returns the object right before an infinitive that depends on the same verb, or -1:
// in "approved its bid to join" the infinitive may as well tell what the bid is.
func (r *Reading) objectBefore(infinitive int) int {
	t := &r.s.Tokens[infinitive]
	if t.Rel != "xcomp" || t.XPOS != "VB" {
		return -1
	}
	object := r.s.Child(t.Head, "obj")
	if object < 0 {
		return -1
	}
	first, _ := r.s.Extent(infinitive)
	if _, end := r.s.Extent(object); end != first {
		return -1
	}
	return object
}

// isContentOfNoun reports whether a clause says what a noun is about: "their demand
// that France leave".
func (r *Reading) isContentOfNoun(node int) bool {
	if r.s.Tokens[node].Rel != "acl" {
		return r.isGivenInReport(node)
	}
	mark := r.s.Child(node, "mark")
	return mark >= 0 && strings.EqualFold(r.s.Tokens[mark].Lemma, "that")
}

// isGivenInReport reports whether what the parser calls a relative clause of a report says who gave
// whom what: "rumours that Chad had sold Peru boats", where it took "Peru boats" for whom.
func (r *Reading) isGivenInReport(node int) bool {
	t := &r.s.Tokens[node]
	if t.Rel != "acl:relcl" || t.Head < 0 {
		return false
	}
	if _, report := r.cues.nouns[strings.ToLower(r.s.Tokens[t.Head].Lemma)]; !report {
		return false
	}
	that, gift := r.s.Child(node, "obj"), r.s.Child(node, "iobj")
	return that >= 0 && that < node && r.s.Tokens[that].Lemma == "that" && gift > node && r.s.Tokens[gift].UPOS == "NOUN" && r.s.Child(gift, "compound") >= 0
}

// governor returns the lemma of a governing word with its particle: "rule out".
func (r *Reading) governor(word int) string {
	lemma := strings.ToLower(r.s.Tokens[word].Lemma)
	if prt := r.s.Child(word, "compound:prt"); prt >= 0 {
		return lemma + " " + r.s.Tokens[prt].Lemma
	}
	return lemma
}

// behind reads the preposition before a gerund: "refrained from attacking", "the
// risk of losing".
func (r *Reading) behind(node int, head string) annals.Status {
	mark := r.s.Child(node, "mark", "case")
	if mark < 0 {
		return annals.Actual
	}
	to := strings.ToLower(r.s.Tokens[mark].Lemma)
	if s, ok := r.cues.governors[head+" "+to]; ok {
		return r.because(r.s.Tokens[node].Head, "governor", s)
	}
	if first, _ := r.s.Extent(node); first > 0 && r.s.Tokens[first-1].Rel == "advmod" && r.s.Tokens[first-1].Head == r.s.Tokens[node].Head {
		adverb := strings.ToLower(r.s.Tokens[first-1].Lemma) // "came close to declaring war"
		return r.because(first-1, "governor", r.cues.governors[adverb+" "+to])
	}
	return annals.Actual
}

// isCondition reports whether a clause states a condition or a question: "if they
// do not pay", "it is not known whether they paid".
func (r *Reading) isCondition(node int) bool {
	for c := range r.s.Children(node) {
		if t := &r.s.Tokens[c]; t.Rel == "mark" && r.cues.markers[strings.ToLower(t.Lemma)] == annals.Hypothetical {
			return true // also behind another: "doubts about whether they paid"
		}
	}
	return false
}

// clauseStatus reads the marker of an adverbial clause: a condition, or a
// purpose ("to punish them"), which is a plan and no fact.
func (r *Reading) clauseStatus(node int) annals.Status {
	mark := r.s.Child(node, "mark")
	if mark < 0 {
		mark = r.s.Child(node, "cc") // "rather than", as some read it
	}
	if mark < 0 {
		return annals.Actual
	}
	lemma := strings.ToLower(r.s.Tokens[mark].Lemma)
	if lemma == "to" && r.s.Tokens[node].XPOS == "VB" && !r.s.IsOutcome(node) {
		return r.because(mark, "purpose", annals.Hypothetical)
	}
	if s, ok := r.cues.markers[lemma]; ok {
		return r.because(mark, "marker", s)
	}
	return annals.Actual
}

// Denies reports whether a verb is negated itself, and is no condition.
func (r *Reading) Denies(verb int) bool {
	return !r.isCondition(verb) && r.own(verb) == annals.Negated
}

// Intends reports whether a verb says what its subject will do or will not do:
// it has a future auxiliary of its own, and nobody only hopes or fears so.
func (r *Reading) Intends(verb int) bool {
	if t := &r.s.Tokens[verb]; t.Head >= 0 && t.Rel == "ccomp" && (rank(r.governed(verb)) > 0 || r.own(t.Head) == annals.Negated) {
		return false // "they fear that he will attack", "nobody thinks that he will attack"
	}
	if r.isCondition(verb) {
		return false
	}
	if r.isQuestion(verb) {
		return false
	}
	for c := range r.s.Children(verb) {
		if r.s.Tokens[c].Rel == "aux" && r.auxiliary(verb, c) == annals.Future {
			return true
		}
	}
	return r.isDue(verb)
}

// isDue reports whether a verb tells a plan by a form of "be" before its infinitive:
// "the king is to visit Cairo". What somebody "was to" do, he mostly did.
func (r *Reading) isDue(verb int) bool {
	be, to := r.s.Child(verb, "aux", "cop"), r.s.Child(verb, "mark")
	if be < 0 || to != be+1 || r.s.Tokens[verb].XPOS != "VB" || !strings.EqualFold(r.s.Tokens[to].Form, "to") {
		return false
	}
	return r.s.Tokens[be].Lemma == "be" && (r.s.Tokens[be].XPOS == "VBZ" || r.s.Tokens[be].XPOS == "VBP")
}

// isExpectedOf reports whether a verb says in the passive what others expect or
// have planned for its subject, or an adjective does: "is expected to visit", "is scheduled to meet",
// "is due to sign". Who is has bound himself to nothing.
func (r *Reading) isExpectedOf(verb int) bool {
	isDue := r.s.Tokens[verb].Lemma == "due"
	return (isDue || r.isPassive(verb) && r.s.Child(verb, "xcomp") >= 0) && r.agent(verb) < 0 &&
		r.cues.governors[strings.ToLower(r.s.Tokens[verb].Lemma)] == annals.Future
}
