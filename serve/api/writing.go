package api

import (
	"cmp"
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"annals"
	"annals/ask"
	"annals/document"
	"annals/record"
	"annals/serve/identity"
	"annals/serve/intake"
)

// Text is a text that is handed in. Only text must be there.
type Text struct {
	Text      string `json:"text" doc:"plain text" minLength:"1" maxLength:"4194304"`
	ID        string `json:"id,omitempty" doc:"its id in the record; made of the text if it is missing" maxLength:"1000"`
	Title     string `json:"title,omitempty" maxLength:"1000"`
	URL       string `json:"url,omitempty" maxLength:"2000"`
	Source    string `json:"source,omitempty" doc:"who published it" maxLength:"1000"`
	Language  string `json:"language,omitempty" doc:"BCP 47; empty means English" maxLength:"35"`
	Published string `json:"published,omitempty" doc:"a day, month or year: 2010-10-27, 2010-10, 2010" maxLength:"20"`
}

// accepted is the answer to what was handed in: the job can be asked for at Location.
type accepted struct {
	Status   int    // 202, or 303 for a browser that sends a form without scripts
	Location string `header:"Location"`
	Body     intake.Job
}

func (a *api) accepted(job intake.Job, err error) (*accepted, error) {
	if err != nil {
		return nil, a.problem(err)
	}
	return &accepted{Status: http.StatusAccepted, Location: Prefix + "/jobs/" + job.ID, Body: job}, nil
}

// writing adds what changes the record.
func (a *api) writing() {
	op := func(name, path, summary string) huma.Operation {
		return huma.Operation{
			OperationID: name, Method: http.MethodPost, Path: Prefix + path, Summary: summary,
			DefaultStatus: http.StatusAccepted, BodyReadTimeout: a.Limit.UploadTime, MaxBodyBytes: 1 << 20,
			Errors: []int{http.StatusBadRequest, http.StatusServiceUnavailable}, Tags: []string{"record"},
		}
	}
	text := op("add-text", "/documents", "Hand in a text: it is read in its turn, and the job says how far it is")
	text.MaxBodyBytes = document.MaxText + document.MaxText/2 // JSON is longer than what it says
	huma.Register(a.huma, text, a.addText)
	huma.Register(a.huma, op("correct", "/corrections", "Correct a line by hand, or strike it out; kept apart from the machine's line"), a.correct)
	huma.Register(a.huma, op("decide", "/decisions", "Decide that two actors are one, or are not"), a.decide)
	a.uploads(op("add-file", "/uploads", "Hand in a file as multipart/form-data: text, Markdown, HTML or JSON Lines"))
	addList(a, "jobs", "What was handed in lately and how far it is", func(context.Context) ([]intake.Job, error) { return a.Queue.Jobs(), nil })
	addList(a, "corrections", "All corrections by hand, in their order", a.Store.Corrections)
	addList(a, "decisions", "All decisions about actors, in their order", a.Store.Decisions)
	huma.Register(a.huma, huma.Operation{
		OperationID: "job", Method: http.MethodGet, Path: Prefix + "/jobs/{id}", Summary: "How far a job is",
		Errors: []int{http.StatusNotFound}, Tags: []string{"record"},
	}, func(_ context.Context, in *named) (*answer[intake.Job], error) {
		job, known := a.Queue.Job(in.ID)
		if !known {
			return nil, huma.Error404NotFound("there is no such job, or it was finished long ago")
		}
		return &answer[intake.Job]{job}, nil
	})
}

// listed is a list that an answer consists of.
type listed[T any] struct {
	All []T `json:"all"`
}

func addList[T any](a *api, name, summary string, all func(context.Context) ([]T, error)) {
	huma.Register(a.huma, huma.Operation{
		OperationID: name, Method: http.MethodGet, Path: Prefix + "/" + name, Summary: summary, Tags: []string{"record"},
	}, func(ctx context.Context, _ *struct{}) (*answer[listed[T]], error) {
		found, err := all(ctx)
		if found == nil {
			found = []T{}
		}
		return &answer[listed[T]]{listed[T]{found}}, a.problem(err)
	})
}

func (a *api) addText(ctx context.Context, in *struct{ Body Text }) (*accepted, error) {
	t := in.Body
	if err := checkPublished(t.Published); err != nil {
		return nil, err
	}
	doc := annals.Document{ID: t.ID, Text: t.Text, Title: t.Title, URL: t.URL, Source: t.Source, Language: t.Language, Published: t.Published}
	return a.accepted(a.Queue.Text(doc, identity.Of(ctx)))
}

func checkPublished(date string) error {
	if date == "" {
		return nil
	}
	if _, _, err := ask.ParseDays(date); err != nil {
		return huma.Error400BadRequest("published: " + err.Error())
	}
	return nil
}

func (a *api) correct(ctx context.Context, in *struct{ Body record.Correction }) (*accepted, error) {
	c := in.Body
	c.By, c.At = cmp.Or(identity.Of(ctx), c.By), time.Now().UTC().Format(time.RFC3339)
	if err := c.Check(); err != nil {
		return nil, huma.Error400BadRequest(err.Error())
	}
	if _, err := a.Desk.Line(ctx, c.Line); err != nil && !c.IsEmpty() {
		return nil, a.problem(err)
	}
	if err := a.Store.Correct(ctx, c); err != nil {
		return nil, a.problem(err)
	}
	return a.accepted(a.Queue.Redigest())
}

func (a *api) decide(ctx context.Context, in *struct{ Body record.Decision }) (*accepted, error) {
	d := in.Body
	d.By, d.At = cmp.Or(identity.Of(ctx), d.By), time.Now().UTC().Format(time.RFC3339)
	if err := d.Check(); err != nil {
		return nil, huma.Error400BadRequest(err.Error())
	}
	if err := a.Store.Decide(ctx, d); err != nil {
		return nil, a.problem(err)
	}
	return a.accepted(a.Queue.Redigest())
}
