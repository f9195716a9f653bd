package where

import (
	"strings"

	"annals/language"
)

// Villages, fields of battle and towns of long ago are in no table, and a tagger has
// not seen most of them. What stands where only a place can stand is one.

// unknownTown returns the token behind the proper noun at token i, if neither the
// tables nor the tagger know it and it can only be a place: "fought at Ebelsberg",
// "fled to Walata". Otherwise it returns i. It needs a tree.
func (p *Places) unknownTown(s *language.Sentence, i int) int {
	t := &s.Tokens[i]
	if i == 0 || t.UPOS != "PROPN" || t.Name != "" || t.Rel != "obl" || t.Head < 0 || t.Head >= i || s.Tokens[t.Head].UPOS != "VERB" || p.words.feasts[t.Form] {
		return i
	}
	switch strings.ToLower(s.Tokens[i-1].Form) {
	case "at", "near":
	case "to", "towards", "toward":
		if p.words.motion[lemma(&s.Tokens[t.Head])]&moves == 0 {
			return i
		}
	default:
		return i
	}
	end := i + 1
	for c := range s.Children(i) {
		switch rel := s.Tokens[c].Rel; {
		case rel == "flat" && c == end && s.Tokens[c].Name == "" && capital(s.Tokens[c].Form):
			end++
		case c == i-1, rel == "punct", rel == "conj", rel == "cc":
		default:
			return i // "at Sotheby's", "at the Hilton"
		}
	}
	return end
}
