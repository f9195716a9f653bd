package merge

import (
	"hash/maphash"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"annals"
)

// gathering is an event while its reports are gathered.
type gathering struct {
	reports []int32 // all
	kinds   []int32 // those that differ in what is compared
	date    span    // the days that all dated reports share
	joins   []Join
}

// merging is one run over all reports of a type. Reports of different types never join, so
// that each type has a run of its own, and they can run side by side.
type merging struct {
	*Merger
	reports []report // of all types
	events  []gathering
	index   *index
	equal   map[uint64]int32 // by the hash of what is compared: the event, of reports of a day
	best    verdict          // on the event that fits best
	trial   verdict          // on the event that is tried
	spare   verdict          // on one of its reports
}

// Gathered is what was found out about lines: which of them are reports of one event. It
// takes less room than the events.
type Gathered struct {
	of    func(document string) Document
	lines []*annals.Line   // of the reports
	runs  [][]gathering    // of each type
	links map[int32][]Link // by event, counted through all runs
}

// Gather finds the events that lines of kind event report. of says what is known of a
// document, and may be asked by several goroutines at once. Lines with the same id count once. The
// lines must not change while what was gathered is in use.
func (m *Merger) Gather(lines []annals.Line, of func(document string) Document) *Gathered {
	reports, types := m.read(lines, of)
	g := &Gathered{of: of, lines: make([]*annals.Line, len(reports)), runs: make([][]gathering, len(types))}
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i, members := range types {
		group.Go(func() error {
			run := &merging{Merger: m, reports: reports, index: newIndex(), equal: map[uint64]int32{}}
			order(reports, members)
			for _, at := range members {
				run.take(at)
			}
			g.runs[i] = run.events
			return nil
		})
	}
	_ = group.Wait() // no run fails
	for i := range reports {
		g.lines[i] = reports[i].line
	}
	g.links = m.link(g, reports)
	return g
}

// Events returns the events that lines of kind event report, in the order of their
// dates. of says what is known of a document. Lines with the same id count once.
func (m *Merger) Events(lines []annals.Line, of func(document string) Document) []Event {
	return m.Gather(lines, of).Events()
}

// read makes the lines ready, in parallel, and returns which reports are of one type.
func (m *Merger) read(lines []annals.Line, of func(document string) Document) (reports []report, types [][]int32) {
	seen := make(map[string]bool, len(lines))
	members := make([]*annals.Line, 0, len(lines))
	for i := range lines {
		if line := &lines[i]; line.Kind == annals.Event && !seen[line.ID] {
			seen[line.ID] = true
			members = append(members, line)
		}
	}
	reports = m.ready(members, of)
	numbers, kinds := numbering{}, map[string]int{}
	var countries []string
	for i := range reports {
		r := &reports[i]
		countries = r.countries(countries)
		r.keys = numbers.all(countries)
		kind, known := kinds[r.line.Type]
		if !known {
			kind = len(types)
			kinds[r.line.Type] = kind
			types = append(types, nil)
		}
		types[kind] = append(types[kind], int32(i))
	}
	return reports, types
}

// ready makes reports of lines.
func (m *Merger) ready(lines []*annals.Line, of func(document string) Document) []report {
	const batch = 4096
	seed := maphash.MakeSeed()
	reports := make([]report, len(lines))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for from := 0; from < len(lines); from += batch {
		group.Go(func() error {
			for i := from; i < min(from+batch, len(lines)); i++ {
				reports[i] = m.reportOf(lines[i], of(lines[i].Document))
				reports[i].hash(seed)
			}
			return nil
		})
	}
	_ = group.Wait() // nothing fails
	return reports
}

// numbering numbers the countries, which are compared and looked up by their numbers.
type numbering map[string]int32

// all returns the numbers of countries in their order: a pair has but one.
func (n numbering) all(countries []string) []int32 {
	out := make([]int32, len(countries))
	for i, c := range countries {
		number, known := n[c]
		if !known {
			number = int32(len(n))
			n[c] = number
		}
		out[i] = number
	}
	slices.Sort(out)
	return out
}

// compared is with how many different reports of an event another is compared: the most exact
// ones, which were taken first. Of what the whole world reports hundreds differ a little.
const compared = 24

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
	if len(e.kinds) < compared && !g.known(e, r) {
		e.kinds = append(e.kinds, at)
		g.enter(event, r)
	}
}

// known reports whether an event has a report that agrees with r in all that is compared.
func (g *merging) known(e *gathering, r *report) bool {
	return slices.ContainsFunc(e.kinds, func(k int32) bool {
		return g.reports[k].likeness == r.likeness && (g.reports[k].published == r.published || sameSentence(&g.reports[k], r))
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
	if event, with = g.equalTo(r); event >= 0 {
		return event, with
	}
	var best, second float32
	g.index.find(r, func(candidate int32) {
		member := g.fits(candidate, r)
		switch {
		case member < 0:
		case event < 0 || g.trial.points > best:
			best, second = g.trial.points, best
			event, with = candidate, member
			g.best, g.trial = g.trial, g.best
		default:
			second = max(second, g.trial.points)
		}
	})
	if event >= 0 && best-second < margin {
		return -1, -1
	}
	return event, with
}

// equalTo returns the event with a report of the same day that agrees with r in everything,
// and that report; -1 if there is none. It spares the comparing of copies.
func (g *merging) equalTo(r *report) (event, with int32) {
	event, found := g.equal[r.likeness]
	if !found || r.exactness() != aDay {
		return -1, -1
	}
	for _, k := range g.events[event].kinds {
		if g.reports[k].likeness == r.likeness && g.compare(&g.reports[k], r, &g.best) {
			return event, k
		}
	}
	return -1, -1
}

// fits returns the report of an event that is most like r, -1 if one of the event's
// reports forbids that r is one of them. The reasons are left in g.trial.
func (g *merging) fits(event int32, r *report) int32 {
	e := &g.events[event]
	if e.date.ok && r.date.ok && !e.date.overlap(r.date).ok {
		return -1
	}
	with := int32(-1)
	for _, k := range e.kinds {
		fits := g.compare(&g.reports[k], r, &g.spare)
		if !fits && g.spare.reasons[len(g.spare.reasons)-1].How != NoEvidence {
			return -1
		}
		if fits && (with < 0 || g.spare.points > g.trial.points) {
			with = k
			g.spare, g.trial = g.trial, g.spare
		}
	}
	return with
}
