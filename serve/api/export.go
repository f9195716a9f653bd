package api

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"annals/ask"
	"annals/ask/plot"
	"annals/export"
	"annals/serve/questions"
)

// format is a format of exports.
type format struct {
	name, media, file string
	writer            func(io.Writer) export.Writer // nil: see api.write
}

func formats() []format {
	return []format{
		{"jsonl", "application/x-ndjson", "annals.jsonl", func(w io.Writer) export.Writer { return export.NewJSONLines(w) }},
		{"csv", "text/csv; charset=utf-8", "annals.csv", func(w io.Writer) export.Writer { return export.NewCSV(w) }},
		{"parquet", "application/vnd.apache.parquet", "annals.parquet", func(w io.Writer) export.Writer { return export.NewParquet(w) }},
		{"jsonld", "application/ld+json", "annals.jsonld", func(w io.Writer) export.Writer { return export.NewJSONLD(w) }},
		{"gexf", "application/gexf+xml", "annals.gexf", nil},
	}
}

// exporting is a request for an export.
type exporting struct {
	asking
	Format string `query:"format" required:"true" enum:"jsonl,csv,parquet,jsonld,gexf" doc:"jsonl, csv, parquet and jsonld have the lines that are asked for; gexf has the network of their events"`
}

// export adds the exports, which are streams: they may be of any length.
func (a *api) export() {
	content := map[string]*huma.MediaType{}
	for _, f := range formats() {
		content[f.media] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString, Format: "binary"}}
	}
	huma.Register(a.huma, huma.Operation{
		OperationID: "export", Method: http.MethodGet, Path: Prefix + "/export", Summary: "Lines for other programs, as a stream; docs/exports.md names the columns",
		Parameters: parameters(append([]string{"by"}, filter...)...), Tags: []string{"export"}, Errors: []int{http.StatusBadRequest},
		Responses: map[string]*huma.Response{"200": {Description: "the file", Content: content}},
	}, func(_ context.Context, in *exporting) (*huma.StreamResponse, error) {
		for _, f := range formats() {
			if f.name == in.Format {
				return a.stream(f.media, f.file, func(ctx context.Context, w io.Writer) error { return a.write(ctx, &f, in.query, w) }), nil
			}
		}
		return nil, huma.Error400BadRequest("format: there is none of this name")
	})
	huma.Register(a.huma, huma.Operation{
		OperationID: "series-svg", Method: http.MethodGet, Path: Prefix + "/series.svg", Summary: "Cooperation and conflict between two parties over time, as a picture",
		Parameters: parameters(append([]string{"by"}, filter...)...), Tags: []string{"export"}, Errors: []int{http.StatusBadRequest},
		Responses: map[string]*huma.Response{"200": {Description: "the picture", Content: map[string]*huma.MediaType{"image/svg+xml": {}}}},
	}, func(ctx context.Context, in *asking) (*huma.StreamResponse, error) {
		s, err := a.Desk.Series(ctx, in.query)
		if err != nil {
			return nil, a.problem(err)
		}
		return a.stream("image/svg+xml", "", func(_ context.Context, w io.Writer) error {
			series := &ask.Series{By: s.By, Bins: s.Bins, Undated: s.Undated, Wide: s.Wide}
			return plot.Series(w, series, plot.Names{A: s.A, B: s.B})
		}), nil
	})
}

// write writes an export.
func (a *api) write(ctx context.Context, f *format, q *questions.Query, w io.Writer) error {
	if f.writer == nil {
		graph, err := a.Desk.Graph(ctx, q)
		if err != nil {
			return err
		}
		return export.WriteGEXF(w, graph)
	}
	out := f.writer(w)
	for line, err := range a.Desk.Each(ctx, q) {
		if err != nil {
			return err
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	return out.Flush()
}

// stream sends what write writes, as it is written. Whoever reads too slowly is cut off.
// After an error the connection is broken, so that nobody takes a part for the whole.
func (a *api) stream(media, file string, write func(context.Context, io.Writer) error) *huma.StreamResponse {
	return &huma.StreamResponse{Body: func(hc huma.Context) {
		r, w := humago.Unwrap(hc)
		w.Header().Set("Content-Type", media)
		if file != "" {
			w.Header().Set("Content-Disposition", `attachment; filename="`+file+`"`)
		}
		paced := &pacing{w: w, control: http.NewResponseController(w), within: a.Limit.ExportTime}
		err := write(r.Context(), paced)
		switch {
		case err == nil:
		case !paced.begun:
			w.Header().Del("Content-Disposition")
			var status huma.StatusError
			if !errors.As(a.problem(err), &status) {
				status = huma.Error500InternalServerError("the export failed")
			}
			if err := huma.WriteErr(a.huma, hc, status.GetStatus(), status.Error()); err != nil {
				a.Log.Error("telling an error", "error", err)
			}
		default:
			a.Log.Error("an export broke off", "error", err)
			panic(http.ErrAbortHandler)
		}
	}}
}

// pacing gives each part of a stream its time.
type pacing struct {
	w       io.Writer
	control *http.ResponseController
	within  time.Duration
	begun   bool
}

// Write implements io.Writer.
func (p *pacing) Write(data []byte) (int, error) {
	p.begun = true
	if err := p.control.SetWriteDeadline(time.Now().Add(p.within)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return 0, fmt.Errorf("sending an export: %w", err)
	}
	return p.w.Write(data)
}

// bytes says a size in words.
func bytes(n int64) string {
	if n >= 1<<20 && n%(1<<20) == 0 {
		return strconv.FormatInt(n>>20, 10) + " MiB"
	}
	return strconv.FormatInt(n, 10) + " bytes"
}
