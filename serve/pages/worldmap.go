package pages

import (
	"context"
	"net/http"
	"slices"

	"golang.org/x/text/language"

	"annals/serve/questions"
)

// mapView is what the map shows.
type mapView struct {
	Chart   worldChart
	Nowhere int
}

type worldChart struct {
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
	data := mapView{Nowhere: answer.Nowhere, Chart: worldChart{Countries: []country{}, Places: []spot{}}}
	for _, f := range facets.Facets {
		if f.Name != "party" {
			continue
		}
		for _, c := range f.Values {
			data.Chart.Countries = append(data.Chart.Countries, country{ID: numeric(c.Value), Name: quiet(c.Label), Count: c.Count, Href: link(timelinePath, narrowed(q, c.Value))})
		}
	}
	for _, s := range answer.Places {
		at := *q
		at.Place, at.Page = s.Name, 0
		data.Chart.Places = append(data.Chart.Places, spot{Name: quiet(s.Name), Lat: s.Lat, Lon: s.Lon, Count: s.Count, Href: link(timelinePath, &at)})
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
