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
	aliases, err := d.aliases(ctx)
	if err != nil {
		return nil, err
	}
	all := c.actors(rows)
	first, last := q.page(len(all))
	ask.JoinActors(all[first:last], aliases)
	return &ActorsAnswer{Paging: q.paging(len(all)), Actors: orEmpty(all[first:last])}, nil
}

// ActorAnswer is one actor: names, offices over time, partners, and what happened last.
type ActorAnswer struct {
	Actor    ask.ActorEntry             `json:"actor"`
	Offices  []ask.Holding              `json:"offices"`  // as the lines tell them, in order of time
	Partners []ask.Dyad                 `json:"partners"` // those with the most first
	Sources  map[string]annals.Document `json:"sources"`
}

// Actor returns the actor with a key, or with one that was joined to it, or ErrUnknown.
func (d *Desk) Actor(ctx context.Context, key string) (*ActorAnswer, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	aliases, err := d.aliases(ctx)
	if err != nil {
		return nil, err
	}
	key = remaining(aliases, key)
	rows := c.with(key)
	out := &ActorAnswer{Sources: map[string]annals.Document{}, Offices: []ask.Holding{}, Partners: []ask.Dyad{}}
	found := false
	for _, a := range c.actors(rows) {
		if a.Key == key {
			one := []ask.ActorEntry{a}
			ask.JoinActors(one, aliases)
			out.Actor, found = one[0], true
		}
	}
	if !found {
		return nil, fmt.Errorf("%w: actor %q", ErrUnknown, key)
	}
	isCountry := d.known.Country(key) != nil
	for _, dyad := range d.network(c, c.facts(rows), isCountry) {
		if len(out.Partners) < mostPartners && (dyad.From.Key == key || dyad.To.Key == key) {
			out.Partners = append(out.Partners, dyad)
		}
	}
	if out.Offices, err = d.offices(ctx, c, rows, key, out.Sources); err != nil {
		return nil, err
	}
	for _, doc := range out.Actor.Documents {
		if err := d.cite(ctx, out.Sources, doc); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// with returns the rows in which an actor has a part, in order of time.
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

// mostPartners is how many partners of an actor are given.
const mostPartners = 50

// facts leaves the rows of events that are told as fact.
func (c *catalogue) facts(rows []int32) []int32 {
	return slices.DeleteFunc(slices.Clone(rows), func(i int32) bool {
		r := &c.rows[i]
		w := &c.whats.values[r.what]
		if r.event != none {
			return c.events[r.event].Status != annals.Actual || c.events[r.event].Denied
		}
		return w.Kind != annals.Event || w.Status != annals.Actual
	})
}

// mostOffices is how many states of an actor are given.
const mostOffices = 100

// offices returns the states that lines tell of an actor, in order of time.
func (d *Desk) offices(ctx context.Context, c *catalogue, rows []int32, key string, sources map[string]annals.Document) ([]ask.Holding, error) {
	out := []ask.Holding{}
	for _, i := range rows {
		w := &c.whats.values[c.rows[i].what]
		if len(out) == mostOffices || w.Kind != annals.State || w.Status != annals.Actual {
			continue
		}
		line := c.thin(i)
		if !slices.ContainsFunc(line.Actor, func(p annals.Participant) bool { return ask.KeyOf(&p) == key }) {
			continue
		}
		h := ask.Holding{State: line.Type, Holder: line.Actor, Words: line.Text, Lines: []*annals.Line{&line}}
		if line.When != nil {
			h.Since = line.When.EDTF
		}
		if err := d.show(ctx, h.Lines, sources); err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, nil
}
