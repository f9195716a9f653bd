package questions

import (
	"cmp"
	"context"
	"slices"

	"annals"
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
	all := c.members(rows)
	t := newTally(c)
	for i := range all {
		t.add(&all[i])
	}
	t.close()
	return &FacetsAnswer{Total: len(all), Facets: t.facets(d.Name)}, nil
}

// counter counts the entries with a value.
type counter struct {
	value, label string
	count, last  int // last is the entry that was counted last
}

// tally counts values, each once for an entry. Events and states of one report, which most
// entries are, are counted by the numbers of what they have, and their values at the end.
type tally struct {
	c       *catalogue
	entry   int // the number of the one that is counted by row
	byFacet map[string]map[string]*counter

	whats, chains, dates, documents numbered
	sides, makers                   numbered         // makers are chains as parties: who makes a claim is one to it
	pairs                           map[[2]int32]int // of sides: actor and recipient
}

// numbered are the counters of the values in a table of the catalogue.
type numbered struct {
	counters [][]*counter // each once; nil until they are met
	alone    []int        // entries of one report
	find     func(number int32) []*counter
}

func newTally(c *catalogue) *tally {
	t := &tally{c: c, byFacet: map[string]map[string]*counter{}, pairs: map[[2]int32]int{}}
	of := func(size int, find func(int32) []*counter) numbered {
		return numbered{make([][]*counter, size), make([]int, size), find}
	}
	t.whats = of(len(c.whats.values), t.what)
	t.chains = of(len(c.chains.values), t.chain)
	t.dates = of(len(c.dates), t.date)
	t.documents = of(len(c.kept), t.document)
	t.sides = of(len(c.sides.values), t.side)
	t.makers = of(len(c.chains.values), t.maker)
	return t
}

// add counts an entry.
func (t *tally) add(m *member) {
	if len(m.more) > 0 || t.isClaim(m.first) {
		t.entry++
		m.each(t.row)
		return
	}
	r := &t.c.rows[m.first]
	t.whats.alone[r.what]++
	t.documents.alone[r.document]++
	t.pairs[[2]int32{r.actor, r.recipient}]++
	if r.saidBy != none {
		t.chains.alone[r.saidBy]++
	}
	if r.placed != none {
		t.dates.alone[r.placed]++
	}
}

// row counts what a row of an entry of several reports, or of a claim, has.
func (t *tally) row(i int32) {
	r := &t.c.rows[i]
	makers := none
	if t.isClaim(i) {
		makers = r.saidBy
	}
	for _, all := range [...][]*counter{
		t.makers.of(makers), t.whats.of(r.what), t.sides.of(r.actor), t.sides.of(r.recipient), t.chains.of(r.saidBy), t.documents.of(r.document), t.dates.of(r.placed),
	} {
		for _, c := range all {
			if c.last != t.entry {
				c.count, c.last = c.count+1, t.entry
			}
		}
	}
}

// close counts the values of the entries of one report.
func (t *tally) close() {
	for _, n := range []*numbered{&t.whats, &t.chains, &t.dates, &t.documents} {
		for number, count := range n.alone {
			if count == 0 {
				continue
			}
			for _, c := range n.of(int32(number)) {
				c.count += count
			}
		}
	}
	for pair, count := range t.pairs {
		actor := t.sides.of(pair[0])
		for _, c := range actor {
			c.count += count
		}
		for _, c := range t.sides.of(pair[1]) {
			if !slices.Contains(actor, c) {
				c.count += count
			}
		}
	}
}

// of returns the counters of a number, each once.
func (n *numbered) of(number int32) []*counter {
	if number == none {
		return nil
	}
	if n.counters[number] == nil {
		all := []*counter{}
		for _, c := range n.find(number) {
			if !slices.Contains(all, c) {
				all = append(all, c)
			}
		}
		n.counters[number] = all
	}
	return n.counters[number]
}

// counted adds the counter of a value of a facet to others.
func (t *tally) counted(all []*counter, facet, value, label string) []*counter {
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

func (t *tally) what(number int32) []*counter {
	w := &t.c.whats.values[number]
	all := t.counted(nil, "kind", string(w.Kind), "")
	all = t.counted(all, "type", w.Name, "")
	all = t.counted(all, "mode", w.Mode, "")
	return t.counted(all, "status", string(w.Status), "")
}

func (t *tally) side(number int32) (all []*counter) {
	for _, p := range t.c.sides.values[number] {
		all = t.counted(all, "party", p.Country, "")
	}
	return all
}

func (t *tally) maker(number int32) (all []*counter) {
	for i := range t.c.chains.values[number] {
		all = t.counted(all, "party", t.c.chains.values[number][i].Country, "")
	}
	return all
}

func (t *tally) isClaim(i int32) bool { return t.c.whats.values[t.c.rows[i].what].Kind == annals.Claim }

func (t *tally) chain(number int32) (all []*counter) {
	for i := range t.c.chains.values[number] {
		who := &t.c.chains.values[number][i].Participant
		all = t.counted(all, "speaker", ask.KeyOf(who), ask.NameOf(who))
	}
	return all
}

func (t *tally) document(number int32) []*counter {
	doc := &t.c.kept[number].Document
	return t.counted(nil, "source", cmp.Or(doc.Source, doc.ID), "")
}

func (t *tally) date(number int32) []*counter {
	if !t.c.dates[number].known {
		return nil
	}
	y, _, _ := t.c.dates[number].first.Date()
	return t.counted(nil, "year", year(y), "")
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
