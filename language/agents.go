package language

// Who did it, where several did, and where.

// moreAgents coordinates somebody with "and by" with the one who did it before, where the parser
// coordinated that with a verb between: "signed by Ruiz, who had come, | and by his host, Mora". A name
// behind a comma says who that is. It reports whether it changed the tree.
func (s *Sentence) moreAgents() bool {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		by := s.Child(i, "case")
		if t.Rel != "conj" || !isNominal(t) || t.Head < 0 || s.Tokens[t.Head].UPOS != "VERB" || by < 1 || s.Tokens[by].Lemma != "by" || s.Tokens[by-1].Rel != "cc" {
			continue
		}
		verb := t.Head
		for steps := 0; steps < 4 && verb >= 0 && s.Child(verb, "obl:agent") < 0; steps++ {
			if verb = s.Tokens[verb].Head; verb >= 0 {
				verb = s.verbAbove(verb)
			}
		}
		if verb < 0 {
			continue
		}
		agent := s.Child(verb, "obl:agent")
		if agent < 0 || agent > i || !s.hang(i, agent, "conj") {
			continue
		}
		s.Tokens[by-1].Head = i
		for c := range s.Children(verb) {
			if _, end := s.Extent(i); c > i && s.Tokens[c].UPOS == "PROPN" && s.Tokens[c].Rel == "conj" && c <= end+3 {
				s.Tokens[c].Head, s.Tokens[c].Rel = i, "appos"
			}
		}
		s.Link()
		return true
	}
	return false
}

// namesBehindHosts makes a noun with a preposition the head of the name behind its comma, where the parser hung
// it on that: "by his host, | Ana Mora". What has a preposition of its own stands behind its head. It
// reports whether it changed the tree.
func (s *Sentence) namesBehindHosts() bool {
	changed := false
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel != "nmod" || t.UPOS != "NOUN" || t.Head < i || s.Tokens[t.Head].UPOS != "PROPN" || s.Child(i, "case") < 0 || s.Child(i, "case") > i || i+1 >= len(s.Tokens) || s.Tokens[i+1].Form != "," {
			continue
		}
		name := &s.Tokens[t.Head]
		at := t.Head
		if cc := s.Child(at, "cc"); cc >= 0 && cc < i {
			s.Tokens[cc].Head = i
		}
		t.Head, t.Rel = name.Head, name.Rel
		name.Head, name.Rel, changed = i, "appos", true
		s.Link()
	}
	return changed
}

// placesOfPersons hangs a place or day behind a person who is met, killed or the like on what is done: "met
// Minister Ana Mora | in Lima". A name needs no place to be told from others. It reports whether it changed
// the tree.
func (s *Sentence) placesOfPersons() bool {
	changed := false
	for i := range s.Tokens {
		t, in := &s.Tokens[i], s.Child(i, "case")
		if t.Rel != "nmod" || t.UPOS != "PROPN" || t.Head < 0 || t.Head > i || in < 0 || s.Tokens[in].Lemma != "in" && s.Tokens[in].Lemma != "at" {
			continue
		}
		name := &s.Tokens[t.Head]
		if name.UPOS != "PROPN" || name.Rel != "obj" || s.Child(t.Head, "flat") < 0 || s.Child(t.Head, "det", "appos", "conj") >= 0 {
			continue
		}
		t.Head, t.Rel, changed = name.Head, "obl", true
	}
	return changed
}

// placesOfAgents hangs the place behind several that act together on what they do: "signed by the
// two governments | in Algiers". One government in a city is that of its state.
func (s *Sentence) placesOfAgents() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "PROPN" || t.Rel != "nmod" || t.Head < 0 || t.Head > i || s.Tokens[t.Head].Rel != "obl:agent" || s.Tokens[t.Head].Head < 0 {
			continue
		}
		in, det := s.Child(i, "case"), s.Child(t.Head, "det")
		if in < 0 || s.Tokens[in].Lemma != "in" && s.Tokens[in].Lemma != "at" {
			continue
		}
		if s.Child(t.Head, "nummod") >= 0 || det >= 0 && s.Tokens[det].Lemma == "both" {
			t.Head, t.Rel = s.Tokens[t.Head].Head, "obl"
		}
	}
}
