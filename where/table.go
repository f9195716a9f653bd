package where

import (
	"embed"
	"fmt"
	"io/fs"
	"strconv"

	"annals/datafile"
	"annals/gazetteer"
)

//go:embed data/*.tsv en/*.tsv
var embedded embed.FS

// site is a place of the tables.
type site struct {
	name       string
	country    string // alpha-3; "" for a sea or a land that several countries share
	province   string // GeoNames' code within the country; cities and provinces
	kind       kind
	population int
	lat, lon   float64
	line       int // of the table of its kind
}

// kind is what sort of place a site is.
type kind uint8

const (
	cityKind kind = iota
	provinceKind
	featureKind // of places.tsv
)

// Places knows the places of the world. It is safe for concurrent use.
type Places struct {
	gazetteer *gazetteer.Gazetteer
	files     fs.FS // the tables
	sites     index
	middles   map[string]site // of the countries, by alpha-3
	words     words
}

// New loads the tables that are embedded in the program. An error names the
// file and the line of a bad entry.
func New(g *gazetteer.Gazetteer) (*Places, error) { return load(g, embedded) }

// load reads the tables from a file system that holds the folders data and en.
func load(g *gazetteer.Gazetteer, files fs.FS) (*Places, error) {
	p := &Places{files: files, gazetteer: g, middles: map[string]site{}, sites: newIndex(1 << 14)}
	steps := []func() error{p.loadCountries, p.loadFeatures, p.loadCities, p.loadProvinces, p.loadWords}
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, fmt.Errorf("loading the places: %w", err)
		}
	}
	return p, nil
}

func (p *Places) loadCountries() error {
	return p.eachRow("data/countries.tsv", []string{"country", "lat", "lon"}, func(row *datafile.Row) error {
		s := site{country: row.Get("country")}
		p.middles[s.country] = s
		if err := s.readPosition(row); err != nil {
			return err
		}
		p.middles[s.country] = s
		return nil
	})
}

func (p *Places) loadFeatures() error {
	columns := []string{"name", "kind", "country", "lat", "lon", "names"}
	return p.eachRow("data/places.tsv", columns, func(row *datafile.Row) error {
		s := &site{name: row.Get("name"), country: row.Get("country"), kind: featureKind, line: row.Line}
		if err := s.readPosition(row); err != nil {
			return err
		}
		p.add(s.name, s)
		for _, name := range row.List("names", ";") {
			p.add(name, s)
		}
		return nil
	})
}

// The table of the other names of cities.
const aliasFile = "data/aliases.tsv"

var aliasColumns = []string{"city", "country", "name", "names"}

// alias is what aliases.tsv says of a city.
type alias struct {
	row  *datafile.Row
	used bool
}

func (p *Places) loadCities() error {
	aliases := map[[2]string]*alias{}
	var order []*alias
	err := p.eachRow(aliasFile, aliasColumns, func(row *datafile.Row) error {
		copied := *row
		a := &alias{row: &copied}
		aliases[[2]string{row.Get("city"), row.Get("country")}] = a
		order = append(order, a)
		return nil
	})
	if err != nil {
		return err
	}
	columns := []string{"name", "country", "province", "lat", "lon", "population"}
	err = p.eachRow("data/cities.tsv", columns, func(row *datafile.Row) error {
		s := &site{name: row.Get("name"), country: row.Get("country"), province: row.Get("province"), line: row.Line}
		if err := s.readPosition(row); err != nil {
			return err
		}
		var err error
		if s.population, err = strconv.Atoi(row.Get("population")); err != nil {
			return row.Errorf("the population: %w", err)
		}
		p.add(s.name, s)
		s.name = withoutSoftSigns(s.name)
		if a := aliases[[2]string{row.Get("name"), s.country}]; a != nil && !a.used {
			a.used = true
			p.rename(s, a.row)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, a := range order {
		if !a.used {
			return a.row.Errorf("there is no city %s in %s", a.row.Get("city"), a.row.Get("country"))
		}
	}
	return nil
}

// rename gives a city its usual English name and its other names.
func (p *Places) rename(s *site, row *datafile.Row) {
	if name := row.Get("name"); name != "" {
		s.name = name
		p.add(name, s)
	}
	for _, name := range row.List("names", ";") {
		p.add(name, s)
	}
}

func (p *Places) loadProvinces() error {
	columns := []string{"name", "country", "code", "lat", "lon"}
	return p.eachRow("data/provinces.tsv", columns, func(row *datafile.Row) error {
		s := &site{name: row.Get("name"), country: row.Get("country"), province: row.Get("code"), kind: provinceKind, line: row.Line}
		if err := s.readPosition(row); err != nil {
			return err
		}
		p.add(s.name, s)
		return nil
	})
}

func (s *site) readPosition(row *datafile.Row) error {
	var err error
	if s.lat, err = strconv.ParseFloat(row.Get("lat"), 64); err != nil {
		return row.Errorf("the latitude: %w", err)
	}
	if s.lon, err = strconv.ParseFloat(row.Get("lon"), 64); err != nil {
		return row.Errorf("the longitude: %w", err)
	}
	if s.lat < -90 || s.lat > 90 || s.lon < -180 || s.lon > 180 {
		return row.Errorf("no such place on Earth: %g, %g", s.lat, s.lon)
	}
	return nil
}

// add makes a site known by a name in all its spellings.
func (p *Places) add(name string, s *site) {
	for spelling := range spellings(name) {
		p.sites.add(spelling, s)
	}
}

// eachRow calls do for every row of a table.
func (p *Places) eachRow(name string, columns []string, do func(*datafile.Row) error) error {
	table, err := datafile.Read(p.files, name, columns...)
	if err != nil {
		return err
	}
	for i := range table.Rows {
		if err := do(&table.Rows[i]); err != nil {
			return err
		}
	}
	return nil
}
