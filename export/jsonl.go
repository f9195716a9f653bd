package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"annals"
)

// JSONLines writes record lines as JSON, one object a line, with the keys in
// the order of annals.Line. Text stays readable: <, > and & are not escaped.
type JSONLines struct {
	out *bufio.Writer
	enc *json.Encoder
}

// NewJSONLines returns a Writer of JSON Lines.
func NewJSONLines(w io.Writer) *JSONLines {
	out := bufio.NewWriter(w)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	return &JSONLines{out, enc}
}

// Write implements Writer.
func (j *JSONLines) Write(line *annals.Line) error {
	if err := j.enc.Encode(line); err != nil {
		return fmt.Errorf("writing line %s as JSON: %w", line.ID, err)
	}
	return nil
}

// Flush implements Writer.
func (j *JSONLines) Flush() error { return j.out.Flush() }

// EventJSONLines writes events as JSON, one object a line, with the keys of merge.Event:
// all values side by side, why the reports were put together, and the ids of the lines.
type EventJSONLines struct{ JSONLines }

// NewEventJSONLines returns an EventWriter of JSON Lines.
func NewEventJSONLines(w io.Writer) *EventJSONLines { return &EventJSONLines{*NewJSONLines(w)} }

// WriteEvent implements EventWriter.
func (j *EventJSONLines) WriteEvent(e *Event) error {
	if err := j.enc.Encode(&e.Event); err != nil {
		return fmt.Errorf("writing event %s as JSON: %w", e.ID, err)
	}
	return nil
}
