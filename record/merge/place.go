package merge

import (
	"math"

	"annals"
	"annals/record/actors"
)

// place is a place, made ready to be compared.
type place struct {
	fold     string
	country  string
	whole    bool // the country itself
	lat, lon float64
	located  bool
}

// placesOf returns the places of a line: the towns and sites, or the countries where
// it names no town.
func (m *Merger) placesOf(line *annals.Line) []place {
	var out []place
	exact := false
	for i := range line.Where {
		w := &line.Where[i]
		p := place{fold: actors.Fold(w.Name), country: w.Country}
		if w.Lat != nil && w.Lon != nil {
			p.lat, p.lon, p.located = *w.Lat, *w.Lon, true
		}
		if e := m.gazetteer.Country(w.Country); e != nil {
			p.whole = e.Name == w.Name
		}
		if p.country == "" && !p.located {
			continue // "border": words that lead nowhere
		}
		exact = exact || !p.whole && p.located
		out = append(out, p)
	}
	if !exact {
		return out
	}
	towns := out[:0]
	for _, p := range out {
		if !p.whole && p.located {
			towns = append(towns, p)
		}
	}
	return towns
}

// near is how far apart two sites may be and still be one place, in kilometres: a
// village and the town beside it.
const near = 15

// placesAgree compares the places of two reports. Where one has none nothing is said.
func placesAgree(a, b []place) (how How, known bool) {
	if len(a) == 0 || len(b) == 0 {
		return 0, false
	}
	how = OtherPlace
	for i := range a {
		for k := range b {
			p, q := &a[i], &b[k]
			switch {
			case p.fold == q.fold && p.country == q.country:
				if p.whole {
					how = min(how, WithinCountry)
					continue
				}
				return SameTown, true
			case p.located && q.located && !p.whole && !q.whole && kilometres(p, q) < near:
				return SameTown, true
			case p.country != "" && p.country == q.country && (p.whole || q.whole || !p.located || !q.located):
				how = min(how, WithinCountry)
			}
		}
	}
	return how, true
}

// kilometres is the great-circle distance of two sites (haversine formula).
func kilometres(p, q *place) float64 {
	const radius = 6371
	rad := math.Pi / 180
	dLat, dLon := (q.lat-p.lat)*rad/2, (q.lon-p.lon)*rad/2
	h := math.Sin(dLat)*math.Sin(dLat) + math.Cos(p.lat*rad)*math.Cos(q.lat*rad)*math.Sin(dLon)*math.Sin(dLon)
	return 2 * radius * math.Asin(math.Sqrt(h))
}
