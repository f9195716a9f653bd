package questions

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// placing is where a date stands in a timeline.
type placing struct {
	rank    int32   // of two dates the later one has the greater
	heading string  // the year, or what stands in its place
	first   ask.Day // the first possible day, or the last where only that is known
	known   bool    // whether there is such a day
}

// arrange puts the rows in order of time, as a timeline has them: package ask says how
// their dates follow each other, which are far fewer than the rows.
func (c *catalogue) arrange() {
	undated := c.place()
	rankOf := func(r *row) int32 {
		if r.placed == none {
			return undated
		}
		return c.dates[r.placed].rank
	}
	order := make([]int32, len(c.rows))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(rankOf(&c.rows[a]), rankOf(&c.rows[b])) })
	rows, places := make([]row, len(order)), make([]int32, len(order))
	for at, i := range order {
		rows[at] = c.rows[i]
		rows[at].added = i
		places[i] = int32(at)
	}
	for i := range c.events {
		for n, row := range c.events[i].Rows {
			c.events[i].Rows[n] = places[row]
		}
	}
	c.rows = rows
	c.index()
}

// index finds the rows in the order in which they were added, those of each document, and
// the events by their ids.
func (c *catalogue) index() {
	c.added = make([]int32, len(c.rows))
	c.firsts = make([]int32, len(c.kept)+1)
	for i := range c.rows {
		c.added[c.rows[i].added] = int32(i)
		c.firsts[c.rows[i].document+1]++
		if c.rows[i].event == none && c.whats.values[c.rows[i].what].Kind == annals.Event {
			c.happened++
		}
	}
	c.happened += len(c.events)
	for i := range c.kept {
		c.firsts[i+1] += c.firsts[i]
	}
	for i := range c.events {
		c.eventNumbers[c.events[i].ID] = int32(i)
	}
}

// place finds where each date stands in a timeline, and returns the rank of what has none.
func (c *catalogue) place() (undated int32) {
	lines := make([]annals.Line, len(c.whens.values))
	at := map[*annals.When]int{}
	for i, when := range c.whens.values {
		lines[i].When = when
		at[when] = i
	}
	c.dates = make([]placing, len(lines))
	rank, last := int32(-1), ""
	for _, g := range ask.Timeline(lines, &ask.Query{}) {
		for _, line := range g.Lines {
			if days := g.Heading + " " + line.When.From + " " + line.When.To; days != last || rank < 0 {
				rank, last = rank+1, days
			}
			first, _, err := ask.ParseDays(cmp.Or(line.When.From, line.When.To))
			c.dates[at[line.When]] = placing{rank, strings.Clone(g.Heading), first, err == nil}
		}
	}
	return rank + 1
}

// heading returns what a row stands under in a timeline.
func (c *catalogue) heading(i int32) string {
	if placed := c.rows[i].placed; placed != none {
		return c.dates[placed].heading
	}
	return ask.Undated
}
