package coder

import (
	"slices"

	"annals"
	"annals/attribution"
	"annals/what"
)

// making is how a line was made, and how sure lines of this making are.
type making struct {
	words string // what the line rests on
	value float64
	lines int // how many were measured
}

// The confidence of an event is how often a reader found lines of this making right in
// type, status and both parties, where nobody may lack whom the sentence names.
const (
	toldOutright  = 0.80 // "Norway accused Denmark."
	toldAside     = 0.65 // "Norway, which had accused Denmark, ..."
	doneByWords   = 0.50 // "The critics accused Denmark."
	doneByNobody  = 0.40 // "Denmark was accused."
	eventNoun     = 0.41 // "after the accusation of Denmark"
	publicInWords = 10   // a sentence is about public affairs if one in so many words names a party to them
)

// The confidence of a state is how often a reader found lines of this making right in
// every field: holder, words, dates and status. 81 lines were judged by hand, drawn from
// the 1,050 news sentences above and from fourteen histories in testdata, before these
// had been worked on. That of a claim was measured in the same way anew when questions,
// commands and private opinions had ceased to be claims: 85 lines, a quarter from the news
// sentences, the others from web pages, mails, talk and textbooks of the two treebanks
// that NOTICE names.
const (
	titleState   = 0.90 // 56 of 62 lines: "President Anna B."
	otherState   = 0.79 // 15 of 19: ties, capitals, agreements, lands, offices that a verb gives
	namedClaim   = 0.83 // 54 of 65: "B. said that ..."
	unnamedClaim = 0.80 // 16 of 20: "allegedly", "widely seen as", "rumours that ..."
)

// makingOfState returns how a state was found.
func makingOfState(byTitle bool) making {
	if byTitle {
		return making{"an office that goes with a name", titleState, 62}
	}
	return making{"a word that tells a state", otherState, 19}
}

// makingOfClaim returns how a claim was found.
func makingOfClaim(said *attribution.Said) making {
	if said.Speaker < 0 || said.Cue == said.Content {
		return making{"what nobody is named for saying", unnamedClaim, 20}
	}
	return making{"what somebody is named for saying", namedClaim, 65}
}

// makingOfEvent returns how an event was found. What tells right lines from wrong ones is
// who does it: a state, a public body or somebody in office of a name or country, somebody of
// whom only a name or words are known, or nobody. Among the first, it is where it is told,
// and whether the sentence speaks of such parties or of much else.
func (r *sentenceReading) makingOfEvent(f *what.Finding, line *annals.Line) making {
	switch {
	case f.Trigger == f.Verb && r.s.Tokens[f.Trigger].UPOS == "NOUN":
		return making{"a noun alone", eventNoun, 28}
	case len(line.Actor) == 0:
		return making{"a verb, and nobody is known to do it", doneByNobody, 61}
	case slices.ContainsFunc(line.Actor, func(p annals.Participant) bool { return !r.isNamedFigure(p) }):
		return making{"a verb, and it is done by somebody of whom only words or a name are known", doneByWords, 65}
	case !r.isMainClause(f.Verb) || !r.isPublic():
		return making{"a verb that a state, a public body or somebody in office is the doer of, in a clause aside or in a sentence about much else", toldAside, 71}
	}
	return making{"a main verb that a state, a public body or somebody in office is the doer of, in a sentence about such", toldOutright, 80}
}

// isMainClause reports whether a verb tells what its sentence states, or what somebody in it says.
func (r *sentenceReading) isMainClause(verb int) bool {
	t := &r.s.Tokens[verb]
	for steps := 0; t.Rel == "conj" && t.Head >= 0 && steps < len(r.s.Tokens); steps++ {
		t = &r.s.Tokens[t.Head]
	}
	return t.Head < 0 || t.Rel == "ccomp" || t.Rel == "parataxis"
}

// isPublic reports whether a sentence is about public affairs: one in ten of its words, or
// more, names a state, a public body or an office.
func (r *sentenceReading) isPublic() bool {
	words := 0
	var named []annals.Span
	for i := range r.s.Tokens {
		switch r.s.Tokens[i].UPOS {
		case "PUNCT":
			continue
		case "NOUN", "PROPN", "ADJ", "PRON":
			for _, p := range r.whom(i) {
				if r.isPolitical(p) && !slices.ContainsFunc(named, p.Span.Overlaps) {
					named = append(named, p.Span)
				}
			}
		}
		words++
	}
	return len(named)*publicInWords >= words
}
