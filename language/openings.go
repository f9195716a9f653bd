package language

import "strings"

// Dates that open a clause without a comma: "In May 1995 | gunmen attacked". A
// parser that reads from the left may take the noun behind the date for its head,
// and the verb then has no subject. A date is a whole: no noun behind it belongs
// to it.

// openings parts the dates that open a clause from the noun phrase behind them.
// It reports whether it changed the tree.
func (s *Sentence) openings() bool {
	changed := false
	for i := 0; i+2 < len(s.Tokens); i++ {
		if s.Tokens[i].UPOS != "ADP" || i > 0 && s.Tokens[i-1].UPOS != "PUNCT" && s.Tokens[i-1].UPOS != "CCONJ" {
			continue
		}
		at, end := i, s.dateFrom(i+1)
		if end > i+1 && end+1 < len(s.Tokens) && isUpTo(s.Tokens[end].Form) {
			at, end = end, s.dateFrom(end+1) // "from 1904 to 1905 | Japan fought"
		}
		if end > at+1 && end < len(s.Tokens) && s.beginsPhrase(end) && s.part(at, end) {
			changed = true
		}
	}
	return changed
}

// eras hangs "BC" on the number, decade or century before it, whatever noun behind it
// the parser took it for a part of: "in the second century BC | Rome grew". It is no
// name, nor the head of the date.
func (s *Sentence) eras() bool {
	changed := false
	for i := 1; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !s.is(t.Form, era) || !isNumber(s.Tokens[i-1].Form) && !isDecade(s.Tokens[i-1].Form) && s.Tokens[i-1].Lemma != "century" {
			continue
		}
		t.Name = ""
		if s.Tokens[i-1].Head == i {
			changed = s.eraAsHead(i) || changed
			continue
		}
		if t.Head <= i {
			changed = s.subjectBehindEra(i) || changed
			continue
		}
		first := -1 // of those that hang on it though they stand behind it
		for c := range s.Children(i) {
			switch {
			case c < i:
			case first < 0:
				first = c
				s.Tokens[c].Head, s.Tokens[c].Rel = t.Head, t.Rel
			default:
				s.Tokens[c].Head = first
			}
		}
		t.Head, t.Rel, changed = i-1, "nmod:unmarked", true
	}
	return changed
}

// subjectBehindEra makes the name behind an era, which the parser took for more of it, the subject
// of the verb that has none: "in the second century BC | Rome grew". It reports whether it did.
func (s *Sentence) subjectBehindEra(era int) bool {
	if s.Tokens[era+1].Head != era || !isNominal(&s.Tokens[era+1]) {
		return false
	}
	_, end := s.Extent(era + 1)
	if end >= len(s.Tokens) || !s.isFinite(end) || s.Child(end, "nsubj", "nsubj:pass", "csubj", "expl") >= 0 {
		return false
	}
	s.hang(era+1, end, "nsubj")
	s.Tokens[era].Rel = "nmod:unmarked"
	return true
}

// eraAsHead makes a decade the head of a date in place of the era behind it: "in the
// 430s | BC". It reports whether it did.
func (s *Sentence) eraAsHead(era int) bool {
	decade, t := &s.Tokens[era-1], &s.Tokens[era]
	if !isDecade(decade.Form) {
		return false
	}
	for c := range s.Children(era) {
		s.Tokens[c].Head = era - 1
	}
	decade.Head, decade.Rel = t.Head, t.Rel
	t.Head, t.Rel = era-1, "nmod:unmarked"
	return true
}

// years parts the year behind "of" from the subject that follows it: "in the spring
// of 1606 | envoys met", "in the war of 1870-71 | France lost".
func (s *Sentence) years() bool {
	changed := false
	for i := 1; i+2 < len(s.Tokens); i++ {
		named, year := i-1, i+1
		if s.Tokens[i].Lemma != "of" || s.Tokens[named].UPOS != "NOUN" && s.Tokens[named].UPOS != "PROPN" || !isYears(s.Tokens[year].Form) || !s.beginsPhrase(i+2) {
			continue
		}
		if next := &s.Tokens[i+2]; next.Rel == "appos" && next.Head >= 0 && next.Head < i {
			if verb := s.above(next.Head, i+2); verb >= 0 { // "the treaty of Rome of 1807 | Prussia ceded"
				next.Head, next.Rel, changed = verb, "nsubj", true
			}
			continue
		}
		noun := s.Tokens[year].Head
		if noun <= year || s.Tokens[noun].UPOS == "VERB" || s.Within(named, noun) {
			continue
		}
		verb := s.Tokens[noun].Head
		if s.Within(noun, named) { // the subject was taken for a part of the phrase
			if verb = s.above(named, noun); verb < 0 {
				continue
			}
			s.Tokens[noun].Head, s.Tokens[noun].Rel = verb, "nsubj"
			if s.Child(verb, "aux:pass") >= 0 {
				s.Tokens[noun].Rel = "nsubj:pass"
			}
		}
		if verb < noun {
			continue
		}
		s.Tokens[year].Head, s.Tokens[year].Rel = named, "nmod"
		s.Tokens[i].Head, s.Tokens[i].Rel = year, "case"
		changed = true
	}
	return changed
}

// above returns the verb behind a noun that governs the phrase of a name, if it has
// no subject; or -1.
func (s *Sentence) above(name, noun int) int {
	for steps := 0; name >= 0 && steps < 8; steps++ {
		if t := &s.Tokens[name]; t.UPOS == "VERB" || t.UPOS == "ADJ" {
			if name > noun && s.Child(name, "nsubj", "csubj") < 0 {
				return name
			}
			return -1
		}
		name = s.Tokens[name].Head
	}
	return -1
}

// isYears reports whether a form is a year or a range of years.
func isYears(form string) bool {
	for _, dash := range [...]string{"-", "–"} {
		if from, to, ok := strings.Cut(form, dash); ok {
			return isYear(from) && isNumber(to)
		}
	}
	return isYear(form)
}

// beginsPhrase reports whether a noun phrase of its own may begin at a token that
// follows a date: "on Monday morning" goes on with the date.
func (s *Sentence) beginsPhrase(i int) bool {
	switch s.Tokens[i].UPOS {
	case "NOUN":
		return !s.is(s.Tokens[i].Lemma, partOfDay)
	case "DET", "ADJ", "PROPN", "PRON", "NUM":
		return true
	}
	return false
}

// part makes a date a phrase of the verb that its clause belongs to, and the noun
// that it was hung on the subject of that verb if it has none. The preposition
// stands right before the date.
func (s *Sentence) part(preposition, end int) bool {
	first := preposition + 1
	noun, verb, links := -1, -1, 0
	for k := first; k < end; k++ {
		switch head := s.Tokens[k].Head; {
		case head >= first && head < end:
		case head >= end && s.Tokens[head].UPOS != "VERB" && s.Tokens[head].UPOS != "ADJ":
			noun, links = head, links+1
		default:
			verb, links = head, links+1
		}
	}
	if noun >= 0 {
		verb = s.Tokens[noun].Head
	}
	if verb < 0 || links == 1 && noun < 0 && s.Tokens[preposition].Head >= first && s.Tokens[preposition].Head < end {
		return false // the date is a phrase of a verb already
	}
	if verb >= first && verb < end || s.Within(verb, first) {
		return false
	}
	for k := first; k < end; k++ {
		s.Tokens[k].Head, s.Tokens[k].Rel = first, "nmod:unmarked"
	}
	s.Tokens[first].Head, s.Tokens[first].Rel = verb, "obl"
	s.Tokens[preposition].Head, s.Tokens[preposition].Rel = first, "case"
	if noun >= 0 && s.Tokens[noun].Rel == "obl" && noun < verb && s.Child(verb, "nsubj", "csubj") < 0 {
		s.Tokens[noun].Rel = "nsubj"
		if s.Child(verb, "aux:pass") >= 0 {
			s.Tokens[noun].Rel = "nsubj:pass"
		}
	}
	return true
}

// dateFrom returns the end of the date that begins at a token, or the token itself:
// "26 June 1995", "May 3, 1995", "1995", "44 BC", "Monday".
func (s *Sentence) dateFrom(i int) int {
	form := func(k int) string {
		if k < len(s.Tokens) {
			return s.Tokens[k].Form
		}
		return ""
	}
	start := i
	if s.is(form(i), weekday) {
		if s.is(form(i+1), partOfDay) {
			return i + 2
		}
		return i + 1
	}
	if isDay(form(i)) && s.is(form(i+1), month) {
		i++
	}
	if s.is(form(i), month) {
		i++
		if isDay(form(i)) {
			i++
		}
		if form(i) == "," && isYear(form(i+1)) {
			i++
		}
	}
	switch {
	case isNumber(form(i)) && s.is(form(i+1), era):
		return i + 2
	case isYear(form(i)):
		return i + 1
	case s.is(form(i), era) && isNumber(form(i+1)):
		return i + 2
	case i > start && s.is(form(i-1), month) || i > start+1:
		return i
	}
	return start
}

func isUpTo(form string) bool { return form == "to" || form == "until" || form == "till" }

func isNumber(form string) bool {
	return form != "" && len(form) <= 4 && strings.Trim(form, "0123456789") == ""
}

func isYear(form string) bool { return isNumber(form) && len(form) >= 3 }

// isDecade reports whether a form is a decade in digits: "1590s".
func isDecade(form string) bool {
	digits, found := strings.CutSuffix(form, "s")
	return found && isYear(digits)
}

func isDay(form string) bool {
	number := strings.TrimRight(form, "thsrnd")
	return isNumber(number) && len(number) <= 2
}
