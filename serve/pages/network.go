package pages

import (
	"context"
	"net/http"

	"annals/ask"
	"annals/serve/questions"
)

// networkView is what the network shows.
type networkView struct {
	By     string
	Chart  networkChart
	Dyads  []ask.Dyad
	Pager  *pager
	ByHref [2]choice
}

type networkChart struct {
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
	c := networkChart{Nodes: []node{}, Links: []relation{}}
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
	between := *q
	between.Parties, between.By, between.On, between.Page, between.PerPage = []string{a, b}, "", "", 0, 0
	return link("/series", &between)
}
