package questions

import (
	"context"
	"iter"
	"slices"

	"annals"
	"annals/ask"
	"annals/export"
	"annals/record"
)

// Each yields the lines that are asked for as they were added, without holding them. It
// ends after an error.
func (d *Desk) Each(ctx context.Context, q *Query) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		c, rows, err := d.chosen(ctx, q)
		if err != nil {
			yield(nil, err)
			return
		}
		d.read(ctx, c, q, c.asAdded(rows))(yield)
	}
}

// fewLines is how many lines are read by their ids.
const fewLines = 2000

// read yields rows as whole lines, in the order in which they were added: many of them with
// one reading of all that the record's own indexes find for the query.
func (d *Desk) read(ctx context.Context, c *catalogue, q *Query, rows []int32) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		if len(rows) <= fewLines {
			d.readByID(ctx, c, rows, yield)
			return
		}
		wanted := make(map[string]bool, len(rows))
		for _, i := range rows {
			wanted[c.rows[i].id] = true
		}
		for line, err := range d.store.Lines(ctx, d.indexed(q)) {
			switch {
			case err != nil:
				yield(nil, err)
				return
			case wanted[line.ID] && !yield(line, nil):
				return
			}
		}
	}
}

func (d *Desk) readByID(ctx context.Context, c *catalogue, rows []int32, yield func(*annals.Line, error) bool) {
	for some := range slices.Chunk(rows, batch) {
		lines, err := d.lines(ctx, c.ids(some))
		if err != nil {
			yield(nil, err)
			return
		}
		for _, i := range some {
			if line := lines[c.rows[i].id]; line != nil && !yield(line, nil) { // nil: it is gone meanwhile
				return
			}
		}
	}
}

// indexed returns what of a query the record finds by its indexes, nil for all.
func (d *Desk) indexed(q *Query) *record.Filter {
	f := &record.Filter{Kinds: q.Kinds, Types: q.Types}
	for _, name := range q.Parties {
		if p := ask.PartyOf(d.known, name); p.Name == "" {
			f.Parties = append(f.Parties, record.Party{Country: p.Country, ID: p.ID})
		}
	}
	if p := ask.PartyOf(d.known, q.Speaker); q.Speaker != "" && p.Name == "" {
		f.SaidBy = record.Party{Country: p.Country, ID: p.ID}
	}
	return f
}

// Graph returns the network of what is asked for, for programs that draw networks.
func (d *Desk) Graph(ctx context.Context, q *Query) (*export.Graph, error) {
	all, _, err := d.dyads(ctx, q)
	if err != nil {
		return nil, err
	}
	return export.GraphOf(all), nil
}
