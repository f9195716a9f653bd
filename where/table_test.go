package where

import (
	"slices"
	"testing"

	"annals/gazetteer"
)

// TestCapitals holds that the tables know the capital of every country that
// the gazetteer knows one of.
func TestCapitals(t *testing.T) {
	p := places(t)
	for e := range p.gazetteer.Entries() {
		if e.Kind != gazetteer.Country || e.Capital == "" {
			continue
		}
		known := slices.ContainsFunc(p.sites.named(e.Capital), func(s *site) bool {
			return s.country == e.Country && s.kind != provinceKind
		})
		if !known {
			t.Errorf("the tables lack %s, the capital of %s", e.Capital, e.Name)
		}
	}
}

// TestCountriesHavePositions holds that every country lies somewhere.
func TestCountriesHavePositions(t *testing.T) {
	p := places(t)
	for e := range p.gazetteer.Entries() {
		if _, ok := p.middles[e.ID]; e.Kind == gazetteer.Country && !ok {
			t.Errorf("no position of %s", e.ID)
		}
	}
}

// TestCountryCodes holds that every place lies in a country of the gazetteer.
func TestCountryCodes(t *testing.T) {
	p := places(t)
	for _, i := range p.sites.items[1:] {
		if c := i.site.country; c != "" && p.gazetteer.Country(c) == nil {
			t.Errorf("%s lies in %q, which is no country", i.site.name, c)
		}
	}
}

func TestSpellings(t *testing.T) {
	for name, want := range map[string][]string{
		"Minsk":          {"Minsk"},
		"Šiauliai":       {"Šiauliai", "Siauliai"},
		"Łódź":           {"Łódź", "Lodz"},
		"Homyel'":        {"Homyel'", "Homyel"},
		"Saint Helier":   {"Saint Helier", "St. Helier", "St Helier"},
		"Port-au-Prince": {"Port-au-Prince", "Port - au - Prince"},
		"Paris, Texas":   {"Paris , Texas"},
	} {
		if got := slices.Collect(spellings(name)); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestIndex(t *testing.T) {
	x := newIndex(4)
	york, newYork, other := &site{name: "York"}, &site{name: "New York"}, &site{name: "York"}
	x.add("York", york)
	x.add("New York", newYork)
	x.add("York", other)
	x.add("York", york)
	for _, c := range []struct {
		words  []string
		length int
		sites  int
	}{
		{[]string{"New", "York", "City"}, 2, 1},
		{[]string{"York"}, 1, 2},
		{[]string{"New"}, 0, 0},
		{[]string{"Newark"}, 0, 0},
		{nil, 0, 0},
	} {
		sites, length := x.longest(func(i int) string {
			if i < len(c.words) {
				return c.words[i]
			}
			return ""
		})
		if length != c.length || len(sites) != c.sites {
			t.Errorf("%q: %d sites of %d words, want %d of %d", c.words, len(sites), length, c.sites, c.length)
		}
	}
}
