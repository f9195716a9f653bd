package who

import (
	"slices"

	"annals/gazetteer"
)

// owners returns the entities that a noun phrase belongs to or comes from: the
// possessor, else adjectives and nouns before the head, else complements with
// of, in, from, for. Coordinated ones all count: "the governments of Lithuania
// and Belarus". The list is valid until the next call.
func (c *casting) owners(d *reading, head int32, depth int) []int32 {
	if depth > 4 {
		return nil
	}
	towards := d.nounAt[head] != none && d.nouns[d.nounAt[head]].role.towards
	if !towards && !c.ownAndForeign(d, head) {
		if found := c.ownersAmong(d, head, depth, "nmod:poss", "det:poss"); len(found) > 0 {
			return found
		}
	}
	if found := c.ownersAmong(d, head, depth, "amod", "compound", "nmod:desc", "nmod:unmarked", "flat"); len(found) > 0 {
		return found
	}
	if found := c.ownersBeside(d, head, depth); len(found) > 0 || towards {
		return found
	}
	return c.ownersAmong(d, head, depth, "nmod")
}

// ownAndForeign reports whether a noun has both a possessive pronoun and an
// adjective of a country: "her Brazilian counterpart" is Brazil's.
func (c *casting) ownAndForeign(d *reading, head int32) bool {
	pronoun, adjective := false, false
	for k := d.first[head]; k >= 0; k = d.next[k] {
		switch {
		case d.is(k, "nmod:poss", "det:poss"):
			pronoun = d.token(k).UPOS == "PRON"
		case d.is(k, "amod", "compound"):
			adjective = adjective || d.sightingAt[k] != none && !d.backed(k)
		}
	}
	return pronoun && adjective
}

// ownersBeside returns the owners of a noun that stands between an adjective
// and the noun that both hang on: "Kenyan army base".
func (c *casting) ownersBeside(d *reading, head int32, depth int) []int32 {
	h := d.head[head]
	if h < head || !d.is(head, "compound") {
		return nil
	}
	for k := d.first[h]; k >= 0 && k < head; k = d.next[k] {
		if d.sightingAt[k] != none && d.is(k, "amod", "compound") && !d.backed(k) {
			if found := c.owner(d, k, depth); len(found) > 0 {
				return found
			}
		}
		if at := d.nounAt[head]; at != none && d.nouns[at].first == k && d.is(k, "compound") {
			if found := c.ownersAmong(d, k, depth, "amod"); len(found) > 0 {
				return found // the adjective hangs on the first word of "coast guard"
			}
		}
	}
	return nil
}

// ownersAmong looks among the children of head with the given relations and
// takes the first that names somebody, with what is coordinated with it.
func (c *casting) ownersAmong(d *reading, head int32, depth int, rels ...string) []int32 {
	for k := d.first[head]; k >= 0; k = d.next[k] {
		if !d.is(k, rels...) {
			continue
		}
		if rels[0] == "nmod" && !d.ownerPreposition(head, k) {
			continue
		}
		if rels[0] != "nmod" && (d.backed(k) || d.topic(head, k)) {
			continue
		}
		if found := c.owner(d, k, depth); len(found) > 0 {
			return found
		}
	}
	return nil
}

// ownerPreposition reports whether the complement k of head says whose or from
// where somebody is. Soldiers, refugees and diplomats "in Iraq" are not Iraqi
// for that.
func (d *reading) ownerPreposition(head, k int32) bool {
	if d.is(k, "nmod:poss", "nmod:desc", "nmod:unmarked") {
		return false
	}
	switch d.preposition(k) {
	case "of", "from", "for":
		return true
	case "in", "at":
		at := d.nounAt[head]
		return at == none || !d.nouns[at].role.abroad()
	}
	return false
}

// abroad reports whether a role is often held in a country not one's own.
func (r *role) abroad() bool {
	for _, sector := range r.sector {
		switch sector {
		case "MIL", "PRM", "REF", "MED", "NGO", "IGO", "SPY", "MNC", "SET":
			return true
		}
	}
	for _, noun := range r.nouns {
		if noun == "diplomat" || noun == "mission" || noun == "envoy" {
			return true
		}
	}
	return false
}

// backed reports whether token k is the first part of an adjective such as
// "Russian-backed" or the last of one such as "pro-Russian", which says nothing about whose the noun is.
func (d *reading) backed(k int32) bool {
	if k >= 2 && d.token(k-1).Form == "-" && d.sightingAt[k-2] == none && d.nounAt[k-2] == none {
		return true // "pro-Russian", "anti-Soviet"
	}
	return k+2 < d.len() && d.token(k+1).Form == "-" && d.sightingAt[k] != none && d.sightingAt[k+2] == none &&
		(d.token(k+2).UPOS == "VERB" || d.token(k+2).UPOS == "ADJ")
}

// topic reports whether token k is a country that the person at head deals
// with and need not come from: "China expert", "Syria envoy".
func (d *reading) topic(head, k int32) bool {
	at, noun := d.sightingAt[k], d.nounAt[head]
	return at != none && noun != none && d.nouns[noun].role.topic &&
		d.sightings[at].match.Form == gazetteer.AsName && d.is(k, "compound")
}

// owner returns the entities of token k as an owner, with its conjuncts.
func (c *casting) owner(d *reading, k int32, depth int) []int32 {
	var out []int32
	c.ownerStep(d, k, depth, &out)
	if len(out) == 0 {
		return nil
	}
	for i := d.first[k]; i >= 0; i = d.next[i] {
		if d.is(i, "conj") {
			c.ownerStep(d, i, depth, &out)
		}
	}
	return out
}

func (c *casting) ownerStep(d *reading, k int32, depth int, out *[]int32) {
	if d.mentionAt[k] == none {
		switch {
		case c.naming && d.token(k).UPOS == "PRON":
			return
		case d.token(k).UPOS == "PRON" || d.is(k, "nmod:poss") && d.token(k).UPOS == "DET":
			c.pronoun(d, k)
		case d.sightingAt[k] != none:
			c.placeAsOwner(d, k, out)
			return
		case !c.naming && d.nounAt[k] != none && d.nouns[d.nounAt[k]].role.sort == country && plural(d.token(k)):
			c.token(d, k) // "the envoys of both countries"
		case c.governs(d, k):
			c.person(d, &nameMark{span{k, k + 1, k}, "PER"})
		}
	}
	if at := d.mentionAt[k]; at != none {
		m := &c.mentions[at]
		for _, e := range c.denoted[m.from:m.to] {
			*out = appendOnce(*out, e)
		}
		if m.kind != byRole || len(*out) > 0 && c.entities[(*out)[0]].country != "" {
			return
		}
		*out = (*out)[:0]
	}
	if at := d.nounAt[k]; at != none && d.nouns[at].role.sort == country {
		return // "leader of an EU member state" is no leader of the EU
	}
	if at := d.nounAt[k]; at != none || d.token(k).UPOS == "PROPN" || d.token(k).UPOS == "NOUN" {
		if d.is(k, "nmod") && d.preposition(k) != "of" && d.preposition(k) != "for" {
			return
		}
		for _, e := range c.owners(d, k, depth+1) {
			*out = appendOnce(*out, e)
		}
	}
}

// governs reports whether token k is the surname of one of the gazetteer's leaders
// before a body of government, though the reader took it for no name: "the Merkel
// government".
func (c *casting) governs(d *reading, k int32) bool {
	h := d.head[k]
	if h <= k || d.nounAt[h] == none || d.nameAt[k] != none || !capitalized(d.token(k)) || !d.is(k, "compound", "amod", "nmod:poss", "nmod:desc") {
		return false
	}
	role := d.nouns[d.nounAt[h]].role
	return role.sort == body && slices.Contains(role.sector, "GOV") && c.leaderCalled(d.token(k).Form) != nil
}

// placeAsOwner takes the country of a seat of government that is meant as a
// town: "a court in Bishkek".
func (c *casting) placeAsOwner(d *reading, k int32, out *[]int32) {
	s := &d.sightings[d.sightingAt[k]]
	if s.match.Form == gazetteer.AsCapital {
		*out = appendOnce(*out, c.entityOf(s.match.Entry))
	}
}

func appendOnce(list []int32, e int32) []int32 {
	for _, old := range list {
		if old == e {
			return list
		}
	}
	return append(list, e)
}
