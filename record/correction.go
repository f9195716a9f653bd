package record

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"annals"
	"annals/record/actors"
)

// Decision is what somebody has decided about two actors.
type Decision struct {
	actors.Decision
	By  string `json:"by,omitempty"`  // who
	At  string `json:"at,omitempty"`  // when, in RFC 3339
	Why string `json:"why,omitempty"` // in words
}

// Correction is what somebody has put right in a line by hand. It is kept apart from the
// line and made whenever the line is read, as long as the record has a line with that id.
// A correction that neither strikes out nor replaces anything takes back those before it.
type Correction struct {
	Line   string                     `json:"line"`             // its id
	Struck bool                       `json:"struck,omitempty"` // the text does not say this: the line is left out
	Fields map[string]json.RawMessage `json:"fields,omitempty"` // by their names in JSON: what stands in their place; null takes one away
	By     string                     `json:"by,omitempty"`     // who
	At     string                     `json:"at,omitempty"`     // when, in RFC 3339
	Why    string                     `json:"why,omitempty"`    // in words
}

// ByHand begins the field coder of a line that was corrected: "corrected by hand (NAME,
// TIME); coded by CODER".
const ByHand = "corrected by hand"

// IsEmpty reports whether a correction only takes back those before it.
func (c *Correction) IsEmpty() bool { return !c.Struck && len(c.Fields) == 0 }

// Check returns what is wrong with a correction, whatever its line says, or nil.
func (c *Correction) Check() error {
	switch {
	case c.Line == "":
		return fmt.Errorf("a correction has to name the id of its line")
	case c.Struck && len(c.Fields) > 0:
		return fmt.Errorf("correcting the line %s: one that is struck out has no fields to replace", c.Line)
	}
	for _, name := range slices.Sorted(maps.Keys(c.Fields)) {
		switch name {
		case "id", "document", "sentence", "coder":
			return fmt.Errorf("correcting the line %s: %q says which line it is, and stays", c.Line, name)
		}
	}
	_, _, err := c.Apply(&annals.Line{Kind: annals.Event, Status: annals.Actual})
	return err
}

// Apply returns a line as it is after the correction, and false if it is struck out. The
// line that is given is not changed.
func (c *Correction) Apply(line *annals.Line) (corrected *annals.Line, stands bool, err error) {
	switch {
	case c.Struck:
		return nil, false, nil
	case len(c.Fields) == 0:
		return line, true, nil
	}
	out, err := c.replace(line)
	if err == nil {
		err = checkLine(out)
	}
	if err != nil {
		return nil, false, fmt.Errorf("correcting the line %s: %w", c.Line, err)
	}
	out.Coder = ByHand
	if by := strings.Trim(c.By+", "+c.At, ", "); by != "" {
		out.Coder += " (" + by + ")"
	}
	out.Coder += "; coded by " + line.Coder
	return out, true, nil
}

// replace returns a line with the fields of a correction in the place of its own.
func (c *Correction) replace(line *annals.Line) (*annals.Line, error) {
	data, err := json.Marshal(line)
	if err != nil {
		return nil, err
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(data, &fields); err != nil {
		return nil, err
	}
	maps.Copy(fields, c.Fields)
	if data, err = json.Marshal(fields); err != nil {
		return nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var out annals.Line
	if err := dec.Decode(&out); err != nil {
		return nil, err
	}
	return &out, nil
}

// checkLine returns what is against the contract in a line that somebody has corrected.
func checkLine(line *annals.Line) error {
	switch {
	case !slices.Contains([]annals.Kind{annals.Event, annals.State, annals.Claim}, line.Kind):
		return fmt.Errorf("a line has no kind %q", line.Kind)
	case !slices.Contains([]annals.Status{annals.Actual, annals.Future, annals.Hypothetical, annals.Negated}, line.Status):
		return fmt.Errorf("a line has no status %q", line.Status)
	case line.Confidence < 0 || line.Confidence > 1:
		return fmt.Errorf("a confidence of %g is not between 0 and 1", line.Confidence)
	case line.Score != nil && (*line.Score < -10 || *line.Score > 10):
		return fmt.Errorf("a score of %g is not between -10 and 10", *line.Score)
	}
	for _, side := range [][]annals.Participant{line.Actor, line.Recipient} {
		for i := range side {
			if side[i].Text == "" {
				return fmt.Errorf("a participant lacks its words")
			}
		}
	}
	return checkWhen(line.When)
}

func checkWhen(w *annals.When) error {
	if w == nil {
		return nil
	}
	from, to := Day(0), Day(0)
	for _, end := range []struct {
		text string
		day  *Day
	}{{w.From, &from}, {w.To, &to}} {
		if end.text == "" {
			continue
		}
		day, ok := ParseDay(end.text)
		if !ok {
			return fmt.Errorf("%q is no day as YYYY-MM-DD", end.text)
		}
		*end.day = day
	}
	if w.From != "" && w.To != "" && to < from {
		return fmt.Errorf("the last possible day %s is before the first, %s", w.To, w.From)
	}
	return nil
}
