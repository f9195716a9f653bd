package phrase

import "unicode/utf8"

// Filter tells at a glance that a word is none of a set. Most words of a text begin
// no phrase of a table, so asking the filter first saves most look-ups, and the
// small letters that some of them need. The zero value is empty.
type Filter struct {
	bits [1 << filterBits / 64]uint64
}

// filterBits makes a filter of 4 KiB, which holds ten thousand words with few of the
// others passing.
const filterBits = 15

// Add adds a word to the set.
func (f *Filter) Add(word string) {
	if at, ok := filterBit(word); ok {
		f.bits[at/64] |= 1 << (at % 64)
	}
}

// MayHave reports false if neither the word nor any that differs from it in
// capitals is in the set; true says nothing.
func (f *Filter) MayHave(word string) bool {
	at, ok := filterBit(word)
	return !ok || f.bits[at/64]&(1<<(at%64)) != 0
}

// filterBit hashes length, first, middle and last letter of a word, whatever their
// case. It reports false for words that are not ASCII, whose small letters may be
// longer or shorter than the capitals.
func filterBit(word string) (bit uint32, ok bool) {
	n := len(word)
	if n == 0 {
		return 0, false
	}
	all := byte(0)
	for i := range n {
		all |= word[i]
	}
	if all >= utf8.RuneSelf {
		return 0, false
	}
	const small = 0x20
	h := uint32(n)<<24 | uint32(word[0]|small)<<16 | uint32(word[n/2]|small)<<8 | uint32(word[n-1]|small)
	return h * 0x9e3779b1 >> (32 - filterBits), true
}
