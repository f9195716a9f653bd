package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"annals"
)

// listSeparator stands between the values of a cell that holds a list. The
// cells of one list have the same number of values, empty ones included, so
// that the third country belongs to the third actor; a value that holds the
// separator has ", " for it.
const listSeparator = "; "

// CSV writes record lines as comma-separated values (RFC 4180, UTF-8, line end
// LF), one row a line, the first row names the columns.
type CSV struct{ sheet[annals.Line] }

// NewCSV returns a Writer of CSV. The names of the columns are written even if
// no line follows.
func NewCSV(w io.Writer) *CSV { return &CSV{newSheet(w, lineColumns())} }

// Write implements Writer.
func (c *CSV) Write(line *annals.Line) error {
	if err := c.write(line); err != nil {
		return fmt.Errorf("writing line %s as CSV: %w", line.ID, err)
	}
	return nil
}

// sheet writes rows of one kind as CSV. No cell can be taken for a formula.
type sheet[T any] struct {
	out     *csv.Writer
	columns []column[T]
	header  bool // the row of names has been written
	row     []string
}

func newSheet[T any](w io.Writer, columns []column[T]) sheet[T] {
	return sheet[T]{out: csv.NewWriter(w), columns: columns, row: make([]string, len(columns))}
}

func (s *sheet[T]) write(of *T) error {
	if err := s.names(); err != nil {
		return err
	}
	for i := range s.columns {
		s.row[i] = Harmless(s.columns[i].value(of))
	}
	return s.out.Write(s.row)
}

// Flush implements Writer.
func (s *sheet[T]) Flush() error {
	if err := s.names(); err != nil {
		return err
	}
	s.out.Flush()
	return s.out.Error()
}

// names writes the row that names the columns, once.
func (s *sheet[T]) names() error {
	if s.header {
		return nil
	}
	s.header = true
	for i := range s.columns {
		s.row[i] = s.columns[i].name
	}
	return s.out.Write(s.row)
}

// Harmless returns a cell that no spreadsheet takes for a formula. A spreadsheet
// runs a cell that begins with =, +, - or @, also in their wide forms and behind
// white space, so that such a cell gets an apostrophe before it, unless it is a
// plain number or a list of such.
func Harmless(cell string) string {
	if cell == "" || cell[0] >= '0' && cell[0] <= '9' || cell[0] >= 'A' && cell[0] <= 'Z' || cell[0] >= 'a' && cell[0] <= 'z' {
		return cell // most cells
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeftFunc(cell, unicode.IsSpace))
	if !strings.ContainsRune("=+-@\uff1d\uff0b\uff0d\uff20", first) && !strings.ContainsRune("\t\r\n", rune(cell[0])) || areNumbers(cell) {
		return cell
	}
	return "'" + cell
}

// areNumbers reports whether a cell is a decimal number with a minus sign, or a list
// of numbers, some of which may be missing.
func areNumbers(cell string) bool {
	for part := range strings.SplitSeq(cell, listSeparator) {
		whole, fraction, _ := strings.Cut(strings.TrimPrefix(part, "-"), ".")
		if part != "" && (whole == "" || strings.Trim(whole+fraction, "0123456789") != "") {
			return false
		}
	}
	return true
}

// list joins one value of each element. No element can be taken for a formula where a
// spreadsheet cuts cells at semicolons.
func list[E any](elements []E, value func(*E) string) string {
	if len(elements) == 0 {
		return ""
	}
	values := make([]string, len(elements))
	for i := range elements {
		values[i] = Harmless(strings.ReplaceAll(value(&elements[i]), listSeparator, ", "))
	}
	return strings.Join(values, listSeparator)
}

func itself(text *string) string { return *text }

// decimal writes a number with as many digits as it needs.
func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// optional writes a number that may be missing.
func optional(f *float64) string {
	if f == nil {
		return ""
	}
	return decimal(*f)
}
