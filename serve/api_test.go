package serve_test

import (
	"bytes"
	"encoding/csv"
	"mime/multipart"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/parquet-go/parquet-go"

	"annals/export"
	"annals/serve/intake"
	"annals/serve/questions"
)

// TestQuestions asks each question and holds what must stand in its answer.
func TestQuestions(t *testing.T) {
	s := newSmall(t)
	var events struct {
		Total   int
		Entries []struct {
			ID               string
			Reports, Sources int
			Line             struct{ ID string }
		}
	}
	s.into("events?party=CHL&party=PER&q=agreement", &events)
	if events.Total != 1 || events.Entries[0].Reports != 2 || events.Entries[0].Sources != 2 {
		t.Fatalf("the agreement is told by two sources once: %+v", events)
	}
	event, line := events.Entries[0].ID, events.Entries[0].Line.ID
	for _, test := range []struct {
		path   string
		status int
		has    string
	}{
		{"overview", 200, `"documents":5`},
		{"timeline", 200, `"period":"1995"`},
		{"timeline?party=BLR&party=LTU", 200, `"total":2`},
		{"timeline?party=Norway", 200, `onerror`},
		{"timeline?per_page=1&page=2", 200, `"page":2`},
		{"timeline?from=next+week", 400, `no date`},
		{"timeline?party=A&party=B&party=C", 400, `one or two`},
		{"density?kind=event", 200, `"unit":"year"`},
		{"facets?party=CHL", 200, `{"value":"PER","label":"Peru"`},
		{"places", 200, `"name":"Lima"`},
		{"events?status=negated", 200, `"entries":[`},
		{"events/" + event, 200, `"document":{"id":"b1"`},
		{"events/" + line, 200, `"id":"` + event + `"`},
		{"events/nothing", 404, `no such entry`},
		{"lines?source=h1", 200, `"text":"On 6 February 1995`},
		{"lines/" + line, 200, `"event":"` + event + `"`},
		{"lines/nothing", 404, `no such entry`},
		{"lines/" + line + "/explanation", 200, `"tree":[`},
		{"state?on=1995-03-01", 200, `"state":"office"`},
		{"state", 400, `name the day`},
		{"claims", 200, `"contested":`},
		{"series?party=CHL&party=PER", 200, `"a":"Chile","b":"Peru"`},
		{"series?party=CHL", 400, `two parties`},
		{"series?party=CHL&party=PER&by=actor", 400, `month or year`},
		{"series.svg?party=CHL&party=PER", 200, `<svg`},
		{"network", 200, `"by":"country"`},
		{"network?by=actor", 200, `person:alexander-lukashenko`},
		{"network?by=year", 400, `country or actor`},
		{"actors", 200, `"key":"CHL"`},
		{"actors/person:alexander-lukashenko", 200, `"state":"office"`},
		{"actors/nobody", 404, `no such entry`},
		{"documents?source=South+Press", 200, `"total":2`},
		{"documents/a1", 200, `fishing rights in Lima`},
		{"documents/" + url.PathEscape(`=cmd|' /C calc'!A0`), 200, `Norway threatened`},
		{"documents/nothing", 404, `no such entry`},
		{"search?q=%22fishing+rights%22", 200, `"more":false`},
		{"search", 400, `name the words`},
		{"jobs", 200, `"state":"done"`},
		{"jobs/nothing", 404, `no such job`},
		{"corrections", 200, `"all":[]`},
		{"decisions", 200, `"all":[]`},
		{"export?format=jsonl&source=a1", 200, `"document":"a1"`},
		{"export?format=jsonld&source=a1", 200, `prov`},
		{"export?format=gexf", 200, `<gexf`},
		{"export?format=gexf&by=month", 400, `country or actor`},
		{"export?format=doc", 422, `format`},
		{"export", 422, `format`},
		{"nothing", 404, ``},
	} {
		status, body := s.get(test.path)
		if status != test.status || !strings.Contains(body, test.has) {
			t.Errorf("%s: status %d, want %d, with %q in %.400s", test.path, status, test.status, test.has, body)
		}
	}
}

// TestProblems holds that errors are problem+json, and that answers are JSON.
func TestProblems(t *testing.T) {
	s := newSmall(t)
	for path, media := range map[string]string{
		"timeline": "application/json", "timeline?from=x": "application/problem+json", "lines/x": "application/problem+json",
		"export?format=csv": "text/csv; charset=utf-8", "export?format=jsonl": "application/x-ndjson",
	} {
		answer, _ := s.do(http.MethodGet, "/api/v1/"+path, "", nil)
		if got := answer.Header.Get("Content-Type"); got != media {
			t.Errorf("%s is %s, want %s", path, got, media)
		}
	}
}

// TestExports holds that an export has the lines that are asked for, and can be read back.
func TestExports(t *testing.T) {
	s := newSmall(t)
	_, body := s.get("export?format=jsonl&party=CHL&kind=event")
	lines := 0
	for _, err := range export.ReadJSONLines(strings.NewReader(body), "answer") {
		must(t, err)
		lines++
	}
	_, body = s.get("export?format=csv&party=CHL&kind=event")
	rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	must(t, err)
	_, body = s.get("export?format=parquet&party=CHL&kind=event")
	file, err := parquet.OpenFile(strings.NewReader(body), int64(len(body)))
	must(t, err)
	if lines < 3 || len(rows) != lines+1 || file.NumRows() != int64(lines) {
		t.Errorf("JSON Lines have %d lines, CSV %d rows, Parquet %d", lines, len(rows)-1, file.NumRows())
	}
}

// TestAddText holds that a text that is handed in can be asked for when its job is done,
// also where the same was asked before.
func TestAddText(t *testing.T) {
	s := newSmall(t)
	before, _ := s.do(http.MethodGet, "/api/v1/timeline?party=FJI", "", nil)
	status, body := s.post("documents", map[string]string{"text": "Fiji signed a treaty with Tonga on 2 May 2003.", "published": "2003-05-03", "title": "A treaty"})
	if status != http.StatusAccepted || !strings.Contains(body, `"state":"waiting"`) {
		t.Fatalf("status %d: %s", status, body)
	}
	job := s.wait()
	if job.State != intake.Done || job.Added != 1 || job.Lines == 0 {
		t.Fatalf("%+v", job)
	}
	if status, body := s.get("jobs/" + job.ID); status != http.StatusOK || !strings.Contains(body, `"state":"done"`) {
		t.Errorf("status %d: %s", status, body)
	}
	after, body := s.do(http.MethodGet, "/api/v1/timeline?party=FJI", "", nil)
	if !strings.Contains(body, "treaty with Tonga") || before.Header.Get("ETag") == after.Header.Get("ETag") {
		t.Errorf("the text is not there: %s", body)
	}
	if status, _ := s.post("documents", map[string]string{"text": "Fiji signed a treaty with Tonga on 2 May 2003.", "published": "2003-05-03", "title": "A treaty"}); status != http.StatusAccepted {
		t.Error(status)
	}
	if job := s.wait(); job.Unchanged != 1 || job.Added != 0 {
		t.Errorf("the same text again: %+v", job)
	}
	for _, wrong := range []map[string]string{{"text": ""}, {"title": "no text"}, {"text": "x", "published": "May"}, {"text": "x", "unknown": "y"}} {
		if status, body := s.post("documents", wrong); status != http.StatusBadRequest && status != http.StatusUnprocessableEntity {
			t.Errorf("%v: status %d: %s", wrong, status, body)
		}
	}
}

// upload returns a form with a file.
func upload(t *testing.T, name, content string, fields map[string]string) (body, media string) {
	t.Helper()
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for field, value := range fields {
		must(t, form.WriteField(field, value))
	}
	if name != "" {
		part, err := form.CreateFormFile("file", name)
		must(t, err)
		_, err = part.Write([]byte(content))
		must(t, err)
	}
	must(t, form.Close())
	return out.String(), form.FormDataContentType()
}

// TestUpload holds which files can be handed in, and what is told of those that cannot be
// read.
func TestUpload(t *testing.T) {
	s := newSmall(t)
	for _, test := range []struct {
		name, file, content string
		fields              map[string]string
		added               int
		says                string
	}{
		{"plain text", "fiji.txt", "Fiji signed a treaty with Tonga on 2 May 2003.", nil, 1, ""},
		{"a name of its own", "x.txt", "Samoa signed a treaty with Tonga on 3 May 2003.", map[string]string{"id": "samoa", "title": "T"}, 1, ""},
		{"HTML", "page.html", "<html><body><p>Palau recognized Tonga on 4 May 2003.</p><script>alert(1)</script></body></html>", nil, 1, ""},
		{"JSON Lines with a broken line", "two.jsonl", `{"id":"j1","text":"Nauru recognized Tonga."}` + "\nbroken\n" + `{"id":"j2","text":"Tuvalu recognized Tonga."}`, nil, 2, "two.jsonl:2"},
		{"no text", "picture.png", "\x89PNG\x00\x00\xff\xfe", nil, 0, "picture.png"},
		{"a path for a name", "../../etc/passwd.txt", "Fiji met Tonga.", nil, 1, ""},
		{"an id that is taken by a file", "f.txt", "Fiji met Samoa.", map[string]string{"id": "fiji.txt"}, 1, ""},
		{"text in a field", "", "", map[string]string{"text": "Fiji met Palau on 6 May 2003."}, 1, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			body, media := upload(t, test.file, test.content, test.fields)
			answer, got := s.do(http.MethodPost, "/api/v1/uploads", body, map[string]string{"Content-Type": media})
			if answer.StatusCode != http.StatusAccepted || answer.Header.Get("Location") == "" {
				t.Fatalf("status %d: %s", answer.StatusCode, got)
			}
			job := s.wait()
			if job.Added != test.added || !strings.Contains(strings.Join(job.Errors, "\n"), test.says) || (test.says == "") != (len(job.Errors) == 0) {
				t.Errorf("%+v", job)
			}
			for _, e := range job.Errors {
				if strings.Contains(e, "annals-upload") {
					t.Errorf("the error names a file of the server: %s", e)
				}
			}
		})
	}
	body, media := upload(t, "", "", map[string]string{"text": "Fiji met Nauru on 7 May 2003."})
	answer, _ := s.do(http.MethodPost, "/api/v1/uploads", body, map[string]string{"Content-Type": media, "Accept": "text/html,*/*;q=0.8"})
	if answer.StatusCode != http.StatusSeeOther || answer.Header.Get("Location") != "/add" {
		t.Errorf("a browser without scripts gets the status %d and is sent to %q", answer.StatusCode, answer.Header.Get("Location"))
	}
	s.wait()
	if status, body := s.get("documents/samoa"); status != http.StatusOK || !strings.Contains(body, `"title":"T"`) {
		t.Errorf("status %d: %s", status, body)
	}
	for _, id := range []string{"passwd.txt", "page.html"} {
		if status, body := s.get("documents/" + id); status != http.StatusOK || strings.Contains(body, "alert(1)") {
			t.Errorf("%s: status %d: %s", id, status, body)
		}
	}
}

// TestCorrect holds that a line is corrected by hand, told as that, and can be struck out
// and taken back.
func TestCorrect(t *testing.T) {
	s := newSmall(t)
	var found questions.Lines
	s.into("lines?type=visit", &found)
	id := found.Lines[0].ID
	for _, test := range []struct {
		correction map[string]any
		status     int
		party      string // who is found then
		has        string
	}{
		{map[string]any{"line": id, "fields": map[string]any{"mode": "meet"}, "by": "reader", "why": "they met"}, 202, "lines/" + id, `"mode":"meet"`},
		{map[string]any{"line": id, "fields": map[string]any{"mode": "meet"}, "by": "reader"}, 202, "lines/" + id, `corrected by hand (reader`},
		{map[string]any{"line": id, "fields": map[string]any{"coder": "x"}}, 400, "lines/" + id, `"mode":"meet"`},
		{map[string]any{"line": id, "fields": map[string]any{"status": "true"}}, 400, "lines/" + id, `"mode":"meet"`},
		{map[string]any{"line": "nothing", "struck": true}, 404, "corrections", `"why":"they met"`},
		{map[string]any{"line": id, "struck": true}, 202, "lines/" + id, `no such entry`},
		{map[string]any{"line": id}, 202, "lines/" + id, `"mode":"visit"`},
	} {
		status, body := s.post("corrections", test.correction)
		if status != test.status {
			t.Errorf("%v: status %d: %s", test.correction, status, body)
		}
		s.wait()
		if _, body := s.get(test.party); !strings.Contains(body, test.has) {
			t.Errorf("%v: want %s in %.600s", test.correction, test.has, body)
		}
	}
}

// TestDecide holds that two actors are joined, and that it can be undone.
func TestDecide(t *testing.T) {
	s := newSmall(t)
	decide := func(verdict string, want int) {
		t.Helper()
		status, body := s.post("decisions", map[string]any{"verdict": verdict, "actor": "person:jan-novak", "other": "person:alexander-lukashenko"})
		if status != want {
			t.Fatalf("%s: status %d: %s", verdict, status, body)
		}
		s.wait()
	}
	decide("join", 202)
	// Both ids lead to the one that remains, and find what it is party to.
	for _, id := range []string{"person:jan-novak", "person:alexander-lukashenko"} {
		status, body := s.get("actors/" + id)
		if status != http.StatusOK || !strings.Contains(body, `"key":"person:jan-novak"`) || !strings.Contains(body, `"other_ids":["person:alexander-lukashenko"]`) {
			t.Errorf("%s: status %d: %s", id, status, body)
		}
		if _, body := s.get("lines?party=" + id); strings.Contains(body, `"total":0`) {
			t.Errorf("%s is party to nothing: %s", id, body)
		}
	}
	decide("undo", 202)
	if status, body := s.get("actors/person:jan-novak"); status != http.StatusNotFound {
		t.Errorf("status %d: %s", status, body)
	}
	decide("marry", 400)
	if _, body := s.get("decisions"); strings.Count(body, `"verdict"`) != 2 {
		t.Error(body)
	}
}

// TestReadOnly holds that a server that only reads takes nothing.
func TestReadOnly(t *testing.T) {
	s := newSmall(t, readOnly)
	if status, _ := s.post("documents", map[string]string{"text": "x"}); status != http.StatusMethodNotAllowed && status != http.StatusNotFound {
		t.Error(status)
	}
	if status, _ := s.get("jobs"); status != http.StatusNotFound {
		t.Error(status)
	}
}

// TestKept holds that a browser that has an answer need not get it again.
func TestKept(t *testing.T) {
	s := newSmall(t)
	first, _ := s.do(http.MethodGet, "/api/v1/facets", "", nil)
	tag := first.Header.Get("ETag")
	second, body := s.do(http.MethodGet, "/api/v1/facets", "", map[string]string{"If-None-Match": tag})
	if tag == "" || second.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("ETag %s, then status %d and %d bytes", tag, second.StatusCode, len(body))
	}
	packed, _ := s.do(http.MethodGet, "/api/v1/facets", "", map[string]string{"Accept-Encoding": "gzip"})
	if packed.Header.Get("Content-Encoding") != "gzip" {
		t.Errorf("the answer is not packed: %v", packed.Header)
	}
}
