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
	isLemma   valueKind = iota // the lemma of the slot's head
	isClass                    // a class of lemmas, by its name
	isActor                    // the phrase is an actor or holds one
	isSector                   // one of its actors has the sector
	isType                     // the slot's word codes to the type
	isSide                     // the slot's word codes to a cooperative or conflictual type
	isSeveral                  // the phrase denotes several actors
	isStates                   // one of its actors is a state or a people as such
	isPerson                   // it is called by the name of a person, or is he or she
	isQuadOf                   // the type lies in a category; no value of a condition
)

// The values of conditions that ask for an actor, for several, for a state or people as such, and for
// a person by name.
const (
	actorValue   = "ACTOR"
	severalValue = "ACTORS"
	stateValue   = "STATE"
	personValue  = "PERSON"
)

type value struct {
	kind  valueKind
	text  string
	class map[string]bool // the lemmas of a class
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
	return c.packedConditions.keep(out), nil
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
	cond.values = c.packedValues.keep(cond.values)
	return cond, nil
}

func (c *Codebook) parseValue(text string) (value, error) {
	switch {
	case text == "":
		return value{}, fmt.Errorf("empty value")
	case text == "+" || text == "-":
		return value{kind: isSide, text: text}, nil
	case text == actorValue:
		return value{kind: isActor, text: text}, nil
	case text == severalValue:
		return value{kind: isSeveral, text: text}, nil
	case text == stateValue:
		return value{kind: isStates, text: text}, nil
	case text == personValue:
		return value{kind: isPerson, text: text}, nil
	case text[0] == ':':
		return value{kind: isSector, text: text[1:]}, nil
	case text[0] == '@':
		class := c.classes[text[1:]]
		if class == nil {
			return value{}, fmt.Errorf("class %s is not in en/classes.tsv", text)
		}
		return value{isClass, text[1:], class}, nil
	case isTypeName(text):
		if c.types[text] == nil {
			return value{}, fmt.Errorf("type %s is not in plover/types.tsv", text)
		}
		return value{kind: isType, text: text}, nil
	}
	return value{kind: isLemma, text: text}, nil
}

// The classes of en/grammar.tsv that the program asks for.
const (
	classOrdinal        = "ordinal"
	classEarliest       = "earliest"
	classBecome         = "become"
	classSubjectControl = "subject-control"
	classCommanding     = "commanding"
	classRefusing       = "refusing"
	classAnswering      = "answering"
	classOfficeHolder   = "office-holder"
	classRank           = "rank"
	classIntransitive   = "intransitive"
	classRaised         = "raised"
	classRaisedFromName = "raised-from-name"
	classNotHeld        = "not-held"
	classObjectControl  = "object-control"
	classTime           = "time"
	classMedium         = "medium"
	classCalendar       = "calendar"
	classLocative       = "locative"
	classDirectional    = "directional"
	classApart          = "apart"
	classUntil          = "until"
	classPartitive      = "partitive"
	classObligation     = "obligation"
	classMeans          = "means"
	classDocument       = "document"
	classSite           = "site"
	classCircumstance   = "circumstance"
	classTopic          = "topic"
	classPremises       = "premises"
	classPartner        = "partner"
	classFound          = "found"
	classTakingPart     = "taking-part"
	classPlaceNames     = "place-names"
	classPlayer         = "player"
	classNature         = "nature"
	classTrading        = "trading"
	classLater          = "later"
	classArt            = "art"
	classJoint          = "joint"
	classPersons        = "persons"
	classNaming         = "naming"
	classRuling         = "ruling"
	classLinking        = "linking"
	classPersonEndings  = "person-endings"
	classSureEndings    = "sure-person-endings"
	classSeatHolder     = "seat-holder"
	classSeats          = "seats"
)

// loadClasses reads the classes of words; a class may include others that stand
// above it.
func (c *Codebook) loadClasses(files fs.FS) error {
	for _, name := range [...]string{"en/grammar.tsv", "en/classes.tsv"} {
		table, err := datafile.Read(files, name, "class", "words")
		if err != nil {
			return err
		}
		if err := eachRow(table, c.addClass); err != nil {
			return err
		}
	}
	for _, name := range [...]string{classOrdinal, classBecome, classSubjectControl, classCommanding, classRefusing, classAnswering, classOfficeHolder, classRank, classIntransitive, classNotHeld, classObjectControl, classTime, classMedium, classRaised, classRaisedFromName, classLocative, classObligation, classMeans, classDocument, classEarliest, classDirectional, classPartitive, classApart, classUntil, classSite, classCircumstance, classTopic, classPremises, classPartner, classFound, classTakingPart, classCalendar, classPlaceNames, classPlayer, classTrading, classLater, classJoint, classPersons, classNaming, classRuling, classLinking, classPersonEndings, classSureEndings, classSeatHolder, classSeats} {
		if c.classes[name] == nil {
			return fmt.Errorf("%s: class %s is missing, which the program needs", datafile.Title(files, "en/grammar.tsv"), name)
		}
	}
	return nil
}

func (c *Codebook) addClass(row *datafile.Row) error {
	c.addExamples(row)
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
	c.cite(row, "class", name)
	return nil
}

// IsOffice reports whether a role is an office that one holds, in the words of
// the text: "former Prime Minister", but not "activist". A rank is an office only with what
// it is of: "captain of the guard", but not "Captain Ibarra".
func (c *Codebook) IsOffice(role string) bool {
	role = strings.ToLower(role)
	held, _, of := strings.Cut(role, " of ")
	for word := range strings.FieldsSeq(held) {
		switch {
		case c.classes[classOfficeHolder][word] && (!c.classes[classSeatHolder][word] || c.namesBody(role)):
			return true
		case of && c.classes[classRank][word]:
			return true
		}
	}
	return false
}

// isHolder reports whether a noun is for somebody in an office or of a rank.
func (c *Codebook) isHolder(lemma string) bool {
	return c.classes[classOfficeHolder][lemma] || c.classes[classRank][lemma]
}

// namesBody reports whether a role names a body in which a seat is an office: "member of
// the Danish parliament", but not "member of a Danish choir".
func (c *Codebook) namesBody(role string) bool {
	for word := range strings.FieldsSeq(role) {
		if c.classes[classSeats][strings.Trim(word, ",'’\"")] {
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

// asked returns the slot that a condition asks a frame for.
func (f *frame) asked(cond *condition) string {
	if cond.slot == "xcomp" && f.first("xcomp") < 0 {
		return "to do" // trees often take the one infinitive for the other
	}
	return cond.slot
}

// holds returns how well a word's frame meets a condition.
func (m *matcher) holds(f *frame, cond *condition) int {
	if cond.slot == within {
		token, _ := m.below(f.head, cond.values)
		return weight((token >= 0) != (cond.not || cond.absent))
	}
	slot := f.asked(cond)
	filled, fit := false, fails
	for _, a := range f.args {
		if a.slot != slot {
			continue
		}
		filled = true
		for i := range cond.values {
			if fit < wholly {
				fit = max(fit, m.argFits(a, cond, &cond.values[i]))
			}
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

// within is the slot of all words below the one of a row: "sent troops there to keep
// the peace" has "peace" within.
const within = "within"

// below returns the first word below a token that has one of the values, which are
// lemmas and classes, and the value; or -1.
func (m *matcher) below(top int, values []value) (int, value) {
	first, last := m.s.Extent(top)
	for i := first; i < last; i++ {
		if i == top || !m.s.Within(i, top) {
			continue
		}
		lemma := m.lemma(i)
		for j := range values {
			if v := &values[j]; v.kind == isLemma && lemma == v.text || v.kind == isClass && v.class[lemma] {
				return i, *v
			}
		}
	}
	return -1, value{}
}

func weight(holds bool) int {
	if holds {
		return wholly
	}
	return fails
}

// argFits returns how well what fills a slot fits a value of a condition.
func (m *matcher) argFits(a arg, cond *condition, v *value) int {
	if !cond.not && a.slot == "subj" && v.kind == isSector && v.text == government && slices.ContainsFunc(m.parties.At(a.token), isState) {
		return wholly
	}
	return m.fits(a.token, v)
}

// fits returns how well the phrase or clause of a token fits a value.
func (m *matcher) fits(token int, v *value) int {
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
func (m *matcher) is(token int, v *value) bool {
	switch v.kind {
	case isLemma:
		return slices.Contains(m.heads(token), v.text)
	case isClass:
		if slices.ContainsFunc(m.heads(token), func(lemma string) bool { return v.class[lemma] }) {
			return true
		}
		return m.book.classes[classPlaceNames][v.text] && m.isNamedPlace(token)
	case isSeveral:
		return len(m.parties.At(token)) > 1
	case isStates:
		return slices.ContainsFunc(m.parties.At(token), isState)
	case isPerson:
		t := &m.s.Tokens[token]
		return t.Name == "PER" || t.UPOS == "PRON" && (m.lemma(token) == "he" || m.lemma(token) == "she")
	case isSector:
		return slices.ContainsFunc(m.parties.At(token), func(p Party) bool { return slices.Contains(p.Sector, v.text) })
	}
	return !m.isNegated(token) && m.book.types[m.typeOf(token)].is(*v)
}

// isNegated reports whether a complement is one of not doing something: who promises not to
// attack threatens nobody.
func (m *matcher) isNegated(token int) bool {
	if m.s.Tokens[token].UPOS != "VERB" {
		return false
	}
	for c := range m.s.Children(token) {
		if lemma := m.s.Tokens[c].Lemma; c < token && m.s.Tokens[c].Rel == "advmod" && (lemma == "not" || lemma == "never") {
			return true
		}
	}
	return false
}

// government is the sector that a state stands for as a subject: in "Norway protested"
// its government did. Where a row excludes governments, it means them by that name.
const government = "GOV"

// isState reports whether a party is a country as such: the gazetteer knows it, and
// no part of it.
func isState(p Party) bool {
	return p.ID != "" && len(p.Sector) == 0 && !strings.Contains(p.ID, ":")
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
	if at := m.s.Case(token); t.Name == "" && (at == "at" || at == "near") {
		return true
	}
	return t.Name == "LOC" || len(m.parties.Place(token)) > 0
}

// heads returns the lemmas that conditions compare with a phrase: its head's, alone
// and with each word that modifies the noun ("peacekeeping mission"), those of its
// coordinates, and the noun before a name. Many rows ask for the same phrase, so that they are collected once a
// sentence.
func (m *matcher) heads(token int) []string {
	h := &m.phrases[token]
	if h.built {
		return h.heads
	}
	h.built, h.heads = true, append(h.heads[:0], m.headword(token))
	if joined := m.joined(token); joined != "" {
		h.heads = append(h.heads, joined)
	}
	isName := m.s.Tokens[token].UPOS == "PROPN" && !m.isTime(token)
	for c := range m.s.Children(token) {
		switch t := &m.s.Tokens[c]; {
		case t.Rel == "conj":
			h.heads = append(h.heads, m.headword(c))
		case c > token:
		case m.s.Tokens[token].UPOS == "NOUN" && (t.Rel == "compound" || t.Rel == "amod"):
			h.heads = append(h.heads, m.lemma(c)+" "+m.lemma(token))
		case isName && (t.Rel == "nmod:desc" || t.Rel == "compound" && t.UPOS == "NOUN"):
			h.heads = append(h.heads, m.lemma(c)) // "the steamer Olinda", "King Albert"
		}
	}
	return h.heads
}

// phraseHeads are the heads of a phrase, if they are built.
type phraseHeads struct {
	built bool
	heads []string
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
