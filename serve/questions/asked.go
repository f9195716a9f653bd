package questions

import (
	"slices"
	"strings"

	"annals"
	"annals/ask"
	"annals/record"
)

// asked is a Query made ready to be compared with lines.
type asked struct {
	*Query
	ask     ask.Query // what package ask knows
	parties []ask.Party
	search  record.Search
}

// asked makes a query ready.
func (d *Desk) asked(q *Query) (*asked, error) {
	if err := q.Check(); err != nil {
		return nil, err
	}
	a := &asked{Query: q, ask: ask.Query{Types: q.Types, Kinds: q.Kinds, Status: q.Status}}
	for _, name := range q.Parties {
		a.parties = append(a.parties, ask.PartyOf(d.known, name))
	}
	if len(a.parties) == 2 {
		a.ask.Between = a.parties
	}
	if q.Speaker != "" {
		a.ask.SaidBy = ask.PartyOf(d.known, q.Speaker)
	}
	if q.From != "" {
		first, _, err := ask.ParseDays(q.From)
		if err != nil {
			return nil, wrong("from: %w", err)
		}
		a.ask.From = &first
	}
	if q.To != "" {
		_, last, err := ask.ParseDays(q.To)
		if err != nil {
			return nil, wrong("to: %w", err)
		}
		a.ask.To = &last
	}
	a.search = record.Search{Phrases: phrases(q.Text)}
	if q.Text != "" && len(a.search.Words()) == 0 {
		return nil, wrong("q: %q has no word", q.Text)
	}
	return a, nil
}

func (a *asked) isPlace(p annals.Place) bool {
	return strings.EqualFold(p.Country, a.Place) || strings.EqualFold(p.Name, a.Place) || strings.EqualFold(p.Text, a.Place)
}

func containsFold(values []string, value string) bool {
	return slices.ContainsFunc(values, func(v string) bool { return strings.EqualFold(v, value) })
}

// phrases returns the phrases of a text: words in quotation marks stand together.
func phrases(text string) []string {
	var out []string
	for i, part := range strings.Split(text, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
