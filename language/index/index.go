// Package index finds the numbers of words by their hashes.
//
// In come 64-bit hashes with a number each, out comes a table that is read where
// it lies, in the program itself or in a file, without being loaded.
package index

import (
	"encoding/binary"
	"fmt"
	"math/bits"
)

// Index is a table with open addressing. Of a hash it keeps 32 bits, so that of a
// million words that are not in it, one or two are mistaken for one that is.
type Index struct {
	slots string // 8 bytes each: bits of the hash, number; a power of two of them
}

const slotSize = 8

// New makes an index; the number of hashes[i] is from+i, which must not be 0. Of
// equal hashes the first counts.
func New(hashes []uint64, from int) Index {
	numbers := make([]uint32, len(hashes))
	for i := range numbers {
		numbers[i] = uint32(from + i)
	}
	return WithNumbers(hashes, numbers)
}

// WithNumbers makes an index in which each hash has its own number, not 0.
func WithNumbers(hashes []uint64, numbers []uint32) Index {
	size := 1 << bits.Len(uint(len(hashes)*3/2))
	slots := make([]byte, size*slotSize)
	for i, h := range hashes {
		for at := int(h) & (size - 1); ; at = (at + 1) & (size - 1) {
			slot := slots[at*slotSize:]
			if binary.LittleEndian.Uint32(slot[4:]) == 0 {
				binary.LittleEndian.PutUint32(slot, uint32(h>>32))
				binary.LittleEndian.PutUint32(slot[4:], numbers[i])
				break
			}
		}
	}
	return Index{string(slots)}
}

// Find returns the number of a hash, or 0.
func (x *Index) Find(h uint64) uint32 {
	size := len(x.slots) / slotSize
	if size == 0 {
		return 0
	}
	for at := int(h) & (size - 1); ; at = (at + 1) & (size - 1) {
		slot := x.slots[at*slotSize : at*slotSize+slotSize]
		number := uint32(slot[4]) | uint32(slot[5])<<8 | uint32(slot[6])<<16 | uint32(slot[7])<<24
		if number == 0 {
			return 0
		}
		if uint32(slot[0])|uint32(slot[1])<<8|uint32(slot[2])<<16|uint32(slot[3])<<24 == uint32(h>>32) {
			return number
		}
	}
}

// Len is the number of hashes, counted slowly.
func (x *Index) Len() int {
	n := 0
	for i := 4; i < len(x.slots); i += slotSize {
		if x.slots[i]|x.slots[i+1]|x.slots[i+2]|x.slots[i+3] != 0 {
			n++
		}
	}
	return n
}

// Data is the table as it lies.
func (x *Index) Data() string { return x.slots }

// Read takes an index as Data gives it. It makes sure that every search ends and
// that all numbers are below limit.
func Read(data string, limit int) (Index, error) {
	size := len(data) / slotSize
	if size == 0 || size&(size-1) != 0 || len(data)%slotSize != 0 {
		return Index{}, fmt.Errorf("an index of %d bytes", len(data))
	}
	free := false
	for i := 4; i < len(data); i += slotSize {
		number := uint32(data[i]) | uint32(data[i+1])<<8 | uint32(data[i+2])<<16 | uint32(data[i+3])<<24
		free = free || number == 0
		if int64(number) >= int64(limit) {
			return Index{}, fmt.Errorf("an index with the number %d where there are %d", number, limit)
		}
	}
	if !free {
		return Index{}, fmt.Errorf("an index without an end")
	}
	return Index{data}, nil
}

const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

// Hash is the hash of a word (FNV-1a, with its bits spread).
func Hash[T string | []byte](s T) uint64 { return Mix(Begin(s)) }

// Begin is a hash before its bits are spread; And goes on with it.
func Begin[T string | []byte](s T) uint64 { return And(offset, s) }

// And goes on with a hash.
func And[T string | []byte](h uint64, s T) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * prime
	}
	return h
}

// Mix spreads the bits of a hash (after MurmurHash3).
func Mix(h uint64) uint64 {
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	return h ^ h>>33
}
