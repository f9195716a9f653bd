package ask

import (
	"cmp"
	"slices"
	"strings"

	"annals"
)

// Node is somebody in a network.
type Node struct {
	Key     string `json:"key"` // a country's code, or what KeyOf says
	Name    string `json:"name"`
	Country string `json:"country,omitempty"` // ISO 3166-1 alpha-3
}

// Dyad is what the lines tell of two parties: what one does to the other, or what they
// do together.
type Dyad struct {
	From      Node        `json:"from"`
	To        Node        `json:"to"`
	Together  bool        `json:"together"` // they act with each other; From and To are in the order of their keys
	Reports   int         `json:"reports"`  // how many lines
	Quads     Quads       `json:"quads"`
	Types     []TypeCount `json:"types"`                // the most frequent first
	MeanScore *float64    `json:"mean_score,omitempty"` // of the lines that have a score
	Scored    int         `json:"scored"`               // how many those are
	First     string      `json:"first,omitempty"`      // EDTF of the line with the first possible day
	Last      string      `json:"last,omitempty"`       // EDTF of the line with the last possible day
	Lines     []string    `json:"lines"`                // ids
	Documents []string    `json:"documents"`            // where they stand, each once
}

// Network returns the dyads of the events that are asked for, those with the most
// reports first. By country, everybody of a country is that country, and whoever has none
// stands for himself; else everybody does. What somebody does to himself, or one part of
// a country to another, is no dyad. called gives a country its name.
func Network(lines []annals.Line, q *Query, byCountry bool, called func(country string) string, quad QuadOf) []Dyad {
	n := network{byCountry: byCountry, called: called, quad: quad, dyads: map[dyadKey]*dyad{}}
	for i := range lines {
		if line := &lines[i]; line.Kind == annals.Event && q.Match(line) {
			n.add(line)
		}
	}
	out := make([]Dyad, 0, len(n.order))
	for _, d := range n.order {
		out = append(out, d.close())
	}
	slices.SortStableFunc(out, func(a, b Dyad) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), strings.Compare(a.From.Key, b.From.Key), strings.Compare(a.To.Key, b.To.Key))
	})
	return out
}

// network is a Network in the making.
type network struct {
	byCountry bool
	called    func(string) string
	quad      QuadOf
	dyads     map[dyadKey]*dyad
	order     []*dyad
}

type dyadKey struct {
	from, to string
	together bool
}

type dyad struct {
	dates
	from, to Node
	together bool
	bin      *binning
}

// edge is the date at one end of what is told.
type edge struct {
	day  Day
	edtf string
}

// add counts a line in each of its dyads, once in each.
func (n *network) add(line *annals.Line) {
	actors, recipients := n.nodes(line.Actor), n.nodes(line.Recipient)
	together := len(actors) == 0 || len(recipients) == 0
	if together {
		both := slices.Concat(actors, recipients)
		slices.SortFunc(both, func(a, b Node) int { return strings.Compare(a.Key, b.Key) })
		for i := range both {
			for j := i + 1; j < len(both); j++ {
				n.count(line, both[i], both[j], true)
			}
		}
		return
	}
	for _, from := range actors {
		for _, to := range recipients {
			n.count(line, from, to, false)
		}
	}
}

func (n *network) count(line *annals.Line, from, to Node, together bool) {
	if from.Key == to.Key {
		return
	}
	key := dyadKey{from.Key, to.Key, together}
	d := n.dyads[key]
	if d == nil {
		d = &dyad{from: from, to: to, together: together, bin: newBinning()}
		n.dyads[key] = d
		n.order = append(n.order, d)
	}
	d.bin.add(line, n.quad)
	d.note(line)
}

// nodes returns whom participants stand for, each once.
func (n *network) nodes(all []annals.Participant) []Node {
	var out []Node
	for i := range all {
		p := &all[i]
		node := Node{Key: KeyOf(p), Name: NameOf(p), Country: p.Country}
		if n.byCountry && p.Country != "" {
			node = Node{Key: p.Country, Name: n.called(p.Country), Country: p.Country}
		}
		if node.Key != "" && !slices.ContainsFunc(out, func(other Node) bool { return other.Key == node.Key }) {
			out = append(out, node)
		}
	}
	return out
}

func (d *dyad) close() Dyad {
	bin := d.bin.bin()
	return Dyad{
		From: d.from, To: d.to, Together: d.together, Reports: bin.Reports, Quads: bin.Quads, Types: bin.Types,
		MeanScore: bin.MeanScore, Scored: bin.Scored, First: d.first.edtf, Last: d.last.edtf, Lines: bin.Lines, Documents: bin.Documents,
	}
}
