package who

import "annals/gazetteer"

// How far back pronouns look: sentences and mentions.
const (
	reachPerson   = 4
	reachThing    = 2
	reachMentions = 40
)

// parallel is what a pronoun that is an object leans towards earlier objects.
const parallel = 1.5

// blame is what a possessive in a reason leans towards the one to whom something
// is done for it: "expelled Peru for its attack".
const blame = 2.5

// ownWords is what the subject of a clause that somebody says leans towards him: "the
// league said it would move".
const ownWords = 1.5

// aside is how much less a thing counts for a subject that the same sentence names beside the way.
const aside = 0.6

// speaker returns the subject of the verb that governs the clause whose subject token i
// is, or -1.
func (d *reading) speaker(i int32) int32 {
	clause := d.head[i]
	if clause < 0 || !d.is(i, "nsubj", "nsubj:pass") || !d.is(clause, "ccomp") || d.head[clause] < 0 {
		return none
	}
	return d.child(d.head[clause], "nsubj")
}

// isReason reports whether the phrase of token i is introduced by "for" and belongs
// to a verb.
func (d *reading) isReason(i, verb int32) bool {
	noun := d.head[i]
	return noun >= 0 && d.head[noun] == verb && d.preposition(noun) == "for"
}

// personal resolves a personal or possessive pronoun to the mention that fits
// it best: by number and sex first, then subjects before others, near before
// far.
func (c *casting) personal(d *reading, i int32, kind pronounKind, x sex) {
	best, bestScore := none, float32(0)
	speaker := d.speaker(i)
	barred, possessive, object := c.barred(d, i), d.is(i, "nmod:poss"), d.is(i, "obj", "obl", "iobj")
	for k := len(c.history) - 1; k >= 0 && k >= len(c.history)-reachMentions; k-- {
		at := c.history[k]
		m := &c.mentions[at]
		distance := c.now - m.sentence
		if distance > reachThing && kind != heOrShe || distance > reachPerson {
			break
		}
		if distance == 0 && (m.head >= i || c.bound(d, i, m)) || barred != none && m.to-m.from == 1 && c.denoted[m.from] == barred {
			continue
		}
		if c.readings[m.sentence].sentence.Paragraph != d.sentence.Paragraph {
			distance++
		}
		fit := c.fit(&c.readings[m.sentence], m, kind, x)
		if fit == 0 {
			continue
		}
		score := fit + c.prominence(&c.readings[m.sentence], m) + c.topical(m) - 1.2*float32(distance) - 0.03*float32(len(c.history)-k)
		if object && (kind != they || m.kind != asThing) && c.readings[m.sentence].is(m.head, "obj", "obl", "iobj") {
			score += parallel
		}
		if distance == 0 && m.head == speaker {
			score += ownWords
		}
		if m.kind == asThing && distance == 0 && d.is(i, "nsubj") && !d.is(m.head, "nsubj", "nsubj:pass") {
			score -= aside // "under the pact that ended the war, it ceded the port"
		}
		if m.kind == asThing && possessive {
			score -= 0.5 // things own less
		}
		if possessive && distance == 0 && d.is(m.head, "obj") && d.isReason(i, d.head[m.head]) {
			score += blame
		}
		if best == none || score > bestScore {
			best, bestScore = at, score
		}
	}
	if ahead, score := c.ahead(d, i, kind, x); ahead != none && (best == none || score > bestScore) {
		best = ahead
	}
	if best == none {
		return
	}
	c.standFor(d, i, best, c.meant(best, kind)...)
}

// bound reports whether the pronoun at token i cannot mean m for its place in
// the tree: both depend on one predicate, or one lies inside the other.
func (c *casting) bound(d *reading, i int32, m *mention) bool {
	if d.within(i, m.head) && !d.is(m.head, "root") && nominal(d.token(m.head)) && d.predicateBetween(i, m.head) < 0 {
		return true
	}
	return d.head[i] == d.head[m.head] && !d.is(i, "nmod:poss") && d.head[i] >= 0
}

// barred returns the entity that the pronoun at token i cannot mean because it
// is the subject of the same predicate ("X told him"), -1 for none.
func (c *casting) barred(d *reading, i int32) int32 {
	h := d.head[i]
	if h < 0 || d.is(i, "nmod:poss", "nsubj") {
		return none
	}
	s := d.subject(h)
	if s < 0 || s == i || d.mentionAt[s] == none {
		return none
	}
	if m := &c.mentions[d.mentionAt[s]]; m.to-m.from == 1 {
		return c.denoted[m.from]
	}
	return none
}

// subject returns the subject of the predicate h or, where it has none of its
// own, that of the predicate that governs it: "they left, taking him along".
func (d *reading) subject(h int32) int32 {
	for steps := 0; h >= 0 && steps < maxDepth; steps++ {
		if s := d.child(h, "nsubj"); s >= 0 {
			return s
		}
		if !d.is(h, "conj", "advcl", "xcomp") {
			return none
		}
		h = d.head[h]
	}
	return none
}

// predicateBetween returns a verb on the way up from token i to top, or -1.
func (d *reading) predicateBetween(i, top int32) int32 {
	for i = d.head[i]; i >= 0 && i != top; i = d.head[i] {
		if d.token(i).UPOS == "VERB" {
			return i
		}
	}
	return none
}

// prominence says how likely a mention is taken up again for its place in its
// sentence.
func (c *casting) prominence(d *reading, m *mention) float32 {
	switch {
	case m.kind == byAdjective:
		return -0.7
	case d.is(m.head, "nsubj"):
		return 1.5
	case d.is(m.head, "obj", "obl:agent"):
		return 0.5
	case d.is(m.head, "conj") && d.head[m.head] >= 0 && d.is(d.head[m.head], "nsubj"):
		return 1
	case d.is(m.head, "appos") && d.head[m.head] >= 0 && d.is(d.head[m.head], "nsubj"):
		return 1.2
	case d.is(m.head, "nmod") && d.head[m.head] >= 0 && d.is(d.head[m.head], "nsubj"):
		return 0.7
	}
	return 0
}

// topical says how much the text is about whom a mention denotes.
func (c *casting) topical(m *mention) float32 {
	if m.from == m.to {
		return 0.3
	}
	return 0.25 * min(c.salienceOf(c.denoted[m.from]), 3)
}

// fit says how well a mention goes with a pronoun: 0 not at all, 2 well.
func (c *casting) fit(d *reading, m *mention, kind pronounKind, x sex) float32 {
	several := m.to-m.from > 1 || kind == they && c.coordinated(d, m)
	if m.from == m.to {
		if m.kind != asThing {
			return 0
		}
		switch many := plural(d.token(m.head)); {
		case kind == it && !many:
			return 1.4
		case kind == they && many:
			return 1
		}
		return 0
	}
	e := &c.entities[c.denoted[m.from]]
	switch kind {
	case heOrShe:
		return e.fitPerson(x, several)
	case it:
		if several {
			return 0
		}
		return e.fitThing()
	default:
		if several || d.isPeople(m) {
			return 2
		}
		return e.fitSeveral()
	}
}

// isPeople reports whether a mention names a people by what its members are called: "the Swedes".
func (d *reading) isPeople(m *mention) bool {
	at := d.sightingAt[m.head]
	if at == none || m.kind != byName {
		return false
	}
	form := d.sightings[at].match.Form
	return form == gazetteer.AsPeople || form == gazetteer.AsAdjective
}

func (e *entity) fitPerson(x sex, several bool) float32 {
	if several || e.plural || e.sort != individual && e.sort != someone || e.sex != 0 && e.sex != x {
		return 0
	}
	fit := float32(1.2)
	if e.sex == x {
		fit = 1.6
	}
	if e.sort == someone {
		fit -= 0.3
	}
	return fit
}

func (e *entity) fitThing() float32 {
	switch {
	case e.sort == individual || e.sort == someone:
		return 0
	case e.plural:
		return 0.4
	case e.sort == polity:
		return 1.4
	}
	return 1.6
}

func (e *entity) fitSeveral() float32 {
	switch {
	case e.plural:
		return 2
	case e.sort == collective:
		return 1
	case e.sort == organization:
		return 0.8
	case e.sort == polity:
		return 0.3
	}
	return 0
}

// coordinated reports whether actors are coordinated with a mention.
func (c *casting) coordinated(d *reading, m *mention) bool {
	for w := m.first; w < m.last; w++ {
		for k := d.first[w]; k >= 0; k = d.next[k] {
			if at := d.mentionAt[k]; at != none && d.is(k, "conj") && c.mentions[at].kind != asThing && &c.mentions[at] != m {
				return true
			}
		}
	}
	return false
}

// meant returns the entities that a pronoun of some kind takes from a mention:
// for "they" with what is coordinated with it.
func (c *casting) meant(at int32, kind pronounKind) []int32 {
	m := &c.mentions[at]
	if m.kind == asThing {
		return nil
	}
	if kind != they || m.to-m.from > 1 {
		return c.entitiesOf(at)
	}
	var out []int32
	d := &c.readings[m.sentence]
	c.conjuncts(d, m.head, func(i int32) {
		if k := d.mentionAt[i]; k != none {
			for _, e := range c.denoted[c.mentions[k].from:c.mentions[k].to] {
				out = appendOnce(out, e)
			}
		}
	})
	return out
}

// ahead looks for the subject of the main clause behind an adverbial clause or
// phrase that the pronoun at token i stands in: "After its territory was
// occupied, the government moved".
func (c *casting) ahead(d *reading, i int32, kind pronounKind, x sex) (int32, float32) {
	s := d.subjectBehind(i)
	if s < 0 {
		return none, 0
	}
	c.token(d, s)
	at := d.mentionAt[s]
	if at == none || c.mentions[at].head != s || c.mentions[at].kind == byPronoun {
		return none, 0
	}
	fit := c.fit(d, &c.mentions[at], kind, x)
	if fit == 0 && kind == it {
		return c.countryAhead(d, s), 1
	}
	if fit == 0 {
		return none, 0
	}
	return at, fit + 1
}

// countryAhead returns the country that the subject of the main clause is of, where
// the subject is a person: "after its land was taken, the Albanian king fled".
func (c *casting) countryAhead(d *reading, subject int32) int32 {
	m := &c.mentions[d.mentionAt[subject]]
	for i := m.first; i < subject; i++ {
		if at := d.sightingAt[i]; at != none && d.mentionAt[i] != none && d.sightings[at].match.Form == gazetteer.AsAdjective {
			if k := d.mentionAt[i]; c.mentions[k].to-c.mentions[k].from == 1 && c.entities[c.denoted[c.mentions[k].from]].sort == polity {
				return k
			}
		}
	}
	return none
}

// subjectBehind returns the subject of the clause that the adverbial around
// token i belongs to and precedes, or -1. Where the tree does not show it, it
// is the first subject behind the comma of a sentence that opens with a
// subordinator.
func (d *reading) subjectBehind(i int32) int32 {
	for a := i; a >= 0; a = d.head[a] {
		if h := d.head[a]; h > i && d.is(a, "advcl", "obl") {
			if s := d.child(h, "nsubj"); s > i {
				return s
			}
			break
		}
	}
	if tag := d.token(0).UPOS; tag != "ADP" && tag != "SCONJ" {
		return none
	}
	comma := false
	for k := int32(1); k < d.len(); k++ {
		switch {
		case d.token(k).Form == ",":
			if k < i {
				return none
			}
			comma = true
		case comma && d.is(k, "nsubj"):
			return k
		}
	}
	return none
}
