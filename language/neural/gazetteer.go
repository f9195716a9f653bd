package neural

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode"

	"annals/datafile"
)

// hintKinds are the kinds of the gazetteer, in the order of their marks.
var hintKinds = [...]string{
	"given", "place", "organization", "title", "organization-word", "place-word",
	"forename", "surname", "town", "company",
}

// Gazetteer knows well-known names. Its maps are flat, since it is loaded at each start.
type Gazetteer struct {
	names  map[string]Mark  // by their words, with spaces between
	begins map[string]uint8 // by first word: how many words its longest name has; 1 not noted
}

// LoadGazetteer reads tables with the columns name and kind; cut cuts a name
// into the forms of its tokens.
func LoadGazetteer(files fs.FS, cut func(name string) []string, tables ...string) (*Gazetteer, error) {
	g := &Gazetteer{names: make(map[string]Mark, 1<<16), begins: map[string]uint8{}}
	for _, table := range tables {
		err := datafile.Each(files, table, func(row *datafile.Row) error { return g.add(row, cut) }, "name", "kind")
		if err != nil {
			return nil, fmt.Errorf("loading gazetteer: %w", err)
		}
	}
	return g, nil
}

// Names returns the names of a kind, their words with spaces between, in the order of their
// letters.
func (g *Gazetteer) Names(kind string) []string {
	var out []string
	at := slices.Index(hintKinds[:], kind)
	for name, marks := range g.names {
		if at >= 0 && marks&(1<<at) != 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// Is reports whether a name, its words with spaces between, is one of a kind.
func (g *Gazetteer) Is(name, kind string) bool {
	at := slices.Index(hintKinds[:], kind)
	return at >= 0 && g.names[name]&(1<<at) != 0
}

// mostWords is how many words of a name count.
const mostWords = 8

// add adds the name of a row.
func (g *Gazetteer) add(row *datafile.Row, cut func(name string) []string) error {
	kind := slices.Index(hintKinds[:], row.Get("kind"))
	if kind < 0 {
		return row.Errorf("the kind %q is none of %s", row.Get("kind"), strings.Join(hintKinds[:], ", "))
	}
	name, bit := row.Get("name"), Mark(1)<<kind
	if !isPlain(name) {
		name = strings.Join(cut(name), " ")
	}
	g.names[name] |= bit
	if word, _, more := strings.Cut(name, " "); more {
		n := min(strings.Count(name, " ")+1, mostWords)
		g.begins[word] = max(g.begins[word], uint8(n))
	}
	return nil
}

// isPlain reports whether a name is letters with single spaces between: such are cut at the
// spaces.
func isPlain(name string) bool {
	last := ' '
	for _, c := range name {
		if !unicode.IsLetter(c) && (c != ' ' || last == ' ') {
			return false
		}
		last = c
	}
	return last != ' '
}

// mark adds to the words of l what the gazetteer says of them.
func (g *Gazetteer) mark(l *Look, forms []string) {
	for i := 0; i < len(l.Words); i++ {
		if l.Words[i].Marks&(capital|digit) == 0 {
			continue
		}
		hint, n := g.longest(l, forms[i:])
		l.Words[i].Marks |= hint
		for k := 1; k < n; k++ {
			l.Words[i+k].Marks |= hint | inName
		}
		i += n - 1
	}
}

// longest returns what is known of the longest name that begins with the first form, and
// how many words it has; of no name nothing, and 1.
func (g *Gazetteer) longest(l *Look, forms []string) (hint Mark, n int) {
	hint, n = g.names[forms[0]], 1
	most := min(int(g.begins[forms[0]]), len(forms))
	if most < 2 {
		return hint, n
	}
	l.name = append(l.name[:0], forms[0]...)
	for k := 1; k < most && len(forms[k]) <= maxForm; k++ {
		l.name = append(append(l.name, ' '), forms[k]...)
		if found, ok := g.names[string(l.name)]; ok {
			hint, n = found, k+1
		}
	}
	return hint, n
}
