package sqlite

import (
	"context"
	"database/sql"
	"fmt"
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
	r, err := s.newBlockReader(ctx, tx)
	if err != nil {
		return err
	}
	query, args, err := lineQuery(ctx, tx, f)
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
		if err := rows.Scan(&number, &id); err != nil {
			return err
		}
		line, err := r.line(number, unpackID(id))
		if err != nil {
			return err
		}
		if f.Match(line) && !yield(line) {
			return nil
		}
	}
	return rows.Err()
}

// lineQuery returns the statement that finds the lines of a filter, and maybe some
// more.
func lineQuery(ctx context.Context, tx *sql.Tx, f *record.Filter) (query string, args []any, err error) {
	if f.IsAll() {
		return `SELECT number, id FROM lines ORDER BY number`, nil, nil
	}
	var where []string
	add := func(condition string, arg any) {
		args = append(args, arg)
		where = append(where, strings.ReplaceAll(condition, "?", "$"+strconv.Itoa(len(args))))
	}
	from, order := `lines`, `lines.number`
	if marks := marksFor(f); marks != "" {
		order = `marks.rowid`                                         // as it comes from the index
		from = `marks CROSS JOIN lines ON lines.number = marks.rowid` // the marks first: they leave few lines
		add(`marks MATCH ?`, marks)
	}
	if f.From != nil {
		add(`(to_day >= ? OR to_day IS NULL)`, int(*f.From))
	}
	if f.To != nil {
		add(`(from_day <= ? OR from_day IS NULL)`, int(*f.To))
	}
	if len(f.Types) > 0 || len(f.Kinds) > 0 {
		numbers, err := typesOf(ctx, tx, f)
		if err != nil {
			return "", nil, err
		}
		where = append(where, `type IN (`+numbers+`)`)
	}
	if len(f.Status) > 0 {
		var numbers []string
		for i, status := range statuses {
			if slices.Contains(f.Status, status) {
				numbers = append(numbers, strconv.Itoa(i))
			}
		}
		where = append(where, `status IN (`+strings.Join(numbers, ", ")+`)`)
	}
	if len(where) == 0 { // an id too short for the index
		where = append(where, `1 = 1`)
	}
	return `SELECT lines.number, lines.id FROM ` + from + ` WHERE ` + strings.Join(where, " AND ") + ` ORDER BY ` + order, args, nil
}

// typesOf returns the numbers of the types that a filter asks for.
func typesOf(ctx context.Context, tx *sql.Tx, f *record.Filter) (string, error) {
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

// blockReader reads blocks, and keeps the one that was read last.
type blockReader struct {
	ctx        context.Context
	tx         *sql.Tx
	codec      *codec
	byLine     *sql.Stmt
	bySentence *sql.Stmt
	about      *sql.Stmt

	stored   storedBlock
	block    *block
	document *record.Kept
	number   int64 // of the document
}

func (s *Store) newBlockReader(ctx context.Context, tx *sql.Tx) (*blockReader, error) {
	r := &blockReader{ctx: ctx, tx: tx, codec: s.codec}
	for _, p := range []struct {
		statement **sql.Stmt
		text      string
	}{
		{&r.byLine, `SELECT ` + blockColumns + ` FROM blocks WHERE first_line` + ` <= $1 ORDER BY first_line DESC, number DESC LIMIT 1`},
		{&r.bySentence, `SELECT ` + blockColumns + ` FROM blocks WHERE first_sentence` + ` <= $1 ORDER BY first_sentence DESC, number DESC LIMIT 1`},
		{&r.about, `SELECT ` + keptColumns + ` FROM documents WHERE number = $1`},
	} {
		var err error
		if *p.statement, err = tx.PrepareContext(ctx, p.text); err != nil {
			return nil, fmt.Errorf("preparing to read: %w", err)
		}
	}
	return r, nil
}

// line returns a line by its number.
func (r *blockReader) line(number int64, id string) (*annals.Line, error) {
	if r.block == nil || number < r.stored.firstLine || number >= r.stored.firstLine+int64(r.stored.count) {
		if err := r.load(r.byLine, number); err != nil {
			return nil, err
		}
	}
	i := number - r.stored.firstLine
	if i >= int64(len(r.block.lines)) {
		return nil, fmt.Errorf("%w: no block has the line %s", errBlock, id)
	}
	return r.block.line(int(i), &origin{r.document.Document.ID, r.document.Coder}, id)
}

// sentence returns a sentence by its number.
func (r *blockReader) sentence(number int64) (annals.Quote, error) {
	if r.block == nil || number < r.stored.firstSentence || number >= r.stored.firstSentence+int64(len(r.block.cuts)/2) {
		if err := r.load(r.bySentence, number); err != nil {
			return annals.Quote{}, err
		}
	}
	s, ok := r.block.sentence(r.block.First + int(number-r.stored.firstSentence))
	if !ok {
		return s, fmt.Errorf("%w: no block has the sentence %d", errBlock, number)
	}
	return s, nil
}

// load reads the last block that begins with a number or before it.
func (r *blockReader) load(statement *sql.Stmt, number int64) error {
	r.block = nil
	if err := r.stored.scan(statement.QueryRowContext(r.ctx, number)); err != nil {
		return err
	}
	b, err := r.codec.open(&r.stored)
	if err != nil {
		return err
	}
	if r.document == nil || r.number != r.stored.document {
		if r.number, r.document, err = scanKept(r.about.QueryRowContext(r.ctx, r.stored.document)); err != nil {
			return err
		}
	}
	r.block = b
	return nil
}
