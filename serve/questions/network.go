package questions

import (
	"cmp"
	"context"
	"encoding/binary"
	"maps"
	"slices"
	"strings"

	"annals/ask"
)

// NetworkAnswer is a page of who acts on whom, those with the most first.
type NetworkAnswer struct {
	Paging
	By    string     `json:"by"` // country or actor
	Dyads []ask.Dyad `json:"dyads"`
}

// Network returns who acts on whom. Of each pair it names the first events, lines and
// documents alone.
func (d *Desk) Network(ctx context.Context, q *Query) (*NetworkAnswer, error) {
	all, by, err := d.dyads(ctx, q)
	if err != nil {
		return nil, err
	}
	first, last := q.page(len(all))
	return &NetworkAnswer{Paging: q.paging(len(all)), By: by, Dyads: orEmpty(all[first:last])}, nil
}

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
	return d.network(c, rows, by == "country"), by, nil
}

// network returns who acts on whom in rows of events, as ask.Network does of lines, but
// asks it but once who is paired by what many lines share.
func (d *Desk) network(c *catalogue, rows []int32, byCountry bool) []ask.Dyad {
	n := &networking{
		c: c, byCountry: byCountry, called: d.Name, pairs: map[string][]ask.Dyad{},
		dyads: map[dyadKey]*dyad{}, origins: make([]int32, len(c.kept)), quads: d.categories(c), days: make([]ends, len(c.whens.values)),
	}
	for i, when := range c.whens.values {
		n.days[i] = endsOf(when)
	}
	numbers := map[string]int32{}
	for i, kept := range c.kept {
		origin := originOf(kept)
		if _, met := numbers[origin]; !met {
			numbers[origin] = int32(len(numbers))
		}
		n.origins[i] = numbers[origin]
	}
	var event []int32
	for _, m := range c.members(c.whole(rows)) {
		event = append(append(event[:0], m.first), m.more...)
		n.add(event)
	}
	out := make([]ask.Dyad, 0, len(n.order))
	for _, d := range n.order {
		out = append(out, d.close())
	}
	slices.SortStableFunc(out, func(a, b ask.Dyad) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(b.Reports, a.Reports), strings.Compare(a.From.Key, b.From.Key), strings.Compare(a.To.Key, b.To.Key))
	})
	return out
}

// networking is a network in the making.
type networking struct {
	c         *catalogue
	byCountry bool
	called    func(string) string
	pairs     map[string][]ask.Dyad // by the sides of the rows of an event
	key       []byte                // room for such
	dyads     map[dyadKey]*dyad
	order     []*dyad  // as they were met
	origins   []int32  // of documents
	quads     []string // of gists
	days      []ends   // of dates
}

type dyadKey struct {
	from, to string
	together bool
}

// dyad is an ask.Dyad in the making.
type dyad struct {
	ask.Dyad
	sum                float64
	types              map[string]int
	origins, documents map[int32]bool
	first, last        ask.Day
}

// categories returns the quad category of each gist.
func (d *Desk) categories(c *catalogue) []string {
	out := make([]string, len(c.whats.values))
	for i, w := range c.whats.values {
		out[i] = d.quad(w.Name, w.Mode)
	}
	return out
}

// add counts an event of some rows in each of its dyads.
func (n *networking) add(rows []int32) {
	for _, p := range n.of(rows) {
		n.count(rows, &p)
	}
}

// of returns who is paired by an event of some rows, as package ask says of the first event
// that has the same sides.
func (n *networking) of(rows []int32) []ask.Dyad {
	n.key = n.key[:0]
	for _, i := range rows {
		r := &n.c.rows[i]
		n.key = binary.AppendVarint(binary.AppendVarint(n.key, int64(r.actor)), int64(r.recipient))
	}
	pairs, met := n.pairs[string(n.key)]
	if !met {
		pairs = ask.Network(n.c.told(rows), &ask.Query{}, n.byCountry, n.called, func(string, string) string { return "" })
		n.pairs[string(n.key)] = pairs
	}
	return pairs
}

// count counts an event of some rows in a dyad.
func (n *networking) count(rows []int32, p *ask.Dyad) {
	at := dyadKey{p.From.Key, p.To.Key, p.Together}
	d := n.dyads[at]
	if d == nil {
		d = &dyad{Dyad: ask.Dyad{From: p.From, To: p.To, Together: p.Together}, types: map[string]int{}, origins: map[int32]bool{}, documents: map[int32]bool{}}
		n.dyads[at] = d
		n.order = append(n.order, d)
	}
	d.Events++
	d.Reports += len(rows)
	first := &n.c.rows[rows[0]]
	w := &n.c.whats.values[first.what]
	d.types[w.Name]++
	d.category(n.quads[first.what])
	if len(d.EventIDs) < mostIDs {
		d.EventIDs = append(d.EventIDs, n.c.eventID(rows[0]))
	}
	sum, scored := 0.0, 0
	for _, i := range rows {
		r := &n.c.rows[i]
		if len(d.Lines) < mostIDs {
			d.Lines = append(d.Lines, r.id)
		}
		d.origins[n.origins[r.document]] = true
		if len(d.Documents) < mostIDs && !d.documents[r.document] {
			d.documents[r.document] = true
			d.Documents = append(d.Documents, n.c.kept[r.document].Document.ID)
		}
		if score := n.c.whats.values[r.what].Score; score != nil {
			sum, scored = sum+*score, scored+1
		}
	}
	if scored > 0 {
		d.sum += sum / float64(scored)
		d.Scored++
		d.ScoredReports += scored
	}
	if first.placed != none {
		d.widen(&n.days[first.placed])
	}
}

// category counts an event by its quad category.
func (d *dyad) category(quad string) {
	switch quad {
	case "verbal-cooperation":
		d.Quads.VerbalCooperation++
	case "material-cooperation":
		d.Quads.MaterialCooperation++
	case "verbal-conflict":
		d.Quads.VerbalConflict++
	case "material-conflict":
		d.Quads.MaterialConflict++
	default:
		d.Quads.Other++
	}
}

// widen widens the dates of a dyad by that of an event.
func (d *dyad) widen(e *ends) {
	if e.hasFirst && (d.First == "" || e.first < d.first) {
		d.first, d.First = e.first, e.edtf
	}
	if e.hasLast && (d.Last == "" || e.last > d.last) {
		d.last, d.Last = e.last, e.edtf
	}
}

func (d *dyad) close() ask.Dyad {
	if d.Scored > 0 {
		mean := d.sum / float64(d.Scored)
		d.MeanScore = &mean
	}
	d.Sources = len(d.origins)
	for _, name := range slices.Sorted(maps.Keys(d.types)) {
		d.Types = append(d.Types, ask.TypeCount{Type: name, Count: d.types[name]})
	}
	slices.SortStableFunc(d.Types, func(a, b ask.TypeCount) int { return cmp.Compare(b.Count, a.Count) })
	return d.Dyad
}
