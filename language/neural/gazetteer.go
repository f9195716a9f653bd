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
var hintKinds = []string{
	"given", "place", "organization", "title", "organization-word", "place-word",
	"forename", "surname", "town", "company",
}

// kinds is how many kinds the gazetteer has.
const kinds = 10

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
	bit := Mark(1) << max(slices.Index(hintKinds, kind), 0)
	for name, marks := range g.names {
		if marks&bit != 0 {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// mostWords is how many words of a name count.
const mostWords = 8

// add adds the name of a row.
func (g *Gazetteer) add(row *datafile.Row, cut func(name string) []string) error {
	kind := slices.Index(hintKinds, row.Get("kind"))
	if kind < 0 {
		return row.Errorf("the kind %q is none of %s", row.Get("kind"), strings.Join(hintKinds, ", "))
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

// mark adds to the words what the gazetteer says of them; work is memory to work on.
func (g *Gazetteer) mark(words []Word, forms []string, work []byte) []byte {
	for i := 0; i < len(words); i++ {
		if words[i].Marks&(capital|digit) == 0 {
			continue
		}
		var hint Mark
		var n int
		hint, n, work = g.longest(forms[i:], work)
		words[i].Marks |= hint
		for k := 1; k < n; k++ {
			words[i+k].Marks |= hint | inName
		}
		i += n - 1
	}
	return work
}

// longest returns what is known of the longest name that begins with the first form, and
// how many words it has; of no name nothing, and 1.
func (g *Gazetteer) longest(forms []string, work []byte) (Mark, int, []byte) {
	hint, n := g.names[forms[0]], 1
	most := min(int(g.begins[forms[0]]), len(forms))
	work = work[:0]
	for k, form := range forms[:max(most, 1)] {
		if most < 2 || len(form) > maxForm {
			break
		}
		if k > 0 {
			work = append(work, ' ')
		}
		work = append(work, form...)
		if found, ok := g.names[string(work)]; ok && k > 0 {
			hint, n = found, k+1
		}
	}
	return hint, n, work
}
