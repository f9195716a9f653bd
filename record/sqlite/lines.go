package sqlite

import (
	"context"
	"database/sql"
	"iter"
	"slices"
	"strconv"
	"strings"

	"annals"
	"annals/record"
)

// Lines implements record.Store. The indexes find the numbers of the lines, and the
// blocks that hold them are read one after the other.
func (s *Store) Lines(ctx context.Context, f *record.Filter) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		if err := s.lines(ctx, f, func(line *annals.Line) bool { return yield(line, nil) }); err != nil {
			yield(nil, s.reading("lines", err))
		}
	}
}

func (s *Store) lines(ctx context.Context, f *record.Filter, yield func(*annals.Line) bool) error {
	tx, err := s.read.BeginTx(ctx, nil) // the record as it is now, whatever is added meanwhile
	if err != nil {
		return err
	}
	defer tx.Rollback() //nolint:errcheck // it has changed nothing
	r, err := s.newLineReader(ctx, tx)
	if err != nil {
		return err
	}
	if f, err = withRemaining(ctx, tx, f); err != nil {
		return err
	}
	if isDense(f) {
		if err := r.readAhead(tx); err != nil {
			return err
		}
		defer r.close()
	}
	query, args, err := lineQuery(ctx, tx, f, len(r.corrections) > 0)
	if err != nil {
		return err
	}
	rows, err := tx.QueryContext(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var number int64
		var id any
		var names []byte
		if err := rows.Scan(&number, &id, &names); err != nil {
			return err
		}
		line, err := r.line(number, unpackID(id))
		if err == nil && (f == nil || !f.Raw) {
			line, err = r.settled(line, names)
		}
		if err != nil {
			return err
		}
		if line != nil && f.Match(line) && !yield(line) {
			return nil
		}
	}
	return rows.Err()
}

// lineQuery returns the statement that finds the lines of a filter, and maybe some
// more. The columns are those of corrected lines, the marks those of both.
func lineQuery(ctx context.Context, tx *sql.Tx, f *record.Filter, corrected bool) (query string, args []any, err error) {
	const columns, settled = `SELECT lines.number, lines.id, settled.names FROM `, ` LEFT JOIN settled ON settled.line = lines.number`
	c := conditions{}
	if f.IsAll() {
		return columns + `lines` + settled + ` ORDER BY lines.number`, nil, nil
	}
	marks, err := marksFor(ctx, tx, f)
	if err != nil {
		return "", nil, err
	}
	from := c.marked(marks)
	c.ids(f.IDs)
	if !f.Raw || !corrected {
		if err := c.columns(ctx, tx, f); err != nil {
			return "", nil, err
		}
	}
	if len(c.where) == 0 { // an id too short for the index
		c.where = append(c.where, `1 = 1`)
	}
	return columns + from + settled + ` WHERE ` + strings.Join(c.where, " AND ") + ` ORDER BY ` + c.order, c.args, nil
}

// conditions are what a statement asks of lines.
type conditions struct {
	where []string
	args  []any
	order string // the column of the number that the lines come by
}

func (c *conditions) add(condition string, arg any) {
	c.args = append(c.args, arg)
	c.where = append(c.where, strings.ReplaceAll(condition, "?", "$"+strconv.Itoa(len(c.args))))
}

// ids asks for lines with some ids, if there are any.
func (c *conditions) ids(ids []string) {
	if len(ids) == 0 {
		return
	}
	places := make([]string, len(ids))
	for i, id := range ids {
		c.args = append(c.args, packID(id))
		places[i] = "$" + strconv.Itoa(len(c.args))
	}
	c.where = append(c.where, `lines.id IN (`+strings.Join(places, ", ")+`)`)
}

// marked asks for marks, if there are any, and returns the tables.
func (c *conditions) marked(marks string) (from string) {
	if marks == "" {
		c.order = `lines.number`
		return `lines`
	}
	c.order = `marks.rowid` // as it comes from the index
	c.add(`marks MATCH ?`, marks)
	return `marks CROSS JOIN lines ON lines.number = marks.rowid` // the marks first: they leave few lines
}

// columns asks for what the table of lines has of a filter.
func (c *conditions) columns(ctx context.Context, tx *sql.Tx, f *record.Filter) error {
	if f.From != nil {
		c.add(`(to_day >= ? OR to_day IS NULL)`, int(*f.From))
	}
	if f.To != nil {
		c.add(`(from_day <= ? OR from_day IS NULL)`, int(*f.To))
	}
	if len(f.Types) > 0 || len(f.Kinds) > 0 {
		numbers, err := typesOf(ctx, tx, f)
		if err != nil {
			return err
		}
		c.where = append(c.where, `lines.type IN (`+numbers+`)`)
	}
	if len(f.Wordings) > 0 {
		if err := c.wordings(ctx, tx, f.Wordings); err != nil {
			return err
		}
	}
	if len(f.Status) > 0 {
		var numbers []string
		for i, status := range statuses {
			if slices.Contains(f.Status, status) {
				numbers = append(numbers, strconv.Itoa(i))
			}
		}
		c.where = append(c.where, `status IN (`+strings.Join(numbers, ", ")+`)`)
	}
	return nil
}

// typesOf returns the numbers of the types that a filter asks for.
func typesOf(ctx context.Context, tx rowsQueryer, f *record.Filter) (string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT number, kind, type, mode FROM types ORDER BY number`)
	if err != nil {
		return "", err
	}
	defer rows.Close()
	var numbers []string
	for rows.Next() {
		var number int
		var key typeKey
		if err := rows.Scan(&number, &key.kind, &key.name, &key.mode); err != nil {
			return "", err
		}
		if f.MatchType(key.kind, key.name, key.mode) {
			numbers = append(numbers, strconv.Itoa(number))
		}
	}
	return strings.Join(numbers, ", "), rows.Err()
}
