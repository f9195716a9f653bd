package questions

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"annals"
	"annals/ask"
	"annals/coder"
	"annals/gazetteer"
	"annals/record"
	"annals/what"
)

// ErrUnknown is returned for what the record does not have: a line, an event, an actor, a
// document.
var ErrUnknown = errors.New("the record has no such entry")

// Desk answers questions about a record. It is safe for concurrent use.
type Desk struct {
	store     record.Store
	known     *gazetteer.Gazetteer
	book      *what.Codebook
	coder     *coder.Coder // for Explain; may be nil
	knowledge *ask.Knowledge
	version   func() string
	file      string
	saved     func(error)

	mu   sync.Mutex // guards keep
	keep keeping
}

// Options are what a Desk needs.
type Options struct {
	Store     record.Store
	Gazetteer *gazetteer.Gazetteer
	Codebook  *what.Codebook
	Coder     *coder.Coder  // to explain lines; nil: no line is explained
	Version   func() string // changes whenever the record may have; nil: the record never changes
	File      string        // where the catalogue of a big record is kept, so that a Desk is ready at once; "": nowhere
	Saved     func(error)   // is told when it was put there, or why it could not be; may be nil
}

// New returns a Desk.
func New(o Options) (*Desk, error) {
	knowledge, err := ask.LoadKnowledge()
	if err != nil {
		return nil, fmt.Errorf("loading what begins and ends states: %w", err)
	}
	if o.Version == nil {
		o.Version = func() string { return "" }
	}
	if o.Saved == nil {
		o.Saved = func(error) {}
	}
	return &Desk{
		store: o.Store, known: o.Gazetteer, book: o.Codebook, coder: o.Coder,
		knowledge: knowledge, version: o.Version,
		file: o.File, saved: o.Saved,
	}, nil
}

// Name returns what to call a country or another party that is known by its code or id.
func (d *Desk) Name(id string) string {
	if entry := d.known.Entry(id); entry != nil {
		return entry.Name
	}
	return id
}

// quad is the quad category that the codebook gives a type.
func (d *Desk) quad(typ, mode string) string {
	if t := d.book.Type(typ, mode); t != nil {
		return t.Quad
	}
	return ""
}

// document returns what is known of a document, without its text.
func (d *Desk) document(ctx context.Context, id string) (*annals.Document, error) {
	kept, err := d.store.Kept(ctx, id)
	if errors.Is(err, record.ErrUnknown) {
		return nil, fmt.Errorf("%w: document %q", ErrUnknown, id)
	}
	if err != nil {
		return nil, err
	}
	return &kept.Document, nil
}
