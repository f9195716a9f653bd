package pages

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/serve/questions"
)

// TestChangedFields holds that a form replaces what differs from the line, and nothing else.
func TestChangedFields(t *testing.T) {
	line := &annals.Line{
		Type: "CONSULT", Mode: "visit", Status: annals.Actual,
		Actor: []annals.Participant{{Text: "the minister", ID: "person:a", Name: "A", Country: "NOR"}, {Text: "Oslo", Name: "Norway", Country: "NOR"}},
		When:  &annals.When{Text: "in May", EDTF: "2011-05", From: "2011-05-01", To: "2011-05-31", Basis: annals.BasisDocument},
	}
	same := url.Values{"type": {"CONSULT"}, "mode": {"visit"}, "status": {"actual"}, "date": {"2011-05"}, "actor-0-name": {"A"}, "actor-0-country": {"NOR"}}
	for _, test := range []struct {
		name   string
		change url.Values
		want   map[string]string
		bad    bool
	}{
		{"nothing", nil, map[string]string{}, false},
		{"type", url.Values{"type": {" COERCE "}}, map[string]string{"type": `"COERCE"`}, false},
		{"no mode", url.Values{"mode": {""}}, map[string]string{"mode": "null"}, false},
		{"a day", url.Values{"date": {"2011-05-03"}}, map[string]string{"when": `{"text":"in May","edtf":"2011-05-03","from":"2011-05-03","to":"2011-05-03","basis":"document"}`}, false},
		{"no day", url.Values{"date": {""}}, map[string]string{"when": `{"text":"in May","basis":"document"}`}, false},
		{"no date at all", url.Values{"date": {"soon"}}, nil, true},
		{"another actor", url.Values{"actor-0-name": {"B"}, "actor-0-country": {"swe"}}, map[string]string{
			"actor": `[{"text":"the minister","span":[0,0],"name":"B","country":"SWE"},{"text":"Oslo","span":[0,0],"name":"Norway","country":"NOR"}]`,
		}, false},
	} {
		form := url.Values{}
		for name, value := range same {
			form[name] = value
		}
		for name, value := range test.change {
			form[name] = value
		}
		fields, err := changedFields(line, form)
		if (err != nil) != test.bad || test.bad && !errors.Is(err, questions.ErrQuery) {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		got := map[string]string{}
		for name, data := range fields {
			got[name] = string(data)
		}
		if diff := cmp.Diff(test.want, got); diff != "" && !test.bad {
			t.Errorf("%s (-want +got)\n%s", test.name, diff)
		}
	}
}

// TestCorrect holds that a form corrects a line, strikes it out and takes that back; that
// what is wrong with a form is told; and that nothing is changed where the record can only
// be read.
func TestCorrect(t *testing.T) {
	h := houseOf(t, texts())
	ctx := context.Background()
	found, err := h.desk.Events(ctx, &questions.Query{Parties: []string{"NOR", "RUS"}, Types: []string{"AID"}})
	if err != nil || len(found.Entries) == 0 {
		t.Fatalf("no aid was read: %v", err)
	}
	line := found.Entries[0].Line
	for _, test := range []struct {
		name, id string
		form     url.Values
		status   int
		kept     string // the last correction, as JSON without its time
	}{
		{"a date", line.ID, url.Values{"date": {"2012"}, "by": {"Ada"}, "why": {"a misprint"}}, http.StatusSeeOther, `"by":"Ada"`},
		{"struck out", line.ID, url.Values{"struck": {"on"}}, http.StatusSeeOther, `"struck":true`},
		{"taken back", line.ID, url.Values{"take-back": {""}}, http.StatusSeeOther, `{"line":"` + line.ID + `","at":`},
		{"nothing", line.ID, url.Values{"type": {line.Type}}, http.StatusBadRequest, ""},
		{"a bad date", line.ID, url.Values{"date": {"then"}}, http.StatusBadRequest, ""},
		{"a bad status", line.ID, url.Values{"status": {"perhaps"}}, http.StatusBadRequest, ""},
		{"no such line", "00", url.Values{"struck": {"on"}}, http.StatusNotFound, ""},
		{"too long", line.ID, url.Values{"why": {strings.Repeat("x", maxForm)}}, http.StatusBadRequest, ""},
	} {
		before, err := h.store.Corrections(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if w := post(h.pages, "/lines/"+test.id, test.form); w.Code != test.status {
			t.Errorf("%s: status %d, not %d\n%s", test.name, w.Code, test.status, w.Body)
		}
		after, err := h.store.Corrections(ctx)
		if err != nil {
			t.Fatal(err)
		}
		if len(after) > len(before) != (test.kept != "") {
			t.Errorf("%s: %d corrections after %d", test.name, len(after), len(before))
			continue
		}
		if test.kept == "" {
			continue
		}
		if data, err := json.Marshal(after[len(after)-1]); err != nil || !strings.Contains(string(data), test.kept) {
			t.Errorf("%s: %s is kept, which lacks %s", test.name, data, test.kept)
		}
	}
	readOnly, err := New(Options{Desk: h.desk, Gazetteer: countries(t), Store: h.store})
	if err != nil {
		t.Fatal(err)
	}
	if w := post(readOnly, "/lines/"+line.ID, url.Values{"struck": {"on"}}); w.Code != http.StatusMethodNotAllowed {
		t.Errorf("a record that can only be read is changed: %d", w.Code)
	}
	if body := get(t, readOnly, "/lines/"+line.ID).Body.String(); strings.Contains(body, `method="post"`) {
		t.Error("a record that can only be read has a form to change it")
	}
}

func post(p *Pages, path string, form url.Values) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	r := httptest.NewRequest(http.MethodPost, path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	p.ServeHTTP(w, r)
	return w
}
