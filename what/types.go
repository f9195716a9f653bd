package what

import (
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"annals/datafile"
)

// Type is one row of the table of types: a PLOVER event type with a mode, or
// without one.
type Type struct {
	Name    string   // AGREE, CONSULT, ...
	Mode    string   // visit, arrest, ...; empty for the type as such
	CAMEO   string   // the code of the older scheme that comes nearest
	Score   *float64 // PLOVER's cooperation-conflict score, -10 to +10; nil if it has none
	Befalls []string // who or what else may be the recipient: land, doers, things, subjects, conditions, partners, destination, public, games, scores
	Quad    string   // verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, neutral
}

// The values of Type.Befalls.
const (
	land        = "land"        // the place where it happens
	doers       = "doers"       // those who did the deed that it is about
	conditions  = "conditions"  // the subject of an until-clause or unless-clause
	partners    = "partners"    // nobody but those it is done with
	things      = "things"      // the very thing that the row asks for
	subjects    = "subjects"    // the subject of the that-clause that says what is asked or alleged
	destination = "destination" // no recipient: it leads to a place, which is one of its places
	public      = "public"      // no recipient: it is a public affair, whoever does it
	games       = "games"       // no recipient: players and performers are told to do it too, which is no politics
	scores      = "scores"      // no recipient: games are told so, with a score
)

var befallings = [...]string{land, doers, things, subjects, conditions, partners, destination, public, games, scores}

var quads = [...]string{"verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict", "neutral"}

func isQuad(text string) bool { return slices.Contains(quads[:], text) }

func (t *Type) befalls(what string) bool { return t != nil && slices.Contains(t.Befalls, what) }

// Cooperative reports whether the type lies on the cooperative side.
func (t *Type) Cooperative() bool { return t != nil && strings.HasSuffix(t.Quad, "cooperation") }

// Conflictual reports whether the type lies on the conflictual side.
func (t *Type) Conflictual() bool { return t != nil && strings.HasSuffix(t.Quad, "conflict") }

// strikes reports whether the type is a conflict of deeds that befalls land: what is thrown,
// fired or moved. It comes from somewhere and hits something else.
func (t *Type) strikes() bool { return t.Conflictual() && !t.Verbal() && t.befalls(land) }

// Verbal reports whether the type is an act of words.
func (t *Type) Verbal() bool { return t != nil && strings.HasPrefix(t.Quad, "verbal") }

// Leads reports whether an event of the type leads to a place.
func (t *Type) Leads() bool { return t.befalls(destination) }

// Public reports whether an event of the type is a public affair, whoever does it.
func (t *Type) Public() bool { return t.befalls(public) }

// typeKey writes a type with its mode, if it has one, as the tables do.
func typeKey(name, mode string) string {
	if mode == "" {
		return name
	}
	return name + "/" + mode
}

// Type returns the row of the table of types for a type and mode, or the row of
// the type as such where the mode has none, or nil.
func (c *Codebook) Type(name, mode string) *Type {
	if t := c.types[name+"/"+mode]; t != nil {
		return t
	}
	return c.types[name]
}

func (c *Codebook) loadTypes(files fs.FS) error {
	table, err := datafile.Read(files, "plover/types.tsv", "type", "mode", "cameo", "score", "quad", "befalls", "definition")
	if err != nil {
		return err
	}
	err = eachRow(table, func(row *datafile.Row) error {
		t, err := newType(row)
		if err != nil {
			return err
		}
		key := typeKey(t.Name, t.Mode)
		if c.types[key] != nil {
			return row.Errorf("%s is there already", key)
		}
		c.types[key] = t
		c.cite(row, "type", key)
		c.addExamples(row)
		return nil
	})
	if err != nil {
		return err
	}
	return eachRow(table, func(row *datafile.Row) error {
		if c.types[row.Get("type")] == nil {
			return row.Errorf("type %s has modes, but no row with the mode -", row.Get("type"))
		}
		return nil
	})
}

func newType(row *datafile.Row) (*Type, error) {
	t := &Type{Name: row.Get("type"), CAMEO: strings.TrimPrefix(row.Get("cameo"), "-"), Quad: row.Get("quad")}
	if !isTypeName(t.Name) || t.Name == actorValue || t.Name == severalValue || t.Name == stateValue {
		return nil, row.Errorf("type %q: a type is written in capitals, as AID or HUMAN_RIGHTS, and is none of %s, %s and %s", t.Name, actorValue, severalValue, stateValue)
	}
	if mode := row.Get("mode"); mode != "-" {
		t.Mode = mode
	}
	if !isQuad(t.Quad) {
		return nil, row.Errorf("quad %q is none of %s", t.Quad, strings.Join(quads[:], ", "))
	}
	for _, what := range row.List("befalls", ",") {
		switch {
		case slices.Contains(befallings[:], what):
			t.Befalls = append(t.Befalls, what)
		case what != "-":
			return nil, row.Errorf("befalls %q is none of %s and -", what, strings.Join(befallings[:], ", "))
		}
	}
	if cell := row.Get("score"); cell != "-" {
		score, err := strconv.ParseFloat(cell, 64)
		if err != nil || !(score >= -10 && score <= 10) {
			return nil, row.Errorf("score %q is no number from -10 to 10", cell)
		}
		t.Score = &score
	}
	return t, nil
}

// isTypeName reports whether a word is written as types are, in capitals, so that
// a condition can tell it from a lemma.
func isTypeName(text string) bool {
	capital := false
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			capital = true
		case !unicode.IsDigit(r) && r != '_' && r != '-':
			return false
		}
	}
	return capital
}

// parseType reads TYPE or TYPE/mode.
func (c *Codebook) parseType(text string) (kind, mode string, err error) {
	kind, mode, _ = strings.Cut(text, "/")
	if c.types[kind] == nil {
		return "", "", fmt.Errorf("type %q is not in plover/types.tsv", kind)
	}
	if mode != "" && c.types[text] == nil {
		return "", "", fmt.Errorf("mode %q of %s is not in plover/types.tsv", mode, kind)
	}
	return kind, mode, nil
}
