package ask

import (
	"strings"

	"annals"
)

// days is a stretch from one day to another, both known.
type days struct{ first, last Day }

// extent is when a state held, as one line tells it. What the line leaves open is nil.
type extent struct {
	begin *days // the day on which it began lies here
	end   *days // the day on which it ended lies here
	told  *days // it held on some day of these
	edtf  string
}

// isDated reports whether a line fixes any day.
func (e *extent) isDated() bool { return e.begin != nil || e.end != nil || e.told != nil }

// extentOf reads the date of a state. An interval ("1991/1996", "2004/..") tells the
// beginning and the end; any other date tells a day, a month or a year in which the
// state held.
func extentOf(when *annals.When) extent {
	if when == nil {
		return extent{}
	}
	e := extent{edtf: when.EDTF}
	if from, to, is := strings.Cut(when.EDTF, "/"); is {
		e.begin, e.end = daysOf(from), daysOf(to)
		if e.isDated() {
			return e
		}
	}
	from, to := daysOf(when.From), daysOf(when.To)
	switch {
	case from != nil && to != nil:
		e.told = &days{from.first, to.last}
	case from != nil:
		e.begin = from
	case to != nil:
		e.end = to
	}
	return e
}

// daysOf returns the days of an EDTF date, or nil for none.
func daysOf(edtf string) *days {
	first, last, err := ParseDays(edtf)
	if err != nil {
		return nil
	}
	return &days{first, last}
}

// start is when an extent is first known to have begun, or nil.
func (e *extent) start() *days {
	if e.begin != nil {
		return e.begin
	}
	return e.told
}

// when is the date of a line in a few words: EDTF, or what stands in its place.
func whenOf(line *annals.Line) string {
	if line.When == nil || line.When.EDTF == "" {
		return "no date"
	}
	return line.When.EDTF
}
