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
	type sum struct{ lat, lon, weight float64 }
	means := map[string]*sum{}
	for _, c := range cities {
		key := c.alpha2 + "." + c.province
		if means[key] == nil {
			means[key] = &sum{}
		}
		w := float64(max(c.population, 1))
		means[key].lat += c.lat * w
		means[key].lon += c.lon * w
		means[key].weight += w
	}
	var out []province
	for _, e := range file {
		alpha2, code, _ := strings.Cut(e.Code, ".")
		mean := means[e.Code]
		if mean == nil || codes.alpha2[alpha2] == "" || vague(e.Name) {
			continue
		}
		out = append(out, province{e.Name, codes.alpha2[alpha2], code, mean.lat / mean.weight, mean.lon / mean.weight})
	}
	slices.SortFunc(out, func(a, b province) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.name, b.name), cmp.Compare(a.code, b.code))
	})
	return out, nil
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
