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
	"time"
)

// unfinished marks the files that create makes, behind the path of the record.
const unfinished = "-new-"

// create makes an empty record beside its place and moves it there, so that it is
// whole from the first moment on. Somebody else may do the same at the same time.
func create(ctx context.Context, path string) error {
	release, err := claim(ctx, path+unfinished+"claim")
	if err != nil {
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

// abandoned is how old a claim is that nobody holds any more: to make a record takes some
// hundredths of a second.
const abandoned = 10 * time.Second

// claim makes a folder that one program alone can make, and returns what removes it. It
// waits for others, and takes over from one that was killed.
func claim(ctx context.Context, folder string) (release func(), err error) {
	for {
		err := os.Mkdir(folder, 0o777)
		if err == nil {
			return func() { _ = os.Remove(folder) }, nil // it is taken over if it stays
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		if info, err := os.Lstat(folder); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.Remove(folder) // whoever removes it, one alone makes it again
			continue
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
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
		if strings.HasPrefix(entry.Name(), filepath.Base(path)+unfinished) && !entry.IsDir() {
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
