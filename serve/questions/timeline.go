package questions

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"annals"
	"annals/ask"
	"annals/record/merge"
)

// Timeline is what happened and held, in order of time.
type Timeline struct {
	Paging
	Entries []Entry `json:"entries"`
}

// Entry is something of the timeline: an event with all its reports, or a state or a claim
// of one line.
type Entry struct {
	ID       string          `json:"id"` // of the event, or of the line of a state or a claim
	Kind     annals.Kind     `json:"kind"`
	Period   string          `json:"period"`         // the heading that it stands under: "1991", "Undated"
	From     string          `json:"from,omitempty"` // first possible day
	To       string          `json:"to,omitempty"`   // last possible day
	Event    *merge.Event    `json:"event,omitempty"`
	Line     *annals.Line    `json:"line"`     // the most telling report, or the line itself
	Document annals.Document `json:"document"` // of that line, without its text
	Reports  int             `json:"reports"`  // lines that tell it
	Sources  int             `json:"sources"`  // independent ones
	Matching []string        `json:"matching"` // ids of the reports that are asked for
}

// Timeline returns a page of what is asked for: events, states and claims in order of time.
func (d *Desk) Timeline(ctx context.Context, q *Query) (*Timeline, error) {
	all, err := d.entries(ctx, q)
	if err != nil {
		return nil, err
	}
	first, last := q.page(len(all))
	return &Timeline{Paging: q.paging(len(all)), Entries: orEmpty(all[first:last])}, nil
}

// Events is a Timeline of events alone.
func (d *Desk) Events(ctx context.Context, q *Query) (*Timeline, error) {
	return d.Timeline(ctx, q.events())
}

// events returns the query for events alone.
func (q *Query) events() *Query {
	out := *q
	out.Kinds = []annals.Kind{annals.Event}
	return &out
}

// Lines is a page of the record's lines in order of time.
type Lines struct {
	Paging
	Lines []annals.Line `json:"lines"`
}

// Lines returns the lines that are asked for, in order of time: the reports themselves.
func (d *Desk) Lines(ctx context.Context, q *Query) (*Lines, error) {
	lines, err := d.matching(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []annals.Line
	for _, g := range ask.Timeline(lines, &ask.Query{}) {
		for _, line := range g.Lines {
			out = append(out, *line)
		}
	}
	first, last := q.page(len(out))
	return &Lines{Paging: q.paging(len(out)), Lines: orEmpty(out[first:last])}, nil
}

// matching returns the lines that are asked for, as they were added.
func (d *Desk) matching(ctx context.Context, q *Query) ([]annals.Line, error) {
	a, err := d.asked(q)
	if err != nil {
		return nil, err
	}
	r, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	var out []annals.Line
	for i := range r.lines {
		line := &r.lines[i]
		if a.match(line, r.documentOf(line.Document)) {
			out = append(out, *line)
		}
	}
	return out, nil
}

func (r *reading) documentOf(id string) *annals.Document {
	if kept := r.byID[id]; kept != nil {
		return &kept.Document
	}
	return nil
}

// entries returns all entries that are asked for, in order of time.
func (d *Desk) entries(ctx context.Context, q *Query) ([]Entry, error) {
	lines, err := d.matching(ctx, q)
	if err != nil {
		return nil, err
	}
	r, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	var out []Entry
	at := map[string]int{}
	for _, g := range ask.Timeline(lines, &ask.Query{}) {
		for _, line := range g.Lines {
			e := r.entry(line)
			e.Period = g.Heading
			if i, met := at[e.ID]; met {
				out[i].Matching = append(out[i].Matching, line.ID)
				continue
			}
			at[e.ID] = len(out)
			out = append(out, e)
		}
	}
	return out, nil
}

// entry returns the entry of a line.
func (r *reading) entry(line *annals.Line) Entry {
	e := Entry{ID: line.ID, Kind: line.Kind, Line: line, Reports: 1, Sources: 1, Matching: []string{line.ID}}
	if doc := r.documentOf(line.Document); doc != nil {
		e.Document = *doc
	}
	if line.When != nil {
		e.From, e.To = line.When.From, line.When.To
	}
	if event := r.eventOf[line.ID]; event != nil {
		e.ID, e.Event, e.Reports, e.Sources = event.ID, event, len(event.Reports), event.Sources
		e.From, e.To = cmp.Or(event.From, e.From), cmp.Or(event.To, e.To)
	}
	return e
}

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
	all, err := d.entries(ctx, q)
	if err != nil {
		return nil, err
	}
	return d.density(all), nil
}

// orEmpty makes an empty list of a missing one, so that JSON has [] and no null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

func (d *Desk) density(all []Entry) *Density {
	out := &Density{Total: len(all), Bins: []Bin{}}
	var starts []ask.Day
	var of []int
	for i := range all {
		first, _, err := ask.ParseDays(cmp.Or(all[i].From, all[i].To))
		if err != nil {
			out.Undated++
			continue
		}
		starts, of = append(starts, first), append(of, i)
	}
	if len(starts) == 0 {
		return out
	}
	unit := unitOf(slices.Min(starts), slices.Max(starts))
	out.Unit = string(unit)
	byPeriod := map[string]int{}
	for i, day := range starts {
		period, from, to := unit.period(day)
		at, met := byPeriod[period]
		if !met {
			at = len(out.Bins)
			byPeriod[period] = at
			out.Bins = append(out.Bins, Bin{Period: period, From: from, To: to})
		}
		bin := &out.Bins[at]
		bin.Count++
		e := &all[of[i]]
		if e.Kind != annals.Event {
			continue
		}
		switch d.quad(e.Line.Type, e.Line.Mode) {
		case "verbal-cooperation", "material-cooperation":
			bin.Cooperation++
		case "verbal-conflict", "material-conflict":
			bin.Conflict++
		}
	}
	return out
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
