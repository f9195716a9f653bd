package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"
	"strings"

	"annals"
	"annals/record"
)

const keptColumns = `number, id, fingerprint, origin, coder, added, title, url, source, language, published, sentences, lines,
	(SELECT copied.origin FROM copied WHERE copied.document = documents.number)`

// keptOfDocuments are keptColumns where other tables have columns of the same names.
func keptOfDocuments() string {
	return `documents.` + strings.ReplaceAll(keptColumns, ", ", ", documents.")
}

// scanKept reads the columns, behind others if there are any.
func scanKept(rows interface{ Scan(...any) error }, others ...any) (number int64, k *record.Kept, err error) {
	k = &record.Kept{}
	d := &k.Document
	var copied sql.NullString
	err = rows.Scan(append(others, &number, &d.ID, &k.Fingerprint, &k.Origin, &k.Coder, &k.Added, &d.Title, &d.URL, &d.Source,
		&d.Language, &d.Published, &k.Sentences, &k.Lines, &copied)...)
	k.Copied = copied.String
	if errors.Is(err, sql.ErrNoRows) {
		err = record.ErrUnknown
	}
	return number, k, err
}

// Kept implements record.Store.
func (s *Store) Kept(ctx context.Context, id string) (*record.Kept, error) {
	_, k, err := scanKept(s.read.QueryRowContext(ctx, `SELECT `+keptColumns+` FROM documents WHERE id = $1`, id))
	if err != nil {
		return nil, fmt.Errorf("the document %q in the record %s: %w", id, s.path, err)
	}
	return k, nil
}

// Documents implements record.Store.
func (s *Store) Documents(ctx context.Context) iter.Seq2[*record.Kept, error] {
	return func(yield func(*record.Kept, error) bool) {
		rows, err := s.read.QueryContext(ctx, `SELECT `+keptColumns+` FROM documents ORDER BY number`)
		if err != nil {
			yield(nil, s.reading("the documents", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			_, k, err := scanKept(rows)
			if err != nil {
				yield(nil, s.reading("the documents", err))
				return
			}
			if !yield(k, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.reading("the documents", err))
		}
	}
}

// Document implements record.Store.
func (s *Store) Document(ctx context.Context, id string) (*annals.Document, error) {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, s.reading("a document", err)
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	number, k, err := scanKept(tx.QueryRowContext(ctx, `SELECT `+keptColumns+` FROM documents WHERE id = $1`, id))
	if err != nil {
		return nil, fmt.Errorf("the document %q in the record %s: %w", id, s.path, err)
	}
	blocks, err := blocksOfDocument(ctx, tx, number)
	if err != nil {
		return nil, s.reading("a document", err)
	}
	var text strings.Builder
	for i := range blocks {
		b, err := s.codec.open(&blocks[i])
		if err != nil {
			return nil, s.reading("a document", err)
		}
		text.WriteString(b.Text)
	}
	k.Document.Text = text.String()
	return &k.Document, nil
}

// reading wraps an error of reading something.
func (s *Store) reading(what string, err error) error {
	return fmt.Errorf("reading %s in the record %s: %w", what, s.path, err)
}
