package questions

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"annals"
	"annals/ask"
	"annals/record"
)

// SourcesAnswer is a page of the documents of the record.
type SourcesAnswer struct {
	Paging
	Sources []Source `json:"sources"`
}

// Source is a document with what the record has from it.
type Source struct {
	Document  annals.Document `json:"document"` // without its text
	Sentences int             `json:"sentences"`
	Lines     int             `json:"lines"`
	Coder     string          `json:"coder"`
	Origin    string          `json:"origin"` // the file that it came from
	Added     string          `json:"added"`  // RFC 3339
}

// Sources returns the documents of the record in the order of their publication; those
// without a date come last. Of a query it takes Source, From and To (of the publication),
// Text (words of the title or id) and the page.
func (d *Desk) Sources(ctx context.Context, q *Query) (*SourcesAnswer, error) {
	a, err := d.asked(q)
	if err != nil {
		return nil, err
	}
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	var all []Source
	for _, kept := range c.kept {
		if a.matchDocument(&kept.Document) {
			all = append(all, sourceOf(kept))
		}
	}
	slices.SortStableFunc(all, func(a, b Source) int {
		return cmp.Or(cmp.Compare(undatedLast(a.Document.Published), undatedLast(b.Document.Published)), cmp.Compare(a.Document.ID, b.Document.ID))
	})
	first, last := q.page(len(all))
	return &SourcesAnswer{Paging: q.paging(len(all)), Sources: orEmpty(all[first:last])}, nil
}

func undatedLast(published string) string { return cmp.Or(published, "~") }

func sourceOf(k *record.Kept) Source {
	return Source{Document: k.Document, Sentences: k.Sentences, Lines: k.Lines, Coder: k.Coder, Origin: k.Origin, Added: k.Added}
}

// matchDocument reports whether a document is asked for.
func (a *asked) matchDocument(doc *annals.Document) bool {
	if a.Source != "" && doc.ID != a.Source && !containsFold([]string{a.Source}, doc.Source) {
		return false
	}
	if a.ask.From != nil || a.ask.To != nil {
		first, last, err := ask.ParseDays(doc.Published)
		if err != nil || a.ask.From != nil && last < *a.ask.From || a.ask.To != nil && first > *a.ask.To {
			return false
		}
	}
	return a.Text == "" || a.search.Match(doc.Title+" "+doc.ID+" "+doc.Source)
}

// DocumentAnswer is a document with its text and the lines that were read in it.
type DocumentAnswer struct {
	Document annals.Document   `json:"document"`
	Lines    []annals.Line     `json:"lines"`  // in the order of the text; their spans count in its text
	Events   map[string]string `json:"events"` // by the id of a line: the event that it reports
	Source   Source            `json:"source"`
}

// Document returns a document, or ErrUnknown.
func (d *Desk) Document(ctx context.Context, id string) (*DocumentAnswer, error) {
	doc, err := d.store.Document(ctx, id)
	if errors.Is(err, record.ErrUnknown) {
		return nil, fmt.Errorf("%w: document %q", ErrUnknown, id)
	}
	if err != nil {
		return nil, err
	}
	kept, err := d.store.Kept(ctx, id)
	if err != nil {
		return nil, err
	}
	ids, err := d.linesOf(ctx, doc, kept)
	if err != nil {
		return nil, err
	}
	lines, err := d.lines(ctx, ids)
	if err != nil {
		return nil, err
	}
	events, err := d.events(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := &DocumentAnswer{Document: *doc, Lines: []annals.Line{}, Events: map[string]string{}, Source: sourceOf(kept)}
	for _, id := range ids {
		line := lines[id]
		if line == nil {
			continue // it was struck out, or is gone meanwhile
		}
		out.Lines = append(out.Lines, *line)
		switch event := events[id]; {
		case event != nil:
			out.Events[id] = event.ID
		case line.Kind == annals.Event:
			out.Events[id] = eventPrefix + id // it came after the record was put together
		}
	}
	return out, nil
}

// linesOf returns the ids of the lines of a document, in the order of its text. Of one that
// the catalogue of a big record does not have yet as it is, they are found by coding it
// once more, so that whoever has handed it in need not wait.
func (d *Desk) linesOf(ctx context.Context, doc *annals.Document, kept *record.Kept) ([]string, error) {
	c, err := d.catalogue(ctx)
	if err != nil {
		return nil, err
	}
	number, known := c.numbers[doc.ID]
	if !known || c.kept[number].Fingerprint != kept.Fingerprint {
		if d.coder != nil && d.coder.Version() == kept.Coder {
			var ids []string
			for _, line := range d.coder.Code(doc) {
				ids = append(ids, line.ID)
			}
			return ids, nil
		}
		if c, err = d.current(ctx, true); err != nil {
			return nil, err
		}
	}
	return c.ids(c.of(doc.ID)), nil
}

// SearchAnswer is a page of sentences that hold some words.
type SearchAnswer struct {
	Page    int     `json:"page"`
	PerPage int     `json:"per_page"`
	More    bool    `json:"more"` // there is a page behind it
	Found   []Found `json:"found"`
}

// Found is a sentence, where it stands, and the lines that were read in it.
type Found struct {
	Document annals.Document `json:"document"` // without its text
	Sentence annals.Quote    `json:"sentence"`
}

// deepestSearch is how many sentences are read for a page at most.
const deepestSearch = 10_000

// Search returns the sentences that hold the words Text of the query, in the order in which
// their documents were added.
func (d *Desk) Search(ctx context.Context, q *Query) (*SearchAnswer, error) {
	a, err := d.asked(q)
	if err != nil {
		return nil, err
	}
	if q.Text == "" {
		return nil, wrong("q: name the words to look for")
	}
	size, page := q.size(), max(q.Page, 1)
	if page*size > deepestSearch {
		return nil, wrong("page: a search shows its first %d sentences; name more words", deepestSearch)
	}
	out := &SearchAnswer{Page: page, PerPage: size, Found: []Found{}}
	n := 0
	a.search.Limit = page*size + 1
	for found, err := range d.store.Search(ctx, &a.search) {
		if err != nil {
			return nil, err
		}
		n++
		switch {
		case n > page*size:
			out.More = true
		case n > (page-1)*size:
			out.Found = append(out.Found, Found{Document: found.Document, Sentence: found.Sentence})
		}
	}
	return out, nil
}
