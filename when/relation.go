package when

import "annals/language"

// relation returns how the event relates to the date, and the lexeme that the
// expression begins with: the preposition belongs to it where it changes the
// date.
func (f *finder) relation(l *lead, m *match) (relation string, first int) {
	if m.pattern.build == buildAnchored && m.pattern.base != "" {
		return m.pattern.base, m.first
	}
	if f.beforeNoun(l, m) {
		l.preposition = nil
		return "of", f.afterArticle(m)
	}
	if l.preposition == nil {
		if m.kind() == Duration {
			return "for", l.first
		}
		return "at", l.first
	}
	relation = l.preposition.relation
	from := f.lx[l.at].text() == "from"
	switch {
	case from && m.interval: // "from 1939 to 1941"
		return "during", l.first
	case from && f.ofNoun(m):
		l.preposition = nil
		return "of", m.first
	case l.preposition.opens != "" || relation == "between":
		return relation, l.first
	case l.marks > 0:
		return relation, l.markAt
	}
	return relation, m.first
}

// beforeNoun reports whether the date modifies the noun after it, so that a
// preposition before it governs that noun: "after the 2020 election".
func (f *finder) beforeNoun(l *lead, m *match) bool {
	if !f.lx[m.end-1].ends || m.pattern.hyphened() && m.kind() == Duration {
		return true
	}
	if m.kind() == Frequency || m.end >= len(f.lx) || m.pattern.build == buildAnchored {
		return false
	}
	next := &f.lx[m.end]
	if f.standsAlone(l, m) && next.form != "'s" && next.form != "’s" {
		return false
	}
	if m.pattern.build == buildFixed {
		governed, known := f.treeModifier(m)
		return nounlike(f.s, next) && (l.preposition == nil || known && governed)
	}
	if next.form == "'s" || next.form == "’s" {
		return true
	}
	if m.kind() == Duration || !nounlike(f.s, next) {
		return false
	}
	if governed, known := f.treeModifier(m); known {
		return governed
	}
	if m.pattern.build != buildDate && m.pattern.build != buildDecade && m.pattern.build != buildCentury {
		return false
	}
	if m.pattern.build != buildDate && next.capital() {
		return false // "in the 1990s Lithuania grew"
	}
	return (l.preposition == nil || m.pattern.build == buildDate || f.s.Tokens[next.token].UPOS != "") && modifies(f.s, f.lx, m)
}

// standsAlone reports a date that no noun takes as its modifier though the tree may say
// so: "the following day | troops crossed", "on the evening of 3 May | aircraft attacked".
func (f *finder) standsAlone(l *lead, m *match) bool {
	if m.pattern.base == "narrative" {
		return true
	}
	return l.preposition != nil && l.nounOf(f) >= 0 && f.lx[m.first].class&cDeterminer == 0
}

// nounOf returns the token of the noun in a preposition of several words ("on the night
// of"), or -1.
func (l *lead) nounOf(f *finder) int {
	if l.preposition == nil || l.end-l.at < 3 || f.lx[l.end-1].form != "of" {
		return -1
	}
	if noun := f.lx[l.end-2].token; f.s.Tokens[noun].UPOS == "NOUN" {
		return noun
	}
	return -1
}

// treeModifier asks the tree whether the date depends on the noun phrase right
// after it; known is false if the sentence has no tree.
func (f *finder) treeModifier(m *match) (governed, known bool) {
	first, last := f.lx[m.first].token, f.lx[m.end-1].token+1
	t := &f.s.Tokens[head(f.s, first, last)]
	if t.Rel == "" {
		return false, false
	}
	if t.Head < last {
		return false, true
	}
	if language.IsRel(t.Rel, "nummod") && f.s.Case(head(f.s, first, last)) != "" {
		return false, true // "on 3 May 1920 | Polish troops came": a modifier has no preposition of its own
	}
	switch t.Rel {
	case "compound", "nummod", "amod", "nmod", "nmod:tmod", "nmod:unmarked", "nmod:poss", "nmod:desc", "det":
	default:
		return false, true
	}
	for i := last; i < t.Head; i++ {
		switch f.s.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "PUNCT", "NUM", "CCONJ":
		default:
			return false, true
		}
	}
	return true, true
}

// afterArticle returns where the date begins without the article of the noun
// that it modifies.
func (f *finder) afterArticle(m *match) int {
	if m.end-m.first > 1 && f.lx[m.first].class&cDeterminer != 0 && m.pattern.build != buildNamed && m.pattern.build != buildShift {
		return m.first + 1
	}
	return m.first
}

// ofNoun reports whether the tree hangs the date on a noun before it: in
// "documents from 1918" nothing goes on since 1918.
func (f *finder) ofNoun(m *match) bool {
	first, last := f.lx[m.first].token, f.lx[m.end-1].token+1
	t := &f.s.Tokens[head(f.s, first, last)]
	return language.IsRel(t.Rel, "nmod") && t.Head >= 0 && t.Head < first && f.s.Tokens[t.Head].UPOS == "NOUN"
}

// head returns the token of the half-open range whose head lies outside it.
// Prepositions and punctuation give way to others; without a tree it is the
// last token.
func head(s *language.Sentence, first, last int) int {
	best := -1
	for i := first; i < last; i++ {
		t := &s.Tokens[i]
		if t.Rel == "" || t.Head >= first && t.Head < last {
			continue
		}
		function := t.UPOS == "ADP" || t.UPOS == "PUNCT" || t.UPOS == "DET"
		if !function {
			return i
		}
		if best < 0 {
			best = i
		}
	}
	if best < 0 {
		return last - 1
	}
	return best
}
