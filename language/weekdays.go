package language

// weekdays makes the name of a day between a noun and its verb the adverb that it is
// in the style of American news: "a judge Thursday | approved the sale". A day does
// nothing itself; the noun right before it is the subject. Behind a name or a noun
// it is no part of either.
func (s *Sentence) weekdays() {
	for i := 1; i < len(s.Tokens); i++ {
		day := &s.Tokens[i]
		if !s.isDayName(day) || day.Head < 0 || s.dayBehindPhrase(i) || s.Child(i, "det", "nmod:poss", "amod") >= 0 {
			continue
		}
		switch {
		case s.Child(i, "case") >= 0:
			s.dayOfSubject(i)
		case IsRel(day.Rel, "nsubj") && s.Tokens[day.Head].UPOS == "VERB" && day.Head > i:
			s.dayBehindSubject(i)
		case (day.Rel == "flat" || day.Rel == "compound") && day.Head < i:
			day.Rel = "nmod:unmarked"
		}
	}
}

// dayOfSubject hangs a day with its preposition on the verb right behind it, where the tree
// hangs it on the subject of that verb: "Chile | on Monday | expelled".
func (s *Sentence) dayOfSubject(i int) {
	subject := s.Tokens[i].Head
	if subject > i || !IsRel(s.Tokens[subject].Rel, "nsubj") || s.Tokens[subject].Head != s.pastAdverbs(i+1) {
		return
	}
	s.Tokens[i].Head, s.Tokens[i].Rel = s.Tokens[subject].Head, "obl"
}

// dayBehindSubject gives a verb whose subject a day was the noun right before the day
// as its subject, if that hangs on the day.
func (s *Sentence) dayBehindSubject(i int) {
	day := &s.Tokens[i]
	if noun := &s.Tokens[i-1]; noun.Head == i && isNominal(noun) {
		for c := range s.Children(i) {
			if c < i-1 {
				s.Tokens[c].Head = i - 1
			}
		}
		noun.Head, noun.Rel = day.Head, day.Rel
	}
	day.Rel = "obl:unmarked"
}

// dayBehindPhrase gives a preposition the noun behind it, where the parser took that
// for a part of the day that follows: "stayed on alert | Sunday". A name must have
// several words: "on Palm Sunday" is a day, "fired on the Salt Flats | Sunday" is none.
func (s *Sentence) dayBehindPhrase(i int) bool {
	noun := &s.Tokens[i-1]
	at := s.Child(i, "case")
	isName := noun.UPOS == "PROPN" && s.Child(i-1, "compound", "amod") >= 0
	if noun.UPOS != "NOUN" && !isName || noun.Head != i || noun.Rel != "compound" || at < 0 || at > i-1 || !IsRel(s.Tokens[i].Rel, "obl") {
		return false
	}
	for c := range s.Children(i) {
		if c < i-1 {
			s.Tokens[c].Head = i - 1
		}
	}
	noun.Head, noun.Rel = s.Tokens[i].Head, s.Tokens[i].Rel
	s.Tokens[i].Rel = "obl:unmarked"
	return true
}

// isDayName reports whether a token is the name of a day.
func (s *Sentence) isDayName(t *Token) bool { return t.UPOS == "PROPN" && s.is(t.Form, weekday) }
