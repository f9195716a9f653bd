// Package annals holds the words of the record: documents, record lines,
// participants, dates, places and attributions.
//
// It is the vocabulary that every room of the house shares. It holds types
// only and imports nothing, so that anything may import it. The JSON names of
// the fields are the public contract: the command line, the store, the API and
// the exports all speak them.
package annals

// Span is a half-open range [start, end) in Unicode code points of a
// document's text. It marshals to JSON as [start, end].
type Span [2]int

// Start is the first code point of the span.
func (s Span) Start() int { return s[0] }

// End is one past the last code point of the span.
func (s Span) End() int { return s[1] }

// Overlaps reports whether two spans share a code point.
func (s Span) Overlaps(t Span) bool { return s[0] < t[1] && t[0] < s[1] }

// Contains reports whether t lies wholly within s.
func (s Span) Contains(t Span) bool { return s[0] <= t[0] && t[1] <= s[1] }

// Document is one text on its way into the record.
type Document struct {
	ID        string `json:"id"`                  // file name, URL, or the id of a JSON Lines document
	Text      string `json:"text"`                // plain text, UTF-8; every span counts in it
	Title     string `json:"title,omitempty"`     // as printed
	URL       string `json:"url,omitempty"`       // where it was published
	Source    string `json:"source,omitempty"`    // who published it
	Language  string `json:"language,omitempty"`  // BCP 47; empty means English
	Published string `json:"published,omitempty"` // EDTF day or less precise; empty if not known
}

// Words are words of the text with their position.
type Words struct {
	Text string `json:"text"`
	Span Span   `json:"span"`
}
