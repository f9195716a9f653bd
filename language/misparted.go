package language

// Phrases that a parser parts or joins wrongly although a mark or a word beside them settles it.

// subjectsBehindColon gives a verb behind a colon or semicolon, which has no subject, the noun that
// the parser made a second subject of the verb before: "Peace was brief: | Chad | declared war". It
// reports whether it changed the tree.
func (s *Sentence) subjectsBehindColon() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "nsubj") || t.Head < 0 || t.Head > i || !s.hasColon(t.Head, i) {
			continue
		}
		for c := range s.Children(t.Head) {
			if v := &s.Tokens[c]; c > i && (v.Rel == "conj" || v.Rel == "parataxis") && s.isFinite(c) && s.Child(c, "nsubj", "nsubj:pass", "csubj", "expl") < 0 {
				v.Rel = "parataxis"
				t.Head, t.Rel = c, "nsubj"
				if s.Child(c, "aux:pass") >= 0 {
					t.Rel = "nsubj:pass"
				}
				changed = true
				break
			}
		}
		if changed {
			s.Link()
		}
	}
	return changed
}

// hasColon reports whether a colon or semicolon stands between two tokens.
func (s *Sentence) hasColon(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if s.Tokens[k].Form == ":" || s.Tokens[k].Form == ";" {
			return true
		}
	}
	return false
}

// captives makes the one who is taken or held "prisoner", or declared "persona non grata", the object,
// where the parser made one phrase of both: "took the governor | prisoner".
func (s *Sentence) captives() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		first := s.captiveAt(i)
		if t.Rel != "obj" || t.Head < 0 || t.Head > i || first < 1 {
			continue
		}
		noun := &s.Tokens[first-1]
		if noun.Rel != "compound" && noun.Rel != "nmod:desc" || noun.Head != i {
			continue
		}
		for k := t.Head + 1; k < first-1; k++ {
			if s.Tokens[k].Head == i {
				s.Tokens[k].Head = first - 1
			}
		}
		noun.Head, noun.Rel = t.Head, "obj"
		t.Rel = "xcomp"
	}
}

// captiveAt returns the first of the words with a token as their head that say what somebody who is taken,
// held or expelled becomes, or -1. The head of three words may be the first or the last.
func (s *Sentence) captiveAt(i int) int {
	if s.is(s.Tokens[i].Form, captive) {
		return i
	}
	for _, first := range [...]int{i - 2, i} {
		if s.Tokens[i].Rel == "obj" && first >= 0 && first+2 < len(s.Tokens) &&
			s.is(s.Tokens[first].Form+" "+s.Tokens[first+1].Form+" "+s.Tokens[first+2].Form, captive) {
			return first
		}
	}
	return -1
}

// coordinatedActives gives a sentence its second verb back, which the parser took for a participle
// of the noun between "and" and it: "met at Ghent and at their first sitting | called upon the
// Dutch to leave". A participle has no object, nor a preposition whose noun is to do something. It
// reports whether it changed the tree.
func (s *Sentence) coordinatedActives() bool {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "acl" || t.XPOS != "VBN" && t.XPOS != "VBD" || t.Head < 0 || t.Head >= i || !s.hasObjectOfItsOwn(i) {
			continue
		}
		noun := t.Head
		and, first := s.Child(noun, "cc"), s.Tokens[noun].Head
		if _, end := s.Extent(noun); end <= i || and < 0 || first < 0 || s.Tokens[noun].Rel != "conj" || s.Child(noun, "case") < and || s.isApartFrom(noun, i) {
			continue
		}
		verb := s.verbAbove(first)
		if verb < 0 || s.Child(verb, "nsubj") < 0 {
			continue
		}
		t.Head, t.Rel, t.XPOS = verb, "conj", "VBD"
		s.Tokens[noun].Head, s.Tokens[noun].Rel = i, "obl"
		s.Tokens[and].Head = i
		return true
	}
	return false
}

// hasObjectOfItsOwn reports whether a verb has an object behind it, or a noun with a preposition
// that is to do something: "called upon them to leave".
func (s *Sentence) hasObjectOfItsOwn(verb int) bool {
	if s.Child(verb, "obj") > verb {
		return true
	}
	whom := s.Child(verb, "obl")
	if whom < verb || s.Child(whom, "case") != verb+1 || s.Tokens[verb+1].Lemma == "by" {
		return false
	}
	for c := range s.Children(verb) {
		if to := s.Child(c, "mark"); c > whom && to > whom && s.Tokens[to].Lemma == "to" && s.Tokens[c].UPOS == "VERB" {
			return true
		}
	}
	return false
}

// isApartFrom reports whether a mark stands between two tokens.
func (s *Sentence) isApartFrom(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if s.Tokens[k].UPOS == "PUNCT" {
			return true
		}
	}
	return false
}

// verbAbove returns the verb that a noun phrase depends on, or -1.
func (s *Sentence) verbAbove(i int) int {
	for steps := 0; i >= 0 && steps < 8; steps++ {
		if s.Tokens[i].UPOS == "VERB" {
			return i
		}
		i = s.Tokens[i].Head
	}
	return -1
}

// partedNames joins two names side by side that the parser took for two phrases of one kind beside the same
// word: two objects of a verb, two appositions of a noun.
func (s *Sentence) partedNames() {
	for i := 1; i < len(s.Tokens); i++ {
		a, b := &s.Tokens[i-1], &s.Tokens[i]
		if a.UPOS != "PROPN" || b.UPOS != "PROPN" || a.Rel != b.Rel || a.Head != b.Head {
			continue
		}
		switch a.Rel {
		case "obj", "appos", "nmod", "nsubj", "nsubj:pass", "obl", "conj":
			b.Head, b.Rel = i-1, "flat"
		}
	}
}

// due makes "due" the predicate that it is before an infinitive or a place, where the parser took it for
// the preposition of "due to the war": "is due | to visit Athens", "is due | in Athens". It reports
// whether it changed the tree.
func (s *Sentence) due() bool {
	changed := false
	for i := range s.Tokens {
		if s.Tokens[i].Lemma != "due" || i+2 >= len(s.Tokens) || s.Tokens[i+1].Head != i && s.Tokens[i+1].Rel != "mark" && s.Tokens[i+1].Rel != "case" {
			continue
		}
		switch verb, place := i+2, s.Tokens[i].Head; {
		case s.Tokens[i+1].Lemma == "to" && s.Tokens[verb].XPOS == "VB" && s.Tokens[verb].Head == i:
			s.Tokens[i+1].UPOS, s.Tokens[i+1].XPOS, s.Tokens[i+1].Head, s.Tokens[i+1].Rel = "PART", "TO", verb, "mark"
			s.Tokens[verb].Rel = "xcomp"
			s.promote(verb, i)
		case s.Tokens[i].Rel == "case" && (s.Tokens[i+1].Rel == "fixed" || s.Tokens[i+1].Rel == "case") && s.Tokens[i+1].Lemma != "to" && place > i:
			s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[place].Head, s.Tokens[place].Rel
			s.Tokens[place].Head, s.Tokens[place].Rel = i, "obl"
			s.Tokens[i+1].Head, s.Tokens[i+1].Rel = place, "case"
			s.promote(place, i)
		default:
			continue
		}
		changed = true
		s.Link()
	}
	return changed
}

// promote gives a predicate the subject, the copula and what stands before it, which hang on a word
// behind it.
func (s *Sentence) promote(from, to int) {
	for k := range to {
		if t := &s.Tokens[k]; t.Head == from {
			if t.Head = to; t.Rel == "nsubj:outer" {
				t.Rel = "nsubj"
			}
		}
	}
}
