package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"annals"
	"annals/record"
)

// change does something to the record in one transaction, and counts it as a change.
func (s *Store) change(ctx context.Context, what string, do func(tx *sql.Tx) error) error {
	if s.write == nil {
		return fmt.Errorf("%s the record %s: %w", what, s.path, ErrReadOnly)
	}
	tx, err := s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("%s the record %s: %w", what, s.path, err)
	}
	defer tx.Rollback() //nolint:errcheck // after Commit there is nothing to take back
	if err = do(tx); err == nil {
		err = changed(ctx, tx)
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return fmt.Errorf("%s the record %s: %w", what, s.path, err)
	}
	return nil
}

// Decide implements record.Store.
func (s *Store) Decide(ctx context.Context, decisions ...record.Decision) error {
	for i := range decisions {
		if err := decisions[i].Check(); err != nil {
			return err
		}
	}
	if len(decisions) == 0 {
		return nil
	}
	return s.change(ctx, "deciding in", func(tx *sql.Tx) error {
		for i := range decisions {
			data, err := json.Marshal(&decisions[i])
			if err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO decisions (data) VALUES ($1)`, string(data)); err != nil {
				return err
			}
		}
		return nil
	})
}

// Decisions implements record.Store.
func (s *Store) Decisions(ctx context.Context) ([]record.Decision, error) {
	all, err := allJSON[record.Decision](ctx, s.read, "decisions")
	if err != nil {
		return nil, s.reading("the decisions", err)
	}
	return all, nil
}

// Correct implements record.Store.
func (s *Store) Correct(ctx context.Context, corrections ...record.Correction) error {
	for i := range corrections {
		if err := corrections[i].Check(); err != nil {
			return err
		}
	}
	if len(corrections) == 0 {
		return nil
	}
	return s.change(ctx, "correcting", func(tx *sql.Tx) error {
		a, err := s.newAddition(ctx, tx)
		if err != nil {
			return err
		}
		for i := range corrections {
			if err := a.correct(&corrections[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// correct keeps a correction and makes it in the indexes, if the record has the line.
func (a *addition) correct(c *record.Correction) error {
	data, err := json.Marshal(c)
	if err != nil {
		return err
	}
	_, err = a.tx.ExecContext(a.ctx, `INSERT INTO corrections (data) VALUES ($1)`, string(data))
	if err != nil {
		return err
	}
	a.corrections[c.Line] = c
	numbers, err := numbersOf(a.ctx, a.tx, c.Line)
	if err != nil {
		return err
	}
	r, err := newBlockReader(a.ctx, a.tx, a.codec)
	if err != nil {
		return err
	}
	for _, number := range numbers {
		raw, err := r.line(number, c.Line)
		if err != nil {
			return err
		}
		if err := a.correctIndexes(number, raw, c); err != nil {
			return err
		}
	}
	return nil
}

// correctIndexes makes the indexes say of a line what its correction does. What was
// settled of it and with which lines it was merged is for the next digest to say again.
func (a *addition) correctIndexes(number int64, raw *annals.Line, c *record.Correction) error {
	line, stands, err := c.Apply(raw)
	if err != nil {
		return err
	}
	if !stands {
		line = raw
	}
	row, err := rowOf(line)
	if err != nil {
		return err
	}
	kind, err := a.typeOf(line)
	if err != nil {
		return err
	}
	carrier, err := a.carrierOf(line)
	if err != nil {
		return err
	}
	_, err = a.tx.ExecContext(a.ctx, `UPDATE lines SET (type, status, from_day, to_day, carrier) = ($1, $2, $3, $4, $5) WHERE number = $6`,
		kind, row.status, row.from, row.to, carrier, number)
	if err != nil {
		return err
	}
	if err := a.noteYear(row.from); err != nil {
		return err
	}
	if _, err := a.tx.ExecContext(a.ctx, `DELETE FROM members WHERE line = $1`, number); err != nil {
		return err
	}
	return a.settle(number, marksOf(raw), settling{marks: moreMarks(marksOf(raw), line)})
}

// numbersOf returns the numbers of the lines with an id.
func numbersOf(ctx context.Context, tx *sql.Tx, id string) ([]int64, error) {
	rows, err := tx.QueryContext(ctx, `SELECT lines.number FROM marks CROSS JOIN lines ON lines.number = marks.rowid
		WHERE marks MATCH $1 AND lines.id = $2`, eitherMark(mark{markLine, id[:min(len(id), markedID)]}), packID(id))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []int64
	for rows.Next() {
		var number int64
		if err := rows.Scan(&number); err != nil {
			return nil, err
		}
		out = append(out, number)
	}
	return out, rows.Err()
}

// Corrections implements record.Store.
func (s *Store) Corrections(ctx context.Context) ([]record.Correction, error) {
	all, err := allJSON[record.Correction](ctx, s.read, "corrections")
	if err != nil {
		return nil, s.reading("the corrections", err)
	}
	return all, nil
}

// correctionsIn returns the corrections in force, by the ids of their lines.
func correctionsIn(ctx context.Context, q rowsQueryer) (map[string]*record.Correction, error) {
	all, err := allJSON[record.Correction](ctx, q, "corrections")
	if err != nil {
		return nil, err
	}
	out := make(map[string]*record.Correction, len(all))
	for i := range all {
		if c := &all[i]; c.IsEmpty() {
			delete(out, c.Line)
		} else {
			out[c.Line] = c
		}
	}
	return out, nil
}

// rowsQueryer is a database or a transaction.
type rowsQueryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// allJSON reads a table of JSON in its order.
func allJSON[T any](ctx context.Context, q rowsQueryer, table string) ([]T, error) {
	rows, err := q.QueryContext(ctx, `SELECT data FROM `+table+` ORDER BY number`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		var data []byte
		if err := rows.Scan(&data); err != nil {
			return nil, err
		}
		var one T
		if err := json.Unmarshal(data, &one); err != nil {
			return nil, fmt.Errorf("%s: %w", table, err)
		}
		out = append(out, one)
	}
	return out, rows.Err()
}
