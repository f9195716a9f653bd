package what

import (
	"slices"
	"strings"

	"annals"
	"annals/language"
)

// Parties tells which noun phrases of one sentence denote actors.
type Parties interface {
	// At returns whom the phrase headed by a token denotes, or nil.
	At(token int) []annals.Participant
	// Inside returns the actors that are named within the phrase of a token.
	Inside(token int) []annals.Participant
	// Place returns the place that the phrase of a token names or lies in
	// ("Basra", "parts of Basra"), as a participant, or nil.
	Place(token int) []annals.Participant
	// Name returns somebody of whom the text gives no more than a proper name, or nil.
	Name(token int) []annals.Participant
}

// Party is a participant of an event.
type Party = annals.Participant

// matcher works on one sentence.
type matcher struct {
	book    *Codebook
	s       *language.Sentence
	parties Parties
	frames  []frame
	phrases []phraseHeads
	types   []typeMemo
	lemmas  []string // in small letters, "" where not asked for yet
	depth   int      // of the questions for parties that lead from word to word
}

// deepest is how far a question for parties leads from word to word: deeds of deeds
// of deeds. Words may point at each other in a circle.
const deepest = 6

// typeMemo remembers what a token codes to.
type typeMemo struct {
	state uint8 // 0 not asked, 1 being asked, 2 known
	entry *Entry
}

// matcher returns one for a sentence; who is done with it gives it back to the pool.
func (c *Codebook) matcher(s *language.Sentence, parties Parties) *matcher {
	m, _ := c.pool.Get().(*matcher)
	if m == nil {
		m = &matcher{book: c}
	}
	m.reset(s, parties)
	return m
}

func (m *matcher) reset(s *language.Sentence, parties Parties) {
	m.s, m.parties, m.depth = s, parties, 0
	n := len(s.Tokens)
	for len(m.frames) < n {
		m.frames = append(m.frames, frame{})
		m.phrases = append(m.phrases, phraseHeads{})
	}
	for i := range m.frames[:n] {
		m.frames[i].built, m.phrases[i].built = false, false
	}
	if cap(m.types) < n {
		m.types = make([]typeMemo, n)
	}
	m.types = m.types[:n]
	clear(m.types)
	if cap(m.lemmas) < n {
		m.lemmas = make([]string, n)
	}
	m.lemmas = m.lemmas[:n]
	clear(m.lemmas)
}

// entry returns the row of the codebook that a token matches, or nil. Of the
// rows whose conditions hold, the one with the most conditions wins, then the
// earlier one. A token that asks for itself through a condition gets nil.
func (m *matcher) entry(token int) *Entry {
	memo := &m.types[token]
	switch memo.state {
	case 1:
		return nil
	case 0:
		memo.state = 1
		e := m.find(token)
		m.types[token] = typeMemo{2, e}
		return e
	}
	return memo.entry
}

func (m *matcher) find(token int) *Entry {
	t := &m.s.Tokens[token]
	switch t.UPOS {
	case "VERB":
		return m.findVerb(token)
	case "NOUN":
		if joined := m.joined(token); joined != "" && m.book.nouns[joined] != nil {
			return m.best(token, m.book.nouns[joined])
		}
		return m.best(token, m.book.nouns[m.headword(token)])
	case "ADJ":
		return m.best(token, m.book.adjectives[m.lemma(token)])
	}
	return nil
}

// findVerb prefers rows with a particle that stands beside the verb.
func (m *matcher) findVerb(token int) *Entry {
	lemma := m.lemma(token)
	for _, p := range m.book.particles[lemma] {
		if m.hasParticles(token, p.words) {
			if e := m.best(token, p.entries); e != nil {
				return e
			}
		}
	}
	return m.best(token, m.book.verbs[lemma])
}

// hasParticles reports whether each of the words is a particle, an adverb or a
// preposition of the verb.
func (m *matcher) hasParticles(verb int, words []string) bool {
	for _, word := range words {
		if !m.hasParticle(verb, word) {
			return false
		}
	}
	return true
}

func (m *matcher) hasParticle(verb int, word string) bool {
	for c := range m.s.Children(verb) {
		t := &m.s.Tokens[c]
		switch {
		case t.Rel == "compound:prt", t.Rel == "advmod", t.Rel == "case", t.Rel == "mark":
			if t.Lemma == word {
				return true
			}
		case language.IsRel(t.Rel, "obl"):
			if m.s.Case(c) == word && !m.isTime(c) {
				return true
			}
		}
	}
	next := verb + 1
	return next < len(m.s.Tokens) && strings.EqualFold(m.s.Tokens[next].Form, word) && !m.opensTime(next)
}

func (m *matcher) best(token int, candidates []*Entry) *Entry {
	if len(candidates) == 0 {
		return nil
	}
	var best *Entry
	most := -1
	f := m.frame(token)
	for _, e := range candidates {
		if e.needs&^f.filled != 0 || wholly*len(e.conditions) <= most {
			continue
		}
		if w, ok := m.weigh(f, e.conditions); ok && w > most && m.befallsSomebody(f, e) {
			best, most = e, w
		}
	}
	return best
}

// weigh returns how much the conditions say about a frame that meets them all.
func (m *matcher) weigh(f *frame, conditions []condition) (weight int, ok bool) {
	for i := range conditions {
		w := m.holds(f, &conditions[i])
		if w == fails {
			return 0, false
		}
		weight += w
	}
	return weight, true
}

// befallsSomebody reports whether those whom a row asks for are meant themselves, where
// its deed is done to somebody: who helps "a Peruvian rice trade" has helped nobody known.
// Words may be about a thing of somebody: who praises "Peru's rice" praises Peru.
func (m *matcher) befallsSomebody(f *frame, e *Entry) bool {
	if e.Type == Block || e.Type == Inherit {
		return true
	}
	t := m.book.Type(e.Type, e.Mode)
	if t == nil || t.befalls(things) {
		return true
	}
	for i := range e.conditions {
		cond := &e.conditions[i]
		if cond.slot == "subj" || t.befalls(subjects) && cond.slot != "obj" {
			continue
		}
		if m.holds(f, cond) == loosely && !m.hasSomebody(f, f.asked(cond)) {
			return false
		}
	}
	return true
}

// hasSomebody reports whether a slot holds somebody: an actor, people, or a clause with
// one, and no thing that only has one beside it.
func (m *matcher) hasSomebody(f *frame, slot string) bool {
	for _, a := range f.args {
		if a.slot != slot {
			continue
		}
		t := &m.s.Tokens[a.token]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" || len(m.parties.At(a.token)) > 0 || m.isPeople(a.token) || m.belongs(a.token) {
			return true
		}
	}
	return false
}

// belongs reports whether a noun is a place, a building or a force, which whoever owns it
// suffers in: "Danish waters", "its troops", "a Peruvian mine".
func (m *matcher) belongs(noun int) bool {
	lemma := m.headword(noun)
	for _, class := range [...]string{classSite, classPremises, classMeans} {
		if m.book.classes[class][lemma] {
			return true
		}
	}
	return false
}

// isPeople reports whether a noun means people, or a quantity of them.
func (m *matcher) isPeople(noun int) bool {
	return m.endsIn(classSureEndings, m.lemma(noun)) || slices.ContainsFunc(m.heads(noun), func(lemma string) bool {
		return m.book.classes[classPersons][lemma] || m.book.isHolder(lemma) || m.book.classes[classPartitive][lemma]
	})
}

// typeOf returns the type that a token codes to, or "".
func (m *matcher) typeOf(token int) string {
	e, _ := m.coded(token)
	if e == nil {
		return ""
	}
	return e.Type
}

// coded returns the row that gives a token its type, and the token that carries
// it: the token itself, or its complement where the row or a light verb hands
// the type on.
func (m *matcher) coded(token int) (*Entry, int) {
	for range 4 {
		e := m.entry(token)
		switch {
		case e == nil:
			noun := m.lightObject(token)
			if noun < 0 {
				return nil, -1
			}
			token = noun
		case e.Type == Block:
			return nil, -1
		case e.Type != Inherit:
			return e, token
		default:
			if token = m.complement(token); token < 0 {
				return nil, -1
			}
		}
	}
	return nil, -1
}

// lightObject returns the event noun that a light verb takes its meaning from
// ("launched an attack"), or -1.
func (m *matcher) lightObject(verb int) int {
	if m.lightRole(verb) == "" {
		return -1
	}
	f := m.frame(verb)
	for _, a := range f.args {
		if m.s.Tokens[a.token].UPOS == "NOUN" && m.isLightSlot(verb, a.slot) {
			if e := m.entry(a.token); e != nil && e.Type != Block {
				return a.token
			}
		}
	}
	return -1
}

// isLightSlot reports whether a light verb may take its meaning from a slot: its
// object, what is done in it ("took part in a march"), or what the table of light
// verbs says. What it leads to is another matter.
func (m *matcher) isLightSlot(verb int, slot string) bool {
	if slot == "obj" {
		return true
	}
	if slot == "subj" || !m.hasParticle(verb, slot) {
		return false
	}
	if m.book.classes[classTakingPart][slot] {
		return true
	}
	return slices.ContainsFunc(m.book.lightWith[m.lemma(verb)], func(l lightParticle) bool { return strings.HasSuffix(l.word, slot) })
}

// lightObjects returns all event nouns that a light verb could take its meaning
// from: "took part in the rising of 1830 and in that of 1863".
func (m *matcher) lightObjects(verb int) []int {
	if m.lightRole(verb) == "" {
		return nil
	}
	var out []int
	for _, a := range m.frame(verb).args {
		if m.s.Tokens[a.token].UPOS != "NOUN" || !m.isLightSlot(verb, a.slot) {
			continue
		}
		if e := m.entry(a.token); e != nil && e.Type != Block {
			out = append(out, a.token)
		}
	}
	return out
}

// lightRole returns what the subject of a light verb is to the event, or "".
func (m *matcher) lightRole(verb int) string {
	if m.s.Tokens[verb].UPOS != "VERB" {
		return ""
	}
	lemma := m.lemma(verb)
	for _, l := range m.book.lightWith[lemma] {
		if m.hasParticle(verb, l.word) {
			return l.role
		}
	}
	return m.book.light[lemma]
}

// complement returns the clause or event noun that a word hands its type on to,
// or -1.
func (m *matcher) complement(token int) int {
	f := m.frame(token)
	for _, slot := range [...]string{"xcomp", "ccomp", "obj", "to do", "of"} {
		if slot == "of" && m.s.Tokens[token].UPOS != "NOUN" {
			continue // "a wave of arrests", but not "accused of arrests"
		}
		if c := f.first(slot); c >= 0 {
			if e := m.entry(c); e != nil || m.lightObject(c) >= 0 {
				return c
			}
		}
	}
	return -1
}

// partiesOf returns whom a phrase denotes, or else who is named in it; for a
// clause, whom it acts upon.
func (m *matcher) partiesOf(token int) []Party { return m.partiesBut(token, nil) }

// partiesBut is partiesOf without the given others.
func (m *matcher) partiesBut(token int, others []Party) []Party {
	if m.s.Tokens[token].UPOS == "VERB" {
		return m.clauseParties(token, others)
	}
	if p := m.parties.At(token); len(p) > 0 {
		return without(p, others)
	}
	return m.inside(token, others)
}

// clauseParties returns the first parties but the others among a verb's object,
// oblique phrases and infinitives. What is the others' own is passed over.
func (m *matcher) clauseParties(verb int, others []Party) []Party {
	if m.depth++; m.depth > deepest {
		m.depth--
		return nil
	}
	defer func() { m.depth-- }()
	fr := m.frame(verb)
	if m.book.classes[classFound][m.verbWord(verb)] {
		if p := m.founded(fr, others); len(p) > 0 {
			return p
		}
	}
	instrument := false // whether the object is what the row does it with
	if e := m.entry(verb); e != nil && e.Type != Block && e.Type != Inherit && e.Recipient != nil {
		f := Finding{Entry: e, Type: e.Type, Mode: e.Mode, Actor: others, Thing: -1}
		if p := m.sufferers(&f, fr, e.Recipient, -1); len(p) > 0 {
			return p
		}
		instrument = e.names("obj")
	}
	for _, a := range fr.args {
		if instrument && a.slot == "obj" {
			continue
		}
		if a.slot == "subj" || m.book.classes[classApart][a.slot] || m.s.Tokens[a.token].UPOS == "VERB" && m.s.Tokens[a.token].Head != verb || m.isOwnedBy(a.token, others) {
			continue
		}
		if p := m.partiesBut(a.token, others); len(p) > 0 {
			return p
		}
	}
	return m.furtherParties(verb, fr, instrument, others)
}

// furtherParties returns whom the verb's object belongs to where it is what is done
// ("cut off Ukraine's gas"), or whom the verbs coordinated with it act upon.
func (m *matcher) furtherParties(verb int, fr *frame, instrument bool, others []Party) []Party {
	if obj := fr.first("obj"); instrument && obj >= 0 {
		if poss := m.s.Child(obj, "nmod:poss"); poss >= 0 {
			if p := without(m.parties.At(poss), others); len(p) > 0 {
				return p
			}
		}
	}
	for c := range m.s.Children(verb) {
		if m.s.Tokens[c].Rel != "conj" || m.s.Tokens[c].XPOS != m.s.Tokens[verb].XPOS || m.s.Child(c, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		if p := m.clauseParties(c, others); len(p) > 0 {
			return p
		}
	}
	return nil
}

// inside returns the parties inside a phrase, without some others and without those who only answer
// to it: "a rebellion backed by Chad" is not Chad's.
func (m *matcher) inside(token int, others []Party) []Party {
	found := m.parties.Inside(token)
	if len(found) == 0 {
		return nil
	}
	for c := range m.s.Children(token) {
		if m.s.Tokens[c].Rel != "acl" || !m.book.classes[classAnswering][m.lemma(c)] {
			continue
		}
		if agent := m.s.Child(c, "obl:agent"); agent >= 0 {
			found = without(found, m.parties.At(agent))
		}
	}
	return without(found, others)
}

// founded returns for whom something is built or set up: who is named beside it or in
// it, or the place where it is to stand. The thing itself is not there yet.
func (m *matcher) founded(fr *frame, others []Party) []Party {
	for _, a := range fr.args {
		if a.slot == "subj" || m.isTime(a.token) {
			continue
		}
		if p := without(m.parties.At(a.token), others); a.slot != "obj" && len(p) > 0 {
			return p
		}
		if p := m.inside(a.token, others); len(p) > 0 {
			return p
		}
	}
	for _, a := range fr.args {
		if !m.book.classes[classLocative][a.slot] {
			continue
		}
		if p := without(m.parties.Place(a.token), others); len(p) > 0 {
			return p
		}
	}
	return nil
}

// verbWord returns the lemma of a verb with its particle.
func (m *matcher) verbWord(verb int) string {
	if particle := m.s.Child(verb, "compound:prt"); particle >= 0 {
		return m.lemma(verb) + " " + m.lemma(particle)
	}
	return m.lemma(verb)
}
