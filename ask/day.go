package ask

import (
	"fmt"
	"strconv"
	"strings"

	"annals"
)

// Day is a day that can be compared with others: of two days the later one is
// the greater number. It is no count of days.
type Day int

// daysPerYear and daysPerMonth leave room for the longest month, so that every
// day of the calendar has a number of its own.
const (
	daysPerMonth = 31
	daysPerYear  = 12 * daysPerMonth
)

// ParseDays returns the first and the last day of an EDTF day, month or year.
// Years before 1 BC have a minus sign; the digits of a year that are not known
// are X, as in 183X; a qualifier ("?", "~", "%") at the end changes nothing.
func ParseDays(edtf string) (first, last Day, err error) {
	parts := strings.Split(strings.TrimRight(strings.TrimPrefix(edtf, "-"), "?~%"), "-")
	early, errEarly := number(parts[0], '0')
	late, errLate := number(parts[0], '9')
	if errEarly != nil || errLate != nil || len(parts[0]) != 4 || len(parts) > 3 {
		return 0, 0, notADay(edtf)
	}
	if strings.HasPrefix(edtf, "-") {
		early, late = -late, -early
	}
	limits := [2]int{12, daysPerMonth}
	from, to := [2]int{1, 1}, limits
	for i, part := range parts[1:] {
		n, err := number(part, 'X')
		if err != nil || len(part) != 2 || n < 1 || n > limits[i] {
			return 0, 0, notADay(edtf)
		}
		from[i], to[i] = n, n
	}
	return dayOf(early, from), dayOf(late, to), nil
}

func notADay(edtf string) error {
	return fmt.Errorf("%q is no date: write a day like 2010-10-27, a month like 2010-10 or a year like 2010", edtf)
}

// number reads digits, with unknown in the place of each X.
func number(s string, unknown byte) (int, error) {
	s = strings.ReplaceAll(s, "X", string(unknown))
	n, err := strconv.ParseUint(s, 10, 16)
	return int(n), err
}

// dayOf returns the number of a day, given its year and its month and day.
func dayOf(year int, monthAndDay [2]int) Day {
	return Day(year*daysPerYear + (monthAndDay[0]-1)*daysPerMonth + monthAndDay[1] - 1)
}

// Date returns the year, month and day of a day; the year 0 is 1 BC.
func (d Day) Date() (year, month, day int) {
	rest := int(d) - d.year()*daysPerYear
	return d.year(), rest/daysPerMonth + 1, rest%daysPerMonth + 1
}

// year returns the year of a day; 0 is 1 BC.
func (d Day) year() int {
	if d < 0 {
		return (int(d)+1)/daysPerYear - 1
	}
	return int(d) / daysPerYear
}

// span is when a line may lie. An end that is not known is nil.
type span struct{ from, to *Day }

// spanOf returns when a line may lie, from its first and last possible day.
func spanOf(line *annals.Line) span {
	var s span
	if line.When == nil {
		return s
	}
	if first, _, err := ParseDays(line.When.From); err == nil {
		s.from = &first
	}
	if _, last, err := ParseDays(line.When.To); err == nil {
		s.to = &last
	}
	return s
}

// isDated reports whether at least one end is known.
func (s span) isDated() bool { return s.from != nil || s.to != nil }

// overlaps reports whether a line may lie between two days; nil is open.
func (s span) overlaps(from, to *Day) bool {
	if from != nil && s.to != nil && *s.to < *from {
		return false
	}
	return to == nil || s.from == nil || *s.from <= *to
}
