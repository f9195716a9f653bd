package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"

	"annals"
)

// storedBlock is a block as it lies in the file.
type storedBlock struct {
	document      int64
	firstSentence int64
	firstLine     int64
	count         int // of lines
	data          []byte
}

const blockColumns = `document, first_sentence, first_line, lines, data`

func (b *storedBlock) scan(rows interface{ Scan(...any) error }) error {
	return rows.Scan(b.columns()...)
}

// columns is where blockColumns are read to.
func (b *storedBlock) columns() []any {
	return []any{&b.document, &b.firstSentence, &b.firstLine, &b.count, &b.data}
}

// origin is what the lines of a document do not say again.
type origin struct{ document, coder string }

// blocksOfDocument returns the blocks of a document in the order of its text.
func blocksOfDocument(ctx context.Context, tx *sql.Tx, document int64) ([]storedBlock, error) {
	rows, err := tx.QueryContext(ctx, `SELECT `+blockColumns+` FROM blocks WHERE document = $1 ORDER BY number`, document)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []storedBlock
	for rows.Next() {
		var b storedBlock
		if err := b.scan(rows); err != nil {
			return nil, err
		}
		out = append(out, b)
	}
	return out, rows.Err()
}

// expansion is by how much most blocks grow, at the most, when they are expanded.
const expansion = 6

// open expands and decodes a block.
func (c *codec) open(stored *storedBlock) (*block, error) {
	var data bytes.Buffer
	data.Grow(expansion * len(stored.data))
	if err := c.expand(&data, stored.data); err != nil {
		return nil, fmt.Errorf("%w: %w", errBlock, err)
	}
	b, err := c.decodeBlock(data.Bytes())
	if err == nil && len(b.lines) != stored.count {
		err = fmt.Errorf("%w: it has %d lines, and not %d", errBlock, len(b.lines), stored.count)
	}
	return b, err
}

// line returns a line of the block, counted from 0.
func (b *block) line(i int, from *origin, id string) (*annals.Line, error) {
	var line annals.Line
	text := b.lines[i]
	begin := bytes.IndexByte(text, '{') // behind the numbers
	if begin < 0 {
		return nil, fmt.Errorf("%w: line %d is none", errBlock, i)
	}
	if err := b.codec.decodeLine(text[begin:], &line); err != nil {
		return nil, fmt.Errorf("%w: %w", errBlock, err)
	}
	beside := numbers{rest: string(text[:begin])}
	b.unpack(&line, &beside, from.document, from.coder)
	line.ID = id
	return &line, beside.err
}

// idsOf returns the ids of the lines of a block.
func idsOf(ctx context.Context, tx *sql.Tx, b *storedBlock) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT id FROM lines WHERE number >= $1 AND number < $2 ORDER BY number`,
		b.firstLine, b.firstLine+int64(b.count))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var id any
		if err := rows.Scan(&id); err != nil {
			return nil, err
		}
		out = append(out, unpackID(id))
	}
	if len(out) != b.count && rows.Err() == nil {
		return nil, fmt.Errorf("%w: the table has %d of its %d lines", errBlock, len(out), b.count)
	}
	return out, rows.Err()
}
