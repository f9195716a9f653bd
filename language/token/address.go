package token

import (
	"strings"
	"unicode/utf8"
)

// maxAddress is how far the rules for addresses look, in bytes; in the first
// maxLabel of them (the most of a name before "@" and between dots) something
// must show that it is one.
const (
	maxAddress = 2048
	maxLabel   = 64
)

// IsAddress reports whether a token is a web or mail address, a handle or a hashtag.
func IsAddress(form string) bool { return form != "" && addressEnd(form) == len(form) }

// addressEnd returns the length of the web or mail address, handle or hashtag
// that s begins with, or 0. Punctuation at its end is left to the sentence.
func addressEnd(s string) int {
	if len(s) > maxAddress {
		n := maxAddress
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		s = s[:n]
	}
	if !strings.ContainsAny(s[:min(len(s), maxLabel)], "@:#.") {
		return 0
	}
	if (s[0] == '@' || s[0] == '#') && len(s) > 1 {
		n := 1
		for n < len(s) {
			r, size := runeAt(s, n)
			if !isAlnum(r) {
				break
			}
			n += size
		}
		if r, _ := runeAt(s, 1); isLetter(r) {
			return n
		}
		return 0
	}
	if !hasScheme(s) && !isMail(s) && !hasDomain(s) {
		return 0
	}
	end := strings.IndexAny(s, "<>\"“”")
	if end < 0 {
		end = len(s)
	}
	for end > 0 {
		r := runeBefore(s[:end], end)
		if isFinal(r) || isCloser(r) && !(r == ')' && strings.Contains(s[:end], "(")) || r == ',' || r == ';' || r == ':' {
			end -= len(string(r))
			continue
		}
		break
	}
	return end
}

func hasScheme(s string) bool {
	if len(s) < 5 {
		return false
	}
	head := strings.ToLower(s[:min(len(s), 8)])
	return strings.HasPrefix(head, "http://") || strings.HasPrefix(head, "https://") ||
		strings.HasPrefix(head, "ftp://") || strings.HasPrefix(head, "www.") || strings.HasPrefix(head, "mailto:")
}

// isMail reports whether s begins with something like name@host.domain.
func isMail(s string) bool {
	n := strings.IndexByte(s, '@')
	if n <= 0 || n > maxLabel {
		return false
	}
	for i := range n {
		c := rune(s[i])
		if c < 0x80 && !isAlnum(c) && c != '.' && c != '-' && c != '+' {
			return false
		}
	}
	return strings.IndexByte(s[n:], '.') > 1
}

// hasDomain reports whether s begins with a host name and a path:
// "example.org/about".
func hasDomain(s string) bool {
	n := strings.IndexByte(s, '/')
	if n < 4 {
		return false
	}
	dot := strings.LastIndexByte(s[:n], '.')
	if dot < 1 || n-dot < 3 || n-dot > 7 {
		return false
	}
	for i := range n {
		if c := rune(s[i]); !isAlnum(c) && c != '.' && c != '-' {
			return false
		}
		if i > dot && !isLower(rune(s[i])) {
			return false
		}
	}
	return true
}
