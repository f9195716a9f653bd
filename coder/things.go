package coder

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
	"annals/language"
	"annals/what"
)

// What was once told of comes back under the same noun with "the" and without its
// parties: "Chad and Libya signed a treaty. The treaty was cancelled in 1987." A noun
// that a text has brought in keeps its reference (Heim 1982).

// thing is whose affair the last thing of that name is.
type thing struct {
	parties  []annals.Participant
	sentence int
}

// reach is how many sentences further on a thing may still be called by its bare noun.
const reach = 8

// bringIn remembers the things that an event tells of, by their nouns.
func (r *sentenceReading) bringIn(f *what.Finding, line *annals.Line) {
	if line.Status != annals.Actual || len(line.Actor)+len(line.Recipient) == 0 {
		return
	}
	noun := r.thingOf(f)
	if noun < 0 || r.isBare(noun) {
		return
	}
	parties := line.Recipient
	if line.Score == nil || *line.Score > 0 || len(parties) == 0 {
		parties = slices.Concat(line.Actor, line.Recipient) // of a treaty, all; of a ban, whom it hits
	}
	if r.things == nil {
		r.things = map[string]thing{}
	}
	r.things[r.s.Tokens[noun].Lemma] = thing{parties, r.s.Index}
}

// takeUp returns the parties of the thing that an event tells of without naming
// anybody, with the words that take it up.
func (r *sentenceReading) takeUp(f *what.Finding) []annals.Participant {
	noun := r.thingOf(f)
	if noun < 0 || !r.isBare(noun) {
		return nil
	}
	known, ok := r.things[r.s.Tokens[noun].Lemma]
	if !ok || r.s.Index-known.sentence > reach || known.sentence == r.s.Index {
		return nil
	}
	words := r.core(noun)
	out := slices.Clone(known.parties)
	for i := range out {
		out[i].Text, out[i].Span = words.Text, words.Span
	}
	return out
}

// thingOf returns the common noun that an event happens to: its object, or its own
// noun; or -1.
func (r *sentenceReading) thingOf(f *what.Finding) int {
	for c := range r.s.Children(f.Verb) {
		if t := &r.s.Tokens[c]; (t.Rel == "obj" || t.Rel == "nsubj:pass") && t.UPOS == "NOUN" && len(r.whom(c)) == 0 {
			return c
		}
	}
	if t := &r.s.Tokens[f.Verb]; t.Rel == "acl" && t.XPOS == "VBN" && t.Head >= 0 && r.s.Tokens[t.Head].UPOS == "NOUN" {
		return t.Head // "the treaty, cancelled in 1987, ..."
	}
	return -1
}

// documentName returns the head of the name of a treaty or the like that an event happens
// to, which is known by it without its parties ("the Simla Accord was signed"); or -1.
func (r *sentenceReading) documentName(f *what.Finding) int {
	if f.Trigger != f.Verb || len(f.Actor) > 0 {
		return -1
	}
	if t := &r.s.Tokens[f.Verb]; t.Rel == "acl" && t.XPOS == "VBN" && r.isDocumentName(t.Head) {
		return t.Head
	}
	for c := range r.s.Children(f.Verb) {
		if rel := r.s.Tokens[c].Rel; (rel == "obj" || rel == "nsubj:pass") && r.isDocumentName(c) {
			return c
		}
	}
	return -1
}

// isDocumentName reports whether a token heads a name of several words that says that it
// is a document's: "Simla Accord", "Treaty of Paris".
func (r *sentenceReading) isDocumentName(token int) bool {
	if token < 0 || !isCapital(r.s.Tokens[token].Form) || !r.book.IsDocument(strings.ToLower(r.s.Tokens[token].Form)) {
		return false
	}
	for c := range r.s.Children(token) {
		if r.isPartOfName(c) {
			return true
		}
	}
	return false
}

// isPartOfName reports whether a token is the town, or whoever else, that the document
// above it is called after: no party to it, unlike the adjective of "the Danish Treaty".
func (r *sentenceReading) isPartOfName(token int) bool {
	t := &r.s.Tokens[token]
	return t.UPOS == "PROPN" && (t.Rel == "compound" || language.IsRel(t.Rel, "nmod") && r.s.Case(token) == "of")
}

// outsideName returns the parties that the name of a document does not hold.
func (r *sentenceReading) outsideName(parties []annals.Participant, name int) []annals.Participant {
	for c := range r.s.Children(name) {
		if r.isPartOfName(c) {
			words := r.text(c)
			parties = slices.DeleteFunc(slices.Clone(parties), func(p annals.Participant) bool { return p.Span.Overlaps(words.Span) })
		}
	}
	return parties
}

func isCapital(form string) bool {
	first, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(first)
}

// isBare reports whether a noun has "the" or "this" before it and nothing else.
func (r *sentenceReading) isBare(noun int) bool {
	definite := false
	for c := range r.s.Children(noun) {
		switch t := &r.s.Tokens[c]; {
		case t.Rel == "det" && (t.Lemma == "the" || t.Lemma == "this" || t.Lemma == "that"):
			definite = true
		case t.Rel != "punct":
			return false
		}
	}
	return definite
}
