package attribution

import (
	"strings"

	"annals"
	"annals/language"
)

// Clauses whose very form says that they tell no fact: questions, commands,
// inverted conditions, and "is to".

// form returns the status that the form of a clause gives to its verb.
func (r *Reading) form(node int) annals.Status {
	if r.s.Tokens[node].UPOS == "NOUN" || r.s.Tokens[node].UPOS == "PROPN" {
		return annals.Actual
	}
	switch {
	case r.isQuestion(node):
		return r.because(node, "question", annals.Hypothetical)
	case r.isInverted(node):
		return r.because(node, "inversion", annals.Hypothetical)
	case r.isCommand(node):
		return r.because(node, "command", annals.Hypothetical)
	case r.isExpectedOf(node):
		return r.because(node, "governor", annals.Future)
	case r.isToBe(node):
		return r.because(node, "is to", annals.Future)
	}
	return annals.Actual
}

// isQuestion reports whether a question mark closes the clause of a verb.
func (r *Reading) isQuestion(node int) bool {
	for c := range r.s.Children(node) {
		if r.s.Tokens[c].Form == "?" && c > node {
			return true
		}
	}
	return false
}

// isInverted reports whether a clause opens with the auxiliary of a condition:
// "had they attacked, ...", "should they attack, ...".
func (r *Reading) isInverted(node int) bool {
	for c := range r.s.Children(node) {
		t := &r.s.Tokens[c]
		if t.UPOS == "PUNCT" || t.Rel == "cc" {
			continue
		}
		if t.Rel != "aux" && t.Rel != "cop" && t.Rel != "aux:pass" {
			return false // "never had they attacked"
		}
		switch strings.ToLower(t.Form) {
		case "had", "should", "were":
			subject := r.s.Child(node, "nsubj", "nsubj:pass")
			return subject > c && subject < node
		}
		return false
	}
	return false
}

// isCommand reports whether a verb is an imperative: a bare form as the main verb
// of its sentence, with no subject.
func (r *Reading) isCommand(node int) bool {
	t := &r.s.Tokens[node]
	if t.Head != language.Root || t.XPOS != "VB" {
		return false
	}
	return r.s.Child(node, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark") < 0
}

// isToBe reports whether a verb stands behind "is to" or "was to": what is
// arranged or was planned.
func (r *Reading) isToBe(node int) bool {
	be := false
	for c := range r.s.Children(node) {
		t := &r.s.Tokens[c]
		if c > node {
			break
		}
		if t.Rel == "mark" && t.Lemma == "to" {
			return be
		}
		be = t.Lemma == "be" || be && t.Rel == "advmod"
	}
	return false
}

// isNegated reports whether a word is negated by its own words: "did not say",
// "no evidence".
func (r *Reading) isNegated(node int) bool {
	for c := range r.s.Children(node) {
		switch t := &r.s.Tokens[c]; {
		case t.Rel == "advmod", t.Rel == "det", t.Rel == "cc:preconj", t.Rel == "cc":
			if r.negates(c) {
				return true // "neither confirmed nor denied"
			}
		case language.IsRel(t.Rel, "nsubj"):
			if r.hasNegation(c) {
				return true // "nobody said"
			}
		}
	}
	return false
}

// negates reports whether an adverb or determiner says no: "not", "no longer". "Not
// only" denies nothing, nor does "not until".
func (r *Reading) negates(word int) bool {
	if r.cues.negations[strings.ToLower(r.s.Tokens[word].Lemma)] {
		return word+1 == len(r.s.Tokens) || !r.cues.affirmations[strings.ToLower(r.s.Tokens[word].Lemma+" "+r.s.Tokens[word+1].Form)]
	}
	if r.s.Tokens[word].UPOS != "ADV" {
		return false
	}
	no := r.s.Child(word, "advmod", "det")
	return no >= 0 && r.cues.negations[r.negativeAdverb(no, word)]
}

// negativeAdverb writes an adverb with the "no" before it as the table does: "no longer".
func (r *Reading) negativeAdverb(no, adverb int) string {
	return strings.ToLower(r.s.Tokens[no].Lemma) + " " + strings.ToLower(r.s.Tokens[adverb].Form)
}

// judged returns what is said of a noun as such: "an attack is unlikely", "the
// report that ... is false", "unconfirmed rumours that ...".
func (r *Reading) judged(noun int) annals.Status {
	t := &r.s.Tokens[noun]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
		return annals.Actual
	}
	status := annals.Actual
	for c := range r.s.Children(noun) {
		if r.s.Tokens[c].Rel == "amod" {
			status = weaker(status, r.because(c, "modifier", r.cues.modifiers[strings.ToLower(r.s.Tokens[c].Lemma)]))
		}
	}
	if t.Head < 0 || t.Rel != "nsubj" {
		return status
	}
	predicate := t.Head
	if x := r.s.Child(predicate, "xcomp"); x >= 0 {
		predicate = x // "seems unlikely"
	}
	if r.s.Tokens[predicate].UPOS == "ADJ" {
		status = weaker(status, r.because(predicate, "governor", r.cues.governors[strings.ToLower(r.s.Tokens[predicate].Lemma)]))
	}
	return status
}

// refuted returns what becomes of a report of which it is said that it is wrong: "reports that
// ... turned out to be wrong". An attack that is wrong has happened all the same.
func (r *Reading) refuted(report int) annals.Status {
	t := &r.s.Tokens[report]
	if t.UPOS != "NOUN" || t.Head < 0 || !language.IsRel(t.Rel, "nsubj") {
		return annals.Actual
	}
	predicate := t.Head
	if x := r.s.Child(predicate, "xcomp"); x >= 0 {
		predicate = x
	}
	if r.isNegated(predicate) || r.isNegated(t.Head) {
		return annals.Actual
	}
	return r.because(predicate, "refutation", r.cues.refutations[strings.ToLower(r.s.Tokens[predicate].Lemma)])
}

// isSupposed reports whether a noun takes part in what would or might be: "an attack
// would end the truce" and "could profit from an attack" tell of none.
func (r *Reading) isSupposed(noun int) bool {
	t := &r.s.Tokens[noun]
	if t.Head < 0 || !language.IsRel(t.Rel, "nsubj") && t.Rel != "obj" && !language.IsRel(t.Rel, "obl") {
		return false
	}
	supposed := false
	for c := range r.s.Children(t.Head) {
		switch aux := &r.s.Tokens[c]; {
		case aux.Rel != "aux":
		case aux.Lemma == "have":
			return false // "may have followed from a warning": there was one
		case r.auxiliary(t.Head, c) == annals.Hypothetical, strings.EqualFold(aux.Form, "would"):
			supposed = true
		}
	}
	return supposed
}

// negatedStance is how somebody stands to what he does not say: a report that is
// not confirmed, or not denied, stays open. Where there is no doubt, it is
// confirmed.
func negatedStance(s annals.Stance) annals.Stance {
	if s == annals.Doubts {
		return annals.Confirms
	}
	return annals.Doubts
}
