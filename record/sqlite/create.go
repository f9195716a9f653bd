package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// unfinished marks the files that create makes, behind the path of the record.
const unfinished = "-new-"

// claimed is the file that whoever makes a record locks meanwhile.
const claimed = unfinished + "claim"

// create makes an empty record beside its place and moves it there, so that it is
// whole from the first moment on. Others who do the same at the same time wait.
func create(ctx context.Context, path string) error {
	release, err := claim(ctx, path+claimed)
	if err != nil {
		if _, absent := os.Lstat(path); absent == nil {
			return nil // somebody else was faster, and has removed what was waited for
		}
		return err
	}
	defer release()
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return err // somebody else was faster
	}
	if err := removeRemnants(path); err != nil {
		return err
	}
	return createBeside(ctx, path)
}

// claim locks a file, and returns what unlocks and removes it. The lock is one of SQLite's,
// which the system takes back from who is killed. Whoever waits for the file while it is removed
// gets a lock of nothing or an error, and then finds that the record is there.
func claim(ctx context.Context, path string) (release func(), err error) {
	db, err := connect(path, "mode=rwc&_txlock=exclusive")
	if err != nil {
		return nil, err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return func() {
		_ = os.Remove(path) // where open files cannot be removed it stays, and does no harm
		_ = tx.Rollback()   // nothing was written
		_ = db.Close()
	}, nil
}

// removeRemnants removes what is left of a record that was deleted: its log, which SQLite would
// take for that of the new one, and what programs have left that were killed in create.
func removeRemnants(path string) error {
	remnants := []string{path + "-wal", path + "-shm", path + "-journal"}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if name := entry.Name(); strings.HasPrefix(name, filepath.Base(path)+unfinished) && !strings.HasPrefix(name, filepath.Base(path)+claimed) {
			remnants = append(remnants, filepath.Join(filepath.Dir(path), entry.Name()))
		}
	}
	for _, remnant := range remnants {
		if err := os.Remove(remnant); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing what is left of a record that is gone: %w", err)
		}
	}
	return nil
}

func createBeside(ctx context.Context, path string) error {
	name := fmt.Sprintf("%s%s%x", path, unfinished, rand.Uint64())
	temporary, err := os.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666) // CreateTemp would keep it from other users
	if err != nil {
		return err
	}
	defer os.Remove(name) //nolint:errcheck // it is gone if all went well
	if err := temporary.Close(); err != nil {
		return err
	}
	if err := createAt(ctx, name); err != nil {
		return err
	}
	if err := os.Link(name, path); err == nil || errors.Is(err, fs.ErrExist) { // unlike Rename it never takes the place of another's
		return nil
	}
	return os.Rename(name, path) // a file system without links
}

func createAt(ctx context.Context, path string) error {
	db, err := connect(path, "mode=rw&_pragma=journal_mode(MEMORY)&_pragma=synchronous(FULL)")
	if err != nil {
		return err
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA page_size = 8192; PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	if err := migrate(ctx, db); err != nil {
		return err
	}
	if _, err := db.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return err
	}
	return db.Close()
}
