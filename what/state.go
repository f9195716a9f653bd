package what

import (
	"io/fs"
	"strings"

	"annals/datafile"
	"annals/language"
)

// StateEntry is one row of the table of states: a word that says what held.
type StateEntry struct {
	File string
	Line int

	Word   string   // lemma
	POS    string   // verb, noun or adjective
	Type   string   // a state of plover/states.tsv: office, seat, ...
	Holder []string // slots of the party or parties
	Of     []string // slots of the other thing: the office, the place, the organisation

	Examples   []datafile.Example
	conditions []condition
}

// stateKey is a word of a universal part of speech.
type stateKey struct{ tag, lemma string }

// StateFinding is a state that a sentence tells.
type StateFinding struct {
	Entry   *StateEntry
	Trigger int // token of the word
	Holder  []Party
	Of      int // token that fills the other slot, or -1
}

// loadStateTypes reads what kinds of states there are.
func (c *Codebook) loadStateTypes(files fs.FS) error {
	table, err := datafile.Read(files, "plover/states.tsv", "state", "titles", "definition")
	if err != nil {
		return err
	}
	return eachRow(table, func(row *datafile.Row) error {
		name, titles := row.Get("state"), row.Get("titles")
		switch {
		case name == "" || c.stateTypes[name]:
			return row.Errorf("state %q must have a name and stand once", name)
		case titles == "yes" && c.titleState != "":
			return row.Errorf("titles tell the state %s already", c.titleState)
		case titles == "yes":
			c.titleState = name
		case titles != "-":
			return row.Errorf("titles %q must be yes or -", titles)
		}
		c.stateTypes[name] = true
		c.cite(row, "state", name)
		return nil
	})
}

// TitleState returns the type of the state that a person's title tells, or "".
func (c *Codebook) TitleState() string { return c.titleState }

func (c *Codebook) loadStates(files fs.FS) error {
	if err := c.loadStateTypes(files); err != nil {
		return err
	}
	table, err := datafile.Read(files, "en/states.tsv", "word", "pos", "if", "type", "holder", "of")
	if err != nil {
		return err
	}
	return eachRow(table, func(row *datafile.Row) error {
		e := &StateEntry{
			File: row.File, Line: row.Line, Examples: row.Examples,
			Word: row.Get("word"), POS: row.Get("pos"), Type: row.Get("type"),
			Holder: row.List("holder", ","), Of: row.List("of", ","),
		}
		if stateTags[e.POS] == "" {
			return row.Errorf("part of speech %q must be verb, noun or adjective", e.POS)
		}
		if !c.stateTypes[e.Type] {
			return row.Errorf("state %q is not in plover/states.tsv", e.Type)
		}
		var err error
		if e.conditions, err = c.parseConditions(row); err != nil {
			return err
		}
		key := stateKey{stateTags[e.POS], e.Word}
		c.states[key] = append(c.states[key], e)
		c.stateEntries = append(c.stateEntries, e)
		c.addExamples(row)
		return nil
	})
}

// StateEntries returns all rows of the table of states, in the order of the file.
func (c *Codebook) StateEntries() []*StateEntry { return c.stateEntries }

// stateTags are the universal parts of speech that the table's words stand for.
var stateTags = map[string]string{"verb": "VERB", "noun": "NOUN", "adjective": "ADJ"}

// States returns the states of a sentence in the order of their words.
func (c *Codebook) States(s *language.Sentence, parties Parties) []StateFinding {
	m := c.matcher(s, parties)
	defer c.pool.Put(m)
	var out []StateFinding
	for i := range s.Tokens {
		if f, ok := m.state(i); ok {
			out = append(out, f)
		}
	}
	return out
}

func (m *matcher) state(token int) (StateFinding, bool) {
	tag := m.s.Tokens[token].UPOS
	if tag != "VERB" && tag != "NOUN" && tag != "ADJ" {
		return StateFinding{}, false
	}
	word := m.lemma(token)
	if tag == "VERB" {
		word = m.verbWord(token) // "ruled out" is no rule
	}
	for _, e := range m.book.states[stateKey{tag, word}] {
		f := m.stateFrame(token)
		if _, ok := m.weigh(f, e.conditions); !ok {
			continue
		}
		holder := m.holders(f, e.Holder)
		if len(holder) == 0 {
			continue
		}
		of := -1
		for _, slot := range e.Of {
			if of = f.first(slot); of >= 0 {
				break
			}
		}
		if of < 0 && len(e.Of) > 0 {
			continue
		}
		return StateFinding{e, token, holder, of}, true
	}
	return StateFinding{}, false
}

// holders returns the parties of the first of the slots that holds any, or of all
// the slots that are joined by "+": "restored relations with Cuba" is a state of
// two.
func (m *matcher) holders(f *frame, slots []string) []Party {
	for _, slot := range slots {
		var out []Party
		for part := range strings.SplitSeq(slot, "+") {
			found, _ := m.slotParties(f, []string{part}, out, -1)
			out = append(out, found...)
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// stateFrame is the frame of a word, with the subject of a predicate noun
// ("Vilnius is the capital of Lithuania") and what stands beside the noun in
// apposition.
func (m *matcher) stateFrame(token int) *frame {
	f := m.frame(token)
	if m.s.Tokens[token].UPOS != "NOUN" || f.first("name") >= 0 {
		return f
	}
	for c := range m.s.Children(token) {
		switch m.s.Tokens[c].Rel {
		case "nsubj", "appos":
			f.add("name", m.deref(c))
		case "nmod": // "the capital of Lithuania, Kaunas": the name stands nearest to the other noun
			if name := m.s.Child(c, "appos", "nmod:unmarked"); name >= 0 {
				f.add("name", name)
			}
		}
	}
	t := &m.s.Tokens[token]
	if t.Rel == "appos" {
		f.add("name", t.Head)
	}
	if language.IsRel(t.Rel, "nsubj") && t.Head > token && m.s.Tokens[t.Head].UPOS == "PROPN" && m.s.Child(t.Head, "cop") >= 0 {
		f.add("name", t.Head) // "whose capital was Lima"
	}
	return f
}

// IsLater reports whether an adverb says that something came after what was told
// before: "later", "subsequently".
func (c *Codebook) IsLater(adverb string) bool { return c.classes[classLater][strings.ToLower(adverb)] }

// IsDocument reports whether a noun names something that is written or issued: a
// letter, a statement.
func (c *Codebook) IsDocument(lemma string) bool { return c.classes[classDocument][lemma] }
