package where

import (
	"strings"

	"annals"
	"annals/datafile"
	"annals/phrase"
)

// words are the tables of en/.
type words struct {
	prepositions phrase.Trie[*preposition] // backwards: "of out" for "out of"
	nouns        phrase.Trie[nounKind]
	verbs        map[string]*verb
	motion       map[string]motion
	modifiers    map[string]bool // true for words of a former capital
	parts        map[string]bool
	feasts       map[string]bool
	nounRows     map[string]annals.Row // of nouns
}

// preposition is one row of prepositions.tsv.
type preposition struct {
	role Role
	with string // any, motion, leaving or feature
	row  annals.Row
}

// verb is one row of verbs.tsv.
type verb struct {
	role   Role
	polity bool
	row    annals.Row
}

// motion is a set of the classes of motion.tsv.
type motion uint8

const (
	moves motion = 1 << iota
	leaves
	addresses
)

// nounKind is a kind of nouns.tsv.
type nounKind string

const (
	settlementNoun nounKind = "settlement"
	capitalNoun    nounKind = "capital"
	borderNoun     nounKind = "border"
	buildingNoun   nounKind = "building"
	foreignNoun    nounKind = "foreign"
	areaNoun       nounKind = "area"
)

func (p *Places) loadWords() error {
	w := &p.words
	w.verbs, w.motion, w.modifiers = map[string]*verb{}, map[string]motion{}, map[string]bool{}
	w.parts, w.feasts, w.nounRows = map[string]bool{}, map[string]bool{}, map[string]annals.Row{}
	tables := []struct {
		name    string
		columns []string
		add     func(*datafile.Row) error
	}{
		{"en/prepositions.tsv", []string{"preposition", "role", "with"}, w.addPreposition},
		{"en/motion.tsv", []string{"lemma", "class"}, w.addMotion},
		{"en/verbs.tsv", []string{"verb", "role", "polity"}, w.addVerb},
		{"en/nouns.tsv", []string{"noun", "kind"}, w.addNoun},
		{"en/modifiers.tsv", []string{"word", "class"}, w.addModifier},
	}
	for _, t := range tables {
		if err := p.eachRow(t.name, t.columns, t.add); err != nil {
			return err
		}
	}
	return nil
}

func readRole(row *datafile.Row) (Role, error) {
	switch role := Role(row.Get("role")); role {
	case At, From, To, Via, Of:
		return role, nil
	default:
		return "", row.Errorf("there is no role %q", role)
	}
}

func (w *words) addPreposition(row *datafile.Row) error {
	role, err := readRole(row)
	if err != nil {
		return err
	}
	with := row.Get("with")
	switch with {
	case "any", "motion", "leaving", "feature":
	default:
		return row.Errorf("with is any, motion, leaving or feature, not %q", with)
	}
	fields := strings.Fields(row.Get("preposition"))
	for i, j := 0, len(fields)-1; i < j; i, j = i+1, j-1 {
		fields[i], fields[j] = fields[j], fields[i]
	}
	if !w.prepositions.Add(strings.Join(fields, " "), &preposition{role, with, cite(row, row.Get("preposition"))}) {
		return row.Errorf("%q is there twice", row.Get("preposition"))
	}
	return nil
}

func (w *words) addMotion(row *datafile.Row) error {
	var m motion
	switch row.Get("class") {
	case "motion":
		m = moves
	case "leaving":
		m = leaves
	case "address":
		m = addresses
	default:
		return row.Errorf("there is no class %q", row.Get("class"))
	}
	w.motion[row.Get("lemma")] |= m
	return nil
}

func (w *words) addVerb(row *datafile.Row) error {
	role, err := readRole(row)
	if err != nil {
		return err
	}
	w.verbs[row.Get("verb")] = &verb{role, row.Get("polity") == "yes", cite(row, row.Get("verb"))}
	return nil
}

func (w *words) addNoun(row *datafile.Row) error {
	k := nounKind(row.Get("kind"))
	switch k {
	case settlementNoun, capitalNoun, borderNoun, buildingNoun, foreignNoun, areaNoun:
	default:
		return row.Errorf("there is no kind %q", k)
	}
	w.nounRows[row.Get("noun")] = cite(row, row.Get("noun"))
	if !w.nouns.Add(row.Get("noun"), k) {
		return row.Errorf("%q is there twice", row.Get("noun"))
	}
	return nil
}

func (w *words) addModifier(row *datafile.Row) error {
	switch row.Get("class") {
	case "former":
		w.modifiers[row.Get("word")] = true
	case "inner":
		if !w.modifiers[row.Get("word")] {
			w.modifiers[row.Get("word")] = false
		}
	case "feast":
		w.feasts[row.Get("word")] = true
	case "part":
		w.parts[row.Get("word")] = true
	default:
		return row.Errorf("there is no class %q", row.Get("class"))
	}
	return nil
}
