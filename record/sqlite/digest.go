package sqlite

import (
	"context"
	"errors"
	"iter"

	"annals/record"
	"annals/record/actors"
	"annals/record/digest"
	"annals/record/merge"
)

var errSoon = errors.New("not yet")

// Digest implements record.Store.
func (s *Store) Digest(context.Context, *digest.Digester) error { return errSoon }

// Digested implements record.Store.
func (s *Store) Digested(context.Context) (bool, error) { return false, errSoon }

// Events implements record.Store.
func (s *Store) Events(context.Context, *record.Filter) iter.Seq2[*merge.Event, error] {
	return func(yield func(*merge.Event, error) bool) { yield(nil, errSoon) }
}

// Overview implements record.Store.
func (s *Store) Overview(context.Context, [2]string) (*record.Overview, error) { return nil, errSoon }

// Tenures implements record.Store.
func (s *Store) Tenures(context.Context) iter.Seq2[*actors.Tenure, error] {
	return func(yield func(*actors.Tenure, error) bool) { yield(nil, errSoon) }
}

// Decide implements record.Store.
func (s *Store) Decide(context.Context, ...record.Decision) error { return errSoon }

// Decisions implements record.Store.
func (s *Store) Decisions(context.Context) ([]record.Decision, error) { return nil, errSoon }

// Correct implements record.Store.
func (s *Store) Correct(context.Context, ...record.Correction) error { return errSoon }

// Corrections implements record.Store.
func (s *Store) Corrections(context.Context) ([]record.Correction, error) { return nil, errSoon }
