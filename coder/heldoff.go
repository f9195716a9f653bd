package coder

import (
	"strings"

	"annals"
	"annals/language"
	"annals/when"
	"annals/when/edtf"
)

// heldOff reads what was not done until a day as done on it: "Norway did not recognize the new
// state until 1921", "not until 1921 did Norway recognize it". Horn (1972) calls it scalar: who
// means that it was never done says so without a date. It returns the expression of the date, or nil
// if the event of the verb is not told so. "Not before 1921" says the same.
func (r *sentenceReading) heldOff(verb int) *when.Expression {
	if t := &r.s.Tokens[verb]; t.UPOS == "NOUN" && language.IsRel(t.Rel, "nsubj") && r.said.Status(verb) == annals.Negated {
		verb = t.Head // "the attack did not take place until 1921"
	}
	for i := range r.times {
		e := &r.times[i]
		if e.Kind != when.Point || e.Relation != "until" && e.Relation != "before" || e.When.EDTF == "" {
			continue
		}
		above, cleft := r.s.Tokens[e.Head].Head, r.s.Tokens[verb].Head // "it was not until 1921 that ..."
		switch {
		case r.isNot(e.First-1) && (above == verb || cleft >= 0 && (cleft == e.Head || cleft == above)):
			return e
		case e.Relation == "until" && above == verb && r.said.Status(verb) == annals.Negated && r.isPastDenial(verb):
			return e
		}
	}
	return nil
}

// isNot reports whether a token says "not", so that a date behind it is the first one.
func (r *sentenceReading) isNot(token int) bool {
	return token >= 0 && r.s.Tokens[token].Lemma == "not" && r.s.Tokens[token].Rel == "advmod"
}

// isPastDenial reports whether a verb is denied by its own "not", in the past tense.
func (r *sentenceReading) isPastDenial(verb int) bool {
	past, not := false, false
	for c := range r.s.Children(verb) {
		t := &r.s.Tokens[c]
		switch {
		case c > verb:
		case t.XPOS == "MD":
			return false
		case language.IsRel(t.Rel, "aux") || t.Rel == "cop":
			past = past || t.XPOS == "VBD"
		case t.Rel == "advmod":
			not = not || t.Lemma == "not"
		}
	}
	return past && not
}

// firstDay returns the end of a time that reaches to it, as a date of its own.
func firstDay(w *annals.When) *annals.When {
	value, err := edtf.Parse(strings.TrimPrefix(w.EDTF, "../"))
	if err != nil {
		return w
	}
	out := *w
	out.EDTF = value.String()
	out.From, out.To = value.Bounds()
	return &out
}
