package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"

	"golang.org/x/sync/errgroup"

	"annals"
	"annals/record"
)

// ErrReadOnly is returned by additions to a record that was opened for reading.
var ErrReadOnly = errors.New("the record was opened for reading")

// Add implements record.Store. The entries are packed in parallel, then written in
// their order.
func (s *Store) Add(ctx context.Context, entries []record.Entry) error {
	if s.write == nil {
		return fmt.Errorf("adding to the record %s: %w", s.path, ErrReadOnly)
	}
	if len(entries) == 0 {
		return nil
	}
	packed := make([]packedEntry, len(entries))
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	for i := range entries {
		group.Go(func() (err error) {
			packed[i], err = s.codec.packEntry(&entries[i])
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return fmt.Errorf("adding to the record %s: %w", s.path, err)
	}
	if err := s.addPacked(ctx, entries, packed); err != nil {
		return fmt.Errorf("adding to the record %s: %w", s.path, err)
	}
	return nil
}

// addPacked writes entries in one transaction.
func (s *Store) addPacked(ctx context.Context, entries []record.Entry, packed []packedEntry) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	a, err := s.newAddition(ctx, tx)
	if err != nil {
		return err
	}
	isNew := false
	for i := range entries {
		added, err := a.add(&entries[i], &packed[i])
		if err != nil {
			return fmt.Errorf("the document %q: %w", entries[i].Document.ID, err)
		}
		isNew = isNew || added
	}
	if !isNew {
		return nil
	}
	if err := changed(ctx, tx); err != nil {
		return err
	}
	return tx.Commit()
}

// addition is a transaction that adds.
type addition struct {
	ctx   context.Context
	tx    *sql.Tx
	codec *codec

	kept, insert, replace, block, line, word, mark, copies *sql.Stmt

	types              map[typeKey]int64
	carriers           map[string]int64              // those that were met
	years              map[int]bool                  // the same
	corrections        map[string]*record.Correction // in force, by the ids of their lines
	nextBlock          int64
	nextSentence, next int64 // numbers of the next sentence and line
}

// typeKey is a row of the table types.
type typeKey struct {
	kind       annals.Kind
	name, mode string
}

// newAddition prepares the statements and finds out which numbers are free.
func (s *Store) newAddition(ctx context.Context, tx *sql.Tx) (*addition, error) {
	a := &addition{ctx: ctx, tx: tx, codec: s.codec, types: map[typeKey]int64{}, carriers: map[string]int64{}, years: map[int]bool{}}
	const columns = `id, fingerprint, origin, coder, added, title, url, source, language, published, sentences, lines`
	for _, p := range []struct {
		statement **sql.Stmt
		text      string
	}{
		{&a.kept, `SELECT number, fingerprint FROM documents WHERE id = $1`},
		{&a.insert, `INSERT INTO documents (` + columns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING number`},
		{&a.replace, `UPDATE documents SET (` + columns + `) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) WHERE number = $13`},
		{&a.block, `INSERT INTO blocks (number, document, first_sentence, sentences, first_line, lines, data) VALUES ($1, $2, $3, $4, $5, $6, $7)`},
		{&a.line, `INSERT INTO lines (number, type, status, from_day, to_day, id, carrier) VALUES ($1, $2, $3, $4, $5, $6, $7)`},
		{&a.word, `INSERT INTO words (rowid, text) VALUES ($1, $2)`},
		{&a.mark, `INSERT INTO marks (rowid, text) VALUES ($1, $2)`},
		{&a.copies, `INSERT OR REPLACE INTO prints (document, data) VALUES ($1, $2)`},
	} {
		var err error
		if *p.statement, err = tx.PrepareContext(ctx, p.text); err != nil {
			return nil, fmt.Errorf("preparing to add: %w", err)
		}
	}
	err := tx.QueryRowContext(ctx, `SELECT number + 1, first_sentence + sentences, first_line + lines
		FROM blocks ORDER BY number DESC LIMIT 1`).Scan(&a.nextBlock, &a.nextSentence, &a.next)
	if errors.Is(err, sql.ErrNoRows) {
		a.nextBlock, a.nextSentence, a.next = 1, 1, 1
	} else if err != nil {
		return nil, err
	}
	if a.corrections, err = correctionsIn(ctx, tx); err != nil {
		return nil, err
	}
	return a, a.readTypes()
}

func (a *addition) readTypes() error {
	rows, err := a.tx.QueryContext(a.ctx, `SELECT number, kind, type, mode FROM types`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var key typeKey
		if err := rows.Scan(&number, &key.kind, &key.name, &key.mode); err != nil {
			return err
		}
		a.types[key] = number
	}
	return rows.Err()
}

// add writes one entry in the place of what is kept under its id. It returns false if that is
// the same.
func (a *addition) add(e *record.Entry, packed *packedEntry) (added bool, err error) {
	var number int64
	var fingerprint string
	err = a.kept.QueryRowContext(a.ctx, e.Document.ID).Scan(&number, &fingerprint)
	isNew := errors.Is(err, sql.ErrNoRows)
	switch {
	case err != nil && !isNew:
		return false, err
	case !isNew && fingerprint == e.Fingerprint:
		return false, nil
	}
	d := &e.Document
	about := []any{
		d.ID, e.Fingerprint, e.Origin, e.Coder, e.Added, d.Title, d.URL, d.Source, d.Language, d.Published,
		len(e.Sentences), len(e.Lines),
	}
	if isNew {
		err = a.insert.QueryRowContext(a.ctx, about...).Scan(&number)
	} else if err = a.remove(number, d.ID); err == nil {
		_, err = a.replace.ExecContext(a.ctx, append(about, number)...)
	}
	if err == nil {
		_, err = a.copies.ExecContext(a.ctx, number, packed.fingerprint)
	}
	for i := range packed.blocks {
		if err == nil {
			err = a.addBlock(number, &packed.blocks[i])
		}
	}
	return true, err
}

// addBlock writes a block with what the indexes say of it.
func (a *addition) addBlock(document int64, b *packedBlock) error {
	_, err := a.block.ExecContext(a.ctx, a.nextBlock, document, a.nextSentence, len(b.sentences), a.next, len(b.lines), b.data)
	if err != nil {
		return err
	}
	a.nextBlock++
	for _, text := range b.sentences {
		if _, err := a.word.ExecContext(a.ctx, a.nextSentence, foldedText(text)); err != nil {
			return err
		}
		a.nextSentence++
	}
	for i := range b.lines {
		r := &b.lines[i]
		kind, err := a.typeOf(r.line)
		if err != nil {
			return err
		}
		carrier, err := a.carrierOf(r.line)
		if err != nil {
			return err
		}
		if _, err := a.line.ExecContext(a.ctx, a.next, kind, r.status, r.from, r.to, r.id, carrier); err != nil {
			return err
		}
		if err := a.noteYear(r.from); err != nil {
			return err
		}
		if _, err := a.mark.ExecContext(a.ctx, a.next, r.marks); err != nil {
			return err
		}
		if c := a.corrections[r.line.ID]; c != nil {
			if err := a.correctIndexes(a.next, r.line, c); err != nil {
				return err
			}
		}
		a.next++
	}
	return nil
}

// typeOf returns the number of a line's kind, type and mode.
func (a *addition) typeOf(line *annals.Line) (int64, error) {
	key := typeKey{line.Kind, line.Type, line.Mode}
	if number, known := a.types[key]; known {
		return number, nil
	}
	var number int64
	err := a.tx.QueryRowContext(a.ctx, `INSERT INTO types (kind, type, mode) VALUES ($1, $2, $3) RETURNING number`,
		key.kind, key.name, key.mode).Scan(&number)
	if err != nil {
		return 0, fmt.Errorf("a new type: %w", err)
	}
	a.types[key] = number
	return number, nil
}
