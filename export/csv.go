package export

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"annals"
)

// listSeparator stands between the values of a cell that holds a list. The
// cells of one list have the same number of values, empty ones included, so
// that the third country belongs to the third actor.
const listSeparator = "; "

// CSV writes record lines as comma-separated values (RFC 4180, UTF-8, line end
// LF), one row a line, the first row names the columns.
//
// A spreadsheet would run a cell that begins with =, +, - or @, or with a tab
// or carriage return before one, as a formula, so that such a cell gets an
// apostrophe before it, unless it is a plain number.
type CSV struct {
	out    *csv.Writer
	header bool // the row of names has been written
	row    []string
}

// NewCSV returns a Writer of CSV. The names of the columns are written even if
// no line follows.
func NewCSV(w io.Writer) *CSV {
	return &CSV{out: csv.NewWriter(w), row: make([]string, len(columns))}
}

// Write implements Writer.
func (c *CSV) Write(line *annals.Line) error {
	if err := c.names(); err != nil {
		return err
	}
	for i, column := range columns {
		c.row[i] = Harmless(column.value(line))
	}
	if err := c.out.Write(c.row); err != nil {
		return fmt.Errorf("writing line %s as CSV: %w", line.ID, err)
	}
	return nil
}

// Flush implements Writer.
func (c *CSV) Flush() error {
	if err := c.names(); err != nil {
		return err
	}
	c.out.Flush()
	return c.out.Error()
}

// names writes the row that names the columns, once.
func (c *CSV) names() error {
	if c.header {
		return nil
	}
	c.header = true
	for i, column := range columns {
		c.row[i] = column.name
	}
	return c.out.Write(c.row)
}

// Harmless returns a cell that no spreadsheet takes for a formula.
func Harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// isNumber reports whether a cell is a decimal number with a minus sign.
func isNumber(cell string) bool {
	whole, fraction, _ := strings.Cut(strings.TrimPrefix(cell, "-"), ".")
	return whole != "" && strings.Trim(whole+fraction, "0123456789") == ""
}

// list joins one value of each element.
func list[E any](elements []E, value func(*E) string) string {
	if len(elements) == 0 {
		return ""
	}
	values := make([]string, len(elements))
	for i := range elements {
		values[i] = value(&elements[i])
	}
	return strings.Join(values, listSeparator)
}

// decimal writes a number with as many digits as it needs.
func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// optional writes a number that may be missing.
func optional(f *float64) string {
	if f == nil {
		return ""
	}
	return decimal(*f)
}
