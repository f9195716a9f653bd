package neural

import (
	"fmt"
	"io/fs"
	"strings"

	"annals/datafile"
	"annals/phrase"
)

// hintKinds are the kinds of the gazetteer, in the order of their marks.
var hintKinds = [...]string{"given", "place", "organization", "title", "organization-word", "place-word"}

// Gazetteer knows well-known names.
type Gazetteer struct {
	names phrase.Trie[*Mark]
}

// LoadGazetteer reads a file with the columns name and kind; cut cuts a name
// into the forms of its tokens.
func LoadGazetteer(files fs.FS, file string, cut func(name string) []string) (*Gazetteer, error) {
	table, err := datafile.Read(files, file, "name", "kind")
	if err != nil {
		return nil, fmt.Errorf("loading gazetteer: %w", err)
	}
	g := &Gazetteer{}
	hints := map[string]*Mark{}
	for _, row := range table.Rows {
		var bit Mark
		for i, kind := range hintKinds {
			if row.Get("kind") == kind {
				bit = 1 << i
			}
		}
		if bit == 0 {
			return nil, row.Errorf("the kind %q is none of %s", row.Get("kind"), strings.Join(hintKinds[:], ", "))
		}
		name := strings.Join(cut(row.Get("name")), " ")
		if hints[name] == nil {
			hints[name] = new(Mark)
			g.names.Add(name, hints[name])
		}
		*hints[name] |= bit
	}
	return g, nil
}

// mark adds to the words what the gazetteer says of them.
func (g *Gazetteer) mark(words []Word, forms []string) {
	for i := 0; i < len(words); i++ {
		if words[i].Marks&(capital|digit) == 0 {
			continue
		}
		hint, n := g.names.Longest(func(k int) string {
			if i+k < len(forms) {
				return forms[i+k]
			}
			return ""
		})
		if n == 0 {
			continue
		}
		words[i].Marks |= *hint
		for k := 1; k < n; k++ {
			words[i+k].Marks |= *hint | inName
		}
		i += n - 1
	}
}
