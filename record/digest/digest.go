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

// Rules names the rules by which digests are made. It changes with them and with their tables, so
// that whoever has kept a digest knows to make it anew.
const Rules = "merging 1"

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
	k := d.Learn(lines, documents, decisions)
	out := &Digest{Origins: k.Origins, Register: k.Register, Lines: make([]annals.Line, len(lines))}
	for i := range lines {
		out.Lines[i] = k.Register.Settle(lines[i])
	}
	out.Events = k.Gather(out.Lines).Events()
	return out
}

// Known is what has been learned from all lines and documents: what has to be known before
// a line can be settled or merged. Whoever keeps a record goes from Learn over
// Register.Settle to Gather, and needs to keep no line twice.
type Known struct {
	Origins   map[string]string // as in Digest
	Register  *actors.Register
	merger    *merge.Merger
	documents map[string]*Document
}

// Learn learns from lines, whose participants are as coding called them.
func (d *Digester) Learn(lines []annals.Line, documents []Document, decisions []actors.Decision) *Known {
	k := &Known{merger: d.merger, documents: make(map[string]*Document, len(documents))}
	prints := make([]copies.Document, len(documents))
	for i := range documents {
		doc := &documents[i]
		k.documents[doc.ID] = doc
		prints[i] = copies.Document{ID: doc.ID, Publisher: doc.Source, Fingerprint: doc.Fingerprint}
	}
	k.Origins = copies.Origins(prints)
	k.Register = d.settler.Learn(lines, k.published, decisions)
	return k
}

// Gather finds the events of lines whose participants are settled.
func (k *Known) Gather(settled []annals.Line) *merge.Gathered {
	return k.merger.Gather(settled, func(id string) merge.Document {
		return merge.Document{Published: k.published(id), Origin: k.Origins[id]}
	})
}

// published returns when a document was published, "" if that is not known.
func (k *Known) published(id string) string {
	if doc := k.documents[id]; doc != nil {
		return doc.Published
	}
	return ""
}
