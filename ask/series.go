package ask

import (
	"fmt"

	"annals"
)

// Period is how long the periods of a series are.
type Period string

// The periods of a series.
const (
	ByMonth Period = "month"
	ByYear  Period = "year"
)

// Direction is who acts on whom in a series between A and B.
type Direction string

// The directions. What both do with each other ("Chile and Peru met") has none.
const (
	AToB     Direction = "a-to-b"
	BToA     Direction = "b-to-a"
	Together Direction = "together"
)

// Series is cooperation and conflict between two parties over time.
type Series struct {
	By      Period
	Bins    []Bin   // period after period without gaps, in each the directions in their order
	Undated int     // events between the parties that have no date
	Wide    int     // those whose date does not lie within one period
	Totals  []Total // of each direction
	Total   Tally   // of all bins together
}

// Total is what all periods of a direction hold together.
type Total struct {
	Direction Direction `json:"direction"`
	Tally
}

// Bin is what is told of one period in one direction.
type Bin struct {
	Period    string    `json:"period"` // 1991-05 or 1991
	Direction Direction `json:"direction"`
	Tally
}

// SeriesOf returns the series between two parties, from the first to the last period
// in which something is told to have happened. Events count that one party does to the
// other, or that both do without a third; a query chooses among them. A date counts only if all its days
// lie in one period: "in 1991" is in no month, but an event that another report
// dates more exactly is.
func SeriesOf(told *Told, a, b Party, by Period, q *Query, quad QuadOf) *Series {
	s := &Series{By: by}
	type key struct {
		period    int
		direction Direction
	}
	bins, total := map[key]*tallying{}, newTallying(quad)
	totals := map[Direction]*tallying{AToB: newTallying(quad), BToA: newTallying(quad), Together: newTallying(quad)}
	first, last := 0, -1
	for i := range told.Events {
		e := &told.Events[i]
		direction := eventDirection(e, a, b)
		if direction == "" || !q.MatchEvent(e) {
			continue
		}
		when := e.span()
		switch {
		case !when.isDated():
			s.Undated++
			continue
		case when.from == nil || when.to == nil || by.number(*when.from) != by.number(*when.to):
			s.Wide++
			continue
		}
		n := by.number(*when.from)
		if last < first {
			first, last = n, n
		}
		first, last = min(first, n), max(last, n)
		at := key{n, direction}
		if bins[at] == nil {
			bins[at] = newTallying(quad)
		}
		bins[at].add(e, told.origin)
		totals[direction].add(e, told.origin)
		total.add(e, told.origin)
	}
	for n := first; n <= last; n++ {
		for _, direction := range directions() {
			s.Bins = append(s.Bins, Bin{by.name(n), direction, bins[key{n, direction}].close()})
		}
	}
	for _, direction := range directions() {
		s.Totals = append(s.Totals, Total{direction, totals[direction].close()})
	}
	s.Total = total.close()
	return s
}

// directions returns the directions in their order.
func directions() [3]Direction { return [...]Direction{AToB, BToA, Together} }

// eventDirection returns who acts on whom in an event, as most of its reports tell it, or
// "".
func eventDirection(e *Event, a, b Party) Direction {
	var counts [3]int
	for _, line := range e.Lines {
		direction := directionOf(line, a, b)
		for i, d := range directions() {
			if d == direction {
				counts[i]++
			}
		}
	}
	best, most := Direction(""), 0
	for i, d := range directions() {
		if counts[i] > most {
			best, most = d, counts[i]
		}
	}
	return best
}

// number returns the number of the period of a day; those that follow each other have
// numbers that do.
func (p Period) number(d Day) int {
	if p == ByYear {
		return d.year()
	}
	return 12*d.year() + (int(d)-d.year()*daysPerYear)/daysPerMonth
}

// name is the EDTF date of a period, given its number.
func (p Period) name(n int) string {
	year, month := n, 0
	if p == ByMonth {
		year = (n - (n%12+12)%12) / 12
		month = n - 12*year + 1
	}
	name := fmt.Sprintf("%04d", year)
	if year < 0 {
		name = fmt.Sprintf("-%04d", -year)
	}
	if month > 0 {
		name += fmt.Sprintf("-%02d", month)
	}
	return name
}

// directionOf returns who acts on whom as a line tells it, or "".
func directionOf(line *annals.Line, a, b Party) Direction {
	if line.Kind != annals.Event {
		return ""
	}
	acts, bears := partOf(line.Actor, a, b), partOf(line.Recipient, a, b)
	switch {
	case acts.a && bears.b && !(acts.b && bears.a):
		return AToB
	case acts.b && bears.a && !(acts.a && bears.b):
		return BToA
	case acts.a && acts.b && (len(line.Recipient) == 0 || bears.a || bears.b):
		return Together
	case len(line.Actor) == 0 && bears.a && bears.b: // "relations between the two were restored"
		return Together
	}
	return ""
}

// part says which of two parties are among participants.
type part struct{ a, b bool }

func partOf(all []annals.Participant, a, b Party) part {
	var p part
	for i := range all {
		p.a = p.a || a.is(&all[i])
		p.b = p.b || b.is(&all[i])
	}
	return p
}
