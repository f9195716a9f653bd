package main

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/spf13/cobra"

	"annals"
	"annals/ask/table"
	"annals/export"
	"annals/record"
)

// newSearchCommand returns the verb search: sentences of the record.
func newSearchCommand() *cobra.Command {
	var output outputFlags
	from := recordFlags{}
	limit := 0
	cmd := &cobra.Command{
		Use:   "search WORDS...",
		Short: "Sentences of the record that hold some words, with their sources",
		Long: `search shows the sentences of all documents in the record that hold all the WORDS,
in the order in which the documents were added. Case and accents make no difference.
Words in quotation marks, as in "fishing rights", must stand one after the other, and
sanction* stands for all words that begin so.`,
		Example: `  annals search --record annals.db treaty
  annals search "diplomatic relations" Lithuania
  annals search --format csv sanction*`,
		Annotations: map[string]string{"example": "long"}, // they need a record
		RunE: func(cmd *cobra.Command, words []string) error {
			query := &record.Search{Phrases: words, Limit: limit}
			switch {
			case len(query.Words()) == 0:
				return usagef("name the WORDS to look for")
			case limit < 0:
				return usagef("--limit is 0 or more, not %d", limit)
			}
			write, flush, err := foundWriter(cmd.OutOrStdout(), &output)
			if err != nil {
				return err
			}
			return search(cmd, &from, query, write, flush)
		},
	}
	cmd.Flags().StringVar(&from.path, "record", defaultRecord, "the file of the record")
	cmd.Flags().IntVar(&limit, "limit", 100, "the most sentences; 0 for all")
	output.add(cmd, "table")
	return cmd
}

// search writes what the record has.
func search(cmd *cobra.Command, from *recordFlags, query *record.Search, write func(*record.Found) error, flush func() error) error {
	s, err := from.open(cmd.Context())
	if err != nil {
		return err
	}
	defer s.Close() //nolint:errcheck // nothing was written
	limited := *query
	if limited.Limit > 0 {
		limited.Limit++ // to know whether there are more
	}
	count := 0
	for found, err := range s.Search(cmd.Context(), &limited) {
		if err != nil {
			return err
		}
		if count++; query.Limit > 0 && count > query.Limit {
			fmt.Fprintf(cmd.ErrOrStderr(), "annals: the first %d sentences; --limit 0 shows all\n", query.Limit)
			break
		}
		if err := write(found); err != nil {
			return err
		}
	}
	if count == 0 {
		fmt.Fprintln(cmd.ErrOrStderr(), "annals: no sentence holds all these words")
	}
	return flush()
}

// sentence is a sentence that was found, as programs read it.
type sentence struct {
	Document  string       `json:"document"`
	Title     string       `json:"title,omitempty"`
	Source    string       `json:"source,omitempty"`
	Published string       `json:"published,omitempty"`
	URL       string       `json:"url,omitempty"`
	Sentence  annals.Quote `json:"sentence"`
}

// foundWriter returns what writes sentences in the format that the flags ask for.
func foundWriter(w io.Writer, f *outputFlags) (write func(*record.Found) error, flush func() error, err error) {
	style, err := look(w, f.colour)
	if err != nil {
		return nil, nil, err
	}
	switch f.format {
	case "table":
		t := table.New(w, style)
		return func(found *record.Found) error { return t.Quote(&found.Document, &found.Sentence) }, func() error { return nil }, nil
	case "jsonl":
		out := bufio.NewWriter(w)
		enc := json.NewEncoder(out)
		enc.SetEscapeHTML(false)
		return func(found *record.Found) error {
			d := &found.Document
			return enc.Encode(sentence{d.ID, d.Title, d.Source, d.Published, d.URL, found.Sentence})
		}, out.Flush, nil
	case "csv":
		return foundCSV(w)
	}
	return nil, nil, usagef("--format is jsonl, table or csv, not %q", f.format)
}

func foundCSV(w io.Writer) (write func(*record.Found) error, flush func() error, err error) {
	out := csv.NewWriter(w)
	write = func(found *record.Found) error {
		d, s := &found.Document, &found.Sentence
		row := []string{d.ID, d.Title, d.Source, d.Published, d.URL, strconv.Itoa(s.Index), strconv.Itoa(s.Span.Start()), strconv.Itoa(s.Span.End()), s.Text}
		for i := range row {
			row[i] = export.Harmless(row[i])
		}
		return out.Write(row)
	}
	flush = func() error {
		out.Flush()
		return out.Error()
	}
	names := []string{"document", "title", "source", "published", "url", "sentence_index", "sentence_start", "sentence_end", "sentence"}
	return write, flush, out.Write(names)
}
