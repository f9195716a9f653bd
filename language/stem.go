package language

import (
	"strings"

	"annals/language/index"
)

// A lemma that no text knows is a wrong one: where the endings make "rul" of
// "ruled", the stem is looked for among the words that have vectors.

// inflections says for a Penn tag which ending English cuts off.
var inflections = map[string]string{
	"VBD": "ed", "VBN": "ed", "VBG": "ing", "VBZ": "s", "NNS": "s", "NNPS": "s",
	"JJR": "er", "RBR": "er", "JJS": "est", "RBS": "est",
}

// shortestStem is how many letters a lemma has at least.
const shortestStem = 3

// known is the rank of a word among those that texts use, 1 for the most frequent;
// 0 if none does.
func (r *Reader) known(word string) uint32 {
	return r.models.Network.Vocabulary.Vectors.Find(index.Hash(word))
}

// stem returns the lemma of an inflected form, both in lower case: the most frequent
// of the words that English spelling allows; lemma, which the endings say, if texts
// know none of them.
func (r *Reader) stem(form, xpos, lemma string) string {
	cut, ok := inflections[xpos]
	if !ok {
		return lemma
	}
	base, ok := strings.CutSuffix(form, cut)
	if !ok || len(base) < shortestStem-1 || xpos == "NNS" && lemma == form {
		return lemma
	}
	choice := stems{r: r, best: lemma}
	switch {
	case xpos == "VBZ":
		choice.person(base)
	case cut == "s":
		choice.plural(base)
		if xpos == "NNPS" && choice.noPlural(form) {
			return form
		}
	default:
		choice.derived(base, cut == "ing")
	}
	return choice.best
}

// stems chooses among stems.
type stems struct {
	r    *Reader
	best string
	rank uint32 // of the best; 0 for none
}

// try offers a stem.
func (c *stems) try(parts ...string) {
	word := strings.Join(parts, "")
	if len(word) < shortestStem {
		return
	}
	if k := c.r.known(word); k != 0 && (c.rank == 0 || k < c.rank) {
		c.best, c.rank = word, k
	}
}

// plural offers what the letters before the "s" of a noun may stand for: "army" and
// "armie" of "armies", "reach" and "reache", "wolf" and "wolve".
func (c *stems) plural(base string) {
	if strings.HasSuffix(base, "s") || strings.HasSuffix(base, "u") {
		return // "class", "census": no plural
	}
	c.try(base)
	rest, ok := strings.CutSuffix(base, "e")
	if !ok {
		return
	}
	switch last := rest[len(rest)-1]; last {
	case 'i':
		c.try(rest[:len(rest)-1], "y")
	case 's', 'x', 'z', 'h', 'o':
		c.try(rest)
	case 'v':
		c.try(rest[:len(rest)-1], "f")
	}
}

// person offers what the letters before the "s" of a verb may stand for.
func (c *stems) person(base string) {
	rest, ok := strings.CutSuffix(base, "e")
	switch {
	case ok && strings.HasSuffix(rest, "i"):
		c.try(rest[:len(rest)-1], "y")
		c.try(base)
	case ok && strings.HasSuffix(rest, "th"):
		c.try(base)
	case ok && hasSuffix(rest, "ss", "zz", "x", "sh", "ch", "o"):
		c.try(rest)
		c.try(base)
	default:
		c.try(base)
	}
}

// derived offers what the letters before "ed", "ing", "er" or "est" may stand for.
func (c *stems) derived(base string, ing bool) {
	n := len(base)
	switch last := base[n-1]; {
	case last == 'i' && !ing:
		c.try(base[:n-1], "y")
		c.try(base, "e")
	case last == 'y' && ing:
		c.try(base)
		c.try(base[:n-1], "ie")
	case last == 'e' && !ing: // "freed"
		c.try(base, "e")
	case n > shortestStem && last == base[n-2] && !isVowel(last):
		c.doubled(base)
	case n > shortestStem+1 && strings.HasSuffix(base, "ick"): // "panicked"
		c.try(base[:n-1])
		c.try(base)
	case needsE(base):
		c.best = base + "e"
	case doubles(base) || strings.HasSuffix(base, "th"):
		// "fad" would have become "fadded"; "clothed" is of "clothe", no verb "cloth"
		if c.try(base, "e"); c.rank == 0 {
			c.best = base
			c.try(base)
		}
	case long(base):
		if c.try(base); c.rank == 0 {
			c.try(base, "e")
		}
	default:
		c.try(base)
		c.try(base, "e")
	}
}

// needsE reports whether no English verb ends like a base, so that an "e" has been
// cut off: "believ", "emphasis", "settl", "reconnoitr", "laps".
func needsE(base string) bool {
	n := len(base)
	last, before := base[n-1], base[n-2]
	switch last {
	case 'v', 'u', 'c':
		return true
	case 'z':
		return isVowel(before)
	case 's':
		return before == 'n' || before == 'r' || before == 'p' || before == 'i' && n > 5
	case 'l':
		return !isVowel(before) && before != 'l' && before != 'r' && before != 'w'
	case 'r':
		return before == 't' || before == 'v' || before == 'b' || before == 'c'
	case 'g':
		return before == 'r' || before == 'd'
	}
	return false
}

// long reports whether a base ends in two vowels and a consonant behind which an
// "e" is rare: "treat", "maraud", "moor".
func long(base string) bool {
	n := len(base)
	return n > 3 && strings.IndexByte("tdrlnmpk", base[n-1]) >= 0 && isVowel(base[n-2]) && isVowel(base[n-3])
}

func hasSuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}

// doubled offers the stems of a base that ends in two like letters. Verbs end in
// ll, ss, ff and zz of themselves ("shelled", "discussed") and hardly in others.
func (c *stems) doubled(base string) {
	n := len(base)
	switch base[n-1] {
	case 'l', 's', 'f', 'z':
		c.try(base)
		c.try(base[:n-1])
	default:
		c.best = base[:n-1]
		if c.try(base[:n-1]); c.rank == 0 {
			c.try(base)
		}
	}
}

// A noun is no plural if it is among the usual words and texts hardly know a
// singular of it: rarer so many times than the form.
const (
	usual = 20_000
	rarer = 16
)

// noPlural reports whether a noun is no plural: "Athens", "Wales".
func (c *stems) noPlural(form string) bool {
	rank := c.r.known(form)
	return rank != 0 && rank < usual && (c.rank == 0 || rank*rarer < c.rank)
}

// doubles reports whether a base of one syllable ends in one vowel and one
// consonant, so that it is doubled before an ending: "plan", "planned".
func doubles(base string) bool {
	n := len(base)
	if last := base[n-1]; n < 2 || isVowel(last) || last == 'w' || last == 'x' || last == 'y' || !isVowel(base[n-2]) {
		return false
	}
	for i := range n - 2 {
		if isVowel(base[i]) && (i > 0 || base[i] != 'u') && (i == 0 || base[i] != 'u' || base[i-1] != 'q') {
			return false
		}
	}
	return true
}

func isVowel(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u':
		return true
	}
	return false
}
