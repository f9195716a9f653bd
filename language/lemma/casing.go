package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Case says which letters of a lemma are capitals.
type Case uint8

// The cases of a lemma.
const (
	Lower Case = iota // none
	Title             // the first
	Upper             // all
	Keep              // those that are capitals in the form: "McDonald", "iPod"

	cases
)

// Print is how a form is printed.
type Print uint8

// The prints. Capitals up to four letters are mostly acronyms, longer ones words
// that are shouted.
const (
	Small   Print = iota // no capitals
	Capital              // the first letter
	Acronym              // all letters, two to four
	Shouted              // all letters, five and more
	Mixed                // otherwise: "McDonald", "iPod"
)

// longestAcronym is how many letters an Acronym has at most.
const longestAcronym = 4

// PrintOf returns how a form is printed.
func PrintOf(form string) Print {
	capitals, letters, first := 0, 0, false
	for _, r := range form {
		switch {
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			first = first || letters == 0
			capitals++
			letters++
		case unicode.IsLetter(r):
			letters++
		}
	}
	switch {
	case capitals == 0:
		return Small
	case capitals == 1 && first:
		return Capital
	case capitals < letters:
		return Mixed
	case capitals <= longestAcronym:
		return Acronym
	}
	return Shouted
}

// CaseOf returns the case of a lemma.
func CaseOf(lemma string) Case {
	switch PrintOf(lemma) {
	case Small:
		return Lower
	case Capital:
		return Title
	case Acronym, Shouted:
		return Upper
	}
	return Keep
}

// Cased returns the letters of a lemma of a form in their case; lower is the form
// in lower case.
func (l *Lemmas) Cased(form, lower, letters string, tag Tag) string {
	printed := PrintOf(form)
	c := l.caseOf(printed, lower, tag)
	if letters == lower && (c == Keep || c == Title && printed == Capital || c == Upper && (printed == Acronym || printed == Shouted)) {
		return form
	}
	switch c {
	case Title:
		return title(letters)
	case Upper:
		return strings.ToUpper(letters)
	case Keep:
		return keep(form, letters)
	}
	return letters
}

// caseOf looks a case up: of the word as printed, or else of its longest ending.
func (l *Lemmas) caseOf(p Print, lower string, tag Tag) Case {
	printed := tag.In(p)
	if n := l.Known.Find(Key(CasedWhole, printed, lower)); n != 0 {
		return Case(n - 1)
	}
	for k := min(MaxCasedEnding, len(lower)); k >= 0; k-- {
		if n := l.Known.Find(Key(CasedEnding, printed, lower[len(lower)-k:])); n != 0 {
			return Case(n - 1)
		}
	}
	return Lower
}

// MaxCasedEnding is the longest ending, in bytes, that says something of capitals:
// "-ian" of "Brazilian".
const MaxCasedEnding = 3

// keep makes capitals of the letters that are capitals in the form.
func keep(form, letters string) string {
	n, m := 0, 0
	for n < len(form) && m < len(letters) {
		r, size := utf8.DecodeRuneInString(form[n:])
		q, width := utf8.DecodeRuneInString(letters[m:])
		if unicode.ToLower(r) != q {
			break
		}
		n, m = n+size, m+width
	}
	if m == len(letters) {
		return form[:n]
	}
	return form[:n] + letters[m:]
}

// title makes a capital of the first letter.
func title(letters string) string {
	for i, r := range letters {
		if unicode.IsLetter(r) {
			return letters[:i] + string(unicode.ToTitle(r)) + letters[i+utf8.RuneLen(r):]
		}
	}
	return letters
}
