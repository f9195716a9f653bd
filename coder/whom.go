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
		a.at, a.knowsAt = slices.Clip(r.cast.At(r.at, token)), true
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
