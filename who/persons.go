package who

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"annals/gazetteer"
)

// person makes the mention of a person by name, with the titles and offices
// around it.
func (c *casting) person(d *reading, n *nameMark) {
	office := c.officeBefore(d, n)
	words := d.nameWords(n)
	at := c.holderNamed(words, &office)
	if at == none {
		at = c.personNamed(words, office.sex)
	}
	if state := cmp.Or(office.country, d.stateBehind(n, &office)); len(words) == 1 && c.isOfAnother(at, state) {
		at = c.namesake(words[0], office.sex)
	}
	m := mention{kind: byName, head: n.head, first: office.first, last: n.last}
	c.officeAfter(d, n, &office)
	c.learn(at, &office)
	m.role, m.sector = office.text, office.sector
	if len(m.sector) == 0 {
		m.sector = c.entities[at].sector
	}
	index := c.add(d, m, at)
	d.cover(n.first, n.last, index)
	for _, i := range office.heads {
		d.mentionAt[i] = index
	}
}

// isOfAnother reports whether an entity is known as one of another state than this: "King Hussein of
// Jordan" is not the Hussein of Iraq whom the text named before.
func (c *casting) isOfAnother(e int32, state string) bool {
	of := c.entities[e].country
	return state != "" && of != "" && of != state
}

// namesake is a person who shares the name of another, and whom the name means from here on.
func (c *casting) namesake(name string, x sex) int32 {
	at := c.newEntity(entity{sort: individual, name: name, sex: x, id: "person:" + slug(name)})
	c.call(at, fold(name))
	return at
}

// holderNamed returns the latest person whom the text has given the same office and of whose name a
// word alone is said here, where somebody else has that word too: "President Kim" is not the leader
// Kim whom the text named last. It is none where the office tells nobody apart.
func (c *casting) holderNamed(words []string, o *office) int32 {
	if len(words) != 1 || !o.named || o.text == "" {
		return none
	}
	name, holder, others := fold(words[0]), none, false
	for i := range c.entities {
		e := &c.entities[i]
		if e.sort != individual || !hasWord(fold(e.name), name) {
			continue
		}
		if e.role != "" && strings.EqualFold(e.role, o.text) && (o.country == "" || o.country == e.country) {
			holder = int32(i)
		} else {
			others = true
		}
	}
	if !others {
		return none
	}
	return holder
}

// hasWord reports whether a name holds a word.
func hasWord(name, word string) bool {
	at := strings.Index(name, word)
	return at >= 0 && (at == 0 || name[at-1] == ' ') && (at+len(word) == len(name) || name[at+len(word)] == ' ')
}

// nameWords returns the words of a name as printed: "Jong-un" is one.
func (d *reading) nameWords(n *nameMark) []string {
	words := make([]string, 0, n.last-n.first)
	for i := n.first; i < n.last; i++ {
		form := d.token(i).Form
		if i > n.first && d.glued(i) && (isHyphen(form) || isHyphen(d.token(i-1).Form)) {
			words[len(words)-1] += form
			continue
		}
		words = append(words, form)
	}
	return words
}

// glued reports whether no space stands before a token.
func (d *reading) glued(i int32) bool {
	return i > 0 && d.token(i - 1).Bytes[1] == d.token(i).Bytes[0]
}

func isHyphen(form string) bool { return form == "-" || form == "‑" }

// personNamed returns the person of that name: the one of the text so far
// whose full or last name it is, else one of the gazetteer's leaders, else a
// new one.
func (c *casting) personNamed(words []string, x sex) int32 {
	full := strings.Join(words, " ")
	key := fold(full)
	last := fold(words[len(words)-1])
	if len(words) > 1 && isRegnal(words[len(words)-1]) {
		last = fold(words[len(words)-2]) // "Ramesses II" is called Ramesses
	}
	if e, found := c.surnames[key]; found {
		return e
	}
	if e, found := c.surnames[last]; found && len(words) > 1 && c.isShorterNameOf(e, key) {
		c.rename(e, full, words)
		return e
	}
	if len(words) == 1 && c.gazetteer.Leaders(full) == nil {
		if e, found := c.given[key]; found {
			return e
		}
		if e, found := c.middle[key]; found {
			return e
		}
	}
	e := entity{sort: individual, name: full, sex: x}
	leader := c.leaderCalled(inPlainCase(words))
	if leader != nil {
		e.country, e.sector = leader.Country, c.sectorOf(leader)
		if leader.Name != "" {
			e.name, e.sex = leader.Name, c.sexOf(strings.Fields(leader.Name))
		}
	}
	if x != 0 {
		e.sex = x
	} else if e.sex == 0 {
		e.sex = c.sexOf(words)
	}
	e.id = "person:" + slug(e.name)
	at, found := c.byID[e.id]
	if !found {
		at = c.newEntity(e)
	}
	c.call(at, key, last)
	if leader != nil {
		c.call(at, fold(leader.Surname)) // not the last word in "Xi Jinping"
	}
	if len(words) > 1 {
		c.given[fold(words[0])] = at
	}
	if n := len(words); n > 2 {
		c.middle[fold(words[n-2])] = at // Fidel Sánchez Hernández is called Sánchez
	}
	return at
}

// inPlainCase returns a name with its surname in plain letters where documents print
// that in capitals and the rest not: "Raila ODINGA". Two capitals are initials, and a
// name all in capitals does not tell its surname.
func inPlainCase(words []string) string {
	full := strings.Join(words, " ")
	if !slices.ContainsFunc(words, isCapitals) || !slices.ContainsFunc(words, hasSmall) {
		return full
	}
	plain := make([]string, len(words))
	for i, w := range words {
		if plain[i] = w; isCapitals(w) {
			plain[i] = capitalsToPlain(w)
		}
	}
	return strings.Join(plain, " ")
}

// isRegnal reports whether a word is the number of a ruler: the "II" of Ramesses II.
func isRegnal(word string) bool { return strings.Trim(word, "IVX") == "" }

// isCapitals reports whether a word is three letters or more, all of them capitals,
// and no number of a ruler. The hyphen of a double name counts for nothing.
func isCapitals(word string) bool {
	if isRegnal(word) {
		return false
	}
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return false
		}
	}
	return letters >= 3
}

func hasSmall(word string) bool { return strings.IndexFunc(word, unicode.IsLower) >= 0 }

// capitalsToPlain keeps the first letter of each part of a word large: "BEN-GURION" is Ben-Gurion.
func capitalsToPlain(word string) string {
	first := true
	return strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) {
			first = true
			return r
		}
		if first {
			first = false
			return r
		}
		return unicode.ToLower(r)
	}, word)
}

// call makes a person known by the folded full name and the last name.
func (c *casting) call(e int32, keys ...string) {
	for _, key := range keys {
		if key != "" {
			c.surnames[key] = e
		}
	}
	if name := fold(c.entities[e].name); name != "" {
		c.surnames[name] = e
	}
}

// isShorterNameOf reports whether a person has been called by the last name
// only so far, and not by another full name.
func (c *casting) isShorterNameOf(e int32, key string) bool {
	name := fold(c.entities[e].name)
	return !strings.Contains(name, " ") && strings.HasSuffix(key, " "+name)
}

// rename gives a person the full name that the text gives later on.
func (c *casting) rename(e int32, full string, words []string) {
	p := &c.entities[e]
	delete(c.byID, p.id)
	p.name, p.id = full, "person:"+slug(full)
	if p.sex == 0 {
		p.sex = c.sexOf(words)
	}
	c.byID[p.id] = e
	c.call(e, fold(full))
}

// leaderCalled returns the leader of that name: nil if there is none, one
// without a Name if several of one country share it.
func (c *casting) leaderCalled(name string) *gazetteer.Leader {
	terms := c.gazetteer.Leaders(name)
	if !slices.ContainsFunc(terms, c.mayMean) && (!strings.Contains(name, " ") || !slices.ContainsFunc(terms, c.isOfToday)) {
		return nil
	}
	sameName, sameCountry := true, true
	best := terms[0]
	for _, t := range terms[1:] {
		sameName = sameName && t.Name == best.Name
		sameCountry = sameCountry && t.Country == best.Country
	}
	for _, t := range terms {
		if c.published != "" && t.From <= c.published && (t.To == "" || c.published[:min(4, len(c.published))] <= t.To) {
			if sameName || sameCountry {
				return t
			}
		}
	}
	switch {
	case sameName:
		return best
	case sameCountry:
		return &gazetteer.Leader{Of: best.Of, Country: best.Country, Sector: best.Sector, To: "9999"}
	}
	return nil
}

// sectorOf returns the sector of a leader, of a former one if the document is
// known to be later than the term.
func (c *casting) sectorOf(l *gazetteer.Leader) []string {
	if c.published != "" && l.To != "" && l.To < c.published[:min(4, len(c.published))] && slices.Contains(l.Sector, "GOV") {
		return former
	}
	return l.Sector
}

// former is the sector of those who held an office: PLOVER's elites.
var former = []string{"ELI"}
