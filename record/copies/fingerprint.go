package copies

import (
	"encoding/binary"
	"fmt"
	"math"
	"unicode"
	"unicode/utf8"
)

// Sizes of a fingerprint. With 126 hashes the similarity of two texts is estimated with a
// standard error of at most 0.045. Of each minimum the last eight bits are kept (Li and König
// 2010, "b-bit minwise hashing"): a quarter of the room, and one in 256 agrees by chance.
const (
	shingle = 5   // words
	hashes  = 126 // of a signature
	bands   = 42  // of three hashes each: texts of similarity 0.5 meet in one with probability 0.996
	rows    = hashes / bands
)

// Fingerprint is what is kept of a text to find its copies.
type Fingerprint struct {
	Text     uint64        // hash of all words: equal for texts with the same words
	Shingles int32         // number of shingles, 0 for a text of fewer words than one has
	Minima   [hashes]uint8 // the MinHash signature
}

// Of returns the fingerprint of a text. Letters count without case, and nothing but letters
// and digits counts.
func Of(text string) Fingerprint {
	var f Fingerprint
	var least [hashes]uint32
	for i := range least {
		least[i] = math.MaxUint32
	}
	var window [shingle]uint64
	words := 0
	f.Text = offset
	for len(text) > 0 {
		var word uint64
		word, text = nextWord(text)
		if word == 0 {
			break
		}
		f.Text = mix(f.Text ^ word)
		window[words%shingle] = word
		words++
		if words >= shingle {
			f.Shingles++
			add(&least, &window, words)
		}
	}
	for i, m := range least {
		f.Minima[i] = uint8(m)
	}
	return f
}

// add enters the shingle of the last words.
func add(least *[hashes]uint32, window *[shingle]uint64, words int) {
	h := uint64(offset)
	for i := range shingle {
		h = mix(h ^ window[(words+i)%shingle])
	}
	// Kirsch and Mitzenmacher (2006): two hashes stand for any number of them.
	a, b := uint32(h), uint32(h>>32)|1
	for i := range least {
		least[i] = min(least[i], scramble(a))
		a += b
	}
}

// offset begins a chain of hashes (that of FNV-1a).
const offset = 14695981039346656037

// nextWord returns the hash of the next word of a text and what follows it; 0 at the end.
func nextWord(text string) (hash uint64, rest string) {
	h := uint64(offset)
	inside := false
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			inside = true
			h = (h ^ uint64(unicode.ToLower(r))) * 1099511628211
		case inside:
			return h | 1, text[i:]
		}
		i += size
	}
	if inside {
		return h | 1, ""
	}
	return 0, ""
}

// mix spreads the bits of a hash (the finalizer of SplitMix64).
func mix(h uint64) uint64 {
	h += 0x9e3779b97f4a7c15
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// scramble spreads the bits of a small hash (the finalizer of MurmurHash3).
func scramble(h uint32) uint32 {
	h = (h ^ h>>16) * 0x85ebca6b
	h = (h ^ h>>13) * 0xc2b2ae35
	return h ^ h>>16
}

// Similarity estimates which part of the shingles of two texts together is in both
// (Jaccard's index).
func (f *Fingerprint) Similarity(g *Fingerprint) float64 {
	if f.Shingles == 0 || g.Shingles == 0 {
		return 0
	}
	equal := 0
	for i := range f.Minima {
		if f.Minima[i] == g.Minima[i] {
			equal++
		}
	}
	const chance = 1.0 / 256
	return max(0, (float64(equal)/hashes-chance)/(1-chance))
}

// What makes a copy. A text that was shortened to half has a similarity of one half with the
// whole, but is contained in it; one that merely quotes it is not.
const (
	fewest    = 8   // shingles below which only texts with the same words are copies
	similar   = 0.4 // least similarity
	contained = 0.8 // least part of the shorter text that is in the longer one
)

// size is the length of a fingerprint in bytes.
const size = 8 + 4 + hashes

// MarshalBinary writes a fingerprint in 138 bytes, to be kept beside its document.
func (f *Fingerprint) MarshalBinary() ([]byte, error) {
	out := make([]byte, 0, size)
	out = binary.LittleEndian.AppendUint64(out, f.Text)
	out = binary.LittleEndian.AppendUint32(out, uint32(f.Shingles))
	return append(out, f.Minima[:]...), nil
}

// UnmarshalBinary reads what MarshalBinary wrote.
func (f *Fingerprint) UnmarshalBinary(data []byte) error {
	if len(data) != size {
		return fmt.Errorf("reading a fingerprint: %d bytes, not %d", len(data), size)
	}
	f.Text = binary.LittleEndian.Uint64(data)
	f.Shingles = int32(binary.LittleEndian.Uint32(data[8:]))
	copy(f.Minima[:], data[12:])
	return nil
}

// CopyOf reports whether one of two texts is most likely a copy of the other.
func (f *Fingerprint) CopyOf(g *Fingerprint) bool {
	if f.Text == g.Text {
		return f.Text != offset
	}
	if f.Shingles < fewest || g.Shingles < fewest {
		return false
	}
	similarity := f.Similarity(g)
	both := similarity * float64(f.Shingles+g.Shingles) / (1 + similarity)
	return similarity >= similar && both >= contained*float64(min(f.Shingles, g.Shingles))
}
