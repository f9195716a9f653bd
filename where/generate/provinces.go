package main

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// province is a first-level division of a country: a state, a region, a voivodeship.
type province struct {
	name, country, code string
	lat, lon            float64
}

// readProvinces reads the names of the provinces, and sets each where its
// people live: at the mean of its cities.
func readProvinces(name string, codes codes, cities []city) ([]province, error) {
	var file []struct{ Code, Name string }
	if err := readJSON(name, &file); err != nil {
		return nil, err
	}
	means := map[string]mean{}
	for _, m := range middles(cities, func(c *city) string { return c.alpha2 + "." + c.province }) {
		means[m.key] = m
	}
	var out []province
	for _, e := range file {
		alpha2, code, _ := strings.Cut(e.Code, ".")
		m, ok := means[e.Code]
		if !ok || codes.alpha2[alpha2] == "" || vague(e.Name) {
			continue
		}
		out = append(out, province{e.Name, codes.alpha2[alpha2], code, m.lat, m.lon})
	}
	slices.SortFunc(out, func(a, b province) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.name, b.name), cmp.Compare(a.code, b.code))
	})
	return out, nil
}

// mean is the middle of the people of an area.
type mean struct {
	key              string
	lat, lon, weight float64
}

// middles returns the middle of the cities that share a key, weighted by
// population, sorted by the key.
func middles(cities []city, key func(*city) string) []mean {
	sums := map[string]*mean{}
	for i := range cities {
		c := &cities[i]
		k := key(c)
		if sums[k] == nil {
			sums[k] = &mean{key: k}
		}
		w := float64(max(c.population, 1))
		sums[k].lat += c.lat * w
		sums[k].lon += c.lon * w
		sums[k].weight += w
	}
	var out []mean
	for _, m := range sums {
		out = append(out, mean{m.key, m.lat / m.weight, m.lon / m.weight, m.weight})
	}
	slices.SortFunc(out, func(a, b mean) int { return cmp.Compare(a.key, b.key) })
	return out
}

// vague reports names that are points of the compass or plain nouns, so that
// they name a province only in its own country.
func vague(name string) bool {
	for word := range strings.FieldsSeq(name) {
		switch word {
		case "North", "South", "East", "West", "Central", "Northern", "Southern", "Eastern", "Western", "Capital", "Center", "Centre",
			"Upper", "Lower", "Union", "Coast", "Bay", "River", "Islands", "District", "Province", "Region", "Governorate", "and", "of", "City",
			"Northeast", "Northwest", "Southeast", "Southwest", "Midlands", "Littoral", "Federal", "Delta", "Plateau":
		default:
			return false
		}
	}
	return true
}

func provinceTable(provinces []province) string {
	var b strings.Builder
	b.WriteString("# States, regions and provinces of the countries; the position is the middle of their people.\n" +
		"# Made by where/generate from GeoNames (geonames.org, CC BY 4.0); change aliases.tsv, not this file.\n" +
		"name\tcountry\tcode\tlat\tlon\n")
	for _, p := range provinces {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\n", p.name, p.country, p.code, degrees(p.lat), degrees(p.lon))
	}
	return b.String()
}
