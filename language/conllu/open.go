package conllu

import (
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strings"
)

// Open opens a file of a treebank, gzipped where its name ends in .gz.
func Open(path string) (io.ReadCloser, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err // it says what was opened
	}
	if !strings.HasSuffix(path, ".gz") {
		return file, nil
	}
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		file.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return gzipped{unzipped, file}, nil
}

// gzipped closes the file below it too.
type gzipped struct {
	*gzip.Reader
	file *os.File
}

// Close closes both.
func (g gzipped) Close() error {
	err := g.Reader.Close()
	if below := g.file.Close(); err == nil {
		err = below
	}
	return err
}
