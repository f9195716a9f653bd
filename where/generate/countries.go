package main

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// country is the middle of a country's largest piece of land.
type country struct {
	alpha3   string
	lat, lon float64
}

// topology is the part of a TopoJSON file that is needed: shapes share arcs,
// whose points are differences on a grid.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct {
			Geometries []struct {
				ID   string
				Type string
				Arcs []any
			}
		}
	}
}

func readCountries(name string, codes codes, cities []city) ([]country, error) {
	var t topology
	if err := readJSON(name, &t); err != nil {
		return nil, err
	}
	var out []country
	seen := map[string]bool{}
	for _, g := range t.Objects.Countries.Geometries {
		alpha3 := codes.numeric[g.ID]
		if alpha3 == "" || seen[alpha3] {
			continue
		}
		seen[alpha3] = true
		polygons := g.Arcs
		if g.Type == "Polygon" {
			polygons = []any{g.Arcs}
		}
		best, area := country{alpha3: alpha3}, 0.0 // the largest polygon so far
		for _, polygon := range polygons {
			ring := t.ring(polygon.([]any)[0].([]any))
			if lat, lon, a := middle(ring); a > area {
				best.lat, best.lon, area = lat, lon, a
			}
		}
		out = append(out, best)
	}
	for _, m := range middles(cities, func(c *city) string { return c.country }) {
		if !seen[m.key] && m.key != "" {
			out = append(out, country{m.key, m.lat, m.lon}) // Tuvalu, Kosovo: no land of their own in the atlas
		}
	}
	slices.SortFunc(out, func(a, b country) int { return cmp.Compare(a.alpha3, b.alpha3) })
	return out, nil
}

// ring puts the arcs of a ring together. An arc ~i is arc i backwards.
func (t *topology) ring(arcs []any) [][2]float64 {
	var out [][2]float64
	for _, number := range arcs {
		i := int(number.(float64))
		backwards := i < 0
		if backwards {
			i = ^i
		}
		points := t.points(i)
		if backwards {
			slices.Reverse(points)
		}
		out = append(out, points...)
	}
	return out
}

// points returns the points of an arc as longitude and latitude.
func (t *topology) points(arc int) [][2]float64 {
	var x, y float64
	var out [][2]float64
	for _, d := range t.Arcs[arc] {
		x, y = x+d[0], y+d[1]
		out = append(out, [2]float64{
			x*t.Transform.Scale[0] + t.Transform.Translate[0],
			y*t.Transform.Scale[1] + t.Transform.Translate[1],
		})
	}
	return out
}

// middle returns the centroid of a ring and its size. A ring that crosses the
// date line is unrolled to the east and to the west.
func middle(ring [][2]float64) (lat, lon, size float64) {
	for i := 1; i < len(ring); i++ {
		ring[i][0] -= 360 * math.Round((ring[i][0]-ring[i-1][0])/360)
	}
	var area, x, y float64
	for i := range ring {
		p, q := ring[i], ring[(i+1)%len(ring)]
		cross := p[0]*q[1] - q[0]*p[1]
		area += cross
		x += (p[0] + q[0]) * cross
		y += (p[1] + q[1]) * cross
	}
	if area == 0 {
		return 0, 0, 0
	}
	lat, lon = y/(3*area), math.Remainder(x/(3*area), 360)
	return lat, lon, math.Abs(area) * math.Cos(lat*math.Pi/180)
}

func countryTable(countries []country) string {
	var b strings.Builder
	b.WriteString("# The middle of each country's largest piece of land.\n" +
		"# Made by where/generate from Natural Earth (public domain).\n" +
		"country\tlat\tlon\n")
	for _, c := range countries {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", c.alpha3, degrees(c.lat), degrees(c.lon))
	}
	return b.String()
}
