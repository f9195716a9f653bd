package when

import "annals/language"

// future reports whether the clause around a date speaks of what is to come:
// by the tree, "will", "due" and the like or the present at the verb that
// governs it; without a tree, such a word before it.
func (f *finder) future(p *part) bool {
	at := f.lx[min(p.first, len(f.lx)-1)].token
	if f.s.Tokens[at].Rel == "" {
		for i := range p.first {
			if f.lx[i].class&cFuture != 0 {
				return true
			}
		}
		return false
	}
	for steps := 0; at >= 0 && steps < len(f.s.Tokens); steps++ {
		if f.announces(at) {
			return true
		}
		if f.isInfinitive(at) { // "due to leave in May": the word before says whether it is to come
			at = f.s.Tokens[at].Head
			continue
		}
		if tense := f.finite(at); tense != "" || finiteClause(f.s.Tokens[at].Rel) {
			return tense == "present"
		}
		at = f.s.Tokens[at].Head
	}
	return false
}

// isInfinitive reports whether a token heads a clause with "to".
func (f *finder) isInfinitive(token int) bool {
	mark := f.s.Child(token, "mark")
	return mark >= 0 && f.s.Tokens[mark].XPOS == "TO"
}

// finite returns the tense of a verb or of its auxiliaries: past, present, or
// "" for a form that has none. The perfect is past; what is told in the present
// with a date is a plan: "the council meets on Friday".
func (f *finder) finite(token int) string {
	tense := tenseOf(&f.s.Tokens[token])
	for c := range f.s.Children(token) {
		t := &f.s.Tokens[c]
		if !language.IsRel(t.Rel, "aux") && !language.IsRel(t.Rel, "cop") {
			continue
		}
		if t.Lemma == "have" {
			return "past"
		}
		if of := tenseOf(t); of != "" {
			tense = of
		}
	}
	return tense
}

func tenseOf(t *language.Token) string {
	switch t.XPOS {
	case "VBD":
		return "past"
	case "VBZ", "VBP":
		return "present"
	}
	return ""
}

// announces reports whether the token or one of its auxiliaries is a word of
// the future.
func (f *finder) announces(token int) bool {
	if f.isFuture(token) {
		return true
	}
	for c := range f.s.Children(token) {
		if language.IsRel(f.s.Tokens[c].Rel, "aux") && f.isFuture(c) {
			return true
		}
	}
	return false
}

func (f *finder) isFuture(token int) bool {
	w := f.rules.words.find(f.s.Tokens[token].Form)
	return w != nil && w.class&cFuture != 0
}

// finiteClause reports a relation at which a clause with a tense of its own
// ends.
func finiteClause(rel string) bool {
	switch rel {
	case "root", "ccomp", "advcl", "parataxis", "acl:relcl", "conj", "csubj":
		return true
	}
	return false
}
