package questions

import (
	"cmp"
	"context"
	"slices"

	"annals/ask"
)

// FacetsAnswer says how what is asked for is made up.
type FacetsAnswer struct {
	Total  int     `json:"total"` // entries of the timeline
	Facets []Facet `json:"facets"`
}

// Facet is a parameter of a Query with the values that what is asked for has.
type Facet struct {
	Name   string       `json:"name"`   // of the parameter: type, mode, status, kind, speaker, source, party; year is asked for by from and to
	Values []FacetValue `json:"values"` // the most frequent first, at most a hundred; years in their order
}

// FacetValue is a value and how many entries have it.
type FacetValue struct {
	Value string `json:"value"` // to be asked for
	Label string `json:"label"` // to be shown
	Count int    `json:"count"`
}

// mostValues is how many values of a facet are given.
const mostValues = 100

// Facets counts the entries of the timeline that are asked for by each parameter.
func (d *Desk) Facets(ctx context.Context, q *Query) (*FacetsAnswer, error) {
	c, rows, err := d.chosen(ctx, q)
	if err != nil {
		return nil, err
	}
	all := c.entries(rows)
	t := newTally(c)
	for i := range all {
		t.entry++
		all[i].each(t.row)
	}
	return &FacetsAnswer{Total: len(all), Facets: t.facets(d.Name)}, nil
}

// counter counts the entries with a value.
type counter struct {
	value, label string
	count, last  int // last is the entry that was counted last
}

// tally counts values, each once for an entry.
type tally struct {
	c       *catalogue
	entry   int // the number of the one that is counted
	byFacet map[string]map[string]*counter

	// The counters of the values in the tables of the catalogue; nil until they are met.
	whats, sides, chains, whens, documents [][]*counter
}

func newTally(c *catalogue) *tally {
	return &tally{
		c: c, byFacet: map[string]map[string]*counter{},
		whats: make([][]*counter, len(c.whats.values)), sides: make([][]*counter, len(c.sides.values)),
		chains: make([][]*counter, len(c.chains.values)), whens: make([][]*counter, len(c.whens.values)),
		documents: make([][]*counter, len(c.kept)),
	}
}

// counters are those of some values of a facet.
func (t *tally) counters(all []*counter, facet, value, label string) []*counter {
	if value == "" {
		return all
	}
	if t.byFacet[facet] == nil {
		t.byFacet[facet] = map[string]*counter{}
	}
	found := t.byFacet[facet][value]
	if found == nil {
		found = &counter{value: value, label: cmp.Or(label, value)}
		t.byFacet[facet][value] = found
	}
	return append(all, found)
}

// count counts the values of a number in a table, which find finds when it is first met.
func (t *tally) count(table [][]*counter, number int32, find func() []*counter) {
	if number == none {
		return
	}
	if table[number] == nil {
		table[number] = append([]*counter{}, find()...)
	}
	for _, c := range table[number] {
		if c.last != t.entry {
			c.count, c.last = c.count+1, t.entry
		}
	}
}

// row counts what a row has.
func (t *tally) row(i int32) {
	c, r := t.c, &t.c.rows[i]
	t.count(t.whats, r.what, func() []*counter {
		w := &c.whats.values[r.what]
		all := t.counters(nil, "kind", string(w.kind), "")
		all = t.counters(all, "type", w.name, "")
		all = t.counters(all, "mode", w.mode, "")
		return t.counters(all, "status", string(w.status), "")
	})
	for _, side := range [...]int32{r.actor, r.recipient} {
		t.count(t.sides, side, func() []*counter {
			var all []*counter
			for _, p := range c.sides.values[side] {
				all = t.counters(all, "party", p.Country, "")
			}
			return all
		})
	}
	t.count(t.chains, r.saidBy, func() []*counter {
		var all []*counter
		for _, a := range c.chains.values[r.saidBy] {
			all = t.counters(all, "speaker", ask.KeyOf(&a.Participant), ask.NameOf(&a.Participant))
		}
		return all
	})
	t.count(t.documents, r.document, func() []*counter {
		doc := &c.kept[r.document].Document
		return t.counters(nil, "source", cmp.Or(doc.Source, doc.ID), "")
	})
	t.count(t.whens, r.placed, func() []*counter {
		w := c.whens.values[r.placed]
		first, _, err := ask.ParseDays(cmp.Or(w.From, w.To))
		if err != nil {
			return nil
		}
		y, _, _ := first.Date()
		return t.counters(nil, "year", year(y), "")
	})
}

// facets returns what was counted.
func (t *tally) facets(name func(string) string) []Facet {
	out := []Facet{}
	for _, facet := range []string{"kind", "type", "mode", "status", "party", "speaker", "source", "year"} {
		f := Facet{Name: facet, Values: []FacetValue{}}
		for _, c := range t.byFacet[facet] {
			label := c.label
			if facet == "party" {
				label = name(c.value)
			}
			f.Values = append(f.Values, FacetValue{Value: c.value, Label: label, Count: c.count})
		}
		slices.SortFunc(f.Values, func(a, b FacetValue) int {
			if facet == "year" {
				return cmp.Compare(a.Value, b.Value)
			}
			return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Value, b.Value))
		})
		if facet != "year" {
			f.Values = f.Values[:min(len(f.Values), mostValues)]
		}
		out = append(out, f)
	}
	return out
}
