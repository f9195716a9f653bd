package lemma

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"annals/language/index"
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
	Scripts []Script    // at most 65535
	Endings index.Index // by Key: one more than the position in Scripts
}

// MaxEnding is the longest ending, in bytes, that Lemmas looks at, and maxForm
// the longest form: what is longer is no word.
const (
	MaxEnding = 6
	maxForm   = 64
)

// What a key stands for.
const (
	Ending  = 1 + iota // the end of a lower-cased word
	Whole              // a whole lower-cased word
	Printed            // a form as printed
)

// Tag is a universal part of speech with a Penn tag, as a part of keys.
type Tag uint64

// TagOf makes a Tag of its two parts.
func TagOf(upos, xpos string) Tag { return Tag(index.And(index.Begin(upos), "/"+xpos)) }

// Key is the key of an ending, word or form with a tag.
func Key(what int, tag Tag, s string) uint64 {
	return index.Mix(index.And(uint64(tag)+uint64(what)*0x9e3779b97f4a7c15, s))
}

// Lemma returns the lemma of a form with a tag.
func (l *Lemmas) Lemma(form string, tag Tag) string {
	if len(form) > maxForm {
		return form
	}
	lower := strings.ToLower(form)
	if n := l.Endings.Find(Key(Printed, tag, form)); n != 0 {
		return l.Scripts[n-1].Apply(form, lower)
	}
	if n := l.Endings.Find(Key(Whole, tag, lower)); n != 0 {
		return l.Scripts[n-1].Apply(form, lower)
	}
	for k := min(MaxEnding, len(lower)); k >= 0; k-- {
		if n := l.Endings.Find(Key(Ending, tag, lower[len(lower)-k:])); n != 0 {
			return l.Scripts[n-1].Apply(form, lower)
		}
	}
	return lower
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
