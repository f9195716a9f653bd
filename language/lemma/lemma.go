package lemma

import (
	"strings"
	"unicode/utf8"

	"annals/language/index"
)

// Script makes the lemma of a lower-cased form: cut characters off its end, add
// others.
type Script struct {
	Strip uint8 // characters
	Add   string
}

// Lemmas finds lemmas in two steps: what the letters are, and which of them are
// capitals. Both go by the whole word or else by the longest ending that is known
// for the tag, the second also by how the form is printed.
type Lemmas struct {
	Scripts []Script    // at most 65535
	Known   index.Index // by Key: one more than the position in Scripts, or than the Case
}

// MaxEnding is the longest ending, in bytes, that Lemmas looks at, and maxForm
// the longest form: what is longer is no word.
const (
	MaxEnding = 6
	maxForm   = 64
)

// What a key stands for. Words and endings are lower-cased.
const (
	Ending      = 1 + iota // the end of a word
	Whole                  // a whole word
	CasedWhole             // a whole word, under the tag as printed: the Case of its lemma
	CasedEnding            // likewise of the end of a word
)

// Tag is a universal part of speech with a Penn tag, as a part of keys.
type Tag uint64

// TagOf makes a Tag of its two parts.
func TagOf(upos, xpos string) Tag { return Tag(index.And(index.Begin(upos), "/"+xpos)) }

// In is the tag of a word that is printed so.
func (t Tag) In(p Print) Tag { return Tag(index.Mix(uint64(t) + uint64(p) + 1)) }

// Key is the key of an ending or a word with a tag.
func Key(what int, tag Tag, s string) uint64 {
	return index.Mix(index.And(uint64(tag)+uint64(what)*0x9e3779b97f4a7c15, s))
}

// Lemma returns the lemma of a form with a tag.
func (l *Lemmas) Lemma(form string, tag Tag) string {
	if len(form) > maxForm {
		return form
	}
	lower := strings.ToLower(form)
	letters, _ := l.Letters(lower, tag)
	return l.Cased(form, lower, letters, tag)
}

// Letters returns the lemma of a lower-cased form in lower case, and whether the
// word itself is known to have it, not only its ending.
func (l *Lemmas) Letters(lower string, tag Tag) (lemma string, known bool) {
	if len(lower) > maxForm {
		return lower, true
	}
	lower = Plain(lower)
	if n := l.Known.Find(Key(Whole, tag, lower)); n != 0 {
		return l.Scripts[n-1].Apply(lower), true
	}
	if short, ok := l.shortened(lower, tag); ok {
		return short, true
	}
	for k := min(MaxEnding, len(lower)); k >= 0; k-- {
		if n := l.Known.Find(Key(Ending, tag, lower[len(lower)-k:])); n != 0 {
			return l.Scripts[n-1].Apply(lower), false
		}
	}
	return lower, false
}

// shortened returns the lemma of a word that is drawn out in print ("sooo"). No
// English word has a letter three times in a row.
func (l *Lemmas) shortened(lower string, tag Tag) (string, bool) {
	if !drawnOut(lower) {
		return "", false
	}
	for run := 1; run <= 2; run++ {
		short := cutRuns(lower, run)
		if n := l.Known.Find(Key(Whole, tag, short)); n != 0 {
			return l.Scripts[n-1].Apply(short), true
		}
	}
	return "", false
}

// drawnOut reports whether a letter from a to z stands three times in a row.
func drawnOut(s string) bool {
	run := 0
	for i := 1; i < len(s); i++ {
		if run++; s[i] != s[i-1] || s[i] < 'a' || s[i] > 'z' {
			run = 0
		}
		if run == 2 {
			return true
		}
	}
	return false
}

// cutRuns cuts the runs of three and more equal letters to a length.
func cutRuns(s string, length int) string {
	var out strings.Builder
	for i := 0; i < len(s); {
		end := i
		for end < len(s) && s[end] == s[i] {
			end++
		}
		n := end - i
		if n > 2 {
			n = length
		}
		out.WriteString(s[i : i+n])
		i = end
	}
	return out.String()
}

// Plain returns a number without the commas between its thousands; other forms as
// they are.
func Plain(form string) string {
	if form == "" || form[0] < '0' || form[0] > '9' || !strings.Contains(form, ",") {
		return form
	}
	groups := strings.Split(form, ",")
	for i, g := range groups {
		digits := len(g)
		if k := strings.IndexByte(g, '.'); k >= 0 && i == len(groups)-1 {
			digits = k
		}
		if strings.Trim(g, "0123456789.") != "" || i > 0 && digits != 3 || i == 0 && digits > 3 {
			return form
		}
	}
	return strings.Join(groups, "")
}

// Apply returns the lemma. Where the form is too short to be cut, it stays.
func (c Script) Apply(lower string) string {
	rest := lower
	for range c.Strip {
		if rest == "" {
			return lower
		}
		_, size := utf8.DecodeLastRuneInString(rest)
		rest = rest[:len(rest)-size]
	}
	if c.Add != "" {
		return rest + c.Add
	}
	if rest == "" {
		return lower
	}
	return rest
}

// ScriptOf returns the script that makes a lemma of a form, both in lower case.
func ScriptOf(lower, lemma string) Script {
	shared := common(lower, lemma)
	return Script{uint8(min(255, utf8.RuneCountInString(lower[shared:]))), lemma[shared:]}
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
