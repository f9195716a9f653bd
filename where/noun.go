package where

import (
	"strings"

	"annals"
	"annals/gazetteer"
	"annals/language"
)

// nounPhrase is a plain noun of place with the words before it.
type nounPhrase struct {
	first, last int // half-open, without the article
	noun        int // its last token
	kind        nounKind
}

// nounAt returns the noun of place that begins at token i and its length in
// tokens.
func (p *Places) nounAt(s *language.Sentence, i int) (nounKind, int) {
	t := &s.Tokens[i]
	if t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		return "", 0
	}
	if !p.words.nouns.MayBegin(t.Form) && !p.words.nouns.MayBegin(t.Lemma) {
		return "", 0
	}
	kind, length := p.words.nouns.Longest(func(k int) string {
		if i+k >= len(s.Tokens) {
			return ""
		}
		if k == 0 && t.UPOS == "NOUN" && t.Lemma != "" {
			if next, _ := p.words.nouns.Longest(one(t.Lemma)); next != "" {
				return t.Lemma
			}
		}
		return strings.ToLower(s.Tokens[i+k].Form)
	})
	if length == 1 && t.UPOS == "ADJ" {
		return "", 0
	}
	return kind, length
}

// one returns a single word as package phrase asks for it.
func one(word string) func(int) string {
	return func(i int) string {
		if i > 0 {
			return ""
		}
		return word
	}
}

// nouns finds the places that plain nouns name, and the proper names that stand
// in apposition to them.
func (f *finder) nouns() {
	for i := 0; i < len(f.s.Tokens); i++ {
		kind, length := f.p.nounAt(f.s, i)
		if length == 0 {
			continue
		}
		last := i + length
		if f.inName(i) || f.bare(i, last) {
			continue
		}
		if last < len(f.s.Tokens) && f.continues(last) {
			continue // "border guards"
		}
		f.noun(nounPhrase{first: f.phraseStart(i), last: last, noun: last - 1, kind: kind})
		i = last - 1
	}
}

// inName reports whether the token is part of a name: the City of Mexico City.
func (f *finder) inName(token int) bool {
	for i := range f.names {
		if f.names[i].first <= token && token < f.names[i].last {
			return true
		}
	}
	return false
}

// bare reports a singular right after its preposition, which is a state and no
// place: "in prison", "at school", "in front of".
func (f *finder) bare(first, last int) bool {
	_, length := f.prepositionEnding(first - 1)
	t := &f.s.Tokens[last-1]
	return length > 0 && t.UPOS == "NOUN" && (t.XPOS == "NN" || t.XPOS == "")
}

// continues reports whether the noun before the token modifies it.
func (f *finder) continues(token int) bool {
	t := &f.s.Tokens[token-1]
	if language.IsRel(t.Rel, "compound") && t.Head >= token {
		return f.nameStarting(token) == nil
	}
	return t.Rel == "" && f.s.Tokens[token].UPOS == "NOUN"
}

// phraseStart returns the first token of the adjectives and names before a
// noun: the "Belarusian" of "the Belarusian-Lithuanian border".
func (f *finder) phraseStart(noun int) int {
	first := noun
	for k := noun - 1; k >= 0; k-- {
		t := &f.s.Tokens[k]
		switch {
		case t.UPOS == "ADJ", t.UPOS == "PROPN", t.UPOS == "NOUN", f.inName(k), t.XPOS == "POS", t.Form == "'s" || t.Form == "’s":
			first = k
		case t.Form == "-" || t.Form == "–":
		default:
			return first
		}
	}
	return first
}

// noun judges one noun phrase.
func (f *finder) noun(n nounPhrase) {
	role := f.role(subject{first: n.first, last: n.last})
	if role == "" || role == Of {
		return
	}
	if proper := f.apposed(&n); proper != nil {
		f.emit(proper, role)
		return
	}
	if f.of(n.last) && n.kind == settlementNoun && f.nameStarting(n.last+1) != nil {
		return // "the cities of Lithuania": the name speaks for itself
	}
	country, site, last := f.countryOf(&n)
	words := f.s.Phrase(n.first, last)
	place := annals.Place{Text: words.Text, Span: words.Span}
	switch {
	case n.kind == capitalNoun && country != "":
		if !f.capitalOf(&place, country, &n) {
			place.Country = country
		}
	case country != "":
		place.Name, place.Country = words.Text, country
	case last > n.last || f.named(&n):
		place.Name = words.Text
	}
	if site != nil {
		setPosition(&place, site)
	}
	f.add(Mention{First: n.first, Last: last, Head: head(f.s, n.first, last), Place: place, Role: role})
	f.use(n.first, last)
}

// apposed returns the proper name that a noun introduces: "the city of Lublin",
// "the temporary capital of Lithuania, Kaunas", "the Belarusian capital Minsk".
func (f *finder) apposed(n *nounPhrase) *name {
	if n.kind != settlementNoun && n.kind != capitalNoun && n.kind != areaNoun {
		return nil
	}
	at := n.last
	if f.of(at) {
		at++
	}
	first := f.nameStarting(at)
	if first != nil && !first.polity() {
		return first
	}
	if first != nil { // "of Lithuania"
		if n.kind == areaNoun || at == n.last {
			return nil
		}
		at = first.last
	}
	if at < len(f.s.Tokens) && f.s.Tokens[at].Form == "," {
		at++
	} else if first == nil || at == n.last {
		return nil
	}
	second := f.nameStarting(at)
	if second == nil || second.polity() {
		return nil
	}
	t := &f.s.Tokens[head(f.s, second.first, second.last)]
	if language.IsRel(t.Rel, "nsubj") {
		return nil
	}
	if first != nil {
		first.used = true
	}
	return second
}

// of reports whether the token is the preposition "of".
func (f *finder) of(token int) bool {
	return token < len(f.s.Tokens) && f.s.Tokens[token].Form == "of"
}

// countryOf returns the one country that the words in the noun phrase or right
// behind it name, the place whose position is the phrase's own, and where the
// phrase ends with those words. The adjective of an embassy or a base tells
// whose it is, not where.
func (f *finder) countryOf(n *nounPhrase) (country string, at *site, last int) {
	last = n.last
	var found []string
	if n.kind != foreignNoun {
		found = f.adjectives(n)
	}
	for i := range f.names {
		m := &f.names[i]
		switch {
		case m.first >= n.first && m.last <= n.noun && n.kind != foreignNoun:
		case m.first == n.last+1 && f.s.Tokens[n.last].Form == "of", m.first == n.last+1 && n.kind == borderNoun && f.s.Tokens[n.last].Form == "with":
			last = m.last
		case m.first == n.last+1 && (f.s.Tokens[n.last].Form == "in" || f.s.Tokens[n.last].Form == "at"):
			found = nil // where it stands beats whose it is
		default:
			continue
		}
		p := f.p.place(f.s, m, nil, f.setting)
		found = append(found, p.Country)
		if !m.polity() && p.Lat != nil && n.kind != borderNoun {
			at = &site{lat: *p.Lat, lon: *p.Lon}
		}
	}
	for _, c := range found {
		if country != "" && c != country {
			return "", at, last
		}
		country = c
	}
	return country, at, last
}

// adjectives returns the countries of the adjectives in a noun phrase; hyphens
// may lie within tokens.
func (f *finder) adjectives(n *nounPhrase) []string {
	var out []string
	for i := n.first; i < n.noun; i++ {
		for part := range strings.SplitSeq(f.s.Tokens[i].Form, "-") {
			m, _ := f.p.gazetteer.Longest(one(part))
			if m.Entry != nil && m.Form == gazetteer.AsAdjective {
				out = append(out, m.Entry.Country)
			}
		}
	}
	return out
}

// named reports whether the phrase holds a proper name or its adjective, so
// that its words are a name: "Belarusian-Lithuanian border".
func (f *finder) named(n *nounPhrase) bool {
	for i := n.first; i < n.noun; i++ {
		if capital(f.s.Tokens[i].Form) {
			return true
		}
	}
	return false
}

// capitalOf makes the place the capital of today, unless an adjective says that
// it is another: "the temporary capital".
func (f *finder) capitalOf(place *annals.Place, country string, n *nounPhrase) bool {
	for i := n.first; i < n.noun; i++ {
		if f.p.words.modifiers[strings.ToLower(f.s.Tokens[i].Form)] {
			return false
		}
	}
	entry := f.p.gazetteer.Country(country)
	if entry == nil || entry.Capital == "" {
		return false
	}
	place.Name, place.Country = entry.Capital, country
	for _, c := range f.p.sites.named(entry.Capital) {
		if c.country == country && c.kind == cityKind {
			setPosition(place, c)
		}
	}
	return true
}
