package actors

import (
	"strings"

	"annals/datafile"
)

// where a rewriting rule applies.
const (
	anywhere = "any"
	atStart  = "start"
	atEnd    = "end"
)

type rewriting struct{ from, to, at string }

// Spellings finds what the spellings of one name have in common. It is read-only and safe
// for concurrent use.
type Spellings struct {
	rules []rewriting
	given map[string]string // by a folded given name: the first of its row
}

// LoadSpellings reads the embedded tables of spellings.
func LoadSpellings() (*Spellings, error) {
	s := &Spellings{given: map[string]string{}}
	table, err := datafile.Read(embedded, "data/spellings.tsv", "from", "to", "at", "why")
	if err != nil {
		return nil, err
	}
	for i := range table.Rows {
		row := &table.Rows[i]
		r := rewriting{row.Get("from"), row.Get("to"), row.Get("at")}
		if r.at != anywhere && r.at != atStart && r.at != atEnd {
			return nil, row.Errorf("%q is no place in a word: any, start or end", r.at)
		}
		s.rules = append(s.rules, r)
	}
	names, err := datafile.Read(embedded, "data/given.tsv", "names")
	if err != nil {
		return nil, err
	}
	for i := range names.Rows {
		row := &names.Rows[i]
		list := row.List("names", ";")
		for _, name := range list {
			if other, twice := s.given[Fold(name)]; twice && other != Fold(list[0]) {
				return nil, row.Errorf("%q is already a spelling of %q", name, other)
			}
			s.given[Fold(name)] = Fold(list[0])
		}
	}
	return s, nil
}

// Key returns what the spellings of a full name have in common: given names of one origin
// are one, articles are left out, and the letters are those of all transcriptions.
func (s *Spellings) Key(name string) string {
	words := strings.Fields(Fold(name))
	out := words[:0]
	for i, w := range words {
		switch {
		case i > 0 && i < len(words)-1 && (w == "al" || w == "el" || w == "ul"):
			continue
		case i == 0 && len(words) > 1 && s.given[w] != "":
			out = append(out, s.given[w])
		default:
			out = append(out, s.word(w))
		}
	}
	return strings.Join(out, " ")
}

// word rewrites one folded word, and writes doubled letters once.
func (s *Spellings) word(w string) string {
	for _, r := range s.rules {
		switch r.at {
		case atStart:
			if rest, found := strings.CutPrefix(w, r.from); found {
				w = r.to + rest
			}
		case atEnd:
			if rest, found := strings.CutSuffix(w, r.from); found {
				w = rest + r.to
			}
		default:
			w = strings.ReplaceAll(w, r.from, r.to)
		}
	}
	single := []byte(w)[:0]
	for i := 0; i < len(w); i++ {
		if i == 0 || w[i] != w[i-1] {
			single = append(single, w[i])
		}
	}
	return string(single)
}

// loadFamilyFirst reads the countries whose people are called by the first word of their name.
func loadFamilyFirst() (map[string]bool, error) {
	table, err := datafile.Read(embedded, "data/familyfirst.tsv", "country")
	if err != nil {
		return nil, err
	}
	out := map[string]bool{}
	for i := range table.Rows {
		out[table.Rows[i].Get("country")] = true
	}
	return out, nil
}
