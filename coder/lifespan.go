package coder

import (
	"strings"

	"annals/when"
)

// isLifeSpan reports whether a date says in brackets behind a name when its bearer
// was born, lived or ruled: "Anna B. (3 May 1801 in Oslo – 1870) was a general". It dates
// nothing that the sentence tells.
func (r *sentenceReading) isLifeSpan(e *when.Expression) bool {
	open := e.First - 1
	for open >= 0 && r.s.Tokens[open].Form != "(" {
		if r.s.Tokens[open].Form == ")" {
			return false
		}
		open--
	}
	if open <= 0 || r.s.Tokens[open-1].UPOS != "PROPN" {
		return false
	}
	for i := open + 1; i < len(r.s.Tokens) && r.s.Tokens[i].Form != ")"; i++ {
		switch form := strings.ToLower(r.s.Tokens[i].Form); form {
		case "-", "–", "—", "born", "died", "b.", "d.", "reigned", "r.":
			return true
		default:
			if strings.ContainsAny(form, "-–") && i >= e.First {
				return true // "1635–1699"
			}
		}
	}
	return false
}
