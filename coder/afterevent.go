package coder

import (
	"path"
	"slices"
	"strings"

	"annals"
	"annals/what"
	"annals/when"
)

// countFrom fills in the dates of phrases that count from an event told before: "two years
// after the massacre". The noun takes up that event if it is definite, says nothing
// more of it, and is of the kind of the event that was told with the last date.
func (r *sentenceReading) countFrom() {
	if r.narrative == nil || len(r.toldKinds) == 0 {
		return
	}
	for i := range r.times {
		e := &r.times[i]
		noun := r.anchorOf(e)
		if noun < 0 || !r.isOfKind(noun) {
			continue
		}
		if w, ok := r.rules.Counted(r.s, e, r.narrative); ok {
			e.When, e.Relation = *w, "at"
			if above := r.s.Tokens[noun].Head; above < e.First || above >= e.Last {
				e.Head = noun // the tree hangs the years on the noun and the noun on the verb
			}
		}
	}
}

// anchorOf returns the definite noun that a phrase such as "two years after" counts from,
// or -1.
func (r *sentenceReading) anchorOf(e *when.Expression) int {
	if e.Kind != when.Point || e.When.EDTF != "" || e.Relation != "after" && e.Relation != "before" || e.Last+1 >= len(r.s.Tokens) {
		return -1
	}
	switch strings.ToLower(r.s.Tokens[e.Last].Form) {
	case "the", "this", "that":
	default:
		return -1
	}
	noun := e.Last + 1
	if r.s.Tokens[noun].UPOS != "NOUN" || r.s.Tokens[e.Last].Head != noun {
		return -1
	}
	for c := range r.s.Children(noun) {
		if c > noun && r.s.Tokens[c].UPOS != "PUNCT" {
			return -1 // "the massacre of 1572", "the war that followed"
		}
	}
	return noun
}

// isOfKind reports whether a noun names events of one of the types that were told with the
// last date.
func (r *sentenceReading) isOfKind(noun int) bool {
	for _, kind := range r.nounKinds[strings.ToLower(r.s.Tokens[noun].Lemma)] {
		if slices.Contains(r.toldKinds, kind) {
			return true
		}
	}
	return false
}

// kindsOfNouns returns the types of events that the nouns of the codebook name.
func kindsOfNouns(book *what.Codebook) map[string][]string {
	out := map[string][]string{}
	for _, e := range book.Entries() {
		if path.Base(e.File) == "nouns.tsv" && e.Type != what.Inherit && e.Type != what.Block && !slices.Contains(out[e.Word], e.Type) {
			out[e.Word] = append(out[e.Word], e.Type)
		}
	}
	return out
}

// keepKinds remembers the types of the events that were told with the last date.
func (r *sentenceReading) keepKinds() {
	var kinds []string
	for i := range r.drafts {
		if line := &r.drafts[i].line; line.Kind == annals.Event && line.When != nil && r.narrative != nil && line.When.EDTF == r.narrative.EDTF {
			kinds = append(kinds, line.Type)
		}
	}
	if kinds != nil || r.narrative != r.before.narrative {
		r.toldKinds = kinds
	}
}
