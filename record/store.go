package record

import (
	"context"
	"errors"
	"iter"

	"annals"
)

// ErrUnknown is returned for a document that the record does not have.
var ErrUnknown = errors.New("the record has no such document")

// Store keeps a record. It may be used by many goroutines at once, but one adds at
// a time. Another process may read while one adds: it sees each document whole, as
// it was or as it is, or not at all.
//
// The lines of a Store come in the order in which they were added: documents in
// their order, and each one's lines in that of its text. A document that has
// changed counts as added anew.
type Store interface {
	// Add keeps documents with their lines, in the place of what is kept under the
	// same ids: all of them, or after an error none. It is idempotent: an entry with
	// the fingerprint of what is kept changes nothing. The ids of entries differ.
	Add(ctx context.Context, entries []Entry) error

	// Kept says what is known of a document without its text, or returns ErrUnknown.
	Kept(ctx context.Context, id string) (*Kept, error)

	// Documents yields what is known of all documents, without their texts.
	Documents(ctx context.Context) iter.Seq2[*Kept, error]

	// Document returns a document as it was added, or ErrUnknown.
	Document(ctx context.Context, id string) (*annals.Document, error)

	// Lines yields the lines that a filter matches, as they were added; nil matches
	// all. It ends after an error.
	Lines(ctx context.Context, f *Filter) iter.Seq2[*annals.Line, error]

	// Search yields the sentences that hold all the words that are asked for. It
	// ends after an error.
	Search(ctx context.Context, s *Search) iter.Seq2[*Found, error]

	// Close ends the work with the store.
	Close() error
}

// Entry is a document with what was read in it.
type Entry struct {
	Document    annals.Document
	Sentences   []annals.Span // in the order of the text, none overlapping another
	Lines       []annals.Line // in the order of the text
	Coder       string        // version of what coded it
	Origin      string        // the file that it came from
	Fingerprint string        // see FingerprintOf
	Added       string        // when, in RFC 3339; no part of the fingerprint
}

// Kept is what is known of a document, without its text.
type Kept struct {
	Document    annals.Document // Text is empty
	Coder       string
	Origin      string
	Fingerprint string
	Added       string
	Sentences   int
	Lines       int
}

// Search asks for sentences.
type Search struct {
	Phrases []string // each must stand in the sentence: words one after the other, case and accents aside; "sanction*" for all that begin so
	Limit   int      // the most sentences; 0 for all
}

// Found is a sentence that was found, and where it stands.
type Found struct {
	Document annals.Document // Text is empty
	Sentence annals.Quote
}
