package export

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"annals"
)

// ReadEventTable yields the events of a table of another data set ("icews", "polecat",
// "gdelt") as record lines. A bad row is an *Error in its place, and reading goes on
// behind it; where the names of the columns are missing nothing can be read.
//
// Such lines have no words, no sentence and no confidence: the tables have none.
func ReadEventTable(r io.Reader, file, name string, codes *Codes) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		layout, err := layoutOf(name)
		if err != nil {
			yield(nil, err)
			return
		}
		t := &tableReader{layout: layout, codes: codes}
		for row, err := range rows(r, file) {
			var line *annals.Line
			fatal := false
			if err == nil {
				line, fatal, err = t.row(row.text)
				if line == nil && err == nil {
					continue // the names of the columns
				}
				if err != nil {
					line, err = nil, &Error{file, row.number, err}
				}
			}
			if !yield(line, err) || fatal {
				return
			}
		}
	}
}

// maxColumns bounds the memory that the first row of a table takes.
const maxColumns = 1000

// tableReader reads the rows of a table.
type tableReader struct {
	layout *layout
	codes  *Codes
	at     map[string]int // where each column stands; nil before the first row
	width  int            // how many columns there are
}

// row reads a row. The row of names gives no line; without it nothing can be read.
func (t *tableReader) row(text []byte) (line *annals.Line, fatal bool, err error) {
	if !utf8.Valid(text) {
		return nil, t.at == nil && t.layout.named, errors.New("not UTF-8")
	}
	if n := bytes.Count(text, []byte{'\t'}) + 1; t.at != nil && n != t.width {
		return nil, false, fmt.Errorf("%d columns, where %s has %d", n, t.layout.title, t.width)
	} else if n > maxColumns {
		return nil, t.layout.named, fmt.Errorf("%d columns; no table of %s has so many", n, t.layout.title)
	}
	cells := strings.Split(string(text), "\t")
	for i, cell := range cells {
		cells[i] = textOf(cell)
	}
	if t.at == nil {
		isNames, err := t.learn(cells)
		if isNames || err != nil {
			return nil, err != nil, err
		}
	}
	if len(cells) != t.width {
		return nil, false, fmt.Errorf("%d columns, where %s has %d", len(cells), t.layout.title, t.width)
	}
	line, err = t.layout.read(t.codes, func(column string) string {
		if i, ok := t.at[column]; ok {
			return cells[i]
		}
		return ""
	})
	return line, false, err
}

// learn finds out where the columns stand: by the first row, if it names them.
func (t *tableReader) learn(cells []string) (isNames bool, err error) {
	t.at = map[string]int{}
	if !t.layout.named {
		for i, column := range t.layout.columns {
			t.at[column] = i
		}
		t.width = len(t.layout.columns)
		return cells[0] == t.layout.columns[0], nil
	}
	for i, name := range cells {
		t.at[name] = i
	}
	t.width = len(cells)
	for _, column := range t.layout.must {
		if !slices.Contains(cells, column) {
			return false, fmt.Errorf("this is no table of %s: the first row names no column %q", t.layout.title, column)
		}
	}
	return true, nil
}

// textOf returns the text of a cell: without the quotation marks that some editions put
// around it, without the apostrophe that keeps it from being a formula, and without spaces
// around it.
func textOf(cell string) string {
	cell = strings.TrimSpace(cell)
	if isQuoted(cell) {
		cell = strings.TrimSpace(strings.ReplaceAll(cell[1:len(cell)-1], `""`, `"`))
	} else if bare := strings.TrimPrefix(cell, "'"); bare != cell && Harmless(bare) == cell {
		cell = bare
	}
	if cell == "NULL" || cell == "None" {
		return ""
	}
	return cell
}

// imported begins the line of an event of another data set.
func (k *Codes) imported(prefix, coder, id string, day time.Time) (*annals.Line, error) {
	if id == "" {
		return nil, errors.New("the row has no id")
	}
	edtf := isoDay(day)
	return &annals.Line{
		ID: prefix + ":" + id, Kind: annals.Event, Status: annals.Actual, Coder: coder,
		When: &annals.When{EDTF: edtf, From: edtf, To: edtf, Basis: annals.BasisDocument},
	}, nil
}

// isoDay writes a day YYYY-MM-DD, with a minus sign before 1 BC.
func isoDay(day time.Time) string {
	if day.Year() < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -day.Year(), day.Month(), day.Day())
	}
	return day.Format(time.DateOnly)
}

// numberIn reads a number that may be missing.
func numberIn(column, cell string) (*float64, error) {
	if cell == "" {
		return nil, nil
	}
	f, err := strconv.ParseFloat(cell, 64)
	if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
		return nil, fmt.Errorf("%s %q is no number", column, cell)
	}
	return &f, nil
}

// placeIn is the place of a row, if it names one.
func placeIn(name, country, lat, lon string) ([]annals.Place, error) {
	if name == "" {
		return nil, nil
	}
	p := annals.Place{Text: name, Name: name, Country: country}
	var err error
	if p.Lat, err = numberIn("latitude", lat); err != nil {
		return nil, err
	}
	if p.Lon, err = numberIn("longitude", lon); err != nil {
		return nil, err
	}
	return []annals.Place{p}, nil
}

// nameOf is what to call a participant.
func nameOf(p *annals.Participant) string { return cmp.Or(p.Name, p.Text) }

func placeName(p *annals.Place) string { return cmp.Or(p.Name, p.Text) }
