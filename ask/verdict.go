package ask

import (
	"fmt"
	"strings"
)

// verdict says whether a state held on a day, and how certain that is.
type verdict struct {
	holds, certain bool
	why            string
	from           *telling // the line that it is counted from
	end            *ending  // what ended it, or may have
}

// at judges whether a state held on a day.
func (t *tenure) at(on Day) verdict {
	if v := t.toldOf(on); v.holds {
		return v
	}
	from := t.lastBefore(on)
	if from == nil {
		return t.withoutStart(on)
	}
	since := "since " + strings.TrimSuffix(from.edtf, "/..")
	if from.begin == nil {
		since = "told of " + from.edtf
	}
	if from.end != nil { // an interval whose beginning the day lies behind
		return verdict{}
	}
	if t.state == "office" && from.start().last+longestOffice < on {
		return verdict{} // nobody tells an end, but nobody lives that long
	}
	ended, later, maybe := t.endBehind(from, on)
	v := verdict{holds: true, from: from}
	switch {
	case ended != nil && ended.days.last < on:
		return verdict{}
	case ended != nil:
		v.end, v.why = ended, fmt.Sprintf("%s; it ended %s: %s", since, ended.days.inWhich(), ended.how)
	case from.start().last > on:
		v.why = fmt.Sprintf("%s: this day may lie before it", since)
	case maybe != nil:
		v.end, v.why = maybe, fmt.Sprintf("%s; it may have ended: %s", since, maybe.how)
	case later != nil:
		v.end, v.certain, v.why = later, true, fmt.Sprintf("%s; %s later", since, later.how)
	default:
		v.why = since + "; no end is told"
	}
	return v
}

// longestOffice is longer than anybody has held an office: Louis XIV reigned for 72
// years.
const longestOffice = 73 * daysPerYear

// toldOf judges by lines whose own date holds the day: an interval with two ends, or
// the day itself.
func (t *tenure) toldOf(on Day) verdict {
	for i := range t.told {
		told := &t.told[i]
		switch {
		case told.told != nil && told.told.first == on && told.told.last == on:
			return verdict{holds: true, certain: true, why: "told of this day", from: told}
		case told.begin != nil && told.end != nil && told.begin.last <= on && on <= told.end.first:
			return verdict{holds: true, certain: true, why: "told of all these days: " + told.edtf, from: told}
		case told.begin != nil && told.end != nil && told.begin.first <= on && on <= told.end.last:
			return verdict{holds: true, why: "the day lies at the edge of " + told.edtf, from: told}
		}
	}
	return verdict{}
}

// lastBefore returns the last line whose beginning may lie on the day or before it.
// A line that tells an end before the day is none.
func (t *tenure) lastBefore(on Day) *telling {
	var last *telling
	for i := range t.told {
		told := &t.told[i]
		if start := told.start(); start != nil && start.first <= on {
			last = told
		}
	}
	return last
}

// endBehind returns the first sure end behind a beginning and up to the day; the first
// sure end behind the day; and what may have ended it before.
func (t *tenure) endBehind(from *telling, on Day) (ended, later, maybe *ending) {
	first := from.start().first
	for i := range t.ends {
		e := &t.ends[i]
		switch {
		case e.days == nil:
			maybe = e
		case e.days.last < first:
		case !e.sure:
			if e.days.first <= on && (maybe == nil || maybe.days != nil && e.days.first < maybe.days.first) {
				maybe = e
			}
		case e.days.first > on:
			if !e.isSuccession(t) && (later == nil || e.days.first < later.days.first) {
				later = e
			}
		case ended == nil || e.days.last < ended.days.last:
			ended = e
		}
	}
	return ended, later, maybe
}

// isSuccession reports whether an end is only that somebody else is told of later:
// when the one left is not known then.
func (e *ending) isSuccession(t *tenure) bool { return e.line.Type == t.state }

// withoutStart judges a state whose beginning nobody tells.
func (t *tenure) withoutStart(on Day) verdict {
	for i := range t.told {
		told := &t.told[i]
		if told.begin == nil && told.told == nil && told.end != nil && on <= told.end.last {
			return verdict{holds: true, why: "until " + told.edtf + "; no beginning is told", from: told}
		}
	}
	for i := range t.told {
		if t.told[i].isDated() {
			return verdict{}
		}
	}
	for i := range t.ends {
		if e := &t.ends[i]; e.days != nil && e.days.last < on && e.sure {
			return verdict{}
		}
	}
	why := "no date is given"
	if said := saidOn(t.told[0].line); said != "" {
		why += "; said on " + said
	}
	return verdict{holds: true, why: why}
}

// inWhich says in words that a day is one of these.
func (d *days) inWhich() string {
	if d.first == d.last {
		return "on this day"
	}
	return "in the course of these days"
}
