package where

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// spellings yields the ways in which a name stands in a tokenized text: as it
// is, without accents, with "St." for Saint, and with hyphens and commas as
// tokens of their own. It may yield a spelling twice.
func spellings(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		forms := [4]string{name}
		n := 1
		if plain := withoutAccents(name); plain != name {
			forms[n] = plain
			n++
		}
		if rest, ok := strings.CutPrefix(name, "Saint "); ok {
			forms[n], forms[n+1] = "St. "+rest, "St "+rest
			n += 2
		}
		for _, form := range forms[:n] {
			form = strings.ReplaceAll(form, ",", " ,")
			if !yield(form) {
				return
			}
			if strings.Contains(form, "-") && !yield(strings.ReplaceAll(form, "-", " - ")) {
				return
			}
		}
	}
}

// withoutSoftSigns returns a name without the apostrophes that stand for the
// soft sign of Russian and Ukrainian and the ayn of Arabic.
func withoutSoftSigns(name string) string {
	if isASCII(name) {
		return name
	}
	return strings.NewReplacer("’", "", "‘", "", "ʻ", "").Replace(name)
}

// withoutAccents returns a name as keyboards without accents write it:
// Šiauliai as Siauliai, Homyel' as Homyel.
func withoutAccents(name string) string {
	if isASCII(name) && !strings.Contains(name, "'") {
		return name
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(name) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '\'', r == '’', r == '‘', r == 'ʻ', r == 'ʼ':
		case r == 'ł':
			b.WriteByte('l')
		case r == 'Ł':
			b.WriteByte('L')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'Ø':
			b.WriteByte('O')
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ß':
			b.WriteString("ss")
		case r == 'đ':
			b.WriteByte('d')
		case r == 'Đ':
			b.WriteByte('D')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
