package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"annals"
)

// Text is one text with the rows that its record must and must not hold.
type Text struct {
	ID        string  `json:"id"`
	Text      string  `json:"text"`
	Published string  `json:"published"`
	Must      []Check `json:"must"`
	MustNot   []Check `json:"must_not"`
}

// Check is a row: a record line passes it when every field that is given holds.
// Fields that take "a value or a list of values" hold if one of them does.
type Check struct {
	Row       string       `json:"row"` // a label
	Kind      oneOf        `json:"kind"`
	Type      oneOf        `json:"type"`
	Mode      oneOf        `json:"mode"`
	Status    oneOf        `json:"status"`
	EDTF      oneOf        `json:"edtf"` // "" for an undated line
	Text      oneOf        `json:"text"` // all of them stand in the line's own words, or else in its sentence
	Actor     *[]PartyLike `json:"actor"`
	Recipient *[]PartyLike `json:"recipient"`
	Parties   *[]PartyLike `json:"parties"` // among actor and recipient
	SaidBy    *[]PartyLike `json:"said_by"` // in this order; an empty list: nobody says so
	Before    string       `json:"before"`  // the last possible day is not after this one
	After     string       `json:"after"`   // the first possible day is not before this one
	Where     *placeLike   `json:"where"`
	BecauseOf *Check       `json:"because_of"`
	Citations *[]string    `json:"citations"`

	source string // as it was written
}

// UnmarshalJSON reads a check and keeps its words, to be shown.
func (c *Check) UnmarshalJSON(data []byte) error {
	type plain Check
	if err := json.Unmarshal(data, (*plain)(c)); err != nil {
		return err
	}
	c.source = string(data)
	return nil
}

// String returns the check as it was written.
func (c *Check) String() string { return c.source }

// PartyLike describes a participant; empty fields match any.
type PartyLike struct {
	Country oneOf  `json:"country"`
	Name    oneOf  `json:"name"` // part of the words or the name, case and accents ignored
	Sector  string `json:"sector"`
}

// oneOf is a string or a list of strings.
type oneOf []string

// UnmarshalJSON reads a string as a list of one.
func (o *oneOf) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '[' {
		return json.Unmarshal(data, (*[]string)(o))
	}
	var one string
	if err := json.Unmarshal(data, &one); err != nil {
		return err
	}
	*o = oneOf{one}
	return nil
}

// placeLike is part of a place's words or name, or its country.
type placeLike struct{ words, country string }

// UnmarshalJSON reads a string, or an object with a country.
func (p *placeLike) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &p.words)
	}
	var object struct {
		Country string `json:"country"`
	}
	if err := json.Unmarshal(data, &object); err != nil {
		return err
	}
	p.country = object.Country
	return nil
}

// longestLine is the most bytes that a line of JSON may have.
const longestLine = 1 << 24

// ReadTexts reads texts with their rows, one JSON object a line. Errors name the
// line.
func ReadTexts(r io.Reader) ([]Text, error) {
	var out []Text
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, longestLine)
	for n := 1; lines.Scan(); n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var t Text
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return nil, fmt.Errorf("reading rows, line %d: %w", n, err)
		}
		out = append(out, t)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("reading rows: %w", err)
	}
	return out, nil
}

// RowScore counts rows.
type RowScore struct {
	Held, Wanted     int
	Invented, Barred int
	Failed           []FailedRow
}

// FailedRow is a row that the record does not hold, or holds though it must not.
type FailedRow struct {
	Invented bool
	Text     *Text
	Check    *Check
	Lines    []*annals.Line // of the same kind and type; if it was invented, those that pass
}

// String returns "missing" or "invented" with the document and the label.
func (f FailedRow) String() string {
	if f.Invented {
		return "invented " + f.Text.ID + " " + f.Check.Row
	}
	return "missing " + f.Text.ID + " " + f.Check.Row
}

// Rows scores the record lines of texts.
func Rows(texts []Text, lines []annals.Line) RowScore {
	byID := map[string]*annals.Line{}
	byDocument := map[string][]*annals.Line{}
	for i := range lines {
		byID[lines[i].ID] = &lines[i]
		byDocument[lines[i].Document] = append(byDocument[lines[i].Document], &lines[i])
	}
	var s RowScore
	for i := range texts {
		t := &texts[i]
		passing := func(pass func(*annals.Line) bool) []*annals.Line {
			var out []*annals.Line
			for _, l := range byDocument[t.ID] {
				if pass(l) {
					out = append(out, l)
				}
			}
			return out
		}
		for k := range t.Must {
			c := &t.Must[k]
			s.Wanted++
			if len(passing(func(l *annals.Line) bool { return c.holds(l, byID) })) > 0 {
				s.Held++
			} else {
				s.Failed = append(s.Failed, FailedRow{false, t, c, passing(c.isOfType)})
			}
		}
		for k := range t.MustNot {
			c := &t.MustNot[k]
			s.Barred++
			if wrong := passing(func(l *annals.Line) bool { return c.holds(l, byID) }); len(wrong) > 0 {
				s.Invented++
				s.Failed = append(s.Failed, FailedRow{true, t, c, wrong})
			}
		}
	}
	return s
}
