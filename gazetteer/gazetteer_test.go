package gazetteer

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func load(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// longest looks words up as a tokenizer would hand them over.
func longest(g *Gazetteer, words []string) (Match, int) {
	return g.Longest(func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	})
}

func TestLongest(t *testing.T) {
	g := load(t)
	for _, test := range []struct {
		words  string // the tokens, of which the first ones are the name
		id     string
		form   Form
		length int
	}{
		{"Lithuania signed", "LTU", AsName, 1},
		{"Lithuanian officials", "LTU", AsAdjective, 1},
		{"Lithuanians voted", "LTU", AsPeople, 1},
		{"Vilnius protested", "LTU", AsCapital, 1},
		{"VILNIUS PROTESTS", "LTU", AsCapital, 1},
		{"Grand Duchy of Lithuania", "grand-duchy-of-lithuania", AsName, 4},
		{"Lithuanian SSR", "lithuanian-ssr", AsName, 2},
		{"U.S. troops", "USA", AsAbbreviation, 1},
		{"US troops", "USA", AsAbbreviation, 1},
		{"United States of America", "USA", AsName, 4},
		{"America", "USA", AsName, 1},
		{"the States", "USA", AsName, 2},
		{"Great Britain", "GBR", AsName, 2},
		{"Britons", "GBR", AsPeople, 1},
		{"Scottish voters", "scotland", AsAdjective, 1},
		{"the Dutch", "", "", 0},
		{"Dutch ships", "NLD", AsAdjective, 1},
		{"Holland", "NLD", AsName, 1},
		{"Burma", "MMR", AsName, 1},
		{"Ivory Coast", "CIV", AsName, 2},
		{"Côte d’Ivoire", "CIV", AsName, 2},
		{"Cote d'Ivoire", "CIV", AsName, 2},
		{"People 's Republic of China", "CHN", AsName, 5},
		{"Guinea - Bissau", "GNB", AsName, 3},
		{"Guinea-Bissau", "GNB", AsName, 1},
		{"North Korea", "PRK", AsName, 2},
		{"South Korean", "KOR", AsAdjective, 2},
		{"DR Congo", "COD", AsName, 2},
		{"Turkey", "TUR", AsName, 1},
		{"Türkiye", "TUR", AsName, 1},
		{"Palestinians", "PSE", AsPeople, 1},
		{"Kosovo", "XKX", AsName, 1},
		{"Taiwanese", "TWN", AsAdjective, 1},
		{"Chechen rebels", "chechnya", AsAdjective, 1},
		{"Crimean Tatars", "crimean-tatars", AsName, 2},
		{"Kurdish fighters", "kurds", AsAdjective, 1},
		{"Soviet Union", "SUN", AsName, 2},
		{"USSR", "SUN", AsAbbreviation, 1},
		{"Soviet troops", "SUN", AsAdjective, 1},
		{"East Germany", "DDR", AsName, 2},
		{"Ottoman Empire", "ottoman-empire", AsName, 2},
		{"European condemnation", "europe", AsAdjective, 1},
		{"European Union", "european-union", AsName, 2},
		{"E.U. leaders", "european-union", AsAbbreviation, 1},
		{"U.N. Security Council", "united-nations-security-council", AsName, 3},
		{"NATO", "nato", AsAbbreviation, 1},
		{"Taliban", "taliban", AsName, 1},
		{"al - Qaeda", "al-qaeda", AsName, 3},
		{"Kremlin", "kremlin", AsName, 1},
		{"Reuters", "reuters", AsName, 1},
		{"Red Army", "red-army", AsName, 2},
		{"Franco - Prussian War", "FRA", AsAdjective, 2},
		{"lithuania", "", "", 0},
		{"nowhere", "", "", 0},
	} {
		match, length := longest(g, strings.Fields(test.words))
		id := ""
		if match.Entry != nil {
			id = match.Entry.ID
		}
		if id != test.id || match.Form != test.form || length != test.length {
			t.Errorf("%q is %q as %q over %d words, want %q as %q over %d", test.words, id, match.Form, length, test.id, test.form, test.length)
		}
	}
}

// The successors that doc.go states, and those that it says there are not.
func TestSuccessors(t *testing.T) {
	g := load(t)
	for id, country := range map[string]string{
		"SUN": "RUS", "byelorussian-ssr": "BLR", "lithuanian-ssr": "LTU", "prussia": "DEU", "DDR": "DEU",
		"ottoman-empire": "TUR", "grand-duchy-of-lithuania": "LTU", "HVO": "BFA", "qing-dynasty": "CHN",
		"YUG": "", "CSK": "", "austria-hungary": "", "gran-colombia": "", "holy-roman-empire": "",
		"polish-lithuanian-commonwealth": "", "kashmir": "", "europe": "", "united-nations": "",
		"abkhazia": "GEO", "scotland": "GBR",
	} {
		e := g.Entry(id)
		if e == nil {
			t.Errorf("no entry %q", id)
			continue
		}
		if e.Country != country {
			t.Errorf("%s: country %q, want %q", id, e.Country, country)
		}
	}
}

func TestEveryCountryIsComplete(t *testing.T) {
	g := load(t)
	countries := 0
	for e := range g.Entries() {
		if e.Kind != Country {
			continue
		}
		countries++
		if g.Country(e.ID) != e {
			t.Errorf("%s: Country does not find it", e.ID)
		}
		if e.Capital == "" && e.ID != "SYC" { // Victoria is many other places
			t.Errorf("%s: no capital", e.ID)
		}
		if e.Adjective == "" && e.ID != "COG" { // "Congolese" is read as COD's
			t.Errorf("%s: no adjective", e.ID)
		}
		if e.Country != e.ID {
			t.Errorf("%s: country %q", e.ID, e.Country)
		}
		if match, _ := longest(g, strings.Fields(e.Name)); match.Entry != e {
			t.Errorf("%s: its name %q is read as another's", e.ID, e.Name)
		}
	}
	if countries < 193 {
		t.Errorf("%d countries, want those of the United Nations at least", countries)
	}
}

func TestCountryFindsCountriesOnly(t *testing.T) {
	g := load(t)
	if e := g.Country("PRI"); e == nil || e.Kind != Territory {
		t.Errorf("PRI: %v, want a territory", e)
	}
	for _, code := range []string{"", "SUN", "nato", "XXX"} {
		if e := g.Country(code); e != nil {
			t.Errorf("Country(%q) = %v, want nil", code, e)
		}
	}
}

func TestLeaders(t *testing.T) {
	g := load(t)
	for _, test := range []struct{ called, name, country string }{
		{"Lukashenko", "Alexander Lukashenko", "BLR"},
		{"Aliaksandr Lukashenka", "Alexander Lukashenko", "BLR"},
		{"Netanyahu", "Benjamin Netanyahu", "ISR"},
		{"Dalia Grybauskaite", "Dalia Grybauskaitė", "LTU"},
		{"Stalin", "Joseph Stalin", "RUS"},
		{"Golda Meir", "Golda Meir", "ISR"},
		{"Johnson", "", ""}, // too many people
	} {
		found := g.Leaders(test.called)
		if test.name == "" {
			if found != nil {
				t.Errorf("%q is %s", test.called, found[0].Name)
			}
			continue
		}
		if len(found) == 0 || found[0].Name != test.name || found[0].Country != test.country {
			t.Errorf("%q: %v, want %s of %s", test.called, found, test.name, test.country)
		}
	}
}

// Load checks the files itself; this checks that it does.
func TestBadDataIsReported(t *testing.T) {
	for _, test := range []struct{ from, to, want string }{
		{"", "1990", ""},
		{"1990", "1980", "later"},
		{"90", "", "no EDTF date"},
		{"-0508", "-0026", ""},
		{"-0026", "-0508", "later"},
	} {
		err := checkYears(test.from, test.to)
		if (err == nil) != (test.want == "") || err != nil && !strings.Contains(err.Error(), test.want) {
			t.Errorf("checkYears(%q, %q) = %v, want %q", test.from, test.to, err, test.want)
		}
	}
}

// Every file says in its first line what it holds.
func TestDataFilesAreInOrder(t *testing.T) {
	files, err := filepath.Glob("data/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no data files", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), "#") {
			t.Errorf("%s: does not begin with what it holds", file)
		}
	}
}

func FuzzLongest(f *testing.F) {
	g := load(f)
	for _, seed := range []string{"Grand Duchy of Lithuania", "U.S.", "People 's Republic of", "\x00", "al - "} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := strings.Fields(text)
		match, length := longest(g, words)
		if length > len(words) || (length == 0) != (match.Entry == nil) {
			t.Errorf("%q: %v over %d words", text, match, length)
		}
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

func BenchmarkLongest(b *testing.B) {
	g := load(b)
	words := strings.Fields("The Grand Duchy of Lithuania and the Kingdom of Poland sent envoys to Moscow")
	b.ResetTimer()
	for b.Loop() {
		for i := range words {
			longest(g, words[i:])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/token")
}
