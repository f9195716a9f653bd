package sqlite

import (
	"annals"
	"annals/record"
	"annals/record/merge"
)

// tally counts events by pair of countries; under two empty strings stand all.
type tally map[[2]string]*count

type count struct {
	events, others int
	cells          map[cell][2]int // events and reports
}

func newCount() *count { return &count{cells: map[cell][2]int{}} }

type cell struct{ month, kind string }

// happening is what is counted of an event.
type happening struct {
	kind, month string
	reports     int
	isFact      bool
}

// add counts an event among all and among those of pairs.
func (t tally) add(h happening, pairs [][2]string) {
	t.addTo([2]string{}, h)
	for _, pair := range pairs {
		t.addTo(pair, h)
	}
}

// addAlone counts an event of a single report.
func (t tally) addAlone(e *merge.Alone) {
	countries := make([]string, 0, 4)
	for _, side := range [][]annals.Participant{e.Line.Actor, e.Line.Recipient} {
		for i := range side {
			countries = append(countries, side[i].Country)
		}
	}
	isFact := e.Line.Status == annals.Actual && !e.Denied
	t.add(happening{e.Line.Type, record.MonthOf(e.From, e.To), 1, isFact}, record.PairsAmong(countries))
}

func (t tally) addTo(pair [2]string, h happening) {
	c := t[pair]
	if c == nil {
		c = newCount()
		t[pair] = c
	}
	if !h.isFact {
		c.others++
		return
	}
	c.events++
	at := cell{h.month, h.kind}
	counted := c.cells[at]
	c.cells[at] = [2]int{counted[0] + 1, counted[1] + h.reports}
}

// overviews returns what was counted.
func (t tally) overviews() map[[2]string]*record.Overview {
	out := make(map[[2]string]*record.Overview, len(t))
	var pairs []record.Pair
	for pair, c := range t {
		o := &record.Overview{Events: c.events, Others: c.others}
		for at, counted := range c.cells {
			o.Counts = append(o.Counts, record.Count{Month: at.month, Type: at.kind, Events: counted[0], Reports: counted[1]})
		}
		record.SortCounts(o.Counts)
		out[pair] = o
		if pair[0] != "" && c.events > 0 {
			pairs = append(pairs, record.Pair{A: pair[0], B: pair[1], Events: c.events})
		}
	}
	if all := out[[2]string{}]; all != nil {
		all.Pairs = record.SortPairs(pairs)
	}
	return out
}
