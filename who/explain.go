package who

import (
	"fmt"
	"path"
	"slices"
	"strings"

	"annals"
	"annals/datafile"
	"annals/gazetteer"
)

// Reason says why a phrase denotes somebody.
type Reason struct {
	annals.PartyReason
	Party annals.Participant // as Cast.At returns it
}

// cite names a row for explanations.
func cite(row *datafile.Row, entry string) annals.Row {
	return annals.Row{Entry: entry, File: path.Join("who", row.File), Line: row.Line}
}

// Explain is Cast.At with a reason for each participant. The cast must have been
// read by the resolver.
func (r *Resolver) Explain(c *Cast, sentence, token int) []Reason {
	d, ok := c.reading(sentence, token)
	if !ok {
		return nil
	}
	x := explainer{Resolver: r, Cast: c}
	var out []Reason
	add := func(at int32) {
		if at == none {
			return
		}
		m := &c.mentions[at]
		for _, e := range c.denoted[m.from:m.to] {
			out = append(out, Reason{x.mention(d, at, e), c.participant(d, m, e)})
		}
	}
	c.conjuncts(d, int32(token), func(i int32) {
		at := d.mentionAt[i]
		if at == none || c.mentions[at].apposed == none {
			add(at)
			return
		}
		c.conjuncts(d, c.mentions[at].apposed, func(k int32) { add(d.mentionAt[k]) })
	})
	return out
}

// An explainer finds what bears out what the mentions of a document denote.
type explainer struct {
	*Resolver
	*Cast
	depth int
}

// deepestReason is how far an explanation follows pronouns in the phrases that
// pronouns take up; those of hostile texts may lead in circles.
const deepestReason = 4

// mention says why a mention denotes an entity.
func (x *explainer) mention(d *reading, at, denoted int32) annals.PartyReason {
	x.depth++
	defer func() { x.depth-- }()
	m := &x.mentions[at]
	words := d.sentence.Phrase(int(m.first), int(m.last))
	out := annals.PartyReason{Text: words.Text, Span: words.Span, ID: x.entities[denoted].id}
	switch {
	case x.depth > deepestReason:
		return out
	case m.kind == byPronoun:
		out.By = "pronoun"
	case m.kind == byNumber:
		out.By = "number"
	case m.kind == byRole && m.antecedent != none:
		out.By = "description"
	case m.kind == byRole:
		out.By = "role"
		out.Reasons = x.role(d, at, denoted)
		return out
	case m.kind == byAdjective:
		out.By = "adjective"
		out.Reasons = x.name(d, at, denoted)
		return out
	default:
		out.By = "name"
		out.Reasons = x.name(d, at, denoted)
		return out
	}
	x.takenUp(d, at, denoted, &out)
	return out
}

// takenUp says whom a pronoun or a description takes up, and why that is
// somebody whom the program knows.
func (x *explainer) takenUp(d *reading, at, denoted int32, out *annals.PartyReason) {
	if noun := d.nounAt[x.mentions[at].head]; noun != none {
		out.Reasons = append(out.Reasons, nounReason(d, &d.nouns[noun]))
	}
	a := x.antecedentOf(at, denoted)
	if a == none {
		return
	}
	m := &x.mentions[a]
	s := &x.readings[m.sentence]
	words := s.sentence.Phrase(int(m.first), int(m.last))
	out.Antecedents = append(out.Antecedents, annals.Antecedent{
		Text: words.Text, Span: words.Span, Sentence: quoteOf(s), ID: x.entities[denoted].id,
	})
	out.Reasons = append(out.Reasons, x.whyTaken(d, at))
	if row, ok := x.sexRow(d, at, denoted); ok {
		out.Reasons = append(out.Reasons, row)
	}
	out.Reasons = append(out.Reasons, x.mention(s, a, denoted).Reasons...)
}

// whyTaken says by which rule a pronoun or a description takes up a mention.
func (x *explainer) whyTaken(d *reading, at int32) annals.Reason {
	m := &x.mentions[at]
	says := "of the phrases before it that fit it in number and kind, that is the most prominent"
	switch {
	case m.kind == byNumber && m.to-m.from > 1:
		says = "the text has been most about these two countries so far, or named them together last"
	case m.kind == byNumber && d.child(m.head, "nmod:poss") >= 0:
		says = "it is the other of the two countries that the text has been most about so far"
	case m.kind == byNumber:
		says = "the text has been most about this country so far"
	case m.kind == byRole:
		says = "nobody else whom the text has named so far can be called so"
	case d.isRelative(m.head):
		says = "it begins a clause about that noun"
	case strings.HasSuffix(lower(d.token(m.head).Form), "self"), strings.HasSuffix(lower(d.token(m.head).Form), "selves"):
		says = "it means the subject of its clause"
	case x.antecedentAfter(at):
		says = "it stands in a clause before the one whose subject that is"
	}
	return annals.Reason{Says: says}
}

// antecedentAfter reports whether a pronoun stands before what it takes up.
func (x *explainer) antecedentAfter(at int32) bool {
	m := &x.mentions[at]
	return m.antecedent != none && before(m, &x.mentions[m.antecedent])
}

// quoteOf returns a sentence as the record quotes it.
func quoteOf(d *reading) annals.Quote {
	return annals.Quote{Index: d.sentence.Index, Span: d.sentence.Span, Text: d.sentence.Text}
}

// antecedentOf returns the mention by a name or a role that a mention takes an
// entity from: the one that it stands for or what is coordinated with that, or
// else the last that named the entity; -1 if there is none.
func (x *explainer) antecedentOf(at, denoted int32) int32 {
	m := &x.mentions[at]
	if m.antecedent != none {
		a := &x.mentions[m.antecedent]
		d := &x.readings[a.sentence]
		found := none
		x.conjuncts(d, a.head, func(i int32) {
			if k := d.mentionAt[i]; found == none && k != none && x.names(k, denoted) {
				found = k
			}
		})
		if found != none {
			return found
		}
	}
	best := none
	for i := range x.mentions {
		k := int32(i)
		if n := &x.mentions[k]; !x.names(k, denoted) || !before(n, m) || best != none && before(n, &x.mentions[best]) {
			continue
		}
		best = k
	}
	return best
}

// before reports whether a mention stands before another in the text.
func before(a, b *mention) bool {
	return a.sentence < b.sentence || a.sentence == b.sentence && a.head < b.head
}

// names reports whether a mention denotes an entity by itself, taking up no
// other.
func (x *explainer) names(at, denoted int32) bool {
	m := &x.mentions[at]
	if m.kind == byPronoun || m.kind == byNumber || m.kind == asThing || m.antecedent != none {
		return false
	}
	return slices.Contains(x.denoted[m.from:m.to], denoted)
}

// sexRow says which name tells that "he" or "she" may mean a person.
func (x *explainer) sexRow(d *reading, at, denoted int32) (annals.Reason, bool) {
	switch lower(d.token(x.mentions[at].head).Form) {
	case "he", "him", "his", "she", "her", "hers":
	default:
		return annals.Reason{}, false
	}
	words := strings.Fields(x.entities[denoted].name)
	if len(words) == 0 {
		return annals.Reason{}, false
	}
	form := d.token(x.mentions[at].head).Form
	if row, ok := x.sexRows[words[0]]; ok {
		return annals.Reason{Says: fmt.Sprintf("“%s” goes with the name “%s”", form, words[0]), Rows: []annals.Row{row}}, true
	}
	last := words[len(words)-1]
	for _, e := range x.endings {
		if len(last) > len(e.text)+1 && strings.HasSuffix(last, e.text) {
			return annals.Reason{Says: fmt.Sprintf("“%s” goes with the ending of “%s”", form, last), Rows: []annals.Row{e.row}}, true
		}
	}
	return annals.Reason{}, false
}

// name says who bears a name: an entry of the gazetteer, a person, or an
// organization that only the reader marked.
func (x *explainer) name(d *reading, at, denoted int32) []annals.Reason {
	m, e := &x.mentions[at], &x.entities[denoted]
	if e.sort == individual {
		return x.person(at, denoted)
	}
	s := d.sightingAt[m.head]
	if short := d.token(m.head).Form; m.last-m.first == 1 && (s == none || d.sightings[s].match.Entry != e.entry) && isShort(short) && abbreviates(short, e.name) {
		return []annals.Reason{{Says: fmt.Sprintf("the text gives “%s” as an abbreviation of %s", short, e.name)}}
	}
	if s != none {
		return []annals.Reason{sighted(d, &d.sightings[s])}
	}
	out := []annals.Reason{{Says: fmt.Sprintf("“%s” is read as the name of an organization, which the gazetteer does not know", e.name)}}
	return append(out, x.countryOf(d, m.first, m.last, e.country)...)
}

// sighted says what the gazetteer knows by a name.
func sighted(d *reading, s *sighting) annals.Reason {
	words := d.sentence.Phrase(int(s.first), int(s.last)).Text
	entry := s.match.Entry
	form := map[gazetteer.Form]string{
		gazetteer.AsName: "a name", gazetteer.AsAdjective: "the adjective", gazetteer.AsPeople: "the people",
		gazetteer.AsCapital: "the seat of government", gazetteer.AsAbbreviation: "an abbreviation",
	}[s.match.Form]
	says := fmt.Sprintf("“%s” is %s of %s (%s)", words, form, entry.Name, entry.Kind)
	if entry.Country != "" && entry.Country != entry.ID {
		says += ", country " + entry.Country
	}
	return annals.Reason{Says: says, Rows: []annals.Row{*s.match.Row}}
}

// countryOf says which names of the gazetteer among some words tell a country.
func (x *explainer) countryOf(d *reading, first, last int32, country string) []annals.Reason {
	var out []annals.Reason
	for i := first; i < last && country != ""; i++ {
		if at := d.sightingAt[i]; at != none && d.sightings[at].first == i && d.sightings[at].match.Entry.Country == country {
			return append(out, sighted(d, &d.sightings[at]))
		}
	}
	return out
}

// nounReason says what the table of roles has of a noun.
func nounReason(d *reading, n *roleMark) annals.Reason {
	words := d.sentence.Phrase(int(n.first), int(n.last)).Text
	says := fmt.Sprintf("“%s” is the noun “%s” for a %s", words, n.role.noun, sortNames[n.role.sort])
	if len(n.role.sector) > 0 {
		says += ", sector " + strings.Join(n.role.sector, " ")
	}
	return annals.Reason{Says: says, Rows: []annals.Row{n.role.row}}
}

// sortNames say what a role noun is a noun for.
var sortNames = map[sort]string{
	person: "person", human: "human being", body: "body", mass: "body of people", kin: "relative", country: "country",
}

// role says what the nouns and names of a role phrase tell: "Lithuanian
// officials". Where a pronoun says whose they are, it is explained in turn.
func (x *explainer) role(d *reading, at, denoted int32) []annals.Reason {
	m, e := &x.mentions[at], &x.entities[denoted]
	var out []annals.Reason
	for i := m.first; i < m.last; i++ {
		if n := d.nounAt[i]; n != none && d.nouns[n].head == i && (i == m.head || d.within(i, m.head)) {
			out = append(out, nounReason(d, &d.nouns[n]))
		}
	}
	if e.entry != nil {
		if s := d.sightingAt[m.last-1]; s != none {
			return append(out, sighted(d, &d.sightings[s]))
		}
	}
	first, last := m.first, m.last
	for i := range d.head {
		if d.within(int32(i), m.head) {
			first, last = min(first, int32(i)), max(last, int32(i)+1)
		}
	}
	country := x.countryOf(d, first, last, e.country)
	if len(country) > 0 || e.country == "" {
		return append(out, country...)
	}
	for k := d.first[m.head]; k >= 0; k = d.next[k] {
		if owner := x.owner(d, k, at, e.country); len(owner) > 0 {
			return append(out, owner...)
		}
	}
	return out
}

// owner says why the phrase of token k, which belongs to that of a mention, tells
// the country of the mention: "its president", "the Merkel government".
func (x *explainer) owner(d *reading, k, at int32, country string) []annals.Reason {
	owner := d.mentionAt[k]
	if owner == none || owner == at || country == "" {
		return nil
	}
	for _, e := range x.denoted[x.mentions[owner].from:x.mentions[owner].to] {
		if x.entities[e].country != country {
			continue
		}
		whose := x.mention(d, owner, e)
		var out []annals.Reason
		for i := range whose.Antecedents {
			a := &whose.Antecedents[i]
			out = append(out, annals.Reason{Says: fmt.Sprintf("“%s” takes up “%s”", whose.Text, a.Text), From: &a.Sentence})
		}
		return append(out, whose.Reasons...)
	}
	return nil
}
