package when

import "annals/language"

// future reports whether the clause around a date speaks of what is to come:
// by the tree, "will", "due" and the like at the verb that governs it; without
// a tree, such a word before it.
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
		if finiteClause(f.s.Tokens[at].Rel) {
			return false
		}
		at = f.s.Tokens[at].Head
	}
	return false
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
