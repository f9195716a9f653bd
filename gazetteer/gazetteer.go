package gazetteer

import (
	"iter"

	"annals"
	"annals/phrase"
)

// Kind says what an entry is.
type Kind string

// The kinds of entry.
const (
	Country      Kind = "country"      // a state of the present: a member or observer of the United Nations, Taiwan, Kosovo
	Territory    Kind = "territory"    // a part or dependency of a state that acts in its own name: Scotland, Hong Kong, Crimea
	Historical   Kind = "historical"   // a polity of the past
	Region       Kind = "region"       // a part of the world spoken of as one: Europe, the West, the Balkans
	Divided      Kind = "divided"      // the states of a land that has more than one, its members: the two Koreas
	Organization Kind = "organization" // an intergovernmental organization: United Nations, European Union, NATO
	Group        Kind = "group"        // a movement or armed group: Taliban, Hezbollah, Irish Republican Army
	People       Kind = "people"       // a people that no single state is named after: Kurds, Balts, Tatars
	Party        Kind = "party"        // a political party: Likud, African National Congress
	Media        Kind = "media"        // a newspaper, agency or broadcaster: BBC, Reuters
	Society      Kind = "society"      // a non-governmental organization: Amnesty International, Red Cross
	Agency       Kind = "agency"       // a ministry, service or body of a state: Pentagon, CIA, Duma
	Military     Kind = "military"     // an army or force of a state: Red Army, Wehrmacht
	Company      Kind = "company"      // a firm: Gazprom, East India Company
)

// Entry is somebody or something that the gazetteer knows.
type Entry struct {
	ID        string // alpha-3 code, or the name in small letters; unique, stable
	Name      string // usual English name
	Adjective string // first adjective of the data: "Lithuanian"; "" if none
	Kind      Kind
	Alpha2    string   // ISO 3166-1 alpha-2; "" but for countries and territories that have one
	Country   string   // ISO 3166-1 alpha-3 of the country itself, its sovereign, its stated successor or its seat; "" if none
	Sector    []string // codes of sectors.tsv, sorted; nil for a country as such
	From      string   // EDTF: first year, "" if not stated; BC as in "-0508"
	To        string   // EDTF: last year, "" if not stated or still there
	Capital   string   // English name of the seat of government; "" if none
	Members   []string // ids of the countries that a region or organization consists of, where the data lists them
	Row       annals.Row
}

// Form says by which of its forms an entry was named.
type Form string

// The forms of a name.
const (
	AsName         Form = "name"         // Lithuania
	AsAdjective    Form = "adjective"    // Lithuanian; may also be a noun ("a Lithuanian", "the French")
	AsPeople       Form = "people"       // Lithuanians, Spaniard
	AsCapital      Form = "capital"      // Vilnius
	AsAbbreviation Form = "abbreviation" // U.S., NATO
)

// Match is an entry and the form in which words named it. The zero Match has a
// nil Entry.
type Match struct {
	Entry *Entry
	Form  Form
	Row   *annals.Row // where the name stands; shared, do not change it
}

// Gazetteer is the loaded knowledge. It is read-only and safe for concurrent
// use.
type Gazetteer struct {
	entries []*Entry
	byID    map[string]*Entry
	names   phrase.Trie[Match]
	leaders leaders
	terms   []*Leader
	sectors map[string]bool // by code: whether what its people do is a public affair of itself
}

// Longest returns the longest name that the words word(0), word(1), ... begin
// with and its length in words, 0 if they begin with none. Words are those of
// a tokenizer in the manner of Universal Dependencies, as printed; word must
// return "" past the end.
func (g *Gazetteer) Longest(word func(i int) string) (Match, int) {
	return g.names.Longest(word)
}

// Country returns the country or territory with an ISO 3166-1 alpha-3 code, or
// nil.
func (g *Gazetteer) Country(alpha3 string) *Entry {
	e := g.byID[alpha3]
	if e == nil || e.Country != alpha3 {
		return nil
	}
	return e
}

// IsSector reports whether code is a sector code of sectors.tsv.
func (g *Gazetteer) IsSector(code string) bool {
	_, ok := g.sectors[code]
	return ok
}

// IsPolitical reports whether what people of a sector do is a public affair of
// itself, as sectors.tsv says.
func (g *Gazetteer) IsPolitical(sector string) bool { return g.sectors[sector] }

// Entry returns the entry with an id, or nil.
func (g *Gazetteer) Entry(id string) *Entry { return g.byID[id] }

// Entries yields every entry in the order of the data files.
func (g *Gazetteer) Entries() iter.Seq[*Entry] {
	return func(yield func(*Entry) bool) {
		for _, e := range g.entries {
			if !yield(e) {
				return
			}
		}
	}
}
