package intake

import (
	"sync"
	"time"
)

// State is how far a job is.
type State string

// The states of a job.
const (
	Waiting State = "waiting"
	Running State = "running"
	Done    State = "done"   // all that could be read is in the record; Errors says what could not
	Failed  State = "failed" // nothing more is done; what stands in Documents is in the record
)

// Job is what was handed in and how far it is.
type Job struct {
	ID        string   `json:"id"`
	What      string   `json:"what"` // documents, or digest after a correction or a decision
	State     State    `json:"state"`
	Name      string   `json:"name,omitempty"`      // what the user calls it
	Bytes     int64    `json:"bytes"`               // how large it is
	Read      int64    `json:"read"`                // bytes of text that have been coded
	Documents []string `json:"documents,omitempty"` // ids of those that are in the record by it, at most a thousand
	Added     int      `json:"added"`               // documents that are new or have changed
	Unchanged int      `json:"unchanged"`           // documents that the record had as they are
	Lines     int      `json:"lines"`               // lines that were added
	Errors    []string `json:"errors,omitempty"`    // what could not be read, at most a hundred
	Received  string   `json:"received"`            // RFC 3339
	Finished  string   `json:"finished,omitempty"`  // RFC 3339
}

const (
	mostDocuments = 1000
	mostErrors    = 100
	keptJobs      = 200 // finished ones that can still be asked for
)

// jobs are those that are known. It is safe for concurrent use.
type jobs struct {
	mu    sync.Mutex
	byID  map[string]*Job
	order []string
}

func newJobs() *jobs { return &jobs{byID: map[string]*Job{}} }

// put adds a job, and forgets the oldest finished ones.
func (j *jobs) put(job *Job) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.byID[job.ID] = job
	j.order = append(j.order, job.ID)
	for len(j.order) > keptJobs {
		oldest := j.byID[j.order[0]]
		if oldest.State == Waiting || oldest.State == Running {
			break
		}
		delete(j.byID, oldest.ID)
		j.order = j.order[1:]
	}
}

// change changes a job while nobody reads it.
func (j *jobs) change(job *Job, how func(*Job)) {
	j.mu.Lock()
	defer j.mu.Unlock()
	how(job)
}

// get returns a copy of a job as it is now.
func (j *jobs) get(id string) (Job, bool) {
	j.mu.Lock()
	defer j.mu.Unlock()
	job, known := j.byID[id]
	if !known {
		return Job{}, false
	}
	return job.copy(), true
}

// all returns copies of the jobs, the youngest first.
func (j *jobs) all() []Job {
	j.mu.Lock()
	defer j.mu.Unlock()
	out := make([]Job, 0, len(j.order))
	for i := len(j.order) - 1; i >= 0; i-- {
		out = append(out, j.byID[j.order[i]].copy())
	}
	return out
}

func (job *Job) copy() Job {
	out := *job
	out.Documents = append([]string(nil), job.Documents...)
	out.Errors = append([]string(nil), job.Errors...)
	return out
}

func now() string { return time.Now().UTC().Format(time.RFC3339) }

func (job *Job) fail(err error) {
	if len(job.Errors) < mostErrors {
		job.Errors = append(job.Errors, err.Error())
	}
}
