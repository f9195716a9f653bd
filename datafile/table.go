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
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("%s: not UTF-8", name)
	}
	var examples []Example
	header := false
	number := 0
	for line := range strings.SplitSeq(strings.TrimPrefix(text, "\ufeff"), "\n") {
		number++
		line = strings.TrimSuffix(line, "\r")
		if rest, ok := strings.CutPrefix(line, "# EXAMPLE "); ok {
			sentence, expect, found := strings.Cut(rest, "=>")
			if !found {
				return nil, fmt.Errorf("%s:%d: EXAMPLE without =>", name, number)
			}
			examples = append(examples, Example{number, strings.TrimSpace(sentence), strings.TrimSpace(expect)})
			continue
		}
		if strings.TrimSpace(line) == "" || line[0] == '#' {
			continue
		}
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		if !header {
			header = true
			if !slices.Equal(cells, columns) {
				return nil, fmt.Errorf("%s:%d: the columns are %q, but must be %q", name, number, cells, columns)
			}
			continue
		}
		if len(cells) > len(columns) {
			return nil, fmt.Errorf("%s:%d: %d cells, but only %d columns", name, number, len(cells), len(columns))
		}
		t.Rows = append(t.Rows, Row{File: name, Line: number, Examples: examples, columns: columns, cells: cells})
		examples = nil
	}
	if !header {
		return nil, fmt.Errorf("%s: empty: no row that names the columns", name)
	}
	if len(examples) > 0 {
		return nil, fmt.Errorf("%s:%d: EXAMPLE without a row after it", name, examples[0].Line)
	}
	return t, nil
}
