package where

import (
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

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

// TestBadTables holds that a mistake in a table is reported with its file and
// line, and in words.
func TestBadTables(t *testing.T) {
	g := places(t).gazetteer
	for _, c := range []struct{ file, row, want string }{
		{"data/countries.tsv", "LTU\tnorth\t24", "data/countries.tsv:2: the latitude"},
		{"data/countries.tsv", "LTU\t55\t240", "data/countries.tsv:2: no such place on Earth"},
		{"data/places.tsv", "Lake\tlake\t\t55\teast", "data/places.tsv:2: the longitude"},
		{"data/cities.tsv", "Kaunas\tLTU\t57\t54.9\t23.91\tmany", "data/cities.tsv:2: the population"},
		{"data/aliases.tsv", "Atlantis\tGRC\t\tPoseidonis", "data/aliases.tsv:2: there is no city Atlantis in GRC"},
		{"en/prepositions.tsv", "in\tthere\tany", `en/prepositions.tsv:2: there is no role "there"`},
		{"en/prepositions.tsv", "in\tat\tsometimes", "en/prepositions.tsv:2: with is any"},
		{"en/prepositions.tsv", "in\tat\tany\nin\tat\tany", `en/prepositions.tsv:3: "in" is there twice`},
		{"en/verbs.tsv", "visit\tthere\tyes", `en/verbs.tsv:2: there is no role "there"`},
		{"en/motion.tsv", "go\twalk", `en/motion.tsv:2: there is no class "walk"`},
		{"en/nouns.tsv", "border\tline", `en/nouns.tsv:2: there is no kind "line"`},
		{"en/modifiers.tsv", "old\tage", `en/modifiers.tsv:2: there is no class "age"`},
	} {
		_, err := load(g, withRow(t, c.file, c.row))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s with %q: %v, want %q", c.file, c.row, err, c.want)
		}
	}
}

// withRow returns the tables, with one of them holding only its header and the
// row.
func withRow(t *testing.T, name, row string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	for _, folder := range []string{"data", "en"} {
		entries, err := embedded.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			path := folder + "/" + e.Name()
			data, err := embedded.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if path == name {
				data = []byte(header(string(data)) + "\n" + row + "\n")
			}
			files[path] = &fstest.MapFile{Data: data}
		}
	}
	return files
}

// header returns the row of a table that names its columns.
func header(table string) string {
	for line := range strings.SplitSeq(table, "\n") {
		if line != "" && line[0] != '#' {
			return line
		}
	}
	return ""
}
