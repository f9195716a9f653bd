package export

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
	"annals/gazetteer"
)

//go:embed data
var embedded embed.FS

// Codes knows the codes of other data sets: of types, countries and sectors. It is
// read-only and safe for concurrent use.
type Codes struct {
	known     *gazetteer.Gazetteer
	cameo     map[string][2]string // beginning of a code -> type, mode
	titles    map[string]string    // code -> its title
	countries map[string]string    // code -> ISO 3166-1 alpha-3
	inCAMEO   map[string]string    // ISO 3166-1 alpha-3 -> code, where CAMEO has another
	sectors   map[string]string    // words of ICEWS -> code
	inWords   map[string]string    // code -> words of ICEWS
}

// LoadCodes reads the embedded tables.
func LoadCodes() (*Codes, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	k := &Codes{known: known, cameo: map[string][2]string{}, titles: map[string]string{}, countries: map[string]string{}, inCAMEO: map[string]string{}, sectors: map[string]string{}, inWords: map[string]string{}}
	err = each("data/cameo.tsv", []string{"code", "type", "mode"}, func(row *datafile.Row) {
		k.cameo[row.Get("code")] = [2]string{strings.TrimPrefix(row.Get("type"), "-"), strings.TrimPrefix(row.Get("mode"), "-")}
	})
	if err != nil {
		return nil, err
	}
	err = each("data/titles.tsv", []string{"code", "title"}, func(row *datafile.Row) { k.titles[row.Get("code")] = row.Get("title") })
	if err != nil {
		return nil, err
	}
	err = each("data/countries.tsv", []string{"code", "country", "written"}, func(row *datafile.Row) {
		k.countries[row.Get("code")] = row.Get("country")
		if row.Get("written") == "yes" {
			k.inCAMEO[row.Get("country")] = row.Get("code")
		}
	})
	if err != nil {
		return nil, err
	}
	return k, each("data/sectors.tsv", []string{"sector", "code"}, func(row *datafile.Row) {
		sector, code := row.Get("sector"), row.Get("code")
		k.sectors[strings.ToLower(sector)] = code
		if k.inWords[code] == "" {
			k.inWords[code] = sector
		}
	})
}

func each(file string, columns []string, do func(*datafile.Row)) error {
	table, err := datafile.Read(embedded, file, columns...)
	if err != nil {
		return err
	}
	for i := range table.Rows {
		do(&table.Rows[i])
	}
	return nil
}

// typeOf returns the PLOVER type and mode of a CAMEO code.
func (k *Codes) typeOf(code string) (typ, mode string, err error) {
	for end := len(code); end >= 2; end-- {
		if found, ok := k.cameo[code[:end]]; ok {
			return found[0], found[1], nil
		}
	}
	return "", "", fmt.Errorf("%q is no CAMEO code", code)
}

// titleOf returns the title of a CAMEO code, or of what it is a kind of.
func (k *Codes) titleOf(code string) string {
	for end := len(code); end >= 2; end-- {
		if title := k.titles[code[:end]]; title != "" {
			return title
		}
	}
	return ""
}

// cameoCountry returns the code that CAMEO has for a country.
func (k *Codes) cameoCountry(country string) string {
	return cmp.Or(k.inCAMEO[country], country)
}

// country returns the alpha-3 code of a country that is given by a code, "" for
// anything else, as a region.
func (k *Codes) country(code string) string {
	if iso := k.countries[code]; iso != "" {
		return iso
	}
	if k.known.Country(code) != nil {
		return code
	}
	return ""
}

// named returns what all the words of a name are the name of, or nil.
func (k *Codes) named(name string) *gazetteer.Entry {
	words := strings.Fields(name)
	match, length := k.known.Longest(func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	})
	if length == 0 || length != len(words) {
		return nil
	}
	return match.Entry
}

// countryNamed returns the alpha-3 code of a country that is given by its name.
func (k *Codes) countryNamed(name string) string {
	if entry := k.named(name); entry != nil && k.known.Country(entry.Country) == entry {
		return entry.Country
	}
	return ""
}

// nameOf returns the English name of a country, or the code where it has none.
func (k *Codes) nameOf(country string) string {
	if entry := k.known.Country(country); entry != nil {
		return entry.Name
	}
	return country
}

// knownSectors returns those of some codes that are sectors, each once.
func (k *Codes) knownSectors(all ...string) []string {
	var out []string
	for _, code := range all {
		if code = strings.TrimSpace(code); k.known.IsSector(code) && !slices.Contains(out, code) {
			out = append(out, code)
		}
	}
	return out
}

// participant is somebody in a row of another data set. Who is called like his country
// is the country.
func (k *Codes) participant(name, country string, sectors []string) []annals.Participant {
	if name == "" && country == "" {
		return nil
	}
	p := annals.Participant{Text: name, Name: name, Country: country, Sector: sectors}
	if entry := k.known.Country(country); entry != nil && len(sectors) == 0 && (name == "" || strings.EqualFold(name, entry.Name)) {
		p.ID, p.Name, p.Text = entry.ID, entry.Name, entry.Name
	}
	return []annals.Participant{p}
}
