package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"slices"

	"annals"
	"annals/record"
)

// readAhead reads and opens the blocks of a record one after the other, beside whoever uses
// them: who passes over all lines need not look for each block.
type readAhead struct {
	blocks chan *opened
	next   *opened // received and not used yet
	stop   chan struct{}
}

// opened is a block with what is known of its document.
type opened struct {
	stored   storedBlock
	block    *block
	document *record.Kept
	number   int64 // of the document
	err      error
}

// aheadBlocks is how many opened blocks wait at the most.
const aheadBlocks = 16

func (c *codec) newReadAhead(ctx context.Context, tx *sql.Tx) (*readAhead, error) {
	rows, err := tx.QueryContext(ctx, `SELECT b.*, `+keptOfDocuments()+`
		FROM (SELECT `+blockColumns+` FROM blocks WHERE lines > 0 ORDER BY number) b CROSS JOIN documents ON documents.number = b.document`)
	if err != nil {
		return nil, err
	}
	a := &readAhead{blocks: make(chan *opened, aheadBlocks), stop: make(chan struct{})}
	go a.read(rows, c)
	return a, nil
}

// read opens the blocks of some rows until it is stopped.
func (a *readAhead) read(rows *sql.Rows, c *codec) {
	defer close(a.blocks)
	defer rows.Close()
	for rows.Next() {
		o := &opened{}
		if o.number, o.document, o.err = scanKept(rows, o.stored.columns()...); o.err == nil {
			o.block, o.err = c.open(&o.stored)
		}
		if !a.send(o) {
			return
		}
	}
	if err := rows.Err(); err != nil {
		a.send(&opened{err: err})
	}
}

// send hands a block over; false if nobody waits for it any more.
func (a *readAhead) send(o *opened) bool {
	select {
	case a.blocks <- o:
		return true
	case <-a.stop:
		return false
	}
}

// block returns the block of a line, nil if it was passed or is none.
func (a *readAhead) block(line int64) (*opened, error) {
	for {
		if a.next == nil {
			if a.next = <-a.blocks; a.next == nil {
				return nil, nil
			}
		}
		o := a.next
		switch {
		case o.err != nil:
			return nil, fmt.Errorf("reading ahead: %w", o.err)
		case line < o.stored.firstLine:
			return nil, nil
		case line < o.stored.firstLine+int64(o.stored.count):
			return o, nil
		}
		a.next = nil
	}
}

// close ends the reading and waits for it.
func (a *readAhead) close() {
	close(a.stop)
	for range a.blocks { // until it has ended
	}
}

// isDense reports whether a filter matches so many lines of a record that nearly all blocks are
// read for it.
func isDense(f *record.Filter) bool {
	if f.IsAll() {
		return f == nil || !f.Merged
	}
	rest := *f
	rest.Status, rest.Kinds = nil, nil
	return rest.IsAll() && !rest.Merged && (len(f.Kinds) == 0 || slices.Contains(f.Kinds, annals.Event)) &&
		(len(f.Status) == 0 || slices.Contains(f.Status, annals.Actual))
}
