package pages

import (
	"cmp"
	"context"
	"net/http"
	"slices"

	"golang.org/x/text/language"

	"annals/ask"
	"annals/serve/questions"
)

// mapView is what the map shows.
type mapView struct {
	Chart   worldChart
	Nowhere int
}

type worldChart struct {
	Name      string    `json:"name"`
	Countries []country `json:"countries"`
	Places    []spot    `json:"places"`
}

type country struct {
	ID    string `json:"id"` // ISO 3166-1 numeric, as the shapes have it
	Name  string `json:"name"`
	Count int    `json:"count"`
	Href  string `json:"href"`
}

type spot struct {
	Name  string  `json:"name"`
	Lat   float64 `json:"lat"`
	Lon   float64 `json:"lon"`
	Count int     `json:"count"`
	Href  string  `json:"href"`
}

func (p *Pages) places(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Map"
	var answer *questions.PlacesAnswer
	var facets *questions.FacetsAnswer
	err := together(ctx,
		func(ctx context.Context) (err error) { answer, err = p.desk.Places(ctx, q); return },
		func(ctx context.Context) (err error) { facets, err = p.desk.Facets(ctx, q); return },
	)
	if err != nil {
		return err
	}
	v.Filters = p.filtersFrom(facets, "/map", q)
	data := mapView{Nowhere: answer.Nowhere, Chart: worldChart{Name: "Map of countries and places"}}
	for _, f := range facets.Facets {
		if f.Name != "party" {
			continue
		}
		for _, c := range f.Values {
			data.Chart.Countries = append(data.Chart.Countries, country{ID: numeric(c.Value), Name: quiet(c.Label), Count: c.Count, Href: link("/timeline", narrowed(q, c.Value))})
		}
	}
	for _, s := range answer.Places {
		at := *q
		at.Place, at.Page = s.Name, 0
		data.Chart.Places = append(data.Chart.Places, spot{Name: quiet(s.Name), Lat: s.Lat, Lon: s.Lon, Count: s.Count, Href: link("/timeline", &at)})
	}
	v.Data = data
	return nil
}

// narrowed returns a query for what a party has part in too, on the first page.
func narrowed(q *questions.Query, party string) *questions.Query {
	out := *q
	out.Page = 0
	if len(q.Parties) < 2 && !slices.Contains(q.Parties, party) {
		out.Parties = append(slices.Clone(q.Parties), party)
	}
	return &out
}

// numeric returns the ISO 3166-1 numeric code of a country with three digits, as the shapes
// have it; "" for what has none.
func numeric(alpha3 string) string {
	region, err := language.ParseRegion(alpha3)
	if err != nil || region.M49() == 0 {
		return ""
	}
	const digits = "0123456789"
	n := region.M49()
	return string([]byte{digits[n/100%10], digits[n/10%10], digits[n%10]})
}

// networkView is what the network shows.
type networkView struct {
	By     string
	Chart  networkChart
	Dyads  []ask.Dyad
	Pager  *pager
	ByHref [2]choice
}

type networkChart struct {
	Name  string     `json:"name"`
	Nodes []node     `json:"nodes"`
	Links []relation `json:"links"`
}

type node struct {
	Key   string `json:"key"`
	Name  string `json:"name"`
	Count int    `json:"count"`
	Href  string `json:"href"`
}

// relation is what is told of two parties, in whatever direction.
type relation struct {
	Source string   `json:"source"`
	Target string   `json:"target"`
	Count  int      `json:"count"`
	Mean   *float64 `json:"mean,omitempty"`
	Href   string   `json:"href"`
	sum    float64
	scored int
}

// dyadsShown is how many dyads a page of the network has, unless another number is asked
// for: more cannot be told apart in a drawing.
const dyadsShown = 60

func (p *Pages) network(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
	v.Title = "Network"
	asked := *q
	if asked.PerPage == 0 {
		asked.PerPage = dyadsShown
	}
	var answer *questions.NetworkAnswer
	err := together(ctx,
		func(ctx context.Context) (err error) { answer, err = p.desk.Network(ctx, &asked); return },
		func(ctx context.Context) (err error) { v.Filters, err = p.filters(ctx, "/network", q); return },
	)
	if err != nil {
		return err
	}
	data := networkView{By: answer.By, Dyads: answer.Dyads, Chart: p.networkOf(answer.Dyads, q), Pager: pagerOf("/network", q, answer.Paging)}
	for i, by := range []string{"country", "actor"} {
		data.ByHref[i] = choice{Label: by, Href: link("/network", q.With("by", by)), Chosen: by == answer.By}
	}
	v.Data = data
	return nil
}

// networkOf puts the dyads of two parties together.
func (p *Pages) networkOf(dyads []ask.Dyad, q *questions.Query) networkChart {
	c := networkChart{Name: "Network of who acts on whom", Nodes: []node{}, Links: []relation{}}
	nodes, links := map[string]int{}, map[[2]string]int{}
	for i := range dyads {
		d := &dyads[i]
		for _, n := range []ask.Node{d.From, d.To} {
			at, met := nodes[n.Key]
			if !met {
				at = len(c.Nodes)
				nodes[n.Key] = at
				c.Nodes = append(c.Nodes, node{Key: n.Key, Name: quiet(n.Name), Href: actorLink(n.Key)})
			}
			c.Nodes[at].Count += d.Events
		}
		key := [2]string{min(d.From.Key, d.To.Key), max(d.From.Key, d.To.Key)}
		at, met := links[key]
		if !met {
			at = len(c.Links)
			links[key] = at
			c.Links = append(c.Links, relation{Source: key[0], Target: key[1], Href: betweenLink(q, key[0], key[1])})
		}
		c.Links[at].add(d)
	}
	return c
}

// add counts a dyad.
func (r *relation) add(d *ask.Dyad) {
	r.Count += d.Events
	if d.MeanScore == nil {
		return
	}
	r.sum += *d.MeanScore * float64(d.Scored)
	r.scored += d.Scored
	mean := r.sum / float64(r.scored)
	r.Mean = &mean
}

// betweenLink is the address of the series between two parties.
func betweenLink(q *questions.Query, a, b string) string {
	between := questions.Query{Parties: []string{a, b}, From: q.From, To: q.To}
	return link("/series", &between)
}

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

// officesOf draws offices and other states over time.
func officesOf(a *questions.ActorAnswer) *chart {
	c := &chart{Name: "Offices and other states over time"}
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
