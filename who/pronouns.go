package who

// A pronounKind is what a pronoun may stand for.
type pronounKind byte

const (
	heOrShe pronounKind = iota
	it
	they
)

// pronoun makes the mention of a pronoun, if it stands for an actor.
func (c *casting) pronoun(d *reading, i int32) {
	form := lower(d.token(i).Form)
	switch form {
	case "he", "him", "his":
		c.personal(d, i, heOrShe, male)
	case "she", "her", "hers":
		c.personal(d, i, heOrShe, female)
	case "it", "its":
		if form == "it" && c.parallel(d, i) {
			return
		}
		if form == "its" || !d.expletive(i) {
			c.personal(d, i, it, 0)
		}
	case "they", "them", "their", "theirs":
		c.personal(d, i, they, 0)
	case "himself", "herself", "itself", "themselves":
		c.reflexive(d, i)
	case "who", "whom", "whose", "which", "that":
		c.relative(d, i)
	case "both":
		if d.child(i, "nmod") < 0 && d.is(i, "nsubj", "obj", "obl", "nmod") && !c.bothPersons(d, i) { // not "both of the ships"
			c.pair(d, i, i, i+1, 2)
		}
	}
}

// bothPersons takes "both" for the two persons whom the sentence has coordinated last, if it has. It reports
// whether it did.
func (c *casting) bothPersons(d *reading, both int32) bool {
	for k := both - 1; k > 0; k-- {
		h := d.head[k]
		if !d.is(k, "conj") || h < 0 || h > k || d.child(h, "conj") != k || d.mentionAt[k] == none || d.mentionAt[h] == none || d.mentionAt[h] == d.mentionAt[k] {
			continue
		}
		one, two := c.entitiesOf(d.mentionAt[h]), c.entitiesOf(d.mentionAt[k])
		if len(one) != 1 || len(two) != 1 || c.entities[one[0]].sort != individual || c.entities[two[0]].sort != individual {
			continue
		}
		c.add(d, mention{kind: byNumber, head: both, first: both, last: both + 1}, one[0], two[0])
		return true
	}
	return false
}

// parallel takes "it", the object of a verb, for the object of the verb before that it shares its subject
// with: "stormed the town and burned it" (Smyth 1994). It reports whether it did; what is no actor is
// nobody.
func (c *casting) parallel(d *reading, i int32) bool {
	verb := d.head[i]
	if !d.is(i, "obj") || verb < 0 || !d.is(verb, "conj") || d.child(verb, "nsubj") >= 0 || d.head[verb] < 0 {
		return false
	}
	object := d.child(d.head[verb], "obj")
	if object < 0 || object > verb || !nominal(d.token(object)) || plural(d.token(object)) {
		return false
	}
	if at := d.mentionAt[object]; at != none {
		c.standFor(d, i, at, c.entitiesOf(at)...)
	}
	return true
}

// expletive reports whether "it" at token i stands for nobody, but for a clause
// that follows ("it was reported that", "it is clear that") or for the weather.
func (d *reading) expletive(i int32) bool {
	h := d.head[i]
	if d.is(i, "expl") || h < 0 {
		return true
	}
	if d.child(h, "csubj") >= 0 {
		return true
	}
	clause := d.child(h, "ccomp") > h
	if d.is(i, "nsubj:pass") {
		return clause
	}
	tag := d.token(h).UPOS
	return (tag == "ADJ" || tag == "NOUN") && d.child(h, "cop") >= 0 && (clause || d.child(h, "advcl", "acl", "xcomp") > h)
}

// standFor makes the mention of a pronoun that means an earlier mention.
func (c *casting) standFor(d *reading, i, antecedent int32, entities ...int32) {
	if len(entities) == 0 {
		return
	}
	at := c.add(d, mention{kind: byPronoun, head: i, first: i, last: i + 1}, entities...)
	c.mentions[at].antecedent = c.named(antecedent)
	m := &c.mentions[antecedent]
	if m.sector != nil && len(entities) == 1 {
		c.mentions[at].sector = m.sector
	}
}

// named returns the mention that a mention stands for, itself if for none:
// explanations lead to a name, not from pronoun to pronoun.
func (c *casting) named(at int32) int32 {
	if a := c.mentions[at].antecedent; a != none {
		return a
	}
	return at
}

// relative resolves "who" and its like to the noun that the clause modifies.
func (c *casting) relative(d *reading, i int32) {
	for a := i; a >= 0; a = d.head[a] {
		if !d.is(a, "acl:relcl") {
			if a != i && d.is(a, "ccomp", "advcl", "parataxis") {
				return
			}
			continue
		}
		h := d.head[a]
		if h < 0 || h >= i {
			return
		}
		if d.child(h, "cop") >= 0 {
			if s := d.child(h, "nsubj"); s >= 0 && s < h && c.denotesPolity(d.mentionAt[s]) {
				h = s // "Peru is the only country that ..."
			}
		}
		if at := d.mentionAt[h]; at != none {
			c.standFor(d, i, at, c.entitiesOf(at)...)
		}
		return
	}
}

// denotesPolity reports whether a mention denotes one polity.
func (c *casting) denotesPolity(at int32) bool {
	return at != none && c.mentions[at].to-c.mentions[at].from == 1 && c.entities[c.denoted[c.mentions[at].from]].sort == polity
}

// reflexive resolves "itself" to the subject of its clause.
func (c *casting) reflexive(d *reading, i int32) {
	p := d.clause(i)
	if p < 0 {
		return
	}
	if s := d.child(p, "nsubj"); s >= 0 && s < i && d.mentionAt[s] != none {
		c.standFor(d, i, d.mentionAt[s], c.entitiesOf(d.mentionAt[s])...)
	}
}

// entitiesOf returns a copy of what a mention denotes.
func (c *casting) entitiesOf(at int32) []int32 {
	m := &c.mentions[at]
	return append([]int32(nil), c.denoted[m.from:m.to]...)
}
