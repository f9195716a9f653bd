package what

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"
	"sync"

	"annals/datafile"
)

//go:embed data
var embedded embed.FS

// Type is one row of the table of types: a PLOVER event type with a mode, or
// without one.
type Type struct {
	Name    string   // AGREE, CONSULT, ...
	Mode    string   // visit, arrest, ...; empty for the type as such
	CAMEO   string   // the code of the older scheme that comes nearest
	Score   *float64 // PLOVER's cooperation-conflict score, -10 to +10; nil if it has none
	Befalls []string // who or what else may be the recipient: land, doers, things, subjects, conditions, partners
	Quad    string   // verbal-cooperation, material-cooperation, verbal-conflict, material-conflict, neutral
}

// The values of Type.Befalls.
const (
	land       = "land"       // the place where it happens
	doers      = "doers"      // those who did the deed that it is about
	conditions = "conditions" // the subject of an until-clause or unless-clause
	partners   = "partners"   // nobody but those it is done with
	things     = "things"     // the very thing that the row asks for
	subjects   = "subjects"   // the subject of the that-clause that says what is asked or alleged
)

func (t *Type) befalls(what string) bool { return t != nil && slices.Contains(t.Befalls, what) }

// Cooperative reports whether the type lies on the cooperative side.
func (t *Type) Cooperative() bool { return t != nil && strings.HasSuffix(t.Quad, "cooperation") }

// Conflictual reports whether the type lies on the conflictual side.
func (t *Type) Conflictual() bool { return t != nil && strings.HasSuffix(t.Quad, "conflict") }

// Verbal reports whether the type is an act of words.
func (t *Type) Verbal() bool { return t != nil && strings.HasPrefix(t.Quad, "verbal") }

// Entry is one row of a table of words: a word in a frame, and what it means.
type Entry struct {
	File string // where it stands, for explanations
	Line int

	Word      string // lemma, with its particle: "call off"
	Type      string // a type, Inherit or Block
	Mode      string
	Actor     []string // slots in order of preference
	Recipient []string // likewise
	Each      bool     // reciprocal: the members of the actor act on each other
	Examples  []datafile.Example

	conditions []condition
}

// The two types of an Entry that are no types of events.
const (
	Inherit = "=" // the event is the one of the word's complement
	Block   = "-" // the word in this frame is no event
)

// Codebook is the knowledge of the package. It is safe for concurrent use.
type Codebook struct {
	types        map[string]*Type // by "NAME" and "NAME/mode"
	classes      map[string]map[string]bool
	verbs        map[string][]*Entry
	nouns        map[string][]*Entry
	adjectives   map[string][]*Entry
	particles    map[string][]particleVerb // by the verb's lemma
	light        map[string]string         // light verb -> role of its subject
	lightWith    map[string][]lightParticle
	states       map[stateKey][]*StateEntry
	contexts     *contextWords
	entries      []*Entry
	stateEntries []*StateEntry
	pool         sync.Pool // of *matcher
}

// Load returns the codebook that is embedded in the program.
func Load() (*Codebook, error) {
	files, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, fmt.Errorf("opening the embedded codebook: %w", err)
	}
	return LoadFS(files)
}

// LoadFS returns a codebook from a folder laid out like data/. Errors name the
// file and the line.
func LoadFS(files fs.FS) (*Codebook, error) {
	c := &Codebook{
		types:     map[string]*Type{},
		classes:   map[string]map[string]bool{},
		light:     map[string]string{},
		lightWith: map[string][]lightParticle{},
		states:    map[stateKey][]*StateEntry{},
	}
	if err := c.loadTypes(files); err != nil {
		return nil, err
	}
	if err := c.loadClasses(files); err != nil {
		return nil, err
	}
	var err error
	if c.verbs, err = c.loadWords(files, "en/verbs.tsv", "verb", verbDefaults); err != nil {
		return nil, err
	}
	c.splitParticles()
	if c.nouns, err = c.loadWords(files, "en/nouns.tsv", "noun", nounDefaults); err != nil {
		return nil, err
	}
	if c.adjectives, err = c.loadWords(files, "en/adjectives.tsv", "adjective", verbDefaults); err != nil {
		return nil, err
	}
	if err := c.loadLight(files); err != nil {
		return nil, err
	}
	if err := c.loadStates(files); err != nil {
		return nil, err
	}
	return c, c.loadContexts(files)
}

// Type returns the row of the table of types for a type and mode, or the row of
// the type as such where the mode has none, or nil.
func (c *Codebook) Type(name, mode string) *Type {
	if t := c.types[name+"/"+mode]; t != nil {
		return t
	}
	return c.types[name]
}

// Entries returns all rows of the tables of words, in the order of the files.
func (c *Codebook) Entries() []*Entry { return c.entries }

// particleVerb holds the rows of a verb with particles: "call" with "off".
type particleVerb struct {
	words   []string
	entries []*Entry
}

// lightParticle is a light verb with a particle or preposition: "come under".
type lightParticle struct{ word, role string }

// splitParticles moves the rows of verbs with particles to their verb.
func (c *Codebook) splitParticles() {
	c.particles = map[string][]particleVerb{}
	for _, e := range c.entries {
		verb, rest, found := strings.Cut(e.Word, " ")
		if !found || c.verbs[e.Word] == nil {
			continue
		}
		c.particles[verb] = append(c.particles[verb], particleVerb{strings.Fields(rest), c.verbs[e.Word]})
		delete(c.verbs, e.Word)
	}
}

// defaults are the slots of a row that names none.
type defaults struct{ actor, recipient []string }

var (
	verbDefaults = defaults{
		actor:     []string{"subj"},
		recipient: []string{"obj", "iobj", "with", "against", "to", "on", "from", "of", "in", "for", "over", "xcomp", "ccomp"},
	}
	nounDefaults = defaults{
		actor:     []string{"poss", "by", "mod", "between"},
		recipient: []string{"against", "on", "of", "to", "with", "between", "for", "in"},
	}
)

func (c *Codebook) loadTypes(files fs.FS) error {
	table, err := datafile.Read(files, "plover/types.tsv", "type", "mode", "cameo", "score", "quad", "befalls", "definition")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		t := &Type{Name: row.Get("type"), CAMEO: strings.TrimPrefix(row.Get("cameo"), "-"), Quad: row.Get("quad")}
		for _, what := range row.List("befalls", ",") {
			switch what {
			case "-":
			case land, doers, things, subjects, conditions, partners:
				t.Befalls = append(t.Befalls, what)
			default:
				return row.Errorf("befalls %q is none of %s, %s, %s, %s, %s, %s and -", what, land, doers, things, subjects, conditions, partners)
			}
		}
		if cell := row.Get("score"); cell != "-" {
			score, err := strconv.ParseFloat(cell, 64)
			if err != nil || score < -10 || score > 10 {
				return row.Errorf("score %q is no number from -10 to 10", cell)
			}
			t.Score = &score
		}
		key := t.Name
		if mode := row.Get("mode"); mode != "-" {
			t.Mode = mode
			key += "/" + mode
		}
		if c.types[key] != nil {
			return row.Errorf("%s is there already", key)
		}
		c.types[key] = t
	}
	return nil
}

func (c *Codebook) loadWords(files fs.FS, name, column string, def defaults) (map[string][]*Entry, error) {
	table, err := datafile.Read(files, name, column, "if", "actor", "recipient", "type", "mode")
	if err != nil {
		return nil, err
	}
	words := make(map[string][]*Entry, len(table.Rows))
	for _, row := range table.Rows {
		e, err := c.entry(&row, column, def)
		if err != nil {
			return nil, err
		}
		words[e.Word] = append(words[e.Word], e)
		c.entries = append(c.entries, e)
	}
	return words, nil
}

func (c *Codebook) entry(row *datafile.Row, column string, def defaults) (*Entry, error) {
	e := &Entry{
		File: row.File, Line: row.Line, Examples: row.Examples,
		Word: row.Get(column), Type: row.Get("type"), Mode: row.Get("mode"),
		Actor: row.List("actor", ","), Recipient: row.List("recipient", ","),
	}
	if e.Word == "" {
		return nil, row.Errorf("no %s", column)
	}
	if e.Type != Inherit && e.Type != Block {
		if c.types[e.Type] == nil {
			return nil, row.Errorf("type %q is not in plover/types.tsv", e.Type)
		}
		if e.Mode != "" && c.types[e.Type+"/"+e.Mode] == nil {
			return nil, row.Errorf("mode %q of %s is not in plover/types.tsv", e.Mode, e.Type)
		}
	}
	if len(e.Actor) == 0 {
		e.Actor = def.actor
	}
	switch {
	case len(e.Recipient) == 0:
		e.Recipient = def.recipient
	case len(e.Recipient) == 1 && e.Recipient[0] == "-":
		e.Recipient = nil
	case e.Recipient[0] == "each":
		e.Each = true
		e.Recipient = append([]string{"with"}, e.Recipient[1:]...)
	}
	var err error
	e.conditions, err = c.parseConditions(row)
	return e, err
}

func (c *Codebook) loadLight(files fs.FS) error {
	table, err := datafile.Read(files, "en/light.tsv", "verb", "subject")
	if err != nil {
		return err
	}
	for _, row := range table.Rows {
		role := row.Get("subject")
		if role != "actor" && role != "recipient" {
			return row.Errorf("subject %q must be actor or recipient", role)
		}
		verb, particle, found := strings.Cut(row.Get("verb"), " ")
		if found {
			c.lightWith[verb] = append(c.lightWith[verb], lightParticle{particle, role})
		} else {
			c.light[verb] = role
		}
	}
	return nil
}

// Conditions returns how many conditions a row has: how specific it is.
func (e *Entry) Conditions() int { return len(e.conditions) }
