package coder

import (
	"fmt"
	"sync"

	"annals"
	"annals/attribution"
	"annals/gazetteer"
	"annals/language"
	"annals/what"
	"annals/when"
	"annals/where"
	"annals/who"
)

// versionOf names the program, codebook and models that make a line.
func versionOf(book *what.Codebook) string {
	return "annals 0.1 (" + book.Version() + "; en network 3)"
}

// Coder turns documents into record lines. It is safe for concurrent use.
type Coder struct {
	reader    *language.Reader
	resolver  *who.Resolver
	book      *what.Codebook
	rules     *when.Rules
	places    *where.Places
	cues      *attribution.Cues
	names     *gazetteer.Gazetteer
	version   string              // see versionOf
	nounKinds map[string][]string // see kindsOfNouns
	pool      sync.Pool           // of *documentReading, for their memory
}

// New loads the models and the data files that are embedded in the program.
func New() (*Coder, error) {
	book, err := what.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the codebook: %w", err)
	}
	return NewWith(book)
}

// NewWith is New with another codebook.
func NewWith(book *what.Codebook) (*Coder, error) {
	c := &Coder{book: book, version: versionOf(book), nounKinds: kindsOfNouns(book)}
	var err error
	if c.reader, err = language.English(); err != nil {
		return nil, fmt.Errorf("loading the language models: %w", err)
	}
	g, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	c.names = g
	if c.resolver, err = who.New(g); err != nil {
		return nil, fmt.Errorf("loading titles and roles: %w", err)
	}
	if c.places, err = where.New(g); err != nil {
		return nil, fmt.Errorf("loading the places: %w", err)
	}
	if c.rules, err = when.New(); err != nil {
		return nil, fmt.Errorf("loading the time words: %w", err)
	}
	if c.cues, err = attribution.Load(); err != nil {
		return nil, fmt.Errorf("loading the cues of attribution: %w", err)
	}
	return c, nil
}

// Code returns the record lines of a document, in the order of its text.
func (c *Coder) Code(doc *annals.Document) []annals.Line {
	var lines []annals.Line
	c.each(doc, func(r *sentenceReading) {
		r.code()
		lines = r.lines(lines)
	})
	return lines
}

// Read is Code with the spans of all sentences of the document, those too that give
// no line: a line's Sentence.Index counts in them.
func (c *Coder) Read(doc *annals.Document) (lines []annals.Line, sentences []annals.Span) {
	c.each(doc, func(r *sentenceReading) {
		r.code()
		lines = r.lines(lines)
		sentences = append(sentences, r.s.Span)
	})
	return lines, sentences
}

// Version names the program, codebook and models, as the field "coder" of the lines
// does. Lines that the same version codes from the same document are the same.
func (c *Coder) Version() string { return c.version }

// each reads the sentences of a document one after the other. What it calls do with
// holds until do returns.
func (c *Coder) each(doc *annals.Document, do func(*sentenceReading)) {
	reading := c.reading(doc)
	// Pronouns do not reach from one part of a long document into the one before.
	for sentences := range c.reader.Parts(doc) {
		reading.cast = c.resolver.Read(doc, sentences)
		reading.part, reading.setting = sentences, nil
		for i := range sentences {
			do(reading.sentence(&sentences[i], i))
		}
		reading.cast.Release()
	}
	reading.release()
}

// reading returns the beginning of work on a document.
func (c *Coder) reading(doc *annals.Document) *documentReading {
	d, _ := c.pool.Get().(*documentReading)
	if d == nil {
		d = &documentReading{Coder: c}
	}
	d.doc = doc
	return d
}

// release hands the memory of the work on to another document.
func (d *documentReading) release() {
	clear(d.drafts[:cap(d.drafts)])
	clear(d.answers[:cap(d.answers)])
	*d = documentReading{Coder: d.Coder, drafts: d.drafts[:0], answers: d.answers[:0]}
	d.pool.Put(d)
}

// documentReading is what is known of a document while its sentences are coded
// one after the other.
type documentReading struct {
	*Coder
	doc       *annals.Document
	part      []language.Sentence // the part of the document that is being read
	cast      *who.Cast
	setting   *where.Setting // of the part, see placesHere; nil until somebody asks
	paragraph int
	things    map[string]thing // that events have told of, by their nouns
	figures   map[string]bool  // persons by id who have dealt with states and offices
	above     label            // the label of a chronology read last
	memory
	drafts  []draft  // room for the lines of a sentence
	answers []answer // room for what the cast answers about a sentence
}

// memory is what a sentence takes up from those before it in the paragraph.
type memory struct {
	narrative *annals.When         // the date that was told last
	toldIn    annals.Quote         // by this sentence
	toldKinds []string             // and the types of the events that it dates
	quotation []annals.Attribution // who said what was quoted last; nil if nothing was
	quotedBy  attribution.Source   // the words that say so
	quotedIn  annals.Quote         // and their sentence
	quotedAt  int                  // its position in the part of the document
}
