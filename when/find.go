package when

import (
	"annals"
	"annals/language"
)

// finder is the work on one sentence.
type finder struct {
	rules *Rules
	s     *language.Sentence
	lx    []lexeme
	ref   anchor
	out   []Expression
	why   *reasons // nil: nobody asks
}

// Find returns the time expressions of a sentence from left to right. They do
// not overlap. Find relies on the tokens; the tree and the tags, where they are
// given, settle what belongs to a noun and what is to come.
func (r *Rules) Find(s *language.Sentence, ref Reference) []Expression {
	if !r.worthwhile(s) {
		return nil
	}
	f, _ := r.pool.Get().(*finder)
	if f == nil {
		f = new(finder)
	}
	*f = finder{rules: r, s: s, lx: r.lex(f.lx[:0], s), ref: newAnchor(ref)}
	for at := 0; at < len(f.lx); {
		at = f.at(at)
	}
	out := f.out
	f.s, f.out = nil, nil
	r.pool.Put(f)
	return out
}

// lead is what stands before the date: preposition and qualifiers.
type lead struct {
	surroundings
	mark       [2]*qualifier
	marks      int
	first, end int // lexemes; end is where the date begins
	at         int // lexeme of the preposition
	markAt     int // lexeme of the first qualifier
}

// at looks for expressions that begin at a lexeme, and returns where to go on.
func (f *finder) at(at int) int {
	if !f.lx[at].starts || f.lx[at].class&cEnd != 0 {
		return at + 1
	}
	l := f.lead(at)
	if end := f.date(l); end > 0 {
		return end
	}
	return at + 1
}

// surroundings begins the surroundings of a date with the year told last.
func (f *finder) surroundings() surroundings {
	return surroundings{told: f.ref.told.Year, hasTold: f.ref.hasTold && toYear(f.ref.told), dated: f.ref.hasPublished}
}

// lead reads preposition and qualifiers, in either order.
func (f *finder) lead(at int) lead {
	l := lead{first: at, end: at, at: at, markAt: at, surroundings: f.surroundings()}
	for l.end < len(f.lx) {
		c := f.lx[l.end].class
		n := 0
		if c&cPreposition != 0 && l.preposition == nil {
			if l.preposition, n = f.rules.prepositions.Longest(wordsFrom(f.lx, l.end)); n > 0 {
				l.at = l.end
			}
		}
		if n == 0 && c&cQualifier != 0 && l.marks < len(l.mark) {
			var q *qualifier
			if q, n = f.rules.qualifiers.Longest(wordsFrom(f.lx, l.end)); n > 0 {
				if l.marks == 0 {
					l.markAt = l.end
				}
				l.mark[l.marks], l.qualifier = q, q
				l.marks++
			}
		}
		if n == 0 {
			break
		}
		l.end += n
	}
	return l
}

// date reads the date after the lead, and the dates coordinated with it. It
// returns the lexeme after the last, or 0 if there is no date.
func (f *finder) date(l lead) int {
	if l.end >= len(f.lx) {
		return 0
	}
	m, ok := f.rules.best(f.lx, l.end, context{between: l.preposition != nil && l.preposition.relation == "between"})
	ok = ok && f.rules.accepts(f.s, f.lx, &m, l.surroundings)
	if n, found := f.named(l); found && (!ok || n.end > m.end) {
		return f.emit(l, &n)
	}
	if !ok {
		return 0
	}
	end := f.emit(l, &m)
	if m.pattern.build == buildDate || m.pattern.build == buildDecade || m.pattern.build == buildCentury {
		return f.list(l, &m, end)
	}
	return end
}

// list goes on with dates of the same form: "in 1830, 1863 and 1905".
func (f *finder) list(l lead, before *match, end int) int {
	for {
		at := end
		for at < len(f.lx) && at < end+2 && f.lx[at].class&cAnd != 0 {
			at++
		}
		if at == end || at >= len(f.lx) || !f.lx[at].starts {
			return end
		}
		next := lead{surroundings: f.surroundings(), first: at, end: at}
		next.preposition, next.listed, next.at, next.markAt = l.preposition, true, l.at, l.markAt
		if l.preposition != nil && l.preposition.relation == "between" {
			return end
		}
		m, ok := f.rules.best(f.lx, at, context{})
		if !ok || m.pattern.build != before.pattern.build || !alike(m.only(), before.only()) || l.reaches(before) && !m.interval || isEarly(&m) != isEarly(before) || !f.rules.accepts(f.s, f.lx, &m, next.surroundings) {
			return end
		}
		if f.lx[at-1].form == "," && at+1 < len(f.lx) && f.bareBeforeNoun(&m) {
			return end
		}
		end = f.emit(next, &m)
	}
}

// reaches reports whether a preposition opens a range that ends: after "from 1918 to 1920" a
// single year goes on with no list.
func (l *lead) reaches(m *match) bool {
	return l.preposition != nil && l.preposition.opens != "" && m.interval
}

// alike reports whether two dates say the same: a year may follow a year, and
// a month a month, but "in 1918, two" is no list.
func alike(a, b *part) bool {
	return a.hasYear == b.hasYear && (a.month > 0) == (b.month > 0) && (a.day > 0) == (b.day > 0)
}

// bareBeforeNoun reports a number after a comma that counts a noun: "in 1918,
// 1500 men".
func (f *finder) bareBeforeNoun(m *match) bool {
	return m.end-m.first == 1 && m.end < len(f.lx) && nounlike(f.s, &f.lx[m.end])
}

// named reads an era or a vague phrase after the lead.
func (f *finder) named(l lead) (match, bool) {
	at := l.end
	n, length := f.namedAt(at)
	if length == 0 && isThe(f.lx, at) {
		at++
		n, length = f.namedAt(at)
	}
	if length == 0 || !aligned(f.lx, at+length) || !n.printed(&f.lx[at], at) {
		return match{}, false
	}
	if hyphened := !f.lx[at+length-1].ends; !hyphened && !n.fits(l.preposition) { // "Cold War-era"
		return match{}, false
	}
	return match{named: n, pattern: n.pattern, first: l.end, end: at + length, count: 1}, true
}

func (f *finder) namedAt(at int) (*named, int) {
	if at >= len(f.lx) || f.lx[at].class&cNamed == 0 {
		return nil, 0
	}
	return f.rules.named.Longest(wordsFrom(f.lx, at))
}

// printed reports whether a name is printed as it should be: the Great War with
// a capital, "monthly" without one inside a sentence, where it is a paper.
func (n *named) printed(first *lexeme, at int) bool {
	if n.alone && !n.capital && at > 0 {
		return !first.capital()
	}
	return first.capital() || !n.capital
}

// fits reports whether a named time may stand after the preposition.
func (n *named) fits(p *preposition) bool {
	switch {
	case p == nil || n.alone:
		return n.alone
	case p.relation == "of":
		return false
	case n.fixed: // "cartoons on the Holocaust" are of any time
		return p.opens != "" || p.relation == "during" || p.relation == "at" && p.year
	case n.kind == Duration:
		return spans(p.relation)
	}
	return true
}

// spans reports whether a preposition goes with a length of time.
func spans(relation string) bool {
	switch relation {
	case "for", "within", "over", "after":
		return true
	}
	return false
}

// emit appends the expressions of a match: one, or for a list one a date. It
// returns the lexeme after the last.
func (f *finder) emit(l lead, m *match) int {
	relation, first := f.relation(&l, m)
	end := m.end
	if relation == "since" && end < len(f.lx) && isOnward(&f.lx[end]) {
		end++
	}
	if m.count > 1 && !m.interval {
		for i := range m.count {
			from, to := m.parts[i].first, end
			if i == 0 {
				from = first
			}
			if i+1 < m.count {
				to = m.parts[i+1].first - 1
			}
			one := *m
			one.parts[0], one.count = m.parts[i], 1
			l.listed = l.listed || i > 0
			f.add(l, &one, relation, from, to)
		}
		return end
	}
	f.add(l, m, relation, first, end)
	return end
}

// isOnward reports the "on" of "from 1918 on".
func isOnward(l *lexeme) bool {
	switch l.form {
	case "on", "onward", "onwards":
		return true
	}
	return false
}

// add resolves one date and appends it.
func (f *finder) add(l lead, m *match, relation string, first, end int) {
	for f.lx[end-1].class&cAnd != 0 && end-1 > first { // the comma before "and"
		end--
	}
	e := Expression{
		First:    f.lx[first].token,
		Last:     f.lx[end-1].token + 1,
		Kind:     m.kind(),
		Relation: relation,
		Listed:   l.listed,
		Rule:     m.pattern.name,
	}
	e.Head = f.throughNoun(&l, head(f.s, e.First, e.Last))
	words := f.s.Phrase(e.First, e.Last)
	e.When = annals.When{Text: words.Text, Span: &words.Span, Basis: annals.BasisNone}
	before := f.ref
	if e.Kind == Point {
		f.resolve(&e.When, &l, m, relation)
	}
	if f.why != nil {
		f.explain(&e, &l, m, before)
	}
	f.out = append(f.out, e)
}

// throughNoun returns the noun of a preposition of several words that a date depends on, in the
// place of the head of the date: "on the | night | of 5 May".
func (f *finder) throughNoun(l *lead, head int) int {
	noun := f.s.Tokens[head].Head
	if of := l.nounOf(f); of >= 0 && noun > head && f.s.Tokens[of].Rel != "" {
		return of // "on the | evening of 3 May aircraft attacked": the tree gave the date to the aircraft
	}
	if l.preposition == nil || noun < f.lx[l.at].token || noun >= head || f.s.Tokens[noun].UPOS != "NOUN" {
		return head
	}
	return noun
}

func (m *match) kind() Kind {
	switch m.pattern.build {
	case buildFixed:
		return m.named.kind
	case buildDuration:
		return Duration
	case buildFrequency:
		return Frequency
	}
	return Point
}
