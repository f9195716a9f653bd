package merge

import "slices"

// How long before its publication something denied may be, and how long after it something
// planned, where no date is given.
const (
	deniedDays  = 7
	plannedDays = 31
)

// place and day under which what happened is looked up for a link.
type spot struct{ key, day int32 }

// link finds for what is planned, supposed or denied the event that happened. They are no
// reports of it, but who reads of one wants to know of the other.
func (g *merging) link(out []Event) {
	spots := map[spot][]int32{}
	for i := range g.events {
		if r := g.first(int32(i)); r.told != happened {
			g.spotsOf(r, func(s spot) { spots[s] = nil })
		}
	}
	if len(spots) == 0 {
		return
	}
	for i := range g.events {
		e := &g.events[i]
		if g.first(int32(i)).told != happened || !e.date.ok || e.date.days() > 1 {
			continue
		}
		for _, k := range g.first(int32(i)).keys(nil) {
			s := spot{g.index.name(k), e.date.from}
			if list, wanted := spots[s]; wanted {
				spots[s] = append(list, int32(i))
			}
		}
	}
	for i := range g.events {
		if r := g.first(int32(i)); r.told != happened {
			g.linkOne(out, int32(i), r, spots)
		}
	}
}

// first returns the fullest report of an event.
func (g *merging) first(event int32) *report { return &g.reports[g.events[event].kinds[0]] }

// spotsOf calls do for the days and keys under which what happened may stand.
func (g *merging) spotsOf(r *report, do func(spot)) {
	days := linkDays(r)
	if !days.ok || days.days() > 2*plannedDays {
		return
	}
	for _, k := range r.keys(nil) {
		for day := days.from; day <= days.to; day++ {
			do(spot{g.index.name(k), day})
		}
	}
}

func linkDays(r *report) span {
	switch {
	case r.date.ok:
		return r.date
	case r.dated && r.told == denied:
		return span{r.published - deniedDays, r.published, true}
	case r.dated:
		return span{r.published, r.published + plannedDays, true}
	}
	return span{}
}

// linkOne links an event with the one most like it among those that happened.
func (g *merging) linkOne(out []Event, event int32, r *report, spots map[spot][]int32) {
	var candidates []int32
	g.spotsOf(r, func(s spot) { candidates = append(candidates, spots[s]...) })
	slices.Sort(candidates)
	var v, best verdict
	at := int32(-1)
	for _, c := range slices.Compact(candidates) {
		if g.linkable(r, g.first(c), &v) && (at < 0 || v.points > best.points) {
			at = c
			best, v = v, best
		}
	}
	if at < 0 {
		return
	}
	out[event].Links = append(out[event].Links, Link{out[at].ID, best.points, slices.Clone(best.reasons)})
	out[at].Links = append(out[at].Links, Link{out[event].ID, best.points, slices.Clone(best.reasons)})
}

// linkable compares what is planned, supposed or denied with what happened. The type may
// differ where one word tells both: whoever will visit agrees to, and then does.
func (g *merging) linkable(r, happened *report, v *verdict) bool {
	*v = verdict{reasons: v.reasons[:0]}
	a, b := r.line, happened.line
	sameWord := r.trigger != "" && stem(r.trigger) == stem(happened.trigger)
	switch {
	case a.Type == b.Type && g.modesAgree(a.Type, a.Mode, b.Mode):
		v.add(FieldType, SameValue, 0)
	case sameWord:
		v.add(FieldTrigger, SameWord, 0)
	default:
		return false
	}
	switch days := linkDays(r); {
	case !days.overlap(happened.date).ok:
		return false
	case r.date.ok && r.date == happened.date:
		v.add(FieldDate, SameDay, pointsDay)
	default:
		v.add(FieldDate, WithinDates, pointsWithin)
	}
	if !v.places(r, happened) || !g.parties(r, happened, v) || v.points < enough {
		return false
	}
	v.add(FieldType, OtherStatus, 0)
	return true
}
