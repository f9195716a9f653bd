package when

import (
	"strings"

	"annals/language"
)

// A number of three digits is a year where nothing is counted by it: "in 523", but
// "in 523 villages". Most prepositions go with amounts as well ("by 300", "about
// 300"); behind them it is a year only in a narrative of such times.

// earlyTimes is the year before which a narrative is one of early times.
const earlyTimes = 1200

// near is how far from the year told last a number may be to be read as a year
// though it could be an amount.
const near = 150

// markEarly marks the numbers of three digits that may be years by what follows
// them. It goes from the last to the first: of a range or a list all are years, or none.
func markEarly(s *language.Sentence, lx []lexeme) {
	for i := len(lx) - 1; i >= 0; i-- {
		if l := &lx[i]; l.digits == 3 && l.number >= 100 && l.class&cSmall != 0 && l.form[0] != '0' && countsNothing(s, lx, i) {
			l.class |= cEarly
		}
	}
}

// countsNothing reports whether a number has nothing behind it that it could count.
func countsNothing(s *language.Sentence, lx []lexeme, at int) bool {
	if isArgument(s, lx[at].token) || lx[0].form == "Of" || at > 1 && lx[at-2].class&cNumber != 0 && lx[at-1].form == "in" { // "of the 700 towns they took in 300", "one in 500"
		return false
	}
	if at+1 == len(lx) {
		return true
	}
	next := &lx[at+1]
	if next.class&(cTo|cAnd) != 0 && at+2 < len(lx) && next.form != "," {
		return lx[at+2].class&cEarly != 0 || next.form == "and" && isVerb(s, lx[at+2].token)
	}
	if !lx[at].ends {
		return false
	}
	return next.class&cEnd != 0 && next.form != "(" || leavesNumber(s, next)
}

// isArgument reports whether the tree makes a number the count of a noun behind it, or
// the subject or object of a verb, as an amount is and a year is not.
func isArgument(s *language.Sentence, token int) bool {
	t := &s.Tokens[token]
	switch {
	case language.IsRel(t.Rel, "nummod"):
		return t.Head > token
	case language.IsRel(t.Rel, "nsubj"):
		return true
	}
	return t.Rel == "obj" && s.Case(token) == ""
}

// isVerb reports whether a token is a verb of a clause.
func isVerb(s *language.Sentence, token int) bool {
	return s.Tokens[token].UPOS == "VERB" || s.Tokens[token].UPOS == "AUX"
}

// leavesNumber reports whether a word after a number begins something new: a name, a
// pronoun, an article, a preposition. "Of", "out of", "to" and "per" go on with an amount.
func leavesNumber(s *language.Sentence, next *lexeme) bool {
	t := &s.Tokens[next.token]
	switch t.UPOS {
	case "PROPN", "PRON", "DET":
		return true
	case "ADP", "SCONJ":
		switch strings.ToLower(t.Form) {
		case "of", "out", "to", "per", "than":
			return false
		}
		return true
	}
	return t.XPOS == "WRB"
}

// acceptsEarlyYear judges a number of less than four digits: "in the year 76", "circa 800",
// "in 980 Vladimir took the town", "since 942". Everywhere else it is an amount.
func acceptsEarlyYear(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	last := &lx[m.end-1]
	if saysYear(lx, m) {
		return last.digits == 3 && lx[m.first].class&cDeterminer == 0 || isThe(lx, m.first) && yearOfNothing(s, lx, m.end)
	}
	if last.digits != 3 {
		return false
	}
	if in.qualifier != nil && !in.qualifier.amounts {
		return true
	}
	if last.class&cEarly == 0 {
		return false
	}
	if in.listed || in.preposition != nil && in.preposition.early && in.mayBeEarly(lx, m) {
		return true
	}
	if in.preposition != nil && m.first == 1 && opensSentence(in.preposition) {
		return true
	}
	if !in.isNear(m.only().year) {
		return false
	}
	if in.preposition == nil {
		return in.qualifier != nil && !behindVerb(s, lx, m.first-2)
	}
	return in.preposition.year && (in.preposition.relation != "by" || opensClause(lx, m.first))
}

// mayBeEarly reports whether a year of three digits is to be expected behind "in" or "since".
// News seldom speaks of such times, and then at the head of a clause or with a word such as
// "founded"; elsewhere the number may count what the sentence has named before ("in 105").
func (in *surroundings) mayBeEarly(lx []lexeme, m *match) bool {
	at := m.first - 2
	return !in.dated || in.isNear(m.only().year) || at < 0 || lx[at].class&(cEnd|cDated) != 0
}

// behindVerb reports a verb right before "about 500", which makes it an amount, unless it is
// a word such as "died".
func behindVerb(s *language.Sentence, lx []lexeme, at int) bool {
	return at >= 0 && lx[at].class&cDated == 0 && s.Tokens[lx[at].token].UPOS == "VERB"
}

// yearOfNothing reports whether behind "the year 76" neither the years of a reign nor
// what is counted go on.
func yearOfNothing(s *language.Sentence, lx []lexeme, end int) bool {
	return end == len(lx) || lx[end].class&cEnd != 0 || leavesNumber(s, &lx[end]) || isVerb(s, lx[end].token) || s.Tokens[lx[end].token].UPOS == "CCONJ"
}

// opensSentence reports prepositions that at the head of a sentence go with a year rather
// than with an amount: "By 711 the Arabs had crossed the strait".
func opensSentence(p *preposition) bool {
	return p.year && (p.relation == "by" || p.relation == "before" || p.relation == "after")
}

// opensClause reports whether a date behind one preposition stands at the head of its
// clause: "By 640 the town ...", but "fell by 640".
func opensClause(lx []lexeme, first int) bool {
	return first <= 1 || lx[first-2].class&cEnd != 0
}

// acceptsEarlyYears judges a range of years of three digits, or a list of them.
func acceptsEarlyYears(lx []lexeme, m *match, in surroundings) bool {
	if m.interval && m.parts[0].year >= m.parts[1].year {
		return false
	}
	if in.qualifier != nil && !in.qualifier.amounts || m.first > 0 && lx[m.first-1].class&cDated != 0 {
		return true // "c. 314 - 368", "reigned 610 - 641"
	}
	return in.isNear(m.parts[0].year) || in.preposition != nil && in.preposition.early
}

// isEarly reports a bare year of less than four digits: "1998, 253" is no list of years.
func isEarly(m *match) bool {
	p := m.only()
	return p.hasYear && p.month == 0 && p.era == 0 && p.year < 1000
}

// isNear reports whether the narrative is about the times of a year.
func (in *surroundings) isNear(year int) bool {
	return in.hasTold && in.told < earlyTimes && in.told-year <= near && year-in.told <= near
}
