package what

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
)

// Telling is how a text tells a deed that is not simply told as done.
type Telling string

// AsDone is the telling of a deed that is told as any other.
const AsDone Telling = ""

// The tellings that plover/intentions.tsv knows.
const (
	Announced Telling = "announced" // the actor will do it
	Refused   Telling = "refused"   // the actor will not do it
	Denied    Telling = "denied"    // the actor does not or did not do it
	Foretold  Telling = "foretold"  // the actor tells the very one who would suffer it, or tells it on a condition
)

// intention is a row of plover/intentions.tsv: what counts in place of a deed
// that is told so.
type intention struct {
	of         value
	mode       string // of the type that "of" names; "" for any
	told       Telling
	kind, turn string // the type and mode that it becomes
	stays      bool
	row        annals.Row
}

// loadIntentions reads the rules for deeds that are only spoken of.
func (c *Codebook) loadIntentions(files fs.FS) error {
	table, err := datafile.Read(files, "plover/intentions.tsv", "of", "told", "becomes")
	if err != nil {
		return err
	}
	return eachRow(table, func(row *datafile.Row) error {
		rule, err := c.intention(row)
		c.intentions = append(c.intentions, rule)
		c.addExamples(row)
		return err
	})
}

func (c *Codebook) intention(row *datafile.Row) (rule intention, err error) {
	rule = intention{
		told: Telling(row.Get("told")), stays: row.Get("becomes") == Inherit,
		row: annals.Row{Entry: row.Get("of") + " " + row.Get("told"), File: row.File, Line: row.Line},
	}
	switch rule.told {
	case Announced, Refused, Denied, Foretold:
	default:
		return rule, row.Errorf("told %q is none of %s, %s, %s and %s", rule.told, Announced, Refused, Denied, Foretold)
	}
	if rule.of, rule.mode, err = c.parseDeed(row.Get("of")); err != nil {
		return rule, row.Errorf("of: %w", err)
	}
	if rule.stays {
		return rule, nil
	}
	if rule.kind, rule.turn, err = c.parseType(row.Get("becomes")); err != nil {
		return rule, row.Errorf("becomes: %w", err)
	}
	return rule, nil
}

// parseDeed reads a side, a category, or a type with or without a mode.
func (c *Codebook) parseDeed(text string) (of value, mode string, err error) {
	switch {
	case text == "+" || text == "-":
		return value{kind: isSide, text: text}, "", nil
	case isQuad(text):
		return value{kind: isQuadOf, text: text}, "", nil
	}
	kind, mode, err := c.parseType(text)
	return value{kind: isType, text: kind}, mode, err
}

// Becomes returns what an event of a type and mode counts as if it is told in a
// way, and whether the codebook has a rule that changes it.
func (c *Codebook) Becomes(kind, mode string, told Telling) (newKind, newMode string, changes bool) {
	rule := c.rule(kind, mode, told)
	if rule == nil || rule.stays {
		return kind, mode, false
	}
	return rule.kind, rule.turn, true
}

// IsForetelling reports whether a type is what harm counts as that is told beforehand:
// a threat.
func (c *Codebook) IsForetelling(kind string) bool {
	return slices.ContainsFunc(c.intentions, func(rule intention) bool { return rule.told == Foretold && !rule.stays && rule.kind == kind })
}

// rule returns the first row that fits a deed told in a way, or nil.
func (c *Codebook) rule(kind, mode string, told Telling) *intention {
	t := c.Type(kind, mode)
	if t == nil {
		return nil
	}
	for i := range c.intentions {
		rule := &c.intentions[i]
		if rule.told == told && (rule.mode == "" || rule.mode == mode) && t.is(rule.of) {
			return rule
		}
	}
	return nil
}

// ExplainTelling says why a deed of a type and mode that is told in a way counts
// as what Becomes returns.
func (c *Codebook) ExplainTelling(kind, mode string, told Telling) annals.Reason {
	rule := c.rule(kind, mode, told)
	if rule == nil {
		return annals.Reason{Says: told.words()}
	}
	counts := "stays what it is"
	if !rule.stays {
		counts = "counts as " + typeKey(rule.kind, rule.turn)
	}
	return annals.Reason{Says: fmt.Sprintf("%s: %s told so %s", told.words(), rule.deed(), counts), Rows: []annals.Row{rule.row}}
}

// words says how a deed is told.
func (t Telling) words() string {
	switch t {
	case Announced:
		return "the actor will do it"
	case Refused:
		return "the actor will not do it"
	case Denied:
		return "the actor does not or did not do it"
	case Foretold:
		return "the actor tells it to the one who would suffer it, or on a condition"
	}
	return "it is told as done"
}

// deed says in words which deeds a rule is about.
func (rule *intention) deed() string {
	switch {
	case rule.of.kind == isQuadOf:
		return strings.ReplaceAll(rule.of.text, "-", " ")
	case rule.of.text == "+":
		return "cooperation"
	case rule.of.text == "-":
		return "conflict"
	}
	return typeKey(rule.of.text, rule.mode)
}

// is reports whether a type is the one that a value names, or lies where it says.
func (t *Type) is(v value) bool {
	switch {
	case t == nil:
		return false
	case v.kind == isType:
		return t.Name == v.text
	case v.kind == isQuadOf:
		return t.Quad == v.text
	case v.text == "+":
		return t.Cooperative()
	}
	return t.Conflictual()
}
