package who

import "annals/gazetteer"

// predicates learns from what a sentence says somebody is or became: "X was a
// Lithuanian journalist", "became the first Lithuanian head of state".
func (c *casting) predicates(d *reading) {
	for i := int32(0); i < d.len(); i++ {
		if d.nounAt[i] == none && d.sightingAt[i] == none {
			continue
		}
		subject := d.subjectOf(i)
		if subject < 0 || d.mentionAt[subject] == none {
			continue
		}
		m := &c.mentions[d.mentionAt[subject]]
		if m.to-m.from != 1 || c.entities[c.denoted[m.from]].sort != individual {
			continue
		}
		c.learnPredicate(d, i, c.denoted[m.from])
	}
}

// subjectOf returns the subject that token i is predicated of, or -1.
func (d *reading) subjectOf(i int32) int32 {
	if d.child(i, "cop") >= 0 {
		return d.child(i, "nsubj")
	}
	h := d.head[i]
	if h < 0 || !d.is(i, "xcomp", "obj", "obl") {
		return none
	}
	switch lowerLemma(d.token(h)) {
	case "become", "remain":
		return d.child(h, "nsubj")
	case "elect", "appoint", "name", "crown", "proclaim", "make":
		if d.is(i, "xcomp", "obl") && (d.is(i, "xcomp") || d.preposition(i) == "as") {
			if s := d.child(h, "nsubj:pass"); s >= 0 {
				return s
			}
		}
	}
	return none
}

// learnPredicate adds what the predicate at token i says about a person.
func (c *casting) learnPredicate(d *reading, i, person int32) {
	if at := d.nounAt[i]; at != none && d.nouns[at].head == i {
		var o office
		c.officeAt(d, i, &o)
		if len(o.heads) == 0 {
			return
		}
		c.learn(person, &o)
		for _, h := range o.heads {
			c.denote(d.mentionAt[h], person)
		}
		return
	}
	at := d.sightingAt[i]
	if at == none {
		return
	}
	if s := &d.sightings[at]; s.head == i && s.match.Form == gazetteer.AsAdjective {
		c.learn(person, &office{country: s.match.Entry.Country})
	}
}

// denote makes a mention of a role denote the person who has it.
func (c *casting) denote(at, person int32) {
	if at == none || c.mentions[at].kind != byRole {
		return
	}
	c.mentions[at].from = int32(len(c.denoted))
	c.denoted = append(c.denoted, person)
	c.mentions[at].to = int32(len(c.denoted))
}

// possessors learns from a pronoun whose the named holder of an office is: "its
// president X".
func (c *casting) possessors(d *reading) {
	for i := range d.names {
		at := d.mentionAt[d.names[i].head]
		if d.names[i].kind != "PER" || at == none || c.mentions[at].kind != byName {
			continue
		}
		m := &c.mentions[at]
		owner, takes := c.possessor(d, m)
		if owner == none {
			continue
		}
		holder, of := &c.entities[c.denoted[m.from]], &c.entities[owner]
		if holder.country == "" {
			holder.country = of.country
		}
		if takes && of.sort == organization && len(of.sector) > 0 {
			m.sector, holder.sector = of.sector, of.sector
		}
	}
}

// possessor returns whom the pronoun before an office means, -1 if there is
// none or the office is that of a relative, and whether the sector of the
// office is the owner's.
func (c *casting) possessor(d *reading, m *mention) (owner int32, takes bool) {
	owner = none
	for i := m.first; i < m.last; i++ {
		if at := d.nounAt[i]; at != none {
			if d.nouns[at].role.sort == kin {
				return none, false
			}
			takes = takes || d.nouns[at].role.takes
		}
		at := d.mentionAt[i]
		if at == none || c.mentions[at].kind != byPronoun || !d.is(i, "nmod:poss") {
			continue
		}
		if p := &c.mentions[at]; p.to-p.from == 1 {
			owner = c.denoted[p.from]
		}
	}
	return owner, takes
}
