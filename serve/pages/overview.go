package pages

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"time"

	"annals/record"
	"annals/serve/questions"
)

// overviewView is what the first page shows. It is drawn from what was counted when the
// record was put together, so that it is there at once, however large the record is.
type overviewView struct {
	*record.Overview
	Chart *chart
	Types []share
	Pairs []share
	Late  bool // lines came since it was counted
}

// share is how many events there are of something.
type share struct {
	Value string
	Count int
	Href  string
}

// sharesShown is how many types and pairs the first page names.
const sharesShown = 12

func (p *Pages) overview(ctx context.Context, _ *http.Request, _ *questions.Query, v *view) error {
	v.Title = "Overview"
	counted, err := p.store.Overview(ctx, [2]string{})
	if err != nil {
		return fmt.Errorf("reading the overview: %w", err)
	}
	upToDate, err := p.store.Digested(ctx)
	if err != nil {
		return fmt.Errorf("reading whether the overview is up to date: %w", err)
	}
	data := overviewView{Overview: counted, Chart: p.yearsOf(counted.Counts), Late: !upToDate}
	types := map[string]int{}
	for _, c := range counted.Counts {
		types[c.Type] += c.Events
	}
	for name, n := range types {
		asked := (&questions.Query{}).With("kind", "event").With("type", name)
		data.Types = append(data.Types, share{name, n, link(timelinePath, asked)})
	}
	slices.SortFunc(data.Types, func(a, b share) int { return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value)) })
	data.Types = data.Types[:min(len(data.Types), sharesShown)]
	for _, pair := range counted.Pairs[:min(len(counted.Pairs), sharesShown)] {
		data.Pairs = append(data.Pairs, share{p.desk.Name(pair.A) + " and " + p.desk.Name(pair.B), pair.Events, betweenLink(&questions.Query{}, pair.A, pair.B)})
	}
	v.Data = data
	return nil
}

// mostBars is how many bars the chart of the first page has at most.
const mostBars = 120

// yearsOf puts counts of months together, by years, decades or centuries; nil if none is
// dated within a year.
func (p *Pages) yearsOf(counts []record.Count) *chart {
	byYear := map[int]*bar{}
	first, last := 0, 0
	for _, c := range counts {
		year, ok := yearOf(c.Month)
		if !ok {
			continue
		}
		if len(byYear) == 0 {
			first, last = year, year
		}
		first, last = min(first, year), max(last, year)
		if byYear[year] == nil {
			byYear[year] = &bar{}
		}
		byYear[year].count(p.desk.Quad(c.Type, ""), c.Events)
	}
	if len(byYear) == 0 {
		return nil
	}
	step := 1
	for (last-first)/step >= mostBars {
		step *= 10
	}
	events := (&questions.Query{}).With("kind", "event")
	out := &chart{}
	for year := first; year <= last; year++ {
		if byYear[year] == nil {
			continue
		}
		start := year - (year%step+step)%step
		from, to := date(start, time.January, 1), date(start+step-1, time.December, 31)
		if n := len(out.Bins); n == 0 || out.Bins[n-1].From != writeDay(from) {
			out.Bins = append(out.Bins, bar{
				From: writeDay(from), To: writeDay(to), Label: days{from, to}.String(),
				Href: link(timelinePath, dated(events, writeDay(from)[:len(writeDay(from))-6], writeDay(to)[:len(writeDay(to))-6])),
			})
		}
		out.Bins[len(out.Bins)-1].add(byYear[year])
	}
	out.From, out.To = out.Bins[0].From, out.Bins[len(out.Bins)-1].To
	return out
}

// yearOf returns the year of "1991-05" or "1991".
func yearOf(month string) (int, bool) {
	digits, early := strings.CutPrefix(month, "-")
	digits, _, _ = strings.Cut(digits, "-")
	year, err := strconv.Atoi(digits)
	if early {
		year = -year
	}
	return year, err == nil
}

// count counts events of a quad category.
func (b *bar) count(quad string, events int) {
	switch {
	case strings.HasSuffix(quad, "cooperation"):
		b.Cooperation += events
	case strings.HasSuffix(quad, "conflict"):
		b.Conflict += events
	default:
		b.Other += events
	}
}

func (b *bar) add(other *bar) {
	b.Cooperation += other.Cooperation
	b.Conflict += other.Conflict
	b.Other += other.Other
}
