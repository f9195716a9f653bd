package who

import (
	"slices"

	"annals/gazetteer"
	"annals/language"
)

// An office is what the words around a person's name say about the person.
type office struct {
	first   int32 // first word of name, titles and offices
	text    string
	sector  []string
	country string
	nouns   []string
	sex     sex
	named   bool    // a noun says more than "man"
	heads   []int32 // heads of the nouns, which denote the person too
}

// officeBefore reads the titles and offices before a name, from right to left:
// "former president and Member of the European Parliament", "Italian Prime
// Minister", "his girlfriend".
func (c *casting) officeBefore(d *reading, n *nameMark) office {
	o := office{first: n.first}
	at := n.first
	for at > 0 {
		before := c.officeStep(d, n, at, &o)
		if before == at {
			break
		}
		at = before
	}
	if o.country == "" {
		o.country = d.possessorCountry(n)
	}
	o.first = at
	for o.first < n.first && (d.emptyStart(o.first) || d.token(o.first).UPOS == "ADV") {
		o.first++
	}
	c.readOffice(d, o.first, n.first, &o)
	return o
}

// officeStep returns where the words that end before token at begin, if they
// are a part of the person's title, and at itself if not.
func (c *casting) officeStep(d *reading, n *nameMark, at int32, o *office) int32 {
	i := at - 1
	t := d.token(i)
	if r := d.nounAt[i]; r != none {
		mark := &d.nouns[r]
		if s := mark.role.sort; s != person && s != human && s != kin && len(o.heads) == 0 {
			if of := d.officeOf(mark.first); of != none { // "member of the Senate"
				o.add(&d.nouns[of])
				return d.nouns[of].first
			}
			return at
		}
		if len(o.heads) == 0 && plural(d.token(mark.head)) {
			return at
		}
		o.add(mark)
		return mark.first
	}
	if title, isTitle := c.titles[t.Form]; isTitle {
		if o.sex == 0 {
			o.sex = title.sex
		}
		return i
	}
	if first := d.ownerBefore(i); first < at {
		if of := d.officeOf(first); of != none {
			o.add(&d.nouns[of])
			return d.nouns[of].first
		}
		if len(o.heads) > 0 && d.belongs(first, at, n) || d.adjectiveOf(i, n) {
			return first
		}
		return at
	}
	if len(o.heads) == 0 {
		return at
	}
	return d.modifierStep(n, at)
}

// modifierStep goes over one word between the parts of a title.
func (d *reading) modifierStep(n *nameMark, at int32) int32 {
	i := at - 1
	switch d.token(i).UPOS {
	case "ADJ", "NOUN", "PROPN", "NUM", "VERB":
		if d.is(i, "amod", "compound", "nmod", "flat") && d.belongs(i, at, n) {
			return i
		}
	case "PUNCT":
		if f := d.token(i).Form; f == "-" || f == "–" {
			return i
		}
	case "PART":
		if d.is(i, "case") && i > 0 && d.ownerBefore(i-1) < i {
			return i
		}
	case "PRON", "DET":
		if d.is(i, "nmod:poss", "det:poss") {
			return i
		}
	case "CCONJ":
		if i > 0 && d.nounAt[i-1] != none && d.joinsOffices(i) {
			return i
		}
	}
	return at
}

// joinsOffices reports whether the conjunction i joins two offices of one
// person: both singular, both written alike, the second without an article.
func (d *reading) joinsOffices(i int32) bool {
	before := &d.nouns[d.nounAt[i-1]]
	if before.role.sort != person || plural(d.token(before.head)) {
		return false
	}
	first, _ := d.words(before.first, before.last, before.head)
	article := first > 0 && d.token(first-1).UPOS == "DET"
	k := i + 1
	for k < d.len() && d.nounAt[k] == none && !d.is(k, "flat") && k < i+6 {
		k++
	}
	if k >= d.len() || d.nounAt[k] == none {
		return false
	}
	return !article || capitalized(d.token(before.head)) == capitalized(d.token(k))
}

// ownerBefore returns where the name of the gazetteer or the reader that token
// i ends begins, or i+1 if it ends none that may own an office.
func (d *reading) ownerBefore(i int32) int32 {
	if at := d.sightingAt[i]; at != none && d.sightings[at].last == i+1 {
		return d.sightings[at].first
	}
	if at := d.nameAt[i]; at != none && d.names[at].kind != "PER" && d.names[at].last == i+1 {
		return d.names[at].first
	}
	return i + 1
}

// officeOf returns the role noun whose complement begins with the name at
// token first ("Member of the European Parliament"), or -1.
func (d *reading) officeOf(first int32) int32 {
	i := first - 1
	for i >= 0 && (d.token(i).UPOS == "DET" || d.sightingAt[i] != none && d.is(i, "amod", "compound")) {
		i-- // "member of the Japanese parliament"
	}
	if i < 1 {
		return none
	}
	switch lowerLemma(d.token(i)) {
	case "of", "for":
		if at := d.nounAt[i-1]; at != none && d.nouns[at].role.sort == person {
			return at
		}
	}
	return none
}

// belongs reports whether token i hangs on the name or on a word between it
// and the name.
func (d *reading) belongs(i, at int32, n *nameMark) bool {
	h := d.head[i]
	return h >= at && h < n.last || h >= i && h < n.last
}

// adjectiveOf reports whether token i is an adjective of the gazetteer that
// modifies the name itself: "Lithuanian Rolandas Paksas".
func (d *reading) adjectiveOf(i int32, n *nameMark) bool {
	at := d.sightingAt[i]
	return at != none && d.sightings[at].match.Form == gazetteer.AsAdjective && d.head[i] >= n.first && d.head[i] < n.last
}

// possessorCountry returns the country that a name's possessor names:
// "Lithuania's Rolandas Paksas".
func (d *reading) possessorCountry(n *nameMark) string {
	for k := d.first[n.head]; k >= 0; k = d.next[k] {
		if at := d.sightingAt[k]; at != none && d.is(k, "nmod:poss") {
			return d.sightings[at].match.Entry.Country
		}
	}
	return ""
}

// add takes what a role noun says.
func (o *office) add(n *roleMark) {
	o.heads = append(o.heads, n.head)
	o.named = o.named || n.role.sort != human
	o.nouns = append(o.nouns, n.role.nouns...)
	if o.sex == 0 {
		o.sex = n.role.sex
	}
}

// readOffice takes text, sector and country from the words of an office.
func (c *casting) readOffice(d *reading, first, last int32, o *office) {
	if first >= last {
		return
	}
	complement := false // "critic of the president": the president is another
	for i := first; i < last; i++ {
		switch tag := d.token(i).UPOS; {
		case tag == "ADP" && d.nounAt[i] == none:
			complement = true
		case tag == "CCONJ":
			complement = false
		}
		at := d.nounAt[i]
		if at == none || d.nouns[at].head != i || complement && d.nouns[at].role.sort != body {
			continue
		}
		if !d.takesSector(at, first, last) {
			o.join(c.roleSector(d, &d.nouns[at]))
		}
	}
	for i := first; i < last; i++ {
		at := d.sightingAt[i]
		if at == none || d.sightings[at].first != i {
			continue
		}
		entry := d.sightings[at].match.Entry
		if h := d.head[d.sightings[at].head]; h >= 0 && d.topic(h, d.sightings[at].head) {
			continue
		}
		if o.country == "" {
			o.country = entry.Country
		}
		o.join(entry.Sector)
	}
	if o.country == "" {
		o.country = c.countryAround(d, first, last)
	}
	for first < last && d.beforeOffice(first) {
		first++
	}
	for last > first && d.token(last-1).UPOS == "PUNCT" {
		last--
	}
	if first < last && o.named {
		o.text = d.sentence.Phrase(int(first), int(last)).Text
	}
}

// takesSector reports whether the office at has the sector of an organization
// that is named with it: before the noun ("Hamas leader") or in its complement
// ("member of the European Parliament").
func (d *reading) takesSector(at, first, last int32) bool {
	n := &d.nouns[at]
	if !n.role.takes {
		return false
	}
	if n.first > first {
		if s := d.sightingAt[n.first-1]; s != none && len(d.sightings[s].match.Entry.Sector) > 0 {
			return true
		}
	}
	for i := n.last; i < last && d.nounAt[i] == none && d.token(i).UPOS != "CCONJ"; i++ {
		if s := d.sightingAt[i]; s != none {
			return len(d.sightings[s].match.Entry.Sector) > 0
		}
	}
	return false
}

// beforeOffice reports whether the words of an office do not begin with token
// i: a nationality or possessor.
func (d *reading) beforeOffice(i int32) bool {
	if at := d.sightingAt[i]; at != none {
		return d.nounAt[i] == none
	}
	return d.emptyStart(i) || d.token(i).UPOS == "PRON" || d.nounAt[i] == none && (d.nameAt[i] != none || rank(d.token(i)))
}

// rank reports whether a word gives an office its place in an order or in
// time, which is no part of it: "the first ever president".
func rank(t *language.Token) bool {
	switch lowerLemma(t) {
	case "first", "second", "third", "fourth", "fifth", "last", "next", "ever", "current", "then", "only", "new", "also":
		return true
	}
	return false
}

// countryAround returns the country of the owners of the offices in a range.
func (c *casting) countryAround(d *reading, first, last int32) string {
	for i := first; i < last; i++ {
		at := d.nounAt[i]
		if at == none || d.nouns[at].head != i || d.nouns[at].role.sort == kin {
			continue
		}
		for _, owner := range c.owners(d, i, 0) {
			if country := c.entities[owner].country; country != "" {
				return country
			}
		}
	}
	return ""
}

// join adds sectors, keeping them sorted and each once.
func (o *office) join(sectors []string) { o.sector = union(o.sector, sectors) }

// union returns the sorted union of two sorted lists. It returns one of them
// where that is all.
func union(a, b []string) []string {
	if len(b) == 0 || slices.Equal(a, b) {
		return a
	}
	if len(a) == 0 && slices.IsSorted(b) {
		return b
	}
	all := append(slices.Clone(a), b...)
	slices.Sort(all)
	return slices.Compact(all)
}

// roleSector returns the sector of a role noun: that of former officials where
// the text says "former".
func (c *casting) roleSector(d *reading, n *roleMark) []string {
	if !slices.Contains(n.role.sector, "GOV") && !slices.Contains(n.role.sector, "LEG") && !slices.Contains(n.role.sector, "MIL") {
		return n.role.sector
	}
	first, _ := d.words(n.first, n.last, n.head)
	for i := first; i < n.first; i++ {
		switch lowerLemma(d.token(i)) {
		case "former", "ex", "ex-", "late", "deposed", "ousted", "exiled", "then-former":
			return former
		}
	}
	return n.role.sector
}

// stateBehind returns the country of the state that stands with "of" right behind the name of
// somebody in an office: "President Pezet | of Peru". Of a lady with a title it is as often where
// she comes from: "Queen Catherine of Aragon".
func (d *reading) stateBehind(n *nameMark, o *office) string {
	of := n.last
	if !o.named || o.sex == female && len(o.nouns) > 0 && slices.Contains(o.nouns, "ruler") || of+1 >= d.len() || lowerLemma(d.token(of)) != "of" {
		return ""
	}
	state := of + 1
	if d.token(state).UPOS == "DET" && state+1 < d.len() {
		state++
	}
	at := d.sightingAt[state]
	if at == none || d.sightings[at].match.Form != gazetteer.AsName {
		return ""
	}
	switch e := d.sightings[at].match.Entry; e.Kind {
	case gazetteer.Country, gazetteer.Territory, gazetteer.Historical:
		return e.Country
	}
	return ""
}

// officeAfter reads what an apposition says: "X, the First Secretary of the
// Communist Party", or "the president of Belarus, X".
func (c *casting) officeAfter(d *reading, n *nameMark, o *office) {
	if o.country == "" {
		o.country = d.stateBehind(n, o)
	}
	for i := n.first; i < n.last; i++ {
		for k := d.first[i]; k >= 0; k = d.next[k] {
			if d.is(k, "appos") && k >= n.last {
				c.officeAt(d, k, o)
			}
		}
	}
	if h := d.head[n.head]; h >= 0 && d.is(n.head, "appos", "flat", "nmod:desc") && h < o.first {
		c.officeAt(d, h, o)
	}
}

// officeAt takes the office whose noun is token k, and those coordinated with
// it.
func (c *casting) officeAt(d *reading, k int32, o *office) {
	at := d.nounAt[k]
	if at == none || d.nouns[at].head != k || plural(d.token(k)) {
		return
	}
	mark := &d.nouns[at]
	if mark.role.sort != person && mark.role.sort != human && mark.role.sort != kin {
		return
	}
	first, last := d.words(mark.first, mark.last, mark.head)
	last = d.complement(last, mark.head)
	other := office{first: first}
	other.add(mark)
	c.readOffice(d, first, last, &other)
	o.take(&other)
	for i := d.first[k]; i >= 0; i = d.next[i] {
		if d.is(i, "conj") && d.child(i, "det") < 0 {
			c.officeAt(d, i, o)
		}
	}
}

// take adds what another office of the same person says.
func (o *office) take(other *office) {
	if o.text == "" {
		o.text = other.text
	}
	if o.country == "" {
		o.country = other.country
	}
	if o.sex == 0 {
		o.sex = other.sex
	}
	o.join(other.sector)
	o.named = o.named || other.named
	o.nouns = append(o.nouns, other.nouns...)
	o.heads = append(o.heads, other.heads...)
}

// learn adds what an office says to what is known about a person.
func (c *casting) learn(e int32, o *office) {
	p := &c.entities[e]
	if len(o.heads) > 0 && !o.named {
		o.sector = nil
	}
	if p.country == "" {
		p.country = o.country
	}
	if p.role == "" {
		p.role = o.text
	}
	if len(p.sector) == 0 {
		p.sector = o.sector
	}
	if p.sex == 0 {
		p.sex = o.sex
	}
	p.nouns = append(p.nouns, o.nouns...)
}
