package serve_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// description is what is tested of an OpenAPI description.
type description struct {
	OpenAPI string `json:"openapi"`
	Info    struct {
		Title, Version string
	} `json:"info"`
	Paths      map[string]map[string]operation `json:"paths"`
	Components struct {
		Schemas map[string]json.RawMessage `json:"schemas"`
	} `json:"components"`
}

type operation struct {
	OperationID string `json:"operationId"`
	Summary     string `json:"summary"`
	Parameters  []struct {
		Name, In string
		Required bool
		Schema   json.RawMessage
	} `json:"parameters"`
	Responses map[string]struct {
		Description string
		Content     map[string]struct{ Schema json.RawMessage }
	} `json:"responses"`
}

// describe returns the description that a server gives, indented too.
func describe(t *testing.T, s *small) (d description, indented string) {
	t.Helper()
	answer, body := s.do(http.MethodGet, "/openapi.json", "", nil)
	if answer.StatusCode != http.StatusOK {
		t.Fatalf("status %d", answer.StatusCode)
	}
	must(t, json.Unmarshal([]byte(body), &d))
	var out bytes.Buffer
	must(t, json.Indent(&out, []byte(body), "", " "))
	return d, out.String() + "\n"
}

// TestOpenAPI compares the description with a golden file: whoever changes the API sees it
// in the diff.
func TestOpenAPI(t *testing.T) {
	_, got := describe(t, newSmall(t))
	const golden = "testdata/openapi.golden.json"
	if *update {
		must(t, os.MkdirAll(filepath.Dir(golden), 0o755))
		must(t, os.WriteFile(golden, []byte(got), 0o644))
	}
	want, err := os.ReadFile(golden)
	must(t, err)
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("(-%s +got)\n%s", golden, diff)
	}
}

// TestOpenAPIValid holds what OpenAPI 3.1 demands of a description: names that are one
// operation's alone, a parameter for each variable of a path, references that lead
// somewhere, and schemas that are ones.
func TestOpenAPIValid(t *testing.T) {
	d, text := describe(t, newSmall(t))
	if d.OpenAPI != "3.1.0" || d.Info.Title == "" || d.Info.Version == "" {
		t.Errorf("openapi %q, info %+v", d.OpenAPI, d.Info)
	}
	ids := map[string]bool{}
	for path, methods := range d.Paths {
		for method, op := range methods {
			if op.OperationID == "" || ids[op.OperationID] || op.Summary == "" || len(op.Responses) == 0 {
				t.Errorf("%s %s: id %q, summary %q, %d responses", method, path, op.OperationID, op.Summary, len(op.Responses))
			}
			ids[op.OperationID] = true
			seen := map[string]bool{}
			for _, p := range op.Parameters {
				if seen[p.Name] || len(p.Schema) == 0 || p.In == "path" && (!p.Required || !strings.Contains(path, "{"+p.Name+"}")) {
					t.Errorf("%s %s: parameter %+v", method, path, p)
				}
				seen[p.Name] = true
			}
			for variable := range strings.SplitSeq(path, "{") {
				if name, _, is := strings.Cut(variable, "}"); is && !seen[name] {
					t.Errorf("%s %s: %s is no parameter", method, path, name)
				}
			}
			for status, response := range op.Responses {
				if response.Description == "" {
					t.Errorf("%s %s: response %s has no description", method, path, status)
				}
			}
		}
	}
	for part := range strings.SplitSeq(text, `"$ref": "`) {
		ref, _, _ := strings.Cut(part, `"`)
		name, is := strings.CutPrefix(ref, "#/components/schemas/")
		if is && d.Components.Schemas[name] == nil {
			t.Errorf("%s leads nowhere", ref)
		}
	}
	for name := range d.Components.Schemas {
		if _, err := d.schema(json.RawMessage(`{"$ref":"#/$defs/` + name + `"}`)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// schema returns a schema of the description, with all those that it may refer to.
func (d *description) schema(root json.RawMessage) (*jsonschema.Resolved, error) {
	whole := map[string]any{}
	if err := json.Unmarshal(root, &whole); err != nil {
		return nil, err
	}
	whole["$defs"] = d.Components.Schemas
	data, err := json.Marshal(whole)
	if err != nil {
		return nil, err
	}
	var s jsonschema.Schema
	if err := json.Unmarshal([]byte(strings.ReplaceAll(string(data), "#/components/schemas/", "#/$defs/")), &s); err != nil {
		return nil, err
	}
	return s.Resolve(nil)
}

// TestAsDescribed holds that answers are what the description says.
func TestAsDescribed(t *testing.T) {
	s := newSmall(t)
	d, _ := describe(t, s)
	var found struct{ Lines []struct{ ID string } }
	s.into("lines?party=CHL&party=PER&q=agreement", &found)
	line := found.Lines[0].ID
	for path, asked := range map[string]string{
		"/api/v1/overview": "", "/api/v1/timeline": "", "/api/v1/density": "", "/api/v1/facets": "", "/api/v1/places": "",
		"/api/v1/events": "", "/api/v1/lines": "", "/api/v1/state": "?on=1995-03-01", "/api/v1/claims": "",
		"/api/v1/series": "?party=CHL&party=PER", "/api/v1/network": "", "/api/v1/actors": "", "/api/v1/documents": "",
		"/api/v1/search": "?q=fishing", "/api/v1/jobs": "", "/api/v1/corrections": "", "/api/v1/decisions": "", "/healthz": "",
		"/api/v1/events/{id}": line, "/api/v1/lines/{id}": line, "/api/v1/lines/{id}/explanation": line,
		"/api/v1/actors/{id}": "person:alexander-lukashenko", "/api/v1/documents/{id}": "a1",
	} {
		op, known := d.Paths[path]["get"]
		if !known {
			t.Errorf("%s is not described", path)
			continue
		}
		schema, err := d.schema(op.Responses["200"].Content["application/json"].Schema)
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		target := path + asked
		if strings.Contains(path, "{id}") {
			target = strings.ReplaceAll(path, "{id}", url.PathEscape(asked))
		}
		answer, body := s.do(http.MethodGet, target, "", nil)
		var got any
		must(t, json.Unmarshal([]byte(body), &got))
		if err := schema.Validate(got); answer.StatusCode != http.StatusOK || err != nil {
			t.Errorf("%s: status %d: %.1500v", target, answer.StatusCode, err)
		}
	}
}
