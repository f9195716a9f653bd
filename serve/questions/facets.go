package questions

import (
	"cmp"
	"context"
	"slices"

	"annals"
	"annals/ask"
	"annals/record"
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
	all, err := d.entries(ctx, q)
	if err != nil {
		return nil, err
	}
	r, err := d.whole(ctx)
	if err != nil {
		return nil, err
	}
	t := newTally()
	for i := range all {
		t.next()
		for _, id := range all[i].Matching {
			t.line(r.line[id], r.documentOf(r.line[id].Document))
		}
	}
	return &FacetsAnswer{Total: len(all), Facets: t.facets(d.Name)}, nil
}

// tally counts values, each once for an entry.
type tally struct {
	counts map[string]map[string]int
	labels map[string]string
	seen   map[[2]string]bool // by this entry
}

func newTally() *tally {
	return &tally{counts: map[string]map[string]int{}, labels: map[string]string{}, seen: map[[2]string]bool{}}
}

func (t *tally) next() { clear(t.seen) }

func (t *tally) add(facet, value, label string) {
	if key := [2]string{facet, value}; value == "" || t.seen[key] {
		return
	}
	t.seen[[2]string{facet, value}] = true
	if t.counts[facet] == nil {
		t.counts[facet] = map[string]int{}
	}
	t.counts[facet][value]++
	if label != "" {
		t.labels[value] = label
	}
}

// line counts what a line has.
func (t *tally) line(line *annals.Line, doc *annals.Document) {
	t.add("kind", string(line.Kind), "")
	t.add("type", line.Type, "")
	t.add("mode", line.Mode, "")
	t.add("status", string(line.Status), "")
	for i := range line.SaidBy {
		p := &line.SaidBy[i].Participant
		t.add("speaker", ask.KeyOf(p), ask.NameOf(p))
	}
	for _, p := range record.PartiesOf(line) {
		t.add("party", p.Country, "")
	}
	if doc != nil {
		t.add("source", cmp.Or(doc.Source, doc.ID), "")
	}
	if line.When == nil {
		return
	}
	if first, _, err := ask.ParseDays(cmp.Or(line.When.From, line.When.To)); err == nil {
		y, _, _ := first.Date()
		t.add("year", year(y), "")
	}
}

func (t *tally) facets(name func(string) string) []Facet {
	out := []Facet{}
	for _, facet := range []string{"kind", "type", "mode", "status", "party", "speaker", "source", "year"} {
		f := Facet{Name: facet, Values: []FacetValue{}}
		for value, count := range t.counts[facet] {
			label := cmp.Or(t.labels[value], value)
			if facet == "party" {
				label = name(value)
			}
			f.Values = append(f.Values, FacetValue{Value: value, Label: label, Count: count})
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
