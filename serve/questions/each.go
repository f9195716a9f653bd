package questions

import (
	"context"
	"errors"
	"iter"
	"slices"

	"annals"
	"annals/ask"
	"annals/export"
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
		if len(rows) > len(c.rows)/partly {
			d.eachOf(ctx, c, rows, yield)
			return
		}
		slices.Sort(rows)
		for _, i := range rows {
			line, err := d.lineOf(ctx, c.rows[i].id)
			if errors.Is(err, ErrUnknown) {
				continue // it is gone meanwhile
			}
			if !yield(line, err) || err != nil {
				return
			}
		}
	}
}

// partly is the part of a record from which on it is faster to read all of it than each
// line by its id.
const partly = 8

// eachOf reads the whole record and yields the lines that are asked for.
func (d *Desk) eachOf(ctx context.Context, c *catalogue, rows []int32, yield func(*annals.Line, error) bool) {
	wanted := make(map[string]bool, len(rows))
	for _, i := range rows {
		wanted[c.rows[i].id] = true
	}
	for line, err := range d.store.Lines(ctx, nil) {
		switch {
		case err != nil:
			yield(nil, err)
			return
		case wanted[line.ID] && !yield(line, nil):
			return
		}
	}
}

// Graph returns the network of what is asked for, for programs that draw networks.
func (d *Desk) Graph(ctx context.Context, q *Query) (*export.Graph, error) {
	all, _, err := d.dyads(ctx, q)
	if err != nil {
		return nil, err
	}
	g := &export.Graph{}
	met := map[string]bool{}
	node := func(n *ask.Node) {
		if !met[n.Key] {
			met[n.Key] = true
			g.Nodes = append(g.Nodes, export.Node{ID: n.Key, Label: n.Name, Country: n.Country})
		}
	}
	for i := range all {
		dyad := &all[i]
		node(&dyad.From)
		node(&dyad.To)
		g.Edges = append(g.Edges, export.Edge{
			Source: dyad.From.Key, Target: dyad.To.Key, Directed: !dyad.Together, Reports: dyad.Reports,
			Cooperation: dyad.Quads.Cooperation(), Conflict: dyad.Quads.Conflict(), MeanScore: dyad.MeanScore,
			First: dyad.First, Last: dyad.Last, Lines: dyad.Lines,
		})
	}
	return g, nil
}
