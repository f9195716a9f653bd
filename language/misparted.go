package language

// Phrases that a parser parts or joins wrongly although a word beside them settles it: a verb that
// cannot be a subject, a time that cannot be an object, a place that "where" follows.

// verbSubjects makes a past tense that the parser took for the subject of the verb behind it, or for
// what is set beside a name, the participle that it is: "the pilot shot down over Chad | walked home",
// "Ruiz, the pilot shot down over Chad, | walked". It reports whether it changed the tree.
func (s *Sentence) verbSubjects() bool {
	changed := false
	for i := range s.Tokens {
		verb := &s.Tokens[i]
		if verb.UPOS != "VERB" || verb.XPOS != "VBD" && verb.XPOS != "VBN" || (!IsRel(verb.Rel, "nsubj") || verb.Head <= i) && verb.Rel != "appos" {
			continue
		}
		noun := s.Child(i, "nsubj", "nsubj:pass")
		if noun < 0 || noun > i || !isNominal(&s.Tokens[noun]) || s.Child(i, "mark", "aux", "aux:pass", "obj", "ccomp") >= 0 {
			continue
		}
		s.Tokens[noun].Head, s.Tokens[noun].Rel = verb.Head, verb.Rel
		verb.Head, verb.Rel, verb.XPOS = noun, "acl", "VBN"
		changed = true
	}
	return changed
}

// relativeTimes parts a time such as "the following year" from the subject behind it, which the
// parser took for more of it: "in the spring of the following year | volunteers attacked". The verb
// behind that has no other subject. It reports whether it changed the tree.
func (s *Sentence) relativeTimes() bool {
	changed := false
	for i := 2; i+2 < len(s.Tokens); i++ {
		if !isUnitOfTime(s.Tokens[i].Lemma) || !isNext(s.Tokens[i-1].Form) || s.Tokens[i].Head <= i {
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

// isUnitOfTime reports whether a noun counts time.
func isUnitOfTime(lemma string) bool {
	switch lemma {
	case "day", "night", "morning", "evening", "week", "month", "season", "year", "decade", "century",
		"spring", "summer", "autumn", "fall", "winter":
		return true
	}
	return false
}

// isNext reports whether a word counts a time from another.
func isNext(form string) bool {
	switch form {
	case "following", "next", "same", "previous", "preceding":
		return true
	}
	return false
}

// timeObjects makes a month that is told from another time the adverb that it is: "met | the
// following January". No verb has a month for its object that way.
func (s *Sentence) timeObjects() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.Rel == "obj" && isMonth(t.Form) && isNext(s.Tokens[i-1].Form) && t.Head >= 0 && s.Tokens[t.Head].UPOS == "VERB" {
			t.Rel = "obl:unmarked"
		}
	}
}

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

// opensWithComma reports whether a comma stands before the pronoun of a relative clause, or before
// its preposition.
func (s *Sentence) opensWithComma(relative int) bool {
	first, _ := s.Extent(relative)
	return s.Tokens[first].Form == "," || first > 0 && s.Tokens[first-1].Form == ","
}

// captives makes the one who is taken or held "prisoner" the object, where the parser made one
// phrase of both: "took the governor | prisoner".
func (s *Sentence) captives() {
	for i := 1; i < len(s.Tokens); i++ {
		t, noun := &s.Tokens[i], &s.Tokens[i-1]
		if t.Rel != "obj" || !isCaptive(t.Form) || noun.Rel != "compound" || noun.Head != i || t.Head < 0 || t.Head > i {
			continue
		}
		for k := t.Head + 1; k < i-1; k++ {
			if s.Tokens[k].Head == i {
				s.Tokens[k].Head = i - 1
			}
		}
		noun.Head, noun.Rel = t.Head, "obj"
		t.Rel = "xcomp"
	}
}

// isCaptive reports whether a noun says what somebody who is taken becomes.
func isCaptive(form string) bool { return form == "prisoner" || form == "captive" || form == "hostage" }

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

// partedNames joins two names side by side that the parser took for two objects of a verb.
func (s *Sentence) partedNames() {
	for i := 1; i < len(s.Tokens); i++ {
		a, b := &s.Tokens[i-1], &s.Tokens[i]
		if a.UPOS == "PROPN" && b.UPOS == "PROPN" && a.Rel == "obj" && b.Rel == "obj" && a.Head == b.Head {
			b.Head, b.Rel = i-1, "flat"
		}
	}
}

// invertedPassives tells the auxiliary of a passive whose subject stands behind it from a copula:
// "only in 1929 was the town handed back".
func (s *Sentence) invertedPassives() {
	for i := range s.Tokens {
		be, verb := &s.Tokens[i], s.Tokens[i].Head
		if be.Rel != "cop" || be.Lemma != "be" || verb <= i || s.Tokens[verb].UPOS != "VERB" || s.Tokens[verb].XPOS != "VBN" && s.Tokens[verb].XPOS != "VBD" {
			continue
		}
		subject := s.Child(verb, "nsubj")
		if subject < i || subject > verb {
			continue
		}
		be.Rel, be.UPOS = "aux:pass", "AUX"
		s.Tokens[subject].Rel, s.Tokens[verb].XPOS = "nsubj:pass", "VBN"
	}
}

// participleOfAdjective makes a form that is no adjective but a participle, and has a time or a doer
// beside it, the passive that it is: "the town was burnt in May". Without these it may be a state.
func (s *Sentence) participleOfAdjective(v *irregular) {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		be, subject := s.Child(i, "cop"), s.Child(i, "nsubj")
		if t.UPOS != "ADJ" || be < 0 || s.Tokens[be].Lemma != "be" || subject < 0 {
			continue
		}
		lemma, ok := v.lemma(t.Form, "VBN")
		if !ok || !s.hasTimeOrAgent(i) {
			continue
		}
		t.UPOS, t.XPOS, t.Lemma = "VERB", "VBN", lemma
		s.Tokens[be].Rel, s.Tokens[subject].Rel = "aux:pass", "nsubj:pass"
	}
}

// hasTimeOrAgent reports whether a month, a year or somebody with "by" depends on a word.
func (s *Sentence) hasTimeOrAgent(word int) bool {
	for c := range s.Children(word) {
		if c < word || !IsRel(s.Tokens[c].Rel, "obl") {
			continue
		}
		by := s.Child(c, "case")
		if isMonth(s.Tokens[c].Form) || isYear(s.Tokens[c].Form) || by >= 0 && s.Tokens[by].Lemma == "by" && isNominal(&s.Tokens[c]) {
			return true
		}
	}
	return false
}

// insertedParticiples hangs a participle between commas on the subject right before it, of which it
// tells what was done, rather than on the verb behind: "the raid, carried out by rebels, | failed". It
// reports whether it changed the tree.
func (s *Sentence) insertedParticiples() bool {
	changed := false
	for i := range s.Tokens {
		t := &s.Tokens[i]
		isPast := t.XPOS == "VBD" && s.Child(i, "obl:agent") > i // what has a doer is a participle
		if t.XPOS != "VBN" && !isPast || t.Rel != "advcl" || t.Head <= i || s.Child(i, "nsubj", "nsubj:pass", "mark", "aux", "aux:pass") >= 0 {
			continue
		}
		subject := s.Child(t.Head, "nsubj", "nsubj:pass")
		first, end := s.Extent(i)
		if s.Tokens[first].Form == "," {
			first++
		}
		if subject < 0 || subject > i || !isNominal(&s.Tokens[subject]) || first < 1 || s.Tokens[first-1].Form != "," || end >= len(s.Tokens) || s.Tokens[end].Form != "," && s.Tokens[end-1].Form != "," {
			continue
		}
		if s.isApartFrom(subject, first-1) || t.Head < end {
			continue
		}
		t.Head, t.Rel, t.XPOS, changed = subject, "acl", "VBN", true
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
