package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"annals/record"
)

// Store is a record in a file. It is safe for concurrent use; additions wait for each
// other, those of other processes too.
type Store struct {
	path  string
	read  *sql.DB
	write *sql.DB // nil if the record was opened for reading
	codec *codec
}

var _ record.Store = (*Store)(nil)

// Open opens a record for reading. Its errors wrap ErrAbsent, ErrForeign, ErrCut or
// ErrNewer where it is that.
func Open(ctx context.Context, path string) (*Store, error) {
	s, err := open(ctx, path, false)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

// OpenToAdd opens a record for adding, with its tables brought up to date, and makes
// it if it is not there. Errors are those of Open.
func OpenToAdd(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Lstat(path); errors.Is(err, fs.ErrNotExist) {
		if err := create(ctx, path); err != nil {
			return nil, fmt.Errorf("making the record %s: %w", path, err)
		}
	}
	s, err := open(ctx, path, true)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return s, nil
}

func open(ctx context.Context, path string, toAdd bool) (*Store, error) {
	if err := checkFile(path); err != nil {
		return nil, err
	}
	s := &Store{path: path}
	var err error
	if s.read, err = connectToRead(ctx, path); err != nil {
		return nil, err
	}
	if toAdd {
		if s.write, err = connect(path, "mode=rw&_txlock=immediate"); err == nil {
			s.write.SetMaxOpenConns(1)
			err = migrate(ctx, s.write)
		}
	}
	if err == nil {
		err = s.begin(ctx)
	}
	if err != nil {
		s.Close() //nolint:errcheck // the first error is the one to tell
		return nil, err
	}
	return s, nil
}

// begin checks the version and reads what all later work needs.
func (s *Store) begin(ctx context.Context) error {
	version, err := versionOf(ctx, s.read)
	if err != nil {
		return err
	}
	if version < len(migrations) {
		return fmt.Errorf("was written by an older annals (version %d); any 'annals add' to it brings it up to version %d", version, len(migrations))
	}
	var dictionary []byte
	if err := s.read.QueryRowContext(ctx, `SELECT value FROM settings WHERE name = 'dictionary'`).Scan(&dictionary); err != nil {
		return fmt.Errorf("reading the dictionary: %w", err)
	}
	s.codec = newCodec(dictionary)
	return nil
}

// Close implements record.Store.
func (s *Store) Close() error {
	var first error
	for _, db := range []*sql.DB{s.read, s.write} { // the last one to close empties the log
		if db != nil {
			if err := db.Close(); err != nil && first == nil {
				first = fmt.Errorf("closing the record %s: %w", s.path, err)
			}
		}
	}
	return first
}

// connectToRead opens a file for reading. SQLite must be able to write beside it all
// the same, for the log that it shares with who adds; where it cannot, as on a medium
// that is read-only, the file is read as one that nobody adds to.
func connectToRead(ctx context.Context, path string) (*sql.DB, error) {
	db, err := connect(path, "mode=rw&_pragma=query_only(1)")
	if err != nil {
		return nil, err
	}
	_, err = versionOf(ctx, db)
	if err == nil {
		return db, nil
	}
	db.Close()
	if _, missing := os.Stat(path + "-wal"); !errors.Is(missing, fs.ErrNotExist) || errors.Is(err, ErrNewer) {
		return nil, err
	}
	return connect(path, "mode=ro&immutable=1")
}

// patience is how long, in milliseconds, an addition waits for that of another process, or for its
// digest of a large record.
const patience = 600_000

// connect opens a file with options of SQLite.
func connect(path, options string) (*sql.DB, error) {
	escaped := strings.NewReplacer("%", "%25", "?", "%3f", "#", "%23").Replace(filepath.ToSlash(path))
	return sql.Open("sqlite", fmt.Sprintf("file:%s?%s&_pragma=busy_timeout(%d)&_pragma=synchronous(NORMAL)&_pragma=cache_size(-65536)", escaped, options, patience))
}
