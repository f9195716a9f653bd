package attribution

import "annals/language"

// Opinions: as what somebody or something is regarded, and by whom.

// isJudgement reports whether a verb says as what somebody or something is
// regarded: "seen as a threat", "considered unfair", but not "saw them in Rome".
func (r *Reading) isJudgement(v int) bool {
	for k := range r.s.Children(v) {
		switch t := &r.s.Tokens[k]; {
		case t.Rel == "ccomp":
			return !r.isOpen(k) && r.isHeldBySomebody(v) // "is considering whether to leave" is no judgement
		case t.Rel == "xcomp":
			if t.XPOS == "VBG" && !r.isPassive(v) {
				break // "is considering selling" is a plan
			}
			if t.XPOS != "VB" || r.s.Child(k, "cop") >= 0 || r.isPassive(v) {
				return true
			}
		case language.IsRel(t.Rel, "obl"):
			if r.s.Case(k) == "as" && k > v {
				return true
			}
		case language.IsRel(t.Rel, "advcl"):
			if mark := r.s.Child(k, "mark", "case"); mark >= 0 && r.s.Tokens[mark].Lemma == "as" && k > v && r.s.Child(k, "nsubj", "nsubj:pass") < 0 {
				return true
			}
		}
	}
	return false
}

// isHeldBySomebody reports whether a verb of opinion with a that-clause is said of somebody:
// "the court considers that the treaty is void". "Considering that" only concedes a
// point, and "if we consider that" asks to weigh one.
func (r *Reading) isHeldBySomebody(v int) bool {
	if r.isPassive(v) {
		return true
	}
	subject := r.s.Child(v, "nsubj")
	return subject >= 0 && !r.cues.IsFirstPerson(r.s.Tokens[subject].Form) && !r.cues.IsGeneric(r.s.Tokens[subject].Form)
}

// isSeenAs reports whether a verb of seeing gives an opinion: "sees the pact as a threat",
// "is seen to have failed", but not "saw them leave", "see how it ends".
func (r *Reading) isSeenAs(v int) bool {
	for k := range r.s.Children(v) {
		t := &r.s.Tokens[k]
		as := r.s.Child(k, "case", "mark")
		switch {
		case as < 0:
		case r.s.Tokens[as].Lemma == "as" && k > v && (t.Rel == "xcomp" || language.IsRel(t.Rel, "obl") || language.IsRel(t.Rel, "advcl") && r.s.Child(k, "nsubj", "nsubj:pass") < 0):
			return true
		case r.isPassive(v) && t.Rel == "xcomp" && r.s.Tokens[as].Lemma == "to":
			return true
		}
	}
	return false
}

// regarder returns who holds an opinion: the agent or subject of the verb, or
// the adverb that says so without a name ("widely").
func (r *Reading) regarder(v int) int {
	if speaker := r.Speaker(v); speaker >= 0 {
		return speaker
	}
	for k := range r.s.Children(v) {
		if r.s.Tokens[k].Rel == "advmod" {
			if _, ok := r.cues.opinions[r.s.Tokens[k].Lemma]; ok {
				return k
			}
		}
	}
	return -1
}
