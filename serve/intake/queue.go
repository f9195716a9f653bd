package intake

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"time"

	"annals"
	"annals/coder"
	"annals/record"
	"annals/record/digest"
)

// The bounds of what is handed in.
const (
	MaxUpload   = 32 << 20         // bytes of one upload
	MaxWaiting  = 50               // jobs that wait
	maxDuration = 10 * time.Minute // that one job may take
)

// Errors of what is handed in.
var (
	ErrFull   = errors.New("too much waits to be read; try again later")
	ErrClosed = errors.New("the server is shutting down")
)

// Queue reads what is handed in, one job after the other. It is safe for concurrent use.
type Queue struct {
	store    record.Store
	coder    *coder.Coder
	digester *digest.Digester
	log      *slog.Logger
	jobs     *jobs
	waiting  chan *task
	cancel   context.CancelFunc
	done     chan struct{}

	mu     sync.Mutex // held while a task is put into waiting, or closed is set
	closed bool
}

// task is a job with what has to be done.
type task struct {
	job  *Job
	file string           // the upload, "" for none; it is removed at the end
	doc  *annals.Document // a text, or what is known of the file; may be nil
	name string           // of the file, as the user calls it
	by   string           // who handed it in
}

// New returns a Queue that works until it is closed. digester may be nil: then lines are
// not put together.
func New(store record.Store, c *coder.Coder, digester *digest.Digester, log *slog.Logger) *Queue {
	ctx, cancel := context.WithCancel(context.Background())
	q := &Queue{
		store: store, coder: c, digester: digester, log: log, jobs: newJobs(),
		waiting: make(chan *task, MaxWaiting), cancel: cancel, done: make(chan struct{}),
	}
	go q.work(ctx)
	return q
}

// Close ends the work: what is being written is written or not, and what waits is dropped.
func (q *Queue) Close() {
	q.mu.Lock()
	if !q.closed {
		q.closed = true
		close(q.waiting)
	}
	q.mu.Unlock()
	q.cancel()
	<-q.done
}

// Job returns a job by its id.
func (q *Queue) Job(id string) (Job, bool) { return q.jobs.get(id) }

// Jobs returns the jobs that are known, the youngest first.
func (q *Queue) Jobs() []Job { return q.jobs.all() }

// Text hands in one text. Its id may be empty: then it is made of the text. by is who
// hands it in, "" if that is not known.
func (q *Queue) Text(doc annals.Document, by string) (Job, error) {
	if doc.ID == "" {
		doc.ID = "text-" + record.FingerprintOf(&annals.Document{Text: doc.Text}, "")[:16]
	}
	t := &task{doc: &doc, by: by, job: &Job{What: "documents", Name: doc.ID, Bytes: int64(len(doc.Text))}}
	return q.put(t)
}

// File hands in a file that was uploaded: its content lies at path, which the Queue
// removes; name is what the user calls it, and its extension says what it is. known may
// say what else is known of its document.
func (q *Queue) File(path, name string, size int64, known annals.Document, by string) (Job, error) {
	t := &task{file: path, name: filepath.Base(filepath.ToSlash(name)), doc: &known, by: by}
	t.job = &Job{What: "documents", Name: t.name, Bytes: size}
	job, err := q.put(t)
	if err != nil {
		err = errors.Join(err, os.Remove(path))
	}
	return job, err
}

// Redigest hands in that what the lines tell together has to be found anew, after a
// correction or a decision.
func (q *Queue) Redigest() (Job, error) { return q.put(&task{job: &Job{What: "digest"}}) }

// put lets a task wait for its turn.
func (q *Queue) put(t *task) (Job, error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.closed {
		return Job{}, ErrClosed
	}
	t.job.ID, t.job.State, t.job.Received = rand.Text(), Waiting, now()
	if len(q.waiting) == cap(q.waiting) {
		return Job{}, ErrFull
	}
	q.jobs.put(t.job)
	out, _ := q.jobs.get(t.job.ID)
	q.waiting <- t
	return out, nil
}

// work does one task after the other.
func (q *Queue) work(ctx context.Context) {
	defer close(q.done)
	for t := range q.waiting {
		q.jobs.change(t.job, func(j *Job) { j.State = Running })
		err := q.do(ctx, t)
		if t.file != "" {
			err = errors.Join(err, os.Remove(t.file))
		}
		q.jobs.change(t.job, func(j *Job) {
			j.State, j.Finished = Done, now()
			if err != nil {
				j.State = Failed
				j.fail(err)
			}
		})
		q.log.Info("job finished", "job", t.job.ID, "what", t.job.What, "state", t.job.State,
			"added", t.job.Added, "unchanged", t.job.Unchanged, "lines", t.job.Lines, "errors", len(t.job.Errors))
	}
}

// do does a task. Nothing that a text makes the program do ends the server.
func (q *Queue) do(ctx context.Context, t *task) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("reading %s: the program met something that it cannot read", t.job.Name)
			q.log.Error("panic while reading", "job", t.job.ID, "panic", r)
		}
	}()
	ctx, cancel := context.WithTimeout(ctx, maxDuration)
	defer cancel()
	if t.job.What == "documents" {
		if err := q.read(ctx, t); err != nil {
			return err
		}
	}
	if q.digester == nil {
		return nil
	}
	return q.store.Digest(ctx, q.digester)
}
