package merge

import (
	"strconv"
	"strings"

	"annals"
)

// span is a range of days, both included, counted from 1 January 1970. A span
// without days (ok false) is unknown.
type span struct {
	from, to int32
	ok       bool
}

func (s span) days() int32 { return s.to - s.from + 1 }

// overlap returns the days that two spans share.
func (s span) overlap(t span) span {
	both := span{max(s.from, t.from), min(s.to, t.to), true}
	both.ok = s.ok && t.ok && both.from <= both.to
	return both
}

// spanOf returns the possible days of a date.
func spanOf(w *annals.When) span {
	if w == nil {
		return span{}
	}
	from, okFrom := dayOf(w.From)
	to, okTo := dayOf(w.To)
	return span{from, to, okFrom && okTo && from <= to}
}

// published returns the last possible day of an EDTF date of publication, which may
// be a day, month or year.
func published(edtf string) (int32, bool) {
	switch len(edtf) {
	case len("2006"):
		edtf += "-12-31"
	case len("2006-01"):
		edtf += "-28"
	}
	return dayOf(edtf)
}

// dayOf returns the number of a day written YYYY-MM-DD, in the proleptic Gregorian
// calendar; the year may have a sign.
func dayOf(text string) (int32, bool) {
	digits := strings.TrimPrefix(text, "-")
	if len(digits) < len("2006-01-02") {
		return 0, false
	}
	cut := len(digits) - len("-01-02")
	year, errYear := strconv.Atoi(digits[:cut])
	month, errMonth := strconv.Atoi(digits[cut+1 : cut+3])
	day, errDay := strconv.Atoi(digits[cut+4:])
	if errYear != nil || errMonth != nil || errDay != nil || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31 {
		return 0, false
	}
	if len(digits) != len(text) {
		year = -year
	}
	return civil(year, month, day), true
}

// civil counts days from 1 January 1970 (Howard Hinnant, "chrono-compatible low-level
// date algorithms", days_from_civil): years begin in March, so that the leap day
// is their last.
func civil(year, month, day int) int32 {
	if month <= 2 {
		year--
		month += 12
	}
	era := year / 400
	if year < 0 {
		era = (year - 399) / 400
	}
	ofEra := year - era*400
	ofYear := (153*(month-3)+2)/5 + day - 1
	return int32(era*146097 + ofEra*365 + ofEra/4 - ofEra/100 + ofYear - 719468)
}
