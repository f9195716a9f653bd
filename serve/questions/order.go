package questions

import (
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// arrange puts the rows in order of time, as a timeline has them: package ask says how
// their dates follow each other, which are far fewer than the rows.
func (c *catalogue) arrange() {
	dates := make([]annals.Line, len(c.whens.values))
	at := map[*annals.When]int{}
	for i, when := range c.whens.values {
		dates[i].When = when
		at[when] = i
	}
	ranks := make([]int32, len(dates))
	c.headings = make([]string, len(dates))
	rank, last := int32(-1), ""
	for _, g := range ask.Timeline(dates, &ask.Query{}) {
		for _, line := range g.Lines {
			if days := g.Heading + " " + line.When.From + " " + line.When.To; days != last || rank < 0 {
				rank, last = rank+1, days
			}
			i := at[line.When]
			ranks[i], c.headings[i] = rank, strings.Clone(g.Heading)
		}
	}
	c.order = make([]int32, len(c.rows))
	for i := range c.order {
		c.order[i] = int32(i)
	}
	rankOf := func(i int32) int32 {
		if placed := c.rows[i].placed; placed != none {
			return ranks[placed]
		}
		return rank + 1
	}
	slices.SortStableFunc(c.order, func(a, b int32) int { return int(rankOf(a)) - int(rankOf(b)) })
	c.find()
}

// find notes where the rows of each document begin.
func (c *catalogue) find() {
	c.firsts = make([]int32, len(c.kept)+1)
	for i := range c.rows {
		c.firsts[c.rows[i].document+1]++
	}
	for i := range c.kept {
		c.firsts[i+1] += c.firsts[i]
	}
}

// heading returns what a row stands under in a timeline.
func (c *catalogue) heading(i int32) string {
	if placed := c.rows[i].placed; placed != none {
		return c.headings[placed]
	}
	return ask.Undated
}
