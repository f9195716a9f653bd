package merge

import (
	"cmp"
	"slices"
)

// How long before its publication something denied may be, and how long after it something
// planned, where no date is given.
const (
	deniedDays  = 7
	plannedDays = 31
)

// linking finds which events belong together though they are told differently.
type linking struct {
	*Merger
	ids      []string  // of the events
	first    []*report // the fullest report of each event
	happened map[spot][]int32
	links    map[int32][]Link // by event
}

// spot is a country and day under which what happened is looked up.
type spot struct{ country, day int32 }

// link links what is planned, supposed or denied with what happened. The one is no report
// of the other, but who reads of one wants to know of both.
func (m *Merger) link(g *Gathered, reports []report) map[int32][]Link {
	l := &linking{Merger: m, happened: map[spot][]int32{}, links: map[int32][]Link{}}
	for _, events := range g.runs {
		for k := range events {
			l.ids = append(l.ids, g.id(&events[k]))
			l.first = append(l.first, &reports[events[k].kinds[0]])
		}
	}
	l.index()
	for i, r := range l.first {
		if r.told != happened {
			l.link(int32(i), r)
		}
	}
	for _, list := range l.links {
		slices.SortFunc(list, func(a, b Link) int { return cmp.Compare(a.Event, b.Event) })
	}
	return l.links
}

// index finds what happened on the days and in the countries of all that is told otherwise.
func (l *linking) index() {
	for _, r := range l.first {
		if r.told != happened {
			spotsOf(r, func(s spot) { l.happened[s] = nil })
		}
	}
	if len(l.happened) == 0 {
		return
	}
	for i, r := range l.first {
		if r.told != happened || r.exactness() != aDay {
			continue
		}
		for _, country := range r.keys {
			s := spot{country, r.date.from}
			if list, wanted := l.happened[s]; wanted {
				l.happened[s] = append(list, int32(i))
			}
		}
	}
}

// spotsOf calls do for the days and countries under which what happened may stand.
func spotsOf(r *report, do func(spot)) {
	days := linkDays(r)
	if !days.ok || days.days() > 2*plannedDays {
		return
	}
	for _, country := range r.keys {
		for day := days.from; day <= days.to; day++ {
			do(spot{country, day})
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

// link links an event with the one most like it among those that happened.
func (l *linking) link(event int32, r *report) {
	var candidates []int32
	spotsOf(r, func(s spot) { candidates = append(candidates, l.happened[s]...) })
	slices.SortFunc(candidates, func(a, b int32) int { return cmp.Compare(l.ids[a], l.ids[b]) })
	var v, best verdict
	at := int32(-1)
	for _, c := range slices.Compact(candidates) {
		if l.linkable(r, l.first[c], &v) && (at < 0 || v.points > best.points) {
			at = c
			best, v = v, best
		}
	}
	if at < 0 {
		return
	}
	l.links[event] = append(l.links[event], Link{l.ids[at], best.points, best.reasons})
	l.links[at] = append(l.links[at], Link{l.ids[event], best.points, best.reasons})
}

// linkable compares what is planned, supposed or denied with what happened. The type may
// differ where one word tells both: whoever will visit agrees to, and then does.
func (m *Merger) linkable(r, happened *report, v *verdict) bool {
	*v = verdict{reasons: v.reasons[:0]}
	a, b := r.line, happened.line
	sameWord := r.trigger != "" && r.stem == happened.stem
	switch {
	case a.Type == b.Type && m.modesAgree(a.Type, a.Mode, b.Mode):
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
	if !v.places(r, happened) || !m.parties(r, happened, v) || v.points < enough {
		return false
	}
	v.add(FieldType, OtherStatus, 0)
	return true
}
