package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
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
	tx, err := s.read.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	slices.Sort(between[:])
	var o record.Overview
	var data []byte
	err = tx.QueryRowContext(ctx, `SELECT data FROM counts WHERE pair = $1`, strings.TrimSpace(between[0]+" "+between[1])).Scan(&data)
	if err == nil {
		var text bytes.Buffer
		if err = s.codec.expand(&text, data); err == nil {
			err = json.Unmarshal(text.Bytes(), &o)
		}
	}
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return nil, err
	}
	err = tx.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(sentences), 0), coalesce(sum(lines), 0) FROM documents`).Scan(&o.Documents, &o.Sentences, &o.Lines)
	return &o, err
}

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
		if err := json.Unmarshal(data, &stored); err != nil {
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
