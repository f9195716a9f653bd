package language

// Times that are told from another ("the following year") or stand behind "of", and that a parser joins
// to the noun phrase behind them: the verb then has no subject.

// relativeTimes parts a time such as "the following year" from the subject behind it, which the
// parser took for more of it: "in the spring of the following year | volunteers attacked". The verb
// behind that has no other subject. It reports whether it changed the tree.
func (s *Sentence) relativeTimes() bool {
	changed := false
	for i := 2; i+2 < len(s.Tokens); i++ {
		if !s.is(s.Tokens[i].Lemma, unitOfTime) || !s.is(s.Tokens[i-1].Form, next) || s.Tokens[i].Head <= i {
			continue
		}
		if s.timeBeforeSubject(i) {
			changed = true
			continue
		}
		top := s.Tokens[i].Head
		for s.Tokens[top].Head > top && isNominal(&s.Tokens[s.Tokens[top].Head]) {
			top = s.Tokens[top].Head
		}
		verb := s.verbWithoutSubject(top)
		if !isNominal(&s.Tokens[top]) || verb < 0 || s.Within(verb, top) {
			continue
		}
		s.partTime(i, top, verb)
		changed = true
	}
	return changed
}

// pluralSubjects parts two plurals that the parser took for one phrase, where the verb behind them has no
// subject: "after some days in hotels | migrants were gathered". A noun before another is mostly singular.
// It reports whether it changed the tree.
func (s *Sentence) pluralSubjects() bool {
	changed := false
	for i := 2; i+1 < len(s.Tokens); i++ {
		noun, before := &s.Tokens[i], &s.Tokens[i-1]
		if noun.XPOS != "NNS" || before.XPOS != "NNS" || before.Rel != "compound" || before.Head != i || !IsRel(noun.Rel, "nmod") && !IsRel(noun.Rel, "obl") || noun.Head == i+1 {
			continue
		}
		if verb := s.verbWithoutSubject(i); verb >= 0 && s.Child(i, "case") >= 0 {
			s.partTime(i-1, i, verb)
			changed = true
		}
	}
	return changed
}

// timesOfDeeds hangs a time behind those who did something on the noun that says what they did: "the withdrawal
// of the last troops | in May". It reports whether it changed the tree.
func (s *Sentence) timesOfDeeds() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Rel != "nmod" || t.Head < 0 || t.Head > i || !isYear(t.Form) && !s.is(t.Form, month) {
			continue
		}
		in, who := s.Child(i, "case"), &s.Tokens[t.Head]
		if in < 0 || s.Tokens[in].Lemma != "in" && s.Tokens[in].Lemma != "on" || who.Rel != "nmod" || who.Head < 0 || who.Head > t.Head || s.isDeed(who.Lemma) {
			continue
		}
		if of := s.Child(t.Head, "case"); of < 0 || s.Tokens[of].Lemma != "of" && s.Tokens[of].Lemma != "by" || !s.isDeed(s.Tokens[who.Head].Lemma) {
			continue
		}
		t.Head, changed = who.Head, true
	}
	return changed
}

// timesBehindSemicolon hangs a time right behind a semicolon on the verb behind it that has no subject,
// where the parser hung it on what stands before: "on 3 May; | the next day the governor surrendered". It
// reports whether it changed the tree.
func (s *Sentence) timesBehindSemicolon() bool {
	for i := 2; i+2 < len(s.Tokens); i++ {
		first, _ := s.Extent(i)
		if s.Tokens[first].Form == ";" {
			first++
		}
		if !s.is(s.Tokens[i].Lemma, unitOfTime) || !s.is(s.Tokens[i-1].Form, next) || s.Tokens[i].Head > i || first < 1 || s.Tokens[first-1].Form != ";" || s.appositionAt(i+1) < 0 {
			continue
		}
		for v := i + 2; v < len(s.Tokens); v++ {
			t := &s.Tokens[v]
			if t.UPOS != "VERB" || t.Rel != "conj" && t.Rel != "parataxis" || t.Head > first || t.XPOS != "VBD" && t.XPOS != "VBN" && t.XPOS != "VBZ" {
				continue
			}
			if s.Child(v, "nsubj", "nsubj:pass", "aux", "cop") >= 0 || !s.hang(i, v, "obl:unmarked") {
				break
			}
			t.Rel = "parataxis"
			if t.XPOS == "VBN" {
				t.XPOS = "VBD"
			}
			return true
		}
	}
	return false
}

// timesBehindAdverbs hangs a year, month or day behind "late" and the like on the verb that the adverb tells
// of: "as early as 1992 | Togo attacked", "the council late on Friday | called". It reports whether it changed
// the tree.
func (s *Sentence) timesBehindAdverbs() bool {
	changed := false
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !IsRel(t.Rel, "obl") || t.Head < 0 || t.Head > i || s.Tokens[t.Head].UPOS != "ADV" || s.Child(i, "case") < 0 || !isYear(t.Form) && !s.is(t.Form, month|weekday) {
			continue
		}
		adverb, verb := t.Head, t.Head
		for steps := 0; steps < 3 && verb >= 0 && s.Tokens[verb].UPOS == "ADV"; steps++ {
			adverb, verb = verb, s.Tokens[verb].Head
		}
		if verb >= 0 && s.Tokens[verb].UPOS != "VERB" && verb < adverb && i+1 < len(s.Tokens) && s.Tokens[i+1].UPOS == "VERB" && s.hang(adverb, i+1, "advmod") {
			verb = i + 1
		}
		if verb >= 0 && s.Tokens[verb].UPOS == "VERB" && s.hang(i, verb, "obl") {
			changed = true
		}
	}
	return changed
}

// timeBeforeSubject makes the noun right behind a time, which the parser took for what describes it,
// the subject of the verb that has none: "the next day | the general, a Dane, surrendered". It reports
// whether it did.
func (s *Sentence) timeBeforeSubject(time int) bool {
	verb, subject := s.Tokens[time].Head, s.appositionAt(time+1)
	if s.Tokens[verb].UPOS != "VERB" || subject < 0 || s.Child(verb, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 || s.Within(verb, subject) {
		return false
	}
	for c := range s.Children(time) {
		if c > subject && s.Tokens[c].Rel == "appos" {
			s.Tokens[c].Head = subject
		}
	}
	s.Tokens[subject].Head, s.Tokens[subject].Rel = verb, "nsubj"
	if t := &s.Tokens[verb]; t.Rel == "advcl" && t.Head < time && s.hasSemicolon(max(t.Head, 0), time) {
		t.Rel = "parataxis"
	}
	s.Link()
	return true
}

// appositionAt returns the noun whose phrase begins at a token and which describes a word before, or -1.
func (s *Sentence) appositionAt(first int) int {
	for k := first; k < len(s.Tokens) && s.Tokens[k].UPOS != "PUNCT" && s.Tokens[k].UPOS != "VERB"; k++ {
		if begin, _ := s.Extent(k); begin == first && s.Tokens[k].Rel == "appos" && s.Tokens[k].Head < first && isNominal(&s.Tokens[k]) {
			return k
		}
	}
	return -1
}

// verbWithoutSubject returns the verb right behind the phrase of a noun, if it is finite and has no
// subject; or -1.
func (s *Sentence) verbWithoutSubject(noun int) int {
	_, end := s.Extent(noun)
	if end < len(s.Tokens) && s.Tokens[end].Form == "," {
		end = s.pastInsertion(end)
	}
	for end < len(s.Tokens) && (s.Tokens[end].UPOS == "ADV" || s.Tokens[end].UPOS == "AUX") {
		end++
	}
	if end == len(s.Tokens) || !s.isFinite(end) || s.Child(end, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
		return -1
	}
	return end
}

// mostInserted is how many tokens a phrase between commas has at most.
const mostInserted = 12

// pastInsertion returns the token behind the phrase that a comma opens and another closes, if no
// verb stands in it; or the end.
func (s *Sentence) pastInsertion(comma int) int {
	for k := comma + 1; k < len(s.Tokens) && k < comma+mostInserted; k++ {
		switch {
		case s.Tokens[k].Form == ",":
			return k + 1
		case s.isFinite(k):
			return len(s.Tokens)
		}
	}
	return len(s.Tokens)
}

// datesBehindOf gives a date behind "of" to the noun before it, rather than to the noun phrase behind,
// and makes that the subject of the verb that has none: "in the early hours of 8 May 1941 | soldiers
// landed". It reports whether it changed the tree.
func (s *Sentence) datesBehindOf() bool {
	changed := false
	for i := 2; i+3 < len(s.Tokens); i++ {
		if s.Tokens[i].Lemma != "of" || s.Tokens[i-1].UPOS != "NOUN" {
			continue
		}
		end := s.dateFrom(i + 1)
		if end < i+3 || end+1 >= len(s.Tokens) || !s.beginsPhrase(end) {
			continue
		}
		noun := -1
		for k := i + 1; k < end; k++ {
			if h := s.Tokens[k].Head; h >= end && s.Tokens[h].UPOS != "VERB" {
				noun = h
			}
		}
		if noun < 0 {
			continue
		}
		if verb := s.verbWithoutSubject(noun); verb >= 0 && !s.Within(verb, noun) {
			s.partDate(i, end, noun, verb)
			changed = true
		}
	}
	return changed
}

// partDate hangs the date between "of" and a noun phrase on the noun before it.
func (s *Sentence) partDate(of, end, noun, verb int) {
	for k := of + 1; k < end; k++ {
		s.Tokens[k].Head, s.Tokens[k].Rel = of+1, "nmod:unmarked"
	}
	s.Tokens[of+1].Head, s.Tokens[of+1].Rel = of-1, "nmod"
	s.Tokens[of].Head, s.Tokens[of].Rel = of+1, "case"
	for k := range of - 1 {
		if h := s.Tokens[k].Head; h >= end && s.Within(h, noun) {
			s.Tokens[k].Head = of - 1
		}
	}
	if h := s.Tokens[of-1].Head; h >= end && s.Within(h, noun) || s.Within(verb, of-1) {
		s.Tokens[of-1].Head, s.Tokens[of-1].Rel = verb, "obl"
	}
	s.Tokens[noun].Head, s.Tokens[noun].Rel = verb, "nsubj"
	if s.Child(verb, "aux:pass") >= 0 {
		s.Tokens[noun].Rel = "nsubj:pass"
	}
	s.Link()
}

// partTime gives a time the place of the noun behind it, with the words before it, and makes that
// noun the subject of a verb.
func (s *Sentence) partTime(time, noun, verb int) {
	for k := range time {
		if h := s.Tokens[k].Head; h > time && s.Within(k, noun) {
			s.Tokens[k].Head = time
		}
	}
	s.Tokens[time].Head, s.Tokens[time].Rel = s.Tokens[noun].Head, s.Tokens[noun].Rel
	s.Tokens[noun].Head, s.Tokens[noun].Rel = verb, "nsubj"
	if s.Child(verb, "aux:pass") >= 0 {
		s.Tokens[noun].Rel = "nsubj:pass"
	}
	s.Link()
}

// timeObjects makes a month that is told from another time the adverb that it is: "met | the
// following January". No verb has a month for its object that way.
func (s *Sentence) timeObjects() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel == "obj" && s.is(t.Form, month) && s.is(s.Tokens[i-1].Form, next) && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB" {
			t.Rel = "obl:unmarked"
		}
	}
}

// listsBehindDates makes the first of several between a date and their verb one of its subjects, where
// the parser took it for more of the date: "on 5 June | Chad, Niger and Togo left". It reports whether
// it changed the tree.
func (s *Sentence) listsBehindDates() bool {
	changed := false
	for i := 2; i+2 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "PROPN" || !IsRel(t.Rel, "obl") || t.Head <= i || s.Child(i, "case", "mark") >= 0 {
			continue
		}
		first, end := s.Extent(i)
		if end < len(s.Tokens) && s.Tokens[end-1].Form == "," {
			end--
		}
		if first < 1 || !s.is(s.Tokens[first-1].Form, month) && !isYear(s.Tokens[first-1].Form) || end >= len(s.Tokens) || s.Tokens[end].Form != "," {
			continue
		}
		next := s.Child(t.Head, "nsubj", "nsubj:pass")
		if next < end || s.Child(next, "conj") < 0 {
			continue
		}
		if begin, _ := s.Extent(next); begin > end+1 {
			continue
		}
		rel := s.Tokens[next].Rel
		for c := range s.Children(next) {
			if s.Tokens[c].Rel == "conj" {
				s.Tokens[c].Head = i
			}
		}
		s.Tokens[next].Head, s.Tokens[next].Rel = i, "conj"
		t.Rel, changed = rel, true
		s.Link()
	}
	return changed
}
