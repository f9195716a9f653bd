package sqlite

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"unicode/utf8"

	"annals"
	"annals/record"
	"annals/record/copies"
)

// packedEntry is an entry as it is to be written.
type packedEntry struct {
	blocks      []packedBlock
	fingerprint []byte // of the text, see package copies
}

// packedBlock is a block as it is to be written.
type packedBlock struct {
	data      []byte
	sentences []string
	lines     []row
}

// row is what the tables say of a line.
type row struct {
	line     *annals.Line
	id       any
	status   int
	from, to any // a day or nil
	marks    string
}

// statuses are the values of the column status.
var statuses = []annals.Status{annals.Actual, annals.Future, annals.Hypothetical, annals.Negated}

// packEntry makes the blocks of an entry, and what the indexes say of them.
func (c *codec) packEntry(e *record.Entry) (packedEntry, error) {
	fingerprint := copies.Of(e.Document.Text)
	data, err := fingerprint.MarshalBinary()
	if err != nil {
		return packedEntry{}, err
	}
	blocks, err := c.packBlocks(e)
	return packedEntry{blocks, data}, err
}

// packBlocks cuts an entry into blocks and packs them.
func (c *codec) packBlocks(e *record.Entry) ([]packedBlock, error) {
	blocks, err := packLines(e)
	if err != nil {
		return nil, err
	}
	out := make([]packedBlock, len(blocks))
	next := 0
	for i, b := range blocks {
		data, err := b.encode()
		if err != nil {
			return nil, err
		}
		if out[i].data, err = c.compress(data); err != nil {
			return nil, err
		}
		out[i].sentences = b.sentences()
		for range b.lines {
			r, err := rowOf(&e.Lines[next])
			if err != nil {
				return nil, err
			}
			out[i].lines = append(out[i].lines, r)
			next++
		}
	}
	return out, nil
}

// packLines cuts a document into blocks and puts the lines into those of their
// sentences, or behind it where a line comes later than one of a later sentence: the
// lines keep their order.
func packLines(e *record.Entry) ([]*block, error) {
	if !utf8.ValidString(e.Document.Text) {
		return nil, fmt.Errorf("the document %q is no UTF-8", e.Document.ID)
	}
	blocks, err := blocksOf(&e.Document, e.Sentences)
	if err != nil {
		return nil, err
	}
	at := 0
	for i := range e.Lines {
		line := &e.Lines[i]
		if line.Document != e.Document.ID {
			return nil, fmt.Errorf("the line %s is of the document %q, not of %q", line.ID, line.Document, e.Document.ID)
		}
		for at+1 < len(blocks) && blocks[at+1].First <= line.Sentence.Index {
			at++
		}
		packed := clone(line)
		beside := blocks[at].pack(&packed, &e.Document, e.Coder)
		text, err := lineJSON(&packed)
		if err != nil {
			return nil, err
		}
		blocks[at].lines = append(blocks[at].lines, append(beside, text...))
	}
	return blocks, nil
}

// sentences returns the texts of the sentences of a block.
func (b *block) sentences() []string {
	out := make([]string, len(b.cuts)/2)
	for i := range out {
		s, _ := b.sentence(b.First + i)
		out[i] = s.Text
	}
	return out
}

func lineJSON(line *annals.Line) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(line); err != nil {
		return nil, fmt.Errorf("writing line %s as JSON: %w", line.ID, err)
	}
	return out.Bytes(), nil
}

func rowOf(line *annals.Line) (row, error) {
	r := row{line: line, id: packID(line.ID), status: slices.Index(statuses, line.Status), marks: marksOf(line)}
	if r.status < 0 {
		return r, fmt.Errorf("the line %s has no status %q", line.ID, line.Status)
	}
	from, to := record.DaysOf(line)
	if from != nil {
		r.from = int(*from)
	}
	if to != nil {
		r.to = int(*to)
	}
	return r, nil
}

// packID returns an id as it lies in the file: the bytes that a hexadecimal id stands
// for, or the text of any other.
func packID(id string) any {
	if data, err := hex.DecodeString(id); err == nil && len(data) > 0 && hex.EncodeToString(data) == id {
		return data
	}
	return id
}

// unpackID returns the id that packID was given.
func unpackID(id any) string {
	switch id := id.(type) {
	case []byte:
		return hex.EncodeToString(id)
	case string:
		return id
	}
	return ""
}
