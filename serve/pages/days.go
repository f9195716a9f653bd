package pages

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"annals/ask"
)

// days is a stretch of time from its first day to its last.
type days struct{ from, to time.Time }

// readDay reads YYYY-MM-DD, with a minus sign for years before 1 BC.
func readDay(text string) (time.Time, bool) {
	rest, early := strings.CutPrefix(text, "-")
	t, err := time.Parse(time.DateOnly, rest)
	if err == nil && early {
		t = date(-t.Year(), t.Month(), t.Day())
	}
	return t, err == nil
}

func date(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// writeDay writes a day as readDay reads it.
func writeDay(t time.Time) string {
	if year := t.Year(); year < 0 {
		return "-" + date(-year, t.Month(), t.Day()).Format(time.DateOnly)
	}
	return t.Format(time.DateOnly)
}

// readDays returns the days that a date may be, of which one end may be missing.
func readDays(from, to string) (d days, hasFrom, hasTo bool) {
	d.from, hasFrom = readDay(from)
	d.to, hasTo = readDay(to)
	return d, hasFrom, hasTo
}

// dateName says in words which days a date may be: "4 May 1991", "May 1991", "1991", "the
// 1990s", "3–9 May 1991", "since 1991". An EDTF qualifier is said too. Without any day it
// returns "".
func dateName(edtf, from, to string) string {
	d, hasFrom, hasTo := readDays(from, to)
	var name string
	switch {
	case hasFrom && hasTo:
		name = d.String()
	case hasFrom:
		name = "since " + days{d.from, d.from}.String()
	case hasTo:
		name = "until " + days{d.to, d.to}.String()
	default:
		return ""
	}
	if strings.ContainsAny(edtf, "~%") {
		name = "about " + name
	}
	if strings.ContainsAny(edtf, "?%") {
		name += " (?)"
	}
	return name
}

// String says the stretch in the fewest words that are exact.
func (d days) String() string {
	switch from, to := d.from, d.to; {
	case from.Equal(to):
		return dayName(from)
	case from.Day() == 1 && to.Equal(from.AddDate(0, 1, -1)):
		return from.Month().String() + " " + yearName(from.Year())
	case isYearStart(from) && to.Equal(from.AddDate(1, 0, -1)):
		return yearName(from.Year())
	case isYearStart(from) && from.Year() > 0 && from.Year()%10 == 0 && to.Equal(from.AddDate(10, 0, -1)):
		return fmt.Sprintf("the %ds", from.Year())
	case isYearStart(from) && from.Year() > 0 && from.Year()%100 == 1 && to.Equal(from.AddDate(100, 0, -1)):
		return "the " + ordinal(from.Year()/100+1) + " century"
	case isYearStart(from) && isYearStart(to.AddDate(0, 0, 1)):
		return yearName(from.Year()) + "–" + yearName(to.Year())
	case from.Year() == to.Year() && from.Month() == to.Month():
		return fmt.Sprintf("%d–%s", from.Day(), dayName(to))
	}
	return dayName(d.from) + " – " + dayName(d.to)
}

func isYearStart(t time.Time) bool { return t.Month() == time.January && t.Day() == 1 }

func dayName(t time.Time) string {
	return fmt.Sprintf("%d %s %s", t.Day(), t.Month(), yearName(t.Year()))
}

// yearName names a year; the year 0 is 1 BC.
func yearName(year int) string {
	if year < 1 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(year)
}

func ordinal(n int) string {
	suffix := "th"
	switch {
	case n%100 >= 11 && n%100 <= 13:
	case n%10 == 1:
		suffix = "st"
	case n%10 == 2:
		suffix = "nd"
	case n%10 == 3:
		suffix = "rd"
	}
	return strconv.Itoa(n) + suffix
}

// boundsOf returns the first and the last day of a day, month or year of a query.
func boundsOf(text string) (first, last time.Time, ok bool) {
	from, to, err := ask.ParseDays(text)
	if text == "" || err != nil {
		return first, last, false
	}
	y, m, d := from.Date()
	first = date(y, time.Month(m), d)
	y, m, d = to.Date()
	end := date(y, time.Month(m)+1, 0) // the last day of the month, which ask.Day leaves open
	return first, date(y, time.Month(m), min(d, end.Day())), true
}

// edtfName says an EDTF date in words: a day, month or year, or what lies between two, of
// which one may be open. What it can't say stays as it is.
func edtfName(edtf string) string {
	from, to, isInterval := strings.Cut(edtf, "/")
	if !isInterval {
		to = from
	}
	first, _, hasFrom := boundsOf(from)
	_, last, hasTo := boundsOf(to)
	switch {
	case hasFrom && hasTo:
		return dateName(strings.Trim(edtf, "/."), writeDay(first), writeDay(last))
	case hasFrom:
		return "since " + edtfName(from)
	case hasTo:
		return "until " + edtfName(to)
	}
	return edtf
}
