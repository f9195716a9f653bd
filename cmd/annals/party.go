package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/ask"
	"annals/gazetteer"
)

// parties fills in the parties of the question. It loads the gazetteer only if
// there are any.
func (f *questionFlags) parties(q *ask.Query) error {
	if len(f.between) == 0 && f.saidBy == "" {
		return nil
	}
	known, err := gazetteer.Load()
	if err != nil {
		return fmt.Errorf("loading the gazetteer: %w", err)
	}
	f.known = known
	for _, name := range f.between {
		q.Between = append(q.Between, party(known, name))
	}
	if f.saidBy != "" {
		q.SaidBy = party(known, f.saidBy)
	}
	return nil
}

// party returns whom a name on the command line means: a country by its code or
// by any of its names, in any case, with everybody who belongs to it; what else
// the gazetteer knows, by its id; or else whoever has that name.
func party(known *gazetteer.Gazetteer, name string) ask.Party {
	name = strings.TrimSpace(name)
	entry := known.Entry(strings.ToUpper(name))
	if entry == nil {
		entry = named(known, name)
	}
	if entry == nil {
		entry = named(known, capitalized(name))
	}
	switch {
	case entry == nil:
		return ask.Party{Name: name}
	case known.Country(entry.Country) == entry:
		return ask.Party{ID: entry.ID, Country: entry.Country}
	}
	return ask.Party{ID: entry.ID}
}

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
