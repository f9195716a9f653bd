package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strconv"
	"strings"

	"annals"
	"annals/record"
)

// uncarried is the setting that says that there are lines whose carrier is not known, because
// they were added before the record kept it.
const uncarried = "uncarried"

// carrierOf returns the number of the words that carry a line.
func (a *addition) carrierOf(line *annals.Line) (int64, error) {
	words := record.CarrierOf(line)
	if number, known := a.carriers[words]; known {
		return number, nil
	}
	var number int64
	err := a.tx.QueryRowContext(a.ctx, `INSERT INTO carriers (words) VALUES ($1)
		ON CONFLICT (words) DO UPDATE SET words = words RETURNING number`, words).Scan(&number)
	if err != nil {
		return 0, fmt.Errorf("the words that carry a line: %w", err)
	}
	a.carriers[words] = number
	return number, nil
}

// carry notes the carriers of the lines of which they are not known.
func (t *digestTable) carry(a *addition) error {
	var found int
	if err := a.tx.QueryRowContext(a.ctx, `SELECT count(*) FROM settings WHERE name = $1`, uncarried).Scan(&found); err != nil || found == 0 {
		return err
	}
	update, err := a.tx.PrepareContext(a.ctx, `UPDATE lines SET carrier = $1 WHERE number = $2 AND carrier IS NULL`)
	if err != nil {
		return err
	}
	defer update.Close() //nolint:errcheck // its work was done, or has failed
	for i, number := range t.corpus.numbers {
		carrier, err := a.carrierOf(&t.corpus.lines[i])
		if err != nil {
			return err
		}
		if _, err := update.ExecContext(a.ctx, carrier, number); err != nil {
			return err
		}
	}
	_, err = a.tx.ExecContext(a.ctx, `DELETE FROM settings WHERE name = $1`, uncarried)
	return err
}

// wordings asks for lines that one of some wordings is about.
func (c *conditions) wordings(ctx context.Context, tx rowsQueryer, wordings []record.Wording) error {
	var all []string
	for i := range wordings {
		w := &wordings[i]
		types, err := numbersWhere(ctx, tx, `SELECT number, type, mode FROM types ORDER BY number`, func(rows *sql.Rows, number *int64) (bool, error) {
			var name, mode string
			err := rows.Scan(number, &name, &mode)
			return w.IsOf(name, mode), err
		})
		if err != nil {
			return err
		}
		condition := `lines.type IN (` + types + `)`
		if len(w.Words) > 0 {
			carriers, err := numbersWhere(ctx, tx, `SELECT number, words FROM carriers ORDER BY number`, func(rows *sql.Rows, number *int64) (bool, error) {
				var words string
				err := rows.Scan(number, &words)
				return w.Carries(words), err
			})
			if err != nil {
				return err
			}
			condition += ` AND (lines.carrier IN (` + carriers + `) OR lines.carrier IS NULL)`
		}
		all = append(all, `(`+condition+`)`)
	}
	c.where = append(c.where, `(`+strings.Join(all, " OR ")+`)`)
	return nil
}

// numbersWhere returns the numbers of the rows that scan finds wanted, as a list in SQL.
func numbersWhere(ctx context.Context, tx rowsQueryer, query string, scan func(rows *sql.Rows, number *int64) (wanted bool, err error)) (string, error) {
	rows, err := tx.QueryContext(ctx, query)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var number int64
		wanted, err := scan(rows, &number)
		if err != nil {
			return "", err
		}
		if wanted {
			out = append(out, strconv.FormatInt(number, 10))
		}
	}
	return strings.Join(out, ", "), rows.Err()
}
