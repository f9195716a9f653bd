package questions

import (
	"cmp"
	"context"

	"annals"
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
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	all := c.members(rows)
	first, last := q.page(len(all))
	out := &Timeline{Paging: q.paging(len(all)), Entries: []Entry{}}
	out.Entries, err = d.entries(ctx, c, all[first:last])
	return out, err
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
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	first, last := q.page(len(rows))
	out := &Lines{Paging: q.paging(len(rows)), Lines: []annals.Line{}}
	found, err := d.lines(ctx, c.ids(rows[first:last]))
	if err != nil {
		return nil, err
	}
	for _, i := range rows[first:last] {
		if line := found[c.rows[i].id]; line != nil {
			out.Lines = append(out.Lines, *line)
		}
	}
	return out, nil
}

func (c *catalogue) ids(rows []int32) []string {
	out := make([]string, len(rows))
	for n, i := range rows {
		out[n] = c.rows[i].id
	}
	return out
}

// member is an entry while it is only chosen: the rows of one event, or one row.
type member struct {
	first int32   // the row by which it stands where it does
	more  []int32 // other rows of its event that are asked for
}

// members puts the rows of each event together, where the first of them stands.
func (c *catalogue) members(rows []int32) []member {
	out := make([]member, 0, len(rows))
	at := map[int32]int{}
	for _, i := range rows {
		event := c.rows[i].event
		if event != none {
			if n, met := at[event]; met {
				out[n].more = append(out[n].more, i)
				continue
			}
			at[event] = len(out)
		}
		out = append(out, member{first: i})
	}
	return out
}

// each calls do with the rows of an entry.
func (m *member) each(do func(row int32)) {
	do(m.first)
	for _, i := range m.more {
		do(i)
	}
}

// entries returns entries as they are shown.
func (d *Desk) entries(ctx context.Context, c *catalogue, members []member) ([]Entry, error) {
	var ids, merged []string
	for i := range members {
		r := &c.rows[members[i].first]
		ids = append(ids, r.id)
		if r.event != none {
			merged = append(merged, r.id)
		}
	}
	lines, err := d.lines(ctx, ids)
	if err != nil {
		return nil, err
	}
	events, err := d.events(ctx, merged)
	if err != nil {
		return nil, err
	}
	out := make([]Entry, len(members))
	for i := range members {
		id := c.rows[members[i].first].id
		out[i] = c.entry(&members[i], lines[id], events[id])
	}
	return out, nil
}

// entry returns an entry as it is shown. The line and the event are nil where they are gone
// meanwhile; the event also where it has but one report.
func (c *catalogue) entry(m *member, line *annals.Line, event *merge.Event) Entry {
	r := &c.rows[m.first]
	out := Entry{
		ID: r.id, Kind: c.whats.values[r.what].Kind, Period: c.heading(m.first), Reports: 1, Sources: 1,
		Line: line, Event: event, Document: c.kept[r.document].Document, Matching: append([]string{r.id}, c.ids(m.more)...),
	}
	if out.Line == nil {
		thin := c.thin(m.first)
		out.Line = &thin
	}
	if when := out.Line.When; when != nil {
		out.From, out.To = when.From, when.To
	}
	if out.Kind != annals.Event {
		return out
	}
	out.ID = c.eventID(m.first)
	switch {
	case out.Event != nil:
	case r.event == none:
		out.Event = alone(out.Line)
	default:
		thin := c.thinEvent(r.event)
		out.Event = &thin
	}
	out.Reports, out.Sources = len(out.Event.Reports), out.Event.Sources
	out.From, out.To = cmp.Or(out.Event.From, out.From), cmp.Or(out.Event.To, out.To)
	return out
}
