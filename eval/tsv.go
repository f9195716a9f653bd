package eval

import (
	"bufio"
	"errors"
	"fmt"
	"io"
)

// tsvReader reads tab-separated values as Python's csv module does, which writes
// and scores such gold: a field that begins with a quotation mark goes on to the
// next lone one, over tabs and ends of lines, and two marks in it are one; any
// other mark is a character.
type tsvReader struct {
	in    *bufio.Reader
	line  int // of the text that was read last, 1 for the first
	field []byte
}

func newTSVReader(r io.Reader) *tsvReader { return &tsvReader{in: bufio.NewReader(r), line: 1} }

// tsvState is where in a row the reader stands.
type tsvState uint8

const (
	atStart    tsvState = iota // of a row
	atField                    // at the start of a field
	inField                    // in a field without marks
	inQuotes                   // in a field within marks
	afterQuote                 // behind a mark within them
)

// read returns the next row that is not empty and its line, or io.EOF.
func (t *tsvReader) read() (row []string, line int, err error) {
	t.field = t.field[:0]
	state := atStart
	for {
		c, err := t.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF) && state == atStart:
			return nil, 0, io.EOF
		case errors.Is(err, io.EOF):
			return append(row, string(t.field)), line, nil
		case err != nil:
			return nil, 0, fmt.Errorf("line %d: %w", t.line, err)
		}
		end := (c == '\n' || c == '\r') && state != inQuotes
		if c == '\n' {
			t.line++
		}
		switch {
		case end && state == atStart:
			continue // an empty line
		case end:
			return append(row, string(t.field)), line, nil
		}
		if state == atStart {
			line, state = t.line, atField
		}
		if state = t.add(state, c); state == atField {
			row = append(row, string(t.field))
			t.field = t.field[:0]
		}
	}
}

// add takes a byte into a field. It returns atField when the field has ended.
func (t *tsvReader) add(state tsvState, c byte) tsvState {
	switch {
	case state == inQuotes && c == '"':
		return afterQuote
	case state == inQuotes:
		t.field = append(t.field, c)
		return inQuotes
	case c == '\t':
		return atField
	case state == atField && c == '"':
		return inQuotes
	case state == afterQuote && c == '"':
		t.field = append(t.field, c)
		return inQuotes
	}
	t.field = append(t.field, c)
	return inField
}
