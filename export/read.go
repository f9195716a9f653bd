package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"unicode/utf8"

	"annals"
)

// ReadJSONLines yields the record lines of a file that a JSONLines has written. A
// broken row is an *Error in its place, and reading goes on behind it.
func ReadJSONLines(r io.Reader, file string) iter.Seq2[*annals.Line, error] {
	return func(yield func(*annals.Line, error) bool) {
		for row, err := range rows(r, file) {
			var line *annals.Line
			if err == nil {
				if line, err = parseLine(row.text); err != nil {
					err = &Error{file, row.number, err}
				}
			}
			if !yield(line, err) {
				return
			}
		}
	}
}

// parseLine reads the JSON of a record line and checks what no line can lack.
func parseLine(text []byte) (*annals.Line, error) {
	if !utf8.Valid(text) {
		return nil, errors.New("not UTF-8")
	}
	var line annals.Line
	if err := json.Unmarshal(text, &line); err != nil {
		return nil, fmt.Errorf("reading a record line: %w", err)
	}
	switch {
	case line.ID == "":
		return nil, errors.New(`a record line without "id"`)
	case !slices.Contains([]annals.Kind{annals.Event, annals.State, annals.Claim}, line.Kind):
		return nil, fmt.Errorf("the record line %s is of the kind %q: event, state and claim are known", line.ID, line.Kind)
	case !slices.Contains([]annals.Status{annals.Actual, annals.Future, annals.Hypothetical, annals.Negated}, line.Status):
		return nil, fmt.Errorf("the record line %s has the status %q: actual, future, hypothetical and negated are known", line.ID, line.Status)
	}
	return &line, nil
}
