package coder

import (
	"slices"

	"annals"
)

// tree returns the words of the sentence with what each is to a line.
func (r *sentenceReading) tree(e *annals.Explanation) []annals.Node {
	out := make([]annals.Node, len(r.s.Tokens))
	for i := range r.s.Tokens {
		t := &r.s.Tokens[i]
		out[i] = annals.Node{Form: t.Form, Lemma: t.Lemma, UPOS: t.UPOS, Head: t.Head, Rel: t.Rel}
	}
	mark := func(part string, span annals.Span) {
		if i := r.headOf(span); i >= 0 && !slices.Contains(out[i].Part, part) {
			out[i].Part = append(out[i].Part, part)
		}
	}
	if t := e.Line.Trigger; t != nil {
		mark("trigger", t.Span)
	}
	for i := range e.Actor {
		mark("actor", e.Actor[i].Span)
		mark("actor", e.Line.Actor[i].Span)
	}
	for i := range e.Recipient {
		mark("recipient", e.Recipient[i].Span)
		mark("recipient", e.Line.Recipient[i].Span)
	}
	if w := e.Line.When; w != nil && w.Span != nil {
		mark("when", *w.Span)
	}
	for i := range e.Line.Where {
		mark("where", e.Line.Where[i].Span)
	}
	for i := range e.Line.SaidBy {
		if i < len(e.SaidBy) {
			mark("speaker", e.SaidBy[i].Speaker.Span)
		}
	}
	for _, source := range r.said.Said {
		for i := range e.SaidBy {
			if e.SaidBy[i].Cue == source.Words {
				mark("cue", r.s.Tokens[source.Cue].Span)
			}
		}
	}
	return out
}

// headOf returns the token of a span whose head lies outside it, or -1.
func (r *sentenceReading) headOf(span annals.Span) int {
	inside := func(i int) bool { return i >= 0 && span.Contains(r.s.Tokens[i].Span) }
	for i := range r.s.Tokens {
		if t := &r.s.Tokens[i]; inside(i) && !inside(t.Head) && t.UPOS != "PUNCT" && t.UPOS != "ADP" && t.UPOS != "DET" {
			return i
		}
	}
	for i := range r.s.Tokens {
		if inside(i) {
			return i
		}
	}
	return -1
}
