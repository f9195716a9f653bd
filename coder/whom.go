package coder

import (
	"slices"

	"annals"
	"annals/language"
)

// answer keeps what the cast says of a token, since many rules ask for the same
// phrases.
type answer struct {
	at, inside           []annals.Participant
	knowsAt, knowsInside bool
}

// answersFor returns empty answers for the tokens of a sentence.
func (d *documentReading) answersFor(s *language.Sentence) []answer {
	d.answers = slices.Grow(d.answers[:0], len(s.Tokens))[:len(s.Tokens)]
	clear(d.answers)
	return d.answers
}

// whom returns whom the phrase of a token denotes. The list must not be changed.
func (r *sentenceReading) whom(token int) []annals.Participant {
	if token < 0 || token >= len(r.answers) {
		return nil
	}
	a := &r.answers[token]
	if !a.knowsAt {
		a.at, a.knowsAt = r.local(token, slices.Clip(r.cast.At(r.at, token))), true
	}
	return a.at
}

// inside returns who is named within the phrase of a token. The list must not be
// changed.
func (r *sentenceReading) inside(token int) []annals.Participant {
	if token < 0 || token >= len(r.answers) {
		return nil
	}
	a := &r.answers[token]
	if !a.knowsInside {
		a.inside, a.knowsInside = slices.Clip(r.cast.Inside(r.at, token)), true
	}
	return a.inside
}

// local gives those who hold no office abroad the country of the town that they are in:
// "opposition leaders in Lahore", "police in Basra". Soldiers, envoys and refugees need
// not come from where they are.
func (r *sentenceReading) local(token int, parties []annals.Participant) []annals.Participant {
	if len(parties) != 1 || parties[0].Country != "" || isPerson(parties[0]) || r.s.Tokens[token].UPOS != "NOUN" || !slices.ContainsFunc(parties[0].Sector, isHome) {
		return parties
	}
	for c := range r.s.Children(token) {
		if c < token || !language.IsRel(r.s.Tokens[c].Rel, "nmod") || r.s.Case(c) != "in" {
			continue
		}
		for i := range r.placesHere() {
			if m := &r.mentions[i]; m.Head == c && m.Place.Country != "" {
				out := slices.Clone(parties)
				out[0].Country = m.Place.Country
				return out
			}
		}
	}
	return parties
}

// isHome reports whether those of a sector act in their own country.
func isHome(sector string) bool {
	return sector == "OPP" || sector == "LEG" || sector == "JUD" || sector == "COP"
}
