package export

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
)

// maxRow bounds the memory that one row of a file takes.
const maxRow = 8 << 20

// Error says what is wrong with a row of a file that is read.
type Error struct {
	File string
	Line int // 1 for the first line of the file
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err) }
func (e *Error) Unwrap() error { return e.Err }

// row is a line of a file without its end.
type row struct {
	number int // 1 for the first line of the file
	text   []byte
}

// rows yields the lines of a file, without empty ones. A line that is too long is an
// error in its place, and reading goes on behind it; an error of the reader ends it.
func rows(r io.Reader, file string) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			text, size, err := readRow(in)
			end := errors.Is(err, io.EOF)
			if number == 1 {
				text = bytes.TrimPrefix(text, []byte("\ufeff"))
			}
			switch {
			case err != nil && !end:
				yield(row{}, &Error{file, number, fmt.Errorf("reading: %w", err)})
				return
			case size > maxRow:
				if !yield(row{number: number}, &Error{file, number, fmt.Errorf("a line of %.1f MiB; at most %d MiB are read", float64(size)/(1<<20), maxRow>>20)}) {
					return
				}
			case len(bytes.TrimSpace(text)) > 0:
				if !yield(row{number, bytes.TrimRight(text, "\r\n")}, nil) {
					return
				}
			}
			if end {
				return
			}
		}
	}
}

// readRow reads up to the end of a line. Of a line that is too long it returns the size
// alone.
func readRow(in *bufio.Reader) (text []byte, size int, err error) {
	for {
		part, err := in.ReadSlice('\n')
		size += len(part)
		if size <= maxRow {
			text = append(text, part...)
		} else {
			text = nil
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return text, size, err
		}
	}
}
