package who

import (
	"slices"
	"strings"
)

// description joins a definite role noun to somebody named before, where one
// only can be meant: "the activist", "the Belarusian leader", "the two
// presidents". It reports whether it did.
func (c *casting) description(d *reading, n *roleMark, m mention, owners []int32) bool {
	if !d.definite(n.head) && len(owners) == 0 || len(owners) > 1 {
		return false
	}
	if len(owners) == 0 && m.first < n.first && !d.onlyCounts(m.first, n.first) {
		return false // "the opposition activist" is somebody in particular
	}
	if len(owners) == 0 && d.ofNamedPlace(n.head) {
		return false // "the Prince of Orange" is no other prince
	}
	many := plural(d.token(n.head))
	want := 1
	if many && d.two(n.head) {
		want = 2
	}
	var country string
	if len(owners) == 1 {
		if country = c.entities[owners[0]].country; country == "" || many {
			return false
		}
	}
	found := c.earlier(n.role, country, many && want == 1, want)
	if len(found) != want {
		return false
	}
	entities := make([]int32, 0, want)
	for _, at := range found {
		entities = append(entities, c.denoted[c.mentions[at].from])
	}
	at := c.add(d, m, entities...)
	c.mentions[at].antecedent = c.named(found[0])
	return true
}

// ofNamedPlace reports whether "of" and a name stand behind a noun, by which one holder of the
// office or title is told from others.
func (d *reading) ofNamedPlace(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if of := d.child(k, "case"); k > i && d.token(k).UPOS == "PROPN" && d.is(k, "nmod") && of >= 0 && lowerLemma(d.token(of)) == "of" {
			return true
		}
	}
	return false
}

// definite reports whether a noun has the article or a demonstrative.
func (d *reading) definite(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if d.is(k, "det") {
			switch lowerLemma(d.token(k)) {
			case "the", "this", "that", "these", "those", "both":
				return true
			}
		}
	}
	return false
}

// two reports whether a noun is counted as two.
func (d *reading) two(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if l := lowerLemma(d.token(k)); l == "two" || l == "both" || l == "2" {
			return true
		}
	}
	return false
}

// onlyCounts reports whether a range of tokens holds numbers only.
func (d *reading) onlyCounts(first, last int32) bool {
	for i := first; i < last; i++ {
		if t := d.token(i); t.UPOS != "NUM" && t.UPOS != "DET" {
			return false
		}
	}
	return true
}

// How many mentions back a description looks.
const reachDescription = 100

// earlier returns mentions of different entities that the text has called by a
// role noun or may: of one country if given, latest first. Where more fit than
// are wanted only those of the last two sentences count.
func (c *casting) earlier(r *role, country string, many bool, want int) []int32 {
	var found []int32
	near := 0
	for k := len(c.history) - 1; k >= 0 && k >= len(c.history)-reachDescription; k-- {
		at := c.history[k]
		m := &c.mentions[at]
		if m.to-m.from != 1 || m.kind == byAdjective {
			continue
		}
		e := c.denoted[m.from]
		if !c.describes(r, &c.entities[e], country, many) || c.has(found, e) {
			continue
		}
		found = append(found, at)
		if c.now-m.sentence <= 1 {
			near++
		}
	}
	if len(found) > want && near == want {
		return found[:want]
	}
	return found
}

func (c *casting) has(mentions []int32, e int32) bool {
	for _, at := range mentions {
		if c.denoted[c.mentions[at].from] == e {
			return true
		}
	}
	return false
}

// describes reports whether a role noun may stand for an entity.
func (c *casting) describes(r *role, e *entity, country string, many bool) bool {
	if country != "" && (e.country != country || e.sort != individual) {
		return false
	}
	if many != e.plural && (r.sort == person || r.sort == human) || e.sort == polity {
		return false
	}
	if r.sex != 0 && e.sex != 0 && r.sex != e.sex {
		return false
	}
	if r.sort == human && r.sex != 0 && !many {
		return e.sort == individual && e.sex == r.sex
	}
	return slices.Contains(e.nouns, r.noun)
}

// countryNoun makes the mention of "both countries", "the two sides", "the
// country": the polities that the text has been most about.
func (c *casting) countryNoun(d *reading, n *roleMark) {
	if slices.Contains(n.role.nouns, "relations") {
		c.relations(d, n)
		return
	}
	if c.isSeveral(d, n) {
		first, last := d.words(n.first, n.last, n.head)
		m := mention{kind: byRole, head: n.head, first: first, last: last, apposed: none}
		c.add(d, m, c.newEntity(entity{name: d.plainWords(first, last), sort: collective, plural: true, nouns: n.role.nouns}))
		return
	}
	many := plural(d.token(n.head))
	if poss := d.child(n.head, "nmod:poss"); poss >= 0 {
		c.otherOf(d, n, poss, many)
		return
	}
	for k := d.first[n.head]; k >= 0; k = d.next[k] {
		if !d.is(k, "amod", "compound", "nmod", "acl") || c.mutual[lowerLemma(d.token(k))] {
			continue
		}
		if many && d.two(n.head) && d.definite(n.head) && d.is(k, "amod", "compound") && c.onlyTwo(n.head) {
			continue // "the two Baltic neighbours", of a text that is about two only
		}
		return // "Arab countries", "the countries of the region"
	}
	switch {
	case many && (d.definite(n.head) || d.two(n.head)):
		c.pair(d, n.head, n.first, n.last, 2)
	case !many && d.definite(n.head) && slices.Contains(n.role.nouns, "form"):
		c.called(d, n)
	case !many && d.definite(n.head) && n.role.takes:
		c.pair(d, n.head, n.first, n.last, 1)
	}
}

// relations makes the mention of the two polities whose relations are spoken of where nobody is named:
// "Diplomatic relations, broken off in 1967, were restored". The text must be about these two, and far
// more than about any third.
func (c *casting) relations(d *reading, n *roleMark) {
	many := plural(d.token(n.head))
	if !many && (n.role.noun == "relation" || n.role.noun == "tie" || n.role.noun == "talk") || d.namesSomebody(n.head) {
		return
	}
	if !d.is(n.head, "nsubj:pass") && !(many && d.is(n.head, "nsubj")) {
		return // "peace was made", "hostilities broke out", but "peace came to the valley"
	}
	one, two := c.foremost(n.head)
	if two == none || c.prominenceIn(two, n.head) < 2*c.thirdProminence(n.head, one, two) {
		return
	}
	c.pair(d, n.head, n.first, n.last, 2)
}

// namesSomebody reports whether a complement, possessor or adjective may say whose the thing at token i is.
func (d *reading) namesSomebody(i int32) bool {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		switch {
		case d.is(k, "nmod", "nmod:poss", "compound", "conj", "det:poss"):
			return true
		case d.is(k, "amod") && (d.sightingAt[k] != none || d.nameAt[k] != none):
			return true
		}
	}
	return false
}

// thirdProminence is how much the text before token i is about the polity that it is most about besides
// two; a little more than nothing if there is none.
func (c *casting) thirdProminence(i, one, two int32) float32 {
	most := float32(0.05)
	for _, e := range c.polities {
		if e != one && e != two {
			most = max(most, c.prominenceIn(e, i))
		}
	}
	return most
}

// called makes the mention of "the duchy": the foremost polity that is called so, or else one that
// the text does not name.
func (c *casting) called(d *reading, n *roleMark) {
	best := none
	for _, e := range c.polities {
		named := strings.Contains(strings.ToLower(c.entities[e].name), n.role.noun) && c.prominenceIn(e, n.head) > 0.05
		if named && (best == none || c.prominenceIn(e, n.head) > c.prominenceIn(best, n.head)) {
			best = e
		}
	}
	if best == none {
		best = c.newEntity(entity{name: d.plainWords(n.first, n.last), sort: collective, nouns: n.role.nouns})
	}
	first, _ := d.words(n.first, n.last, n.head)
	c.add(d, mention{kind: byNumber, head: n.head, first: first, last: n.last}, best)
}

// isSeveral reports whether a noun means several countries that nobody names: "some
// forty countries", "many donor nations".
func (c *casting) isSeveral(d *reading, n *roleMark) bool {
	return n.role.takes && plural(d.token(n.head)) && !d.definite(n.head) && !d.two(n.head) && d.counted(n.head) && len(c.owners(d, n.head, 0)) == 0
}

// otherOf makes the mention of "its neighbour": of the two polities that the text is
// most about, the one that is not the owner; somebody unknown where there is no such
// one, since a neighbour is never the owner. "Its country" is the owner's own.
func (c *casting) otherOf(d *reading, n *roleMark, poss int32, many bool) {
	if !slices.Contains(n.role.nouns, "neighbour") {
		return
	}
	c.token(d, poss)
	at := d.mentionAt[poss]
	if s := d.subject(d.head[n.head]); s >= 0 && s != n.head && d.mentionAt[s] != none && d.is(n.head, "obj", "obl") {
		at = d.mentionAt[s] // "Haiti thanked its neighbour"
	}
	if at == none || c.mentions[at].to-c.mentions[at].from != 1 {
		return
	}
	owner := c.denoted[c.mentions[at].from]
	one, two := c.foremost(n.head)
	var other int32
	switch {
	case many || two == none || c.prominenceIn(two, n.head) < 0.05 || owner != one && owner != two:
		other = c.newEntity(entity{name: d.plainWords(n.first, n.last), sort: collective}) // some country
	case owner == one:
		other = two
	default:
		other = one
	}
	first, _ := d.words(n.first, n.last, n.head)
	c.add(d, mention{kind: byNumber, head: n.head, first: first, last: n.last}, other)
}

// onlyTwo reports whether the text before token i is about two polities and no other.
func (c *casting) onlyTwo(i int32) bool {
	n := 0
	for _, e := range c.polities {
		if c.prominenceIn(e, i) > 0 {
			n++
		}
	}
	return n == 2
}

// foremost returns the two polities that the text before token i is most about, -1
// where there are fewer; two that it has named together, if it is about one of
// them or has only just done so.
func (c *casting) foremost(i int32) (one, two int32) {
	one, two = none, none
	for _, e := range c.polities {
		switch {
		case one == none || c.prominenceIn(e, i) > c.prominenceIn(one, i):
			one, two = e, one
		case two == none || c.prominenceIn(e, i) > c.prominenceIn(two, i):
			two = e
		}
	}
	a, b := c.couple[0], c.couple[1]
	if justNow := c.coupledIn == c.now-1; a != b && (justNow || one == a || one == b || two == a || two == b) {
		return a, b
	}
	return one, two
}

// themeShare is what a mention far back counts for what the text as a whole is
// about.
const themeShare = 0.15

// prominenceIn says how much the text before token i is about an entity, of late
// and as a whole. Names are read before the rest of a sentence: what stands behind
// the token does not count.
func (c *casting) prominenceIn(e, i int32) float32 {
	p := c.salienceOf(e) + themeShare*c.entities[e].total
	var here float32
	for _, t := range c.touches {
		if t.entity != e {
			continue
		}
		if t.token > i {
			p -= (1 + themeShare) * t.weight
		} else {
			here += t.weight
		}
	}
	if here == c.entities[e].total {
		p -= newcomer * here
	}
	return p
}

// newcomer is how much less a polity counts that the sentence itself names for the
// first time: "after mediation by Cuba the two countries met" is not about Cuba.
const newcomer = 0.6

// pair makes the mention of the most salient countries, one or two: one only
// if no other comes near it.
func (c *casting) pair(d *reading, head, first, last int32, want int) {
	one, two := c.foremost(head)
	if one == none || c.prominenceIn(one, head) < 0.1 {
		return
	}
	first, _ = d.words(first, last, head)
	m := mention{kind: byNumber, head: head, first: first, last: last}
	switch {
	case want == 1 && (two == none || c.prominenceIn(one, head) >= 1.5*c.prominenceIn(two, head)):
		c.add(d, m, one)
	case want == 2 && two != none && c.prominenceIn(two, head) >= 0.05:
		c.add(d, m, min(one, two), max(one, two))
	}
}
