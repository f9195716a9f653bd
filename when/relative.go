package when

import (
	"slices"

	"annals"
	"annals/language"
	"annals/when/edtf"
)

// shift computes "yesterday", "last year", "two days ago", "a month later".
// The result is as precise as the unit: three years ago is a year.
func (f *finder) shift(p *pattern, t *part) (value, bool) {
	base, basis, ok := f.ref.base(p.base)
	if !ok {
		return value{}, false
	}
	u, n := t.unit, p.amount
	if p.unit != noUnit {
		u = p.unit
	}
	if p.counted {
		if t.amount == few || t.amount == 0 || t.amount > 9999 {
			return value{}, false
		}
		n *= t.amount
	}
	v, ok := moved(base, u, n, p.counted)
	if !ok || !inRange(v) {
		return value{}, false
	}
	v = v.Qualified(base.Qualifier)
	if t.modifier == nil || v.Interval || v.From.Day > 0 {
		return value{v, basis}, true
	}
	v, ok = t.modifier.within(v.From)
	return value{v, basis}, ok
}

// inRange reports whether EDTF can write the years.
func inRange(v edtf.Value) bool {
	return v.From.Year >= -9999 && v.From.Year <= 9999 && v.To.Year >= -9999 && v.To.Year <= 9999
}

// manyYears is the count from which on nobody means a single year: "5,000
// years ago".
const manyYears = 100

// moved returns the date n units away. A count of weeks is a day, and about;
// "last week" is a whole week.
func moved(d edtf.Date, u unit, n int, counted bool) (edtf.Value, bool) {
	switch u {
	case year:
		v := edtf.Single(edtf.Date{Year: d.Year + n})
		if n >= manyYears || n <= -manyYears {
			v = v.Qualified(edtf.Approximate)
		}
		return v, toYear(d)
	case decade, century:
		return movedFar(d, u, n, counted)
	case month:
		return edtf.Single(addMonths(d, n)), toMonth(d) && toYear(d)
	}
	at, ok := dayOf(d)
	if !ok {
		return edtf.Value{}, false
	}
	switch u {
	case day, night:
		return edtf.Single(at.Add(n).Date()), true
	case week, fortnight:
		length := 7
		if u == fortnight {
			length = 14
		}
		at = at.Add(n * length)
		if counted {
			return edtf.Single(at.Date()).Qualified(edtf.Approximate), true
		}
		monday := at.Add(1 - at.Weekday())
		return edtf.Between(monday.Date(), monday.Add(6).Date()), true
	case weekend:
		saturday := at.Add(6 - at.Weekday() + 7*n)
		return edtf.Between(saturday.Date(), saturday.Add(1).Date()), true
	}
	return edtf.Value{}, false
}

// movedFar moves by decades or centuries: a decade ago is about a year, the
// last decade is ten years.
func movedFar(d edtf.Date, u unit, n int, counted bool) (edtf.Value, bool) {
	length, hidden := 10, 1
	if u == century {
		length, hidden = 100, 2
	}
	y := d.Year + n*length
	if counted {
		return edtf.Single(edtf.Date{Year: y, Qualifier: edtf.Approximate}), toYear(d)
	}
	if y < 0 {
		return edtf.Value{}, false
	}
	return edtf.Single(edtf.Date{Year: y / length * length, Hidden: hidden}), true
}

func addMonths(d edtf.Date, n int) edtf.Date {
	months := d.Year*12 + d.Month - 1 + n
	m := (months%12 + 12) % 12
	return edtf.Date{Year: (months - m) / 12, Month: m + 1}
}

// span computes "the past three years": from so many units before to now.
func (f *finder) span(p *pattern, t *part) (value, bool) {
	base, basis, ok := f.ref.base(p.base)
	if !p.counted {
		t.amount = 1
	}
	if !ok || t.amount <= 0 || t.amount > 9999 {
		return value{}, false
	}
	far, ok := moved(base, t.unit, p.amount*t.amount, true)
	if !ok {
		return value{}, false
	}
	near, ok := moved(base, t.unit, 0, true)
	if !ok || !inRange(far) {
		return value{}, false
	}
	from, to := far.From, near.From
	if p.amount > 0 {
		from, to = to, from
	}
	from.Qualifier, to.Qualifier = 0, 0
	return value{edtf.Between(from, to), basis}, true
}

// yearOf computes "October last year" and "5 May of that year".
func (f *finder) yearOf(p *pattern, t *part) (value, bool) {
	base, basis, ok := f.ref.base(p.base)
	if !ok || !toYear(base) {
		return value{}, false
	}
	in := *t
	in.year, in.hasYear = base.Year+p.amount, true
	v, ok := calendar(&in)
	return value{v, basis}, ok
}

// monthOf computes "the 26th of that month".
func (f *finder) monthOf(p *pattern, t *part) (value, bool) {
	base, basis, ok := f.ref.base(p.base)
	if !ok || !toMonth(base) || !toYear(base) {
		return value{}, false
	}
	return dayIn(addMonths(base, p.amount), t.day, basis)
}

// dayIn returns a day of a month, if the month has it.
func dayIn(month edtf.Date, day int, basis annals.Basis) (value, bool) {
	if day > edtf.DaysIn(month.Year, month.Month) {
		return value{}, false
	}
	return value{edtf.Single(edtf.Date{Year: month.Year, Month: month.Month, Day: day}), basis}, true
}

// A narrative that goes back by a few days stays in its month ("on the 23rd ... on the
// 19th"); one that goes back by most of a month has passed into the next. What lies between
// may be either.
const (
	fewDays  = 8
	mostDays = 17
)

// monthless computes "on the 19th": a day of the month told last, or of the next.
func (f *finder) monthless(p *part) (value, bool) {
	base, basis, ok := f.ref.nearest()
	if !ok || !toMonth(base) || !toYear(base) {
		return value{}, false
	}
	month := edtf.Date{Year: base.Year, Month: base.Month}
	if back := base.Day - p.day; base.Day > 0 && back > 0 && basis == annals.BasisNarrative {
		switch {
		case back >= mostDays:
			month = addMonths(month, 1)
		case back > fewDays:
			return value{}, false
		}
	}
	if basis == annals.BasisDocument && p.day > base.Day {
		if base.Day == 0 || f.future(p) {
			return value{}, false
		}
		month = addMonths(month, -1)
	}
	return dayIn(month, p.day, basis)
}

// byName computes "on Tuesday", "last October", "this spring".
func (f *finder) byName(p *pattern, t *part) (value, bool) {
	if p.base == "near" {
		return f.nearWeekday(t)
	}
	base, basis, ok := f.ref.base(p.base)
	if !ok {
		return value{}, false
	}
	if t.weekday > 0 {
		at, ok := dayOf(base)
		return value{edtf.Single(weekdayFrom(at, t.weekday, p.amount).Date()), basis}, ok
	}
	if !toYear(base) || !toMonth(base) && !surelyBeyond(t.month, p.amount) {
		return value{}, false
	}
	y := base.Year
	first, last := edtf.Date{Year: y, Month: t.month}.Bounds()
	here, end := base.Bounds()
	switch {
	case p.amount < 0 && last.Compare(here) >= 0:
		y--
	case p.amount > 0 && first.Compare(end) <= 0:
		y++
	case p.amount == 0 && t.month == winter && base.Month >= 1 && base.Month <= 3:
		y-- // "that winter", told of a January, began in the year before
	}
	return value{edtf.Single(edtf.Date{Year: y, Month: t.month}), basis}, true
}

// surelyBeyond reports months and seasons that lie in the year after (or before) one of
// which no month is known: who was told to act in 1840 and "the following January" did so in 1841,
// but "the following autumn" may be that of 1840.
func surelyBeyond(month, way int) bool {
	switch {
	case way > 0:
		return month <= 3 || month == spring
	case way < 0:
		return month >= 10 && month <= 12
	}
	return true
}

// The codes of EDTF.
const (
	spring = 21
	winter = 24
)

// weekdayFrom returns the weekday before the day (way -1), after it (+1), or
// of its week (0).
func weekdayFrom(at edtf.Day, weekday, way int) edtf.Day {
	n := weekday - at.Weekday()
	switch {
	case way < 0 && n >= 0:
		n -= 7
	case way > 0 && n <= 0:
		n += 7
	}
	return at.Add(n)
}

// nearWeekday computes a plain weekday: of the week up to the publication, or
// of the week after it for what is to come. In a history it is the next one
// after the day told last.
func (f *finder) nearWeekday(t *part) (value, bool) {
	base, basis, ok := f.ref.base("document")
	if !ok {
		base, basis, ok = f.ref.base("narrative")
	}
	if !ok {
		return value{}, false
	}
	at, ok := dayOf(base)
	if !ok {
		return value{}, false
	}
	n := (t.weekday - at.Weekday() + 7) % 7
	switch {
	case basis == annals.BasisNarrative && n == 0:
		n = 7
	case basis == annals.BasisDocument && n > 0 && !f.future(t):
		n -= 7
	}
	return value{edtf.Single(at.Add(n).Date()), basis}, true
}

// yearless computes a month, a season or a day of a month whose year the words
// leave out.
func (f *finder) yearless(p *part) (value, bool) {
	base, basis, ok := f.ref.nearest()
	if !ok || p.month == 0 {
		return value{}, false
	}
	v, ok := f.inYearOf(base, basis, p)
	if ok && fallsOn(v.edtf, p.weekday) {
		return v, true
	}
	if basis == annals.BasisNarrative && f.ref.hasPublished && p.weekday > 0 {
		v, ok = f.inYearOf(f.ref.published, annals.BasisDocument, p)
		return v, ok && fallsOn(v.edtf, p.weekday)
	}
	return value{}, false
}

// fallsOn reports whether the day is the weekday that the words name, if they
// name one: "Monday, 24 February" tells its year.
func fallsOn(v edtf.Value, weekday int) bool {
	at, ok := dayOf(v.From)
	return weekday == 0 || !ok || at.Weekday() == weekday
}

// inYearOf computes a date without a year from the one reference or the other.
func (f *finder) inYearOf(base edtf.Date, basis annals.Basis, p *part) (value, bool) {
	if !toYear(base) {
		return value{}, false
	}
	in := *p
	in.hasYear, in.year = true, base.Year
	if basis == annals.BasisNarrative {
		in.year += turnOfYear(base, p.month)
	} else {
		if !toMonth(base) {
			return value{}, false
		}
		in.year += f.turnToNow(base, p)
	}
	v, ok := calendar(&in)
	return value{v, basis}, ok
}

// turnOfYear returns 1 where a narrative passes into the next year: in January
// after a November. It goes forward by up to seven months, and back by less.
func turnOfYear(told edtf.Date, month int) int {
	if !toMonth(told) || month > 12 {
		return 0
	}
	if told.Month-month > 5 {
		return 1
	}
	return 0
}

// turnToNow returns -1 where the date would lie after the publication though
// it is past, and 1 where it would lie before it though it is to come.
func (f *finder) turnToNow(published edtf.Date, p *part) int {
	first, last := edtf.Date{Year: published.Year, Month: p.month, Day: p.day}.Bounds()
	begin, end := published.Bounds()
	switch future := f.future(p); {
	case !future && first.Compare(end) > 0:
		return -1
	case future && last.Compare(begin) < 0:
		return 1
	}
	return 0
}

// Counted computes what an expression such as "two years after" counts from a date that
// the caller knows to be that of the event named behind it; false if it counts nothing.
func (r *Rules) Counted(s *language.Sentence, e *Expression, from *annals.When) (*annals.When, bool) {
	if e.Kind != Point || e.When.EDTF != "" || e.Relation != "after" && e.Relation != "before" {
		return nil, false
	}
	lx := r.lex(nil, s)
	at := slices.IndexFunc(lx, func(l lexeme) bool { return l.token == e.First })
	base := newAnchor(Reference{Narrative: from})
	m, ok := r.best(lx, at, context{})
	if !ok || !base.hasTold || m.pattern.build != buildAnchored || m.only().unit < day {
		return nil, false
	}
	n := m.only().amount
	switch n {
	case few:
		return nil, false
	case 0:
		n = 1 // "the day after the attack"
	}
	if e.Relation == "before" {
		n = -n
	}
	v, ok := moved(base.told, m.only().unit, n, true)
	if !ok || !inRange(v) {
		return nil, false
	}
	out := e.When
	out.EDTF, out.Basis = v.String(), annals.BasisNarrative
	out.From, out.To = v.Bounds()
	return &out, true
}
