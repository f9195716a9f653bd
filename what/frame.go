package what

import (
	"strings"

	"annals/language"
)

// frame holds the slots of one word: what is its logical subject, its object,
// its complements, and what stands behind which preposition.
type frame struct {
	head    int
	passive bool
	built   bool
	args    []arg
	filled  slotSet // slots of the arguments
}

// arg is one filled slot. Slots are named as in the codebook: subj, obj, iobj,
// xcomp, ccomp, poss, mod, or a preposition.
type arg struct {
	slot  string
	token int
}

// slotOrigin holds where something comes from.
const slotOrigin = "from"

// slotTogether holds an adverb that says that the subjects act as one: "together".
const slotTogether = "together"

// first returns the token of the first argument in the slot, or -1.
func (f *frame) first(slot string) int {
	for _, a := range f.args {
		if a.slot == slot {
			return a.token
		}
	}
	return -1
}

func (f *frame) add(slot string, token int) {
	if slot != "" && token >= 0 && token != f.head {
		f.args = append(f.args, arg{slot, token})
		f.filled |= setOf(slot)
		if slot == "to do" {
			f.filled |= setOf("xcomp") // see holds
		}
	}
}

// slotSet is a set of slots, each a bit by a hash of its name, so that the rows that
// ask for slots that are not there can be passed over at a glance: few of the dozens
// of rows of a verb ask for what stands in a sentence. Two slots may share a bit,
// so that the set may seem to hold more than it does.
type slotSet uint64

func setOf(slot string) slotSet {
	n := len(slot)
	return 1 << ((uint(n)*7 + uint(slot[0])*31 + uint(slot[n-1])) % 64)
}

// needed returns the slots that must be filled if conditions are to hold; within is
// none of a frame.
func needed(conditions []condition) slotSet {
	var set slotSet
	for i := range conditions {
		if !conditions[i].absent && conditions[i].slot != within {
			set |= setOf(conditions[i].slot)
		}
	}
	return set
}

// frame returns the slots of a token, computed once a sentence.
func (m *matcher) frame(token int) *frame {
	f := &m.frames[token]
	if f.built {
		return f
	}
	*f = frame{head: token, built: true, args: f.args[:0]}
	switch m.s.Tokens[token].UPOS {
	case "VERB", "AUX":
		m.verbFrame(f)
	case "ADJ":
		m.verbFrame(f)
	default:
		m.nounFrame(f)
	}
	return f
}

// verbFrame reads the arguments of a verb or of a predicative adjective.
func (m *matcher) verbFrame(f *frame) {
	s := m.s
	f.passive = m.isPassive(f.head)
	for c := range s.Children(f.head) {
		rel := s.Tokens[c].Rel
		switch {
		case rel == "nsubj:pass", rel == "nsubj" && f.passive:
			f.add("obj", m.part(m.deref(c)))
		case rel == "nsubj", rel == "nsubj:outer" && s.Child(f.head, "nsubj:pass") < 0 && !m.hasInnerSubject(f.head):
			f.add("subj", m.deref(c))
		case rel == "obl:agent" && (f.passive || s.Tokens[f.head].XPOS == "VBN"), f.passive && language.IsRel(rel, "obl") && s.Case(c) == "by" && !m.isTime(c):
			if !m.isMedium(c) {
				f.add("subj", m.deref(c))
			}
		case rel == "obj":
			f.add("obj", m.part(m.deref(c)))
		case rel == "iobj":
			f.add("iobj", m.deref(c))
		case language.IsRel(rel, "obl"), language.IsRel(rel, "nmod"):
			if m.isTime(c) {
				continue
			}
			f.add(s.Case(c), m.part(m.deref(c)))
			m.addStacked(f, c)
			m.addGoal(f, c)
			m.addTopic(f, c)
			if m.isPhrasal(f.head, c) {
				f.add("obj", m.deref(c))
			}
		case rel == "advmod" && m.book.classes[classJoint][m.lemma(c)]:
			f.add(slotTogether, c)
		case rel == "xcomp":
			f.add("xcomp", c)
		case rel == "ccomp":
			f.add("ccomp", c)
			f.add("must", m.obliged(c))
		case language.IsRel(rel, "advcl"):
			m.clauseSlot(f, c)
		}
	}
	if f.first("obj") < 0 {
		f.add("obj", f.first("iobj")) // "asked France for help"
	}
	if f.passive && f.first("subj") < 0 {
		f.add("subj", m.strayAgent(f.head))
	}
	if f.passive && f.first("subj") < 0 && m.isCaused(f.head) {
		f.add("subj", m.grammaticalSubject(m.s.Tokens[f.head].Head, 0)) // who has it done does it
	}
	if of := f.first("of"); of >= 0 && m.s.Tokens[f.head].XPOS == "VBG" && f.first("obj") < 0 {
		f.add("obj", of) // "the sharing of information"
	}
	m.inheritSubject(f)
	m.addGap(f)
	m.addSharedObject(f)
	m.addSharedAgent(f)
	if obj := f.first("obj"); obj >= 0 {
		quantity := s.Tokens[obj].Head
		if quantity >= 0 && quantity != f.head && m.part(quantity) == obj {
			m.addPrepositions(f, quantity)
		}
		if quantity == f.head || m.part(quantity) == obj {
			m.addPrepositions(f, obj)
		}
	}
}

// strayAgent returns the agent of a passive verb that the tree hangs on another of
// its phrases ("evacuated from Haiti | by France"), or -1.
func (m *matcher) strayAgent(verb int) int {
	for c := range m.s.Children(verb) {
		if c < verb || !language.IsRel(m.s.Tokens[c].Rel, "obl") || m.s.Tokens[c].UPOS != "PROPN" {
			continue
		}
		for k := range m.s.Children(c) {
			if m.s.Tokens[k].Rel == "nmod" && m.s.Case(k) == "by" {
				return k
			}
		}
	}
	return -1
}

// obliged returns the subject of a clause that says what somebody has to do ("the
// king must resign"), or -1.
func (m *matcher) obliged(clause int) int {
	class := m.book.classes[classObligation]
	subject := m.s.Child(clause, "nsubj", "nsubj:pass")
	if subject < 0 {
		return -1
	}
	if class[m.lemma(clause)] && m.s.Child(clause, "xcomp") >= 0 {
		return subject // "the king has to resign"
	}
	for c := range m.s.Children(clause) {
		if m.s.Tokens[c].Rel == "aux" && class[m.lemma(c)] && m.s.Tokens[c].Lemma != "have" {
			return subject
		}
	}
	return -1
}

// isPhrasal reports whether what stands behind a preposition is the object of
// verb and particle, though the tree does not know the verb: "broke off | the
// talks".
func (m *matcher) isPhrasal(verb, noun int) bool {
	at := m.s.Child(noun, "case")
	if at != verb+1 {
		return false
	}
	for _, p := range m.book.particles[m.lemma(verb)] {
		if len(p.words) == 1 && p.words[0] == m.s.Tokens[at].Lemma {
			return true
		}
	}
	return false
}

// clauseSlot adds an adverbial clause: "accused of spying" fills of, "moved to
// arrest" fills xcomp.
func (m *matcher) clauseSlot(f *frame, clause int) {
	mark := m.s.Child(clause, "mark")
	switch {
	case mark < 0 && m.s.Tokens[clause].UPOS != "VERB":
		f.add(m.s.Case(clause), clause) // a phrase that the tree takes for a clause
	case mark < 0, m.s.IsOutcome(clause):
		return
	case m.s.Tokens[mark].Lemma == "to":
		f.add("to do", clause)
	default:
		f.add(m.lemma(mark), clause)
	}
}

// addPrepositions adds the prepositional phrases of a verb's object: "signed a
// treaty with France".
func (m *matcher) addPrepositions(f *frame, noun int) {
	for c := range m.s.Children(noun) {
		if rel := m.s.Tokens[c].Rel; rel == "nmod" || language.IsRel(rel, "obl") {
			f.add(m.s.Case(c), c)
		}
	}
	m.addShared(f, noun)
}

// nounFrame reads the dependents of a noun, and of the light verb it is an
// object or subject of, since "held talks in Rome with Spain" hangs "with
// Spain" there.
func (m *matcher) nounFrame(f *frame) {
	s := m.s
	for c := range s.Children(f.head) {
		rel := s.Tokens[c].Rel
		switch {
		case rel == "nmod:poss":
			f.add("poss", c)
		case rel == "amod", rel == "compound", rel == "nmod:desc", rel == "flat", rel == "nmod:unmarked":
			f.add("mod", c)
		case language.IsRel(rel, "nmod"), language.IsRel(rel, "obl"):
			f.add(s.Case(c), m.part(m.deref(c)))
			m.addRaised(f, c)
		case language.IsRel(rel, "acl") && s.Child(c, "mark") >= 0 && s.Tokens[c].XPOS == "VB":
			f.add("xcomp", c)
		case rel == "acl" && s.Child(c, "mark") >= 0 && s.Child(c, "nsubj", "nsubj:pass") >= 0:
			f.add("ccomp", c) // "its demand that France leave"
		case rel == "acl" && m.book.classes[classAnswering][m.lemma(c)]:
			// "a rebellion backed by Chad" is not Chad's
		case rel == "acl":
			if agent := s.Child(c, "obl:agent"); agent >= 0 {
				f.add("by", agent)
			}
		}
	}
	m.addShared(f, f.head)
	m.addBearer(f)
	head := s.Tokens[f.head].Head
	if head < 0 || m.lightRole(head) == "" {
		return
	}
	rel := s.Tokens[f.head].Rel
	if rel != "obj" && rel != "nsubj" && rel != "nsubj:pass" {
		return
	}
	if obj := s.Child(head, "obj"); rel == "nsubj" && obj >= 0 && m.entry(obj) != nil {
		return // "the raid provoked riots in Chad": these are in Chad
	}
	for c := range s.Children(head) {
		if c != f.head && language.IsRel(s.Tokens[c].Rel, "obl") && m.entry(c) == nil { // "the visit led to an arrest"
			f.add(s.Case(c), m.deref(c))
		}
	}
}

// addBearer adds whom a predicate noun is said of as its subject: "Norway is a donor
// to Malawi", "remains the main donor".
func (m *matcher) addBearer(f *frame) {
	t := &m.s.Tokens[f.head]
	if m.s.Child(f.head, "cop") >= 0 {
		f.add("subj", m.s.Child(f.head, "nsubj"))
		return
	}
	if t.Head >= 0 && (t.Rel == "xcomp" || t.Rel == "obj") && m.book.classes[classBecome][m.lemma(t.Head)] {
		f.add("subj", m.s.Child(t.Head, "nsubj"))
	}
}

// addRaised adds the phrases that the tree hangs on an argument of an event noun
// though they belong to the event: "the expulsion of two envoys by Norway", "the
// withdrawal of France from Algeria". What is done has a doer, a direction and a
// partner; an envoy has none of them by himself, and a name takes hardly any
// phrase at all.
func (m *matcher) addRaised(f *frame, noun int) {
	for c := range m.s.Children(noun) {
		if !language.IsRel(m.s.Tokens[c].Rel, "nmod") {
			continue
		}
		word := m.s.Case(c)
		if m.book.classes[classRaised][word] || m.s.Tokens[noun].UPOS == "PROPN" && m.book.classes[classRaisedFromName][word] {
			f.add(word, m.deref(c))
		}
	}
}

// isPassive reports whether a verb is passive: with its auxiliary, with a
// passive subject, or a bare participle behind a noun ("signed in Rome").
func (m *matcher) isPassive(v int) bool {
	if m.s.Child(v, "nsubj:pass", "aux:pass") >= 0 {
		return true
	}
	t := &m.s.Tokens[v]
	if t.XPOS != "VBN" || m.book.classes[classIntransitive][m.lemma(v)] {
		return false
	}
	if t.Rel == "acl" || t.Rel == "advcl" || t.Rel == "amod" {
		return m.s.Child(v, "aux", "obj") < 0
	}
	if m.isCaused(v) || m.isLinked(v) {
		return true
	}
	return t.Rel == "conj" && t.Head >= 0 && m.s.Child(v, "aux", "nsubj", "obj") < 0 && m.isPassive(t.Head)
}

// isCaused reports whether a participle tells what somebody has done to another: "the
// sultan had him strangled".
func (m *matcher) isCaused(v int) bool {
	t := &m.s.Tokens[v]
	if t.Rel != "xcomp" || t.Head < 0 || t.Head > v || m.s.Child(t.Head, "obj") < 0 || m.s.Child(v, "aux", "obj") >= 0 {
		return false
	}
	lemma := m.lemma(t.Head)
	return lemma == "have" || lemma == "get"
}

// isLinked reports whether a participle tells how the subject of the verb above it is:
// "stands accused".
func (m *matcher) isLinked(v int) bool {
	t := &m.s.Tokens[v]
	return t.Rel == "xcomp" && t.Head >= 0 && t.Head < v && m.book.classes[classLinking][m.lemma(t.Head)] && m.s.Child(t.Head, "obj") < 0 && m.s.Child(v, "aux", "obj") < 0
}

// isTime reports whether a phrase tells the time and holds no party.
func (m *matcher) isTime(token int) bool {
	t := &m.s.Tokens[token]
	return t.UPOS == "NUM" || isDecade(t.Form) || language.IsRel(t.Rel, "obl:unmarked") || m.book.classes[classTime][m.lemma(token)] || t.UPOS == "PROPN" && m.book.classes[classCalendar][m.lemma(token)]
}

// isMedium reports whether a noun with nothing beside it but its preposition says by
// what something is done: "by radio", but not "by the radio".
func (m *matcher) isMedium(noun int) bool {
	if t := &m.s.Tokens[noun]; t.XPOS != "NN" || !m.book.classes[classMedium][m.lemma(noun)] {
		return false
	}
	for c := range m.s.Children(noun) {
		if rel := m.s.Tokens[c].Rel; rel != "case" && rel != "punct" {
			return false
		}
	}
	return true
}

// isDecade reports whether a word is a decade in digits: "1590s".
func isDecade(form string) bool {
	digits, found := strings.CutSuffix(form, "s")
	return found && len(digits) >= 2 && strings.Trim(digits, "0123456789") == ""
}

// opensTime reports whether a preposition belongs to a phrase that tells the
// time: the "on" of "on Friday".
func (m *matcher) opensTime(preposition int) bool {
	t := &m.s.Tokens[preposition]
	return t.Rel == "case" && t.Head >= 0 && m.isTime(t.Head)
}

// deref replaces a relative pronoun by the noun that its clause modifies.
func (m *matcher) deref(token int) int {
	t := &m.s.Tokens[token]
	if before := token - 1; t.UPOS == "PROPN" && before >= 0 && m.s.Tokens[before].UPOS == "NOUN" && m.s.Tokens[before].Head == token && m.book.classes[classCalendar][m.lemma(token)] {
		return before // "summoned the ambassador | Monday", where the tree takes the day for his name
	}
	if t.XPOS != "WP" && t.XPOS != "WDT" && t.XPOS != "WP$" && (t.UPOS != "PRON" || t.Lemma != "that") {
		return token
	}
	for v, steps := t.Head, 0; v >= 0 && steps < 6; v, steps = m.s.Tokens[v].Head, steps+1 {
		if m.s.Tokens[v].Rel == "acl:relcl" {
			if name := m.nameOf(m.s.Tokens[v].Head); name >= 0 && (t.Lemma == "who" || t.Lemma == "whom") {
				return name
			}
			return m.described(m.s.Tokens[v].Head)
		}
		if m.isCleft(v) {
			return m.s.Tokens[v].Head
		}
	}
	return token
}

// hasInnerSubject reports whether a clause is the predicate of another and has a subject of its own:
// "the answer was that Chad | left".
func (m *matcher) hasInnerSubject(clause int) bool {
	for c := range m.s.Children(clause) {
		if m.s.Tokens[c].Rel == "nsubj" {
			return true
		}
	}
	return false
}

// nameOf returns the name that a noun which denotes nobody is set beside, or -1: "Ana Lima, a maid whom
// police arrested".
func (m *matcher) nameOf(noun int) int {
	if noun < 0 || m.s.Tokens[noun].Rel != "appos" || len(m.parties.At(noun)) > 0 {
		return -1
	}
	if name := m.s.Tokens[noun].Head; name >= 0 && len(m.parties.At(name)) > 0 {
		return name
	}
	return -1
}

// isCleft reports whether a clause is what a cleft sentence tells of the noun before it: "it was Chad
// that | attacked Togo".
func (m *matcher) isCleft(clause int) bool {
	t := &m.s.Tokens[clause]
	if t.Rel != "advcl:relcl" || t.Head < 0 || t.Head > clause || m.s.Tokens[t.Head].UPOS != "PROPN" && m.s.Tokens[t.Head].UPOS != "NOUN" {
		return false
	}
	it := m.s.Child(t.Head, "nsubj", "expl")
	return it >= 0 && m.lemma(it) == "it" && m.s.Child(t.Head, "cop") >= 0
}

// described replaces a predicate noun that denotes nobody by what it is said of: "Chad is the only
// country that | left".
func (m *matcher) described(noun int) int {
	if noun < 0 || m.s.Child(noun, "cop") < 0 || len(m.parties.At(noun)) > 0 {
		return noun
	}
	if subject := m.s.Child(noun, "nsubj"); subject >= 0 && subject < noun && len(m.parties.At(subject)) > 0 {
		return subject
	}
	return noun
}

// relativeObject returns the relative pronoun that is a relative clause's
// object, or -1.
func (m *matcher) relativeObject(v int) int {
	obj := m.s.Child(v, "obj")
	if obj >= 0 && strings.HasPrefix(m.s.Tokens[obj].XPOS, "W") {
		return obj
	}
	return -1
}

// addGap fills the object of a relative clause without pronoun: "the men police
// arrested".
func (m *matcher) addGap(f *frame) {
	t := &m.s.Tokens[f.head]
	if t.Rel != "acl:relcl" || f.passive || t.Head < 0 || f.first("obj") >= 0 || f.first("ccomp") >= 0 || f.first("xcomp") >= 0 {
		return
	}
	if subj := f.first("subj"); subj >= 0 && subj != t.Head {
		f.add("obj", t.Head)
	}
}

// lemma returns the lemma of a token in small letters, made once a sentence.
func (m *matcher) lemma(token int) string {
	if m.lemmas[token] == "" {
		m.lemmas[token] = strings.ToLower(m.s.Tokens[token].Lemma)
	}
	return m.lemmas[token]
}
