package questions

import (
	"context"
	"fmt"

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
	lines, err := d.matching(ctx, q)
	if err != nil {
		return nil, err
	}
	out := &StateAnswer{On: q.On, Holdings: orEmpty(d.knowledge.State(lines, first)), Sources: map[string]annals.Document{}}
	for i := range out.Holdings {
		for _, line := range append(out.Holdings[i].Lines, out.Holdings[i].Ends...) {
			if err := d.cite(ctx, out.Sources, line.Document); err != nil {
				return nil, err
			}
		}
	}
	return out, nil
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
	lines, err := d.matching(ctx, q)
	if err != nil {
		return nil, err
	}
	all := ask.Claims(lines, &ask.Query{})
	first, last := q.page(len(all))
	out := &ClaimsAnswer{Paging: q.paging(len(all)), Propositions: orEmpty(all[first:last]), Sources: map[string]annals.Document{}}
	for i := range out.Propositions {
		for _, s := range out.Propositions[i].Statements {
			if err := d.cite(ctx, out.Sources, s.Line.Document); err != nil {
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
	told := q.asFact()
	lines, err := d.matching(ctx, told)
	if err != nil {
		return nil, err
	}
	a, b := ask.PartyOf(d.known, q.Parties[0]), ask.PartyOf(d.known, q.Parties[1])
	s := ask.SeriesOf(lines, a, b, by, &ask.Query{}, d.quad)
	return &SeriesAnswer{A: d.called(a), B: d.called(b), By: by, Bins: orEmpty(s.Bins), Undated: s.Undated, Wide: s.Wide}, nil
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
	lines, err := d.matching(ctx, q.asFact().events())
	if err != nil {
		return nil, "", err
	}
	return ask.Network(lines, &ask.Query{}, by == "country", d.Name, d.quad), by, nil
}

// ActorsAnswer is a page of who is in the lines, those in the most first.
type ActorsAnswer struct {
	Paging
	Actors []ask.ActorEntry `json:"actors"`
}

// Actors returns who is in the lines that are asked for.
func (d *Desk) Actors(ctx context.Context, q *Query) (*ActorsAnswer, error) {
	lines, err := d.matching(ctx, q)
	if err != nil {
		return nil, err
	}
	all := ask.Actors(lines, &ask.Query{})
	first, last := q.page(len(all))
	return &ActorsAnswer{Paging: q.paging(len(all)), Actors: orEmpty(all[first:last])}, nil
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
	party := ask.Party{ID: key}
	r, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	var lines []annals.Line
	for i := range r.lines {
		if in(&r.lines[i], key) {
			lines = append(lines, r.lines[i])
		}
	}
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
	for _, dyad := range ask.Network(lines, &ask.Query{Status: []annals.Status{annals.Actual}}, d.known.Country(party.ID) != nil, d.Name, d.quad) {
		if dyad.From.Key == key || dyad.To.Key == key {
			out.Partners = append(out.Partners, dyad)
		}
	}
	out.Offices = d.offices(lines, key)
	for _, doc := range out.Actor.Documents {
		if err := d.cite(ctx, out.Sources, doc); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// in reports whether an actor has a part in a line.
func in(line *annals.Line, key string) bool {
	for _, list := range [][]annals.Participant{line.Actor, line.Recipient} {
		for i := range list {
			if ask.KeyOf(&list[i]) == key {
				return true
			}
		}
	}
	for i := range line.SaidBy {
		if ask.KeyOf(&line.SaidBy[i].Participant) == key {
			return true
		}
	}
	return false
}

// offices returns the states that lines tell of an actor.
func (d *Desk) offices(lines []annals.Line, key string) []ask.Holding {
	out := []ask.Holding{}
	for _, g := range ask.Timeline(lines, &ask.Query{Kinds: []annals.Kind{annals.State}, Status: []annals.Status{annals.Actual}}) {
		for _, line := range g.Lines {
			h := ask.Holding{State: line.Type, Holder: line.Actor, Words: line.Text, Lines: []*annals.Line{line}}
			if line.When != nil {
				h.Since = line.When.EDTF
			}
			for i := range line.Actor {
				if ask.KeyOf(&line.Actor[i]) == key {
					out = append(out, h)
					break
				}
			}
		}
	}
	return out
}
