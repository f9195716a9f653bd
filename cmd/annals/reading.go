package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/netip"
	"path/filepath"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"annals"
	"annals/coder"
	"annals/document"
	"annals/document/web"
	"annals/record"
	"annals/what"
)

// textInFlight is how many bytes of text may be read and coded ahead of the
// output. It bounds the memory that record lines take, at some fifty bytes for
// each byte of text. A larger document is coded alone.
const textInFlight = 2 << 20

// reading codes the documents of files: in parallel over documents, with the
// results in the order of the input, so that the number of jobs changes nothing
// but the time it takes.
type reading struct {
	files    []string
	texts    iter.Seq[*job] // instead of files, if not nil
	keep     bool           // for a record: a text file is named by its path, and pages are fetched by their addresses
	networks []netip.Prefix // that pages may be fetched from beside the public internet
	book     *what.Codebook
	code     func(*coder.Coder, *annals.Document) []annals.Line // nil: (*coder.Coder).Code
	work     func(*coder.Coder, *job)                           // instead of code, if not nil: fills in the job
	jobs     int
	stdin    io.Reader
	stderr   io.Writer
	progress *progress
	coder    *coder.Coder // once each has begun
}

// job is one document on its way, or the error that stands in its place.
type job struct {
	doc   *annals.Document
	file  string // that it came from
	err   error
	lines []annals.Line
	entry *record.Entry // of a document that is to be added, see adding
	kept  *record.Kept
	size  int64         // its share of textInFlight
	coded chan struct{} // closed when lines is filled
}

// each calls do with every document and its lines, in the order of the input.
// What cannot be read is reported and passed over; each then returns
// errReported at the end. It stops at an error of do.
func (r *reading) each(do func(*annals.Document, []annals.Line) error) error {
	return r.eachJob(func(j *job) error { return do(j.doc, j.lines) })
}

// eachJob is each for those who want to know more of a document.
func (r *reading) eachJob(do func(*job) error) error {
	c, err := coder.NewWith(r.book)
	if err != nil {
		return fmt.Errorf("loading the models and the data files: %w", err)
	}
	r.coder = c
	group, ctx := errgroup.WithContext(context.Background())
	room := semaphore.NewWeighted(textInFlight)
	ordered := make(chan *job, 4*r.jobs) // in the order of the input, for the output
	waiting := make(chan *job)           // the same jobs, for the workers
	group.Go(func() error { return r.read(ctx, room, ordered, waiting) })
	for range r.jobs {
		group.Go(func() error { return r.codeAll(c, waiting) })
	}
	unread := 0
	group.Go(func() error {
		for j := range ordered {
			<-j.coded
			if j.err != nil {
				unread++
				r.progress.clear()
				fmt.Fprintf(r.stderr, "annals: %v\n", j.err)
			} else {
				if err := do(j); err != nil {
					return err
				}
				r.progress.add(len(j.doc.Text), len(j.lines))
			}
			room.Release(j.size)
		}
		return nil
	})
	err = group.Wait()
	r.progress.clear()
	if err == nil && unread > 0 {
		err = errReported
	}
	return err
}

// read sends the documents to the output and to the workers.
func (r *reading) read(ctx context.Context, room *semaphore.Weighted, ordered, waiting chan<- *job) error {
	defer close(waiting)
	defer close(ordered)
	texts := r.texts
	if texts == nil {
		texts = r.documents()
	}
	for j := range texts {
		j.coded = make(chan struct{})
		readable := j.err == nil // whoever codes it may find an error later
		if readable {
			j.size = min(int64(len(j.doc.Text)), textInFlight)
			if err := room.Acquire(ctx, j.size); err != nil {
				return err
			}
		} else {
			close(j.coded)
		}
		select {
		case ordered <- j:
		case <-ctx.Done():
			return ctx.Err()
		}
		if !readable {
			continue
		}
		select {
		case waiting <- j:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return nil
}

// codeAll fills in the jobs that wait.
func (r *reading) codeAll(c *coder.Coder, waiting <-chan *job) error {
	work, code := r.work, r.code
	if code == nil {
		code = (*coder.Coder).Code
	}
	if work == nil {
		work = func(c *coder.Coder, j *job) { j.lines = code(c, j.doc) }
	}
	for j := range waiting {
		if err := coder.Guard(j.doc, func() { work(c, j) }); err != nil {
			j.err = fmt.Errorf("%s: %w", j.file, err)
		}
		close(j.coded)
	}
	return nil
}

// documents yields the documents of all files. Record lines name a document by
// its id, so that no two may have the same: a file whose name has been met in
// another folder is named with its folder, and any other document whose id has
// been met is refused.
func (r *reading) documents() iter.Seq[*job] {
	return func(yield func(*job) bool) {
		pages := web.New(r.networks...)
		first := map[string]string{} // id -> file
		for _, file := range r.files {
			texts := document.Read(file, r.stdin)
			isPage := r.keep && web.IsURL(file)
			if isPage {
				texts = pages.Read(context.Background(), file)
			}
			for doc, err := range texts {
				if err == nil && r.keep && !isPage {
					err = nameByPath(doc, file)
				}
				if err == nil {
					err = claimID(doc, file, first)
				}
				if err != nil {
					doc = nil
				}
				if !yield(&job{doc: doc, file: file, err: err}) {
					return
				}
			}
		}
	}
}

// nameByPath gives the document of a text file its path as id. Standard input has none
// that would tell one text from the next.
func nameByPath(doc *annals.Document, file string) error {
	switch {
	case doc.ID != filepath.Base(file):
	case file == "-":
		return errors.New("standard input: a text without an id cannot be kept; give it as JSON Lines, or in a file")
	default:
		doc.ID = filepath.ToSlash(filepath.Clean(file))
	}
	return nil
}

// claimID makes sure that the id of a document is its own.
func claimID(doc *annals.Document, file string, first map[string]string) error {
	earlier, taken := first[doc.ID]
	if taken && earlier != file && doc.ID == filepath.Base(file) {
		doc.ID = file
		earlier, taken = first[file]
	}
	if taken {
		return fmt.Errorf("%s: the document %q has been read already, from %s", file, doc.ID, earlier)
	}
	first[doc.ID] = file
	return nil
}
