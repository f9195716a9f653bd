package document

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"annals"
)

const (
	// MaxText is the most bytes that one document may have, 600,000 words. The
	// record lines of a document are in memory at once, some fifty bytes for each
	// byte of the text.
	MaxText = 4 << 20

	// MaxMarkup is the most bytes that a file of HTML or Markdown may have; its
	// tree takes many times that.
	MaxMarkup = 8 << 20

	stdinName = "-"
)

// Read yields the documents of one file, in order, and an error for each one
// that cannot be read; reading goes on after an error where that is possible.
// The name "-" reads stdin. The documents of a JSON Lines file are yielded as
// they are read. Every error is an *Error.
func Read(name string, stdin io.Reader) iter.Seq2[*annals.Document, error] {
	return func(yield func(*annals.Document, error) bool) {
		in, err := open(name, stdin)
		if err != nil {
			yield(nil, err)
			return
		}
		defer in.Close()
		ReadFrom(name, in)(yield)
	}
}

// ReadFrom is Read for what has been opened. The name tells the format and is the id of
// what is one document.
func ReadFrom(name string, in io.Reader) iter.Seq2[*annals.Document, error] {
	return func(yield func(*annals.Document, error) bool) {
		s := newSource(name, in)
		format := formatOf(name, s.in)
		if format == formatJSONLines {
			s.jsonLines(yield)
			return
		}
		yield(s.whole(format))
	}
}

// source is one file that is being read.
type source struct {
	name string
	in   *bufio.Reader
}

func newSource(name string, in io.Reader) *source {
	return &source{name: name, in: bufio.NewReaderSize(in, 64<<10)}
}

// errorf returns an Error at a line of the file, or for the whole file if line
// is 0.
func (s *source) errorf(line int, format string, args ...any) error {
	return &Error{File: s.name, Line: line, Err: fmt.Errorf(format, args...)}
}

// open opens a file for reading, or says plainly why that is not possible.
func open(name string, stdin io.Reader) (io.ReadCloser, error) {
	if name == stdinName {
		return io.NopCloser(stdin), nil
	}
	f, err := os.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &Error{File: name, Err: said{"there is no such file", err}}
	}
	if err != nil {
		return nil, &Error{File: name, Err: fmt.Errorf("cannot be opened: %w", cause(err))}
	}
	info, err := f.Stat()
	if err == nil && info.IsDir() {
		err = errors.New("is a directory; name the files in it")
	}
	if err != nil {
		f.Close()
		return nil, &Error{File: name, Err: cause(err)}
	}
	return f, nil
}

// said is an error in our own words that keeps the one it stands for.
type said struct {
	words string
	err   error
}

func (s said) Error() string { return s.words }
func (s said) Unwrap() error { return s.err }

// cause strips the operation and the path from an error of the operating
// system: Error names the file already.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

// whole reads a file that is one document.
func (s *source) whole(format format) (*annals.Document, error) {
	limit := MaxText
	if format != formatPlain {
		limit = MaxMarkup
	}
	data, err := s.all(limit)
	if err != nil {
		return nil, err
	}
	doc := &annals.Document{ID: filepath.Base(s.name)}
	switch format {
	case formatHTML:
		err = s.html(doc, data)
	case formatMarkdown:
		err = s.markdown(doc, data)
	default:
		err = s.plain(doc, data)
	}
	if err != nil {
		return nil, err
	}
	if isBlank(doc.Text) {
		return nil, s.errorf(0, "holds no words")
	}
	return doc, nil
}

// all reads the rest of the file, which must have no more bytes than limit.
func (s *source) all(limit int) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(s.in, int64(limit)+1))
	if err != nil {
		return nil, s.errorf(0, "cannot be read after byte %d: %w", len(data), cause(err))
	}
	if len(data) > limit {
		return nil, s.errorf(0, "larger than the %d MiB that one document of this kind may have; cut it into several", limit>>20)
	}
	if len(data) == 0 {
		return nil, s.errorf(0, "is empty")
	}
	return data, nil
}
