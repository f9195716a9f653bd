package datafile

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"
)

// Example is a line "# EXAMPLE sentence => expectation" of a data file.
type Example struct {
	Line     int // 1 for the first line of the file
	Sentence string
	Expect   string
}

// Row is one row of a table.
type Row struct {
	File     string
	Line     int // 1 for the first line of the file
	Examples []Example
	columns  []string
	cells    []string
}

// Table is a whole file.
type Table struct {
	File string
	Rows []Row
}

// Get returns the cell of the named column, or "" where the row ends before
// it. It panics on a column that Read was not told of: that is a mistake in
// the program, not in the file.
func (r *Row) Get(column string) string {
	i := slices.Index(r.columns, column)
	if i < 0 {
		panic("datafile: no column " + column)
	}
	if i >= len(r.cells) {
		return ""
	}
	return r.cells[i]
}

// List returns the cell of the named column cut at separator, without empty
// parts and surrounding spaces.
func (r *Row) List(column, separator string) []string {
	var out []string
	for part := range strings.SplitSeq(r.Get(column), separator) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Errorf returns an error that begins with the row's file and line.
func (r *Row) Errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %w", r.File, r.Line, fmt.Errorf(format, args...))
}

// Read reads a table whose first row must name exactly the given columns, in
// that order. Errors name the file and the line.
func Read(files fs.FS, name string, columns ...string) (*Table, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, fmt.Errorf("reading data file %s: %w", name, err)
	}
	return Parse(Title(files, name), string(data), columns...)
}

// Titled is a file system whose files a user knows by other names.
type Titled interface {
	fs.FS
	Title(name string) string
}

// Title returns the name by which errors and rows call a file: the one that the
// file system gives it if it is Titled, or else its own.
func Title(files fs.FS, name string) string {
	if titled, ok := files.(Titled); ok {
		return titled.Title(name)
	}
	return name
}

// Parse is Read on the text of a file.
func Parse(name, text string, columns ...string) (*Table, error) {
	t := &Table{File: name}
	err := parse(name, text, columns, func(r *Row) error {
		row := *r
		row.cells = slices.Clone(r.cells)
		t.Rows = append(t.Rows, row)
		return nil
	})
	if err != nil {
		return nil, err
	}
	return t, nil
}

// Each calls f with each row of a table, as Read returns them, and ends with the first
// error. A row is good until f returns: so a table of a hundred thousand rows is never in
// memory.
func Each(files fs.FS, name string, f func(*Row) error, columns ...string) error {
	data, err := fs.ReadFile(files, name)
	if err != nil {
		return fmt.Errorf("reading data file %s: %w", name, err)
	}
	return parse(Title(files, name), string(data), columns, f)
}

// parse calls f with each row of a text. The row and its cells are used again for the next.
func parse(name, text string, columns []string, f func(*Row) error) error {
	if !utf8.ValidString(text) {
		return fmt.Errorf("%s: not UTF-8", name)
	}
	var cells []string
	var examples []Example
	header := false
	number := 0
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		number++
		line = strings.TrimSuffix(line, "\r")
		if rest, ok := strings.CutPrefix(line, "# EXAMPLE "); ok {
			sentence, expect, found := strings.Cut(rest, "=>")
			if !found {
				return fmt.Errorf("%s:%d: EXAMPLE without =>", name, number)
			}
			examples = append(examples, Example{number, strings.TrimSpace(sentence), strings.TrimSpace(expect)})
			continue
		}
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells = cells[:0]
		for cell := range strings.SplitSeq(line, "\t") {
			cells = append(cells, strings.TrimSpace(cell))
		}
		if !header {
			header = true
			if !slices.Equal(cells, columns) {
				return fmt.Errorf("%s:%d: the columns are %q, but must be %q", name, number, cells, columns)
			}
			continue
		}
		if len(cells) > len(columns) {
			return fmt.Errorf("%s:%d: %d cells, but only %d columns", name, number, len(cells), len(columns))
		}
		if err := f(&Row{File: name, Line: number, Examples: examples, columns: columns, cells: cells}); err != nil {
			return err
		}
		examples = nil
	}
	if !header {
		return fmt.Errorf("%s: empty: no row that names the columns", name)
	}
	if len(examples) > 0 {
		return fmt.Errorf("%s:%d: EXAMPLE without a row after it", name, examples[0].Line)
	}
	return nil
}
