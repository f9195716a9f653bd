package ask

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
	"annals/gazetteer"
	"annals/record/actors"
)

//go:embed data
var embedded embed.FS

// Knowledge is what State knows of states: which events begin and end them, what tells one
// fact from another, which
// offices one person holds at a time and for how long, and by which words one is told to be over.
type Knowledge struct {
	changes []change
	offices []string // folded
	past    []string // folded
	terms   []term
	objects map[string][]string // by the kind of state: what it is about, see data/objects.tsv
	posts   *actors.Offices
	known   *gazetteer.Gazetteer
}

// change is a row of data/changes.tsv.
type change struct {
	begins     bool
	state      string
	typ, mode  string   // mode "-": any
	words      []string // folded; nil: any
	holder, of string
	sure       bool
}

// LoadKnowledge reads the embedded tables.
func LoadKnowledge() (*Knowledge, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	return readKnowledge(embedded, known)
}

func readKnowledge(files fs.FS, known *gazetteer.Gazetteer) (*Knowledge, error) {
	k := &Knowledge{known: known}
	table, err := datafile.Read(files, "data/changes.tsv", "change", "state", "type", "mode", "words", "holder", "of", "sure")
	if err != nil {
		return nil, err
	}
	for i := range table.Rows {
		c, err := changeOf(&table.Rows[i])
		if err != nil {
			return nil, err
		}
		k.changes = append(k.changes, c)
	}
	if k.offices, err = readWords(files, "data/offices.tsv", "office"); err != nil {
		return nil, err
	}
	if k.past, err = readWords(files, "data/past.tsv", "word"); err != nil {
		return nil, err
	}
	if k.terms, err = readTerms(files); err != nil {
		return nil, err
	}
	if k.objects, err = readObjects(files); err != nil {
		return nil, err
	}
	if k.posts, err = actors.LoadOffices(known); err != nil {
		return nil, fmt.Errorf("loading the offices that are learned: %w", err)
	}
	return k, nil
}

// Gazetteer returns the gazetteer that the knowledge was read with.
func (k *Knowledge) Gazetteer() *gazetteer.Gazetteer { return k.known }

// readWords reads a table of one column, folded.
func readWords(files fs.FS, name, column string) ([]string, error) {
	table, err := datafile.Read(files, name, column)
	if err != nil {
		return nil, err
	}
	words := make([]string, len(table.Rows))
	for i := range table.Rows {
		words[i] = folded(table.Rows[i].Get(column))
	}
	return words, nil
}

// changeOf checks a row of data/changes.tsv.
func changeOf(row *datafile.Row) (change, error) {
	c := change{
		begins: row.Get("change") == "begins", state: row.Get("state"), typ: row.Get("type"), mode: row.Get("mode"),
		holder: row.Get("holder"), of: row.Get("of"), sure: row.Get("sure") == "yes",
	}
	for _, check := range []struct {
		column string
		values []string
	}{
		{"change", []string{"begins", "ends"}},
		{"holder", []string{"actor", "recipient", "either"}},
		{"of", []string{"actor", "recipient", "-"}},
		{"sure", []string{"yes", "no"}},
	} {
		if value := row.Get(check.column); !slices.Contains(check.values, value) {
			return c, row.Errorf("%s %q is none of %s", check.column, value, strings.Join(check.values, ", "))
		}
	}
	if c.state == "" || c.typ == "" || c.mode == "" {
		return c, row.Errorf("state, type and mode must be given; a mode - is any")
	}
	if words := row.Get("words"); words != "-" {
		for _, word := range row.List("words", "|") {
			c.words = append(c.words, folded(word))
		}
	}
	return c, nil
}

// fits reports whether an event is one that a row is about.
func (c *change) fits(line *annals.Line) bool {
	if line.Kind != annals.Event || line.Status != annals.Actual || line.Type != c.typ || isDenied(line) {
		return false
	}
	if c.mode != "-" && c.mode != line.Mode {
		return false
	}
	if c.words == nil {
		return true
	}
	return line.Trigger != nil && slices.ContainsFunc(c.words, func(w string) bool { return hasWords(line.Trigger.Text, w) })
}

// side returns the participants of an event that a column names.
func side(line *annals.Line, column string) []annals.Participant {
	switch column {
	case "actor":
		return line.Actor
	case "recipient":
		return line.Recipient
	case "either":
		return slices.Concat(line.Actor, line.Recipient)
	}
	return nil
}

// role returns the words of an office without the country that it belongs to, so that
// "President of Norway", "Norwegian President" and "President" are one.
func (k *Knowledge) role(p *annals.Participant) string {
	role := folded(p.Role)
	drop := []string{" of ", " the "}
	if e := k.known.Entry(p.Country); e != nil {
		drop = append(drop, folded(e.Name), folded(e.Adjective))
	}
	for _, words := range drop {
		if strings.TrimSpace(words) != "" {
			role = strings.ReplaceAll(role, words, " ")
		}
	}
	return strings.TrimSpace(role)
}

// isPast reports whether a line tells of an office that somebody does not hold, or no
// longer: a former president.
func (k *Knowledge) isPast(line *annals.Line) bool {
	return slices.ContainsFunc(line.Actor, func(p annals.Participant) bool {
		role := folded(p.Role)
		return slices.ContainsFunc(k.past, func(word string) bool { return strings.Contains(role, word) })
	})
}

// isSole reports whether an office is one that one person holds at a time.
func (k *Knowledge) isSole(role string) bool {
	return slices.Contains(k.offices, " "+role+" ")
}
