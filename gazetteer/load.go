package gazetteer

import (
	"embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
)

//go:generate go run ./generate -o data/countries.tsv

//go:embed data/*.tsv
var data embed.FS

// The files of entries that are not in ISO 3166, in the order in which their
// names are tried: a name that two files give belongs to the entry of the
// earlier one, and one of ISO 3166 before all.
var entryFiles = [...]string{
	"data/territories.tsv", "data/regions.tsv", "data/organizations.tsv",
	"data/historical.tsv", "data/peoples.tsv", "data/groups.tsv", "data/parties.tsv",
	"data/agencies.tsv", "data/societies.tsv", "data/media.tsv", "data/companies.tsv",
}

var (
	countryColumns = []string{"alpha3", "alpha2", "name", "names"}
	formColumns    = []string{"alpha3", "kind", "name", "capital", "names", "adjectives", "people"}
	entryColumns   = []string{"id", "name", "kind", "country", "sector", "from", "to", "capital", "names", "adjectives", "people", "members"}
	sectorColumns  = []string{"code", "political", "meaning"}
)

var kinds = []Kind{Country, Territory, Historical, Region, Divided, Organization, Group, People, Party, Media, Society, Agency, Military, Company}

// Load reads the embedded data. An error names the file and line.
func Load() (*Gazetteer, error) {
	l := loader{
		Gazetteer: &Gazetteer{byID: map[string]*Entry{}, leaders: leaders{}, sectors: map[string]bool{}},
	}
	steps := []func() error{l.loadSectors, l.loadCountries, l.loadForms}
	for _, file := range entryFiles {
		steps = append(steps, func() error { return l.loadEntries(file) })
	}
	steps = append(steps, l.checkMembers, l.loadLeaders)
	for _, step := range steps {
		if err := step(); err != nil {
			return nil, fmt.Errorf("loading the gazetteer: %w", err)
		}
	}
	return l.Gazetteer, nil
}

// A loader fills a Gazetteer.
type loader struct{ *Gazetteer }

// each calls do with every row of a file until one fails.
func each(file string, columns []string, do func(*datafile.Row) error) error {
	t, err := datafile.Read(data, file, columns...)
	if err != nil {
		return err
	}
	for i := range t.Rows {
		if err := do(&t.Rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) loadSectors() error {
	return each("data/sectors.tsv", sectorColumns, func(row *datafile.Row) error {
		switch political := row.Get("political"); political {
		case "yes", "no":
			l.sectors[row.Get("code")] = political == "yes"
			return nil
		default:
			return row.Errorf("political %q is neither yes nor no", political)
		}
	})
}

// loadCountries reads what the generator made of ISO 3166 and CLDR.
func (l *loader) loadCountries() error {
	return each("data/countries.tsv", countryColumns, func(row *datafile.Row) error {
		code := row.Get("alpha3")
		e := &Entry{ID: code, Alpha2: row.Get("alpha2"), Name: row.Get("name"), Country: code, Kind: Country}
		if err := l.add(row, e); err != nil {
			return err
		}
		l.call(e, AsName, row.List("names", ";"), &e.Row)
		return nil
	})
}

// loadForms reads how English speaks of the countries and their people.
func (l *loader) loadForms() error {
	return each("data/forms.tsv", formColumns, func(row *datafile.Row) error {
		e := l.byID[row.Get("alpha3")]
		if e == nil {
			return row.Errorf("no country %q", row.Get("alpha3"))
		}
		e.Kind, e.Capital = Kind(row.Get("kind")), capital(row)
		if e.Kind != Country && e.Kind != Territory {
			return row.Errorf("%q is neither country nor territory", e.Kind)
		}
		if name := row.Get("name"); name != "" {
			e.Name = name
		}
		at := cite(row, e.ID)
		l.call(e, AsName, []string{e.Name}, &at)
		l.callForms(row, e, &at)
		return nil
	})
}

// cite names a row for explanations.
func cite(row *datafile.Row, entry string) annals.Row {
	return annals.Row{Entry: entry, File: path.Join("gazetteer", row.File), Line: row.Line}
}

// callForms files an entry under the names, adjectives, people and capital of
// its row.
func (l *loader) callForms(row *datafile.Row, e *Entry, at *annals.Row) {
	l.call(e, AsName, row.List("names", ";"), at)
	adjectives := row.List("adjectives", ";")
	if len(adjectives) > 0 {
		e.Adjective = adjectives[0]
	}
	l.call(e, AsAdjective, adjectives, at)
	l.call(e, AsPeople, row.List("people", ";"), at)
	// Texts say "Minsk protested", but seldom "Constantinople" for an empire and
	// never "Geneva" for an organization. City-states go by the name of their city.
	if e.Kind == Country || e.Kind == Territory || e.Kind == Historical && e.Capital != "" && strings.Contains(e.Name, e.Capital) {
		l.call(e, AsCapital, row.List("capital", ";"), at)
	}
}

// capital returns the first of a row's seats of government.
func capital(row *datafile.Row) string {
	first, _, _ := strings.Cut(row.Get("capital"), ";")
	return strings.TrimSpace(first)
}

func (l *loader) loadEntries(file string) error {
	return each(file, entryColumns, func(row *datafile.Row) error {
		e := &Entry{
			ID: row.Get("id"), Name: row.Get("name"), Kind: Kind(row.Get("kind")), Country: row.Get("country"),
			Sector: row.List("sector", ";"), From: row.Get("from"), To: row.Get("to"),
			Capital: capital(row), Members: row.List("members", ";"),
		}
		slices.Sort(e.Sector)
		if err := l.check(row, e); err != nil {
			return err
		}
		if err := l.add(row, e); err != nil {
			return err
		}
		l.callForms(row, e, &e.Row)
		return nil
	})
}

// check reports what is wrong with an entry of a row.
func (l *loader) check(row *datafile.Row, e *Entry) error {
	if !slices.Contains(kinds, e.Kind) {
		return row.Errorf("no kind %q", e.Kind)
	}
	if e.Country != "" && l.byID[e.Country] == nil {
		return row.Errorf("no country %q", e.Country)
	}
	for _, code := range e.Sector {
		if !l.IsSector(code) {
			return row.Errorf("no sector %q", code)
		}
	}
	if err := checkYears(e.From, e.To); err != nil {
		return row.Errorf("%w", err)
	}
	return nil
}

// add files an entry under its id and name.
func (l *loader) add(row *datafile.Row, e *Entry) error {
	if e.ID == "" || e.Name == "" {
		return row.Errorf("an entry needs an id and a name")
	}
	if l.byID[e.ID] != nil {
		return row.Errorf("second entry with id %q", e.ID)
	}
	e.Row = cite(row, e.ID)
	l.byID[e.ID] = e
	l.entries = append(l.entries, e)
	l.call(e, AsName, []string{e.Name}, &e.Row)
	return nil
}

// call files an entry under each spelling of names, which stand in a row.
func (l *loader) call(e *Entry, form Form, names []string, at *annals.Row) {
	for _, name := range names {
		f := form
		if f == AsName && isAbbreviation(name) {
			f = AsAbbreviation
		}
		for spelling := range spellings(name) {
			l.names.Add(spelling, Match{e, f, at})
		}
	}
}

func (l *loader) checkMembers() error {
	for _, e := range l.entries {
		if e.Kind == Divided && len(e.Members) < 2 {
			return fmt.Errorf("entry %q: a divided land has two members at least", e.ID)
		}
		for _, id := range e.Members {
			if l.byID[id] == nil {
				return fmt.Errorf("entry %q: no member %q", e.ID, id)
			}
		}
	}
	return nil
}
