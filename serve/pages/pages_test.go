package pages

import (
	"context"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"annals/serve/questions"
)

// addresses are one of every page, over the record of texts.
func addresses(t testing.TB, p *Pages) map[string]string {
	t.Helper()
	ctx := context.Background()
	found, err := p.desk.Events(ctx, &questions.Query{Parties: []string{"CHL", "PER"}, Types: []string{"ASSAULT"}})
	if err != nil || len(found.Entries) == 0 {
		t.Fatalf("no assault was read: %v", err)
	}
	e := found.Entries[0]
	return map[string]string{
		"overview":    "/",
		"timeline":    "/timeline",
		"zoomed":      "/timeline?from=2011-06-01&to=2011-06-30&party=CHL",
		"map":         "/map",
		"network":     "/network",
		"series":      "/series?party=CHL&party=PER&by=month",
		"point":       "/series?party=CHL&party=PER&by=month&point=2011-06_b-to-a",
		"two-parties": "/series",
		"actors":      "/actors",
		"actor":       "/actor?key=POL",
		"event":       "/events/" + e.ID,
		"line":        "/lines/" + e.Line.ID,
		"why":         "/lines/" + e.Line.ID + "?why",
		"document":    "/document?id=press-2",
		"claims":      "/claims",
		"state":       "/state?on=1994-06-01",
		"no-day":      "/state",
		"search":      "/search?q=fishing",
		"no-words":    "/search",
		"sources":     "/sources",
		"add":         "/add",
		"nothing":     "/timeline?type=AID&party=NZL",
		"no-page":     "/nowhere",
		"bad":         "/timeline?from=soon",
	}
}

// TestPages holds that every page is drawn, says what it shows, and brings no style or
// script of its own.
func TestPages(t *testing.T) {
	p := newPages(t, append(texts(), hostile()))
	wants := map[string]string{
		"overview": "documents", "timeline": "Poland", "zoomed": "June 2011", "map": "Norway", "network": "Mean score", "series": "March 2011",
		"point": "behind", "actors": "Norway", "actor": "Lithuania", "event": "report 2", "line": "Coded by", "why": "Confidence",
		"document": "patrol boat", "claims": "denies", "state": "1994", "search": "fishing rights", "sources": "North Wire",
		"nothing": "Nothing in the record", "no-page": "no page", "bad": "is no date",
	}
	for name, address := range addresses(t, p) {
		w := get(t, p, address)
		status := map[string]int{"no-page": http.StatusNotFound, "bad": http.StatusBadRequest}[name]
		if status == 0 {
			status = http.StatusOK
		}
		body := w.Body.String()
		if w.Code != status || !strings.Contains(body, wants[name]) {
			t.Errorf("%s: %s has the status %d and lacks %q\n%s", name, address, w.Code, wants[name], body)
		}
		for _, bad := range []string{" style=", "<style", " onclick", "ZgotmplZ", "<no value>", "http://", "//cdn"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s: %s has %s", name, address, bad)
			}
		}
		if got := w.Header().Get("Content-Security-Policy"); got != Policy {
			t.Errorf("%s has the policy %q", name, got)
		}
	}
}

// TestHostile holds that whatever a document says is text in every page.
func TestHostile(t *testing.T) {
	bad := hostile()
	p := newPages(t, append(texts(), bad))
	id := url.QueryEscape(bad.ID)
	for _, address := range []string{
		"/", "/timeline", "/document?id=" + id, "/sources", "/search?q=finland", "/claims", "/actors", "/network?by=actor", "/map",
		"/series?party=SWE&party=FIN&point=2012_a-to-b", "/timeline?source=" + id, "/timeline?q=%3Cscript%3Ealert(1)%3C/script%3E", "/actor?key=%3Cscript%3E",
		"/document?id=%22%3E%3Cscript%3E", "/state?on=2012-01-01",
	} {
		body := get(t, p, address).Body.String()
		for _, bad := range []string{"<script>", "<img", "<svg onload", `href="javascript`, "\u202e", "\u2066"} {
			if strings.Contains(body, bad) {
				t.Errorf("%s has %s", address, bad)
			}
		}
	}
}

// TestAssets holds that files are kept for good under their hash, and not found under
// another.
func TestAssets(t *testing.T) {
	p := newPages(t, nil)
	address, err := p.assets.path("app.css")
	if err != nil {
		t.Fatal(err)
	}
	w := get(t, p, address)
	if w.Code != http.StatusOK || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%s: %d %v", address, w.Code, w.Header())
	}
	for _, missing := range []string{"/assets/0000000000000000/app.css", p.assets.prefix + "none.css", p.assets.prefix + "../doc.go"} {
		if w := get(t, p, missing); w.Code == http.StatusOK {
			t.Errorf("%s is found", missing)
		}
	}
	if _, err := p.assets.path("none.css"); err == nil {
		t.Error("a file that is not there has a path")
	}
}
