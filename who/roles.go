package who

import (
	"slices"
	"strings"

	"annals/gazetteer"
	"annals/language"
)

// roleNoun makes the mention of persons or a body by their role: "Lithuanian
// officials", one mention of as many entities as there are owners.
func (c *casting) roleNoun(d *reading, n *roleMark) {
	if n.role.sort == country {
		c.countryNoun(d, n)
		return
	}
	first, last := d.words(n.first, n.last, n.head)
	last = d.complement(last, n.head)
	m := mention{kind: byRole, head: n.head, first: first, last: last}
	if c.namedBody(d, n, m) {
		return
	}
	m.apposed = c.namesOf(d, n)
	owners := c.owners(d, n.head, 0)
	if c.description(d, n, m, owners) {
		return
	}
	if len(owners) == 0 && n.role.ofStates() && plural(d.token(n.head)) && d.two(n.head) && d.definite(n.head) && d.onlyCounts(m.first, n.first) {
		owners = c.bothPolities(n.head)
	}
	start := len(c.buffer)
	if len(owners) == 0 {
		c.buffer = append(c.buffer, c.roleEntity(d, n, &m, none))
	}
	for _, owner := range owners {
		c.buffer = append(c.buffer, c.roleEntity(d, n, &m, owner))
	}
	at := c.add(d, m, c.buffer[start:]...)
	c.buffer = c.buffer[:start]
	for i := n.first; i < n.last; i++ {
		if d.mentionAt[i] == none {
			d.mentionAt[i] = at
		}
	}
}

// ofStates reports whether every state has a body of this kind: a government, an
// army, a parliament.
func (r *role) ofStates() bool {
	return r.sort == body && (slices.Contains(r.sector, "GOV") || slices.Contains(r.sector, "MIL") || slices.Contains(r.sector, "LEG"))
}

// bothPolities returns the two polities that the text before token i is about, whose bodies are
// "both governments" and "the two armies"; nil if there are no two.
func (c *casting) bothPolities(i int32) []int32 {
	one, two := c.foremost(i)
	if two == none || c.prominenceIn(two, i) < 0.05 {
		return nil
	}
	return []int32{min(one, two), max(one, two)}
}

// namedBody joins a noun to the organization or group whose name follows it or,
// where the noun says what it is, stands before it: "the militant group Hamas",
// "the Hamas movement".
func (c *casting) namedBody(d *reading, n *roleMark, m mention) bool {
	for k := d.first[n.head]; k >= 0; k = d.next[k] {
		at := d.mentionAt[k]
		if at == none || !d.is(k, "appos", "flat", "nmod:desc", "compound") || c.mentions[at].kind != byName {
			continue
		}
		name := &c.mentions[at]
		if k < n.first && (name.from == name.to || !slices.Contains(c.entities[c.denoted[name.from]].nouns, n.role.noun)) {
			continue
		}
		if name.to-name.from != 1 || c.entities[c.denoted[name.from]].sort != organization || n.role.sort == person || n.role.sort == human || n.role.sort == kin {
			continue
		}
		if name.first == m.last || name.first == n.last {
			m.last = name.last
		}
		c.add(d, m, c.denoted[name.from])
		return true
	}
	return false
}

// namesOf returns the head of the names that stand in apposition to a plural
// noun, 0 if none do: "two passengers, X and Y".
func (c *casting) namesOf(d *reading, n *roleMark) int32 {
	if !plural(d.token(n.head)) {
		return 0
	}
	for k := d.first[n.head]; k >= 0; k = d.next[k] {
		at := d.mentionAt[k]
		if at == none || k < n.last || !d.is(k, "appos") || c.mentions[at].kind != byName {
			continue
		}
		if m := &c.mentions[at]; m.to-m.from == 1 && c.entities[c.denoted[m.from]].sort == individual {
			return k
		}
	}
	return 0
}

// roleEntity returns the entity for a role noun and its owner, -1 for none.
func (c *casting) roleEntity(d *reading, n *roleMark, m *mention, owner int32) int32 {
	e := entity{sort: someone, sex: n.role.sex, sector: c.roleSector(d, n), plural: plural(d.token(n.head))}
	if n.role.sort == body {
		e.sort = collective
	}
	if n.role.sort == mass {
		e.sort, e.plural = collective, true
	}
	e.nouns = n.role.nouns
	for i := m.first; i < n.first; i++ { // "opposition leaders"
		if at := d.nounAt[i]; at != none && d.nouns[at].head == i && at != d.nounAt[n.head] {
			e.sector = union(e.sector, d.nouns[at].role.sector)
		}
	}
	if at := d.bodyOf(n, m); at != none && n.role.takes {
		e.sector = d.nouns[at].role.sector // "members of parliament"
	}
	core := c.core(d, n, m)
	if owner == none {
		e.name = d.plainWords(m.first, m.last)
		return c.newEntity(e)
	}
	o := &c.entities[owner]
	if n.role.sort != kin {
		e.country = o.country
	}
	if n.role.takes && len(o.sector) > 0 {
		e.sector = nil
	}
	hasOwnTrade := (o.sort == someone || o.plural) && slices.Contains(o.sector, "MIL") && !n.role.takes && len(e.sector) > 0 // the troops' scholars are no soldiers
	if n.role.sort != kin && o.sort != individual && !hasOwnTrade {
		e.sector = union(e.sector, o.sector)
	}
	e.name = c.roleName(d, n, m, o)
	e.id = ownerID(o) + ":" + slug(core)
	if o.sort == individual {
		e.id = ownerID(o) + ":" + slug(strings.TrimPrefix(core, o.name+" "))
	}
	if at, found := c.byID[e.id]; found {
		return at
	}
	return c.newEntity(e)
}

// ownerID returns the part of an id that names the owner: the country where it
// has one and is a person or body, else the owner.
func ownerID(o *entity) string {
	if o.country != "" && (o.sort == individual || o.sort == someone || o.sort == collective) {
		return o.country
	}
	if o.id == "" {
		return slug(o.name)
	}
	return o.id
}

// core returns the nouns of a role phrase without owners and adjectives:
// "opposition leaders". A government that is called after its leader is that of its country.
func (c *casting) core(d *reading, n *roleMark, m *mention) string {
	var b strings.Builder
	for i := m.first; i < n.last; i++ {
		if i < n.first && (d.sightingAt[i] != none || d.nameAt[i] != none || c.governs(d, i) || !d.is(i, "compound") || d.head[i] != n.head) {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(lowerForm(d.token(i)))
	}
	if body := d.bodyOf(n, m); body != none {
		b.WriteString(" of ")
		b.WriteString(d.nouns[body].role.noun)
	}
	return b.String()
}

// bodyOf returns the noun for a body in the complement of a role phrase: "members of
// the Japanese parliament"; -1 if there is none.
func (d *reading) bodyOf(n *roleMark, m *mention) int32 {
	for i := n.last; i < m.last; i++ {
		if at := d.nounAt[i]; at != none && d.nouns[at].head == i && d.sightingAt[i] == none && d.nouns[at].role.sort == body {
			return at
		}
	}
	return none
}

// roleName returns a role phrase in its normal form: the owner's adjective
// before the words of the phrase. Where the owner has no adjective it is the
// words themselves.
func (c *casting) roleName(d *reading, n *roleMark, m *mention, o *entity) string {
	if o.entry == nil || o.entry.Kind == gazetteer.People || d.bodyOf(n, m) != none {
		return d.plainWords(m.first, m.last)
	}
	adjective := o.entry.Adjective
	if adjective == "" {
		adjective = o.name
	}
	var b strings.Builder
	b.WriteString(adjective)
	for i := m.first; i < n.last; i++ {
		if i < n.first && (d.sightingAt[i] != none || d.emptyStart(i) || d.token(i).UPOS == "NUM" || d.token(i).UPOS == "PRON" || d.is(i, "nmod:poss") || quantity(d.token(i))) {
			continue
		}
		b.WriteByte(' ')
		if form := d.token(i).Form; i == 0 && d.token(i).UPOS != "PROPN" {
			b.WriteString(lower(form))
		} else {
			b.WriteString(form)
		}
	}
	return b.String()
}

// quantity reports whether a word says how many or which of them, which is no
// part of what they are called.
func quantity(t *language.Token) bool {
	switch lowerLemma(t) {
	case "many", "several", "few", "some", "other", "more", "most", "various", "certain", "numerous", "such", "same", "own", "least", "about", "approximately":
		return true
	}
	return false
}

// plainWords returns words of a phrase without the numbers and pronouns at its
// start.
func (d *reading) plainWords(first, last int32) string {
	for first < last-1 && (d.token(first).UPOS == "NUM" || d.token(first).UPOS == "PRON" || d.emptyStart(first) || quantity(d.token(first))) {
		first++
	}
	return d.sentence.Phrase(int(first), int(last)).Text
}
