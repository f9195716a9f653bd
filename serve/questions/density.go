package questions

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"annals"
	"annals/ask"
)

// Density is how much happened when, for timelines that are zoomed.
type Density struct {
	Unit    string `json:"unit"` // century, decade, year, month or day
	Bins    []Bin  `json:"bins"` // those in which something lies, in their order
	Undated int    `json:"undated"`
	Total   int    `json:"total"`
}

// Bin counts the entries that begin in a century, decade, year, month or day.
type Bin struct {
	Period      string `json:"period"` // EDTF: 19, 199, 1991, 1991-05, 1991-05-03; 19XX for a century, 199X for a decade
	From        string `json:"from"`   // what to ask for to see the bin alone
	To          string `json:"to"`
	Count       int    `json:"count"`
	Cooperation int    `json:"cooperation"`
	Conflict    int    `json:"conflict"`
}

// Density returns how much of what is asked for happened when, in about a hundred bins at most.
func (d *Desk) Density(ctx context.Context, q *Query) (*Density, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	return d.density(c, c.members(rows)), nil
}

func (d *Desk) density(c *catalogue, all []member) *Density {
	out := &Density{Total: len(all), Bins: []Bin{}}
	quads := d.quads(c)
	counts := make([]Bin, len(c.dates)) // by the date
	for i := range all {
		r := &c.rows[all[i].first]
		if r.placed == none || !c.dates[r.placed].known {
			out.Undated++
			continue
		}
		bin := &counts[r.placed]
		bin.Count++
		bin.Cooperation += quads[r.what].Cooperation
		bin.Conflict += quads[r.what].Conflict
	}
	var order []int
	for i := range counts {
		if counts[i].Count > 0 {
			order = append(order, i)
		}
	}
	if len(order) == 0 {
		return out
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(c.dates[a].first, c.dates[b].first) })
	unit := unitOf(c.dates[order[0]].first, c.dates[order[len(order)-1]].first)
	out.Unit = string(unit)
	for _, i := range order {
		period, from, to := unit.period(c.dates[i].first)
		if n := len(out.Bins); n == 0 || out.Bins[n-1].Period != period {
			out.Bins = append(out.Bins, Bin{Period: period, From: from, To: to})
		}
		bin := &out.Bins[len(out.Bins)-1]
		bin.Count += counts[i].Count
		bin.Cooperation += counts[i].Cooperation
		bin.Conflict += counts[i].Conflict
	}
	return out
}

// quads says of each gist whether it is cooperation or conflict, as a count of 1.
func (d *Desk) quads(c *catalogue) []Bin {
	out := make([]Bin, len(c.whats.values))
	for i, w := range c.whats.values {
		if w.Kind != annals.Event {
			continue
		}
		switch d.quad(w.Name, w.Mode) {
		case "verbal-cooperation", "material-cooperation":
			out[i].Cooperation = 1
		case "verbal-conflict", "material-conflict":
			out[i].Conflict = 1
		}
	}
	return out
}

// orEmpty makes an empty list of a missing one, so that JSON has [] and no null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// unit is how long a bin is.
type unit string

// unitOf returns the unit of which about a hundred lie between two days.
func unitOf(first, last ask.Day) unit {
	y1, m1, d1 := first.Date()
	y2, m2, d2 := last.Date()
	const most = 120
	switch months := (y2-y1)*12 + m2 - m1; {
	case months*31+d2-d1 <= most:
		return "day"
	case months <= most:
		return "month"
	case y2-y1 <= most:
		return "year"
	case y2-y1 <= 10*most:
		return "decade"
	}
	return "century"
}

// period returns the EDTF date of the period of a day, and its ends as a Query says them.
func (u unit) period(day ask.Day) (name, from, to string) {
	y, m, d := day.Date()
	switch u {
	case "day":
		name = year(y) + "-" + two(m) + "-" + two(d)
	case "month":
		name = year(y) + "-" + two(m)
	case "year":
		name = year(y)
	case "decade":
		return years(y, 10, "X")
	default:
		return years(y, 100, "XX")
	}
	return name, name, name
}

// years returns the period of so many years that a year lies in.
func years(y, length int, unknown string) (name, from, to string) {
	start := y - (y%length+length)%length
	from, to = year(start), year(start+length-1)
	if start < 0 {
		return from + "/" + to, from, to
	}
	return from[:len(from)-len(unknown)] + unknown, from, to
}

func year(y int) string {
	sign := ""
	if y < 0 {
		sign, y = "-", -y
	}
	digits := strconv.Itoa(y)
	for len(digits) < 4 {
		digits = "0" + digits
	}
	return sign + digits
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
