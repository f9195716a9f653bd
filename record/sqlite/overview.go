package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"
	"slices"
	"strings"

	"annals/record"
	"annals/record/actors"
)

// Overview implements record.Store.
func (s *Store) Overview(ctx context.Context, between [2]string) (*record.Overview, error) {
	o, err := s.overview(ctx, between)
	if err != nil {
		return nil, s.reading("the counts", err)
	}
	return o, nil
}

func (s *Store) overview(ctx context.Context, between [2]string) (*record.Overview, error) {
	slices.Sort(between[:])
	var o record.Overview
	var data []byte
	err := s.read.QueryRowContext(ctx, `SELECT data FROM counts WHERE pair = $1`, pairKey(between)).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return &o, nil
	}
	if err != nil {
		return nil, err
	}
	return &o, s.codec.unpackJSON(data, &o)
}

// pairKey is how the table counts names two countries, and the whole record.
func pairKey(pair [2]string) string { return strings.TrimSpace(pair[0] + " " + pair[1]) }

// Tenures implements record.Store.
func (s *Store) Tenures(ctx context.Context) iter.Seq2[*actors.Tenure, error] {
	return func(yield func(*actors.Tenure, error) bool) {
		if err := s.tenures(ctx, func(t *actors.Tenure) bool { return yield(t, nil) }); err != nil {
			yield(nil, s.reading("who held which office", err))
		}
	}
}

func (s *Store) tenures(ctx context.Context, yield func(*actors.Tenure) bool) error {
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	idOf, err := tx.PrepareContext(ctx, `SELECT id FROM lines WHERE number = $1`)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, `SELECT data FROM tenures ORDER BY number`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var data []byte
		if err := rows.Scan(&data); err != nil {
			return err
		}
		var stored storedTenure
		if err := s.codec.unpackJSON(data, &stored); err != nil {
			return err
		}
		for _, number := range stored.Lines {
			var id any
			err := idOf.QueryRowContext(ctx, number).Scan(&id)
			if err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
			if err == nil { // it may be gone since
				stored.Tenure.Lines = append(stored.Tenure.Lines, unpackID(id))
			}
		}
		if !yield(&stored.Tenure) {
			return nil
		}
	}
	return rows.Err()
}
