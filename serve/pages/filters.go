package pages

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"annals/serve/questions"
)

// filters are what a view can be narrowed by: a form for what is typed, and lists of the
// values that what is shown has. Each choice is a link to the view that it makes.
type filters struct {
	Path   string
	Query  *questions.Query
	Total  int
	Chosen []choice // what the view is narrowed by already, each a link to the view without it
	Facets []facet
	Kept   []field // what the form keeps without showing it
	Party  [2]string
	Dated  bool // dates can be asked for
	All    string
}

// facet is a parameter with the values that can be chosen.
type facet struct {
	Name, Title string
	Few, More   []choice
}

type choice struct {
	Label, Href string
	Count       int
	Chosen      bool
}

type field struct{ Name, Value string }

// few is how many values of a facet are shown before one asks for more.
const few = 7

// narrowing are the parameters that are chosen from lists.
var narrowing = []string{"kind", "type", "mode", "status", "speaker", "source", "place"}

var facetTitles = []struct{ name, title string }{
	{"kind", "Kind"},
	{"type", "Type"},
	{"mode", "Mode"},
	{"status", "Told as"},
	{"party", "Party"},
	{"speaker", "According to"},
	{"source", "Source"},
}

// filters asks how what is shown is made up.
func (p *Pages) filters(ctx context.Context, path string, q *questions.Query) (*filters, error) {
	answer, err := p.desk.Facets(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("counting by facets: %w", err)
	}
	return p.filtersFrom(answer, path, q), nil
}

// filtersFrom makes filters of an answer.
func (p *Pages) filtersFrom(answer *questions.FacetsAnswer, path string, q *questions.Query) *filters {
	f := &filters{Path: path, Query: q, Total: answer.Total, Dated: true}
	copy(f.Party[:], q.Parties)
	f.Chosen = p.chosen(path, q)
	if len(f.Chosen) > 1 {
		f.All = link(path, (&questions.Query{By: q.By, On: q.On}))
	}
	for _, t := range facetTitles {
		for _, given := range answer.Facets {
			if given.Name == t.name && len(given.Values) > 0 {
				f.Facets = append(f.Facets, facetOf(path, q, t.title, &given))
			}
		}
	}
	f.Kept = kept(q, append(slices.Clone(narrowing), "on", "by")...)
	return f
}

// kept are the values of parameters that a form keeps.
func kept(q *questions.Query, names ...string) []field {
	var out []field
	for _, name := range names {
		for _, value := range q.Values()[name] {
			out = append(out, field{name, value})
		}
	}
	return out
}

func facetOf(path string, q *questions.Query, title string, given *questions.Facet) facet {
	out := facet{Name: given.Name, Title: title}
	for i, v := range given.Values {
		c := choice{Label: v.Label, Count: v.Count, Chosen: q.Has(given.Name, v.Value)}
		switch {
		case c.Chosen:
			c.Href = link(path, q.Without(given.Name, v.Value))
		case given.Name == "party" && len(q.Parties) == 2:
			continue // a third party cannot be asked for
		default:
			c.Href = link(path, q.With(given.Name, v.Value))
		}
		if i < few || c.Chosen {
			out.Few = append(out.Few, c)
		} else {
			out.More = append(out.More, c)
		}
	}
	return out
}

// chosen says what a view is narrowed by.
func (p *Pages) chosen(path string, q *questions.Query) []choice {
	var out []choice
	add := func(name, value, label string) {
		out = append(out, choice{Label: label, Href: link(path, q.Without(name, value)), Chosen: true})
	}
	for _, party := range q.Parties {
		add("party", party, p.desk.Name(party))
	}
	for _, name := range []string{"kind", "type", "mode", "status"} {
		for _, value := range q.Values()[name] {
			add(name, value, strings.ToLower(value))
		}
	}
	for _, one := range []struct{ name, value, label string }{
		{"speaker", q.Speaker, "according to " + p.desk.Name(q.Speaker)},
		{"source", q.Source, "from " + q.Source},
		{"place", q.Place, "in " + p.desk.Name(q.Place)},
		{"from", q.From, "from " + dateOf(q.From)},
		{"to", q.To, "to " + dateOf(q.To)},
		{"q", q.Text, "“" + q.Text + "”"},
	} {
		if one.value != "" {
			add(one.name, one.value, one.label)
		}
	}
	return out
}

// dateOf says a day, month or year of a query in words.
func dateOf(text string) string {
	first, last, ok := boundsOf(text)
	if !ok {
		return text
	}
	return cmp.Or(days{first, last}.String(), text)
}
