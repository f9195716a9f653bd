package neural

import (
	"math"
	"math/bits"
	"unicode"
	"unicode/utf8"

	"annals/language/index"
)

// Word is what the network reads of a token: rows of its tables.
type Word struct {
	Form     uint32   // row of the vector learned with the network; UnknownForm if it is rare
	Vector   uint32   // row of the vector learned from raw text; 0 if there is none
	Shape    uint32   // row of the shape
	Marks    Mark     // what is true of the form and of the sentence around it
	Subwords []uint32 // rows of the pieces of the form
}

// Rows that every vocabulary has.
const (
	UnknownForm = 0
	RootForm    = 1 // of the root, which stands before the first word
)

// Root is the word that stands for the root of the tree.
var Root = Word{Form: RootForm, Shape: 1}

// Mark is a set of properties of a token: one bit each.
type Mark uint32

// The marks. Those of the gazetteer come first, in the order of its kinds.
const (
	inName   Mark = 1 << (len(hintKinds) + iota) // continues a name of the gazetteer
	capital                                      // begins with an upper-case letter
	upper                                        // has an upper-case and no lower-case letter
	digit                                        // has a digit
	letter                                       // has a letter
	first                                        // first word of the sentence, quotes and brackets apart
	titled                                       // in a sentence where most words begin with a capital
	shouted                                      // in a sentence without a lower-case word
	strange                                      // no vector from raw text is known for it
	unlisted                                     // has a vector, but the lexicon does not know it

	firstClass // the first of the classes of the lexicon, in their order
)

// Marks is how many marks there are.
const Marks = len(hintKinds) + 10 + len(wordClasses)

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// maxForm is how many bytes of a form the network looks at, so that a token of
// a megabyte costs no more than a long word.
const maxForm = 48

// spelling is a form as the tables know it.
type spelling struct {
	lower []byte // lower case, quotes and dashes straight
	plain []byte // lower with digits as 0, between < and >
	shape uint64 // classes of letters, runs cut at two: "Xxx" "dd-dd"
	marks Mark
}

// spell fills in the spelling of a form, on the memory of the one before.
func (s *spelling) spell(form string) {
	if len(form) > maxForm {
		form = form[:maxForm]
	}
	s.lower, s.plain, s.marks = s.lower[:0], append(s.plain[:0], '<'), 0
	shape := uint64(fnvOffset)
	var last byte
	run, length := 0, 0
	lower := false
	for i := 0; i < len(form); {
		r, size := rune(form[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(form[i:])
		}
		class := classOf(r)
		if class == 'X' && i == 0 {
			s.marks |= capital
		}
		switch class {
		case 'x':
			lower = true
			s.marks |= letter
		case 'X':
			s.marks |= letter | upper
		case 'd':
			s.marks |= digit
		}
		at := len(s.lower)
		s.lower = utf8.AppendRune(s.lower, straight(r))
		if class == 'd' {
			s.plain = append(s.plain, '0')
		} else {
			s.plain = append(s.plain, s.lower[at:]...)
		}
		if class == last {
			run++
		} else {
			last, run = class, 1
		}
		if run <= 2 && length < 8 {
			shape = (shape ^ uint64(class)) * fnvPrime
			length++
		}
		i += size
	}
	if lower {
		s.marks &^= upper
	}
	s.plain = append(s.plain, '>')
	s.shape = index.Mix(shape)
}

// classOf is the class of a letter in a shape.
func classOf(r rune) byte {
	switch {
	case 'a' <= r && r <= 'z':
		return 'x'
	case 'A' <= r && r <= 'Z':
		return 'X'
	case '0' <= r && r <= '9':
		return 'd'
	case r < utf8.RuneSelf:
		return byte(r)
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return 'X'
	case unicode.IsLetter(r):
		return 'x'
	}
	if s := straight(r); s < utf8.RuneSelf {
		return byte(s)
	}
	return '.'
}

// straight is a letter in lower case, and a quote or dash as a typewriter has it.
func straight(r rune) rune {
	switch {
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	case r == '’' || r == '‘':
		return '\''
	case r == '“' || r == '”':
		return '"'
	case r == '–' || r == '—':
		return '-'
	}
	return unicode.ToLower(r)
}

// shortest and longest piece of a form that has a vector.
const (
	shortestPiece = 2
	longestPiece  = 5
)

// pieces appends the rows of the pieces of a plain form: the whole, its first
// and last two letters, and every run of three to five, with the marks of its
// beginning and end, hashed into rows (Bojanowski et al. 2017).
func pieces(out []uint32, plain []byte, rows int) []uint32 {
	row := func(h uint64) uint32 {
		high, _ := bits.Mul64(index.Mix(h), uint64(rows))
		return uint32(high)
	}
	for i := range plain {
		h := uint64(fnvOffset)
		for k := i; k < len(plain) && k-i < longestPiece; k++ {
			h = (h ^ uint64(plain[k])) * fnvPrime
			n := k - i + 1
			if n > shortestPiece || n == shortestPiece && (i == 0 || k == len(plain)-1) {
				out = append(out, row(h))
			}
		}
	}
	h := uint64(fnvPrime)
	for _, c := range plain {
		h = (h ^ uint64(c)) * fnvPrime
	}
	return append(out, row(h))
}

// SubwordShare is by what the sum of the vectors of n pieces is multiplied.
func SubwordShare(n int) float32 { return float32(1 / math.Sqrt(float64(n+1))) }

// Lowest is the position of the first mark in the set.
func (m Mark) Lowest() int { return bits.TrailingZeros32(uint32(m)) }
