package when

import (
	"strings"

	"annals/language"
)

// refuses reports words beside a match that make its number no date: "Flight
// 1990", "1500 soldiers", "three years old".
func (r *Rules) refuses(lx []lexeme, at, end int) bool {
	first, last := &lx[at], &lx[end-1]
	if last.form == "-" && end-1 > at {
		last = &lx[end-2]
	}
	if first.digits > 0 && at > 0 && labelled(lx, at-1) {
		return true
	}
	if end == len(lx) {
		return false
	}
	next := &lx[end]
	if next.form == "-" && !last.ends && end+1 < len(lx) {
		next = &lx[end+1]
	}
	if shortBeforeMonth(lx, at, end) {
		return true
	}
	if end-at > 1 && last.digits == 4 && lx[end-2].class&cMonth != 0 {
		return false // "in October 1937 soldiers fired": a month has a year behind it
	}
	amount := last.class&cNumber != 0 || last.class&cUnit != 0
	return amount && next.class&cCounted != 0
}

// longestShort is the longest range of years whose end is told by two digits and
// lies in the next century: 1899-03 is one, "1947 - 25" is not.
const longestShort = 20

// shortBeforeMonth reports a number of two digits behind a year and a dash that is
// no year itself: the day of "1945 - 17 August", and what lies too far off.
func shortBeforeMonth(lx []lexeme, at, end int) bool {
	if end-at < 3 || lx[end-1].class&cShort == 0 || lx[end-2].class&cTo == 0 || lx[end-3].class&cYear == 0 {
		return false
	}
	if end < len(lx) && lx[end].class&cMonth != 0 {
		return true
	}
	from, to := lx[end-3].number%100, lx[end-1].number
	return to <= from && to+100-from > longestShort
}

// labelled reports whether the lexeme names what the number after it counts.
// The full stop of an abbreviation may be a token of its own.
func labelled(lx []lexeme, at int) bool {
	if lx[at].form == "." && at > 0 {
		at--
	}
	return lx[at].class&cLabel != 0
}

// tooLate is the first year that a bare number is never read as.
const tooLate = 2200

// surroundings are what is known of the place of a match.
type surroundings struct {
	preposition *preposition // nil for none
	qualifier   *qualifier   // nil for none
	listed      bool         // it follows a date that it is coordinated with
	told        int          // the year told last, if hasTold
	hasTold     bool
	dated       bool // the document has a date of publication
}

// accepts reports whether the place of a match lets it be a time expression.
// It is strict where few words say little: a bare number, a bare month, a bare
// season.
func (r *Rules) accepts(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	p := m.only()
	switch m.pattern.build {
	case buildDate:
		return acceptsDate(s, lx, m, in)
	case buildDecade:
		return acceptsDecade(lx, m)
	case buildNamed:
		return acceptsName(s, lx, m) && !(determined(lx, m) && m.pattern.base != "near")
	case buildShift, buildYearOf, buildMonthOf:
		return !determined(lx, m) && (m.pattern.counted || !plural(&lx[m.end-1]))
	case buildSpan:
		return acceptsSpan(lx, m, in)
	case buildAnchored:
		return acceptsAnchored(lx, m)
	case buildDuration:
		return acceptsDuration(lx, m, in)
	case buildFrequency:
		return p.unit != noUnit || p.weekday > 0 || p.month > 0 || p.amount > 1 || p.amount == few || p.nth > 0
	}
	return true
}

func acceptsDate(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	p := m.only()
	switch {
	case p.era != 0 && m.end-m.first == 1:
		return false
	case p.day > 0 && p.month == 0:
		return acceptsMonthless(s, lx, m, in)
	case p.day > 0 && m.count == 1:
		return !ordinalWord(lx, m)
	case p.day > 0 || m.count > 1 && p.month > 0:
		return true
	case p.hasYear && (p.month > 0 || p.era != 0):
		return true
	case p.hasYear && m.count > 1 && lx[m.end-1].class&cEarly != 0:
		return acceptsEarlyYears(lx, m, in)
	case p.hasYear && p.modifier != nil && lx[m.end-1].class&cEarly == 0:
		return true
	case p.hasYear && p.year >= tooLate && p.era == 0:
		return false
	case p.hasYear && lx[m.end-1].digits < 4 && m.count == 1 && lx[m.end-1].class&cDate == 0:
		return acceptsEarlyYear(s, lx, m, in)
	case p.hasYear:
		return acceptsYear(s, lx, m, in)
	}
	return acceptsMonth(s, lx, m, in)
}

// acceptsMonthless judges "on the 19th": nothing may follow that it could count.
func acceptsMonthless(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	last := &lx[m.end-1]
	if last.digits == 0 || last.class&cOrdinal == 0 || m.first == 0 || lx[m.first-1].form != "on" && lx[m.first-1].form != "On" {
		return false
	}
	if in.preposition == nil || m.end == len(lx) {
		return in.preposition != nil
	}
	next := &lx[m.end]
	switch s.Tokens[next.token].UPOS {
	case "PRON", "DET", "CCONJ", "SCONJ":
		return true
	case "ADP":
		return next.form != "of"
	}
	return next.class&cEnd != 0
}

// ordinalWord reports a day that is told by a word without "of": the "first
// May" is a May.
func ordinalWord(lx []lexeme, m *match) bool {
	for at := m.first; at+1 < m.end; at++ {
		if l := &lx[at]; l.class&cDay != 0 && l.digits == 0 && lx[at+1].class&cMonth != 0 {
			return true
		}
	}
	return false
}

// acceptsMonth judges a month or a season without a year.
func acceptsMonth(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	last := &lx[m.end-1]
	if last.word == nil || last.word.text == "fall" || s.Tokens[last.token].UPOS == "VERB" {
		return false
	}
	if in.listed || m.only().modifier != nil || m.first == 0 && m.end < len(lx) && lx[m.end].form == ":" {
		return true
	}
	if last.class&cMonth != 0 && personLike(s, lx, m.end, in) {
		return false
	}
	return in.preposition != nil && (m.only().month <= 12 || in.preposition.relation != "of")
}

// personLike reports a month that is rather somebody's first name: "Jan"
// without a full stop, and "of April Glaspie".
func personLike(s *language.Sentence, lx []lexeme, end int, in surroundings) bool {
	last := &lx[end-1]
	if len(last.form) == 3 && last.form != "May" {
		return true
	}
	if end == len(lx) || in.preposition == nil || s.Tokens[lx[end].token].UPOS != "PROPN" {
		return false
	}
	return in.preposition.relation == "of" || in.preposition.relation == "by"
}

// acceptsYear judges a bare number, or a range of two.
func acceptsYear(s *language.Sentence, lx []lexeme, m *match, in surroundings) bool {
	if m.count > 1 && m.interval {
		return rangeOfYears(lx, m)
	}
	if in.listed {
		return true
	}
	if in.preposition != nil {
		return in.preposition.year && !countsPlural(s, lx, m.end)
	}
	if in.qualifier != nil && !in.qualifier.amounts {
		return true
	}
	if modifies(s, lx, m) {
		return true
	}
	start := m.first
	if in.qualifier != nil {
		start--
	}
	return yearAlone(s, lx, start, m)
}

// saysYear reports whether the word stands before the number: "the year 1918".
func saysYear(lx []lexeme, m *match) bool {
	return m.end-m.first > 1 && lx[m.end-2].class&cUnit != 0
}

// rangeOfYears reports whether a range reads like years: ascending, and not
// longer than a century or two.
func rangeOfYears(lx []lexeme, m *match) bool {
	from, to := m.parts[0].year, m.parts[1].year
	return from < to && to-from <= 400 && to < tooLate && lx[m.first].starts
}

// countsPlural reports whether a plural noun follows directly, with a tag that
// says so: "of 1500 delegates".
func countsPlural(s *language.Sentence, lx []lexeme, end int) bool {
	return end < len(lx) && s.Tokens[lx[end].token].XPOS == "NNS"
}

// yearAlone accepts a bare number without a preposition where texts put years:
// in brackets, at the head of a timeline, after a word such as "born", or where
// the tree says that it is a time.
func yearAlone(s *language.Sentence, lx []lexeme, start int, m *match) bool {
	if t := &s.Tokens[lx[m.end-1].token]; strings.HasSuffix(t.Rel, ":tmod") || strings.HasSuffix(t.Rel, ":unmarked") {
		return true
	}
	if start == 0 {
		return onlyMarks(lx, m.end) || opensTimeline(s, &lx[m.end])
	}
	before := &lx[start-1]
	if before.class&cDated != 0 {
		return true
	}
	if saysYear(lx, m) {
		return true
	}
	return before.form == "(" && (m.end == len(lx) || lx[m.end].class&cEnd != 0)
}

// onlyMarks reports whether nothing but punctuation follows: a line that holds a year and
// nothing else is the heading of a chronology.
func onlyMarks(lx []lexeme, at int) bool {
	for ; at < len(lx); at++ {
		if lx[at].class&cEnd == 0 && lx[at].form != "-" && lx[at].form != "–" && lx[at].form != "—" {
			return false
		}
	}
	return true
}

func opensTimeline(s *language.Sentence, next *lexeme) bool {
	switch next.form {
	case ":", "-", "–", "—":
		return true
	}
	return s.Tokens[next.token].UPOS == "VERB"
}

// modifies reports whether the match stands between a determiner, an adjective
// or a possessive and a noun, as a year does in "the disputed 2020 election".
func modifies(s *language.Sentence, lx []lexeme, m *match) bool {
	if m.end >= len(lx) || !nounlike(s, &lx[m.end]) || saysYear(lx, m) {
		return false
	}
	if lx[m.first].class&cDeterminer != 0 {
		return true
	}
	if m.first == 0 {
		return false
	}
	before := &lx[m.first-1]
	if before.class&cDeterminer != 0 {
		return true
	}
	t := &s.Tokens[before.token]
	switch t.UPOS {
	case "ADJ", "PROPN", "DET":
		return true
	}
	return t.XPOS == "POS" || t.XPOS == "PRP$" || t.XPOS == "VBN" && t.Rel == "amod"
}

// nounlike reports whether, by its tag, a noun phrase goes on with the lexeme.
func nounlike(s *language.Sentence, l *lexeme) bool {
	switch s.Tokens[l.token].UPOS {
	case "NOUN", "PROPN", "ADJ":
		return true
	}
	return false
}

// acceptsDecade wants "the" before 90s, which is an age in "in her 90s".
func acceptsDecade(lx []lexeme, m *match) bool {
	for at := m.first; at < m.end; at++ {
		if lx[at].class&cDecade != 0 && lx[at].form[0] != '1' && lx[at].form[0] != '2' {
			return isThe(lx, m.first) || isThe(lx, m.first-1)
		}
	}
	return true
}

func isThe(lx []lexeme, at int) bool {
	return at >= 0 && lx[at].word != nil && lx[at].word.text == "the"
}

// acceptsName refuses weekdays that are part of a name: "Bloody Sunday".
func acceptsName(s *language.Sentence, lx []lexeme, m *match) bool {
	if lx[m.first].text() == "that" && !pointsAt(s, lx, m) {
		return false
	}
	if m.first > 0 && lx[m.first-1].class&cLabel != 0 && lx[m.first-1].capital() {
		return false
	}
	if isThe(lx, m.first-1) && m.only().weekday > 0 && m.end < len(lx) && lx[m.end].capital() {
		return false // "the Sunday Times"
	}
	return true
}

// pointsAt reports whether "that" before a month is its determiner: not in "he said that May
// had resigned", nor in "if that May 1 is late".
func pointsAt(s *language.Sentence, lx []lexeme, m *match) bool {
	if t := &s.Tokens[lx[m.first].token]; t.UPOS != "" && t.UPOS != "DET" {
		return false
	}
	return m.end == len(lx) || lx[m.end].digits == 0
}

// plural reports whether a unit is in the plural: "the following weeks" are not
// one week.
func plural(l *lexeme) bool { return l.class&cUnit != 0 && strings.HasSuffix(l.form, "s") }

// determined reports an article or a possessive before a relative date, which
// makes it another: "the last Tuesday", "his last day".
func determined(lx []lexeme, m *match) bool {
	return m.first > 0 && lx[m.first-1].class&cDeterminer != 0
}

// acceptsSpan wants a preposition before "the last year", and refuses the last
// year of something.
func acceptsSpan(lx []lexeme, m *match, in surroundings) bool {
	if m.end < len(lx) && lx[m.end].form == "of" || m.only().unit < day {
		return false
	}
	return m.only().amount != 0 || in.preposition != nil && in.preposition.relation != "of"
}

// acceptsAnchored wants a number, an article or a plural: "the day after the
// vote" and "hours after it", but not "happy hour after work".
func acceptsAnchored(lx []lexeme, m *match) bool {
	if p := m.only(); p.unit == noUnit || p.amount != 0 {
		return true
	}
	return isThe(lx, m.first-1) || plural(&lx[m.first])
}

// acceptsDuration wants a preposition before units without a number, and before
// "a year", which may as well be a rate.
func acceptsDuration(lx []lexeme, m *match, in surroundings) bool {
	p := m.only()
	if p.amount > 1 || p.amount == few || m.pattern.hyphened() {
		return true
	}
	if p.amount == 0 && !plural(&lx[m.end-1]) {
		return false
	}
	return in.preposition != nil && spans(in.preposition.relation)
}

// hyphened reports whether a hyphen is a required element: "one-day".
func (p *pattern) hyphened() bool {
	for _, e := range p.elements {
		if !e.optional && len(e.words) > 0 && e.words[0].text == "-" {
			return true
		}
	}
	return false
}
