package pages

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"annals/serve/questions"
)

// TestShelf holds that a page is drawn once a version of the record, and that whoever asks
// for one that takes long gets the last one while the next is drawn.
func TestShelf(t *testing.T) {
	h := houseOf(t, nil)
	version := ""
	h.pages.desk = deskOn(t, h.store, nil, func() string { return version })
	var drawings atomic.Int32
	slow := time.Duration(0)
	page := &page{path: "/claims", template: "claims", shelved: true, show: func(ctx context.Context, _ *http.Request, q *questions.Query, v *view) error {
		time.Sleep(slow)
		v.Title = fmt.Sprint("drawing ", drawings.Add(1))
		return h.pages.claims(ctx, nil, q, v)
	}}
	ask := func() {
		w := httptest.NewRecorder()
		h.pages.shelved(w, httptest.NewRequest(http.MethodGet, "/claims", nil), page)
		if w.Code != http.StatusOK {
			t.Errorf("status %d", w.Code)
		}
	}
	ask()
	ask()
	if n := drawings.Load(); n != 1 {
		t.Errorf("a page was drawn %d times", n)
	}
	version, slow = "2", 2*slowPage
	ask()
	if n := drawings.Load(); n != 2 {
		t.Errorf("a page of a record that has changed was drawn %d times", n)
	}
	version = "3"
	begun := time.Now()
	ask()
	if time.Since(begun) > slowPage {
		t.Error("somebody waits for a slow page that there is one of")
	}
	for end := time.Now().Add(10 * time.Second); drawings.Load() < 3; time.Sleep(time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("the next one is not drawn")
		}
	}
}

// TestWarm holds that the views of the whole record are there before somebody asks, and that
// a desk that is not ready is told of.
func TestWarm(t *testing.T) {
	h := houseOf(t, texts())
	if err := h.pages.Warm(context.Background()); err != nil {
		t.Fatal(err)
	}
	for _, page := range h.pages.all() {
		if page.shelved && h.pages.shelf.get(page.path) == nil {
			t.Errorf("%s is not drawn", page.path)
		}
	}
	h.pages.warming.Store(true)
	w := get(t, h.pages, "/timeline")
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("while the record is read: %d %v", w.Code, w.Header())
	}
	if w := get(t, h.pages, "/"); w.Code != http.StatusOK {
		t.Errorf("the overview waits too: %d", w.Code)
	}
}

// TestUnchanged holds that a page that the browser has is not sent again.
func TestUnchanged(t *testing.T) {
	h := houseOf(t, texts())
	r := httptest.NewRequest(http.MethodGet, "/timeline", nil)
	r.Header.Set("If-None-Match", get(t, h.pages, "/timeline").Header().Get("ETag"))
	w := httptest.NewRecorder()
	h.pages.ServeHTTP(w, r)
	if w.Code != http.StatusNotModified || w.Body.Len() > 0 {
		t.Errorf("status %d with %d bytes", w.Code, w.Body.Len())
	}
}
