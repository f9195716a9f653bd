package ask

import (
	"fmt"
	"strings"

	"annals/record/actors"
)

// verdict says whether a state held on a day, and how certain that is.
type verdict struct {
	holds, certain bool
	undated        bool // nothing says when
	why            string
	from           *telling // the line that it is counted from
	end            *ending  // what ended it, or may have
}

// at judges whether a state held on a day. term is how long an office is taken to be held after
// it was told of.
func (t *tenure) at(on, term Day) verdict {
	if v := t.toldOf(on); v.holds {
		return v
	}
	from := t.lastBefore(on)
	if from == nil {
		return t.withoutStart(on)
	}
	begun := t.begun(from)
	since := sinceWhen(begun, from)
	if from.end != nil { // an interval whose beginning the day lies behind
		return verdict{}
	}
	if t.state == "office" && from.start().last+term < on {
		return verdict{} // nobody tells an end, but nobody tells of it any more either
	}
	ended, later, maybe := t.endBehind(from, on)
	v := verdict{holds: true, from: begun}
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

// begun returns the line that tells the beginning of what was told again later, or if none
// does the later line itself.
func (t *tenure) begun(again *telling) *telling {
	if again.begin != nil {
		return again
	}
	for i := range t.told {
		told := &t.told[i]
		if told == again {
			break
		}
		if told.begin != nil && told.end == nil && !t.endedBetween(told.begin, again.start()) {
			return told
		}
	}
	return again
}

// endedBetween reports whether something ended the state for sure between two days.
func (t *tenure) endedBetween(from, to *days) bool {
	for i := range t.ends {
		if e := &t.ends[i]; e.sure && e.days != nil && e.days.last >= from.first && e.days.first <= to.last {
			return true
		}
	}
	return false
}

// sinceWhen says since when a state is told to have held.
func sinceWhen(begun, again *telling) string {
	if begun.begin == nil {
		return "told of " + begun.edtf
	}
	since := "since " + strings.TrimSuffix(begun.edtf, "/..")
	if again.start().first > begun.begin.last {
		since += ", told again of " + again.edtf
	}
	return since
}

// longestGap is how long an office is taken to be held between two days on which its
// holder was seen in it, and nobody else in between (as record/actors takes it).
const longestGap = 8 * daysPerYear

// seenAround calls an office certain whose holder was seen in it before and behind the
// day, and nobody else in between.
func (k *Knowledge) seenAround(t *tenure, v *verdict, learned []actors.Tenure, on Day) {
	if v.certain || v.end != nil || t.state != "office" || len(t.keys) != 1 {
		return
	}
	office := k.posts.Named(t.holders[0].Role)
	before := t.lastBefore(on)
	if office == "" || before == nil {
		return
	}
	for i := range learned {
		l := &learned[i]
		from, to := daysOf(l.From), daysOf(l.To)
		if l.Person != t.keys[0] || l.Office != office || from == nil || to == nil || from.first > on || to.first < on {
			continue
		}
		for j := range t.told {
			after := &t.told[j]
			if start := after.start(); start != nil && start.first > on && start.first-before.start().first <= longestGap {
				v.certain = true
				v.why = "told of " + before.edtf + " and again of " + after.edtf + "; nobody else is told of in between"
				return
			}
		}
	}
}

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
	return verdict{holds: true, undated: true, why: why}
}

// inWhich says in words that a day is one of these.
func (d *days) inWhich() string {
	if d.first == d.last {
		return "on this day"
	}
	return "in the course of these days"
}
