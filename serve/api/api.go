package api

import (
	"errors"
	"log/slog"
	"net/http"
	"path"
	"reflect"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"annals/record"
	"annals/record/merge"
	"annals/serve/intake"
	"annals/serve/questions"
)

// Prefix begins the paths of the API.
const Prefix = "/api/v1"

// Options are what the API needs.
type Options struct {
	Desk  *questions.Desk
	Store record.Store  // for corrections and decisions
	Queue *intake.Queue // nil: the record can only be read
	Log   *slog.Logger
	Limit Limits
}

// Limits bound what is handed in; zero values are those of Defaults.
type Limits struct {
	Upload     int64         // bytes of a file
	UploadTime time.Duration // in which it must have come
	ExportTime time.Duration // in which each part of an export must have gone
}

// Defaults are the limits of a server.
func Defaults() Limits {
	return Limits{Upload: intake.MaxUpload, UploadTime: 2 * time.Minute, ExportTime: time.Minute}
}

// api answers requests.
type api struct {
	Options
	huma huma.API
}

// Register adds the API to a mux.
func Register(mux *http.ServeMux, o Options) huma.API {
	defaults := Defaults()
	if o.Limit.Upload == 0 {
		o.Limit.Upload = defaults.Upload
	}
	if o.Limit.UploadTime == 0 {
		o.Limit.UploadTime = defaults.UploadTime
	}
	if o.Limit.ExportTime == 0 {
		o.Limit.ExportTime = defaults.ExportTime
	}
	a := &api{Options: o, huma: humago.New(mux, configuration())}
	a.health()
	a.reading()
	a.export()
	if o.Queue != nil {
		a.writing()
	}
	return a.huma
}

const about = `Who did what to whom, when, where, according to whom: the questions of annals
over HTTP. Every answer has the ids of the lines of the record that it rests on, their words
and their documents. A view is a URL: all questions take the same parameters.`

// configuration describes the API. It asks no other host, as the pages that draw such
// descriptions do, and links to no schema.
func configuration() huma.Config {
	c := huma.DefaultConfig("annals", "1")
	c.Info.Description = about
	c.Info.License = &huma.License{Name: "Apache 2.0", Identifier: "Apache-2.0"}
	c.Servers = []*huma.Server{{URL: "/"}}
	c.DocsPath, c.SchemasPath, c.CreateHooks = "", "", nil
	schemas := huma.NewMapRegistry("#/components/schemas/", schemaName)
	for _, words := range []reflect.Type{reflect.TypeFor[merge.How](), reflect.TypeFor[merge.Field]()} {
		schemas.RegisterTypeAlias(words, reflect.TypeFor[string]()) // they are written as words
	}
	c.Components.Schemas = schemas
	c.Components.SecuritySchemes = map[string]*huma.SecurityScheme{
		"token": {Type: "http", Scheme: "bearer", Description: "Where the server listens to other machines: the token that it was given."},
	}
	c.Security = []map[string][]string{{}, {"token": {}}}
	return c
}

// schemaName names a schema after its type, with its package where that is not ours: two
// packages may have a type of one name.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch from := path.Base(t.PkgPath()); from {
	case "ask", "merge", "record", "actors", "export":
		return strings.ToUpper(from[:1]) + from[1:] + name
	}
	return name
}

// problem returns an error as the API tells it.
func (a *api) problem(err error) error {
	var status huma.StatusError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &status):
		return err
	case errors.Is(err, questions.ErrQuery):
		return huma.Error400BadRequest(err.Error())
	case errors.Is(err, questions.ErrUnknown), errors.Is(err, record.ErrUnknown):
		return huma.Error404NotFound(err.Error())
	case errors.Is(err, intake.ErrFull), errors.Is(err, intake.ErrClosed):
		return huma.Error503ServiceUnavailable(err.Error())
	}
	a.Log.Error("a question failed", "error", err)
	return huma.Error500InternalServerError("the record cannot be read; the server's log says more")
}
