package document

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"annals"
)

// jsonDocument is a line of JSON Lines. A pointer tells what is missing from
// what is empty.
type jsonDocument struct {
	ID        *string `json:"id"`
	Text      *string `json:"text"`
	Published string  `json:"published"`
	Title     string  `json:"title"`
	URL       string  `json:"url"`
	Source    string  `json:"source"`
	Language  string  `json:"language"`
}

// jsonLines yields a document a line, as they are read, and an error for each
// line that is none.
func (s *source) jsonLines(yield func(*annals.Document, error) bool) {
	first := map[string]int{} // line on which an id came first
	seen := false
	for number := 1; ; number++ {
		line, err := s.line(number)
		if errors.Is(err, io.EOF) {
			if !seen {
				yield(nil, s.errorf(0, "is empty"))
			}
			return
		}
		var broken *Error
		if err != nil && !errors.As(err, &broken) {
			yield(nil, s.errorf(number, "cannot be read further: %w", cause(err)))
			return
		}
		if err == nil && len(line) == 0 {
			continue
		}
		if !seen && len(line) == 1 {
			yield(nil, s.errorf(number, "a JSON document that goes on over several lines; JSON Lines has one document on each line"))
			return
		}
		seen = true
		var doc *annals.Document
		if err == nil {
			doc, err = s.jsonLine(line, number, first)
		}
		if !yield(doc, err) {
			return
		}
	}
}

// jsonLine turns one line into a document.
func (s *source) jsonLine(line []byte, number int, first map[string]int) (*annals.Document, error) {
	if err := s.checkText(line, number); err != nil {
		return nil, err
	}
	doc, err := parseLine(line)
	if err != nil {
		return nil, s.errorf(number, "%w", err)
	}
	if earlier, ok := first[doc.ID]; ok {
		return nil, s.errorf(number, "the id %q is that of line %d already", doc.ID, earlier)
	}
	first[doc.ID] = number
	return doc, nil
}

// parseLine parses the JSON of a line.
func parseLine(line []byte) (*annals.Document, error) {
	var j jsonDocument
	if err := json.Unmarshal(line, &j); err != nil {
		return nil, jsonError(err)
	}
	switch {
	case j.ID == nil || *j.ID == "":
		return nil, errors.New(`the document has no "id"`)
	case j.Text == nil:
		return nil, fmt.Errorf(`the document %q has no "text"`, *j.ID)
	case isBlank(*j.Text):
		return nil, fmt.Errorf(`the "text" of document %q holds no words`, *j.ID)
	}
	doc := &annals.Document{
		ID: *j.ID, Text: *j.Text, Title: j.Title, URL: j.URL, Source: j.Source, Language: j.Language,
	}
	if err := setField(doc, "published", j.Published); err != nil {
		return nil, err
	}
	return doc, nil
}

// jsonError says in plain words what is wrong with the JSON of a line.
func jsonError(err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("broken JSON at byte %d of the line: %w", syntax.Offset, err)
	case errors.As(err, &wrong) && wrong.Field == "":
		return fmt.Errorf("a JSON %s, where a document {\"id\", \"text\", ...} must stand", wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("%q is a %s, but must be a string", wrong.Field, wrong.Value)
	}
	return fmt.Errorf("broken JSON: %w", err)
}

// line reads the next line without the white space around it. A line that is
// longer than a document may be is read past and gives an *Error.
func (s *source) line(number int) ([]byte, error) {
	var line []byte
	for size := 0; ; {
		part, err := s.in.ReadSlice('\n')
		size += len(part)
		if size <= MaxText {
			line = append(line, part...)
		} else {
			line = nil
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (size == 0 || !errors.Is(err, io.EOF)):
			return nil, err
		case size > MaxText:
			return nil, s.errorf(number, "a line of %.1f MiB; one document may have at most %d MiB", float64(size)/(1<<20), MaxText>>20)
		}
		if number == 1 {
			line = bytes.TrimPrefix(line, []byte(byteOrderMark))
		}
		return bytes.TrimSpace(line), nil
	}
}
