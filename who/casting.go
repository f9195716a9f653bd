package who

import (
	"strings"

	"annals/gazetteer"
	"annals/language"
)

// casting is the work of reading one document.
type casting struct {
	*Cast
	*Resolver
	published string // EDTF date of the document
	years     []int  // that the text names
	now       int32  // index of the sentence being read
	byID      map[string]int32
	surnames  map[string]int32 // latest entity with a surname, by surnameKey
	shortened map[string]int32 // entities by the abbreviation that the text gives them
	given     map[string]int32 // latest person with a given name
	middle    map[string]int32 // latest person of three names or more, by the last but one: the first of two surnames
	polities  []int32          // entities that are countries or territories, or were
	naming    bool             // names are being read: no pronoun is resolved yet
	buffer    []int32          // entities of the phrase being read
	touches   []touch          // of the sentence being read
	couple    [2]int32         // the two polities that the text coordinated last: "Peru and Chile"; equal if none
	coupledIn int32            // the sentence that did
	history   []int32          // mentions that pronouns may stand for, oldest first
	slab      []int32          // memory for the readings of sentences
}

func newCasting(r *Resolver) *casting {
	return &casting{
		Cast: &Cast{}, Resolver: r,
		byID: map[string]int32{}, surnames: map[string]int32{}, given: map[string]int32{}, middle: map[string]int32{}, shortened: map[string]int32{},
	}
}

// begin forgets the document before, but for the memory that it took.
func (c *casting) begin(sentences []language.Sentence) {
	total := 0
	for i := range sentences {
		total += len(sentences[i].Tokens)
	}
	c.casting = c
	c.published, c.now, c.naming = "", 0, false
	c.years, c.couple = yearsIn(sentences), [2]int32{}
	clear(c.byID)
	clear(c.surnames)
	clear(c.given)
	clear(c.middle)
	clear(c.shortened)
	c.polities, c.buffer, c.history, c.touches = c.polities[:0], c.buffer[:0], c.history[:0], c.touches[:0]
	c.mentions, c.entities, c.denoted = c.mentions[:0], c.entities[:0], c.denoted[:0]
	if cap(c.readings) < len(sentences) {
		c.readings = append(c.readings[:cap(c.readings)], make([]reading, len(sentences)-cap(c.readings))...)
	}
	c.readings = c.readings[:len(sentences)]
	if size := numbersPerToken * total; len(c.slab) < size {
		c.slab = make([]int32, size)
	}
}

// sentence finds the mentions of one sentence: names first, since they say
// whom titles and appositions belong to, then the rest from left to right.
func (c *casting) sentence(index int32) {
	c.now = index
	c.touches = c.touches[:0]
	d := &c.readings[index]
	c.naming = true
	for i := range d.sightings {
		c.nameSighting(d, &d.sightings[i])
	}
	for i := range d.names {
		c.nameMark(d, &d.names[i])
	}
	c.abbreviated(d)
	c.naming = false
	c.abbreviations(d)
	for i := int32(0); i < d.len(); i++ {
		c.token(d, i)
		if at := d.mentionAt[i]; at != none && c.mentions[at].head == i && !d.isRelative(i) {
			c.history = append(c.history, at)
		}
	}
	c.predicates(d)
	c.possessors(d)
	c.coupled(d)
}

// coupled remembers two polities that a sentence coordinates by name: "both
// countries" are rather they than two that the text names apart.
func (c *casting) coupled(d *reading) {
	for i := int32(0); i < d.len(); i++ {
		at := d.mentionAt[i]
		if at == none || c.mentions[at].head != i || c.mentions[at].kind != byName || d.is(i, "conj") {
			continue
		}
		var both []int32
		c.conjuncts(d, i, func(k int32) {
			if m := d.mentionAt[k]; m != none && c.mentions[m].kind == byName {
				both = append(both, c.denoted[c.mentions[m].from:c.mentions[m].to]...)
			}
		})
		if len(both) == 2 && both[0] != both[1] && c.entities[both[0]].sort == polity && c.entities[both[1]].sort == polity {
			c.couple, c.coupledIn = [2]int32{both[0], both[1]}, c.now
		}
	}
}

// isRelative reports whether token i is a relative pronoun, which nothing is
// taken up from but the noun before it.
func (d *reading) isRelative(i int32) bool {
	return strings.HasPrefix(d.token(i).XPOS, "W") || d.token(i).UPOS == "PRON" && lowerLemma(d.token(i)) == "that"
}

// token makes the mention of a token that is no name.
func (c *casting) token(d *reading, i int32) {
	if d.mentionAt[i] != none {
		return
	}
	if at := d.nounAt[i]; at != none {
		if n := &d.nouns[at]; n.head == i {
			c.roleNoun(d, n)
		}
		return
	}
	switch d.token(i).UPOS {
	case "PRON", "DET":
		c.pronoun(d, i)
	case "PROPN", "X", "INTJ", "ADJ", "VERB":
		if capitalized(d.token(i)) && !c.knownSurname(d, i) {
			c.leaderUnmarked(d, i)
		}
	case "NOUN":
		if capitalized(d.token(i)) && c.knownSurname(d, i) {
			return
		}
		if !d.is(i, "compound", "amod", "nmod:poss") {
			c.add(d, mention{kind: asThing, head: i, first: i, last: i + 1})
		}
	}
}

// knownSurname makes the mention of a person at a token that the reader took
// for no name, if it is the surname of somebody named before.
func (c *casting) knownSurname(d *reading, i int32) bool {
	if d.nameAt[i] != none || d.sightingAt[i] != none {
		return false
	}
	if _, known := c.surnames[fold(d.token(i).Form)]; !known {
		return false
	}
	c.person(d, &nameMark{span{i, i + 1, i}, "PER"})
	return true
}

// leaderUnmarked makes the mention of a leader of the gazetteer who is named by the
// surname alone and acts or suffers, though the reader took the word for no name.
func (c *casting) leaderUnmarked(d *reading, i int32) {
	if d.token(i).UPOS != "PROPN" || d.nameAt[i] != none || d.sightingAt[i] != none || !d.is(i, "nsubj", "obj", "obl:agent") {
		return
	}
	if c.leaderCalled(d.token(i).Form) != nil && d.first[i] < 0 {
		c.person(d, &nameMark{span{i, i + 1, i}, "PER"})
	}
}

// add files a mention that denotes the entities and returns its index. The
// tokens of the phrase that belong to no mention yet belong to it only if they
// are its head; see cover.
func (c *casting) add(d *reading, m mention, entities ...int32) int32 {
	m.sentence, m.antecedent = c.now, none
	if m.apposed == 0 {
		m.apposed = none
	}
	m.from = int32(len(c.denoted))
	c.denoted = append(c.denoted, entities...)
	m.to = int32(len(c.denoted))
	at := int32(len(c.mentions))
	c.mentions = append(c.mentions, m)
	d.mentionAt[m.head] = at
	for _, e := range entities {
		c.touch(e, m.head, c.weight(d, m.head))
	}
	return at
}

// cover makes the tokens of a range belong to a mention.
func (d *reading) cover(first, last, at int32) {
	for i := first; i < last; i++ {
		d.mentionAt[i] = at
	}
}

// fading is what is left of a salience after each sentence.
const fading = 0.7

// weight says how much a mention at token i makes the text about somebody.
func (c *casting) weight(d *reading, i int32) float32 {
	switch {
	case d.is(i, "nsubj"):
		return 1.5
	case d.is(i, "amod", "compound"):
		return 0.8
	default:
		return 1
	}
}

// A touch is a mention of an entity in the sentence being read.
type touch struct {
	entity, token int32
	weight        float32
}

// touch adds to the salience of an entity.
func (c *casting) touch(e, token int32, weight float32) {
	c.touches = append(c.touches, touch{e, token, weight})
	c.entities[e].salience = c.salienceOf(e) + weight
	c.entities[e].total += weight
	c.entities[e].seen = c.now
}

// salienceOf returns the salience of an entity as of now.
func (c *casting) salienceOf(e int32) float32 {
	s := c.entities[e].salience
	for i := c.entities[e].seen; i < c.now && s > 0.01; i++ {
		s *= fading
	}
	return s
}

// entityOf returns the entity of a gazetteer entry.
func (c *casting) entityOf(entry *gazetteer.Entry) int32 {
	if e, found := c.byID[entry.ID]; found {
		return e
	}
	e := entity{
		id: entry.ID, name: entry.Name, country: entry.Country, sector: entry.Sector, entry: entry,
		sort: organization, nouns: c.kinds[entry.Kind],
	}
	switch entry.Kind {
	case gazetteer.Country, gazetteer.Territory, gazetteer.Historical, gazetteer.Region:
		e.sort = polity
	case gazetteer.People:
		e.plural = true
	case gazetteer.Group, gazetteer.Party:
		e.plural = strings.HasSuffix(entry.Name, "s")
	}
	at := c.newEntity(e)
	switch entry.Kind {
	case gazetteer.Country, gazetteer.Territory, gazetteer.Historical:
		c.polities = append(c.polities, at)
	}
	return at
}

// newEntity files an entity under its id, if it has one.
func (c *casting) newEntity(e entity) int32 {
	at := int32(len(c.entities))
	e.seen = c.now
	c.entities = append(c.entities, e)
	if e.id != "" {
		c.byID[e.id] = at
	}
	return at
}

// slug returns words as an id: small letters and digits without accents,
// joined by hyphens.
func slug(words string) string {
	return strings.ReplaceAll(fold(words), " ", "-")
}
