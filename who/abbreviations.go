package who

import (
	"strings"
	"unicode"
)

// Abbreviations that a text itself gives to a name, in brackets right behind it (Schwartz and Hearst
// 2003): "the Allied Front for Liberty (AFL)". They mean the same from there on, whatever else the
// gazetteer knows by these letters.

// abbreviations learns those of a sentence whose names have been read.
func (c *casting) abbreviations(d *reading) {
	for i := int32(1); i+2 < d.len(); i++ {
		if d.token(i).Form != "(" || d.token(i+2).Form != ")" {
			continue
		}
		short := d.token(i + 1).Form
		at := d.mentionAt[i-1]
		if at == none || !isShort(short) || c.mentions[at].kind != byName {
			continue
		}
		m := &c.mentions[at]
		if m.to-m.from != 1 || m.first >= i || !abbreviates(short, d.sentence.Phrase(int(m.first), int(i)).Text) {
			continue
		}
		e := c.denoted[m.from]
		c.shortened[short] = e
		if own := d.mentionAt[i+1]; own != none && c.mentions[own].to-c.mentions[own].from == 1 {
			c.denoted[c.mentions[own].from] = e
		}
	}
}

// abbreviated makes the mentions of abbreviations of the text that the reader took for no names.
func (c *casting) abbreviated(d *reading) {
	if len(c.shortened) == 0 {
		return
	}
	for i := int32(0); i < d.len(); i++ {
		if d.token(i).UPOS == "PROPN" && d.mentionAt[i] == none {
			c.abbreviation(d, span{i, i + 1, i})
		}
	}
}

// abbreviation makes the mention of a word that the text has used as an abbreviation of a name. It
// reports whether it did.
func (c *casting) abbreviation(d *reading, s span) bool {
	if s.last-s.first != 1 {
		return false
	}
	e, known := c.shortened[d.token(s.first).Form]
	if known {
		d.cover(s.first, s.last, c.add(d, mention{kind: byName, head: s.head, first: s.first, last: s.last}, e))
	}
	return known
}

// isShort reports whether a word may be an abbreviation: two to eight letters, capitals but for one
// or two.
func isShort(word string) bool {
	capitals, others := 0, 0
	for _, r := range word {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case unicode.IsLetter(r):
			others++
		case !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2 && capitals+others <= 8 && others <= 2
}

// abbreviates reports whether the letters of an abbreviation stand in a name in their order, the
// first of them at the beginning of a word.
func abbreviates(short, name string) bool {
	letters := strings.ToLower(short)
	for from, word := 0, true; from < len(name); from++ {
		if word && strings.EqualFold(name[from:from+1], letters[:1]) && holdsInOrder(strings.ToLower(name[from:]), letters) {
			return true
		}
		word = name[from] == ' ' || name[from] == '-'
	}
	return false
}

// holdsInOrder reports whether the letters of short stand in a text, with others between them.
func holdsInOrder(text, short string) bool {
	for i := range len(short) {
		at := strings.IndexByte(text, short[i])
		if at < 0 {
			return false
		}
		text = text[at+1:]
	}
	return true
}
