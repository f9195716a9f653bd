package actors

import (
	"embed"
	"strings"

	"annals/datafile"
	"annals/gazetteer"
)

//go:embed data/*.tsv
var embedded embed.FS

// Offices knows which words name an office that one person holds at a time. It
// is read-only and safe for concurrent use.
type Offices struct {
	gazetteer *gazetteer.Gazetteer
	names     map[string]string // by a folded name: the office
}

// LoadOffices reads the embedded table of offices.
func LoadOffices(g *gazetteer.Gazetteer) (*Offices, error) {
	table, err := datafile.Read(embedded, "data/offices.tsv", "office", "names")
	if err != nil {
		return nil, err
	}
	o := &Offices{gazetteer: g, names: map[string]string{}}
	for i := range table.Rows {
		row := &table.Rows[i]
		for _, name := range row.List("names", ";") {
			if other, twice := o.names[Fold(name)]; twice {
				return nil, row.Errorf("%q is already the office %q", name, other)
			}
			o.names[Fold(name)] = row.Get("office")
		}
	}
	return o, nil
}

// Named returns the office that a role names, "" where many hold it at a time
// or it is not known: "foreign minister" for "Minister of Foreign Affairs of
// Chile". What follows the name of the office must be a polity, for the president
// of a court or a club is not the president of the country.
func (o *Offices) Named(role string) string {
	office, _ := o.named(role)
	return office
}

// named returns the office that a role names and the polity that it says, if any.
func (o *Offices) named(role string) (office string, of *gazetteer.Entry) {
	folded := Fold(role)
	if office, found := o.names[folded]; found {
		return office, nil
	}
	for end := strings.LastIndex(folded, " of "); end > 0; end = strings.LastIndex(folded[:end], " of ") {
		if office, found := o.names[folded[:end]]; found {
			if of := o.polity(folded[end:], role); of != nil {
				return office, of
			}
		}
	}
	return "", nil
}

// polity returns the polity that a folded complement (" of the united kingdom") at the end
// of a role names, nil if it names none.
func (o *Offices) polity(complement, role string) *gazetteer.Entry {
	words := strings.Fields(role)
	n := len(strings.Fields(complement)) - 1
	if n < 1 || n > len(words) {
		return nil
	}
	name := words[len(words)-n:]
	if strings.EqualFold(name[0], "the") {
		name = name[1:]
	}
	match, length := o.gazetteer.Longest(func(i int) string {
		if i < len(name) {
			return name[i]
		}
		return ""
	})
	if length == 0 || length < len(name) {
		return nil
	}
	return match.Entry
}

// Plural returns the office whose holders a plural names, "" if there is none:
// "foreign minister" for "foreign ministers".
func (o *Offices) Plural(role string) string {
	folded := Fold(role)
	if singular, plural := strings.CutSuffix(folded, "s"); plural {
		return o.names[singular]
	}
	return ""
}

// holderSlug returns the owner and the office of an id such as "BLR:president":
// two empty strings where the id names no office of one holder.
func (o *Offices) holderSlug(id string) (owner, office string) {
	owner, slug, found := strings.Cut(id, ":")
	if !found || owner == "person" {
		return "", ""
	}
	if office = o.names[strings.ReplaceAll(slug, "-", " ")]; office == "" {
		return "", ""
	}
	return owner, office
}
