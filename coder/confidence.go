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

// The confidence of an event is how often a reader found lines of its class right in type,
// status and both parties, where nobody may lack whom the clause names. 495 lines were judged,
// drawn at random from the news sentences with marked parties (PLV, Hu et al. 2024), from web
// pages, mails and newsgroups (EWT), from the many kinds of texts of GUM, which NOTICE names,
// and from the histories in testdata. The tables had seen the news and the histories before,
// but not these documents of the two treebanks. The classes were chosen on the first 275 lines;
// the others bore them out. Right, of all, in each:
//
//	           PLV    EWT    GUM    histories
//	outright   34/40  16/22   7/8   34/36
//	aside      35/42  20/30   8/18   8/10
//	vaguely    12/21  24/50  23/44  13/14
//	barely     11/31  17/67  18/57   4/5
const (
	outright = 0.86 // 91 of 106: "Norway accused Denmark."
	aside    = 0.71 // 71 of 100: "The bay, which Norway had closed, ...", "Norway may accuse Denmark."
	vaguely  = 0.56 // 72 of 129: "The critics accused Denmark.", "Denmark was accused."
	barely   = 0.31 // 50 of 160: "the critics who accused Denmark", "after the accusation"
)

// publicWords says when a sentence is about public affairs: if one in so many of its words, or
// more, names a state, a public body or an office.
const publicWords = 10

// eventClasses are the classes of events, from the surest down.
var eventClasses = [...]making{
	{"the main verb of a sentence about public affairs, done by a state, a public body or an official", outright, 106},
	{"a verb aside, in its sentence or in a sentence about much else, done by a state, a public body or an official", aside, 100},
	{"a main verb, done by somebody of whom no office or country is known, or in the passive voice by nobody", vaguely, 129},
	{"a noun, or a verb aside that nobody known does", barely, 160},
}

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

// makingOfEvent returns the class of an event. What tells right lines from wrong ones is who
// does it; where that is a state, a public body or an official of a known name or country, where
// it is told, and whether the sentence speaks of such parties or of much else. What is told as
// no fact, being supposed, feared or denied, falls one class lower.
func (r *sentenceReading) makingOfEvent(f *what.Finding, line *annals.Line) making {
	class := r.classOf(f, line)
	if line.Status != annals.Hypothetical && line.Status != annals.Negated || class == len(eventClasses)-1 {
		return eventClasses[class]
	}
	lower := eventClasses[class+1]
	lower.words = eventClasses[class].words + ", and told as no fact, which makes it one class less sure"
	return lower
}

// classOf returns the class of an event that is told as a fact. A passive in a main clause tells
// what it tells though it keeps silent about who did it; who does nothing in the active voice was
// not found.
func (r *sentenceReading) classOf(f *what.Finding, line *annals.Line) int {
	isMain := r.isMainClause(f.Verb)
	switch {
	case f.Trigger == f.Verb && r.s.Tokens[f.Trigger].UPOS == "NOUN":
		return 3
	case len(line.Actor) == 0:
		if isMain && r.s.Child(f.Verb, "aux:pass", "nsubj:pass") >= 0 {
			return 2
		}
		return 3
	case slices.ContainsFunc(line.Actor, r.isVague):
		if isMain {
			return 2
		}
		return 3
	case !isMain || !r.isPublic():
		return 1
	}
	return 0
}

// isVague reports whether too little is known of somebody to tell that his are public affairs:
// words ("the critics"), or no more than a name and a nationality.
func (r *sentenceReading) isVague(p annals.Participant) bool {
	return !r.isNamedFigure(p) || !r.isPublicFigure(p)
}

// isMainClause reports whether a verb tells what its sentence states, or what somebody in it says.
func (r *sentenceReading) isMainClause(verb int) bool {
	t := &r.s.Tokens[verb]
	for steps := 0; t.Rel == "conj" && t.Head >= 0 && steps < len(r.s.Tokens); steps++ {
		t = &r.s.Tokens[t.Head]
	}
	return t.Head < 0 || t.Rel == "ccomp" || t.Rel == "parataxis"
}

// isPublic reports whether a sentence is about public affairs.
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
	return len(named)*publicWords >= words
}
