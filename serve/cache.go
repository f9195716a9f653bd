package serve

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/klauspost/compress/gzip"
	"golang.org/x/sync/singleflight"

	"annals/serve/api"
)

// The bounds of what is kept.
const (
	mostKept   = 64 << 20         // bytes of all answers
	mostAnswer = 4 << 20          // bytes of one
	answerTime = 90 * time.Second // in which an answer must be found that others may wait for
)

// cache keeps answers of the API until the record changes, and lets those who ask the same
// at the same time wait for one answer.
type cache struct {
	next    http.Handler
	version func() string
	flights singleflight.Group

	mu    sync.Mutex
	of    string // the version of the record that the answers are of
	kept  map[string]*kept
	bytes int
}

// kept is an answer.
type kept struct {
	status int
	header http.Header
	body   []byte
	packed []byte // the body with gzip; nil: it is not worth it
	tag    string // ETag
}

func newCache(next http.Handler, version func() string) *cache {
	return &cache{next: next, version: version, kept: map[string]*kept{}}
}

// isKept reports whether the answer to a request depends on nothing but its URL and the
// record.
func isKept(r *http.Request) bool {
	if r.Method != http.MethodGet {
		return false
	}
	name, is := strings.CutPrefix(r.URL.Path, api.Prefix+"/")
	first, _, _ := strings.Cut(name, "/")
	return is && !slices.Contains([]string{"jobs", "corrections", "decisions", "export", "series.svg"}, first)
}

// ServeHTTP implements http.Handler.
func (c *cache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if !isKept(r) {
		c.next.ServeHTTP(w, r)
		return
	}
	version := c.version()
	key := r.URL.EscapedPath() + "?" + r.URL.RawQuery
	answer := c.get(version, key)
	if answer == nil {
		found, _, _ := c.flights.Do(version+"\x00"+key, func() (any, error) { return c.find(version, key, r), nil })
		answer = found.(*kept)
	}
	answer.send(w, r)
}

// get returns an answer that is kept, or nil.
func (c *cache) get(version, key string) *kept {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != version {
		return nil
	}
	return c.kept[key]
}

// find asks for an answer and keeps it if it is one. It goes on if whoever asked first is
// gone.
func (c *cache) find(version, key string, r *http.Request) *kept {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(r.Context()), answerTime)
	defer cancel()
	out := &recorder{header: http.Header{}, status: http.StatusOK}
	c.next.ServeHTTP(out, r.WithContext(ctx))
	answer := &kept{status: out.status, header: out.header, body: out.body.Bytes()}
	if answer.status != http.StatusOK {
		return answer
	}
	sum := sha256.Sum256(answer.body)
	answer.packed = pack(answer.body)
	answer.tag = `W/"` + hex.EncodeToString(sum[:12]) + `"`
	if len(answer.body) <= mostAnswer {
		c.put(version, key, answer)
	}
	return answer
}

func (c *cache) put(version, key string, answer *kept) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.of != version || c.bytes > mostKept {
		c.of, c.kept, c.bytes = version, map[string]*kept{}, 0
	}
	c.kept[key] = answer
	c.bytes += len(answer.body) + len(answer.packed) + len(key)
}

// send sends an answer, or that it is the one that the browser has.
func (k *kept) send(w http.ResponseWriter, r *http.Request) {
	for name, values := range k.header {
		w.Header()[name] = slices.Clone(values)
	}
	w.Header().Set("Cache-Control", "private, no-cache") // ask whether it is still so
	if k.tag != "" {
		w.Header().Set("ETag", k.tag)
		if slices.Contains(strings.Split(r.Header.Get("If-None-Match"), ", "), k.tag) {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	body := k.body
	if k.packed != nil {
		w.Header().Add("Vary", "Accept-Encoding")
		if acceptsGzip(r) {
			body = k.packed
			w.Header().Set("Content-Encoding", "gzip")
		}
	}
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	w.WriteHeader(k.status)
	_, _ = w.Write(body) // whoever asked may be gone
}

// acceptsGzip reports whether whoever asks can read gzip.
func acceptsGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(r.Header.Get("Accept-Encoding"), ",") {
		coding, quality, _ := strings.Cut(strings.TrimSpace(part), ";")
		if coding == "gzip" {
			return strings.ReplaceAll(quality, " ", "") != "q=0"
		}
	}
	return false
}

// pack returns a body with gzip, nil if it is small.
func pack(body []byte) []byte {
	if len(body) < smallAnswer {
		return nil
	}
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(body)
	if err = errors.Join(err, w.Close()); err != nil {
		return nil // a Buffer takes everything
	}
	return out.Bytes()
}

// recorder is a ResponseWriter that keeps what is written.
type recorder struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header implements http.ResponseWriter.
func (r *recorder) Header() http.Header { return r.header }

// WriteHeader implements http.ResponseWriter.
func (r *recorder) WriteHeader(status int) { r.status = status }

// Write implements http.ResponseWriter.
func (r *recorder) Write(data []byte) (int, error) { return r.body.Write(data) }
