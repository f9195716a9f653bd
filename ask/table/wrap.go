package table

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// word is a word of a cell, with its style.
type word struct {
	text  string
	style style
	width int // columns of the terminal
}

// words cuts text into words of one style. Control characters are dropped.
func words(text string, s style) []word {
	var out []word
	for field := range strings.FieldsSeq(text) {
		field = strings.Map(visible, field)
		if field != "" {
			out = append(out, word{field, s, textWidth(field)})
		}
	}
	return out
}

// visible drops a character that is no part of the visible text: controls, and
// the marks that turn the direction of what follows.
func visible(r rune) rune {
	if unicode.IsControl(r) || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' {
		return -1
	}
	return r
}

// Visible returns a text without the characters that a terminal would obey: only
// ends of lines stay.
func Visible(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\n' {
			return r
		}
		return visible(r)
	}, text)
}

// textWidth returns how many columns of a terminal a text takes.
func textWidth(text string) int {
	n := 0
	for _, r := range text {
		n += runeWidth(r)
	}
	return n
}

func runeWidth(r rune) int {
	if r < 0x300 {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap breaks words into lines of at most limit columns. A word that is longer
// than that is cut.
func wrap(all []word, limit int) [][]word {
	var lines [][]word
	var line []word
	used := 0
	for _, w := range all {
		if len(line) > 0 && used+1+w.width > limit {
			lines, line, used = append(lines, line), nil, 0
		}
		for w.width > limit {
			var head word
			head, w = cut(w, limit)
			lines = append(lines, []word{head})
		}
		if len(line) > 0 {
			used++
		}
		line, used = append(line, w), used+w.width
	}
	if len(line) > 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut cuts a word after at most limit columns, and at least one character.
func cut(w word, limit int) (head, tail word) {
	n := 0
	for i, r := range w.text {
		n += runeWidth(r)
		if n > limit && i > 0 {
			return word{w.text[:i], w.style, n - runeWidth(r)}, word{w.text[i:], w.style, textWidth(w.text[i:])}
		}
	}
	return w, word{}
}
