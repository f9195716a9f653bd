package where

import (
	"unicode"
	"unicode/utf8"

	"annals"
	"annals/gazetteer"
	"annals/language"
)

// name is a name of a place in a sentence, before anything is known of what it
// does there.
type name struct {
	first, last int // half-open range of tokens
	entry       *gazetteer.Entry
	sites       []*site
	used        bool
}

// polity reports whether the name may as well stand for a government.
func (n *name) polity() bool { return n.entry != nil && n.entry.Kind != gazetteer.Region }

// names finds the names of places from left to right.
func (p *Places) names(s *language.Sentence) []name {
	var out []name
	for i := 0; i < len(s.Tokens); {
		n, length := p.nameAt(s, i)
		if length > 0 && n.last > n.first {
			out = append(out, n)
		}
		i += max(length, 1)
	}
	return out
}

// nameAt returns the name that begins at token i, and how many tokens to go on
// by: a length without a name says that the tokens name something else.
func (p *Places) nameAt(s *language.Sentence, i int) (name, int) {
	t := &s.Tokens[i]
	if !capital(t.Form) {
		return name{}, 0
	}
	word := func(k int) string {
		if i+k >= len(s.Tokens) {
			return ""
		}
		return s.Tokens[i+k].Form
	}
	match, length := p.gazetteer.Longest(word)
	known, size := p.sites.longest(word)
	n := name{first: i}
	switch {
	case length >= size && isPolity(match):
		n.last, n.entry = i+length, match.Entry
		if size == length {
			n.sites = known
		}
		if match.Entry.Kind == gazetteer.Historical && hasSettlement(n.sites) {
			n.entry = nil // Danzig and Texas are a city and a province first
		}
	case length >= size && length > 0 && match.Form != gazetteer.AsCapital && !isAdjective(match):
		return name{}, length // an organization, a paper, a party
	case size > 0 && properNoun(s.Tokens[i:min(i+size, len(s.Tokens))]):
		n.last, n.sites = i+size, known
	}
	if length == 0 && size == 0 {
		if end := p.unknownTown(s, i); end > i {
			return name{first: i, last: end}, end - i
		}
	}
	return p.bounded(s, n, i)
}

// bounded checks a name against the names that the tagger found: a part of a
// person's or an organization's name is no place, and a longer name of a place
// is a place of its own, which the tables may not know.
func (p *Places) bounded(s *language.Sentence, n name, i int) (name, int) {
	t := &s.Tokens[i]
	if t.Name == "LOC" && !t.Inside {
		end := i + 1
		for end < len(s.Tokens) && s.Tokens[end].Inside && s.Tokens[end].Name == "LOC" {
			end++
		}
		if end > n.last && !p.endsInNoun(s, end) {
			return name{first: i, last: end}, end - i
		}
	}
	if n.last > n.first && p.otherwiseNamed(s, &n) {
		return name{}, 0
	}
	return n, n.last - n.first
}

// otherwiseNamed reports whether the tagger takes the name for a person's or an
// organization's, and may be right: it is a part of a longer one ("Chad Smith"),
// or no place so well known that the tagger is rather wrong.
func (p *Places) otherwiseNamed(s *language.Sentence, n *name) bool {
	kind := ""
	for k := n.first; k < n.last && kind == ""; k++ {
		if kind = s.Tokens[k].Name; kind == "LOC" {
			kind = ""
		}
	}
	after := n.last < len(s.Tokens) && s.Tokens[n.last].Inside && s.Tokens[n.last].Name != "LOC"
	switch {
	case kind == "":
		return after
	case after || s.Tokens[n.first].Inside:
		return true
	}
	return !p.wellKnown(n, kind)
}

// How many people make a city so well known that an organization, or a person,
// of the same name is the unlikelier reading.
const (
	largeCity = 100_000
	hugeCity  = 1_000_000
)

// wellKnown reports whether the name is a country's, a sea's or the like, or a
// capital's; against the reading as an organization any large city's will do.
func (p *Places) wellKnown(n *name, kind string) bool {
	if n.entry != nil {
		return true
	}
	for _, c := range n.sites {
		if c.kind == featureKind || p.isCapital(c) || c.population >= hugeCity || kind == "ORG" && c.population >= largeCity {
			return true
		}
	}
	return false
}

// isCapital reports whether a city is the capital of its country.
func (p *Places) isCapital(c *site) bool {
	country := p.gazetteer.Country(c.country)
	return c.kind == cityKind && country != nil && country.Capital == c.name
}

// endsInNoun reports whether the last token before end is a plain noun of
// place with a capital: "Vilnius Airport".
func (p *Places) endsInNoun(s *language.Sentence, end int) bool {
	_, length := p.nounAt(s, end-1)
	return length > 0
}

func isPolity(m gazetteer.Match) bool {
	if m.Entry == nil || m.Form != gazetteer.AsName && m.Form != gazetteer.AsAbbreviation {
		return false
	}
	switch m.Entry.Kind {
	case gazetteer.Country, gazetteer.Territory, gazetteer.Historical, gazetteer.Region:
		return true
	}
	return false
}

func hasSettlement(sites []*site) bool {
	for _, s := range sites {
		if s.kind != featureKind {
			return true
		}
	}
	return false
}

func isAdjective(m gazetteer.Match) bool {
	return m.Form == gazetteer.AsAdjective || m.Form == gazetteer.AsPeople
}

// properNoun reports whether the tags let tokens be the name of a city: "Nice"
// and "Reading" are words as well. One proper noun among them is enough, since
// the "New" of New York may be tagged an adjective.
func properNoun(tokens []language.Token) bool {
	for i := range tokens {
		if t := &tokens[i]; t.UPOS == "" || t.UPOS == "PROPN" || t.Name == "LOC" {
			return true
		}
	}
	return false
}

func capital(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// place returns the place that a name names. The hint is the larger place that
// the text puts behind it: the "Texas" of "Paris, Texas".
func (p *Places) place(s *language.Sentence, n, hint *name, in *Setting) annals.Place {
	words := s.Phrase(n.first, n.last)
	out := annals.Place{Text: words.Text, Span: words.Span, Name: words.Text}
	if n.entry != nil && !in.prefersNamesake(n) {
		out.Name, out.Country = n.entry.Name, n.entry.Country
		if middle, ok := p.middles[n.entry.ID]; ok {
			setPosition(&out, &middle)
		}
		if out.Lat == nil {
			p.locate(&out, n.entry)
		}
		return out
	}
	c := p.choose(n.sites, hint, in)
	if hint != nil && (c == nil || !hint.holds(c)) { // too small a place for the tables
		if larger := p.choose(hint.sites, nil, in); larger != nil {
			out.Country = larger.country
		}
		return out
	}
	if c != nil {
		out.Name, out.Country = c.name, c.country
		setPosition(&out, c)
	}
	return out
}

// locate gives a territory or a region the position of its namesake in the
// tables: a region or a province, not a city.
func (p *Places) locate(out *annals.Place, e *gazetteer.Entry) {
	if e.Kind == gazetteer.Historical {
		return
	}
	for _, c := range p.sites.named(e.Name) {
		if c.kind == featureKind || c.kind == provinceKind && c.country == e.Country {
			setPosition(out, c)
			return
		}
	}
}

func setPosition(p *annals.Place, s *site) {
	lat, lon := s.lat, s.lon
	p.Lat, p.Lon = &lat, &lon
}
