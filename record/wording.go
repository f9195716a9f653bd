package record

import (
	"slices"
	"strings"

	"annals"
)

// worded reports whether a line is one that a wording of the filter is about.
func (f *Filter) worded(line *annals.Line) bool {
	return len(f.Wordings) == 0 || slices.ContainsFunc(f.Wordings, func(w Wording) bool { return w.is(line) })
}

func (w *Wording) is(line *annals.Line) bool {
	return w.IsOf(line.Type, line.Mode) && w.Carries(CarrierOf(line))
}

// IsOf reports whether a wording is about lines of a type and mode.
func (w *Wording) IsOf(name, mode string) bool {
	return (w.Type == "" || w.Type == name) && (w.Mode == "" || w.Mode == mode)
}

// Carries reports whether a wording has a carrier, as CarrierOf returns it.
func (w *Wording) Carries(carrier string) bool {
	if len(w.Words) == 0 {
		return true
	}
	carrier = " " + carrier + " "
	return slices.ContainsFunc(w.Words, func(word string) bool {
		return (Phrase{Words: Fold(word)}).within(carrier)
	})
}

// CarrierOf returns the word that carries a line, or the words, without case and accents;
// "" if it names none.
func CarrierOf(line *annals.Line) string {
	if line.Trigger == nil {
		return ""
	}
	return strings.Join(Fold(line.Trigger.Text), " ")
}
