package linear

import (
	"cmp"
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
	Cells []Cell // 1 to 255
}

// Table maps feature hashes to rows of weights. The rows are read straight from
// the bytes of the file: the upper bits of a hash choose a bucket, the lowest
// 16 bits tell the rows of a bucket apart, and the last three of them choose a
// bit of the bucket's filter, which spares most of the looks at rows that are
// not there.
//
// The format, little-endian: uint8 width; uint32 bytes of the rows; for each of
// the 1<<width buckets, in the order of the hashes, the number of its rows
// (uint8); the rows, each a check (uint16), a count (uint8), and count pairs of
// class and weight.
type Table struct {
	shift uint
	index []uint32 // of each bucket: where its rows begin (24 bits) and its filter (8 bits)
	rows  string
}

const (
	rowHead   = 3 // check (2 bytes) and count (1 byte)
	cellSize  = 2
	startBits = 24
	startMask = 1<<startBits - 1
)

// filterBit is the bit of a bucket's filter that belongs to a hash, at its
// place in an element of the index.
func filterBit(check uint16) uint32 { return 1 << (startBits + check&7) }

// batch is how many features Add looks up at a time. The loads from memory,
// which take longer than all else, run side by side within a batch.
const batch = 32

// Add adds the weights of the features to the scores of the classes. The
// scores must be as many as the classes that the table was built with.
func (t *Table) Add(scores []int32, features []uint64) {
	var start, end, head [batch]uint32
	var check [batch]uint16
	for len(features) > 0 {
		n := 0
		now := features[:min(batch, len(features))]
		features = features[len(now):]
		for _, h := range now {
			b := h >> t.shift
			entry := t.index[b]
			start[n], end[n], check[n] = entry&startMask, t.index[b+1]&startMask, uint16(h)
			if entry&filterBit(uint16(h)) != 0 {
				n++
			}
		}
		for i := range n {
			at := start[i]
			head[i] = uint32(t.rows[at]) | uint32(t.rows[at+1])<<8 | uint32(t.rows[at+2])<<16
		}
		for i := range n {
			cells := t.cells(start[i], end[i], head[i], check[i])
			for k := 0; k+1 < len(cells); k += cellSize {
				scores[cells[k]] += int32(int8(cells[k+1]))
			}
		}
	}
}

// cells returns the cells of the row with the check among the rows of a bucket,
// of which the first has that head (check and count); "" if there is none.
func (t *Table) cells(at, end, head uint32, check uint16) string {
	for {
		next := at + rowHead + cellSize*(head>>16)
		if uint16(head) == check {
			return t.rows[at+rowHead : next]
		}
		if next >= end {
			return ""
		}
		at = next
		head = uint32(t.rows[at]) | uint32(t.rows[at+1])<<8 | uint32(t.rows[at+2])<<16
	}
}

// Find returns the cells of a feature as pairs of bytes, class and weight: ""
// if the table does not know it.
func (t *Table) Find(h uint64) string {
	b := h >> t.shift
	entry := t.index[b]
	if entry&filterBit(uint16(h)) == 0 {
		return ""
	}
	at := entry & startMask
	head := uint32(t.rows[at]) | uint32(t.rows[at+1])<<8 | uint32(t.rows[at+2])<<16
	return t.cells(at, t.index[b+1]&startMask, head, uint16(h))
}

// Build makes a table. Of rows with the same hash only the first is ever found.
// It panics where the rows are too many for the format.
func Build(rows []Row) *Table {
	rows = slices.Clone(rows)
	slices.SortStableFunc(rows, func(a, b Row) int { return cmp.Compare(a.Hash, b.Hash) })
	width := max(1, bits.Len(uint(len(rows))))
	counts := make([]byte, 1<<width)
	var out []byte
	for _, r := range rows {
		b := r.Hash >> (64 - width)
		if counts[b]++; counts[b] == 0 || len(r.Cells) == 0 || len(r.Cells) > 255 {
			panic("linear: a bucket of more than 255 rows, or a row that is empty or has more than 255 cells")
		}
		out = append(out, byte(r.Hash), byte(r.Hash>>8), byte(len(r.Cells)))
		for _, c := range r.Cells {
			out = append(out, c.Class, byte(c.Weight))
		}
	}
	t, err := newTable(string(counts), string(out), 256)
	if err != nil {
		panic("linear: " + err.Error())
	}
	return t
}

// newTable builds the index over the rows of 2^n buckets. It checks every row
// once, so that Add and Find need not.
func newTable(counts, rows string, classes int) (*Table, error) {
	t := &Table{shift: uint(64 - bits.Len(uint(len(counts)-1))), index: make([]uint32, len(counts)+1), rows: rows}
	if len(rows) > startMask {
		return nil, fmt.Errorf("%d bytes of rows, but at most %d can be addressed", len(rows), startMask)
	}
	at := 0
	for b := range len(counts) {
		entry := uint32(at)
		for range counts[b] {
			if at+rowHead > len(rows) {
				return nil, fmt.Errorf("the rows of bucket %d are cut short", b)
			}
			entry |= filterBit(uint16(rows[at]))
			end := at + rowHead + cellSize*int(rows[at+2])
			if end > len(rows) || end == at+rowHead {
				return nil, fmt.Errorf("the rows of bucket %d are cut short", b)
			}
			for k := at + rowHead; k < end; k += cellSize {
				if int(rows[k]) >= classes {
					return nil, fmt.Errorf("bucket %d speaks of class %d of %d", b, rows[k], classes)
				}
			}
			at = end
		}
		t.index[b] = entry
	}
	if at != len(rows) {
		return nil, fmt.Errorf("%d bytes after the last row", len(rows)-at)
	}
	t.index[len(counts)] = uint32(at)
	return t, nil
}

// each calls f with the cells of every row, until an error.
func (t *Table) each(f func(cells string) error) error {
	for at := 0; at < len(t.rows); {
		end := at + rowHead + cellSize*int(t.rows[at+2])
		if err := f(t.rows[at+rowHead : end]); err != nil {
			return err
		}
		at = end
	}
	return nil
}

// WriteTo writes the table in its file format.
func (t *Table) WriteTo(w io.Writer) (int64, error) {
	out := []byte{byte(64 - t.shift)}
	out = binary.LittleEndian.AppendUint32(out, uint32(len(t.rows)))
	for b := range len(t.index) - 1 {
		rows := 0
		for at := t.index[b] & startMask; at < t.index[b+1]&startMask; rows++ {
			at += rowHead + cellSize*uint32(t.rows[at+2])
		}
		out = append(out, byte(rows))
	}
	out = append(out, t.rows...)
	n, err := w.Write(out)
	return int64(n), err
}

// parseTable reads a table with that many classes from the front of data and
// returns the rest.
func parseTable(data string, classes int) (*Table, string, error) {
	if len(data) < 5 || data[0] < 1 || data[0] > 28 {
		return nil, "", fmt.Errorf("no table")
	}
	buckets, size := 1<<data[0], int(readUint32(data[1:]))
	rest := data[5:]
	if len(rest) < buckets || len(rest)-buckets < size {
		return nil, "", fmt.Errorf("cut short: %d bytes, but %d were promised", len(rest), buckets+size)
	}
	t, err := newTable(rest[:buckets], rest[buckets:buckets+size], classes)
	return t, rest[buckets+size:], err
}

func readUint32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}
