package questions

import (
	"context"

	"annals"
	"annals/ask"
)

// show puts whole lines in the place of thin ones, and cites their documents.
func (d *Desk) show(ctx context.Context, lines []*annals.Line, sources map[string]annals.Document) error {
	ids := make([]string, len(lines))
	for i, line := range lines {
		ids[i] = line.ID
	}
	whole, err := d.lines(ctx, ids)
	if err != nil {
		return err
	}
	for i, line := range lines {
		if whole[line.ID] == nil {
			continue // it is gone meanwhile
		}
		lines[i] = whole[line.ID]
		if err := d.cite(ctx, sources, line.Document); err != nil {
			return err
		}
	}
	return nil
}

// cite adds what is known of a document.
func (d *Desk) cite(ctx context.Context, sources map[string]annals.Document, id string) error {
	if _, met := sources[id]; met {
		return nil
	}
	doc, err := d.document(ctx, id)
	if err != nil {
		return err
	}
	sources[id] = *doc
	return nil
}

// SeriesAnswer is cooperation and conflict between two parties over time.
type SeriesAnswer struct {
	A       string     `json:"a"` // what the parties are called
	B       string     `json:"b"`
	By      ask.Period `json:"by"`
	Bins    []ask.Bin  `json:"bins"`
	Total   ask.Tally  `json:"total"`   // of all bins together
	Undated int        `json:"undated"` // events without a date, in no bin
	Wide    int        `json:"wide"`    // events whose date does not lie within one period, in no bin
}

// Series returns cooperation and conflict between the two parties of the query.
func (d *Desk) Series(ctx context.Context, q *Query) (*SeriesAnswer, error) {
	if len(q.Parties) != 2 {
		return nil, wrong("party: name two parties, as in party=BLR&party=LTU")
	}
	by := ask.ByYear
	switch q.By {
	case "", "year":
	case "month":
		by = ask.ByMonth
	default:
		return nil, wrong("by: month or year, not %q", q.By)
	}
	c, rows, err := d.chosen(ctx, q.asFact().events())
	if err != nil {
		return nil, err
	}
	a, b := ask.PartyOf(d.known, q.Parties[0]), ask.PartyOf(d.known, q.Parties[1])
	s := ask.SeriesOf(c.told(rows), a, b, by, &ask.Query{}, d.quad)
	return &SeriesAnswer{A: d.called(a), B: d.called(b), By: by, Bins: orEmpty(s.Bins), Total: s.Total, Undated: s.Undated, Wide: s.Wide}, nil
}

// asFact returns the query for what is told as fact, unless it asks for something else.
func (q *Query) asFact() *Query {
	out := *q
	if len(out.Status) == 0 {
		out.Status = []annals.Status{annals.Actual}
	}
	return &out
}

func (d *Desk) called(p ask.Party) string {
	if p.Name != "" {
		return p.Name
	}
	return d.Name(p.ID)
}

// mostIDs is how many ids are given where many are counted.
const mostIDs = 20
