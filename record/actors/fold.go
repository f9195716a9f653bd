package actors

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letter returns what keyboards without a letter write for it, for letters that
// have no decomposition; "" for any other.
func letter(r rune) string {
	switch r {
	case 'ł':
		return "l"
	case 'ø':
		return "o"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ı':
		return "i"
	}
	return ""
}

// Fold returns words in small letters without accents and marks, separated by
// single spaces: what remains of a name on any keyboard.
func Fold(words string) string {
	for i := 0; i < len(words); i++ {
		if words[i] >= 0x80 {
			return foldRunes(norm.NFD.String(strings.ToLower(words)))
		}
	}
	return foldRunes(words)
}

func foldRunes(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	gap := false
	for _, r := range words {
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			gap = false
			if plain := letter(r); plain != "" {
				b.WriteString(plain)
			} else {
				b.WriteRune(r)
			}
		case r == '\'' || r == '’' || r == 'ʻ' || r == '.' || unicode.Is(unicode.Mn, r):
		default:
			gap = true
		}
	}
	return b.String()
}
