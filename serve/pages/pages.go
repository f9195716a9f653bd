package pages

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"sync/atomic"
	"time"

	"annals/gazetteer"
	"annals/record"
	"annals/serve/intake"
	"annals/serve/questions"
)

// Policy is the Content-Security-Policy of every page: nothing but the files of this
// package and the answers of this server. Pictures may be blobs, because a chart that is
// saved as PNG is drawn by way of one.
const Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// Options are what the pages need.
type Options struct {
	Desk      *questions.Desk
	Gazetteer *gazetteer.Gazetteer // whose countries are offered where parties are typed
	Store     record.Store         // that the desk answers from
	Queue     *intake.Queue        // of what is handed in; nil: the record can only be read
	Log       *slog.Logger         // nil: the default one
}

// Pages serves the pages. It is safe for concurrent use.
type Pages struct {
	desk      *questions.Desk
	store     record.Store
	queue     *intake.Queue
	log       *slog.Logger
	assets    *assets
	straight  *strings.Replacer
	countries []string                      // names, in the order of the alphabet
	templates map[string]*template.Template // by the name of the page
	mux       *http.ServeMux
	shelf     shelf
	warming   atomic.Bool // the desk is being prepared
}

// New returns the pages over a desk. An error names the file that is wrong.
func New(o Options) (*Pages, error) {
	files, err := loadAssets(static)
	if err != nil {
		return nil, err
	}
	p := &Pages{desk: o.Desk, store: o.Store, queue: o.Queue, log: o.Log, assets: files, mux: http.NewServeMux(), countries: countryNames(o.Gazetteer), straight: newStraight()}
	if p.log == nil {
		p.log = slog.Default()
	}
	if p.templates, err = p.loadTemplates(); err != nil {
		return nil, err
	}
	p.mux.Handle("GET /assets/", files)
	for _, page := range p.all() {
		p.mux.HandleFunc("GET "+page.path, p.handler(page))
	}
	if p.edits() {
		p.mux.HandleFunc("POST /lines/{id}", p.correct)
	}
	p.mux.HandleFunc("GET /", func(w http.ResponseWriter, r *http.Request) {
		p.fail(w, r, fmt.Errorf("%w: there is no page %s", questions.ErrUnknown, r.URL.Path))
	})
	return p, nil
}

// newStraight shows marks that turn the direction of what follows, which a document may
// hold without their ends, so that no element can keep their work to itself: they would
// turn words around that are ours.
func newStraight() *strings.Replacer {
	var pairs []string
	for _, mark := range "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" {
		pairs = append(pairs, string(mark), "\ufffd")
	}
	return strings.NewReplacer(pairs...)
}

// edits reports whether the record can be changed through pages.
func (p *Pages) edits() bool { return p.queue != nil }

// countryNames returns the names of all countries in the order of the alphabet.
func countryNames(g *gazetteer.Gazetteer) []string {
	var names []string
	for e := range g.Entries() {
		if g.Country(e.ID) == e {
			names = append(names, e.Name)
		}
	}
	slices.Sort(names)
	return names
}

// ServeHTTP answers a request for a page or one of its files.
func (p *Pages) ServeHTTP(w http.ResponseWriter, r *http.Request) { p.mux.ServeHTTP(w, r) }

// page is one kind of page: where it is, which template draws it, and what it shows.
type page struct {
	path, template string
	needs          []string // libraries, beside those of every page
	shelved        bool     // it may be of a large part of the record, and is kept until that changes
	show           func(ctx context.Context, r *http.Request, q *questions.Query, v *view) error
}

// all are the pages.
func (p *Pages) all() []page {
	return []page{
		{"/{$}", "overview", []string{d3}, false, p.overview},
		{"/timeline", "timeline", []string{d3}, true, p.timeline},
		{"/map", "map", []string{d3, topojson}, true, p.places},
		{"/network", "network", []string{d3}, true, p.network},
		{"/series", "series", []string{d3, plot}, true, p.series},
		{"/actors", "actors", nil, true, p.actors},
		{"/actor", "actor", []string{d3}, false, p.actor},
		{"/events/{id}", "event", nil, false, p.event},
		{"/lines/{id}", "line", nil, false, p.line},
		{"/document", "document", nil, false, p.document},
		{"/claims", "claims", nil, true, p.claims},
		{"/state", "state", nil, true, p.state},
		{"/search", "search", nil, false, p.search},
		{"/sources", "sources", nil, false, p.sources},
		{"/add", "add", nil, false, p.add},
	}
}

// The libraries that charts are drawn with.
const (
	d3       = "vendored/d3.min.js"
	plot     = "vendored/plot.umd.min.js"
	topojson = "vendored/topojson-client.min.js"
)

// view is what a template is given.
type view struct {
	Title   string
	Path    string // of the page, without parameters
	Query   *questions.Query
	Needs   []string
	Edit    bool
	Filters *filters // nil: the page cannot be filtered
	Again   int      // seconds after which the browser asks again; 0: it does not
	Problem string   // why there is no answer; empty if there is one
	Data    any      // what this page shows
}

// handler answers requests for one kind of page.
func (p *Pages) handler(page page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if page.shelved {
			if p.waits(r.Context()) {
				p.fail(w, r, errWaiting)
				return
			}
			p.shelved(w, r, &page)
			return
		}
		body, err := p.draw(r.Context(), &page, r)
		if err != nil {
			p.fail(w, r, err)
			return
		}
		p.send(w, r, http.StatusOK, body)
	}
}

// While the desk reads a large record, whoever asks for a page that needs all of it is told
// so soon, and the browser asks again.
const (
	soon     = 200 * time.Millisecond
	askAgain = 2 // seconds
)

var errWaiting = errors.New("the record is being read")

// waits reports whether the desk is being prepared, and won't be ready soon.
func (p *Pages) waits(ctx context.Context) bool {
	for end := time.Now().Add(soon); p.warming.Load(); time.Sleep(soon / 20) {
		if time.Now().After(end) || ctx.Err() != nil {
			return true
		}
	}
	return false
}

// draw asks what a page shows and draws it.
func (p *Pages) draw(ctx context.Context, page *page, r *http.Request) ([]byte, error) {
	q, err := questions.ReadQuery(r.URL.Query())
	if err != nil {
		return nil, err
	}
	v := &view{Path: r.URL.Path, Query: q, Needs: page.needs, Edit: p.edits()}
	if err := page.show(ctx, r, q, v); err != nil {
		return nil, err
	}
	return p.fill(page.template, v)
}

// fill fills the template of a page.
func (p *Pages) fill(name string, v *view) ([]byte, error) {
	var out bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&out, "layout", v); err != nil {
		return nil, fmt.Errorf("drawing the page %s: %w", v.Path, err)
	}
	return []byte(p.straight.Replace(out.String())), nil
}

// fail says in a page what went wrong. What is no fault of the reader's is logged, and not
// told in detail.
func (p *Pages) fail(w http.ResponseWriter, r *http.Request, err error) {
	v := &view{Path: r.URL.Path, Query: &questions.Query{}, Edit: p.edits()}
	name, status := "problem", http.StatusInternalServerError
	switch {
	case errors.Is(err, questions.ErrUnknown):
		status, v.Title, v.Problem = http.StatusNotFound, "Not found", err.Error()
	case errors.Is(err, questions.ErrQuery):
		status, v.Title, v.Problem = http.StatusBadRequest, "The question cannot be understood", err.Error()
	case r.Context().Err() != nil:
		return // nobody waits for the answer
	case errors.Is(err, errWaiting):
		name, status, v.Title, v.Again = "waiting", http.StatusServiceUnavailable, "The record is being read", askAgain
		w.Header().Set("Retry-After", strconv.Itoa(askAgain))
	default:
		p.log.ErrorContext(r.Context(), "answering with a page", "path", r.URL.Path, "error", err)
		v.Title, v.Problem = "Something went wrong", "The record could not be read. The log of annals serve says why."
	}
	body, err := p.fill(name, v)
	if err != nil {
		p.log.ErrorContext(r.Context(), "saying what went wrong", "path", r.URL.Path, "error", err)
		http.Error(w, "The page could not be drawn.", http.StatusInternalServerError)
		return
	}
	p.send(w, r, status, body)
}

// send sends a page, or that it is the one that the browser has.
func (p *Pages) send(w http.ResponseWriter, r *http.Request, status int, body []byte) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "private, no-cache") // ask whether it is still so
	if status == http.StatusOK {
		sum := sha256.Sum256(body)
		tag := `W/"` + hex.EncodeToString(sum[:12]) + `"`
		h.Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	w.WriteHeader(status)
	_, _ = w.Write(body) // who went away needs no answer
}
