package language

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
	"annals/phrase"
)

// known is what a table says of names.
type known struct {
	bodies  phrase.Trie[bool]
	regions phrase.Trie[bool]
	titles  map[string]bool
}

// newKnown reads a table of names; cut cuts one into the forms of its tokens.
func newKnown(files fs.FS, name string, cut func(name string) []string) (*known, error) {
	table, err := datafile.Read(files, name, "name", "kind")
	if err != nil {
		return nil, fmt.Errorf("loading known names: %w", err)
	}
	k := &known{titles: map[string]bool{}}
	for _, row := range table.Rows {
		forms := strings.Join(cut(row.Get("name")), " ")
		switch row.Get("kind") {
		case "ORG":
			k.bodies.Add(forms, true)
		case "region":
			k.regions.Add(forms, true)
			if forms != strings.ToUpper(forms) {
				k.regions.Add(strings.ToLower(forms), true)
			}
		case "title":
			k.titles[forms] = true
		default:
			return nil, row.Errorf("the kind %q is none of ORG, region, title", row.Get("kind"))
		}
	}
	return k, nil
}

// longest returns how many tokens from token i on are one of the phrases.
func longest(phrases *phrase.Trie[bool], tokens []Token, i int) int {
	_, n := phrases.Longest(func(k int) string {
		if i+k < len(tokens) {
			return tokens[i+k].Form
		}
		return ""
	})
	return n
}
