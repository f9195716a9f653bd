package ask

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
	"annals/gazetteer"
)

// PartyOf returns whom a name means: a country by its code or by any of its names, in any
// case, with everybody who belongs to it; what else the gazetteer knows, by its id; whoever
// was resolved to an id such as "person:jan-novak"; or else whoever has that name.
func PartyOf(known *gazetteer.Gazetteer, name string) Party {
	name = strings.TrimSpace(name)
	entry := known.Entry(strings.ToUpper(name))
	if entry == nil {
		entry = known.Entry(name)
	}
	if entry == nil {
		entry = named(known, name)
	}
	if entry == nil {
		entry = named(known, capitalized(name))
	}
	switch {
	case entry == nil && strings.Contains(name, ":"):
		return Party{ID: name}
	case entry == nil:
		return Party{Name: name}
	case known.Country(entry.Country) == entry:
		return Party{ID: entry.ID, Country: entry.Country}
	}
	return Party{ID: entry.ID}
}

// Is reports whether a participant is the party or belongs to it.
func (p Party) Is(who *annals.Participant) bool { return p.is(who) }

// named returns what all the words of a name are the name of, or nil.
func named(known *gazetteer.Gazetteer, name string) *gazetteer.Entry {
	words := strings.Fields(name)
	match, length := known.Longest(func(i int) string {
		if i < len(words) {
			return words[i]
		}
		return ""
	})
	if length != len(words) {
		return nil
	}
	return match.Entry
}

// capitalized returns a name with a capital letter for each word.
func capitalized(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		words[i] = string(unicode.ToUpper(r)) + w[size:]
	}
	return strings.Join(words, " ")
}
