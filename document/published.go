package document

import (
	"strings"
	"time"
)

// edtfDay returns a date of publication, as the web and people write it, as an
// EDTF day, month or year; "" stays "". The day is that of the time zone in
// which it was written. It reports whether it understood the date.
func edtfDay(s string) (string, bool) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", true
	}
	if day, ok := isoDay(s); ok {
		return day, true
	}
	for _, layout := range []string{
		time.RFC1123, time.RFC1123Z, time.RFC850, time.ANSIC, time.UnixDate,
		"2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006",
		"Monday, 2 January 2006", "Monday, January 2, 2006", "Mon, 2 Jan 2006",
	} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	if t, err := time.Parse("January 2006", s); err == nil {
		return t.Format("2006-01"), true
	}
	return "", false
}

// isoDay understands ISO 8601: a year, a month, a day, or a day with a time of
// day, which is cut off; with hyphens, slashes, or neither.
func isoDay(s string) (string, bool) {
	if day, _, found := strings.Cut(s, "T"); found {
		s = day
	} else if day, _, found := strings.Cut(s, " "); found {
		s = day
	}
	for _, l := range []struct{ from, to string }{
		{"2006-01-02", time.DateOnly},
		{"2006/01/02", time.DateOnly},
		{"20060102", time.DateOnly},
		{"2006-01-02Z07:00", time.DateOnly},
		{"2006-01", "2006-01"},
		{"2006", "2006"},
	} {
		if t, err := time.Parse(l.from, s); err == nil {
			return t.Format(l.to), true
		}
	}
	return "", false
}
