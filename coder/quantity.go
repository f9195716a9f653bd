package coder

import (
	"strings"

	"annals"
	"annals/language"
	"annals/what"
)

// quantitiesOf returns the numbers that the text gives for an event: those that
// count one of the phrases around its words ("arrested two passengers").
func (r *sentenceReading) quantitiesOf(f *what.Finding) []annals.Quantity {
	var out []annals.Quantity
	for _, head := range []int{f.Verb, f.Trigger} {
		for c := range r.s.Children(head) {
			if q, ok := r.quantity(c); ok {
				out = append(out, q)
			}
		}
		if f.Verb == f.Trigger {
			break
		}
	}
	return out
}

func (r *sentenceReading) quantity(noun int) (annals.Quantity, bool) {
	t := &r.s.Tokens[noun]
	if t.Rel != "obj" && !language.IsRel(t.Rel, "nsubj") && t.Rel != "nmod" {
		return annals.Quantity{}, false
	}
	number := r.s.Child(noun, "nummod")
	if number < 0 {
		return annals.Quantity{}, false
	}
	value, ok := r.rules.Number(r.s.Tokens[number].Form)
	if !ok {
		return annals.Quantity{}, false
	}
	words := r.s.Phrase(min(number, noun), max(number, noun)+1)
	return annals.Quantity{Text: words.Text, Span: words.Span, Value: value, Of: strings.ToLower(t.Form)}, true
}

// rankOf returns the place in an order that the text claims for an event: "the
// first Lithuanian head of state to visit Minsk".
func (r *sentenceReading) rankOf(f *what.Finding) *annals.Rank {
	for node, steps := f.Verb, 0; node >= 0 && steps < 3; node, steps = r.s.Tokens[node].Head, steps+1 {
		if r.s.Tokens[node].UPOS != "NOUN" {
			continue
		}
		for c := range r.s.Children(node) {
			if n, ok := r.rules.Ordinal(r.s.Tokens[c].Lemma); ok && c < node && r.s.Tokens[c].Rel == "amod" {
				return &annals.Rank{Ordinal: n, Among: r.s.Phrase(c+1, node+1).Text}
			}
		}
	}
	return nil
}
