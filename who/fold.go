package who

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters without a decomposition that keyboards write otherwise.
var plainLetters = strings.NewReplacer("ł", "l", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ß", "ss", "æ", "ae", "œ", "oe", "ı", "i")

// fold returns words in small letters, without accents and marks, separated by
// single spaces: what the spellings of one name have in common.
func fold(words string) string {
	var b strings.Builder
	b.Grow(len(words))
	gap := false
	for i := 0; i < len(words); i++ {
		ch := words[i]
		if ch >= 0x80 {
			return foldUnicode(words)
		}
		if 'A' <= ch && ch <= 'Z' {
			ch += 'a' - 'A'
		}
		gap = foldByte(&b, ch, gap)
	}
	return b.String()
}

func foldByte(b *strings.Builder, ch byte, gap bool) bool {
	if 'a' <= ch && ch <= 'z' || '0' <= ch && ch <= '9' {
		if gap && b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteByte(ch)
		return false
	}
	return gap || ch != '\'' && ch != '.'
}

func foldUnicode(words string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFD.String(plainLetters.Replace(strings.ToLower(words))) {
		switch {
		case r < 0x80:
			gap = foldByte(&b, byte(r), gap)
		case unicode.Is(unicode.Mn, r) || r == '’' || r == 'ʻ':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if gap && b.Len() > 0 {
				b.WriteByte(' ')
			}
			b.WriteRune(r)
			gap = false
		default:
			gap = true
		}
	}
	return b.String()
}
