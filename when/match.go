package when

// context is what the words before a pattern let it do.
type context struct {
	between bool // after "between", "and" joins a range
}

// best returns the longest match of a pattern at a lexeme, and whether there
// is one.
func (r *Rules) best(lx []lexeme, at int, c context) (match, bool) {
	var m match
	var taken, won [maxElements]int16
	l := &lx[at]
	last := at+1 == len(lx) || lx[at+1].opaque()
	try := func(patterns []*pattern) {
		for _, p := range patterns {
			if last && !r.fitsAlone(p, lx, at, c) {
				continue
			}
			end := r.lay(p, 0, lx, at, c, &taken)
			if end <= at || end <= m.end || !aligned(lx, end) || r.refuses(lx, at, end) {
				continue
			}
			m.pattern, m.end, won = p, end, taken
		}
	}
	if l.word != nil {
		try(l.word.starts)
	}
	for rest := l.class; rest != 0; rest &= rest - 1 {
		try(r.byClass[lowest(rest)])
	}
	if m.end == 0 {
		return m, false
	}
	m.first = at
	m.fill(r, lx, &won)
	if c.between && m.count == 2 {
		m.interval = true
	}
	return m, true
}

// opaque reports whether no element of a pattern can take the lexeme.
func (l *lexeme) opaque() bool { return l.word == nil && l.class&^cEnd == 0 }

// fitsAlone reports whether a pattern may match a single lexeme: most of what "the"
// may begin goes on.
func (r *Rules) fitsAlone(p *pattern, lx []lexeme, at int, c context) bool {
	switch len(p.required) {
	case 0:
		return true
	case 1:
		return r.takes(&p.elements[p.required[0]], lx, at, c) > 0
	}
	return false
}

// aligned reports whether a match may end before the lexeme: at the end of a
// token, or where the rest of the token only says "-era" or "-style".
func aligned(lx []lexeme, end int) bool {
	if lx[end-1].ends {
		return true
	}
	if end+1 >= len(lx) || lx[end].form != "-" || !lx[end+1].ends {
		return false
	}
	c := lx[end+1].form[0]
	return c >= 'a' && c <= 'z'
}

// lay lays the elements of a pattern from number e on over the lexemes from at
// on. It returns the lexeme after the last, or -1; taken holds the lexeme of
// each element, -1 for those left out.
func (r *Rules) lay(p *pattern, e int, lx []lexeme, at int, c context, taken *[maxElements]int16) int {
	if e == len(p.elements) {
		return at
	}
	el := &p.elements[e]
	if el.end {
		taken[e] = -1
		if at < len(lx) && lx[at].class&cEnd == 0 {
			return -1
		}
		return r.lay(p, e+1, lx, at, c, taken)
	}
	if n := r.takes(el, lx, at, c); n > 0 {
		taken[e] = int16(min(at, 1<<15-1))
		if end := r.lay(p, e+1, lx, at+n, c, taken); end >= 0 {
			return end
		}
	}
	if !el.optional {
		return -1
	}
	taken[e] = -1
	return r.lay(p, e+1, lx, at, c, taken)
}

// takes returns how many lexemes the element takes: 0 if it does not fit.
func (r *Rules) takes(e *element, lx []lexeme, at int, c context) int {
	if at >= len(lx) {
		return 0
	}
	l := &lx[at]
	if l.class&e.class != 0 {
		if e.class&cModifier != 0 {
			_, n := r.modifierAt(lx, at)
			return n
		}
		return 1
	}
	if e.class&cTo != 0 && c.between && l.class&cAnd != 0 && l.form == "and" {
		return 1
	}
	for _, w := range e.words {
		if w == l.word {
			return 1
		}
	}
	return 0
}
