package questions

import (
	"context"
	"iter"

	"annals"
	"annals/ask"
	"annals/export"
)

// Each yields the lines that are asked for as they were added, without holding them. It
// ends after an error.
func (d *Desk) Each(ctx context.Context, q *Query) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		lines, err := d.matching(ctx, q)
		if err != nil {
			yield(nil, err)
			return
		}
		for i := range lines {
			if !yield(&lines[i], nil) {
				return
			}
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
