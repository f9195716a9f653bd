package main

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask"
	"annals/gazetteer"
	"annals/record"
	"annals/record/actors"
	"annals/record/digest"
)

// told returns what is to be asked: the lines that collect returns, settled, and the
// events that they tell of. Where texts or files of lines are asked they are put together
// on the way; a record keeps what its texts tell together. Of a record there is what
// read reads for the query. Like collect it may return what could be read with errReported.
func (f *sourceFlags) told(cmd *cobra.Command, files []string, query *ask.Query, read func(*recordReader, *ask.Query) error) (*ask.Told, error) {
	if f.record.path != "" {
		if err := f.either(files); err != nil {
			return nil, err
		}
		if query != nil && len(query.Between) == 2 {
			defer debug.SetGCPercent(debug.SetGCPercent(lavish))
		}
		return f.record.ask(cmd, func(r *recordReader) error {
			if err := joinParties(r.ctx, r.store, query); err != nil {
				return err
			}
			return read(r, query)
		})
	}
	lines, documents, err := f.gather(cmd, files)
	if err != nil && !errors.Is(err, errReported) {
		return nil, err
	}
	d, digesting := digested(lines, documents, nil)
	if digesting != nil {
		return nil, digesting
	}
	query.Join(d.Register.Aliases())
	return toldBy(d, documents), err
}

// joinParties has a query find who was joined to another by either id.
func joinParties(ctx context.Context, s record.Store, query *ask.Query) error {
	if !query.NamesIDs() {
		return nil
	}
	aliases, err := aliasesOf(ctx, s)
	query.Join(aliases)
	return err
}

// aliasesOf returns the ids that were joined to others in a record.
func aliasesOf(ctx context.Context, s record.Store) ([]actors.Alias, error) {
	var out []actors.Alias
	for alias, err := range s.Aliases(ctx) {
		if err != nil {
			return nil, err
		}
		out = append(out, *alias)
	}
	return out, nil
}

// lavish is how much garbage may gather, in percent of what is in use, while a question reads the
// little that a record has between two parties: it saves a tenth of the time.
const lavish = 400

// matching reads what a query matches.
func matching(r *recordReader, query *ask.Query) error { return r.read(filterOf(query)) }

// matchingLines reads the lines that a query matches, without their events.
func matchingLines(r *recordReader, query *ask.Query) error {
	for line, err := range r.store.Lines(r.ctx, filterOf(query)) {
		if err != nil {
			return err
		}
		r.keep(line)
	}
	return nil
}

// digested puts together what lines tell.
func digested(lines []annals.Line, documents []source, decisions []actors.Decision) (*digest.Digest, error) {
	known, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("loading the gazetteer: %w", err)
	}
	digester, err := digest.New(known)
	if err != nil {
		return nil, fmt.Errorf("loading what is known of actors and events: %w", err)
	}
	prints := make([]digest.Document, len(documents))
	for i := range documents {
		prints[i] = documents[i].print
	}
	return digester.Digest(lines, prints, decisions), nil
}

// source is a document that lines come from.
type source struct {
	print digest.Document
	about annals.Document // without its text
}

// sourceOf returns what is to be known of a document.
func sourceOf(doc *annals.Document) source {
	s := source{digest.DocumentOf(doc), *doc}
	s.about.Text = ""
	return s
}

// toldBy is what a digest says, for questions.
func toldBy(d *digest.Digest, documents []source) *ask.Told {
	about := make([]ask.Document, len(documents))
	for i := range documents {
		about[i] = documentOf(&documents[i].about, d.Origins[documents[i].about.ID])
	}
	out := ask.NewTold(d.Lines, d.Events, about)
	out.Tenures, out.Aliases = d.Register.Tenures(), d.Register.Aliases()
	return out
}

// documentOf is what answers say of a document.
func documentOf(d *annals.Document, origin string) ask.Document {
	return ask.Document{ID: d.ID, Title: d.Title, URL: d.URL, Source: d.Source, Published: d.Published, Origin: origin}
}
