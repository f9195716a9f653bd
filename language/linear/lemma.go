package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Script makes a lemma of a form: change its case, cut characters off its end,
// add others.
type Script struct {
	Case  Case
	Strip uint8 // characters
	Add   string
}

// Case is what a script does to the case of a form.
type Case uint8

// The cases of a script.
const (
	Lower Case = iota // all lower case
	Keep              // as printed
	Title             // the first letter a capital: "kenya" to "Kenya"
)

// Lemmas finds lemmas by the longest ending of a form that is known for its
// tag; longer than all endings are the whole word and the form as printed.
type Lemmas struct {
	Scripts []Script // at most 65536
	Endings *Table   // one cell a row, whose two bytes are the position in Scripts
}

// MaxEnding is the longest ending, in bytes, that Lemmas looks at.
const MaxEnding = 6

// What the key of a row of Lemmas.Endings stands for.
const (
	Ending  = 1 + iota // the end of a lower-cased word
	Whole              // a whole lower-cased word
	Printed            // a form as printed
)

// EndingKey is the key of an ending, word or form with a tag.
func EndingKey(what int, tag uint8, s string) uint64 {
	return f2(uint64(what), hashString(s), uint64(tag))
}

// EndingCell is the cell of a script.
func EndingCell(script int) Cell { return Cell{uint8(script), int8(uint8(script >> 8))} }

// Lemma returns the lemma of a form with a tag.
func (l *Lemmas) Lemma(form string, tag uint8) string {
	if len(form) > maxForm {
		return form
	}
	lower := strings.ToLower(form)
	if cell := l.Endings.Find(EndingKey(Printed, tag, form)); cell != "" {
		return l.script(cell).Apply(form, lower)
	}
	if cell := l.Endings.Find(EndingKey(Whole, tag, lower)); cell != "" {
		return l.script(cell).Apply(form, lower)
	}
	for n := min(MaxEnding, len(lower)); n >= 0; n-- {
		if cell := l.Endings.Find(EndingKey(Ending, tag, lower[len(lower)-n:])); cell != "" {
			return l.script(cell).Apply(form, lower)
		}
	}
	return lower
}

func (l *Lemmas) script(cell string) Script {
	return l.Scripts[int(cell[0])|int(cell[1])<<8]
}

// Apply returns the lemma. Where the form is too short to be cut, it stays.
func (c Script) Apply(form, lower string) string {
	switch c.Case {
	case Lower:
		form = lower
	case Title:
		form = title(form)
	}
	rest := form
	for range c.Strip {
		_, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
	}
	if c.Add == "" && rest != "" {
		return rest
	}
	if rest == "" && c.Add == "" {
		return form
	}
	return rest + c.Add
}

// ScriptOf returns the script that makes the lemma of the form.
func ScriptOf(form, lemma string) Script {
	lower := strings.ToLower(form)
	c := Script{}
	base := lower
	if common(form, lemma) > common(base, lemma) || startsUpper(lemma) && startsUpper(form) {
		c.Case, base = Keep, form
	}
	if titled := title(form); !startsUpper(form) && common(titled, lemma) > common(base, lemma) {
		c.Case, base = Title, titled
	}
	shared := common(base, lemma)
	c.Strip = uint8(min(255, utf8.RuneCountInString(base[shared:])))
	c.Add = lemma[shared:]
	return c
}

// common returns the length of the longest common prefix, in whole characters.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) {
		r, size := utf8.DecodeRuneInString(a[n:])
		q, _ := utf8.DecodeRuneInString(b[n:])
		if r != q {
			break
		}
		n += size
	}
	return n
}

// title returns the form with its first letter a capital.
func title(form string) string {
	r, size := utf8.DecodeRuneInString(form)
	if r == utf8.RuneError || unicode.IsUpper(r) {
		return form
	}
	return string(unicode.ToTitle(r)) + form[size:]
}

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
