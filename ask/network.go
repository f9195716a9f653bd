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

	vague bool // nobody who is known: words alone
}

// Dyad is what is told of two parties: what one does to the other, or what they do
// together.
type Dyad struct {
	From     Node `json:"from"`
	To       Node `json:"to"`
	Together bool `json:"together"` // they act with each other; From and To are in the order of their keys
	Tally
	First string `json:"first,omitempty"` // EDTF of the event with the first possible day
	Last  string `json:"last,omitempty"`  // EDTF of the event with the last possible day
}

// MostExamples is how many events, with their lines and documents, a dyad names.
const MostExamples = 50

// Network returns the dyads of the events that are asked for, as Counting counts them.
func Network(told *Told, q *Query, byCountry bool, called func(country string) string, quad QuadOf) []Dyad {
	c := NewCounting(q, byCountry, false, called, quad)
	c.AddTold(told)
	return c.Dyads()
}

// Counting counts dyads event by event, so that not all events need be there at a time. By
// country, everybody of a country is that country, and whoever has none
// stands for himself; else everybody does. What somebody does to himself, or one part of
// a country to another, is no dyad. An event counts once in each dyad that its reports
// name, in the direction that most of them give. Who is nobody in particular, because the
// words say neither who nor of which country, is in no dyad, or if everybody is asked for only where
// no report knows better.
type Counting struct {
	query     *Query
	byCountry bool
	everybody bool
	called    func(string) string
	quad      QuadOf
	dyads     map[dyadKey]*dyad
	order     []*dyad
}

// NewCounting begins to count the events that a query asks for. called gives a country its name.
func NewCounting(q *Query, byCountry, everybody bool, called func(country string) string, quad QuadOf) *Counting {
	return &Counting{query: q, byCountry: byCountry, everybody: everybody, called: called, quad: quad, dyads: map[dyadKey]*dyad{}}
}

// AddTold counts all events that documents tell.
func (n *Counting) AddTold(told *Told) {
	for i := range told.Events {
		n.Add(&told.Events[i], told.origin)
	}
}

// Add counts an event in each of its dyads, if it is asked for. origin says what a document
// counts as, where sources are counted.
func (n *Counting) Add(e *Event, origin func(document string) string) {
	if !n.query.MatchEvent(e) {
		return
	}
	var pairs []pair
	for _, line := range e.Lines {
		pairs = n.pairs(pairs, line)
	}
	known := slices.ContainsFunc(pairs, func(p pair) bool { return !p.isVague() })
	for i := range pairs {
		if !outweighed(pairs, i) && (!known || !pairs[i].isVague()) { // others say who the fishermen were
			n.count(e, &pairs[i], origin)
		}
	}
}

// Dyads returns what was counted, the dyads with the most events first.
func (n *Counting) Dyads() []Dyad {
	out := make([]Dyad, 0, len(n.order))
	for _, d := range n.order {
		out = append(out, Dyad{From: d.From, To: d.To, Together: d.together, Tally: d.tally.close(), First: d.first.edtf, Last: d.last.edtf})
	}
	slices.SortStableFunc(out, func(a, b Dyad) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(b.Reports, a.Reports), strings.Compare(a.From.Key, b.From.Key), strings.Compare(a.To.Key, b.To.Key))
	})
	return out
}

type dyadKey struct {
	from, to string
	together bool
}

// pair is two nodes that a report puts together.
type pair struct {
	From, To Node
	together bool
	reports  int
}

type dyad struct {
	dates
	pair
	tally *tallying
}

// edge is the date at one end of what is told.
type edge struct {
	day  Day
	edtf string
}

func (p *pair) isVague() bool { return p.From.vague || p.To.vague }

// outweighed reports whether more reports, or the first of as many, put the two of a pair
// together in another way.
func outweighed(pairs []pair, i int) bool {
	p := &pairs[i]
	for j := range pairs {
		other := &pairs[j]
		same := other.From.Key == p.From.Key && other.To.Key == p.To.Key || other.From.Key == p.To.Key && other.To.Key == p.From.Key
		if j != i && same && (other.reports > p.reports || other.reports == p.reports && j < i) {
			return true
		}
	}
	return false
}

// pairs adds the pairs of a line, each once.
func (n *Counting) pairs(all []pair, line *annals.Line) []pair {
	actors, recipients := n.nodes(line.Actor), n.nodes(line.Recipient)
	add := func(from, to Node, together bool) {
		at := slices.IndexFunc(all, func(p pair) bool { return p.From.Key == from.Key && p.To.Key == to.Key && p.together == together })
		switch {
		case from.Key == to.Key:
		case at >= 0:
			all[at].reports++
		default:
			all = append(all, pair{from, to, together, 1})
		}
	}
	if len(actors) == 0 || len(recipients) == 0 {
		both := slices.Concat(actors, recipients)
		slices.SortFunc(both, func(a, b Node) int { return strings.Compare(a.Key, b.Key) })
		for i := range both {
			for j := i + 1; j < len(both); j++ {
				add(both[i], both[j], true)
			}
		}
		return all
	}
	for _, from := range actors {
		for _, to := range recipients {
			add(from, to, false)
		}
	}
	return all
}

func (n *Counting) count(e *Event, p *pair, origin func(document string) string) {
	key := dyadKey{p.From.Key, p.To.Key, p.together}
	d := n.dyads[key]
	if d == nil {
		d = &dyad{pair: *p, tally: newTallying(n.quad)}
		d.tally.most = MostExamples
		n.dyads[key] = d
		n.order = append(n.order, d)
	}
	d.tally.add(e, origin)
	d.widen(e.span(), e.Date())
}

// nodes returns whom participants stand for, each once.
func (n *Counting) nodes(all []annals.Participant) []Node {
	var out []Node
	for i := range all {
		p := &all[i]
		node := Node{Key: KeyOf(p), Name: NameOf(p), Country: p.Country, vague: p.ID == "" && p.Country == ""}
		if n.byCountry && p.Country != "" {
			node = Node{Key: p.Country, Name: n.called(p.Country), Country: p.Country}
		}
		if node.vague && !n.everybody {
			continue
		}
		if node.Key != "" && !slices.ContainsFunc(out, func(other Node) bool { return other.Key == node.Key }) {
			out = append(out, node)
		}
	}
	return out
}
