package questions

import (
	"cmp"
	"context"
	"slices"

	"annals"
)

// Overview says what the record holds.
type Overview struct {
	Documents int     `json:"documents"`
	Sentences int     `json:"sentences"`
	Lines     int     `json:"lines"`
	Events    int     `json:"events"` // merged from their reports
	States    int     `json:"states"` // lines
	Claims    int     `json:"claims"` // lines
	Added     string  `json:"added,omitempty"`
	Density   Density `json:"density"` // of the events
	Types     []Count `json:"types"`   // of the events, the most frequent first
}

// Count is how many there are of something.
type Count struct {
	Value string `json:"value"`
	Count int    `json:"count"`
}

// Overview returns what the record holds.
func (d *Desk) Overview(ctx context.Context) (*Overview, error) {
	c, rows, err := d.chosen(ctx, &Query{})
	if err != nil {
		return nil, err
	}
	out := &Overview{Documents: len(c.kept), Lines: len(c.rows)}
	for _, kept := range c.kept {
		out.Sentences += kept.Sentences
		out.Added = max(out.Added, kept.Added)
	}
	var events []member
	byWhat := make([]int, len(c.whats.values))
	for _, m := range c.members(rows) {
		what := c.rows[m.first].what
		byWhat[what]++
		if c.whats.values[what].Kind == annals.Event {
			events = append(events, m)
		}
	}
	counts := map[string]int{}
	for i, n := range byWhat {
		switch w := &c.whats.values[i]; {
		case w.Kind == annals.State:
			out.States += n
		case w.Kind == annals.Claim:
			out.Claims += n
		case n > 0:
			counts[w.Name] += n
		}
	}
	out.Events, out.Types = len(events), ranked(counts)
	out.Density = *d.density(c, events)
	return out, nil
}

// ranked returns counts, the greatest first.
func ranked(counts map[string]int) []Count {
	out := []Count{}
	for value, n := range counts {
		out = append(out, Count{value, n})
	}
	slices.SortFunc(out, func(a, b Count) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
	})
	return out
}

// PlacesAnswer says where what is asked for happened, the places with the most first.
type PlacesAnswer struct {
	Countries []Count `json:"countries"` // ISO 3166-1 alpha-3 codes of the places
	Places    []Spot  `json:"places"`    // those with coordinates, at most a thousand
	Nowhere   int     `json:"nowhere"`   // entries without a place
}

// Spot is a place and how many entries are told of it.
type Spot struct {
	Name    string  `json:"name"`
	Country string  `json:"country,omitempty"`
	Lat     float64 `json:"lat"`
	Lon     float64 `json:"lon"`
	Count   int     `json:"count"`
}

const mostSpots = 1000

// Places returns where the entries of the timeline that are asked for happened.
func (d *Desk) Places(ctx context.Context, q *Query) (*PlacesAnswer, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	countries, spots := map[string]int{}, map[Spot]int{}
	out := &PlacesAnswer{Places: []Spot{}}
	alone := make([]int, len(c.wheres.values)) // entries of one report, by their places
	for _, m := range c.members(rows) {
		if where := c.rows[m.first].where; len(m.more) == 0 {
			if where == none {
				out.Nowhere++
			} else {
				alone[where]++
			}
			continue
		}
		inCountry, at := map[string]bool{}, map[Spot]bool{}
		m.each(func(i int32) {
			if where := c.rows[i].where; where != none {
				note(c.wheres.values[where], inCountry, at)
			}
		})
		if len(inCountry)+len(at) == 0 {
			out.Nowhere++
		}
		for c := range inCountry {
			countries[c]++
		}
		for s := range at {
			spots[s]++
		}
	}
	for i, n := range alone {
		if n == 0 {
			continue
		}
		inCountry, at := map[string]bool{}, map[Spot]bool{}
		note(c.wheres.values[i], inCountry, at)
		if len(inCountry)+len(at) == 0 {
			out.Nowhere += n
		}
		for c := range inCountry {
			countries[c] += n
		}
		for s := range at {
			spots[s] += n
		}
	}
	out.Countries = ranked(countries)
	for s, n := range spots {
		s.Count = n
		out.Places = append(out.Places, s)
	}
	slices.SortFunc(out.Places, func(a, b Spot) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon))
	})
	out.Places = out.Places[:min(len(out.Places), mostSpots)]
	return out, nil
}

// note notes the countries and the places with coordinates among places.
func note(places []annals.Place, countries map[string]bool, at map[Spot]bool) {
	for _, p := range places {
		if p.Country != "" {
			countries[p.Country] = true
		}
		if p.Lat != nil && p.Lon != nil {
			at[Spot{Name: cmp.Or(p.Name, p.Text), Country: p.Country, Lat: *p.Lat, Lon: *p.Lon}] = true
		}
	}
}
