package where

import (
	"math"

	"annals/gazetteer"
	"annals/language"
)

// Setting is what a document is about: the countries that it names. It settles
// names that several places bear.
type Setting struct {
	countries map[string]int // how often each is named, by alpha-3
}

// Context counts the countries that the sentences of a document name, by name,
// adjective, people or capital.
func (p *Places) Context(sentences []language.Sentence) *Setting {
	in := &Setting{countries: map[string]int{}}
	for i := range sentences {
		p.count(&sentences[i], in)
	}
	return in
}

func (p *Places) count(s *language.Sentence, in *Setting) {
	for i := 0; i < len(s.Tokens); {
		word := func(k int) string {
			if i+k >= len(s.Tokens) {
				return ""
			}
			return s.Tokens[i+k].Form
		}
		match, length := p.gazetteer.Longest(word)
		if length > 0 && match.Entry.Country != "" && !p.hasNamesake(word, match, length) {
			in.countries[match.Entry.Country]++
		}
		i += max(length, 1)
	}
}

// hasNamesake reports whether a polity shares its name with a province of
// another country, so that its name proves nothing: Georgia.
func (p *Places) hasNamesake(word func(int) string, match gazetteer.Match, length int) bool {
	known, size := p.sites.longest(word)
	if size != length || match.Form != gazetteer.AsName {
		return false
	}
	for _, s := range known {
		if s.kind == provinceKind && s.country != match.Entry.Country {
			return true
		}
	}
	return false
}

// names reports whether the document names the country.
func (in *Setting) names(country string) bool {
	return in != nil && in.countries[country] > 0
}

// prefersNamesake reports whether a polity's name rather means a province of
// another country: if that is the only country that the document names.
func (in *Setting) prefersNamesake(n *name) bool {
	if in == nil || len(in.countries) != 1 || n.entry.Kind == gazetteer.Region {
		return false
	}
	for _, s := range n.sites {
		if s.kind == provinceKind && s.country != n.entry.Country && in.names(s.country) {
			return true
		}
	}
	return false
}

// choose returns the likeliest of the places that bear a name: the one within
// the hint, else in a country that the document names, else the larger; nil if
// there is none.
func (p *Places) choose(sites []*site, hint *name, in *Setting) *site {
	var best *site
	var top float64
	for _, s := range sites {
		if score := p.score(s, hint, in); best == nil || score > top {
			best, top = s, score
		}
	}
	return best
}

// score weighs a place: by the digits of its population, with seas and other
// places of note like cities of ten millions.
func (p *Places) score(s *site, hint *name, in *Setting) float64 {
	score := 0.0
	switch s.kind {
	case cityKind:
		score = math.Log10(float64(max(s.population, 1)))
		if p.isCapital(s) {
			score++
		}
	case provinceKind:
		score = 5
	case featureKind:
		score = 7
	}
	if s.country != "" && in.names(s.country) {
		score += 3
	}
	if hint != nil && hint.holds(s) {
		score += 10
	}
	return score
}

// holds reports whether a place lies in the larger place of that name.
func (n *name) holds(s *site) bool {
	if n.entry != nil && n.entry.Country != "" && n.entry.Country == s.country {
		return true
	}
	for _, larger := range n.sites {
		if larger.kind == provinceKind && larger.country == s.country && larger.province == s.province {
			return true
		}
	}
	return false
}
