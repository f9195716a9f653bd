package coder

import (
	"slices"
	"strings"

	"annals"
)

// A person of whom only the name is known is a figure of the text, and what he does and suffers no
// private affair, once he has dealt with a state, a public body or somebody in office; and so is one
// who has the number of a ruler. Elsewhere the text need not say again who he is.

// bringOn remembers the persons who deal with whoever is political in the lines of the sentence.
func (r *sentenceReading) bringOn() {
	for i := range r.drafts {
		line := &r.drafts[i].line
		if line.Kind != annals.Event || line.Status != annals.Actual || len(line.SaidBy) > 0 {
			continue
		}
		if !slices.ContainsFunc(line.Recipient, r.isOfState) {
			continue
		}
		for _, p := range line.Actor {
			if isPerson(p) {
				if r.figures == nil {
					r.figures = map[string]bool{}
				}
				r.figures[p.ID] = true
			}
		}
	}
}

// isFigure reports whether somebody is a figure of the text.
func (r *sentenceReading) isFigure(p annals.Participant) bool {
	return isPerson(p) && (r.figures[p.ID] || isNumbered(p.Name))
}

// isNumbered reports whether a name is that of a ruler with a number: "Charles XII", but not "William
// Gates III", who has a surname.
func isNumbered(name string) bool {
	given, number, two := strings.Cut(name, " ")
	return two && given != "" && len(number) > 1 && strings.Trim(number, "IVX") == ""
}
