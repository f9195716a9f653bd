package questions

import (
	"context"
	"fmt"
	"slices"

	"annals"
	"annals/ask"
)

// ActorsAnswer is a page of who is in the lines, those in the most first.
type ActorsAnswer struct {
	Paging
	Actors []ask.ActorEntry `json:"actors"`
}

// Actors returns who is in the lines that are asked for.
func (d *Desk) Actors(ctx context.Context, q *Query) (*ActorsAnswer, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	slices.Sort(rows) // as they were added
	all := ask.Actors(c.lines(rows), &ask.Query{})
	first, last := q.page(len(all))
	out := &ActorsAnswer{Paging: q.paging(len(all)), Actors: orEmpty(all[first:last])}
	for i := range out.Actors {
		a := &out.Actors[i]
		a.Lines, a.Documents = few(a.Lines), few(a.Documents)
	}
	return out, nil
}

// ActorAnswer is one actor: names, offices over time, partners, and what happened last.
type ActorAnswer struct {
	Actor    ask.ActorEntry             `json:"actor"`
	Offices  []ask.Holding              `json:"offices"`  // as the lines tell them, in order of time
	Partners []ask.Dyad                 `json:"partners"` // those with the most first
	Sources  map[string]annals.Document `json:"sources"`
}

// Actor returns the actor with a key, or ErrUnknown.
func (d *Desk) Actor(ctx context.Context, key string) (*ActorAnswer, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	rows := c.with(key)
	lines := c.lines(rows)
	out := &ActorAnswer{Sources: map[string]annals.Document{}, Offices: []ask.Holding{}, Partners: []ask.Dyad{}}
	found := false
	for _, a := range ask.Actors(lines, &ask.Query{}) {
		if a.Key == key {
			out.Actor, found = a, true
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: actor %q", ErrUnknown, key)
	}
	out.Actor.Lines, out.Actor.Documents = few(out.Actor.Lines), few(out.Actor.Documents)
	isCountry := d.known.Country(key) != nil
	for _, dyad := range ask.Network(c.told(rows), &ask.Query{Status: []annals.Status{annals.Actual}}, isCountry, d.Name, d.quad) {
		if dyad.From.Key == key || dyad.To.Key == key {
			shorten(&dyad.Tally)
			out.Partners = append(out.Partners, dyad)
		}
	}
	out.Partners = out.Partners[:min(len(out.Partners), mostIDs)]
	if out.Offices, err = d.offices(ctx, lines, key, out.Sources); err != nil {
		return nil, err
	}
	for _, doc := range out.Actor.Documents {
		if err := d.cite(ctx, out.Sources, doc); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// with returns the rows in which an actor has a part, as they were added.
func (c *catalogue) with(key string) []int32 {
	is := func(who annals.Participant) bool { return ask.KeyOf(&who) == key }
	sides := judged(c.sides.values, func(side []annals.Participant) bool { return slices.ContainsFunc(side, is) })
	chains := judged(c.chains.values, func(chain []annals.Attribution) bool {
		return slices.ContainsFunc(chain, func(a annals.Attribution) bool { return is(a.Participant) })
	})
	var out []int32
	for i := range c.rows {
		r := &c.rows[i]
		if r.actor != none && sides[r.actor] || r.recipient != none && sides[r.recipient] || r.saidBy != none && chains[r.saidBy] {
			out = append(out, int32(i))
		}
	}
	return out
}

// lines returns rows as thin lines.
func (c *catalogue) lines(rows []int32) []annals.Line {
	out := make([]annals.Line, len(rows))
	for n, i := range rows {
		out[n] = c.thin(i)
	}
	return out
}

// offices returns the states that lines tell of an actor, in order of time.
func (d *Desk) offices(ctx context.Context, lines []annals.Line, key string, sources map[string]annals.Document) ([]ask.Holding, error) {
	out := []ask.Holding{}
	for _, g := range ask.Timeline(lines, &ask.Query{Kinds: []annals.Kind{annals.State}, Status: []annals.Status{annals.Actual}}) {
		for _, line := range g.Lines {
			if len(out) == mostIDs || !slices.ContainsFunc(line.Actor, func(p annals.Participant) bool { return ask.KeyOf(&p) == key }) {
				continue
			}
			h := ask.Holding{State: line.Type, Holder: line.Actor, Words: line.Text, Lines: []*annals.Line{line}}
			if line.When != nil {
				h.Since = line.When.EDTF
			}
			if err := d.show(ctx, h.Lines, sources); err != nil {
				return nil, err
			}
			out = append(out, h)
		}
	}
	return out, nil
}
