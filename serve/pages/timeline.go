package pages

import (
	"context"
	"net/http"
	"time"

	"annals/serve/questions"
)

// timelinePath is where the timeline is.
const timelinePath = "/timeline"

// chart is what the script of a timeline is given, as JSON.
type chart struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Bins  []bar  `json:"bins,omitempty"`
	Spans []mark `json:"spans,omitempty"`
	Base  string `json:"base,omitempty"` // the view without its dates; empty: it is not zoomed
}

// bar is how much lies in a stretch of time.
type bar struct {
	From        string `json:"from"`
	To          string `json:"to"`
	Label       string `json:"label"`
	Cooperation int    `json:"cooperation"`
	Conflict    int    `json:"conflict"`
	Other       int    `json:"other"`
	Href        string `json:"href"`
}

// Count is how much it is altogether.
func (b *bar) Count() int { return b.Cooperation + b.Conflict + b.Other }

// mark is something on an axis of time: the days on which it may have been, or held.
type mark struct {
	From   string `json:"from"`
	To     string `json:"to"`
	Label  string `json:"label"`
	Date   string `json:"date"` // in words
	Side   string `json:"side"` // cooperation, conflict, neutral
	Unsure bool   `json:"unsure,omitempty"`
	Href   string `json:"href"`
}

// mostMarks is how many entries a timeline draws one by one; of more it draws how many there
// are alone.
const mostMarks = 150

// timelineView is what the page of the timeline shows.
type timelineView struct {
	Timeline *questions.Timeline
	Groups   []group
	Chart    *chart // nil where nothing is dated
	Undated  int
	Zoom     []choice
	Pager    *pager
}

// group is a part of a timeline under a heading.
type group struct {
	Heading string
	Entries []questions.Entry
}

func (p *Pages) timeline(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Timeline"
	var found *questions.Timeline
	var density *questions.Density
	err := together(ctx,
		func(ctx context.Context) (err error) { found, err = p.desk.Timeline(ctx, q); return },
		func(ctx context.Context) (err error) { v.Filters, err = p.filters(ctx, timelinePath, q); return },
		func(ctx context.Context) (err error) { density, err = p.desk.Density(ctx, q); return },
	)
	if err != nil {
		return err
	}
	data := &timelineView{Timeline: found, Groups: grouped(found.Entries), Undated: density.Undated, Pager: pagerOf(timelinePath, q, found.Paging)}
	if data.Chart = chartOf(density, q); data.Chart != nil {
		data.Zoom = zoomsOf(data.Chart, q)
		if density.Total <= mostMarks {
			if data.Chart.Spans, err = p.marks(ctx, q, data.Chart); err != nil {
				return err
			}
		}
	}
	v.Data = data
	return nil
}

func grouped(entries []questions.Entry) []group {
	var out []group
	for _, e := range entries {
		if len(out) == 0 || out[len(out)-1].Heading != e.Period {
			out = append(out, group{Heading: e.Period})
		}
		g := &out[len(out)-1]
		g.Entries = append(g.Entries, e)
	}
	return out
}

// chartOf returns the chart of how much happened when, or nil where nothing is dated and no
// stretch of time is asked for: of an empty one there still are ways out.
func chartOf(density *questions.Density, q *questions.Query) *chart {
	c := &chart{Base: link(timelinePath, dated(q, "", ""))}
	for _, b := range density.Bins {
		from, _, okFrom := boundsOf(b.From)
		_, to, okTo := boundsOf(b.To)
		if !okFrom || !okTo {
			continue
		}
		c.Bins = append(c.Bins, bar{
			From: writeDay(from), To: writeDay(to), Label: days{from, to}.String(),
			Cooperation: b.Cooperation, Conflict: b.Conflict, Other: b.Count - b.Cooperation - b.Conflict,
			Href: link(timelinePath, dated(q, b.From, b.To)),
		})
	}
	if len(c.Bins) > 0 {
		c.From, c.To = c.Bins[0].From, c.Bins[len(c.Bins)-1].To
	}
	if from, _, ok := boundsOf(q.From); ok {
		c.From = writeDay(from)
	}
	if _, to, ok := boundsOf(q.To); ok {
		c.To = writeDay(to)
	}
	if c.From == "" || c.To == "" || c.To < c.From && c.From[0] != '-' {
		return nil
	}
	return c
}

// dated returns a query for other dates, on the first page.
func dated(q *questions.Query, from, to string) *questions.Query {
	out := *q
	out.From, out.To, out.Page = from, to, 0
	return &out
}

// marks returns what a timeline draws one by one: each entry as the days on which it may
// have been.
func (p *Pages) marks(ctx context.Context, q *questions.Query, c *chart) ([]mark, error) {
	all := *q
	all.Page, all.PerPage = 1, mostMarks
	found, err := p.desk.Timeline(ctx, &all)
	if err != nil {
		return nil, err
	}
	var out []mark
	for i := range found.Entries {
		e := &found.Entries[i]
		m := markOf(e.From, e.To, c)
		if m == nil {
			continue
		}
		m.Label, m.Side, m.Href = headline(e.Line), side(e.Line.Score), entryLink(e)
		out = append(out, *m)
	}
	return out, nil
}

// markOf returns the mark of what may have been on some days, or nil if none is known. An
// open end reaches to that of the chart.
func markOf(from, to string, c *chart) *mark {
	d, hasFrom, hasTo := readDays(from, to)
	if !hasFrom && !hasTo {
		return nil
	}
	m := &mark{Date: dateName("", from, to), Unsure: !hasFrom || !hasTo || !d.from.Equal(d.to), From: from, To: to}
	if !hasFrom {
		m.From = c.From
	}
	if !hasTo {
		m.To = c.To
	}
	if ends, _, _ := readDays(m.From, m.To); ends.to.Before(ends.from) {
		m.From, m.To = m.To, m.From
	}
	return m
}

func entryLink(e *questions.Entry) string {
	if e.Event != nil {
		return "/events/" + e.ID
	}
	return "/lines/" + e.ID
}

// zoomsOf are the links that show more or less time, or another stretch of it.
func zoomsOf(c *chart, q *questions.Query) []choice {
	d, okFrom, okTo := readDays(c.From, c.To)
	if !okFrom || !okTo {
		return nil
	}
	length := int(d.to.Sub(d.from).Hours()/24) + 1
	shifted := func(label string, from, to int) choice {
		return choice{Label: label, Href: link(timelinePath, dated(q, queryDay(d.from.AddDate(0, 0, from)), queryDay(d.to.AddDate(0, 0, to))))}
	}
	out := []choice{}
	if length > 3 {
		out = append(out, shifted("Zoom in", length/4, -length/4))
	}
	out = append(out,
		shifted("Zoom out", -max(length/2, 1), max(length/2, 1)),
		shifted("Earlier", -max(length/2, 1), -max(length/2, 1)),
		shifted("Later", max(length/2, 1), max(length/2, 1)))
	if q.From != "" || q.To != "" {
		out = append(out, choice{Label: "All of time", Href: link(timelinePath, dated(q, "", ""))})
	}
	return out
}

// queryDay is a day that a query can ask for: its years have four digits.
func queryDay(t time.Time) string {
	switch {
	case t.Year() > 9999:
		t = date(9999, time.December, 31)
	case t.Year() < -9999:
		t = date(-9999, time.January, 1)
	}
	return writeDay(t)
}

// pager links to the pages before and behind.
type pager struct {
	questions.Paging
	Before, After string
}

func pagerOf(path string, q *questions.Query, paging questions.Paging) *pager {
	out := &pager{Paging: paging}
	at := func(page int) string {
		other := *q
		other.Page = page
		if page == 1 {
			other.Page = 0
		}
		return link(path, &other)
	}
	if paging.Page > 1 {
		out.Before = at(paging.Page - 1)
	}
	if paging.Page < paging.Pages {
		out.After = at(paging.Page + 1)
	}
	return out
}
