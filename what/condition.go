package what

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"annals/datafile"
)

// condition is one part of the column "if": SLOT, !SLOT, SLOT=VALUES or
// SLOT!=VALUES.
type condition struct {
	slot   string
	absent bool    // the slot must not be filled
	not    bool    // none of the values may hold
	values []value // empty: the slot must be filled with anything
}

// valueKind says what a value of a condition is compared with.
type valueKind uint8

const (
	isLemma  valueKind = iota // the lemma of the slot's head
	isClass                   // a class of lemmas, by its name
	isActor                   // the phrase is an actor or holds one
	isSector                  // one of its actors has the sector
	isType                    // the slot's word codes to the type
	isSide                    // the slot's word codes to a cooperative or conflictual type
)

type value struct {
	kind valueKind
	text string
}

func (c *Codebook) parseConditions(row *datafile.Row) ([]condition, error) {
	var out []condition
	for _, part := range row.List("if", ";") {
		cond, err := c.parseCondition(part)
		if err != nil {
			return nil, row.Errorf("condition %q: %w", part, err)
		}
		out = append(out, cond)
	}
	return out, nil
}

func (c *Codebook) parseCondition(part string) (condition, error) {
	var cond condition
	slot, values, compared := strings.Cut(part, "=")
	slot = strings.TrimSpace(slot)
	if rest, ok := strings.CutSuffix(slot, "!"); ok && compared {
		slot, cond.not = strings.TrimSpace(rest), true
	}
	if rest, ok := strings.CutPrefix(slot, "!"); ok {
		if compared {
			return cond, fmt.Errorf("!%s says that the slot is empty: it can have no values", rest)
		}
		slot, cond.absent = strings.TrimSpace(rest), true
	}
	if slot == "" {
		return cond, fmt.Errorf("no slot")
	}
	cond.slot = slot
	if !compared {
		return cond, nil
	}
	for text := range strings.SplitSeq(values, "|") {
		v, err := c.parseValue(strings.TrimSpace(text))
		if err != nil {
			return cond, err
		}
		cond.values = append(cond.values, v)
	}
	return cond, nil
}

func (c *Codebook) parseValue(text string) (value, error) {
	switch {
	case text == "":
		return value{}, fmt.Errorf("empty value")
	case text == "+" || text == "-":
		return value{isSide, text}, nil
	case text == "ACTOR":
		return value{isActor, text}, nil
	case text[0] == ':':
		return value{isSector, text[1:]}, nil
	case text[0] == '@':
		if c.classes[text[1:]] == nil {
			return value{}, fmt.Errorf("class %s is not in en/classes.tsv", text)
		}
		return value{isClass, text[1:]}, nil
	case text == strings.ToUpper(text) && len(text) > 3:
		if c.types[text] == nil {
			return value{}, fmt.Errorf("type %s is not in plover/types.tsv", text)
		}
		return value{isType, text}, nil
	}
	return value{isLemma, text}, nil
}

// The classes of en/grammar.tsv that the program asks for.
const (
	classOrdinal        = "ordinal"
	classEarliest       = "earliest"
	classBecome         = "become"
	classSubjectControl = "subject-control"
	classOfficeHolder   = "office-holder"
	classIntransitive   = "intransitive"
	classRaised         = "raised"
	classRaisedFromName = "raised-from-name"
	classNotHeld        = "not-held"
	classObjectControl  = "object-control"
	classTime           = "time"
	classLocative       = "locative"
	classDirectional    = "directional"
	classApart          = "apart"
	classUntil          = "until"
	classPartitive      = "partitive"
	classObligation     = "obligation"
	classMeans          = "means"
	classDocument       = "document"
	classPlaces         = "places"
	classPlayer         = "player"
	classNature         = "nature"
	classTrading        = "trading"
	classLater          = "later"
	classArt            = "art"
	classJoint          = "joint"
)

// loadClasses reads the classes of words; a class may include others that stand
// above it.
func (c *Codebook) loadClasses(files fs.FS) error {
	for _, name := range [...]string{"en/grammar.tsv", "en/classes.tsv"} {
		table, err := datafile.Read(files, name, "class", "words")
		if err != nil {
			return err
		}
		for _, row := range table.Rows {
			if err := c.addClass(&row); err != nil {
				return err
			}
		}
	}
	for _, name := range [...]string{classOrdinal, classBecome, classSubjectControl, classOfficeHolder, classIntransitive, classNotHeld, classObjectControl, classTime, classRaised, classRaisedFromName, classLocative, classObligation, classMeans, classDocument, classEarliest, classDirectional, classPartitive, classApart, classUntil, classPlaces, classPlayer, classTrading, classLater, classJoint} {
		if c.classes[name] == nil {
			return fmt.Errorf("en/grammar.tsv: class %s is missing, which the program needs", name)
		}
	}
	return nil
}

func (c *Codebook) addClass(row *datafile.Row) error {
	name := row.Get("class")
	if name == "" || c.classes[name] != nil {
		return row.Errorf("class %q must have a name and stand once", name)
	}
	class := map[string]bool{}
	for _, word := range row.List("words", "|") {
		other, isClass := strings.CutPrefix(word, "@")
		if !isClass {
			class[word] = true
			continue
		}
		if c.classes[other] == nil {
			return row.Errorf("class @%s does not stand above %s", other, name)
		}
		for w := range c.classes[other] {
			class[w] = true
		}
	}
	c.classes[name] = class
	return nil
}

// IsOffice reports whether a role is an office that one holds, in the words of
// the text: "former Prime Minister", but not "activist".
func (c *Codebook) IsOffice(role string) bool {
	held, _, _ := strings.Cut(strings.ToLower(role), " of ")
	for word := range strings.FieldsSeq(held) {
		if c.classes[classOfficeHolder][word] {
			return true
		}
	}
	return false
}

// The weight of a condition that holds, in the choice between rows: one that
// holds only because a phrase names an actor somewhere weighs less than one that
// fits the phrase itself.
const (
	fails   = 0
	loosely = 1
	wholly  = 2
)

// holds returns how well a word's frame meets a condition.
func (m *matcher) holds(f *frame, cond *condition) int {
	slot := cond.slot
	if slot == "xcomp" && f.first("xcomp") < 0 {
		slot = "to do" // trees often take the one infinitive for the other
	}
	filled, fit := false, fails
	for _, a := range f.args {
		if a.slot != slot {
			continue
		}
		filled = true
		for _, v := range cond.values {
			fit = max(fit, m.fits(a.token, v))
		}
	}
	switch {
	case cond.absent:
		return weight(!filled)
	case len(cond.values) == 0:
		return weight(filled)
	case cond.not:
		return weight(filled && fit == fails)
	}
	return fit
}

func weight(holds bool) int {
	if holds {
		return wholly
	}
	return fails
}

// fits returns how well the phrase or clause of a token fits a value.
func (m *matcher) fits(token int, v value) int {
	if v.kind == isActor {
		switch {
		case len(m.parties.At(token)) > 0:
			return wholly
		case len(m.partiesOf(token)) > 0:
			return loosely
		}
		return fails
	}
	return weight(m.is(token, v))
}

// is reports whether the phrase or clause of a token has a value.
func (m *matcher) is(token int, v value) bool {
	switch v.kind {
	case isLemma:
		return m.anyHead(token, func(lemma string) bool { return lemma == v.text })
	case isClass:
		return m.anyHead(token, func(lemma string) bool { return m.book.classes[v.text][lemma] }) || m.book.classes[classPlaces][v.text] && m.isNamedPlace(token)
	case isSector:
		return slices.ContainsFunc(m.partiesOf(token), func(p Party) bool { return slices.Contains(p.Sector, v.text) })
	}
	t := m.book.types[m.typeOf(token)]
	switch {
	case t == nil:
		return false
	case v.kind == isType:
		return t.Name == v.text
	case v.text == "+":
		return t.Cooperative()
	}
	return t.Conflictual()
}

// isNamedPlace reports whether a phrase is the name of a place that is no actor, or
// of a part of a country, which is land as well: a town, a region, an island.
// Unknown names behind "at" and "near" are places too.
func (m *matcher) isNamedPlace(token int) bool {
	t := &m.s.Tokens[token]
	if t.UPOS != "PROPN" {
		return false
	}
	for _, p := range m.parties.At(token) {
		if isState := p.ID == p.Country && p.Name == t.Form; p.ID == "" || isState || len(p.Sector) > 0 {
			return false // a state by its name, an organization, somebody
		}
	}
	if t.Name == "" {
		at := m.s.Case(token)
		return at == "at" || at == "near"
	}
	return t.Name == "LOC"
}

// anyHead tries the lemma of a phrase's head, then those of its coordinates.
func (m *matcher) anyHead(token int, ok func(lemma string) bool) bool {
	if ok(m.lemma(token)) {
		return true
	}
	if joined := m.joined(token); joined != "" && ok(joined) {
		return true
	}
	name := m.s.Tokens[token].UPOS == "PROPN" && !m.book.classes[classTime][m.lemma(token)]
	for c := range m.s.Children(token) {
		t := &m.s.Tokens[c]
		switch {
		case t.Rel == "conj", name && c < token && t.UPOS == "NOUN" && (t.Rel == "compound" || t.Rel == "nmod:desc"): // "the steamer Olinda"
			if ok(m.lemma(c)) {
				return true
			}
		}
	}
	return false
}

// IsHeld reports whether a role is one of the present of the text, not a former
// or a coming one.
func (c *Codebook) IsHeld(role string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(role)) {
		if c.classes[classNotHeld][word] {
			return false
		}
	}
	return true
}
