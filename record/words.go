package record

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// begins ends a phrase of a Search whose last word need only begin so.
const begins = "*"

// Match reports whether a sentence holds all that is asked for. Stores use it for what
// their indexes leave open. A search without words finds nothing.
func (s *Search) Match(sentence string) bool {
	phrases := s.Words()
	if len(phrases) == 0 {
		return false
	}
	folded := " " + strings.Join(Fold(sentence), " ") + " "
	return !slices.ContainsFunc(phrases, func(p Phrase) bool { return !p.within(folded) })
}

// Phrase is what a Search asks for: words one after the other, as Fold returns them.
type Phrase struct {
	Words  []string
	Begins bool // of the last word this is the beginning
}

func (p Phrase) within(folded string) bool {
	phrase := " " + strings.Join(p.Words, " ")
	if !p.Begins {
		phrase += " "
	}
	return strings.Contains(folded, phrase)
}

// Words returns the phrases that have words.
func (s *Search) Words() []Phrase {
	var out []Phrase
	for _, text := range s.Phrases {
		p := Phrase{Words: Fold(text), Begins: strings.HasSuffix(strings.TrimSpace(text), begins)}
		if len(p.Words) > 0 {
			out = append(out, p)
		}
	}
	return out
}

// Fold returns the words of a text without case and accents: letters and digits that
// stand together.
func Fold(text string) []string {
	if ascii(text) {
		return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < '0' || r > '9')
		})
	}
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFD.String(text))
	return strings.Fields(plain)
}

func ascii(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
