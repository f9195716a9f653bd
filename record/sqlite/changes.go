package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"annals/record/digest"
)

// What the digest depends on is counted: settings has the number of changes so far, and how
// many there were when the record was digested last, and by which rules.
const (
	changesSetting = "changes"
	digestedCount  = "digested"
	digestRules    = "rules"
)

// changed counts a change of what the digest depends on.
func changed(ctx context.Context, tx *sql.Tx) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES ($1, 1)
		ON CONFLICT (name) DO UPDATE SET value = value + 1`, changesSetting)
	return err
}

// digestState is how old the digest is.
type digestState struct {
	changes, digested int64
	rules             string
}

// isCurrent reports whether the digest is that of the record as it is, by the rules of this
// program. Of an empty record there is nothing to digest.
func (d *digestState) isCurrent() bool {
	return d.changes == d.digested && (d.changes == 0 || d.rules == digest.Rules)
}

func stateOf(ctx context.Context, q queryer) (digestState, error) {
	var d digestState
	for _, s := range []struct {
		name string
		into any
	}{{changesSetting, &d.changes}, {digestedCount, &d.digested}, {digestRules, &d.rules}} {
		err := q.QueryRowContext(ctx, `SELECT value FROM settings WHERE name = $1`, s.name).Scan(s.into)
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return d, fmt.Errorf("reading how old the digest is: %w", err)
		}
	}
	return d, nil
}

// setDigested notes that all changes up to now are in the digest.
func setDigested(ctx context.Context, tx *sql.Tx, changes int64, rules string) error {
	for name, value := range map[string]any{digestedCount: changes, digestRules: rules} {
		_, err := tx.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES ($1, $2)
			ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
		if err != nil {
			return err
		}
	}
	return nil
}

// Digested implements record.Store.
func (s *Store) Digested(ctx context.Context) (bool, error) {
	d, err := stateOf(ctx, s.read)
	if err != nil {
		return false, s.reading("the digest", err)
	}
	return d.isCurrent(), nil
}
