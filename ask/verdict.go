package ask

import "fmt"

// verdict says whether a state held on a day, and how certain that is.
type verdict struct {
	holds, certain bool
	why            string
	from           *telling // the line that it is counted from
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
	end, after, maybe := t.endBehind(from, on)
	since := fmt.Sprintf("since %s", from.edtf)
	if from.begin == nil {
		since = fmt.Sprintf("told of %s", from.edtf)
	}
	begun := from.start().last <= on
	switch {
	case end != nil && end.last < on:
		return verdict{}
	case end != nil:
		return verdict{true, false, fmt.Sprintf("%s; it ended %s: %s", since, end.inWhich(), after), from}
	case !begun:
		return verdict{true, false, fmt.Sprintf("%s: this day may lie before it", since), from}
	case maybe != "":
		return verdict{true, false, fmt.Sprintf("%s; it may have ended: %s", since, maybe), from}
	case after != "":
		return verdict{true, true, fmt.Sprintf("%s; %s later", since, after), from}
	}
	return verdict{true, false, since + "; no end is told", from}
}

// toldOf judges by lines whose own date holds the day: an interval with two ends, or
// the day itself.
func (t *tenure) toldOf(on Day) verdict {
	for i := range t.told {
		told := &t.told[i]
		switch {
		case told.told != nil && told.told.first == on && told.told.last == on:
			return verdict{true, true, "told of this day", told}
		case told.begin != nil && told.end != nil && told.begin.last <= on && on <= told.end.first:
			return verdict{true, true, "told of all these days: " + told.edtf, told}
		case told.begin != nil && told.end != nil && told.begin.first <= on && on <= told.end.last:
			return verdict{true, false, "the day lies at the edge of " + told.edtf, told}
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

// endBehind returns the first sure end behind a beginning and up to the day, as days; or
// in words what ended it later; or in words what may have ended it before.
func (t *tenure) endBehind(from *telling, on Day) (end *days, after, maybe string) {
	if from.end != nil {
		return from.end, from.edtf, ""
	}
	first := from.start().first
	for i := range t.ends {
		e := &t.ends[i]
		switch {
		case e.days == nil:
			maybe = e.how
		case e.days.last < first:
		case !e.sure && e.days.first <= on:
			maybe = e.how
		case e.days.first > on:
			if e.sure && after == "" && !e.isSuccession(t) {
				after = e.how
			}
		case end == nil || e.days.last < end.last:
			end, after = e.days, e.how
		}
	}
	return end, after, maybe
}

// isSuccession reports whether an end is only that somebody else is told of later:
// when the one left is not known then.
func (e *ending) isSuccession(t *tenure) bool { return e.line.Type == t.state }

// withoutStart judges a state whose beginning nobody tells.
func (t *tenure) withoutStart(on Day) verdict {
	for i := range t.told {
		told := &t.told[i]
		if told.begin == nil && told.told == nil && told.end != nil && on <= told.end.last {
			return verdict{true, false, "until " + told.edtf + "; no beginning is told", told}
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
	return verdict{true, false, "no date is given", nil}
}

// inWhich says in words that a day is one of these.
func (d *days) inWhich() string {
	if d.first == d.last {
		return "on this day"
	}
	return "in the course of these days"
}
