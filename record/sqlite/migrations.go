package sqlite

import (
	"context"
	"database/sql"
	_ "embed"
	"fmt"
)

// dictionary is what blocks of new records are compressed with: lines and texts like
// those to come. Each file keeps the one that it was made with, so that this one may
// change.
//
//go:embed dictionary.txt
var dictionary []byte

// migrations make the tables: the first one those of version 1, each later one the
// next version of what the one before it made. One that has been published never
// changes.
var migrations = []func(context.Context, *sql.Tx) error{
	firstTables,
	digestTables,
	questionTables,
}

// firstTables makes the tables of version 1.
//
// Sentences and lines are numbered throughout the record, and a block knows its first
// ones. Numbers are never given again, so that what an index of words still holds of
// something that is gone is never taken for something else.
func firstTables(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{
		`CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID`,
		`CREATE TABLE documents (
			number INTEGER PRIMARY KEY,
			id TEXT NOT NULL UNIQUE,
			fingerprint TEXT NOT NULL, -- hash of the document and the version of the coder
			origin TEXT NOT NULL,      -- the file that it came from
			coder TEXT NOT NULL,
			added TEXT NOT NULL,       -- RFC 3339
			title TEXT NOT NULL, url TEXT NOT NULL, source TEXT NOT NULL,
			language TEXT NOT NULL, published TEXT NOT NULL,
			sentences INTEGER NOT NULL, lines INTEGER NOT NULL)`,
		`CREATE TABLE blocks (
			number INTEGER PRIMARY KEY,
			document INTEGER NOT NULL,
			first_sentence INTEGER NOT NULL, sentences INTEGER NOT NULL,
			first_line INTEGER NOT NULL, lines INTEGER NOT NULL,
			data BLOB NOT NULL)`,
		`CREATE INDEX blocks_by_document ON blocks (document)`,
		`CREATE INDEX blocks_by_sentence ON blocks (first_sentence)`,
		`CREATE INDEX blocks_by_line ON blocks (first_line)`,
		`CREATE TABLE types (
			number INTEGER PRIMARY KEY,
			kind TEXT NOT NULL, type TEXT NOT NULL, mode TEXT NOT NULL,
			UNIQUE (kind, type, mode))`,
		`CREATE TABLE lines (
			number INTEGER PRIMARY KEY,
			type INTEGER NOT NULL,   -- of types
			status INTEGER NOT NULL, -- 0 actual, 1 future, 2 hypothetical, 3 negated
			from_day INTEGER, to_day INTEGER, -- 20101027 is 27 October 2010; NULL is not known
			id BLOB NOT NULL)`,
		`CREATE VIRTUAL TABLE words USING fts5 (text, content='', columnsize=0, detail=none,
			tokenize='ascii')`, /* record.Fold has folded it */
		`CREATE VIRTUAL TABLE marks USING fts5 (text, content='', columnsize=0, detail=none,
			tokenize="ascii tokenchars '_'")`,
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES ('dictionary', $1)`, dictionary)
	return err
}

// digestTables makes the tables of version 2: what users have decided, and what the lines
// tell together. A line or event about which nothing else is known than what its line says
// has no row in them.
//
// An event of several reports is known by the number of its first one, its head; one of a
// single report is that line.
func digestTables(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{
		`CREATE TABLE decisions (number INTEGER PRIMARY KEY, data TEXT NOT NULL) -- JSON`,
		`CREATE TABLE corrections (number INTEGER PRIMARY KEY, data TEXT NOT NULL) -- JSON`,
		`CREATE TABLE prints (document INTEGER PRIMARY KEY, data BLOB NOT NULL) -- see package copies`,
		`CREATE TABLE copied (document INTEGER PRIMARY KEY, origin TEXT NOT NULL) -- of documents that are copies`,
		`CREATE TABLE names (
			number INTEGER PRIMARY KEY,
			id TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL)`,
		`CREATE TABLE settled (
			line INTEGER PRIMARY KEY,
			names BLOB NOT NULL, -- which participants have which names, see settle.go
			more TEXT NOT NULL) -- marks that it has in the index beside those of the line as it was coded`,
		`CREATE TABLE members (line INTEGER PRIMARY KEY, head INTEGER NOT NULL)`,
		`CREATE TABLE events (head INTEGER PRIMARY KEY, data BLOB NOT NULL) -- see groups.go`,
		`CREATE TABLE links (head INTEGER PRIMARY KEY, data BLOB NOT NULL)`,
		`CREATE TABLE reasons (number INTEGER PRIMARY KEY, data TEXT NOT NULL)`,
		`CREATE TABLE tenures (number INTEGER PRIMARY KEY, data BLOB NOT NULL) -- JSON, compressed as blocks are`,
		`CREATE TABLE counts (pair TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID -- the same`,
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	_, err := tx.ExecContext(ctx, `INSERT INTO settings (name, value) SELECT 'changes', 1 WHERE EXISTS (SELECT 1 FROM documents)`)
	return err
}

// questionTables makes the tables of version 3, by which some questions need not look at all
// lines: which words carry lines, in which years there are any, and which ids were joined to
// others. Of lines that are there already the next digest notes the words.
func questionTables(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{
		`CREATE TABLE carriers (number INTEGER PRIMARY KEY, words TEXT NOT NULL UNIQUE) -- see record.CarrierOf`,
		`ALTER TABLE lines ADD COLUMN carrier INTEGER`, // of carriers; NULL is not known
		`CREATE TABLE years (year INTEGER PRIMARY KEY) -- of which lines have, or have had, the mark`,
		`CREATE TABLE aliases (id TEXT PRIMARY KEY, data TEXT NOT NULL) WITHOUT ROWID -- JSON`,
		`INSERT INTO settings (name, value) SELECT '` + uncarried + `', 1 WHERE EXISTS (SELECT 1 FROM documents)`,
		`UPDATE settings SET value = value + 1 WHERE name = '` + changesSetting + `'`,
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return noteYears(ctx, tx)
}

// migrate brings the tables up to the version that this program knows. All steps are
// done or none.
func migrate(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	version, err := versionOf(ctx, tx)
	if err != nil {
		return err
	}
	if version == len(migrations) {
		return nil // and the file stays as it is
	}
	for ; version < len(migrations); version++ {
		if err := migrations[version](ctx, tx); err != nil {
			return fmt.Errorf("making version %d of the tables: %w", version+1, err)
		}
	}
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version)); err != nil {
		return err
	}
	return tx.Commit()
}

// queryer is a database or a transaction.
type queryer interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

func versionOf(ctx context.Context, q queryer) (int, error) {
	var version int
	if err := q.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return 0, fmt.Errorf("asking for the version: %w", err)
	}
	return version, checkVersion(version)
}
