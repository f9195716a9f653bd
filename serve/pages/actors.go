package pages

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"annals/ask"
	"annals/serve/questions"
)

// actorsView is a list of who is in the record.
type actorsView struct {
	Actors []ask.ActorEntry
	Pager  *pager
}

func (p *Pages) actors(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Actors"
	var answer *questions.ActorsAnswer
	err := together(ctx,
		func(ctx context.Context) (err error) { answer, err = p.desk.Actors(ctx, q); return },
		func(ctx context.Context) (err error) { v.Filters, err = p.filters(ctx, "/actors", q); return },
	)
	if err != nil {
		return err
	}
	v.Data = actorsView{Actors: answer.Actors, Pager: pagerOf("/actors", q, answer.Paging)}
	return nil
}

// actorView is one actor.
type actorView struct {
	*questions.ActorAnswer
	Chart   *chart // offices over time; nil where none is dated
	Entries []questions.Entry
	Total   int
}

// shownEntries is how many entries the page of an actor has.
const shownEntries = 20

func (p *Pages) actor(ctx context.Context, r *http.Request, _ *questions.Query, v *view) error {
	key := r.URL.Query().Get("key")
	answer, err := p.desk.Actor(ctx, key)
	if err != nil {
		return err
	}
	v.Title = cmp.Or(quiet(answer.Actor.Name), key)
	data := actorView{ActorAnswer: answer, Chart: officesOf(answer)}
	found, err := p.desk.Timeline(ctx, &questions.Query{Parties: []string{key}, PerPage: shownEntries})
	if err != nil {
		return err
	}
	data.Entries, data.Total = found.Entries, found.Total
	v.Data = data
	return nil
}

// aroundOffices is how much time is drawn around offices that lie close together.
const aroundOffices = 365 * 24 * time.Hour

// officesOf draws offices and other states over time.
func officesOf(a *questions.ActorAnswer) *chart {
	c := &chart{}
	for _, h := range a.Offices {
		for _, line := range h.Lines {
			if line.When == nil {
				continue
			}
			if d, hasFrom, hasTo := readDays(line.When.From, line.When.To); hasFrom || hasTo {
				first, last := d.from, d.to
				if !hasFrom {
					first = last
				}
				if !hasTo {
					last = first
				}
				c.widen(writeDay(first), writeDay(last))
			}
		}
	}
	if c.From == "" {
		return nil
	}
	if ends, _, _ := readDays(c.From, c.To); ends.to.Sub(ends.from) < 2*aroundOffices {
		c.widen(writeDay(ends.from.Add(-aroundOffices)), writeDay(ends.to.Add(aroundOffices)))
	}
	for _, h := range a.Offices {
		for _, line := range h.Lines {
			if line.When == nil {
				continue
			}
			if m := markOf(line.When.From, line.When.To, c); m != nil {
				m.Label, m.Side, m.Href = quiet(cmp.Or(h.Words, h.State)), "neutral", "/lines/"+line.ID
				c.Spans = append(c.Spans, *m)
			}
		}
	}
	return c
}

// widen makes a chart reach from one day to another.
func (c *chart) widen(from, to string) {
	ends, okFrom, okTo := readDays(c.From, c.To)
	next, _, _ := readDays(from, to)
	if !okFrom || next.from.Before(ends.from) {
		c.From = from
	}
	if !okTo || next.to.After(ends.to) {
		c.To = to
	}
}
