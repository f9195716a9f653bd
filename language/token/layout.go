package token

import (
	"strings"
	"unicode/utf8"
)

// layout knows how wide the lines of the current block are. A block is what
// stands between two empty lines.
type layout struct {
	end   int // byte where the block ends
	width int // characters of its longest line
}

// widest is the longest line, in characters, of a text that may have been
// wrapped; longer ones are paragraphs.
const widest = 160

// deliberate reports whether the single line break in the white space
// text[start:end] was made on purpose. In a text that was wrapped, a line ends
// where the next word would not have fit: if it would have fit, a new line was
// meant. A line that goes on in lower case goes on all the same, unless it is an
// item of a list.
func (l *layout) deliberate(text string, start, end int) bool {
	if end >= len(text) {
		return true
	}
	if isItem(text[end:]) {
		return true
	}
	if r, _ := runeAt(text, end); isLower(r) {
		return false
	}
	if r := runeBefore(text, start); r == ',' {
		return false
	}
	if start >= l.end {
		l.measure(text, start)
	}
	if l.width > widest {
		return true
	}
	first := strings.LastIndexByte(text[:start], '\n') + 1
	length := utf8.RuneCountInString(text[first:start])
	word := strings.IndexAny(text[end:min(len(text), end+64)], " \t\r\n")
	if word < 0 {
		word = 64
	}
	return length+1+word <= l.width
}

// measure looks for the block that position at stands in.
func (l *layout) measure(text string, at int) {
	from := strings.LastIndexByte(text[:at], '\n') + 1
	l.width = 0
	for from < len(text) {
		n := strings.IndexByte(text[from:], '\n')
		if n < 0 {
			n = len(text) - from
		}
		row := strings.TrimRight(text[from:from+n], " \t\r")
		if row == "" {
			break
		}
		l.width = max(l.width, utf8.RuneCountInString(row))
		from += n + 1
	}
	l.end = from
}

// isItem reports whether the line begins like an item of a list: a bullet, or a
// number or letter with a period or bracket, and a space.
func isItem(s string) bool {
	r, size := runeAt(s, 0)
	switch r {
	case '-', '*', '•', '–', '—', '·', '‣', '◦':
		next, _ := runeAt(s, size)
		return next == ' ' || next == '\t'
	case '(':
		s = s[1:]
	}
	n := 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 && len(s) > 1 && 'a' <= s[0]|0x20 && s[0]|0x20 <= 'z' && s[1] == ')' {
		n = 1
	}
	if n == 0 || n+1 >= len(s) {
		return false
	}
	return (s[n] == '.' || s[n] == ')') && (s[n+1] == ' ' || s[n+1] == '\t')
}
