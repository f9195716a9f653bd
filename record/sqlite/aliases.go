package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"annals/record"
	"annals/record/actors"
)

// addAliases enters the ids that were joined to others.
func (t *digestTable) addAliases(aliases []actors.Alias) error {
	for i := range aliases {
		data, err := json.Marshal(&aliases[i])
		if err != nil {
			return fmt.Errorf("writing an alias as JSON: %w", err)
		}
		t.aliases[aliases[i].ID] = string(data)
	}
	return nil
}

// Aliases implements record.Store.
func (s *Store) Aliases(ctx context.Context) iter.Seq2[*actors.Alias, error] {
	return func(yield func(*actors.Alias, error) bool) {
		rows, err := s.read.QueryContext(ctx, `SELECT data FROM aliases ORDER BY id`)
		if err != nil {
			yield(nil, s.reading("the ids that were joined", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			var data []byte
			var alias actors.Alias
			err := rows.Scan(&data)
			if err == nil {
				err = json.Unmarshal(data, &alias)
			}
			if err != nil {
				yield(nil, s.reading("the ids that were joined", err))
				return
			}
			if !yield(&alias, nil) {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(nil, s.reading("the ids that were joined", err))
		}
	}
}

// withRemaining returns a filter that also asks for the ids that its own were joined to. What
// was coded has other ids than what was settled, so that Raw lines are asked for as they are.
func withRemaining(ctx context.Context, tx *sql.Tx, f *record.Filter) (*record.Filter, error) {
	if f == nil || f.Raw || len(f.Parties) == 0 && f.SaidBy.ID == "" {
		return f, nil
	}
	out := *f
	out.Parties = slices.Clone(f.Parties)
	all := []*record.Party{&out.SaidBy}
	for i := range out.Parties {
		all = append(all, &out.Parties[i])
	}
	for _, p := range all {
		if p.ID == "" {
			continue
		}
		var data []byte
		var alias actors.Alias
		err := tx.QueryRowContext(ctx, `SELECT data FROM aliases WHERE id = $1`, p.ID).Scan(&data)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err == nil {
			err = json.Unmarshal(data, &alias)
		}
		if err != nil {
			return nil, err
		}
		p.Remaining = alias.Of
	}
	return &out, nil
}
