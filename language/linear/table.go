package linear

import (
	"encoding/binary"
	"fmt"
	"io"
	"math/bits"
	"slices"
)

// Cell is a weight for one class.
type Cell struct {
	Class  uint8
	Weight int8
}

// Row is one feature with its weights, as Build takes it.
type Row struct {
	Hash  uint64
	Cells []Cell // at most 255
}

// Table maps feature hashes to rows of weights. It is read straight from the
// bytes of the file: the upper bits of a hash choose a bucket, the lowest 16
// bits tell the rows of a bucket apart.
//
// The format, little-endian: uint8 bits; uint32 length of rows; 1<<bits + 1
// bucket starts (uint32); the rows, each a uint16 check, a uint8 count, and
// count pairs of class and weight.
type Table struct {
	shift uint
	index []uint32
	rows  string
}

const (
	rowHead  = 3 // check (2 bytes) and count (1 byte)
	cellSize = 2
)

// Add adds the weights of the features to the scores of the classes. The
// scores must be as many as the classes that the table was built with.
func (t *Table) Add(scores []int32, features []uint64) {
	for _, h := range features {
		cells := t.Find(h)
		for i := 0; i+1 < len(cells); i += cellSize {
			scores[cells[i]] += int32(int8(cells[i+1]))
		}
	}
}

// Find returns the cells of a feature as pairs of bytes, class and weight: ""
// if the table does not know it.
func (t *Table) Find(h uint64) string {
	b := h >> t.shift
	at, end := t.index[b], t.index[b+1]
	check := uint16(h)
	for at < end {
		row := t.rows[at:end]
		size := uint32(row[2]) * cellSize
		if uint16(row[0])|uint16(row[1])<<8 == check {
			return row[rowHead : rowHead+size]
		}
		at += rowHead + size
	}
	return ""
}

// Build makes a table. Rows whose bucket and check agree are one to the table:
// the first of them, in the order of their hashes, wins.
func Build(rows []Row) *Table {
	rows = slices.Clone(rows)
	slices.SortFunc(rows, func(a, b Row) int {
		if a.Hash < b.Hash {
			return -1
		}
		if a.Hash > b.Hash {
			return 1
		}
		return 0
	})
	width := max(1, bits.Len(uint(len(rows)))-1)
	t := &Table{shift: uint(64 - width), index: make([]uint32, 1<<width+1)}
	var out []byte
	bucket := 0
	for _, r := range rows {
		for ; bucket < int(r.Hash>>t.shift); bucket++ {
			t.index[bucket+1] = uint32(len(out))
		}
		out = append(out, byte(r.Hash), byte(r.Hash>>8), byte(len(r.Cells)))
		for _, c := range r.Cells {
			out = append(out, c.Class, byte(c.Weight))
		}
	}
	for ; bucket < 1<<width; bucket++ {
		t.index[bucket+1] = uint32(len(out))
	}
	t.rows = string(out)
	return t
}

// WriteTo writes the table in its file format.
func (t *Table) WriteTo(w io.Writer) (int64, error) {
	out := []byte{byte(64 - t.shift)}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(t.rows)))
	for _, at := range t.index {
		out = binary.LittleEndian.AppendUint32(out, at)
	}
	out = append(out, t.rows...)
	n, err := w.Write(out)
	return int64(n), err
}

// parseTable reads a table with that many classes from the front of data and
// returns the rest. It checks every row once, so that Add and Find need not.
func parseTable(data string, classes int) (*Table, string, error) {
	if len(data) < 5 || data[0] < 1 || data[0] > 28 {
		return nil, "", fmt.Errorf("no table")
	}
	n := 1<<data[0] + 1
	size := int(readUint32(data[1:]))
	rest := data[5:]
	if len(rest) < 4*n || len(rest)-4*n < size {
		return nil, "", fmt.Errorf("table cut short: %d bytes, but %d were promised", len(rest), 4*n+size)
	}
	t := &Table{shift: uint(64 - data[0]), index: make([]uint32, n), rows: rest[4*n : 4*n+size]}
	for i := range t.index {
		t.index[i] = readUint32(rest[4*i:])
		if int(t.index[i]) > size || (i > 0 && t.index[i] < t.index[i-1]) {
			return nil, "", fmt.Errorf("bucket %d of the table starts at byte %d of %d", i, t.index[i], size)
		}
	}
	return t, rest[4*n+size:], t.check(classes)
}

// check walks over all rows of all buckets.
func (t *Table) check(classes int) error {
	for b := range len(t.index) - 1 {
		at, end := int(t.index[b]), int(t.index[b+1])
		for at < end {
			if at+rowHead > end {
				return fmt.Errorf("bucket %d of the table is cut short", b)
			}
			row := at + rowHead
			at = row + cellSize*int(t.rows[at+2])
			for k := row; k < at && at <= end; k += cellSize {
				if int(t.rows[k]) >= classes {
					return fmt.Errorf("bucket %d of the table speaks of class %d of %d", b, t.rows[k], classes)
				}
			}
		}
		if at != end {
			return fmt.Errorf("bucket %d of the table is cut short", b)
		}
	}
	return nil
}

func readUint32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
