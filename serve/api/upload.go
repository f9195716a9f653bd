package api

import (
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"annals"
	"annals/document"
	"annals/serve/identity"
)

// maxField is how long a field of a form may be, other than its text.
const maxField = 2000

// uploads adds the upload of files. Their bytes go to a file as they come, so that many
// of them take no memory.
func (a *api) uploads(op huma.Operation) {
	op.MaxBodyBytes = a.Limit.Upload
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge)
	huma.Register(a.huma, op, func(ctx context.Context, in *receiving) (*accepted, error) {
		path, size, fields, err := in.receive(a.Limit)
		if err != nil {
			return nil, err
		}
		out, err := a.handIn(ctx, path, size, fields)
		if err == nil && strings.Contains(in.r.Header.Get("Accept"), "text/html") {
			out.Status, out.Location = http.StatusSeeOther, "/add" // the page says how far it is
		}
		return out, err
	})
	// The form is described, and read by us and not by huma, which would hold it.
	form := map[string]*huma.MediaType{"multipart/form-data": {Schema: formSchema()}}
	described := *a.huma.OpenAPI().Paths[op.Path].Post
	described.RequestBody = &huma.RequestBody{Required: true, Content: form}
	a.huma.OpenAPI().Paths[op.Path].Post = &described
}

// handIn hands in what came with a form: the file at path, or the text among the fields.
func (a *api) handIn(ctx context.Context, path string, size int64, fields map[string]string) (*accepted, error) {
	if err := checkPublished(fields["published"]); err != nil {
		return nil, errors.Join(err, remove(path))
	}
	doc := annals.Document{
		ID: fields["id"], Text: fields["text"], Title: fields["title"], URL: fields["url"],
		Source: fields["source"], Published: fields["published"],
	}
	if path != "" {
		return a.accepted(a.Queue.File(path, fields["file"], size, doc, identity.Of(ctx)))
	}
	if doc.Text == "" {
		return nil, huma.Error400BadRequest("the form has neither a file nor a text")
	}
	return a.accepted(a.Queue.Text(doc, identity.Of(ctx)))
}

func remove(path string) error {
	if path == "" {
		return nil
	}
	return os.Remove(path)
}

func formSchema() *huma.Schema {
	text := func(doc string) *huma.Schema { return &huma.Schema{Type: huma.TypeString, Description: doc} }
	return &huma.Schema{Type: huma.TypeObject, Properties: map[string]*huma.Schema{
		"file": {Type: huma.TypeString, Format: "binary", Description: "its extension says what it is; it must come last"},
		"text": text("plain text, in the place of a file"), "id": text("its id in the record"), "title": text("as printed"),
		"url": text("where it was published"), "source": text("who published it"), "published": text("a day, month or year"),
	}}
}

// keep writes what comes to a file that keeps the extension of its name, and returns where.
func keep(r io.Reader, name string) (path string, size int64, err error) {
	f, err := os.CreateTemp("", "annals-upload-*"+extension(name))
	if err != nil {
		return "", 0, err
	}
	size, err = io.Copy(f, r)
	if err = errors.Join(err, f.Close()); err != nil {
		return "", 0, errors.Join(err, os.Remove(f.Name()))
	}
	return f.Name(), size, nil
}

// extension returns the extension of a name if it is one of letters and digits.
func extension(name string) string {
	ext := filepath.Ext(name)
	for _, r := range ext[min(len(ext), 1):] {
		if (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') {
			return ""
		}
	}
	if len(ext) > 10 {
		return ""
	}
	return ext
}

// receiving is a request with a form that is read as it comes.
type receiving struct {
	r *http.Request
	w http.ResponseWriter
}

// Resolve implements huma.Resolver.
func (u *receiving) Resolve(ctx huma.Context) []error {
	u.r, u.w = humago.Unwrap(ctx)
	return nil
}

// receive reads the form: a file to the path that it returns, "" if there is none, and the
// fields by their names; the name of the file is that of the field "file".
func (u *receiving) receive(limit Limits) (path string, size int64, fields map[string]string, err error) {
	if err := http.NewResponseController(u.w).SetReadDeadline(time.Now().Add(limit.UploadTime)); err != nil && !errors.Is(err, http.ErrNotSupported) {
		return "", 0, nil, err
	}
	u.r.Body = http.MaxBytesReader(u.w, u.r.Body, limit.Upload)
	parts, err := u.r.MultipartReader()
	if err != nil {
		return "", 0, nil, huma.Error400BadRequest("the body is no multipart/form-data")
	}
	fields = map[string]string{}
	for {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return path, size, fields, nil
		}
		if err == nil && part.FormName() == "file" && part.FileName() != "" && path == "" {
			fields["file"] = part.FileName()
			path, size, err = keep(part, part.FileName())
		} else if err == nil {
			err = field(part, fields)
		}
		if err != nil {
			return "", 0, nil, errors.Join(received(err, limit), remove(path))
		}
	}
}

// field reads a field of the form.
func field(part *multipart.Part, fields map[string]string) error {
	most := int64(maxField)
	if part.FormName() == "text" {
		most = document.MaxText
	}
	data, err := io.ReadAll(io.LimitReader(part, most+1))
	switch {
	case err != nil:
		return err
	case int64(len(data)) > most:
		return &http.MaxBytesError{Limit: most}
	}
	fields[part.FormName()] = string(data)
	return nil
}

// received says what was wrong with what came.
func received(err error, limit Limits) error {
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		return huma.NewError(http.StatusRequestEntityTooLarge, "what was handed in is too large: at most "+bytes(large.Limit)+" here")
	case errors.Is(err, os.ErrDeadlineExceeded):
		return huma.NewError(http.StatusRequestTimeout, "what was handed in did not come within "+limit.UploadTime.String())
	}
	return huma.Error400BadRequest("the form is broken off or broken: " + err.Error())
}
