package questions

import (
	"context"
	"errors"

	"annals"
	"annals/ask"
)

// StateAnswer is what held on a day.
type StateAnswer struct {
	On       string                     `json:"on"`
	Holdings []ask.Holding              `json:"holdings"`
	Sources  map[string]annals.Document `json:"sources"` // the documents of the lines by their ids, without their texts
}

// State returns what held on the day On of the query.
func (d *Desk) State(ctx context.Context, q *Query) (*StateAnswer, error) {
	first, last, err := ask.ParseDays(q.On)
	switch {
	case q.On == "":
		return nil, wrong("on: name the day, as in 1995-03-01")
	case err != nil:
		return nil, wrong("on: %w", err)
	case first != last:
		return nil, wrong("on: %q is no single day; write it as in 1995-03-01", q.On)
	}
	lines, err := d.forStates(ctx, q)
	if err != nil {
		return nil, err
	}
	out := &StateAnswer{On: q.On, Holdings: orEmpty(d.knowledge.State(lines, first)), Sources: map[string]annals.Document{}}
	for i := range out.Holdings {
		h := &out.Holdings[i]
		for _, list := range [][]*annals.Line{h.Lines, h.Ends} {
			if err := d.show(ctx, list, out.Sources); err != nil {
				return nil, err
			}
		}
		if h.Words == "" || len(h.Lines) > 0 && h.Lines[0].Kind == annals.Event && h.Lines[0].Text == "" && h.Holder[0].Role == "" {
			h.Words = h.Lines[0].Sentence.Text
		}
	}
	return out, nil
}

// forStates returns the lines from which states are told: where they are many, in short.
func (d *Desk) forStates(ctx context.Context, q *Query) ([]annals.Line, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	rows = c.asAdded(rows)
	out := make([]annals.Line, 0, len(rows))
	if len(rows) >= manyLines {
		for _, i := range rows {
			line := c.thin(i)
			line.Sentence.Text = hashed(c.rows[i].words)
			out = append(out, line)
		}
		return out, nil
	}
	for line, err := range d.read(ctx, c, q, rows) {
		if err != nil {
			return nil, err
		}
		out = append(out, *line)
	}
	return out, nil
}

// manyLines is how many lines are read whole where it makes an answer better.
const manyLines = 5000

// show puts whole lines in the place of thin ones, and cites their documents.
func (d *Desk) show(ctx context.Context, lines []*annals.Line, sources map[string]annals.Document) error {
	for i, line := range lines {
		whole, err := d.lineOf(ctx, line.ID)
		if errors.Is(err, ErrUnknown) {
			continue // it is gone meanwhile
		}
		if err != nil {
			return err
		}
		lines[i] = whole
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

// ClaimsAnswer is a page of what is said, contested first.
type ClaimsAnswer struct {
	Paging
	Propositions []ask.Proposition          `json:"propositions"`
	Sources      map[string]annals.Document `json:"sources"`
}

// Claims returns who says what: contested first.
func (d *Desk) Claims(ctx context.Context, q *Query) (*ClaimsAnswer, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	all := ask.Claims(c.told(rows), &ask.Query{})
	first, last := q.page(len(all))
	out := &ClaimsAnswer{Paging: q.paging(len(all)), Propositions: orEmpty(all[first:last]), Sources: map[string]annals.Document{}}
	for i := range out.Propositions {
		for _, s := range out.Propositions[i].Statements {
			if err := d.show(ctx, s.Lines, out.Sources); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
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

// NetworkAnswer is a page of who acts on whom, those with the most first.
type NetworkAnswer struct {
	Paging
	By    string     `json:"by"` // country or actor
	Dyads []ask.Dyad `json:"dyads"`
}

// Network returns who acts on whom.
func (d *Desk) Network(ctx context.Context, q *Query) (*NetworkAnswer, error) {
	all, by, err := d.dyads(ctx, q)
	if err != nil {
		return nil, err
	}
	first, last := q.page(len(all))
	out := &NetworkAnswer{Paging: q.paging(len(all)), By: by, Dyads: orEmpty(all[first:last])}
	for i := range out.Dyads {
		shorten(&out.Dyads[i].Tally)
	}
	return out, nil
}

// mostIDs is how many ids are given where many are counted.
const mostIDs = 20

// shorten leaves the first ids of a count; the count stays.
func shorten(t *ask.Tally) {
	t.EventIDs, t.Lines, t.Documents = few(t.EventIDs), few(t.Lines), few(t.Documents)
}

func few(ids []string) []string { return ids[:min(len(ids), mostIDs)] }

// dyads returns all who act on whom, and by what they are counted.
func (d *Desk) dyads(ctx context.Context, q *Query) (all []ask.Dyad, by string, err error) {
	switch by = q.By; by {
	case "":
		by = "country"
	case "country", "actor":
	default:
		return nil, "", wrong("by: country or actor, not %q", by)
	}
	c, rows, err := d.chosen(ctx, q.asFact().events())
	if err != nil {
		return nil, "", err
	}
	return ask.Network(c.told(rows), &ask.Query{}, by == "country", d.Name, d.quad), by, nil
}
