package questions

import (
	"cmp"
	"context"
	"maps"
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
	return d.density(c, c.entries(rows)), nil
}

func (d *Desk) density(c *catalogue, all []member) *Density {
	out := &Density{Total: len(all), Bins: []Bin{}}
	days := c.days()
	counts := map[ask.Day]*Bin{} // by the first day
	for i := range all {
		r := &c.rows[all[i].first]
		if r.placed == none || !days[r.placed].known {
			out.Undated++
			continue
		}
		day := days[r.placed].first
		if counts[day] == nil {
			counts[day] = &Bin{}
		}
		d.count(counts[day], &c.whats.values[r.what])
	}
	if len(counts) == 0 {
		return out
	}
	order := slices.Sorted(maps.Keys(counts))
	unit := unitOf(order[0], order[len(order)-1])
	out.Unit = string(unit)
	for _, day := range order {
		period, from, to := unit.period(day)
		if n := len(out.Bins); n == 0 || out.Bins[n-1].Period != period {
			out.Bins = append(out.Bins, Bin{Period: period, From: from, To: to})
		}
		bin := &out.Bins[len(out.Bins)-1]
		bin.Count += counts[day].Count
		bin.Cooperation += counts[day].Cooperation
		bin.Conflict += counts[day].Conflict
	}
	return out
}

// count counts an entry.
func (d *Desk) count(bin *Bin, w *gist) {
	bin.Count++
	if w.kind != annals.Event {
		return
	}
	switch d.quad(w.name, w.mode) {
	case "verbal-cooperation", "material-cooperation":
		bin.Cooperation++
	case "verbal-conflict", "material-conflict":
		bin.Conflict++
	}
}

// firstDay is the first day of a date, or the last where only that is known.
type firstDay struct {
	first ask.Day
	known bool
}

// days returns the first day of each date.
func (c *catalogue) days() []firstDay {
	out := make([]firstDay, len(c.whens.values))
	for i, w := range c.whens.values {
		first, _, err := ask.ParseDays(cmp.Or(w.From, w.To))
		out[i] = firstDay{first, err == nil}
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
