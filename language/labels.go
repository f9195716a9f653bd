package language

// The dates that entries of chronologies open with ("14 April 1864: Spain seized ...",
// "1956 - Egypt ...") are no part of the sentence behind them. A parser that reads both as one
// takes the date for the head of all. So the network reads them apart, and the date becomes an
// adverb of the sentence that it dates.

// leastLabelled is how many tokens the sentence behind a label has at least.
const leastLabelled = 3

// labels finds the labels of the sentences of documents, one by one.
type labels struct {
	dated bool // an entry before, in this document, is labelled with a date and its year or day
}

// of returns how many tokens of a sentence are its label with the mark behind it; 0 if it has none.
// A month alone is one only in a document that has had others: "May: ..." is what May says.
func (l *labels) of(s *Sentence) int {
	if s.Index == 0 {
		l.dated = false
	}
	if len(s.Tokens) <= leastLabelled || !s.mayBeLabelled() {
		return 0
	}
	end, dated := 0, false
	for k := s.pastBullet(); ; {
		last := s.labelDate(k)
		if last == k || last >= len(s.Tokens) || !s.separates(last) {
			break
		}
		dated = dated || last > k+1 || !s.is(s.Tokens[k].Form, month)
		k, end = last+1, last+1
	}
	if end == 0 || len(s.Tokens)-end < leastLabelled || !dated && !l.dated {
		return 0
	}
	if s.Tokens[end-1].Form != ":" && isNumber(s.Tokens[end].Form) {
		return 0 // "1914 - 1918 were years of war"
	}
	l.dated = true
	return end
}

// mayBeLabelled reports whether a label can open the sentence, from its first letter: most open
// with a word, and are done with.
func (s *Sentence) mayBeLabelled() bool {
	first := s.Tokens[s.pastBullet()].Form
	return first != "" && first[0] >= '0' && first[0] <= '9' || s.is(first, month) || isRoughly(first) || s.is(first, era)
}

// pastBullet returns the first token behind the mark of a list.
func (s *Sentence) pastBullet() int {
	switch s.Tokens[0].Form {
	case "*", "•", "-", "–", "·":
		return 1
	}
	return 0
}

// labelDate returns the end of the date that begins at a token, or the token itself. A year alone
// has four digits: "300: ..." numbers something.
func (s *Sentence) labelDate(k int) int {
	first := k
	if k < len(s.Tokens) && isRoughly(s.Tokens[k].Form) {
		k++
	}
	switch end := s.dateFrom(k); {
	case end > k+1 || end == k+1 && isYearOfLabel(s.Tokens[k].Form):
		return end
	case k < len(s.Tokens) && (s.is(s.Tokens[k].Form, month) || isYearsOfLabel(s.Tokens[k].Form)):
		return k + 1
	}
	return first
}

// separates reports whether a token parts a label from its sentence: a colon, or a dash between
// spaces.
func (s *Sentence) separates(i int) bool {
	switch s.Tokens[i].Form {
	case ":":
		return true
	case "-", "–", "—", "--":
		return s.Tokens[i-1].Bytes.End() < s.Tokens[i].Bytes.Start() || s.Tokens[i].Bytes.End() == 0
	}
	return false
}

// isRoughly reports whether a form says which part of a month, a year or a century is meant.
func isRoughly(form string) bool {
	switch form {
	case "Early", "early", "Mid", "mid", "Late", "late", "c.", "ca.":
		return true
	}
	return false
}

func isYearOfLabel(form string) bool {
	return len(form) == 4 && isNumber(form) && (form[0] == '1' || form[0] == '2' && form[1] <= '1')
}

// isYearsOfLabel reports whether a form is a decade or a range of years: "1990s", "1904-05".
func isYearsOfLabel(form string) bool {
	return len(form) > 4 && isYearOfLabel(form[:4]) && (isDecade(form) || isYears(form))
}

// label hangs the label of a sentence, whose own tree begins behind it, on the root of that.
func (s *Sentence) label(n int) {
	if n == 0 {
		return
	}
	root := Root
	for i := n; i < len(s.Tokens); i++ {
		if s.Tokens[i].Head == Root {
			root = i
			break
		}
	}
	rel := "obl:unmarked"
	if t := &s.Tokens[root]; t.UPOS != "VERB" && s.Child(root, "cop", "nsubj") < 0 {
		rel = "nmod:unmarked"
	}
	for i := range n {
		if s.Tokens[i].Head == Root {
			s.Tokens[i].Head, s.Tokens[i].Rel = root, rel
		}
	}
	s.Link()
}
