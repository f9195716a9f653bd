package linear

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Script makes a lemma of a form: lower-case it or leave it, cut characters off
// its end, add others.
type Script struct {
	Lower bool
	Strip uint8 // characters
	Add   string
}

// Lemmas finds lemmas by the longest ending of a form that is known for its
// tag; the whole form, with a boundary before it, is the longest of all.
type Lemmas struct {
	Scripts []Script // at most 65536
	Endings *Table   // one cell a row, whose two bytes are the position in Scripts
}

// MaxEnding is the longest ending, in bytes, that Lemmas looks at.
const MaxEnding = 6

// EndingKey is the key of an ending (lower-cased) of a word with a tag.
func EndingKey(tag uint8, ending string, whole bool) uint64 {
	template := uint64(1)
	if whole {
		template = 2
	}
	return f2(template, hashString(ending), uint64(tag))
}

// EndingCell is the cell of a script.
func EndingCell(script int) Cell { return Cell{uint8(script), int8(uint8(script >> 8))} }

// Lemma returns the lemma of a form with a tag.
func (l *Lemmas) Lemma(form string, tag uint8) string {
	if len(form) > maxForm {
		return form
	}
	lower := strings.ToLower(form)
	if cell := l.Endings.Find(EndingKey(tag, lower, true)); cell != "" {
		return l.script(cell).Apply(form, lower)
	}
	for n := min(MaxEnding, len(lower)); n >= 0; n-- {
		if cell := l.Endings.Find(EndingKey(tag, lower[len(lower)-n:], false)); cell != "" {
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
	if c.Lower {
		form = lower
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
	base := form
	if common(lower, lemma) > common(form, lemma) || (lower == form && !startsUpper(lemma)) {
		c.Lower, base = true, lower
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

func startsUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
