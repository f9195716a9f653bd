package linear

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
	"annals/phrase"
)

// Hint is what the gazetteer says of a token: the kinds of the names that it is
// part of, one bit each, and whether it continues one.
type Hint uint8

const hintInside Hint = 1 << 7

// hintKinds are the kinds of the gazetteer, in the order of their bits.
var hintKinds = []string{"given", "place", "organization", "title", "organization-word", "place-word"}

// Gazetteer knows well-known names.
type Gazetteer struct {
	names phrase.Trie[*Hint]
}

// LoadGazetteer reads a file with the columns name and kind; cut cuts a name
// into the forms of its tokens.
func LoadGazetteer(files fs.FS, file string, cut func(name string) []string) (*Gazetteer, error) {
	table, err := datafile.Read(files, file, "name", "kind")
	if err != nil {
		return nil, fmt.Errorf("loading gazetteer: %w", err)
	}
	g := &Gazetteer{}
	hints := map[string]*Hint{}
	for _, row := range table.Rows {
		var bit Hint
		for i, kind := range hintKinds {
			if row.Get("kind") == kind {
				bit = 1 << i
			}
		}
		if bit == 0 {
			return nil, row.Errorf("the kind %q is none of %s", row.Get("kind"), strings.Join(hintKinds, ", "))
		}
		name := strings.Join(cut(row.Get("name")), " ")
		if hints[name] == nil {
			hints[name] = new(Hint)
			g.names.Add(name, hints[name])
		}
		*hints[name] |= bit
	}
	return g, nil
}

// Mark fills in s.Hints.
func (g *Gazetteer) Mark(s *Scratch) {
	s.Hints = zeroed(s.Hints, len(s.Words))
	for i := 0; i < len(s.Words); i++ {
		if s.Words[i].Flags&Capital == 0 && s.Words[i].Flags&Digit == 0 {
			continue
		}
		hint, n := g.names.Longest(func(k int) string {
			if i+k < len(s.Words) {
				return s.forms[i+k]
			}
			return ""
		})
		if n == 0 {
			continue
		}
		s.Hints[i] = *hint
		for k := 1; k < n; k++ {
			s.Hints[i+k] = *hint | hintInside
		}
		i += n - 1
	}
}
