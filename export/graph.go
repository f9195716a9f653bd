package export

import "annals/ask"

// GraphOf is a network of dyads for programs that draw networks.
func GraphOf(dyads []ask.Dyad) *Graph {
	g := &Graph{}
	met := map[string]bool{}
	node := func(n *ask.Node) {
		if !met[n.Key] {
			met[n.Key] = true
			g.Nodes = append(g.Nodes, Node{ID: n.Key, Label: n.Name, Country: n.Country})
		}
	}
	for i := range dyads {
		d := &dyads[i]
		node(&d.From)
		node(&d.To)
		g.Edges = append(g.Edges, Edge{
			Source: d.From.Key, Target: d.To.Key, Directed: !d.Together, Events: d.Events, Reports: d.Reports,
			Cooperation: d.Quads.Cooperation(), Conflict: d.Quads.Conflict(), MeanScore: d.MeanScore,
			First: d.First, Last: d.Last, Lines: d.Lines,
		})
	}
	return g
}
