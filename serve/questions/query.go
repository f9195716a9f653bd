package questions

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"annals"
	"annals/ask"
)

// Query is what is asked for. The zero value asks for everything. Its JSON names are the
// parameters of URLs (parameters.go) and the inputs of assistants' tools.
type Query struct {
	Parties []string        `json:"party,omitempty" jsonschema:"one or two parties: ISO 3166-1 alpha-3 codes (BLR), names, or ids of actors (person:jan-novak); of two, what lies between them"`
	Types   []string        `json:"type,omitempty" jsonschema:"types or modes of the codebook: COERCE, CONSULT, visit, office"`
	Modes   []string        `json:"mode,omitempty" jsonschema:"modes of the codebook: visit, arrest"`
	Kinds   []annals.Kind   `json:"kind,omitempty" jsonschema:"event, state or claim"`
	Status  []annals.Status `json:"status,omitempty" jsonschema:"actual, future, hypothetical or negated"`
	Speaker string          `json:"speaker,omitempty" jsonschema:"what this country, organization or person says"`
	Source  string          `json:"source,omitempty" jsonschema:"a publisher, or the id of a document"`
	Place   string          `json:"place,omitempty" jsonschema:"the name of a place, or the ISO 3166-1 alpha-3 code of the country where it lies"`
	From    string          `json:"from,omitempty" jsonschema:"what may have happened on this day, month or year, or later: 2010-10-27, 2010-10, 2010"`
	To      string          `json:"to,omitempty" jsonschema:"the same, or earlier"`
	Text    string          `json:"q,omitempty" jsonschema:"words that the sentence must hold; words in quotation marks stand one after the other; sanction* is all that begins so"`
	On      string          `json:"on,omitempty" jsonschema:"the day of a state: 1995-03-01"`
	By      string          `json:"by,omitempty" jsonschema:"of a series: month or year; of a network: country or actor"`
	Page    int             `json:"page,omitempty" jsonschema:"1 for the first page"`
	PerPage int             `json:"per_page,omitempty" jsonschema:"how many entries a page has, at most 1000"`
}

// The sizes of a page.
const (
	defaultPerPage = 50
	MaxPerPage     = 1000
	maxPage        = 1_000_000
	maxText        = 1000 // bytes of one value
	maxValues      = 100  // of one parameter
)

// ErrQuery is wrapped by errors that say what is wrong with a question.
var ErrQuery = errors.New("the question cannot be understood")

func wrong(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrQuery, fmt.Errorf(format, args...))
}

// Check returns what is wrong with a query, or nil.
func (q *Query) Check() error {
	if len(q.Parties) > 2 {
		return wrong("party: one or two can be named, not %d", len(q.Parties))
	}
	for _, date := range []struct{ name, value string }{{"from", q.From}, {"to", q.To}, {"on", q.On}} {
		if date.value == "" {
			continue
		}
		if _, _, err := ask.ParseDays(date.value); err != nil {
			return wrong("%s: %w", date.name, err)
		}
	}
	if err := among("kind", q.Kinds, annals.Event, annals.State, annals.Claim); err != nil {
		return err
	}
	if err := among("status", q.Status, annals.Actual, annals.Future, annals.Hypothetical, annals.Negated); err != nil {
		return err
	}
	if err := among("by", []string{q.By}, "", "month", "year", "country", "actor"); err != nil {
		return err
	}
	switch {
	case q.Page < 0 || q.Page > maxPage:
		return wrong("page: 1 is the first, %d the last that can be asked for, not %d", maxPage, q.Page)
	case q.PerPage < 0 || q.PerPage > MaxPerPage:
		return wrong("per_page: 1 to %d, not %d", MaxPerPage, q.PerPage)
	}
	return q.checkLengths()
}

// checkLengths bounds what is asked, so that no question is dear by its length.
func (q *Query) checkLengths() error {
	for _, p := range parametersOf(q) {
		values := p.values()
		if len(values) > maxValues {
			return wrong("%s: at most %d values, not %d", p.Name, maxValues, len(values))
		}
		for _, v := range values {
			if len(v) > maxText || strings.ContainsRune(v, 0) {
				return wrong("%s: a value has at most %d bytes and no zero byte", p.Name, maxText)
			}
		}
	}
	return nil
}

func among[T ~string](name string, values []T, known ...T) error {
	for _, v := range values {
		if !slices.Contains(known, v) {
			return wrong("%s: %q is none of %s", name, v, listed(known))
		}
	}
	return nil
}

func listed[T ~string](known []T) string {
	var words []string
	for _, k := range known {
		if k != "" {
			words = append(words, string(k))
		}
	}
	return strings.Join(words, ", ")
}

// page returns the first and the last place of the page that is asked for, of so many.
func (q *Query) page(total int) (first, last int) {
	size := q.size()
	first = min((max(q.Page, 1)-1)*size, total)
	return first, min(first+size, total)
}

func (q *Query) size() int {
	if q.PerPage == 0 {
		return defaultPerPage
	}
	return q.PerPage
}

// Paging says which part of an answer a page is.
type Paging struct {
	Total   int `json:"total"` // entries on all pages
	Page    int `json:"page"`
	Pages   int `json:"pages"`
	PerPage int `json:"per_page"`
}

func (q *Query) paging(total int) Paging {
	size := q.size()
	return Paging{Total: total, Page: max(q.Page, 1), Pages: max((total+size-1)/size, 1), PerPage: size}
}
