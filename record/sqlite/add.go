package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"runtime"
	"strings"

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
	packed := make([][]packedBlock, len(entries))
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
func (s *Store) addPacked(ctx context.Context, entries []record.Entry, packed [][]packedBlock) error {
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	a, err := s.newAddition(ctx, tx)
	if err != nil {
		return err
	}
	for i := range entries {
		if err := a.add(&entries[i], packed[i]); err != nil {
			return fmt.Errorf("the document %q: %w", entries[i].Document.ID, err)
		}
	}
	return tx.Commit()
}

// addition is a transaction that adds.
type addition struct {
	ctx   context.Context
	tx    *sql.Tx
	codec *codec

	kept, insert, replace, gone, block, line, word, mark *sql.Stmt

	types              map[typeKey]int64
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
	a := &addition{ctx: ctx, tx: tx, codec: s.codec, types: map[typeKey]int64{}}
	const columns = `id, fingerprint, origin, coder, added, title, url, source, language, published, sentences, lines`
	for _, p := range []struct {
		statement **sql.Stmt
		text      string
	}{
		{&a.kept, `SELECT number, fingerprint FROM documents WHERE id = $1`},
		{&a.insert, `INSERT INTO documents (` + columns + `) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING number`},
		{&a.replace, `UPDATE documents SET (` + columns + `) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) WHERE number = $13`},
		{&a.gone, `DELETE FROM lines WHERE number >= $1 AND number < $2`},
		{&a.block, `INSERT INTO blocks (number, document, first_sentence, sentences, first_line, lines, data) VALUES ($1, $2, $3, $4, $5, $6, $7)`},
		{&a.line, `INSERT INTO lines (number, type, status, from_day, to_day, id) VALUES ($1, $2, $3, $4, $5, $6)`},
		{&a.word, `INSERT INTO words (rowid, text) VALUES ($1, $2)`},
		{&a.mark, `INSERT INTO marks (rowid, text) VALUES ($1, $2)`},
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

// add writes one entry in the place of what is kept under its id.
func (a *addition) add(e *record.Entry, blocks []packedBlock) error {
	var number int64
	var fingerprint string
	err := a.kept.QueryRowContext(a.ctx, e.Document.ID).Scan(&number, &fingerprint)
	isNew := errors.Is(err, sql.ErrNoRows)
	switch {
	case err != nil && !isNew:
		return err
	case !isNew && fingerprint == e.Fingerprint:
		return nil
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
	if err != nil {
		return err
	}
	for i := range blocks {
		if err := a.addBlock(number, &blocks[i]); err != nil {
			return err
		}
	}
	return nil
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
		if _, err := a.line.ExecContext(a.ctx, a.next, kind, r.status, r.from, r.to, r.id); err != nil {
			return err
		}
		if _, err := a.mark.ExecContext(a.ctx, a.next, r.marks); err != nil {
			return err
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

// remove takes away the blocks of a document and what the indexes say of them. The
// indexes of words have to be told what they were told when it was added.
func (a *addition) remove(document int64, id string) error {
	stored, err := blocksOfDocument(a.ctx, a.tx, document)
	if err != nil {
		return err
	}
	for i := range stored {
		if err := a.removeBlock(&stored[i], id); err != nil {
			return err
		}
	}
	_, err = a.tx.ExecContext(a.ctx, `DELETE FROM blocks WHERE document = $1`, document)
	return err
}

func (a *addition) removeBlock(stored *storedBlock, id string) error {
	b, err := a.codec.open(stored)
	if err != nil {
		return err
	}
	for i, text := range b.sentences() {
		if err := a.forget("words", stored.firstSentence+int64(i), foldedText(text)); err != nil {
			return err
		}
	}
	ids, err := idsOf(a.ctx, a.tx, stored)
	if err != nil {
		return err
	}
	for i := range b.lines {
		line, err := b.line(i, &origin{document: id}, ids[i])
		if err != nil {
			return err
		}
		if err := a.forget("marks", stored.firstLine+int64(i), marksOf(line)); err != nil {
			return err
		}
	}
	_, err = a.gone.ExecContext(a.ctx, stored.firstLine, stored.firstLine+int64(len(b.lines)))
	return err
}

// foldedText is a sentence as the index of words has it.
func foldedText(sentence string) string { return strings.Join(record.Fold(sentence), " ") }

// forget takes a row out of an index of words.
func (a *addition) forget(index string, number int64, text string) error {
	_, err := a.tx.ExecContext(a.ctx, `INSERT INTO `+index+` (`+index+`, rowid, text) VALUES ('delete', $1, $2)`, number, text)
	return err
}
