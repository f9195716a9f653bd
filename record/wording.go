package record

import (
	"slices"
	"strings"

	"annals"
)

// Wording is a type with the words that tell it. An empty field asks for nothing.
type Wording struct {
	Type, Mode string   // as the line has them, in the same case
	Words      []string // one of them stands in what carries the line; as Fold has them, separated by spaces
}

// worded reports whether a line is one that a wording of the filter is about.
func (f *Filter) worded(line *annals.Line) bool {
	if len(f.Wordings) == 0 {
		return true
	}
	carrier, known := "", false
	return slices.ContainsFunc(f.Wordings, func(w Wording) bool {
		if !w.IsOf(line.Type, line.Mode) {
			return false
		}
		if !known {
			carrier, known = CarrierOf(line), true
		}
		return w.Carries(carrier)
	})
}

// IsOf reports whether a wording is about lines of a type and mode.
func (w *Wording) IsOf(name, mode string) bool {
	return (w.Type == "" || w.Type == name) && (w.Mode == "" || w.Mode == mode)
}

// Carries reports whether a wording has a carrier, as CarrierOf returns it.
func (w *Wording) Carries(carrier string) bool {
	return len(w.Words) == 0 || slices.ContainsFunc(w.Words, func(words string) bool { return hasWords(carrier, words) })
}

// hasWords reports whether words stand one after the other in a text; both are folded.
func hasWords(text, words string) bool {
	if words == "" {
		return false
	}
	for from := 0; ; {
		at := strings.Index(text[from:], words)
		if at < 0 {
			return false
		}
		at += from
		end := at + len(words)
		if (at == 0 || text[at-1] == ' ') && (end == len(text) || text[end] == ' ') {
			return true
		}
		from = at + 1
	}
}

// CarrierOf returns the word that carries a line, or the words, without case and accents;
// "" if it names none.
func CarrierOf(line *annals.Line) string {
	if line.Trigger == nil {
		return ""
	}
	return strings.Join(Fold(line.Trigger.Text), " ")
}
