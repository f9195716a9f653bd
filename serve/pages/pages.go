package pages

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"html/template"
	"log/slog"
	"net/http"
	"slices"
	"strings"

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
	Store     record.Store         // with corrections; nil: nothing is corrected
	Queue     *intake.Queue        // of what is handed in; nil: the record can only be read
	Log       *slog.Logger         // nil: the default one
}

// Pages serves the pages. It is read-only and safe for concurrent use.
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
func (p *Pages) edits() bool { return p.queue != nil && p.store != nil }

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
	show           func(ctx context.Context, r *http.Request, q *questions.Query, v *view) error
}

// all are the pages.
func (p *Pages) all() []page {
	return []page{
		{"/{$}", "overview", []string{d3}, p.overview},
		{"/timeline", "timeline", []string{d3}, p.timeline},
		{"/map", "map", []string{d3, topojson}, p.places},
		{"/network", "network", []string{d3}, p.network},
		{"/series", "series", []string{d3, plot}, p.series},
		{"/actors", "actors", nil, p.actors},
		{"/actor", "actor", []string{d3}, p.actor},
		{"/events/{id}", "event", nil, p.event},
		{"/lines/{id}", "line", nil, p.line},
		{"/document", "document", nil, p.document},
		{"/claims", "claims", nil, p.claims},
		{"/state", "state", nil, p.state},
		{"/search", "search", nil, p.search},
		{"/sources", "sources", nil, p.sources},
		{"/add", "add", nil, p.add},
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
	Problem string   // why there is no answer; empty if there is one
	Data    any      // what this page shows
}

// handler answers requests for one kind of page.
func (p *Pages) handler(page page) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		q, err := questions.ReadQuery(r.URL.Query())
		if err != nil {
			p.fail(w, r, err)
			return
		}
		v := &view{Path: r.URL.Path, Query: q, Needs: page.needs, Edit: p.edits()}
		if err := page.show(r.Context(), r, q, v); err != nil {
			p.fail(w, r, err)
			return
		}
		p.write(w, r, http.StatusOK, page.template, v)
	}
}

// fail says in a page what went wrong. What is no fault of the reader's is logged, and not
// told in detail.
func (p *Pages) fail(w http.ResponseWriter, r *http.Request, err error) {
	v := &view{Path: r.URL.Path, Query: &questions.Query{}, Edit: p.edits()}
	status := http.StatusInternalServerError
	switch {
	case errors.Is(err, questions.ErrUnknown):
		status, v.Title, v.Problem = http.StatusNotFound, "Not found", err.Error()
	case errors.Is(err, questions.ErrQuery):
		status, v.Title, v.Problem = http.StatusBadRequest, "The question cannot be understood", err.Error()
	case r.Context().Err() != nil:
		return // nobody waits for the answer
	default:
		p.log.ErrorContext(r.Context(), "answering with a page", "path", r.URL.Path, "error", err)
		v.Title, v.Problem = "Something went wrong", "The record could not be read. The log of annals serve says why."
	}
	p.write(w, r, status, "problem", v)
}

// write draws a page.
func (p *Pages) write(w http.ResponseWriter, r *http.Request, status int, name string, v *view) {
	var out bytes.Buffer
	if err := p.templates[name].ExecuteTemplate(&out, "layout", v); err != nil {
		p.log.ErrorContext(r.Context(), "drawing a page", "path", r.URL.Path, "error", err)
		http.Error(w, "The page could not be drawn.", http.StatusInternalServerError)
		return
	}
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", Policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cache-Control", "no-cache")
	w.WriteHeader(status)
	_, _ = p.straight.WriteString(w, out.String()) // who went away needs no answer
}
