package token

import (
	"fmt"
	"io"
	"strings"

	"annals/language/index"
)

// Boundaries knows from treebanks how sentences begin and end where no rule is
// sure: in headlines, lists and letters without periods, behind abbreviations,
// before words in lower case. It is a linear model: the weights of what is seen on
// both sides of a gap are added; above zero a sentence ends.
type Boundaries struct {
	weights string // signed bytes, a power of two of them
}

// Evidence is what is seen at a gap, as positions of weights.
type Evidence [evidenceSize]uint32

const (
	evidenceSize = 18
	// WeightCount is how many weights there are.
	WeightCount = 1 << 17
)

// boundaryMagic begins the file of the weights; the number is the version of the
// format and of the evidence.
const boundaryMagic = "annals boundaries 2\n"

// NewBoundaries makes boundaries with the weights.
func NewBoundaries(weights []int8) *Boundaries {
	bytes := make([]byte, WeightCount)
	for i, w := range weights {
		bytes[i] = byte(w)
	}
	return &Boundaries{string(bytes)}
}

// WriteTo writes the boundaries in their file format.
func (b *Boundaries) WriteTo(w io.Writer) (int64, error) {
	n, err := io.WriteString(w, boundaryMagic+b.weights)
	if err != nil {
		return int64(n), fmt.Errorf("writing boundaries: %w", err)
	}
	return int64(n), nil
}

// ParseBoundaries reads boundaries from the bytes of a file, called name in
// errors. They keep data alive and read from it.
func ParseBoundaries(name, data string) (*Boundaries, error) {
	weights, ok := strings.CutPrefix(data, boundaryMagic)
	if !ok || len(weights) != WeightCount {
		return nil, fmt.Errorf("reading the boundaries %s: %d bytes that do not begin with %q and %d weights", name, len(data), boundaryMagic, WeightCount)
	}
	return &Boundaries{weights}, nil
}

// ends reports whether a sentence ends at a gap.
func (b *Boundaries) ends(e *Evidence) bool {
	sum := 0
	for _, at := range e {
		sum += int(int8(b.weights[at]))
	}
	return sum > 0
}

// Learn cuts a text as Split does, but asks decide at every gap where the
// boundaries would be asked: end is the byte at which the last token before the
// gap ends.
func Learn(lex *Lexicon, text string, decide func(end int, e *Evidence) bool) []Sentence {
	return split(lex, text, decide)
}

// open reports whether it takes evidence to say that a sentence ends between
// token i and the next: behind a mark that can end a sentence, and before what can
// begin one. bracketed says that a bracket is open before the gap.
func (sc *scanner) open(i int, bracketed bool) bool {
	next := sc.tokens[i+1]
	if next.gap != space || sc.tokens[i].abbr == beforeName {
		return false
	}
	r, _ := runeAt(sc.text, next.Start)
	if final := sc.final(i); final >= 0 {
		return !(isLower(r) && sc.omission(final, i))
	}
	if bracketed && sc.dash(i) && sc.closes(i+1) {
		return false // between two dates
	}
	return !isLower(r) && !isCloser(r) && r != ',' && r != ';' && r != '.'
}

// omission reports whether the final mark, which closing brackets follow up to token i, is an
// ellipsis alone in brackets: words of a quotation are left out there. "Peace [...] at any price".
func (sc *scanner) omission(final, i int) bool {
	if final == 0 || final == i || sc.bracket(final-1) != 1 || sc.bracket(final+1) != -1 {
		return false
	}
	mark := sc.text[sc.tokens[final].Start:sc.tokens[final].End]
	return mark == "…" || len(mark) > 1 && strings.Trim(mark, ".") == ""
}

// mostBracketed is how many tokens a bracket may hold that no sentence ends in.
const mostBracketed = 40

// closes reports whether a bracket that is open before token i is closed soon in its paragraph.
func (sc *scanner) closes(i int) bool {
	open := 1
	for k := i; k < min(i+mostBracketed, len(sc.tokens)) && sc.tokens[k].gap != paragraph; k++ {
		open += sc.bracket(k)
		if open == 0 {
			return true
		}
	}
	return false
}

// dash reports whether token i begins with a dash.
func (sc *scanner) dash(i int) bool {
	r, _ := runeAt(sc.text, sc.tokens[i].Start)
	return r == '-' || r == '–' || r == '—'
}

// bracket is 1 where token i opens a bracket, -1 where it closes one, and otherwise 0.
func (sc *scanner) bracket(i int) int {
	switch sc.text[sc.tokens[i].Start] {
	case '(', '[':
		return 1
	case ')', ']':
		return -1
	}
	return 0
}

// evidence looks at the gap behind token i of a sentence that begins with token
// first; rule is what the rules say of it.
func (sc *scanner) evidence(first, i int, rule bool, e *Evidence) {
	h := func(at int) uint64 { return sc.lowered(at) }
	end := uint64(0)
	if rule {
		end = 1
	}
	end = end<<3 | uint64(sc.finalClass(i))
	a, b, c, d := sc.shape(i-1), sc.shape(i), sc.shape(i+1), sc.shape(i+2)
	length := uint64(min(i-first, 7))
	if i-first > 7 {
		length = 8 + uint64(min((i-first)/8, 7))
	}
	capitals := sc.capitals(i-4, i+1)<<4 | sc.capitals(i+1, i+6)
	n := 0
	put := func(x ...uint64) {
		sum := uint64(n+1) * 0x9e3779b97f4a7c15
		for _, v := range x {
			sum = (sum ^ v) * 0xff51afd7ed558ccd
			sum ^= sum >> 29
		}
		e[n] = uint32(index.Mix(sum) & (WeightCount - 1))
		n++
	}
	put(end)
	put(end, b, c)
	put(h(i+1), end)
	put(h(i), end, c)
	put(h(i), h(i+1))
	put(h(i+1), c, d)
	put(h(i+1), h(i+2), c)
	put(h(i-1), h(i), end)
	put(a, b, c, d)
	put(a, b, c, d, end, sc.shape(i+3))
	put(length, end, c)
	put(uint64(sc.distance(i+1)), end, c)
	put(capitals, end, c)
	put(h(i+2), c, end)
	put(h(first), c, end)
	put(h(i-2), h(i-1), h(i))
	put(length, uint64(sc.distance(i+1)), capitals, c)
	put(uint64(sc.tokens[i].abbr), c, h(i))
}

// lowered is the hash of a token in lower case; 0 outside the text.
func (sc *scanner) lowered(i int) uint64 {
	if i < 0 || i >= len(sc.tokens) {
		return 0
	}
	t := sc.tokens[i]
	s := sc.text[t.Start:min(t.End, t.Start+32)]
	h := index.Begin("")
	for k := range len(s) {
		c := s[k]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// shape is the class of a token: its first letter, whether it is one alone, and whether all
// are capitals.
func (sc *scanner) shape(i int) uint64 {
	if i < 0 || i >= len(sc.tokens) {
		return 0
	}
	t := sc.tokens[i]
	gap := uint64(t.gap) << 8
	r, size := runeAt(sc.text, t.Start)
	switch {
	case isUpper(r):
		if t.End-t.Start == size || t.End-t.Start == size+1 && t.abbr != noAbbreviation {
			return 1 | gap // a letter, or an initial
		}
		if second, _ := runeAt(sc.text, t.Start+size); isUpper(second) {
			return 2 | gap
		}
		return 3 | gap
	case isLower(r):
		return 4 | gap
	case isDigit(r):
		return 5 | gap
	case isLetter(r):
		return 6 | gap
	}
	return uint64(r)<<16 | 7 | gap
}

// finalClass says what ends before the gap: nothing, a period, a question or
// exclamation mark, an abbreviation, several marks, or a bracket or quote behind
// one of these.
func (sc *scanner) finalClass(i int) int {
	k := sc.final(i)
	switch {
	case k < 0:
		if r, _ := runeAt(sc.text, sc.tokens[i].Start); r == ':' || r == ';' || r == '-' || r == '–' || r == '—' {
			return 1
		}
		return 0
	case k < i:
		return 2
	case sc.tokens[k].abbr != noAbbreviation:
		return 3
	case sc.tokens[k].End-sc.tokens[k].Start > 1:
		return 4
	case sc.text[sc.tokens[k].Start] == '.':
		return 5
	}
	return 6
}

// capitals counts the tokens of a range that begin with a capital.
func (sc *scanner) capitals(from, to int) uint64 {
	n := uint64(0)
	for k := max(from, 0); k < min(to, len(sc.tokens)); k++ {
		if r, _ := runeAt(sc.text, sc.tokens[k].Start); isUpper(r) {
			n++
		}
	}
	return n
}

// distance is how many tokens lie before the next mark that ends a sentence, or
// the end of the paragraph; at most 15.
func (sc *scanner) distance(i int) int {
	const most = 15
	for k := i; k < len(sc.tokens) && k < i+most; k++ {
		t := sc.tokens[k]
		if k > i && t.gap == paragraph {
			return k - i
		}
		if r, _ := runeAt(sc.text, t.Start); isFinal(r) {
			return k - i
		}
	}
	return most
}
