package ask

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// hasWords reports whether the words of part stand one after the other in
// text, case and accents aside.
func hasWords(text, part string) bool {
	if text == "" {
		return false
	}
	part = folded(part)
	return part != "  " && strings.Contains(folded(text), part)
}

// folded returns the words of a text without case and accents, with a space
// before and after each.
func folded(text string) string {
	var b strings.Builder
	b.WriteByte(' ')
	gap := false
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 1 {
				b.WriteByte(' ')
			}
			gap = false
			b.WriteRune(unicode.ToLower(r))
		default:
			gap = true
		}
	}
	b.WriteByte(' ')
	return b.String()
}
