package token

import (
	"unicode"
	"unicode/utf8"
)

func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r|0x20 && r|0x20 <= 'z'
	}
	// Marks combine with a letter; an invalid byte (U+FFFD) most likely was one.
	return unicode.IsLetter(r) || unicode.IsMark(r) || r == utf8.RuneError || r == softHyphen
}

const softHyphen = '\u00ad'

func isDigit(r rune) bool { return '0' <= r && r <= '9' || r >= utf8.RuneSelf && unicode.IsNumber(r) }

func isUpper(r rune) bool {
	if r < utf8.RuneSelf {
		return 'A' <= r && r <= 'Z'
	}
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLower(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z'
	}
	return unicode.IsLower(r)
}

func isAlnum(r rune) bool { return isLetter(r) || isDigit(r) || r == '_' }

// isSpace holds for all that separates words: spaces, controls, and the
// invisible characters that stand for a space or for nothing.
func isSpace(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.IsControl(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060'
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == '`' }

func isDash(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' }

// isOpener holds for what stands before the first word of a sentence.
func isOpener(r rune) bool {
	switch r {
	case '(', '[', '{', '"', '\'', '“', '‘', '«', '„', '‹', '`', '¿', '¡':
		return true
	}
	return false
}

// isCloser holds for what may follow the period of the same sentence.
func isCloser(r rune) bool {
	switch r {
	case ')', ']', '}', '"', '\'', '”', '’', '»', '›':
		return true
	}
	return false
}

// isFinal holds for what ends a sentence.
func isFinal(r rune) bool {
	switch r {
	case '.', '?', '!', '…', '。', '！', '？', '؟', '।':
		return true
	}
	return false
}

// runeAt decodes the character at byte i; 0 and size 0 at the end.
func runeAt(text string, i int) (rune, int) {
	if i >= len(text) {
		return 0, 0
	}
	if c := text[i]; c < utf8.RuneSelf {
		return rune(c), 1
	}
	return utf8.DecodeRuneInString(text[i:])
}

// runeBefore decodes the character that ends at byte i; 0 at the beginning.
func runeBefore(text string, i int) rune {
	if i <= 0 {
		return 0
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return rune(c)
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return r
}
