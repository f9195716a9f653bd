package pages

import (
	"strings"
	"testing"
	"time"

	"annals"
)

// TestAddWithoutScripts holds that the page says by itself how far texts are, for browsers
// that run no scripts.
func TestAddWithoutScripts(t *testing.T) {
	h := houseOf(t, texts())
	for _, doc := range []annals.Document{
		{ID: "press-<9>", Text: "On 7 July 2013 Kenya sent aid to Uganda."},
		{ID: "broken", Text: "\xff\xfe"},
	} {
		if _, err := h.queue.Text(doc, ""); err != nil {
			t.Fatal(err)
		}
	}
	var body string
	for range 200 {
		body = get(t, h.pages, "/add").Body.String()
		if !strings.Contains(body, "Waiting") && !strings.Contains(body, ">Reading<") {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	for _, want := range []string{"<noscript>", "Read: 1 document, 1 line.", `href="/document?id=press-%3c9%3e"`, "press-&lt;9&gt;", "broken"} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q:\n%s", want, body)
		}
	}
}
