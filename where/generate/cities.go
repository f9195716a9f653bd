package main

import (
	"cmp"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
)

// city is one populated place of GeoNames.
type city struct {
	name, country    string // alpha-3
	alpha2, province string // GeoNames' codes
	feature          string // PPLC is a capital, PPLX a part of a city
	population       int
	lat, lon         float64
}

// The thresholds of the table: a city is in it from so many inhabitants on;
// a capital of a country always, that of a province from the lower one.
const (
	largeCity       = 50_000
	provinceCapital = 20_000
)

// wanted reports whether the city goes into the table.
func (c *city) wanted() bool {
	switch c.feature {
	case "PPLC":
		return true
	case "PPLX", "PPLH", "PPLQ", "PPLW":
		return false
	case "PPLA":
		return c.population >= provinceCapital
	}
	return c.population >= largeCity
}

// readCities reads cities.pbf: messages of protocol buffers, the coordinates
// as differences to the city before.
func readCities(name string, codes codes) ([]city, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("reading the cities: %w", err)
	}
	var out []city
	var lat, lon int64
	for len(data) > 0 {
		length, n := binary.Uvarint(data)
		if n <= 0 || uint64(len(data)-n) < length {
			return nil, fmt.Errorf("reading the cities: message %d is cut off", len(out))
		}
		c, err := readCity(data[n:n+int(length)], &lat, &lon)
		if err != nil {
			return nil, fmt.Errorf("reading the cities: message %d: %w", len(out), err)
		}
		data = data[n+int(length):]
		c.country = codes.alpha2[c.alpha2]
		out = append(out, c)
	}
	return out, nil
}

func readCity(data []byte, lat, lon *int64) (city, error) {
	var c city
	texts := map[uint64]*string{2: &c.name, 3: &c.alpha2, 7: &c.feature, 8: &c.province}
	for len(data) > 0 {
		key, n := binary.Uvarint(data)
		if n <= 0 {
			return c, errors.New("bad key")
		}
		data = data[n:]
		value, n := binary.Uvarint(data)
		if n <= 0 {
			return c, errors.New("bad number")
		}
		data = data[n:]
		switch key & 7 {
		case 0:
			signed := int64(value>>1) ^ -int64(value&1)
			switch key >> 3 {
			case 9:
				c.population = int(value)
			case 10:
				*lon += signed
			case 11:
				*lat += signed
			}
		case 2:
			if uint64(len(data)) < value {
				return c, errors.New("text is cut off")
			}
			if to := texts[key>>3]; to != nil {
				*to = string(data[:value])
			}
			data = data[value:]
		default:
			return c, fmt.Errorf("unknown wire type %d", key&7)
		}
	}
	c.lat, c.lon = float64(*lat)/1e5, float64(*lon)/1e5
	return c, nil
}

func cityTable(cities []city) string {
	var rows []city
	for _, c := range cities {
		if c.wanted() && c.country != "" && c.name != "" {
			rows = append(rows, c)
		}
	}
	slices.SortFunc(rows, func(a, b city) int {
		return cmp.Or(cmp.Compare(a.country, b.country), cmp.Compare(a.name, b.name), cmp.Compare(b.population, a.population), cmp.Compare(a.lat, b.lat))
	})
	var b strings.Builder
	b.WriteString("# Cities of more than 50,000 people, capitals of provinces of more than 20,000, and all capitals.\n" +
		"# Made by where/generate from GeoNames (geonames.org, CC BY 4.0); other names stand in aliases.tsv, change that file.\n" +
		"name\tcountry\tprovince\tlat\tlon\tpopulation\n")
	for i, c := range rows {
		if i > 0 && c.name == rows[i-1].name && c.country == rows[i-1].country && c.province == rows[i-1].province {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\t%s\t%d\n", c.name, c.country, c.province, degrees(c.lat), degrees(c.lon), c.population)
	}
	return b.String()
}
