package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"annals"
	"annals/record"
)

// blockReader reads blocks, and keeps the one that was read last.
type blockReader struct {
	ctx        context.Context
	codec      *codec
	byLine     *sql.Stmt
	bySentence *sql.Stmt

	opened            // the block that was read last; its block is nil if there is none
	ahead  *readAhead // nil where blocks are looked for
	apart  bool       // the next lines are out of their order: they must not be read up to
}

func newBlockReader(ctx context.Context, tx *sql.Tx, c *codec) (*blockReader, error) {
	r := &blockReader{ctx: ctx, codec: c}
	for _, p := range []struct {
		statement **sql.Stmt
		text      string
	}{
		{&r.byLine, lastBlock("first_line")},
		{&r.bySentence, lastBlock("first_sentence")},
	} {
		var err error
		if *p.statement, err = tx.PrepareContext(ctx, p.text); err != nil {
			return nil, fmt.Errorf("preparing to read: %w", err)
		}
	}
	return r, nil
}

// lastBlock returns the statement that finds the last block whose first line or sentence is a number
// or less, and its document.
func lastBlock(first string) string {
	return `SELECT b.*, ` + keptOfDocuments() + `
		FROM (SELECT ` + blockColumns + ` FROM blocks WHERE ` + first + ` <= $1 ORDER BY ` + first + ` DESC, number DESC LIMIT 1) b
		JOIN documents ON documents.number = b.document`
}

// readAhead has the blocks read one after the other for whoever asks for most lines in their order.
// It must be closed.
func (r *blockReader) readAhead(tx *sql.Tx) (err error) {
	r.ahead, err = r.codec.newReadAhead(r.ctx, tx)
	return err
}

// close ends what was begun with readAhead.
func (r *blockReader) close() {
	if r.ahead != nil {
		r.ahead.close()
	}
}

// line returns a line by its number.
func (r *blockReader) line(number int64, id string) (*annals.Line, error) {
	if r.block == nil || number < r.stored.firstLine || number >= r.stored.firstLine+int64(r.stored.count) {
		if err := r.loadOf(number); err != nil {
			return nil, err
		}
	}
	i := number - r.stored.firstLine
	if i >= int64(len(r.block.lines)) {
		return nil, fmt.Errorf("%w: no block has the line %s", errBlock, id)
	}
	return r.block.line(int(i), &origin{r.document.Document.ID, r.document.Coder}, id)
}

// loadOf reads the block of a line.
func (r *blockReader) loadOf(line int64) error {
	if r.ahead != nil && !r.apart {
		o, err := r.ahead.block(line)
		if err != nil {
			return err
		}
		if o != nil {
			r.opened = *o
			return nil
		}
	}
	return r.load(r.byLine, line)
}

// sentence returns a sentence by its number.
func (r *blockReader) sentence(number int64) (annals.Quote, error) {
	if r.block == nil || number < r.stored.firstSentence || number >= r.stored.firstSentence+int64(len(r.block.cuts)/2) {
		if err := r.load(r.bySentence, number); err != nil {
			return annals.Quote{}, err
		}
	}
	s, ok := r.block.sentence(r.block.First + int(number-r.stored.firstSentence))
	if !ok {
		return s, fmt.Errorf("%w: no block has the sentence %d", errBlock, number)
	}
	return s, nil
}

// load reads the last block that begins with a number or before it.
func (r *blockReader) load(statement *sql.Stmt, number int64) error {
	r.block = nil
	var err error
	r.number, r.document, err = scanKept(statement.QueryRowContext(r.ctx, number), r.stored.columns()...)
	if err != nil {
		return err
	}
	r.block, err = r.codec.open(&r.stored)
	return err
}

// lineReader reads lines as they are after corrections, and their participants as they were
// settled.
type lineReader struct {
	*blockReader
	corrections map[string]*record.Correction
	names       map[int64]name
	nameOf      *sql.Stmt
}

func (s *Store) newLineReader(ctx context.Context, tx *sql.Tx) (*lineReader, error) {
	blocks, err := newBlockReader(ctx, tx, s.codec)
	if err != nil {
		return nil, err
	}
	r := &lineReader{blockReader: blocks, names: map[int64]name{}}
	if r.corrections, err = correctionsIn(ctx, tx); err != nil {
		return nil, err
	}
	r.nameOf, err = tx.PrepareContext(ctx, `SELECT id, name, country FROM names WHERE number = $1`)
	return r, err
}

// settled returns a line that was just read as it is after a correction and with settled names;
// nil if it is struck out.
func (r *lineReader) settled(line *annals.Line, names []byte) (*annals.Line, error) {
	if c := r.corrections[line.ID]; c != nil {
		corrected, stands, err := c.Apply(line)
		if err != nil || !stands {
			return nil, err
		}
		line = corrected
	}
	return line, putNames(line, names, r.named)
}

// named returns a settled name by its number.
func (r *lineReader) named(number int64) (name, error) {
	if n, known := r.names[number]; known {
		return n, nil
	}
	var n name
	if err := r.nameOf.QueryRowContext(r.ctx, number).Scan(&n.id, &n.name, &n.country); err != nil {
		return n, fmt.Errorf("a settled name: %w", err)
	}
	r.names[number] = n
	return n, nil
}
