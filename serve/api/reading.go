package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"annals/serve/questions"
)

// asking is a request whose URL says a Query.
type asking struct{ query *questions.Query }

// Resolve implements huma.Resolver.
func (a *asking) Resolve(ctx huma.Context) []error {
	url := ctx.URL()
	q, err := questions.ReadQuery(url.Query())
	if err != nil {
		return []error{huma.Error400BadRequest(err.Error())}
	}
	a.query = q
	return nil
}

// named is a request for one thing by its id, in the path.
type named struct {
	ID string `path:"id" doc:"its id; a / in it is written %2F"`
}

// answer is what is sent back.
type answer[T any] struct{ Body T }

// The parameters of the questions.
var (
	filter = []string{"party", "type", "mode", "kind", "status", "speaker", "source", "place", "from", "to", "q"}
	paged  = append(slices.Clip(filter), "page", "per_page")
)

// parameters describes parameters of a Query by their names.
func parameters(names ...string) []*huma.Param {
	var out []*huma.Param
	for _, p := range questions.Parameters() {
		if !slices.Contains(names, p.Name) {
			continue
		}
		schema := &huma.Schema{Type: huma.TypeString}
		for _, value := range p.Enum {
			schema.Enum = append(schema.Enum, value)
		}
		switch {
		case p.Number:
			schema.Type = huma.TypeInteger
		case p.Many:
			schema = &huma.Schema{Type: huma.TypeArray, Items: schema}
		}
		param := &huma.Param{Name: p.Name, In: "query", Description: p.Doc, Schema: schema}
		if p.Many {
			param.Explode = new(true)
		}
		out = append(out, param)
	}
	return out
}

// addQuestion adds a question that a Query asks.
func addQuestion[T any](a *api, name, summary string, params []string, question func(context.Context, *questions.Query) (*T, error)) {
	huma.Register(a.huma, huma.Operation{
		OperationID: name, Method: http.MethodGet, Path: Prefix + "/" + name, Summary: summary,
		Parameters: parameters(params...), Errors: []int{http.StatusBadRequest}, Tags: []string{"questions"},
	}, func(ctx context.Context, in *asking) (*answer[*T], error) {
		body, err := question(ctx, in.query)
		return &answer[*T]{body}, a.problem(err)
	})
}

// addThing adds a question about one thing.
func addThing[T any](a *api, name, path, summary string, question func(ctx context.Context, id string) (*T, error)) {
	huma.Register(a.huma, huma.Operation{
		OperationID: name, Method: http.MethodGet, Path: Prefix + path, Summary: summary,
		Errors: []int{http.StatusNotFound}, Tags: []string{"questions"},
	}, func(ctx context.Context, in *named) (*answer[*T], error) {
		body, err := question(ctx, in.ID)
		return &answer[*T]{body}, a.problem(err)
	})
}

// reading adds all questions.
func (a *api) reading() {
	d := a.Desk
	overview := func(ctx context.Context, _ *questions.Query) (*questions.Overview, error) { return d.Overview(ctx) }
	addQuestion(a, "overview", "What the record holds: documents, lines, events by time and type", nil, overview)
	addQuestion(a, "timeline", "What happened and held, in order of time: an event with all its reports is one entry", paged, d.Timeline)
	addQuestion(a, "density", "How much happened when, in about a hundred bins: for timelines that are zoomed", filter, d.Density)
	addQuestion(a, "facets", "How what is asked for is made up: counts by the values of each parameter", filter, d.Facets)
	addQuestion(a, "places", "Where it happened", filter, d.Places)
	addQuestion(a, "events", "Events in order of time, each with its reports and independent sources", paged, d.Events)
	addThing(a, "event", "/events/{id}", "An event with all its reports side by side, and why they are one event", d.Event)
	addQuestion(a, "lines", "The lines of the record, in order of time, as the contract has them", paged, d.Lines)
	addThing(a, "line", "/lines/{id}", "A line of the record with what is known of its document", d.Line)
	addThing(a, "explain", "/lines/{id}/explanation", "Why a line says what it says: words, tree, rows of tables, arithmetic of the date", d.Explain)
	addQuestion(a, "state", "What held on a day: offices, seats, capitals, agreements, territory", append(slices.Clip(filter), "on"), d.State)
	addQuestion(a, "claims", "Who says what: contested first, then denied", paged, d.Claims)
	addQuestion(a, "series", "Cooperation and conflict between two parties over time", append(slices.Clip(filter), "by"), d.Series)
	addQuestion(a, "network", "Who acts on whom: pairs with counts and mean scores", append(slices.Clip(paged), "by"), d.Network)
	addQuestion(a, "actors", "Who is in the record", paged, d.Actors)
	addThing(a, "actor", "/actors/{id}", "An actor: names, offices over time, partners", d.Actor)
	addQuestion(a, "documents", "The documents of the record, in the order of their publication", []string{"source", "from", "to", "q", "page", "per_page"}, d.Sources)
	addThing(a, "document", "/documents/{id}", "A document with its text and the lines that were read in it, by their positions", d.Document)
	addQuestion(a, "search", "Sentences that hold some words", []string{"q", "page", "per_page"}, d.Search)
}
