package who

import (
	"slices"

	"annals"
	"annals/gazetteer"
	"annals/language"
)

// Cast is who acts in one document. It is read-only and safe for concurrent
// use.
type Cast struct {
	readings []reading
	mentions []mention
	entities []entity
	denoted  []int32  // entities of mentions, see mention.from
	casting  *casting // that it comes from, see Release
}

// A mention is a noun phrase or pronoun that denotes entities.
type mention struct {
	kind       mentionKind
	sentence   int32
	head       int32
	first      int32 // words of the phrase, half-open
	last       int32
	from, to   int32 // range of Cast.denoted; empty where nobody is denoted
	role       string
	sector     []string
	apposed    int32 // head of the names that say who is meant: "two passengers, X and Y"; -1 for none
	antecedent int32 // mention that a pronoun or description stands for, -1 for none
}

type mentionKind byte

const (
	byName      mentionKind = iota // Lithuania, Dalia Grybauskaitė
	byAdjective                    // Lithuanian, where it modifies a noun
	byRole                         // Lithuanian officials
	byPronoun                      // she, its
	byNumber                       // both countries
	asThing                        // the agreement: nobody, but "it" may mean it
)

// An entity is somebody whom mentions denote.
type entity struct {
	id      string
	name    string
	country string
	sector  []string
	role    string           // first office or description that the text gives a person
	entry   *gazetteer.Entry // of a polity, organization or group; nil for others
	sort    entitySort
	sex     sex
	plural  bool
	nouns   []string // role nouns that the text has used for it, with broader ones

	salience float32 // how much the text has been about it, as of sentence seen
	total    float32 // how much in all
	seen     int32
}

type entitySort byte

const (
	polity entitySort = iota
	organization
	individual // a person by name
	someone    // a person or persons by role
	collective // a body by role
)

// Read finds the participants of a document. Sentences come from the
// language's reader, in the order of the text; doc gives the date of
// publication, which tells who was in office.
func (r *Resolver) Read(doc *annals.Document, sentences []language.Sentence) *Cast {
	c, _ := r.pool.Get().(*casting)
	if c == nil {
		c = newCasting(r)
	}
	c.begin(sentences)
	if doc != nil {
		c.published = doc.Published
	}
	slab := c.slab
	for i := range sentences {
		n := numbersPerToken * len(sentences[i].Tokens)
		r.read(&c.readings[i], &sentences[i], slab[:n:n])
		slab = slab[n:]
		c.sentence(int32(i))
	}
	return c.Cast
}

// Release hands the memory of a cast on to the casts of other documents. The cast
// must not be asked anything afterwards; participants that it gave stay as they
// are. Nobody has to call Release: it saves work for the garbage collector.
func (c *Cast) Release() {
	if work := c.casting; work != nil {
		c.casting = nil
		for i := range c.readings {
			c.readings[i].sentence = nil // lets go of the document's text
		}
		work.pool.Put(work)
	}
}

// At returns the participants that the noun phrase with the given head
// denotes, coordinated ones too, in the order of the text; nil if it denotes
// nobody who could act. A token inside a name counts as its head; so does an
// adjective that names a polity.
func (c *Cast) At(sentence, token int) []annals.Participant {
	d, ok := c.reading(sentence, token)
	if !ok {
		return nil
	}
	var out []annals.Participant
	seen := make([]int32, 0, 8) // mentions: several words of one may be coordinated ("activist and journalist X")
	take := func(at int32) {
		if at != none && !slices.Contains(seen, at) {
			seen = append(seen, at)
			out = c.appendMention(out, d, at)
		}
	}
	c.conjuncts(d, int32(token), func(i int32) {
		at := d.mentionAt[i]
		if at == none || c.mentions[at].apposed == none {
			take(at)
			return
		}
		c.conjuncts(d, c.mentions[at].apposed, func(k int32) { take(d.mentionAt[k]) })
	})
	return out
}

// reading returns the reading of a sentence if it has the token.
func (c *Cast) reading(sentence, token int) (*reading, bool) {
	if sentence < 0 || sentence >= len(c.readings) {
		return nil, false
	}
	d := &c.readings[sentence]
	return d, token >= 0 && token < len(d.head)
}

// conjuncts calls do with token i and with the heads of what is coordinated
// with it further on. What hangs on another word of the same name is
// coordinated with the name.
func (c *Cast) conjuncts(d *reading, i int32, do func(int32)) {
	if !d.isCorrected(i) {
		do(i)
	}
	own := d.mentionAt[i]
	if own != none {
		m := &c.mentions[own]
		for w := m.first; w < m.last; w++ {
			if w != i && d.mentionAt[w] == own {
				c.conjunctsOf(d, w, own, do)
			}
		}
	}
	c.conjunctsOf(d, i, own, do)
}

// conjunctsOf calls do with the conjuncts below token i that are no part of
// the mention own.
func (c *Cast) conjunctsOf(d *reading, i, own int32, do func(int32)) {
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if !d.is(k, "conj") || own != none && d.mentionAt[k] == own || d.isExcluded(k) {
			continue
		}
		if own != none && c.mentions[own].kind == byAdjective && !c.adjectival(d.mentionAt[k]) {
			continue
		}
		do(k)
		at := d.mentionAt[k]
		c.conjunctsOf(d, k, at, do)
		if at == none {
			continue
		}
		for w := k + 1; w < c.mentions[at].last; w++ { // "the poet Ana and her sister": the sister hangs on Ana
			if d.mentionAt[w] == at && d.within(w, k) {
				c.conjunctsOf(d, w, at, do)
			}
		}
	}
}

// isCorrected reports whether the first of several is ruled out by "not" and the others put in its
// place by "but": "not Chad but Libya".
func (d *reading) isCorrected(i int32) bool {
	if !d.isExcluded(i) {
		return false
	}
	for k := d.first[i]; k >= 0; k = d.next[k] {
		if cc := d.child(k, "cc"); d.is(k, "conj") && cc >= 0 && lowerLemma(d.token(cc)) == "but" {
			return true
		}
	}
	return false
}

// isExcluded reports whether a conjunct is named only to be ruled out: "the rebels,
// not the army".
func (d *reading) isExcluded(i int32) bool {
	for k := d.first[i]; k >= 0 && k < i; k = d.next[k] {
		if l := lowerLemma(d.token(k)); l == "not" || l == "rather" && d.is(k, "cc") {
			return true
		}
	}
	return false
}

// adjectival reports whether a mention may be coordinated with an adjective.
func (c *Cast) adjectival(at int32) bool {
	if at == none {
		return false
	}
	m := &c.mentions[at]
	return m.kind == byAdjective || m.kind == byName && m.from < m.to && c.entities[c.denoted[m.from]].entry != nil
}

// appendMention adds what a mention denotes to out.
func (c *Cast) appendMention(out []annals.Participant, d *reading, at int32) []annals.Participant {
	if at == none {
		return out
	}
	m := &c.mentions[at]
	for _, e := range c.denoted[m.from:m.to] {
		out = append(out, c.participant(d, m, e))
	}
	return out
}

// participant puts together what the text and the gazetteer say of an entity
// that a mention denotes.
func (c *Cast) participant(d *reading, m *mention, denoted int32) annals.Participant {
	e, said := &c.entities[denoted], c.fullest(m, denoted)
	words := d.sentence.Phrase(int(said.first), int(said.last))
	p := annals.Participant{
		Text: words.Text, Span: words.Span,
		ID: e.id, Name: e.name, Country: e.country, Sector: e.sector, Role: m.role,
	}
	if len(m.sector) > 0 {
		p.Sector = m.sector
	}
	if p.Role == "" {
		p.Role = e.role
	}
	return p
}

// fullest returns the mention whose words say who a mention means: where a
// pronoun stands for somebody named in the same sentence, the one that names
// them, since "it" tells a reader nothing.
func (c *Cast) fullest(m *mention, denoted int32) *mention {
	if m.kind != byPronoun || m.antecedent == none {
		return m
	}
	a := &c.mentions[m.antecedent]
	if a.sentence != m.sentence {
		return m
	}
	d := &c.readings[m.sentence]
	found := m
	c.conjuncts(d, a.head, func(i int32) {
		at := d.mentionAt[i]
		if at == none || found != m {
			return
		}
		if n := &c.mentions[at]; n.kind != byPronoun && slices.Contains(c.denoted[n.from:n.to], denoted) {
			found = n
		}
	})
	return found
}

// Antecedent returns the head of the earlier (or later) phrase that the
// pronoun or description with the given head stands for, and false if it
// stands for itself or for nobody known.
func (c *Cast) Antecedent(sentence, token int) (sentence2, token2 int, ok bool) {
	d, ok := c.reading(sentence, token)
	if !ok || d.mentionAt[token] == none {
		return 0, 0, false
	}
	a := c.mentions[d.mentionAt[token]].antecedent
	if a == none {
		return 0, 0, false
	}
	return int(c.mentions[a].sentence), int(c.mentions[a].head), true
}
