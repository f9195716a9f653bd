package who

import (
	"strings"

	"annals/gazetteer"
	"annals/language"
)

// nameSighting makes the mention of a name that the gazetteer knows.
func (c *casting) nameSighting(d *reading, s *sighting) {
	entry := s.match.Entry
	m := mention{kind: byName, head: s.head, first: s.first, last: s.last}
	if c.abbreviation(d, s.span) {
		return
	}
	switch s.match.Form {
	case gazetteer.AsCapital:
		if c.isPlace(d, s.head) || entry.Kind == gazetteer.Historical && !c.speaksOf(entry) {
			return
		}
	case gazetteer.AsAdjective:
		switch d.useOfAdjective(s) {
		case modifier:
			m.kind = byAdjective
		case oneOfThem:
			c.someOfThem(d, s, m)
			return
		case languageName:
			return
		}
	case gazetteer.AsPeople:
		if !plural(d.token(s.head)) || d.counted(s.head) {
			c.someOfThem(d, s, m)
			return
		}
	}
	if s.match.Form == gazetteer.AsCapital {
		entry = c.seatedAt(entry)
	}
	if entry.Kind == gazetteer.Divided {
		d.cover(s.first, s.last, c.add(d, m, c.membersOf(entry)...))
		return
	}
	e := c.entityOf(entry)
	if entry.Kind == gazetteer.People && m.kind == byName {
		e = c.peopleOf(d, s, e)
	}
	d.cover(s.first, s.last, c.add(d, m, e))
}

// membersOf are the states of a divided land.
func (c *casting) membersOf(entry *gazetteer.Entry) []int32 {
	out := make([]int32, len(entry.Members))
	for i, id := range entry.Members {
		out[i] = c.entityOf(c.gazetteer.Entry(id))
	}
	return out
}

// isPlace reports whether the seat of government at token i is meant as a
// town: under a preposition of place, or of direction after a word of motion.
func (c *casting) isPlace(d *reading, i int32) bool {
	preposition := d.preposition(i)
	if c.places[preposition] {
		return true
	}
	switch preposition {
	case "to", "from", "for":
		h := d.head[i]
		return h >= 0 && c.motion[lowerLemma(d.token(h))]
	}
	return false
}

// The uses of an adjective such as "Lithuanian".
type adjectiveUse int

const (
	modifier     adjectiveUse = iota // Lithuanian officials; she is Lithuanian
	wholePeople                      // the French
	oneOfThem                        // a Lithuanian
	languageName                     // in Lithuanian
)

func (d *reading) useOfAdjective(s *sighting) adjectiveUse {
	t := d.token(s.head)
	if h := d.head[s.head]; d.is(s.head, "conj") && h >= 0 && d.sightingAt[h] == none {
		return languageName
	}
	if t.UPOS == "ADJ" && !d.is(s.head, "nsubj", "obj", "obl", "nmod") || d.is(s.head, "amod", "compound", "conj", "flat") {
		if d.child(s.head, "det") < 0 || d.is(s.head, "amod", "compound", "flat") {
			return modifier
		}
	}
	if s.last < d.len() && nominal(d.token(s.last)) && d.sightingAt[s.last] == none && d.head[s.head] >= s.last {
		return modifier
	}
	switch det := d.child(s.head, "det"); {
	case plural(t):
		return wholePeople
	case det >= 0 && lowerLemma(d.token(det)) == "the" && !d.counted(s.head):
		return wholePeople
	case det >= 0 || d.counted(s.head):
		return oneOfThem
	}
	return languageName
}

// counted reports whether a noun has a number or a word of quantity.
func (d *reading) counted(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if d.is(k, "nummod") {
			return true
		}
		if d.is(k, "det", "amod") {
			switch lowerLemma(d.token(k)) {
			case "a", "an", "some", "many", "several", "few", "any", "no", "most", "every", "each", "another", "other", "more":
				return true
			}
		}
	}
	return false
}

// someOfThem makes the mention of people who are called after their country or
// people, but are not the whole of it: "three Lithuanians".
func (c *casting) someOfThem(d *reading, s *sighting, m mention) {
	entry := s.match.Entry
	words := d.sentence.Phrase(int(s.first), int(s.last)).Text
	id := entry.ID + ":" + slug(words)
	e, found := c.byID[id]
	if !found {
		e = c.newEntity(entity{id: id, name: words, country: entry.Country, sector: entry.Sector, sort: someone, plural: plural(d.token(s.head))})
	}
	m.first, _ = d.words(s.first, s.last, s.head)
	m.kind = byRole
	d.cover(s.first, s.last, c.add(d, m, e))
}

// peopleOf returns the part of a people that belongs to a country, where an
// adjective says so ("Iraqi Kurds"), else the people.
func (c *casting) peopleOf(d *reading, s *sighting, people int32) int32 {
	for k := d.first[s.head]; k >= 0; k = d.next[k] {
		at := d.sightingAt[k]
		if k >= s.first || at == none || !d.is(k, "amod", "compound") {
			continue
		}
		owner := d.sightings[at].match.Entry
		if owner.Country == "" {
			continue
		}
		id := owner.ID + ":" + c.entities[people].id
		if e, found := c.byID[id]; found {
			return e
		}
		part := c.entities[people]
		part.id, part.country, part.salience = id, owner.Country, 0
		part.name = owner.Adjective + " " + part.name
		return c.newEntity(part)
	}
	return people
}

// nameMark makes the mention of a name that the reader marked.
func (c *casting) nameMark(d *reading, n *nameMark) {
	if at := d.sightingAt[n.head]; at != none {
		if s := &d.sightings[at]; s.first <= n.first && n.last <= s.last {
			return
		}
		if d.mentionAt[n.head] != none && n.kind != "PER" {
			n.head = n.first // the gazetteer knows a part of the name only
		}
	}
	if d.mentionAt[n.head] != none || c.abbreviation(d, n.span) {
		return
	}
	if n.last-n.first == 1 && n.kind != "PER" {
		if _, known := c.surnames[fold(d.token(n.first).Form)]; known {
			n.kind = "PER"
		}
	}
	switch n.kind {
	case "PER":
		if n.last-n.first != 1 || !c.places[d.preposition(n.head)] {
			c.person(d, n) // one word in "in Goma" is a town
		}
	case "ORG":
		c.organization(d, n)
	}
}

// organization makes the mention of an organization that the gazetteer does
// not know. Nouns in its name tell its sector, polities in or before its name
// its country.
func (c *casting) organization(d *reading, n *nameMark) {
	words := d.sentence.Phrase(int(n.first), int(n.last)).Text
	e := entity{name: words, sort: organization}
	core := d.coreOf(n)
	if c.things[d.token(core).Form] {
		return // "Treaty of Versailles"
	}
	for i := n.first; i <= core && e.sector == nil; i++ {
		if r, length := d.longestNoun(c.Resolver, int(i), lowerForm); length > 0 && (i+int32(length) > core || i == core) {
			e.sector = r.sector
		}
	}
	for i := n.first; i < n.last && e.country == ""; i++ {
		if at := d.sightingAt[i]; at != none {
			e.country = d.sightings[at].match.Entry.Country
		}
	}
	if e.country == "" {
		if owners := c.owners(d, n.head, 0); len(owners) > 0 {
			e.country = c.entities[owners[0]].country
		}
	}
	e.id = "org:" + slug(words)
	if e.country != "" {
		e.id = e.country + ":" + slug(words)
	}
	at, found := c.byID[e.id]
	if !found {
		at = c.newEntity(e)
	}
	first, last := d.words(n.first, n.last, n.head)
	m := c.add(d, mention{kind: byName, head: n.head, first: first, last: max(last, n.last)}, at)
	for i := n.first; i < n.last; i++ {
		if d.mentionAt[i] == none {
			d.mentionAt[i] = m
		}
	}
}

// coreOf returns the token of a name that says what it names: the last before
// "of" or the like, else the last.
func (d *reading) coreOf(n *nameMark) int32 {
	for i := n.first + 1; i < n.last; i++ {
		if tag := d.token(i).UPOS; tag == "ADP" {
			return i - 1
		}
	}
	return n.last - 1
}

// capitalized reports whether a token begins with a capital letter.
func capitalized(t *language.Token) bool {
	for _, r := range t.Form {
		return strings.ToLower(string(r)) != string(r)
	}
	return false
}
