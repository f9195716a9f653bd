package what

import (
	"errors"
	"io/fs"
	"strings"
	"sync"

	"annals"
	"annals/datafile"
)

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
	needs      slotSet // of the conditions
}

// The two types of an Entry that are no types of events.
const (
	Inherit = "=" // the event is the one of the word's complement
	Block   = "-" // the word in this frame is no event
)

// Codebook is the knowledge of the package. It is safe for concurrent use.
type Codebook struct {
	version      string           // see Version
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
	intentions   []intention
	stateTypes   map[string]bool
	titleState   string // the state that a person's title tells, or ""
	entries      []*Entry
	stateEntries []*StateEntry
	examples     []Example
	rows         map[citation]annals.Row // see cite
	pool         sync.Pool               // of *matcher

	packedEntries    packed[Entry]
	packedConditions packed[condition]
	packedValues     packed[value]
}

// emptyCodebook returns a codebook that knows nothing.
func emptyCodebook() *Codebook {
	return &Codebook{
		rows:      map[citation]annals.Row{},
		types:     map[string]*Type{},
		classes:   map[string]map[string]bool{},
		light:     map[string]string{},
		lightWith: map[string][]lightParticle{},
		states:    map[stateKey][]*StateEntry{},

		stateTypes: map[string]bool{},
	}
}

// LoadFS returns a codebook from a folder laid out like data/. Errors name the
// file and the line.
func LoadFS(files fs.FS) (*Codebook, error) {
	c := emptyCodebook()
	if err := c.loadTypes(files); err != nil {
		return nil, err
	}
	if err := c.loadIntentions(files); err != nil {
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

// Example is an EXAMPLE line of the codebook.
type Example struct {
	File string
	datafile.Example
}

// Examples returns the EXAMPLE lines of all tables that may have them.
func (c *Codebook) Examples() []Example { return c.examples }

func (c *Codebook) addExamples(row *datafile.Row) {
	for _, e := range row.Examples {
		c.examples = append(c.examples, Example{row.File, e})
	}
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

func (c *Codebook) loadWords(files fs.FS, name, column string, def defaults) (map[string][]*Entry, error) {
	table, err := datafile.Read(files, name, column, "if", "actor", "recipient", "type", "mode")
	if err != nil {
		return nil, err
	}
	words := make(map[string][]*Entry, len(table.Rows))
	return words, eachRow(table, func(row *datafile.Row) error {
		e, err := c.entry(row, column, def)
		if err != nil {
			return err
		}
		words[e.Word] = append(words[e.Word], e)
		c.entries = append(c.entries, e)
		c.addExamples(row)
		return nil
	})
}

// mostMistakes is how many mistakes of a table are reported.
const mostMistakes = 20

// eachRow calls do with every row of a table and returns all that is wrong, so that
// who edits a table sees it at once.
func eachRow(table *datafile.Table, do func(*datafile.Row) error) error {
	var wrong []error
	for i := range table.Rows {
		if err := do(&table.Rows[i]); err != nil {
			wrong = append(wrong, err)
		}
		if len(wrong) == mostMistakes {
			break
		}
	}
	return errors.Join(wrong...)
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
		if _, _, err := c.parseType(typeKey(e.Type, e.Mode)); err != nil {
			return nil, row.Errorf("%w", err)
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
	e.needs = needed(e.conditions)
	return &c.packedEntries.keep([]Entry{*e})[0], err
}

func (c *Codebook) loadLight(files fs.FS) error {
	table, err := datafile.Read(files, "en/light.tsv", "verb", "subject")
	if err != nil {
		return err
	}
	return eachRow(table, func(row *datafile.Row) error {
		c.addExamples(row)
		role := row.Get("subject")
		if role != "actor" && role != "recipient" {
			return row.Errorf("subject %q must be actor or recipient", role)
		}
		c.cite(row, "light", row.Get("verb"))
		verb, particle, found := strings.Cut(row.Get("verb"), " ")
		if found {
			c.lightWith[verb] = append(c.lightWith[verb], lightParticle{particle, role})
		} else {
			c.light[verb] = role
		}
		return nil
	})
}

// Conditions returns how many conditions a row has: how specific it is.
func (e *Entry) Conditions() int { return len(e.conditions) }
