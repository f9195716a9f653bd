package neural

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Vocabulary turns forms into rows of tables.
type Vocabulary struct {
	Forms     Index // plain forms that have a vector learned with the network
	Vectors   Index // lower-case forms that have a vector learned from raw text
	Shapes    Index // shapes
	Subwords  int   // rows of the table of pieces
	Gazetteer *Gazetteer
}

// Spelling returns how the vocabulary knows a form: for counting what is to be
// in it.
func Spelling(form string) (plain, lower string, shape uint64) {
	var s spelling
	s.spell(form)
	return string(s.plain), string(s.lower), s.shape
}

// Look is the work space of reading forms.
type Look struct {
	Words    []Word // of the sentence, without the root
	spelling spelling
	pieces   []uint32
}

// Words fills in l.Words for the forms of a sentence. They are good until the
// next call.
func (v *Vocabulary) Words(l *Look, forms []string) {
	l.Words = resize(l.Words, len(forms))
	l.pieces = l.pieces[:0]
	for i, form := range forms {
		l.pieces = v.word(&l.Words[i], form, &l.spelling, l.pieces)
	}
	markCase(l.Words)
	if v.Gazetteer != nil {
		v.Gazetteer.mark(l.Words, forms)
	}
}

func (v *Vocabulary) word(w *Word, form string, s *spelling, rows []uint32) []uint32 {
	s.spell(form)
	from := len(rows)
	rows = pieces(rows, s.plain, v.Subwords)
	*w = Word{
		Form:     v.Forms.Find(Hash(s.plain)),
		Vector:   v.Vectors.Find(Hash(s.lower)),
		Shape:    v.Shapes.Find(s.shape),
		Marks:    s.marks,
		Subwords: rows[from:len(rows):len(rows)],
	}
	if w.Vector == 0 {
		w.Marks |= strange
	}
	return rows
}

// markCase marks the first word, and the words of sentences in which capitals
// say little: headlines, and those all in capitals.
func markCase(words []Word) {
	letters, capitals, uppers := 0, 0, 0
	begun := false
	for i := range words {
		m := words[i].Marks
		if !begun {
			words[i].Marks |= first
			begun = m&(letter|digit) != 0
		}
		if m&letter == 0 {
			continue
		}
		letters++
		if m&capital != 0 {
			capitals++
		}
		if m&upper != 0 {
			uppers++
		}
	}
	var mark Mark
	if letters > 3 && 3*capitals > 2*letters {
		mark |= titled
	}
	if letters > 1 && uppers == letters {
		mark |= shouted
	}
	for i := range words {
		words[i].Marks |= mark
	}
}

// Index finds rows by hash. It is a table with open addressing of 32 bits of
// the hash and the row, read where it lies: 0 is "not there".
type Index struct {
	slots string // 8 bytes each: fingerprint, row; a power of two of them
}

const slotSize = 8

// NewIndex makes an index of hashes; the row of hashes[i] is from+i.
func NewIndex(hashes []uint64, from int) Index {
	size := 1 << bits.Len(uint(len(hashes)*3/2))
	slots := make([]byte, size*slotSize)
	for i, h := range hashes {
		for at := int(h) & (size - 1); ; at = (at + 1) & (size - 1) {
			slot := slots[at*slotSize:]
			if binary.LittleEndian.Uint32(slot[4:]) == 0 {
				binary.LittleEndian.PutUint32(slot, uint32(h>>32))
				binary.LittleEndian.PutUint32(slot[4:], uint32(from+i))
				break
			}
		}
	}
	return Index{string(slots)}
}

// Find returns the row of a hash, or 0.
func (x Index) Find(h uint64) uint32 {
	size := len(x.slots) / slotSize
	for at := int(h) & (size - 1); ; at = (at + 1) & (size - 1) {
		slot := x.slots[at*slotSize : at*slotSize+slotSize]
		row := uint32(slot[4]) | uint32(slot[5])<<8 | uint32(slot[6])<<16 | uint32(slot[7])<<24
		if row == 0 {
			return 0
		}
		if uint32(slot[0])|uint32(slot[1])<<8|uint32(slot[2])<<16|uint32(slot[3])<<24 == uint32(h>>32) {
			return row
		}
	}
}

// check makes sure that an index read from a file ends every search and points
// to rows that are there.
func (x Index) check(rows int) error {
	size := len(x.slots) / slotSize
	if size == 0 || size&(size-1) != 0 || len(x.slots)%slotSize != 0 {
		return fmt.Errorf("an index of %d bytes", len(x.slots))
	}
	free := false
	for i := 4; i < len(x.slots); i += slotSize {
		row := uint32(x.slots[i]) | uint32(x.slots[i+1])<<8 | uint32(x.slots[i+2])<<16 | uint32(x.slots[i+3])<<24
		free = free || row == 0
		if int64(row) >= int64(rows) {
			return fmt.Errorf("an index points to row %d of %d", row, rows)
		}
	}
	if !free {
		return fmt.Errorf("an index without an end")
	}
	return nil
}

// resize returns a slice of length n that reuses the memory of s if it can.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/4)[:n]
	}
	return s[:n]
}

// VectorUnit is what a step of a vector from raw text is worth.
const VectorUnit = 0.01

// Len is the number of rows that the index points to, counted slowly.
func (x Index) Len() int {
	n := 0
	for i := 4; i < len(x.slots); i += slotSize {
		if x.slots[i]|x.slots[i+1]|x.slots[i+2]|x.slots[i+3] != 0 {
			n++
		}
	}
	return n
}
