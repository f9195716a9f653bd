package who

import (
	"embed"
	"fmt"
	"slices"
	"strings"
	"sync"

	"annals"
	"annals/datafile"
	"annals/gazetteer"
	"annals/phrase"
)

//go:embed en/*.tsv
var data embed.FS

// A role is a noun for somebody who acts: a person in an office or of a trade,
// or a body of people.
type role struct {
	noun    string   // dictionary form, lower case: "prime minister"
	sector  []string // sorted
	sort    sort
	sex     sex
	nouns   []string // noun and the broader ones that may stand for it later: president, leader, politician
	takes   bool     // the sector is that of the organization it belongs to: "Hamas leader"; of a country noun: "the country" may mean one
	topic   bool     // a country before it is what the person deals with: "China expert"
	towards bool     // so is a possessor or complement: "ally of Spain"
	row     annals.Row
}

// sort says whether a role noun is a person or a body.
type sort byte

const (
	person  sort = iota // minister: plural where several
	human               // woman: says nothing about office or trade
	body                // government: "it", sometimes "they"
	mass                // police, nobility: plural or singular, grammar does not say
	kin                 // wife: belongs to a person, inherits no country
	country             // country, nation, side: stands for a polity named before
)

var sorts = map[string]sort{"person": person, "human": human, "body": body, "mass": mass, "kin": kin, "country": country}

// sex is what tells he from she; 0 where nothing tells.
type sex byte

const (
	male   sex = 'm'
	female sex = 'f'
)

// A title is a form of address before a name: "Gen.", "Mrs.".
type title struct {
	noun string // the role noun that it abbreviates, "" if none
	sex  sex
	row  annals.Row
}

// Resolver finds the participants of texts. It is read-only and safe for
// concurrent use.
type Resolver struct {
	gazetteer *gazetteer.Gazetteer
	nouns     phrase.Trie[*role]
	byNoun    map[string]*role
	titles    map[string]title
	sexes     map[string]sex // of given names
	sexRows   map[string]annals.Row
	endings   []ending // of surnames, longest first
	places    map[string]bool
	motion    map[string]bool
	features  map[string]bool
	things    map[string]bool
	larger    map[string]bool
	nobody    map[string]bool
	mutual    map[string]bool             // adjectives that tell two states from no others
	kinds     map[gazetteer.Kind][]string // nouns that stand for entries of a kind: party: "party"
	pool      sync.Pool                   // of *casting
}

type ending struct {
	text string
	sex  sex
	row  annals.Row
}

var (
	roleColumns  = []string{"noun", "sector", "sort", "sex", "kinds", "takes", "topic"}
	titleColumns = []string{"title", "noun", "sex"}
	nameColumns  = []string{"name", "sex"}
	placeColumns = []string{"word", "use"}
	kindColumns  = []string{"kind", "nouns"}
)

// New returns a Resolver that knows the gazetteer and the embedded tables. An
// error names the file and line of a bad table.
func New(g *gazetteer.Gazetteer) (*Resolver, error) {
	r := &Resolver{
		gazetteer: g, byNoun: map[string]*role{}, titles: map[string]title{},
		sexes: map[string]sex{}, places: map[string]bool{}, motion: map[string]bool{}, features: map[string]bool{}, things: map[string]bool{}, larger: map[string]bool{}, nobody: map[string]bool{}, mutual: map[string]bool{},
		kinds: map[gazetteer.Kind][]string{}, sexRows: map[string]annals.Row{},
	}
	for _, load := range []struct {
		file    string
		columns []string
		row     func(*datafile.Row) error
	}{
		{"en/roles.tsv", roleColumns, r.addRole},
		{"en/titles.tsv", titleColumns, r.addTitle},
		{"en/names.tsv", nameColumns, r.addName},
		{"en/places.tsv", placeColumns, r.addPlace},
		{"en/kinds.tsv", kindColumns, r.addKind},
	} {
		t, err := datafile.Read(data, load.file, load.columns...)
		if err != nil {
			return nil, fmt.Errorf("loading the roles: %w", err)
		}
		for i := range t.Rows {
			if err := load.row(&t.Rows[i]); err != nil {
				return nil, fmt.Errorf("loading the roles: %w", err)
			}
		}
	}
	slices.SortStableFunc(r.endings, func(a, b ending) int { return len(b.text) - len(a.text) })
	return r, nil
}

func (r *Resolver) addRole(row *datafile.Row) error {
	s, known := sorts[row.Get("sort")]
	if !known {
		return row.Errorf("no sort %q", row.Get("sort"))
	}
	sector := row.List("sector", ";")
	slices.Sort(sector)
	for _, code := range sector {
		if !r.gazetteer.IsSector(code) {
			return row.Errorf("no sector %q", code)
		}
	}
	kinds := row.List("kinds", ";")
	x, err := readSex(row)
	if err != nil {
		return err
	}
	for _, noun := range row.List("noun", ";") {
		n := &role{noun, sector, s, x, append([]string{noun}, kinds...), row.Get("takes") != "", row.Get("topic") != "", row.Get("topic") == "of", cite(row, noun)}
		if !r.nouns.Add(noun, n) {
			return row.Errorf("%q stands in the table already", noun)
		}
		r.byNoun[noun] = n
	}
	return nil
}

func (r *Resolver) addTitle(row *datafile.Row) error {
	noun := row.Get("noun")
	if noun != "" && r.byNoun[noun] == nil {
		return row.Errorf("no role noun %q", noun)
	}
	x, err := readSex(row)
	if err != nil {
		return err
	}
	for _, t := range row.List("title", ";") {
		r.titles[t] = title{noun, x, cite(row, t)}
	}
	return nil
}

func (r *Resolver) addName(row *datafile.Row) error {
	x, err := readSex(row)
	if err != nil {
		return err
	}
	for _, name := range row.List("name", ";") {
		if end, found := strings.CutPrefix(name, "*"); found {
			r.endings = append(r.endings, ending{end, x, cite(row, name)})
			continue
		}
		r.sexes[name], r.sexRows[name] = x, cite(row, name)
	}
	return nil
}

func (r *Resolver) addPlace(row *datafile.Row) error {
	words := row.List("word", ";")
	for _, word := range words {
		switch row.Get("use") {
		case "place":
			r.places[word] = true
		case "motion":
			r.motion[word] = true
		case "feature":
			r.features[word] = true
		case "thing":
			r.things[word] = true
		case "larger":
			r.larger[word] = true
		case "nobody":
			r.nobody[word] = true
		case "mutual":
			r.mutual[word] = true
		default:
			return row.Errorf("no use %q", row.Get("use"))
		}
	}
	return nil
}

func (r *Resolver) addKind(row *datafile.Row) error {
	for _, noun := range row.List("nouns", ";") {
		if r.byNoun[noun] == nil {
			return row.Errorf("no role noun %q", noun)
		}
	}
	r.kinds[gazetteer.Kind(row.Get("kind"))] = row.List("nouns", ";")
	return nil
}

func readSex(row *datafile.Row) (sex, error) {
	switch text := row.Get("sex"); text {
	case "":
		return 0, nil
	case "m", "f":
		return sex(text[0]), nil
	default:
		return 0, row.Errorf("no sex %q", text)
	}
}

// sexOf returns what a person's name tells: by the given name, else by the
// ending of the surname.
func (r *Resolver) sexOf(words []string) sex {
	if len(words) == 0 {
		return 0
	}
	if len(words) > 1 {
		if x := r.sexes[words[0]]; x != 0 {
			return x
		}
	}
	last := words[len(words)-1]
	for _, e := range r.endings {
		if len(last) > len(e.text)+1 && strings.HasSuffix(last, e.text) {
			return e.sex
		}
	}
	return r.sexes[words[0]]
}
