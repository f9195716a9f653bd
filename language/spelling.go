package language

import "strings"

// inflected is a form of a verb with its Penn tag.
type inflected struct{ form, xpos string }

// regularForms spells the forms of a regular verb: "carries", "carried", "carrying".
// Of verbs with more than one syllable no consonant is doubled.
func regularForms(verb string) []inflected {
	out := []inflected{{verb, "VB"}, {verb, "VBP"}, {thirdPerson(verb), "VBZ"}}
	n := len(verb)
	past, present := verb+"ed", verb+"ing"
	switch {
	case verb[n-1] == 'y' && !isVowel(verb[n-2]):
		past = verb[:n-1] + "ied"
	case strings.HasSuffix(verb, "ie"):
		past, present = verb+"d", verb[:n-2]+"ying"
	case hasSuffix(verb, "ee", "oe", "ye"):
		past = verb + "d"
	case verb[n-1] == 'e':
		past, present = verb+"d", verb[:n-1]+"ing"
	case doubles(verb):
		past, present = verb+verb[n-1:]+"ed", verb+verb[n-1:]+"ing"
	}
	return append(out, inflected{past, "VBD"}, inflected{past, "VBN"}, inflected{present, "VBG"})
}

// thirdPerson adds the "s" to a verb.
func thirdPerson(verb string) string {
	n := len(verb)
	switch {
	case verb[n-1] == 'y' && !isVowel(verb[n-2]):
		return verb[:n-1] + "ies"
	case verb[n-1] == 'z' && isVowel(verb[n-2]):
		return verb + "zes"
	case hasSuffix(verb, "s", "x", "z", "o", "ch", "sh"):
		return verb + "es"
	}
	return verb + "s"
}
