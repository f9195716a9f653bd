package digest

import (
	"annals"
	"annals/gazetteer"
	"annals/record/actors"
	"annals/record/copies"
	"annals/record/merge"
)

// Document is what has to be known of a document to tell whose its reports are.
type Document struct {
	ID          string
	Source      string             // who published it, "" if not known
	Published   string             // EDTF, "" if not known
	Fingerprint copies.Fingerprint // of its text
}

// DocumentOf returns what has to be known of a document.
func DocumentOf(d *annals.Document) Document {
	return Document{ID: d.ID, Source: d.Source, Published: d.Published, Fingerprint: copies.Of(d.Text)}
}

// Digest is what many documents tell together.
type Digest struct {
	Lines    []annals.Line     // those that were given, their actors settled
	Events   []merge.Event     // in the order of their dates
	Origins  map[string]string // by id of the document; documents of one origin are one source
	Register *actors.Register  // who is who, and who held which office when
}

// Digester makes digests. It is read-only and safe for concurrent use.
type Digester struct {
	settler *actors.Settler
	merger  *merge.Merger
}

// New returns a Digester with the embedded tables. An error names file and line.
func New(g *gazetteer.Gazetteer) (*Digester, error) {
	settler, err := actors.New(g)
	if err != nil {
		return nil, err
	}
	merger, err := merge.New(g)
	if err != nil {
		return nil, err
	}
	return &Digester{settler, merger}, nil
}

// Digest puts together what lines tell. A document that is not among the documents has no
// known date and is a source of its own.
func (d *Digester) Digest(lines []annals.Line, documents []Document, decisions []actors.Decision) *Digest {
	known := make(map[string]*Document, len(documents))
	prints := make([]copies.Document, len(documents))
	for i := range documents {
		doc := &documents[i]
		known[doc.ID] = doc
		prints[i] = copies.Document{ID: doc.ID, Publisher: doc.Source, Fingerprint: doc.Fingerprint}
	}
	published := func(id string) string {
		if doc := known[id]; doc != nil {
			return doc.Published
		}
		return ""
	}
	out := &Digest{Origins: copies.Origins(prints), Lines: make([]annals.Line, len(lines))}
	out.Register = d.settler.Learn(lines, published, decisions)
	for i := range lines {
		out.Lines[i] = out.Register.Settle(lines[i])
	}
	out.Events = d.merger.Events(out.Lines, func(id string) merge.Document {
		return merge.Document{Published: published(id), Origin: out.Origins[id]}
	})
	return out
}
