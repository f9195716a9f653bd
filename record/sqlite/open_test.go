package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"annals/record"
	"annals/record/sqlite"
	"annals/synthetic"
)

// aRecord returns the bytes of a record with some documents.
func aRecord(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "annals.db")
	s, err := sqlite.OpenToAdd(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	var entries []record.Entry
	for r := range synthetic.Reports(400, 1) {
		entries = append(entries, reportEntry(r))
	}
	if err := s.Add(context.Background(), entries); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return readFile(t, path)
}

func readFile(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// foreign returns the bytes of a database of another program.
func foreign(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "other.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{`CREATE TABLE documents (id TEXT)`, `INSERT INTO documents VALUES ('a')`} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
	return readFile(t, path)
}

// TestBadFiles holds that a file that is no whole record of this version is refused
// with the reason, and left as it was.
func TestBadFiles(t *testing.T) {
	whole := aRecord(t)
	newer := slices.Clone(whole)
	binary.BigEndian.PutUint32(newer[60:], 99)
	damaged := slices.Clone(whole)
	for i := 200; i < len(damaged); i++ {
		damaged[i] = 0x55
	}
	for name, test := range map[string]struct {
		data []byte
		want error // nil: any
	}{
		"empty":            {nil, sqlite.ErrForeign},
		"text":             {[]byte("Chile signed a treaty with Peru."), sqlite.ErrForeign},
		"long text":        {bytes.Repeat([]byte("Chile signed a treaty with Peru. "), 1000), sqlite.ErrForeign},
		"another program":  {foreign(t), sqlite.ErrForeign},
		"newer":            {newer, sqlite.ErrNewer},
		"cut in the head":  {whole[:50], sqlite.ErrCut},
		"cut at 100 bytes": {whole[:100], sqlite.ErrCut},
		"cut at a page":    {whole[:len(whole)/8192/2*8192], sqlite.ErrCut},
		"cut by a byte":    {whole[:len(whole)-1], sqlite.ErrCut},
		"damaged":          {damaged, nil},
	} {
		for verb, open := range map[string]func(context.Context, string) (*sqlite.Store, error){"Open": sqlite.Open, "OpenToAdd": sqlite.OpenToAdd} {
			t.Run(name+"/"+verb, func(t *testing.T) {
				dir := t.TempDir()
				path := filepath.Join(dir, "annals.db")
				if err := os.WriteFile(path, test.data, 0o600); err != nil {
					t.Fatal(err)
				}
				s, err := open(context.Background(), path)
				if err == nil {
					closeStore(t, s)
					t.Fatal("it was opened")
				}
				if test.want != nil && !errors.Is(err, test.want) || !bytes.Contains([]byte(err.Error()), []byte(path)) {
					t.Errorf("the error is %v, want one that names the file and is %v", err, test.want)
				}
				if !bytes.Equal(readFile(t, path), test.data) {
					t.Error("the file was changed")
				}
				if names := filesIn(t, dir); len(names) != 1 {
					t.Errorf("there are other files now: %v", names)
				}
			})
		}
	}
}

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, entry := range all {
		names = append(names, entry.Name())
	}
	return names
}

// TestOpenAbsent holds that asking makes no record.
func TestOpenAbsent(t *testing.T) {
	dir := t.TempDir()
	if _, err := sqlite.Open(context.Background(), filepath.Join(dir, "annals.db")); !errors.Is(err, sqlite.ErrAbsent) {
		t.Errorf("the error is %v", err)
	}
	if names := filesIn(t, dir); len(names) != 0 {
		t.Errorf("there are files now: %v", names)
	}
	if _, err := sqlite.OpenToAdd(context.Background(), filepath.Join(dir, "no", "annals.db")); err == nil {
		t.Error("a record was made in a folder that is not there")
	}
}

// TestReadOnly holds that a record that was opened for reading takes nothing, that
// names with signs that mean something in a URL do, and that reading leaves the file as
// it was.
func TestReadOnly(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "100% of #1?.db")
	data := aRecord(t)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		count++
	}
	if count != 400 {
		t.Errorf("%d lines", count)
	}
	if err := s.Add(context.Background(), make([]record.Entry, 1)); !errors.Is(err, sqlite.ErrReadOnly) {
		t.Errorf("adding: %v", err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
	if !bytes.Equal(readFile(t, path), data) {
		t.Error("the file was changed")
	}
	if names := filesIn(t, dir); len(names) != 1 {
		t.Errorf("there are other files now: %v", names)
	}
}

// TestOlder holds that a record whose tables are those of an older version is brought
// up to date by adding, and that reading says so and leaves it alone.
func TestOlder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	// Version 0 has no tables.
	if _, err := db.Exec(fmt.Sprintf(`PRAGMA application_id = %d; PRAGMA journal_mode = WAL`, 0x616e6c73)); err != nil {
		t.Fatal(err)
	}
	db.Close()
	before := readFile(t, path)
	if s, err := sqlite.Open(context.Background(), path); err == nil || !bytes.Contains([]byte(err.Error()), []byte("older annals (version 0)")) {
		t.Errorf("reading: %v, %v", s, err)
	}
	if !bytes.Equal(readFile(t, path), before) {
		t.Error("reading has changed the file")
	}
	if err := addTo(path, firstReading()); err != nil {
		t.Fatal(err)
	}
	if got := len(all(t, path)); got != len(firstReading()) {
		t.Errorf("%d documents", got)
	}
}

// TestDamagedBlock holds that damage that no header tells is an error of reading.
func TestDamagedBlock(t *testing.T) {
	path := filepath.Join(t.TempDir(), "annals.db")
	if err := os.WriteFile(path, aRecord(t), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`UPDATE blocks SET data = substr(data, 1, length(data) / 2) WHERE number = 20`); err != nil {
		t.Fatal(err)
	}
	db.Close()
	s := openToAdd(t, path)
	var failed error
	count := 0
	for _, err := range s.Lines(context.Background(), nil) {
		failed = err
		count++
	}
	if failed == nil || count < 2 || count > 400 {
		t.Errorf("after %d lines: %v", count, failed)
	}
	if _, err := s.Document(context.Background(), fmt.Sprintf("report-%06d", 6)); err == nil {
		t.Error("a damaged document was read")
	}
}
