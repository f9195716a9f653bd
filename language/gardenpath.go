package language

// Garden paths: sentences that lead a reader, and a parser, to a structure that a
// later word rules out (Bever 1970). What English grammar says of that word puts
// them right.

// hang makes a token depend on another, unless that would close a circle. It
// reports whether it did.
func (s *Sentence) hang(token, head int, rel string) bool {
	if head < 0 || token == head || s.Within(head, token) {
		return false
	}
	s.Tokens[token].Head, s.Tokens[token].Rel = head, rel
	return true
}

// conjunctions hangs an "and" or "or" on the word right behind it where that word
// is coordinated and has no conjunction of its own.
func (s *Sentence) conjunctions() {
	for i := 0; i+1 < len(s.Tokens); i++ {
		t, next := &s.Tokens[i], &s.Tokens[i+1]
		if t.Rel == "cc" && t.Head > i+1 && next.Rel == "conj" && next.Head >= 0 && next.Head < i && s.Child(i+1, "cc") < 0 {
			t.Head = i + 1
		}
	}
}

// predicates makes the adjective behind "as" what somebody is regarded as, though
// a noun follows on the other side of a comma: "is seen as unfair, | opposition
// leaders left".
func (s *Sentence) predicates() {
	for i := 1; i+1 < len(s.Tokens); i++ {
		as, adjective := &s.Tokens[i], &s.Tokens[i+1]
		if as.Lemma != "as" || s.Tokens[i-1].UPOS != "VERB" || adjective.UPOS != "ADJ" && adjective.XPOS != "VBN" || adjective.Rel != "amod" || adjective.Head < i+1 {
			continue
		}
		noun := adjective.Head
		if s.commaBefore(noun, i) < 0 || !s.hang(i+1, i-1, "obl") {
			continue
		}
		as.Head, as.Rel = i+1, "case"
		if t := &s.Tokens[noun]; IsRel(t.Rel, "obl") && noun+1 < len(s.Tokens) && s.Tokens[noun+1].UPOS == "PROPN" && IsRel(s.Tokens[noun+1].Rel, "nsubj") {
			s.hang(noun, noun+1, "nmod:desc") // "opposition leader | Ana Lima"
		}
	}
}

// doubleSubjects leaves a verb the nearest of two subjects that a comma parts. The
// other one, behind a comma itself, says who the noun before it is: "arrested two
// travellers, Ana Lima and her son, | the police said".
func (s *Sentence) doubleSubjects() {
	for verb := range s.Tokens {
		far, near := -1, -1
		for c := range s.Children(verb) {
			if c < verb && IsRel(s.Tokens[c].Rel, "nsubj") {
				far, near = near, c
			}
		}
		if far < 0 || s.commaBefore(near, far) < 0 {
			continue
		}
		first, _ := s.Extent(far)
		if s.Tokens[first].Form == "," {
			first++
		}
		if first < 2 || s.Tokens[first-1].Form != "," || s.Tokens[far].UPOS != "NOUN" && s.Tokens[far].UPOS != "PROPN" {
			continue
		}
		if noun := first - 2; s.Tokens[noun].UPOS == "NOUN" || s.Tokens[noun].UPOS == "PROPN" {
			s.hang(far, noun, "appos")
		}
	}
}

// barePassive makes the passive clause before a comma the main one where the parser took the
// participle behind it for that, though this has neither subject nor auxiliary: "After days in
// prison envoys were moved, | taken to the port". It reports whether it did.
func (s *Sentence) barePassive() bool {
	root := s.root()
	if root < 1 || s.Tokens[root].XPOS != "VBN" || s.Tokens[root-1].Form != "," || s.Child(root, "nsubj", "nsubj:pass", "csubj", "expl", "aux", "aux:pass", "cop") >= 0 {
		return false
	}
	clause := s.Child(root, "advcl")
	if clause < 0 || clause > root || s.Child(clause, "aux:pass") < 0 {
		return false
	}
	far, near := -1, -1
	for c := range s.Children(clause) {
		if c < clause && s.Tokens[c].Rel == "nsubj:pass" {
			far, near = near, c
		}
	}
	mark := s.Child(clause, "mark")
	if far < 0 || mark < 0 {
		return false
	}
	if first, _ := s.Extent(far); first != mark+1 {
		return false
	}
	s.hang(mark, far, "case") // "after a few days" opens no clause
	s.Tokens[far].Rel = "obl"
	s.parted(far, near)
	s.Tokens[clause].Head, s.Tokens[clause].Rel = Root, "root"
	s.hang(root, clause, "conj")
	return true
}

// parted parts the noun of a preposition from the subject right behind it, with which the parser
// made it one phrase: "days in hotels | migrants were".
func (s *Sentence) parted(noun, subject int) {
	preposition, last := s.Child(subject, "case"), subject-1
	if preposition < 0 || preposition > last || s.Tokens[last].Head != subject || s.Tokens[last].XPOS != "NNS" {
		return
	}
	for c := range s.Children(subject) {
		if c < last {
			s.Tokens[c].Head = last
		}
	}
	s.hang(last, noun, "nmod")
}

// subjectsBehindMark gives a clause with a subordinator, but without a subject, the noun between the
// two that the parser hung on a word before them: "the day after | Ana Lima | had left".
func (s *Sentence) subjectsBehindMark() {
	for noun := 1; noun < len(s.Tokens); noun++ {
		t := &s.Tokens[noun]
		if t.Rel != "nmod" && t.Rel != "appos" || !isNominal(t) || t.Head < 0 || s.Child(noun, "case") >= 0 {
			continue
		}
		first, _ := s.Extent(noun)
		if first == 0 || s.Tokens[first-1].Rel != "mark" || t.Head >= first-1 {
			continue
		}
		verb := s.Tokens[first-1].Head
		if verb > noun && s.isFinite(verb) && s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl") < 0 {
			s.hang(noun, verb, "nsubj")
			if s.Child(verb, "aux:pass") >= 0 {
				t.Rel = "nsubj:pass"
			}
		}
	}
}

// subjectsBehindPreposition gives a finite verb without a subject the noun right before it, where
// the parser hung that by a preposition which may as well open a clause on the verb above: "fired
// after | a boat crossed the line".
func (s *Sentence) subjectsBehindPreposition() {
	for verb := 2; verb < len(s.Tokens); verb++ {
		v := &s.Tokens[verb]
		if v.Rel != "advcl" || v.Head < 0 || v.XPOS != "VBD" && v.XPOS != "VBZ" || s.Child(verb, "mark", "nsubj", "nsubj:pass", "csubj", "expl", "cc", "aux:pass") >= 0 {
			continue
		}
		for c := range s.Children(v.Head) {
			first, end := s.Extent(c)
			if end != verb || c < v.Head || !IsRel(s.Tokens[c].Rel, "obl") || !opensClause(&s.Tokens[first]) || s.Tokens[first].Head != c {
				continue
			}
			s.Tokens[first].Head, s.Tokens[first].Rel, s.Tokens[first].UPOS = verb, "mark", "SCONJ"
			s.hang(c, verb, "nsubj")
			break
		}
	}
}

// opensClause reports whether a preposition is a subordinator as well.
func opensClause(t *Token) bool {
	switch t.Lemma {
	case "after", "before", "until", "since":
		return t.Rel == "case"
	}
	return false
}

// reduced corrects a past tense that is a participle, as the second finite verb of
// its clause shows: "the boats rowed across the river | were sunk". There is no
// conjunction between the two, and the second has no subject of its own.
func (s *Sentence) reduced() bool {
	for second := range s.Tokens {
		if !s.mayBeMain(second) || !s.isFinite(second) || s.Child(second, "nsubj", "nsubj:pass", "csubj", "expl", "cc") >= 0 {
			continue
		}
		first := s.reducedBefore(second)
		if first < 0 {
			continue
		}
		subject := s.Child(first, "nsubj", "nsubj:pass")
		if mark := s.Child(second, "mark"); mark > subject {
			continue
		}
		head, relation := s.Tokens[first].Head, s.Tokens[first].Rel
		if s.Within(head, second) {
			continue
		}
		s.Tokens[second].Head, s.Tokens[second].Rel = head, relation
		for c := range s.Children(first) {
			if c < subject {
				s.Tokens[c].Head = second
			}
		}
		s.Tokens[subject].Head, s.Tokens[subject].Rel = second, "nsubj"
		s.Tokens[first].Head, s.Tokens[first].Rel, s.Tokens[first].XPOS = subject, "acl", "VBN"
		return true
	}
	return false
}

// reducedAgents corrects the past tense with an agent whose content has a subject before it: "the
// treaty concluded by both kings | had ended the war". It reports whether it changed the tree.
func (s *Sentence) reducedAgents() bool {
	for second := range s.Tokens {
		first := s.Tokens[second].Head
		if s.Tokens[second].Rel != "ccomp" || first < 1 || first > second || s.Child(first, "obl:agent") < first || s.Child(first, "aux", "aux:pass", "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		subject := s.Child(second, "nsubj", "nsubj:pass")
		if subject != first-1 || s.Child(second, "mark") >= 0 {
			continue
		}
		s.Tokens[second].Head, s.Tokens[second].Rel = s.Tokens[first].Head, s.Tokens[first].Rel
		s.Tokens[first].Head, s.Tokens[first].Rel, s.Tokens[first].XPOS = subject, "acl", "VBN"
		return true
	}
	return false
}

// mayBeMain reports whether the parser hung a verb on another as a clause that nothing opens.
func (s *Sentence) mayBeMain(verb int) bool {
	switch s.Tokens[verb].Rel {
	case "conj", "parataxis", "ccomp":
		return true
	case "advcl":
		open := s.Child(verb, "mark", "advmod")
		return open < 0 || open > verb
	}
	return false
}

// reducedBefore returns the verb before a finite one that may be a participle
// behind its noun: in the past tense, without auxiliary and object, in a clause of
// its own, and with neither comma nor conjunction up to the other. -1 if there is
// none.
func (s *Sentence) reducedBefore(second int) int {
	for i := second - 1; i > 0; i-- {
		t := &s.Tokens[i]
		if t.Form == "," || t.Form == ";" || t.Form == ":" || t.UPOS == "SCONJ" || t.Rel == "cc" && t.Head == second {
			return -1
		}
		if t.XPOS != "VBD" && t.XPOS != "VBN" || t.Rel != "ccomp" && t.Rel != "root" {
			continue
		}
		subject := s.Child(i, "nsubj")
		if subject < 0 || subject > i || s.Tokens[subject].UPOS == "PRON" || s.Child(i, "aux", "aux:pass", "obj", "xcomp") >= 0 {
			return -1
		}
		if content := s.Child(i, "ccomp"); content >= 0 && content != second {
			return -1
		}
		if other := s.Tokens[second].Head; other < 0 || !s.Within(i, other) {
			return -1
		}
		return i
	}
	return -1
}

// stolenSubject gives a finite verb without a subject the noun right before it,
// which the parser coordinated with what stands before: "met envoys of Togo and
// Ghana | said", where "and" joins the verbs.
func (s *Sentence) stolenSubject() bool {
	for verb := 2; verb < len(s.Tokens); verb++ {
		t, noun := &s.Tokens[verb], &s.Tokens[verb-1]
		if t.Rel != "conj" && t.Rel != "ccomp" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl", "cc") >= 0 {
			continue
		}
		if noun.Rel != "conj" || noun.UPOS != "PROPN" && noun.UPOS != "NOUN" && noun.UPOS != "PRON" || noun.Head > verb {
			continue
		}
		cc := s.Child(verb-1, "cc")
		if cc < 0 || !s.hang(verb-1, verb, "nsubj") {
			continue
		}
		s.Tokens[cc].Head = verb
		if before := s.contentOf(t.Head, verb); t.Rel == "ccomp" && before >= 0 {
			t.Head, t.Rel = before, "conj" // "wrote that they had met and she | refused"
		}
		return true
	}
	return false
}

// contentOf returns the complement clause of a verb that stands before a token, or
// -1.
func (s *Sentence) contentOf(verb, until int) int {
	if verb < 0 {
		return -1
	}
	c := s.Child(verb, "ccomp")
	if c < verb || c >= until {
		return -1
	}
	return c
}

// nestedContent parts a that-clause from the condition that opens it: in "said
// that if they attack he will respond" what is said is the response. A verb cannot
// bear "that" and "if" at once.
func (s *Sentence) nestedContent() bool {
	for i := range s.Tokens {
		that, condition := s.doubleMark(i)
		if that < 0 {
			continue
		}
		main := s.clauseBehind(i)
		if main < 0 {
			continue
		}
		head, said := s.Tokens[i].Head, s.Tokens[i].Rel
		if head < 0 || head > that || s.Tokens[head].UPOS != "VERB" {
			continue
		}
		if said != "ccomp" && said != "advcl" {
			continue
		}
		s.Tokens[main].Head, s.Tokens[main].Rel = head, "ccomp"
		s.Tokens[i].Head, s.Tokens[i].Rel = main, "advcl"
		s.Tokens[that].Head = main
		s.Tokens[condition].Head = i
		return true
	}
	return false
}

// doubleMark returns the "that" and the second subordinator of a verb that has
// both, or -1.
func (s *Sentence) doubleMark(verb int) (that, other int) {
	that = -1
	for c := range s.Children(verb) {
		t := &s.Tokens[c]
		if t.Rel != "mark" || c > verb {
			continue
		}
		if t.Lemma == "that" {
			that = c
		} else if that >= 0 && c == that+1 && (t.Lemma == "if" || t.Lemma == "unless" || s.is(t.Lemma, adverbial)) {
			return that, c
		}
	}
	return -1, -1
}

// clauseBehind returns a finite verb with a subject of its own behind a verb, in
// the part of the sentence that the parser put below it; -1 if there is none.
func (s *Sentence) clauseBehind(verb int) int {
	for i := verb + 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" || !s.isFinite(i) || !s.Within(i, verb) || s.Child(i, "mark") >= 0 {
			continue
		}
		subject := s.Child(i, "nsubj", "nsubj:pass")
		if subject > verb && subject < i && s.Tokens[subject].UPOS == "PRON" && s.Tokens[subject].XPOS == "PRP" {
			return i
		}
	}
	return -1
}

// lateClosure coordinates a clause that has a subject of its own with the
// that-clause before it rather than with the verb above that: "she wrote that
// prices had risen and shops had closed". Readers keep the clause open that they
// are in (Kimball 1973), unless a comma closes it.
func (s *Sentence) lateClosure() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "conj" || t.UPOS != "VERB" || t.Head < 0 || t.Head > i || s.Child(i, "mark") >= 0 {
			continue
		}
		cc, subject := s.Child(i, "cc"), s.Child(i, "nsubj", "nsubj:pass")
		if cc < 1 || subject < cc || s.Tokens[cc].Lemma == "but" {
			continue
		}
		that := s.contentBetween(t.Head, cc)
		if that >= 0 && (s.Tokens[cc-1].UPOS != "PUNCT" || s.isReply(i, that)) {
			t.Head = that
		}
	}
}

// isReply reports whether a clause behind a comma answers somebody who is a pronoun
// in the that-clause before: "wrote that he had met the king, and the king told him
// ..." goes on with the tale.
func (s *Sentence) isReply(verb, that int) bool {
	teller, hearer := s.Child(that, "nsubj"), s.Child(verb, "iobj", "obj")
	for c := range s.Children(verb) {
		if hearer < 0 && s.Case(c) == "to" {
			hearer = c
		}
	}
	if teller < 0 || hearer < verb || s.Tokens[teller].XPOS != "PRP" || s.Tokens[hearer].XPOS != "PRP" {
		return false
	}
	for c := range s.Children(that) {
		if s.Tokens[c].Rel == "aux" && s.Tokens[c].Lemma == "have" {
			return true // what had been before
		}
	}
	return false
}

// contentBetween returns the verb of the last that-clause below a verb that lies
// between it and a later token, or -1.
func (s *Sentence) contentBetween(verb, until int) int {
	for i := until - 1; i > verb; i-- {
		if s.Tokens[i].Form == ";" || s.Tokens[i].Form == ":" {
			return -1
		}
		if s.Tokens[i].UPOS != "VERB" || !s.isFinite(i) || !s.Within(i, verb) {
			continue
		}
		if mark := s.Child(i, "mark"); mark > verb && s.Tokens[mark].Lemma == "that" {
			return i
		}
	}
	return -1
}

// reportedBefore makes a clause that opens with "that shortly before" the content of
// its verb: there "before" is an adverb, since "that" has opened the clause.
func (s *Sentence) reportedBefore() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 || t.Head > i || !IsRel(t.Rel, "advcl") && t.Rel != "ccomp" {
			continue
		}
		that, adverb := -1, -1
		for c := range s.Children(i) {
			switch {
			case s.Tokens[c].Rel != "mark" || c > i:
			case s.Tokens[c].Lemma == "that":
				that = c
			case that >= 0 && c > that+1 && (s.Tokens[c].Lemma == "before" || s.Tokens[c].Lemma == "after"):
				adverb = c
			}
		}
		if that < 0 || adverb < 0 {
			continue
		}
		s.Tokens[adverb].Rel, s.Tokens[adverb].UPOS = "advmod", "ADV"
		t.Rel = "ccomp"
	}
}

// conditionalContent hangs a condition that follows "that" on what is said, and that
// on the verb that says it: "warned him that | if they stayed | he would be shot".
func (s *Sentence) conditionalContent() {
	for k := 1; k+1 < len(s.Tokens); k++ {
		that, mark := &s.Tokens[k], &s.Tokens[k+1]
		if that.Lemma != "that" || that.Rel != "mark" || mark.Rel != "mark" || mark.Lemma != "if" && mark.Lemma != "unless" {
			continue
		}
		main, condition := that.Head, mark.Head
		if condition <= k || main <= condition {
			continue
		}
		cue := s.Tokens[condition].Head
		if cue < 0 || cue >= k || s.Tokens[cue].UPOS != "VERB" || s.Within(cue, main) {
			continue
		}
		s.Tokens[main].Head, s.Tokens[main].Rel = cue, "ccomp"
		s.Tokens[condition].Head, s.Tokens[condition].Rel = main, "advcl"
	}
}

// contentOfSubject gives a sentence its verb back where the object of a clause behind
// its first noun was taken for the subject of that verb, or where it was given none: "Rumours
// that Chad had offered planes | could not be confirmed". The clause begins right behind the
// noun with "that".
func (s *Sentence) contentOfSubject() bool {
	noun := s.root()
	if noun < 0 || noun+2 >= len(s.Tokens) || s.Tokens[noun].UPOS != "NOUN" || s.Tokens[noun+1].Lemma != "that" {
		return false
	}
	clause := s.Tokens[noun+1].Head
	if clause < 0 || s.Tokens[clause].Head != noun || !IsRel(s.Tokens[clause].Rel, "acl") && s.Tokens[clause].Rel != "ccomp" {
		return false
	}
	verb := s.Child(clause, "ccomp")
	for c := range s.Children(noun) {
		if c > clause && s.Tokens[c].Rel == "ccomp" && s.Child(c, "nsubj", "nsubj:pass", "expl") < 0 {
			verb = c
		}
	}
	if verb < clause || !s.isFinite(verb) || s.Child(verb, "mark") >= 0 {
		return false
	}
	object := s.Child(verb, "nsubj", "nsubj:pass")
	if object >= 0 && object < clause {
		return false
	}
	s.Tokens[verb].Head, s.Tokens[verb].Rel = -1, "root"
	s.Tokens[noun].Head, s.Tokens[noun].Rel = verb, "nsubj"
	if s.Child(verb, "aux:pass") >= 0 {
		s.Tokens[noun].Rel = "nsubj:pass"
	}
	if object >= 0 {
		s.Tokens[object].Head, s.Tokens[object].Rel = clause, "obj"
	}
	s.Tokens[clause].Rel = "acl"
	s.Tokens[noun+1].Rel = "mark"
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Head == noun && t.Rel == "punct" && i > verb {
			t.Head = verb
		}
	}
	return true
}
