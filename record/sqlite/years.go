package sqlite

import (
	"context"
	"database/sql"

	"annals/record"
)

// The table years says of which years there are marks, so that a span of days with an open end
// can be asked for by marks too. A year stays when its last line goes.

// noteYears enters the years of all lines.
func noteYears(ctx context.Context, tx *sql.Tx) error {
	rows, err := tx.QueryContext(ctx, `SELECT DISTINCT from_day FROM lines WHERE from_day IS NOT NULL`)
	if err != nil {
		return err
	}
	defer rows.Close()
	years := map[int]bool{}
	for rows.Next() {
		var day record.Day
		if err := rows.Scan(&day); err != nil {
			return err
		}
		years[day.Year()] = true
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for year := range years {
		if err := noteYear(ctx, tx, year); err != nil {
			return err
		}
	}
	return nil
}

func noteYear(ctx context.Context, tx *sql.Tx, year int) error {
	_, err := tx.ExecContext(ctx, `INSERT OR IGNORE INTO years (year) VALUES ($1)`, year)
	return err
}

// noteYear enters the year of a line that begins on a day, or nil.
func (a *addition) noteYear(from any) error {
	day, dated := from.(int)
	if !dated {
		return nil
	}
	year := record.Day(day).Year()
	if a.years[year] {
		return nil
	}
	a.years[year] = true
	return noteYear(a.ctx, a.tx, year)
}

// yearsWithin returns the years of the record between those of two days, nil being open, if
// they are fewer than half of all: more have most lines anyway, and to pass over all is faster.
func yearsWithin(ctx context.Context, tx rowsQueryer, from, to *record.Day) (years []int, few bool, err error) {
	rows, err := tx.QueryContext(ctx, `SELECT year FROM years ORDER BY year`)
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	all := 0
	for rows.Next() {
		var year int
		if err := rows.Scan(&year); err != nil {
			return nil, false, err
		}
		all++
		if (from == nil || year >= from.Year()) && (to == nil || year <= to.Year()) {
			years = append(years, year)
		}
	}
	return years, 2*len(years) < all, rows.Err()
}
