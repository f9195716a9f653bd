package main

import (
	"context"
	"errors"
	"fmt"
	"net/netip"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/sync/errgroup"

	"annals/coder"
	"annals/document/web"
	"annals/record"
	"annals/record/sqlite"
)

// newAddCommand returns the verb add: texts in, a record that is kept.
func newAddCommand() *cobra.Command {
	var input inputFlags
	var path string
	var replace, unmerged bool
	var networks []string
	cmd := &cobra.Command{
		Use:   "add FILE|DIR|URL...",
		Short: "Read texts into a record that is kept",
		Long: `add reads texts, codes them, and keeps the texts and their lines in a record: a file
that grows with each add, and that other verbs ask with --record. The record is made
if it is not there.

What is in the record already is not read again: a document is added once, however
often it is named. If its text has changed, or what is known of it, or the version of
annals or of the codebook, its lines are replaced. So an add that was broken off, even
by a power cut, is taken up by giving the same command again.

At the end all lines are put together: names and offices are settled across documents,
and reports of one event are merged. That takes the longer the larger the record is, with
a million lines about as long as coding 100,000 sentences; --no-merge leaves it to the
next add, and 'annals add --record FILE' without texts does nothing else.

A document is known by its id. A text file has its path as id, as it is named on the
command line: give it from the same folder each time. A page has its address. A document of JSON Lines has an
id of its own; if a document with that id came into the record from another file, it
is reported and left as it is, unless --replace says that the new one takes its place.

` + filesHelp + ` Of a folder, all files are read whose extension
is one of these (.txt, .text, .md, .markdown, .html, .htm, .xhtml, .jsonl, .ndjson,
.json), in the order of their names, and those of the folders in it; hidden files and
folders are passed over. A URL is the http or https address of one page, which is
fetched each time; addresses that are not public, as those of this machine and its
network, are refused unless --allow-network names them. How many documents were new, changed and unchanged is told on
standard error.`,
		Example: `  annals add --record annals.db examples
  annals add --record annals.db --no-merge more.jsonl
  annals add --codebook cmd/annals/testdata/codebook examples/news.txt`,
		Annotations: map[string]string{"example": "long"}, // it leaves a file behind
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && !cmd.Flags().Changed("record") {
				return usagef("name at least one FILE, DIR or URL to read, or - for standard input")
			}
			files, unread := expand(args)
			for _, err := range unread {
				fmt.Fprintf(cmd.ErrOrStderr(), "annals: %v\n", err)
			}
			r, err := input.reading(cmd, files)
			if err != nil {
				return err
			}
			r.keep = true
			if r.networks, err = parseNetworks(networks); err != nil {
				return err
			}
			err = addTo(cmd, path, r, replace, unmerged)
			if err == nil && len(unread) > 0 {
				err = errReported
			}
			return err
		},
	}
	input.add(cmd)
	cmd.Flags().StringVar(&path, "record", defaultRecord, "the file of the record")
	cmd.Flags().BoolVar(&unmerged, "no-merge", false, "do not settle names and merge reports at the end")
	cmd.Flags().StringSliceVar(&networks, "allow-network", nil, "a network or address, such as 10.0.0.0/8, that pages may be fetched from though it is not public")
	cmd.Flags().BoolVar(&replace, "replace", false, "a document takes the place of one with its id that came from another file")
	return cmd
}

// addTo reads documents into a record and says how many there were.
func addTo(cmd *cobra.Command, path string, r *reading, replace, unmerged bool) error {
	ctx := cmd.Context()
	s, err := sqlite.OpenToAdd(ctx, path)
	if err != nil {
		return fmt.Errorf("opening the record %w", err)
	}
	a := &adding{store: s, replace: replace, batches: make(chan []record.Entry, 1)}
	r.work = func(c *coder.Coder, j *job) { a.code(ctx, c, j) }
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error { return a.write(ctx) })
	err = r.eachJob(func(j *job) error { return a.take(ctx, j) })
	a.flush(ctx)
	close(a.batches)
	if written := group.Wait(); written != nil {
		err = written
	}
	if (err == nil || errors.Is(err, errReported)) && !unmerged {
		if failed := putTogether(cmd, s); failed != nil {
			err = failed
		}
	}
	if closed := s.Close(); closed != nil && err == nil {
		err = closed
	}
	if err == nil || errors.Is(err, errReported) {
		fmt.Fprintf(r.stderr, "annals: %s: %s\n", path, &a.done)
	}
	return err
}

const (
	batchText  = 64 << 10        // bytes of text that are written in one transaction,
	batchDelay = time.Second / 4 // or what was read in this time
)

// adding is how documents come into a record: coded in parallel, taken in their order,
// and written while others are coded.
type adding struct {
	store   record.Store
	replace bool
	done    tally

	batch   []record.Entry
	text    int // bytes of the batch
	begun   time.Time
	batches chan []record.Entry
}

// parseNetworks reads the networks of --allow-network.
func parseNetworks(texts []string) ([]netip.Prefix, error) {
	var out []netip.Prefix
	for _, text := range texts {
		network, err := web.ParseNetwork(text)
		if err != nil {
			return nil, usagef("--allow-network: %v", err)
		}
		out = append(out, network)
	}
	return out, nil
}

// tally is what has become of the documents.
type tally struct{ new, changed, unchanged, lines int }

func (t *tally) String() string {
	return fmt.Sprintf("%d documents new, %d changed, %d unchanged; %d lines added", t.new, t.changed, t.unchanged, t.lines)
}

// code codes a document if the record does not have it as it is. It runs in parallel.
func (a *adding) code(ctx context.Context, c *coder.Coder, j *job) {
	fingerprint := record.FingerprintOf(j.doc, c.Version())
	var err error
	switch j.kept, err = a.store.Kept(ctx, j.doc.ID); {
	case errors.Is(err, record.ErrUnknown):
		j.kept = nil
	case err != nil:
		j.err = err
		return
	case j.kept.Fingerprint == fingerprint:
		return
	case j.kept.Origin != j.file && !a.replace:
		j.err = fmt.Errorf("%s: the document %q is in the record already, from %s; --replace puts this one in its place", j.file, j.doc.ID, j.kept.Origin)
		return
	}
	lines, sentences := c.Read(j.doc)
	j.lines = lines
	j.entry = &record.Entry{
		Document: *j.doc, Sentences: sentences, Lines: lines, Coder: c.Version(), Origin: j.file,
		Fingerprint: fingerprint, Added: time.Now().UTC().Format(time.RFC3339),
	}
}

// take counts a document and puts it into the batch.
func (a *adding) take(ctx context.Context, j *job) error {
	switch {
	case j.entry == nil:
		a.done.unchanged++
		return nil
	case j.kept == nil:
		a.done.new++
	default:
		a.done.changed++
	}
	a.done.lines += len(j.lines)
	if len(a.batch) == 0 {
		a.begun = time.Now()
	}
	a.batch = append(a.batch, *j.entry)
	if a.text += len(j.doc.Text); a.text >= batchText || time.Since(a.begun) >= batchDelay {
		a.flush(ctx)
	}
	return ctx.Err()
}

// flush hands the batch on to be written.
func (a *adding) flush(ctx context.Context) {
	if len(a.batch) == 0 {
		return
	}
	select {
	case a.batches <- a.batch:
	case <-ctx.Done(): // it could not be written
	}
	a.batch, a.text = nil, 0
}

// write writes the batches in their order.
func (a *adding) write(ctx context.Context) error {
	for batch := range a.batches {
		if err := a.store.Add(ctx, batch); err != nil {
			return err
		}
	}
	return nil
}
