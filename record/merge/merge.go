package merge

import (
	"hash/maphash"
	"slices"

	"annals"
)

// gathering is an event while its reports are gathered.
type gathering struct {
	reports []int32 // all
	kinds   []int32 // those that differ in what is compared
	date    span    // the days that all dated reports share
	joins   []Join
}

// merging is one run over all reports.
type merging struct {
	*Merger
	reports []report
	events  []gathering
	index   *index
	equal   map[uint64]int32 // by the hash of what is compared: the event, of reports of a day
	trial   verdict
	best    verdict
}

// Events returns the events that lines of kind event report, in the order of their
// dates. of says what is known of a document. Lines with the same id count once.
func (m *Merger) Events(lines []annals.Line, of func(document string) Document) []Event {
	g := &merging{Merger: m, equal: map[uint64]int32{}}
	g.read(lines, of)
	g.index = newIndex(len(g.reports))
	for _, at := range order(g.reports) {
		g.take(at)
	}
	return g.finish(of)
}

// read makes the lines ready.
func (g *merging) read(lines []annals.Line, of func(document string) Document) {
	seed := maphash.MakeSeed()
	seen := make(map[string]bool, len(lines))
	g.reports = make([]report, 0, len(lines))
	for i := range lines {
		line := &lines[i]
		if line.Kind != annals.Event || seen[line.ID] {
			continue
		}
		seen[line.ID] = true
		r := g.reportOf(line, of(line.Document))
		r.hash(seed)
		g.reports = append(g.reports, r)
	}
}

// take puts a report to the event that it tells of, or makes a new one.
func (g *merging) take(at int32) {
	r := &g.reports[at]
	event, with := g.eventOf(r)
	if event < 0 {
		g.found(at)
		return
	}
	e := &g.events[event]
	e.reports = append(e.reports, at)
	e.joins = append(e.joins, Join{
		Line: r.line.ID, With: g.reports[with].line.ID,
		Points: g.best.points, Reasons: slices.Clone(g.best.reasons),
	})
	if r.date.ok && e.date.ok {
		e.date = e.date.overlap(r.date)
	} else if r.date.ok {
		e.date = r.date
	}
	if !g.known(e, r) {
		e.kinds = append(e.kinds, at)
		g.enter(event, r)
	}
}

// known reports whether an event has a report that agrees with r in all that is compared.
func (g *merging) known(e *gathering, r *report) bool {
	return slices.ContainsFunc(e.kinds, func(k int32) bool {
		return g.reports[k].likeness == r.likeness && g.reports[k].published == r.published
	})
}

// found makes a new event of a report.
func (g *merging) found(at int32) {
	r := &g.reports[at]
	event := int32(len(g.events))
	g.events = append(g.events, gathering{reports: []int32{at}, kinds: []int32{at}, date: r.date})
	g.index.seen = append(g.index.seen, 0)
	g.enter(event, r)
}

func (g *merging) enter(event int32, r *report) {
	g.index.put(event, r)
	if _, taken := g.equal[r.likeness]; r.exactness() == aDay && !taken {
		g.equal[r.likeness] = event
	}
}

// eventOf returns the event that a report tells of and the report of it that is most like
// it, -1 if there is none or more than one as likely. The reasons are left in g.best.
func (g *merging) eventOf(r *report) (event, with int32) {
	if at, found := g.equal[r.likeness]; found && r.exactness() == aDay {
		first := g.events[at].kinds[0]
		for _, k := range g.events[at].kinds {
			if g.reports[k].likeness == r.likeness {
				first = k
			}
		}
		if g.compare(&g.reports[first], r, &g.best) {
			return at, first
		}
	}
	event, with = -1, -1
	var best, second float32
	g.index.find(r, func(candidate int32) {
		member := g.fits(candidate, r)
		switch {
		case member < 0:
		case event < 0 || g.trial.points > best:
			best, second = g.trial.points, best
			event, with = candidate, member
			g.best.points = best
			g.best.reasons = append(g.best.reasons[:0], g.trial.reasons...)
		default:
			second = max(second, g.trial.points)
		}
	})
	if event >= 0 && best-second < margin {
		return -1, -1
	}
	return event, with
}

// fits returns the report of an event that is most like r, -1 if one of the event's
// reports forbids that r is one of them. The reasons are left in g.trial.
func (g *merging) fits(event int32, r *report) int32 {
	e := &g.events[event]
	if e.date.ok && r.date.ok && !e.date.overlap(r.date).ok {
		return -1
	}
	var v, best verdict
	with := int32(-1)
	for _, k := range e.kinds {
		fits := g.compare(&g.reports[k], r, &v)
		if !fits && v.reasons[len(v.reasons)-1].How != NoEvidence {
			return -1
		}
		if fits && (with < 0 || v.points > best.points) {
			with = k
			best, v = v, best
		}
	}
	g.trial = best
	return with
}
