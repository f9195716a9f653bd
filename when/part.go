package when

// maxParts bounds the dates of one range or list.
const maxParts = 4

// part is one date of a match as far as its words say it; 0 for what they do
// not say, but for the year, which hasYear speaks of.
type part struct {
	first    int // lexeme that the part begins with
	hasYear  bool
	year     int
	short    bool // the year was given by its last two digits
	era      int  // -1 before Christ
	month    int  // 1 to 12, or the EDTF code of a season or quarter
	day      int
	weekday  int // 1 for Monday
	nth      int // of a century
	decade   int // its first year
	unit     unit
	amount   int // of units; few if nobody knows
	modifier *modifier
}

// match is a pattern laid over lexemes.
type match struct {
	pattern  *pattern
	named    *named // for eras and vague phrases, in place of a pattern
	first    int    // half-open range of lexemes
	end      int
	parts    [maxParts]part
	count    int
	interval bool
}

// only returns the part of a match that has but one.
func (m *match) only() *part { return &m.parts[0] }

// fill reads the lexemes taken by the pattern's elements into parts.
func (m *match) fill(r *Rules, lx []lexeme, taken *[maxElements]int16) {
	m.count = 1
	m.parts[0] = part{first: m.first}
	for i := range m.pattern.elements {
		at := int(taken[i])
		if at < 0 {
			continue
		}
		e := &m.pattern.elements[i]
		if e.joins() {
			if m.count == maxParts {
				return
			}
			m.interval = lx[at].class&cTo != 0 || e.class&cAnd == 0
			m.parts[m.count] = part{first: at + 1}
			m.count++
			continue
		}
		m.parts[m.count-1].take(r, lx, at, e.class&lx[at].class)
	}
	m.share()
}

// take reads one lexeme as one of the classes of its element.
func (p *part) take(r *Rules, lx []lexeme, at int, c class) {
	l := &lx[at]
	switch {
	case c&cDate != 0:
		p.year, p.month, p.day, p.hasYear = int(l.date.year), int(l.date.month), int(l.date.day), true
	case c&cModifier != 0:
		p.modifier, _ = r.modifierAt(lx, at)
	case c&(cYear|cSmall|cEarly) != 0:
		p.addYear(l.number)
	case c&cShort != 0:
		p.short = !p.hasYear
		p.addYear(l.number)
	case c&cDay != 0:
		p.day = l.amount()
	case c&(cMonth|cSeason|cQuarter) != 0:
		p.month = l.word.value
	case c&cWeekday != 0:
		p.weekday = l.word.value
	case c&cEra != 0:
		p.era = l.word.value
	case c&cOrdinal != 0:
		p.nth = l.amount()
	case c&cDecade != 0:
		p.decade = l.number
	case c&cUnit != 0:
		p.unit = l.word.unit
	case c&cNumber != 0:
		p.amount = l.amount()
	}
}

// addYear keeps the first of two years: the winter of 1941-42 is that of 1941.
func (p *part) addYear(year int) {
	if !p.hasYear {
		p.year, p.hasYear = year, true
	}
}

// amount returns the number that a lexeme stands for, in digits or in words.
func (l *lexeme) amount() int {
	if l.digits > 0 {
		return l.number
	}
	return l.word.amount
}

// share lets each date take what it does not say from its neighbours: the year
// and the era from the date after it, else from the one before it; so also the
// month of a bare day. Years of two digits are completed from the year before.
func (m *match) share() {
	for i := m.count - 2; i >= 0; i-- {
		m.parts[i].borrow(&m.parts[i+1])
	}
	for i := 1; i < m.count; i++ {
		m.parts[i].borrow(&m.parts[i-1])
		m.parts[i].complete(&m.parts[i-1])
	}
	for i := range m.count {
		if m.parts[i].era < 0 {
			m.parts[i].year = 1 - m.parts[i].year
			m.parts[i].era = -2 // done
		}
	}
}

func (p *part) borrow(from *part) {
	if !p.hasYear && from.hasYear && !from.short {
		p.year, p.hasYear = from.year, true
	}
	if p.era == 0 && from.era < 0 && (p.nth > 0 || p.year > from.year) {
		p.era = from.era
	}
	if p.day > 0 && p.month == 0 {
		p.month = from.month
	}
}

// complete makes 1831 of the 31 in 1830-31, and 1900 of the 00 in 1899-00.
func (p *part) complete(before *part) {
	if !p.short {
		return
	}
	p.short = false
	p.year += before.year / 100 * 100
	if p.year <= before.year {
		p.year += 100
	}
}
