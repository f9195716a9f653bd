package when

import (
	"annals"
	"annals/when/edtf"
)

// value is a date together with what fixed it.
type value struct {
	edtf  edtf.Value
	basis annals.Basis
}

// resolve fills in the date of a match; where nothing fixes it, the words stay
// words.
func (f *finder) resolve(w *annals.When, l *lead, m *match, relation string) {
	v, ok := f.value(m)
	if !ok {
		return
	}
	for _, q := range l.mark[:l.marks] {
		v.edtf = v.edtf.Qualified(q.mark)
	}
	if p := l.preposition; p != nil && p.relation == relation {
		v.edtf = open(v.edtf, p.opens, relation, m.named != nil)
	}
	f.ref.tell(v.edtf, v.basis, relation)
	w.EDTF, w.Basis = v.edtf.String(), v.basis
	w.From, w.To = v.edtf.Bounds()
}

// open makes of a date the time since or until it. "Since" counts from the
// beginning of a period, but from the end of an era: nobody who says "since
// World War II" means 1939. "After" always counts from the end, "before" from
// the beginning, "until" and "by" reach to the end.
func open(v edtf.Value, opens, relation string, era bool) edtf.Value {
	switch {
	case opens == "end" && v.From.Gap != edtf.Known, opens == "":
		return v
	case opens == "end" && relation == "since" && !era:
		return edtf.Since(v.From)
	case opens == "end":
		return edtf.Since(v.Last())
	case relation == "before" || era:
		return edtf.Until(v.From)
	}
	return edtf.Until(v.Last())
}

// value computes the date of a match.
func (f *finder) value(m *match) (value, bool) {
	if m.pattern.build == buildFixed {
		return value{m.named.value, annals.BasisText}, m.named.fixed
	}
	if m.interval && m.count == 2 {
		return f.interval(m)
	}
	return f.single(m, m.only())
}

func (f *finder) single(m *match, p *part) (value, bool) {
	switch m.pattern.build {
	case buildDate:
		return f.date1(p)
	case buildYearOf:
		return f.yearOf(m.pattern, p)
	case buildMonthOf:
		return f.monthOf(m.pattern, p)
	case buildDecade:
		return text(decadeValue(p))
	case buildCentury:
		return text(centuryValue(p))
	case buildShift:
		return f.shift(m.pattern, p)
	case buildNamed:
		return f.byName(m.pattern, p)
	case buildSpan:
		return f.span(m.pattern, p)
	}
	return value{}, false
}

func text(v edtf.Value, ok bool) (value, bool) { return value{v, annals.BasisText}, ok }

// interval joins the dates of a range.
func (f *finder) interval(m *match) (value, bool) {
	to, ok := f.single(m, &m.parts[1])
	if !ok {
		return value{}, false
	}
	first := m.parts[0]
	if !first.hasYear && first.month > 0 { // the year of the end, or the one before
		first.year, first.hasYear = to.edtf.Last().Year, true
		if last := &m.parts[1]; first.month > last.month {
			first.year--
		}
	}
	from, ok := f.single(m, &first)
	if !ok || from.edtf.From.Gap != edtf.Known {
		return value{}, false
	}
	begin, _ := from.edtf.From.Bounds()
	_, end := to.edtf.Last().Bounds()
	if end.Compare(begin) < 0 && first.weekday > 0 {
		begin = begin.Add(-7)
		from.edtf.From = begin.Date()
	}
	if end.Compare(begin) < 0 {
		return value{}, false
	}
	return value{edtf.Between(from.edtf.From, to.edtf.Last()), to.basis}, true
}

// date1 computes one calendar date.
func (f *finder) date1(p *part) (value, bool) {
	if p.hasYear {
		return text(calendar(p))
	}
	if p.month == 0 {
		return f.monthless(p)
	}
	return f.yearless(p)
}

// calendar computes the date of a part that has a year; false for one that no
// calendar has.
func calendar(p *part) (edtf.Value, bool) {
	d := edtf.Date{Year: p.year, Month: p.month, Day: p.day}
	if d.Year < -9999 || d.Year > 9999 {
		return edtf.Value{}, false
	}
	if d.Day > 0 && (d.Month < 1 || d.Month > 12 || d.Day > edtf.DaysIn(d.Year, d.Month)) {
		return edtf.Value{}, false
	}
	if p.nth > 0 && p.month == 0 { // "the second quarter of 2010"
		if p.nth > 4 {
			return edtf.Value{}, false
		}
		d.Month = 32 + p.nth
	}
	if p.modifier == nil || d.Day > 0 {
		return edtf.Single(d), true
	}
	return p.modifier.within(d)
}

// within returns the part of a year, a month or a season that the modifier
// means. A season has no parts: early spring is about spring.
func (m *modifier) within(d edtf.Date) (edtf.Value, bool) {
	switch {
	case d.Hidden > 0:
		return edtf.Value{}, false
	case d.Month > 12:
		d.Qualifier = m.mark
		return edtf.Single(d), true
	case d.Month > 0:
		from, to := d, d
		from.Day, to.Day = min(m.month.first, edtf.DaysIn(d.Year, d.Month)), min(m.month.last, edtf.DaysIn(d.Year, d.Month))
		return m.between(from, to, m.month.given)
	}
	from, to := d, d
	from.Month, to.Month = m.year.first, m.year.last
	return m.between(from, to, m.year.given)
}

// between returns the interval with the modifier's mark, or the date if both
// ends are the same.
func (m *modifier) between(from, to edtf.Date, ok bool) (edtf.Value, bool) {
	from.Qualifier, to.Qualifier = m.mark, m.mark
	if from == to {
		return edtf.Single(from), ok
	}
	return edtf.Between(from, to), ok
}

// decadeValue makes the 1990s 199X and the 1800s 18XX.
func decadeValue(p *part) (edtf.Value, bool) {
	hidden, size := 1, func(m *modifier) bounds { return m.decade }
	if p.decade%100 == 0 && p.decade != 2000 {
		hidden, size = 2, func(m *modifier) bounds { return m.century }
	}
	if p.modifier == nil {
		return edtf.Single(edtf.Date{Year: p.decade, Hidden: hidden}), true
	}
	b := size(p.modifier)
	return p.modifier.between(edtf.Date{Year: p.decade + b.first}, edtf.Date{Year: p.decade + b.last}, b.given)
}

// centuryValue makes the 19th century 18XX, and the 5th century BC
// -0499/-0400.
func centuryValue(p *part) (edtf.Value, bool) {
	if p.nth < 1 || p.nth > 99 {
		return edtf.Value{}, false
	}
	first := (p.nth - 1) * 100
	var b bounds
	if p.modifier != nil {
		if b = p.modifier.century; !b.given {
			return edtf.Value{}, false
		}
	}
	switch {
	case p.era < 0 && p.modifier == nil:
		return edtf.Between(edtf.Date{Year: 1 - p.nth*100}, edtf.Date{Year: -first}), true
	case p.era < 0:
		return p.modifier.between(edtf.Date{Year: 1 - p.nth*100 + b.first}, edtf.Date{Year: 1 - p.nth*100 + b.last}, true)
	case p.modifier != nil:
		return p.modifier.between(edtf.Date{Year: first + b.first}, edtf.Date{Year: first + b.last}, true)
	}
	return edtf.Single(edtf.Date{Year: first, Hidden: 2}), true
}
