package attribution

import (
	"strings"

	"annals"
	"annals/language"
)

// What is not stated though a word of saying stands over it: questions, conditions,
// commands, and what somebody may say one day.

// IsStated reports whether somebody really says something with a content of its own.
// Nobody does in "do you think that they paid?", "if he says that they paid", "note that
// they paid", "critics may say that they paid" and "told us how they paid".
func (r *Reading) IsStated(said *Said) bool {
	if r.isInterrogative(said) || r.isElliptical(said) {
		return false
	}
	if r.s.Tokens[said.Cue].UPOS != "VERB" {
		return true // "allegedly", "according to", "rumours that"
	}
	if r.isAddressed(said.Cue) || said.Speaker < 0 && r.isAnybodys(said.Cue) {
		return false
	}
	switch r.Status(said.Cue) {
	case annals.Future:
		return r.speaks(said)
	case annals.Hypothetical:
		return r.isSaidOnPurpose(said.Cue) || r.speaks(said) && r.isHedged(said.Cue) || said.Stance == annals.Doubts || r.isOutsideCondition(said)
	}
	return true
}

// speaks reports whether the speaker is whoever writes or is quoted: "I would say".
func (r *Reading) speaks(said *Said) bool {
	return said.Speaker >= 0 && r.cues.IsFirstPerson(r.s.Tokens[said.Speaker].Form)
}

// isHedged reports whether a verb has a modal of its own, which only makes it more
// polite in the first person ("I would say that"), and no condition or question.
func (r *Reading) isHedged(verb int) bool {
	for c := range r.s.Children(verb) {
		if r.s.Tokens[c].Rel == "aux" && r.s.Tokens[c].XPOS == "MD" {
			return !r.isCondition(verb) && !r.isQuestion(verb)
		}
	}
	return false
}

// isSaidOnPurpose reports whether a verb of saying is what somebody did another thing
// for: "phoned to say that".
func (r *Reading) isSaidOnPurpose(verb int) bool {
	t := &r.s.Tokens[verb]
	if !language.IsRel(t.Rel, "advcl") && t.Rel != "xcomp" || t.XPOS != "VB" || t.Head < 0 {
		return false
	}
	_, reports := r.cues.verbs[strings.ToLower(r.s.Tokens[t.Head].Lemma)]
	return (reports || r.cues.contacts[strings.ToLower(r.s.Tokens[t.Head].Lemma)]) && r.Status(t.Head) == annals.Actual
}

// isOutsideCondition reports whether what makes a cue hypothetical is a condition that
// belongs to what is said: "the envoy said that they would pay if asked", in trees that hang
// the condition on "said".
func (r *Reading) isOutsideCondition(said *Said) bool {
	for c := range r.s.Children(said.Cue) {
		if t := &r.s.Tokens[c]; t.Rel == "aux" && rank(r.auxiliary(said.Cue, c)) > 0 {
			return false
		}
	}
	return r.s.Tokens[said.Cue].Rel != "conj" && !r.isCondition(said.Cue) && rank(r.form(said.Cue)) == 0 && rank(r.governed(said.Cue)) == 0
}

// isAnybodys reports whether a verb of saying in the active voice is named without
// anybody who says so: "it is wrong to say that they paid".
func (r *Reading) isAnybodys(verb int) bool {
	if r.isPassive(verb) {
		return false
	}
	t := &r.s.Tokens[verb]
	return t.XPOS == "VB" || t.XPOS == "VBG" && language.IsRel(t.Rel, "csubj")
}

// isAddressed reports whether a verb of saying or judging is a command, or what the
// writer and the reader do together: "note that", "let us say that", "please confirm".
func (r *Reading) isAddressed(verb int) bool {
	t := &r.s.Tokens[verb]
	if t.UPOS != "VERB" || t.XPOS != "VB" && t.XPOS != "VBP" {
		return false
	}
	if r.s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop", "mark") >= 0 {
		return false
	}
	if t.Rel == "conj" {
		return r.isAddressed(t.Head)
	}
	return t.Head == language.Root || t.Rel == "parataxis" || t.Rel == "xcomp" || t.Rel == "ccomp" && r.Speaker(verb) < 0
}

// isInterrogative reports whether a content is a question, in direct or in reported
// speech: "how they paid", "did they pay?". What somebody doubts may be put as one.
func (r *Reading) isInterrogative(said *Said) bool {
	if r.isQuestion(said.Content) || r.isQuestion(said.Cue) || r.isInvertedQuestion(said.Content) {
		return true
	}
	if said.Cue == said.Content {
		return false
	}
	if r.isCondition(said.Content) {
		return said.Stance != annals.Doubts && said.Stance != annals.Denies // "doubted whether"
	}
	first := r.opening(said.Content)
	if first < 0 {
		return false
	}
	// "methods which he said were new", "the raid, which by all reports failed"
	isRelative := first < said.Cue && (r.s.Tokens[said.Cue].Rel == "acl:relcl" || r.s.Tokens[said.Content].Rel == "acl:relcl")
	return strings.HasPrefix(r.s.Tokens[first].XPOS, "W") && r.s.Tokens[first].Rel != "mark" && !isRelative
}

// opening returns the first word of a clause or the word in the phrase that opens it which
// asks: "how", "at what price".
func (r *Reading) opening(clause int) int {
	for c := range r.s.Children(clause) {
		t := &r.s.Tokens[c]
		if t.UPOS == "PUNCT" || t.Rel == "cc" {
			continue
		}
		if strings.HasPrefix(t.XPOS, "W") || t.Rel == "mark" {
			return c
		}
		if language.IsRel(t.Rel, "csubj") || language.IsRel(t.Rel, "advcl") || t.UPOS == "VERB" {
			return -1 // "what he did was right"
		}
		first, last := r.s.Extent(c)
		for i := first; i < last && i <= first+1; i++ {
			if strings.HasPrefix(r.s.Tokens[i].XPOS, "W") && (r.s.Tokens[i].Head == c || r.s.Tokens[i].Rel == "advmod") {
				return i
			}
		}
		return -1
	}
	return -1
}

// isInvertedQuestion reports whether a clause opens with its auxiliary before its
// subject, and is no condition: "did they pay".
func (r *Reading) isInvertedQuestion(clause int) bool {
	for c := range r.s.Children(clause) {
		t := &r.s.Tokens[c]
		switch {
		case t.UPOS == "PUNCT", t.Rel == "cc", t.Rel == "discourse":
			continue
		case t.UPOS != "AUX":
			return false
		}
		subject := r.s.Child(clause, "nsubj", "nsubj:pass", "expl")
		return subject == c+1 || subject > c && (subject < clause || t.Rel == "cop")
	}
	return false
}

// isElliptical reports whether a content is an auxiliary that stands for a verb said
// before, or no more than an answer: "as well as they thought they would", "said no".
func (r *Reading) isElliptical(said *Said) bool {
	if r.s.Tokens[said.Content].UPOS == "INTJ" {
		return true
	}
	return said.Content != said.Cue && r.s.Tokens[said.Content].UPOS == "AUX" && r.s.Child(said.Content, "obj", "obl", "xcomp", "ccomp", "advcl") < 0
}
