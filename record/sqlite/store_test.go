package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"annals/record"
	"annals/record/sqlite"
	"annals/record/storetest"
)

// TestStore runs the tests that every store must pass.
func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) record.Store {
		return openToAdd(t, filepath.Join(t.TempDir(), "annals.db"))
	})
}

// openToAdd opens a record until the test ends.
func openToAdd(tb testing.TB, path string) *sqlite.Store {
	tb.Helper()
	s, err := sqlite.OpenToAdd(context.Background(), path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { closeStore(tb, s) })
	return s
}

func closeStore(tb testing.TB, s *sqlite.Store) {
	tb.Helper()
	if err := s.Close(); err != nil {
		tb.Error(err)
	}
}
