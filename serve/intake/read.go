package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"path/filepath"
	"strings"

	"annals"
	"annals/coder"
	"annals/document"
	"annals/record"
)

// batchText is how many bytes of text are written in one transaction, which others who
// write wait for.
const batchText = 256 << 10

// read codes the documents of a task and adds them.
func (q *Queue) read(ctx context.Context, t *task) error {
	var batch []record.Entry
	text := 0
	flush := func() error {
		if len(batch) == 0 {
			return nil
		}
		if err := q.store.Add(ctx, batch); err != nil {
			return fmt.Errorf("adding to the record: %w", err)
		}
		q.jobs.change(t.job, func(j *Job) { j.count(batch) })
		batch, text = nil, 0
		return nil
	}
	met := map[string]bool{}
	for doc, err := range t.documents() {
		if err == nil && met[doc.ID] {
			err = fmt.Errorf("the document %q is there twice", doc.ID)
		}
		if err == nil {
			met[doc.ID] = true
			var entry *record.Entry
			if entry, err = q.entry(ctx, t, doc); entry != nil {
				batch, text = append(batch, *entry), text+len(doc.Text)
			}
		}
		if err != nil {
			q.jobs.change(t.job, func(j *Job) { j.fail(err) })
			continue
		}
		q.jobs.change(t.job, func(j *Job) { j.Read += int64(len(doc.Text)) })
		if text >= batchText {
			if err := flush(); err != nil {
				return err
			}
		}
		if err := ctx.Err(); err != nil {
			return fmt.Errorf("reading %s took too long, or the server is shutting down: %w", t.job.Name, err)
		}
	}
	return flush()
}

// count notes what was added.
func (job *Job) count(batch []record.Entry) {
	for i := range batch {
		job.Added++
		job.Lines += len(batch[i].Lines)
		job.note(batch[i].Document.ID)
	}
}

func (job *Job) note(id string) {
	if len(job.Documents) < mostDocuments {
		job.Documents = append(job.Documents, id)
	}
}

// documents yields the documents of a task.
func (t *task) documents() iter.Seq2[*annals.Document, error] {
	if t.file == "" {
		return func(yield func(*annals.Document, error) bool) {
			if strings.TrimSpace(t.doc.Text) == "" {
				yield(nil, errors.New("the text is empty"))
				return
			}
			yield(t.doc, nil)
		}
	}
	return func(yield func(*annals.Document, error) bool) {
		for doc, err := range document.Read(t.file, nil) {
			if err != nil {
				err = errors.New(strings.ReplaceAll(err.Error(), t.file, t.name))
			} else if doc.ID == filepath.Base(t.file) {
				t.describe(doc)
			}
			if !yield(doc, err) {
				return
			}
		}
	}
}

// describe names the one document of a file and adds what the user says of it.
func (t *task) describe(doc *annals.Document) {
	doc.ID = cmp.Or(t.doc.ID, t.name)
	doc.Title = cmp.Or(t.doc.Title, doc.Title)
	doc.Source = cmp.Or(t.doc.Source, doc.Source)
	doc.URL = cmp.Or(t.doc.URL, doc.URL)
	doc.Published = cmp.Or(t.doc.Published, doc.Published)
	doc.Language = cmp.Or(t.doc.Language, doc.Language)
}

// entry codes a document; nil if the record has it as it is. What came into the record
// from elsewhere is not replaced by an upload.
func (q *Queue) entry(ctx context.Context, t *task, doc *annals.Document) (*record.Entry, error) {
	if len(doc.Text) > document.MaxText {
		return nil, fmt.Errorf("the document %q has more than %d bytes", doc.ID, document.MaxText)
	}
	const origin = "upload"
	fingerprint := record.FingerprintOf(doc, q.coder.Version())
	kept, err := q.store.Kept(ctx, doc.ID)
	switch {
	case errors.Is(err, record.ErrUnknown):
	case err != nil:
		return nil, err
	case kept.Fingerprint == fingerprint:
		q.jobs.change(t.job, func(j *Job) {
			j.Unchanged++
			j.note(doc.ID)
		})
		return nil, nil
	case !strings.HasPrefix(kept.Origin, origin):
		return nil, fmt.Errorf("the document %q is in the record already, from %s; give this one another id", doc.ID, kept.Origin)
	}
	var lines []annals.Line
	var sentences []annals.Span
	if err := coder.Guard(doc, func() { lines, sentences = q.coder.Read(doc) }); err != nil {
		return nil, err
	}
	from := origin
	if t.by != "" {
		from += " by " + t.by
	}
	return &record.Entry{
		Document: *doc, Sentences: sentences, Lines: lines, Coder: q.coder.Version(),
		Origin: from, Fingerprint: fingerprint, Added: now(),
	}, nil
}
