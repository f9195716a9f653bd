package language

// What a relative clause belongs to, and what belongs to it: the place, the doer or the list that stands
// beside it settles what a parser that reads from the left got wrong.

// whereClauses hangs a clause with "where" on the place right before it, which a comma may part
// from it, rather than on a noun farther off: "brought the parties to Oslo, | where they signed".
// It reports whether it changed the tree.
func (s *Sentence) whereClauses() bool {
	changed := false
	for i := 1; i < len(s.Tokens); i++ {
		verb := s.Tokens[i].Head
		if s.Tokens[i].Lemma != "where" || verb <= i || !IsRel(s.Tokens[verb].Rel, "acl") {
			continue
		}
		place := i - 1
		if s.Tokens[place].Form == "," {
			place--
		}
		for place >= 0 && (s.Tokens[place].Rel == "flat" || s.Tokens[place].Rel == "compound") && isNominal(&s.Tokens[place]) {
			place = s.Tokens[place].Head
		}
		if place < 0 || s.Tokens[place].UPOS != "PROPN" || s.Child(place, "case") < 0 || place <= s.Tokens[verb].Head || s.Within(place, verb) {
			continue
		}
		s.Tokens[verb].Head, changed = place, true
	}
	return changed
}

// agentClauses hangs a relative clause behind a comma on the name right before it that did what the
// participle between says, rather than on the noun that this was done to: "a claim disputed by
// Chad, | which says so". It reports whether it changed the tree.
func (s *Sentence) agentClauses() bool {
	changed := false
	for i := 2; i < len(s.Tokens); i++ {
		verb := s.Tokens[i].Head
		if s.Tokens[i].Lemma != "which" && s.Tokens[i].Lemma != "who" || verb <= i || s.Tokens[verb].Rel != "acl:relcl" || s.Tokens[i-1].Form != "," {
			continue
		}
		agent := i - 2
		for agent > 0 && s.Tokens[agent].Rel == "flat" {
			agent = s.Tokens[agent].Head
		}
		by := s.Tokens[agent].Head
		if agent < 0 || s.Tokens[agent].UPOS != "PROPN" || s.Tokens[agent].Rel != "obl:agent" || by < 0 || s.Tokens[by].Rel != "acl" || s.Tokens[by].Head != s.Tokens[verb].Head {
			continue
		}
		s.Tokens[verb].Head, changed = agent, true
	}
	return changed
}

// phrasesBehindRelatives hangs a phrase behind the comma that closes a relative clause on the verb
// which that clause interrupts: "had beaten Lima, who fled to Chad, | in May". No comma closes the
// phrase in its turn. It reports whether it changed the tree.
func (s *Sentence) phrasesBehindRelatives() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "obl") || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Rel != "acl:relcl" || s.Child(i, "case") < t.Head {
			continue
		}
		relative, first := t.Head, s.Child(i, "case")
		noun := s.Tokens[relative].Head
		_, end := s.Extent(i)
		if s.Tokens[first-1].Form != "," || noun < 0 || noun > relative || end < len(s.Tokens) && s.Tokens[end].Form == "," || !s.opensWithComma(relative) {
			continue
		}
		if verb := s.verbAbove(s.Tokens[noun].Head); verb >= 0 && verb < noun && s.hang(i, verb, t.Rel) {
			changed = true
		}
	}
	return changed
}

// clausesOfPersons hangs a relative clause with "whom" or "who" on the noun before its comma, where the parser
// hung it on a verb as if it told of what happened: "attacked Obote, | to whom Chad gave shelter". It
// reports whether it changed the tree.
func (s *Sentence) clausesOfPersons() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "advcl:relcl" || t.Head < 0 || t.Head > i {
			continue
		}
		first, _ := s.Extent(i)
		if s.Tokens[first].UPOS == "PUNCT" {
			first++
		}
		who := first
		if s.Tokens[who].UPOS == "ADP" {
			who++
		}
		if lemma := s.Tokens[who].Lemma; who >= i || first < 2 || s.Tokens[first-1].Form != "," || lemma != "who" && lemma != "whom" {
			continue
		}
		if noun := s.flatHead(first - 2); isNominal(&s.Tokens[noun]) && noun > t.Head && s.hang(i, noun, "acl:relcl") {
			changed = true
		}
	}
	return changed
}

// opensWithComma reports whether a comma stands before the pronoun of a relative clause, or before
// its preposition.
func (s *Sentence) opensWithComma(relative int) bool {
	first, _ := s.Extent(relative)
	return s.Tokens[first].Form == "," || first > 0 && s.Tokens[first-1].Form == ","
}

// subjectsOfRelatives gives a relative clause, whose pronoun is its object, the noun right behind that
// as its subject, where the parser gave it to a verb farther on: "the envoys whom | Peru and Chile |
// sent were able to leave". It reports whether it changed the tree.
func (s *Sentence) subjectsOfRelatives() bool {
	changed := false
	for i := range s.Tokens {
		verb := s.Tokens[i].Head
		if s.Tokens[i].Rel != "obj" || s.Tokens[i].Lemma != "whom" && s.Tokens[i].Form != "whom" && s.Tokens[i].Lemma != "which" || verb <= i ||
			s.Tokens[verb].Rel != "acl:relcl" || s.Child(verb, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		for k := i + 1; k < verb; k++ {
			if t := &s.Tokens[k]; IsRel(t.Rel, "nsubj") && t.Head > verb {
				t.Head, t.Rel, changed = verb, "nsubj", true
				s.Link()
				break
			}
		}
	}
	return changed
}

// listedVerbs coordinates a verb without a subject with the finite verb before it whose clause is
// still open, where the parser set it beside the main one: "lent to the king, who landed, | defeated
// them and left". It reports whether it changed the tree.
func (s *Sentence) listedVerbs() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "parataxis" || t.XPOS != "VBD" || t.Head < 0 || t.Head > i || i == 0 || s.Tokens[i-1].Form != "," || s.Child(i, "nsubj", "nsubj:pass", "csubj", "expl", "mark", "ccomp") >= 0 {
			continue
		}
		next := s.Child(i, "conj")
		if next < i || s.Tokens[next].XPOS != "VBD" || s.Child(next, "cc") < 0 {
			continue
		}
		if open := s.openClause(t.Head, i); open >= 0 && s.hang(i, open, "conj") {
			changed = true
		}
	}
	return changed
}

// openClause returns the verb of the relative clause that ends right before the comma at a token and
// lies in the part of the tree below another, or -1.
func (s *Sentence) openClause(top, until int) int {
	for k := until - 2; k > top; k-- {
		t := &s.Tokens[k]
		if t.Rel != "acl:relcl" || t.XPOS != "VBD" || !s.Within(k, top) {
			continue
		}
		if _, end := s.Extent(k); end == until-1 || end == until {
			return k
		}
		return -1
	}
	return -1
}

// remarks makes a clause with "which" that denies or confirms what was said the remark of the whole
// sentence that it is: neither a state nor a thing can be denied. "accused Chad of raids on Togo, | which
// Chad denied". It reports whether it changed the tree.
func (s *Sentence) remarks() bool {
	changed := false
	for i := 1; i < len(s.Tokens); i++ {
		verb := s.Tokens[i].Head
		if s.Tokens[i].Lemma != "which" || s.Tokens[i].Rel != "obj" || s.Tokens[i-1].Form != "," || verb <= i || s.Tokens[verb].Rel != "acl:relcl" || !s.is(s.Tokens[verb].Lemma, answer) {
			continue
		}
		name := s.Tokens[verb].Head
		if name < 0 || !isNominal(&s.Tokens[name]) {
			continue
		}
		top := s.verbAbove(s.Tokens[name].Head)
		for steps := 0; top >= 0 && s.Tokens[top].Head >= 0 && steps < 8; steps++ {
			above := s.verbAbove(s.Tokens[top].Head)
			if above < 0 {
				break
			}
			top = above
		}
		if top >= 0 && top < i && s.hang(verb, top, "advcl:relcl") {
			changed = true
		}
	}
	return changed
}
