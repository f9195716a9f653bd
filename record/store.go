package record

import (
	"context"
	"errors"
	"iter"

	"annals"
	"annals/record/actors"
	"annals/record/digest"
	"annals/record/merge"
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
//
// Beside what was read, a Store keeps what users have decided about actors and
// corrected in lines, and the digest of all of it: whom the participants were settled
// to be, which lines tell of one event, and how many events there were. Decisions and
// corrections are never touched by Add. A digest that is older than the lines is not
// wrong: lines that came after it stand for themselves, unsettled and unmerged, until
// Digest is called again.
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

	// Lines yields the lines that a filter matches; nil matches all. Their participants
	// are settled, corrections are made, and what was struck out is left out; with
	// Filter.Raw they come as they were added. It ends after an error.
	Lines(ctx context.Context, f *Filter) iter.Seq2[*annals.Line, error]

	// Events yields the merged events that a filter matches (see Filter.MatchEvent), in
	// the order of their dates, undated ones first; nil matches all. It ends after an
	// error.
	Events(ctx context.Context, f *Filter) iter.Seq2[*merge.Event, error]

	// Reported yields what Events yields, with the lines that report each event and what is
	// known of their documents, which a store has at hand; in an order that is the quickest to
	// read. It ends after an error.
	Reported(ctx context.Context, f *Filter) iter.Seq2[*Reported, error]

	// Overview counts the events between two countries, by their codes, or those of the
	// whole record for two empty strings.
	Overview(ctx context.Context, between [2]string) (*Overview, error)

	// Tenures yields who held which office when, as far as lines say so, in the order of
	// owner, office and time. It ends after an error.
	Tenures(ctx context.Context) iter.Seq2[*actors.Tenure, error]

	// Aliases yields the ids that were joined to others, in their order. Who is asked for by such
	// an id, in a filter of lines that are not Raw, is found by the one that remains. It ends after
	// an error.
	Aliases(ctx context.Context) iter.Seq2[*actors.Alias, error]

	// Digest brings the digest up to date with all lines, decisions and corrections; it
	// does nothing if it is. Whoever reads meanwhile has the old digest or the new one.
	Digest(ctx context.Context, d *digest.Digester) error

	// Digested reports whether the digest is up to date.
	Digested(ctx context.Context) (bool, error)

	// Decide keeps decisions about actors, behind those that were made before: all, or
	// after an error none. They count from the next Digest on.
	Decide(ctx context.Context, decisions ...Decision) error

	// Decisions returns all decisions in their order.
	Decisions(ctx context.Context) ([]Decision, error)

	// Correct keeps corrections of lines, each in the place of an earlier one of the
	// same line: all, or after an error none. They count at once for Lines, for all else from
	// the next Digest on. The record need not have the line, or not yet again.
	Correct(ctx context.Context, corrections ...Correction) error

	// Corrections returns all corrections in their order, those that were replaced too.
	Corrections(ctx context.Context) ([]Correction, error)

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
	Copied      string // the origin that it shares with copies of its text (package copies), "" if the last Digest found none
}

// Reported is an event with its reports.
type Reported struct {
	Event     *merge.Event
	Lines     []annals.Line // settled and corrected, in the order in which they were added
	Documents []*Kept       // of each line; those of one document may be the same
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
