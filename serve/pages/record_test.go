package pages

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"annals"
	"annals/coder"
	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/serve"
	"annals/serve/intake"
	"annals/serve/questions"
	"annals/what"
)

// texts are what the tests read: agencies that agree and differ, a denial, offices, a long
// history with vague dates.
func texts() []annals.Document {
	return []annals.Document{
		{ID: "wire-1", Source: "North Wire", Published: "2011-03-05", Title: "Fishing talks end well", URL: "https://example.org/wire-1", Text: "Chile and Peru signed an agreement on fishing rights in Lima on 4 March 2011. On 5 March 2011 the Chilean foreign minister met the Peruvian president in Santiago. The Peruvian president praised Chile on 6 March 2011."},
		{ID: "press-1", Source: "South Press", Published: "2011-03-05", Title: "Agreement on fish", Text: "Peru and Chile signed an agreement on fishing rights on 4 March 2011 in Lima."},
		{ID: "press-2", Source: "South Press", Published: "2011-06-11", Title: "A boat is shelled", Text: "Chile accused Peru on 9 June 2011 of attacking a patrol boat. Peruvian soldiers killed four Chilean sailors on 8 June 2011 near Arica. Peru denied that it had attacked the patrol boat. On 10 June 2011 Chile expelled two Peruvian diplomats."},
		{ID: "wire-2", Source: "North Wire", Published: "2011-06-12", Title: "Six dead near Arica", Text: "Peruvian soldiers killed six Chilean sailors on 8 June 2011 near Arica, according to the Chilean government. Chile threatened Peru with sanctions on 11 June 2011."},
		{ID: "history-1", Title: "Two neighbours in the north", Text: "In 1410 Poland and Lithuania attacked the Teutonic Order. In the 16th century Poland signed a treaty with Lithuania. Poland recognized the independence of Lithuania in 1991. On 5 September 1991 Poland and Lithuania established diplomatic relations. On 26 April 1994 Polish President Lech Wałęsa visited Vilnius, where the two presidents signed a treaty on good neighbourly relations. In May 1997 Polish President Aleksander Kwaśniewski met the Lithuanian president in Warsaw. In 2004 both countries joined the European Union."},
		{ID: "history-2", Title: "Norway and its neighbours", Source: "Handbook", Text: "Norway signed a treaty with Russia on 15 September 2010. In April 2012 Russia sent aid to Norway. On 3 May 2014 Norway imposed sanctions on Russia. In 2016 Norwegian Prime Minister Erna Solberg met the Icelandic prime minister in Oslo. Russia condemned Norway on 7 August 2016. Iceland said on 8 August 2016 that Russia had violated its airspace. Russia denied that it had violated the airspace of Iceland."},
	}
}

// hostile is a document that tries to run something, by every way that a document has.
func hostile() annals.Document {
	const attack = `<script>window.hacked=1</script><img src=x onerror="window.hacked=1">`
	return annals.Document{
		ID: `evil"><script>window.hacked=1</script>`, Source: attack + "\u202eecruos", Published: "2012-01-02", Title: attack + " \u202etxet\u2066",
		URL:  "javascript:window.hacked=1",
		Text: "Sweden attacked Finland on 1 January 2012, said " + attack + ". Finland accused Sweden of \u202ereversed words on 2 January 2012. </script><svg onload=\"window.hacked=1\"> Denmark threatened Sweden on 3 January 2012.",
	}
}

// newCoder is made once, since its models take a moment to load.
var newCoder = sync.OnceValues(coder.New)

// house is a record with all that serves it.
type house struct {
	desk  *questions.Desk
	store record.Store
	queue *intake.Queue
	pages *Pages
}

// houseOf returns a house with a record of documents.
func houseOf(t testing.TB, documents []annals.Document) *house {
	t.Helper()
	c, err := newCoder()
	if err != nil {
		t.Fatal(err)
	}
	digester, err := digest.New(countries(t))
	if err != nil {
		t.Fatal(err)
	}
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "annals.db")
	store, err := sqlite.OpenToAdd(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := store.Add(ctx, entriesOf(c, documents)); err != nil {
		t.Fatal(err)
	}
	if err := store.Digest(ctx, digester); err != nil {
		t.Fatal(err)
	}
	h := &house{store: store, desk: deskOn(t, store, c, func() string { return stampOf(path) })}
	h.queue = intake.New(store, c, digester, slog.New(slog.DiscardHandler))
	t.Cleanup(h.queue.Close)
	if h.pages, err = New(Options{Desk: h.desk, Gazetteer: countries(t), Store: store, Queue: h.queue}); err != nil {
		t.Fatal(err)
	}
	return h
}

func entriesOf(c *coder.Coder, documents []annals.Document) []record.Entry {
	var entries []record.Entry
	for i := range documents {
		doc := &documents[i]
		lines, sentences := c.Read(doc)
		entries = append(entries, record.Entry{
			Document: *doc, Sentences: sentences, Lines: lines, Coder: c.Version(), Origin: "texts.jsonl",
			Fingerprint: record.FingerprintOf(doc, c.Version()), Added: "2026-01-02T03:04:05Z",
		})
	}
	return entries
}

// stampOf changes whenever the file of a record does.
func stampOf(path string) string {
	stamp := ""
	for _, name := range []string{path, path + "-wal"} {
		if info, err := os.Stat(name); err == nil {
			stamp += fmt.Sprint(info.Size(), info.ModTime().UnixNano(), ";")
		}
	}
	return stamp
}

func deskOn(t testing.TB, store record.Store, c *coder.Coder, version func() string) *questions.Desk {
	t.Helper()
	book, err := what.Load()
	if err != nil {
		t.Fatal(err)
	}
	desk, err := questions.New(questions.Options{Store: store, Gazetteer: countries(t), Codebook: book, Coder: c, Version: version})
	if err != nil {
		t.Fatal(err)
	}
	return desk
}

func countries(t testing.TB) *gazetteer.Gazetteer {
	t.Helper()
	known, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	return known
}

// newPages returns the pages over a record of documents.
func newPages(t testing.TB, documents []annals.Document) *Pages {
	t.Helper()
	return houseOf(t, documents).pages
}

// server returns the server with these pages, as annals serve runs it.
func (h *house) server(t testing.TB) http.Handler {
	t.Helper()
	s, err := serve.New(serve.Options{
		Desk: h.desk, Store: h.store, Queue: h.queue, Pages: h.pages, Log: slog.New(slog.DiscardHandler),
		Access: serve.Access{Listen: "127.0.0.1:0"},
	})
	if err != nil {
		t.Fatal(err)
	}
	return s.Handler()
}

// get asks for a page.
func get(t testing.TB, p *Pages, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	p.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}
