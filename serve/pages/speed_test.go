package pages

import (
	"context"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
)

// How long the first view of the whole record may take, and any other, on a machine that
// does something else meanwhile.
const (
	firstView = 300 * time.Millisecond
	otherView = 3 * time.Second
)

// TestFirstView measures how long each page takes for whoever asks for it first, of a record
// of many events when the server is ready. In full, in the folder DIR where the record is made once:
//
//	ANNALS_EVENTS=1000000 ANNALS_KEEP=DIR go test ./serve/pages -run FirstView -v
func TestFirstView(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector takes most of the time")
	}
	const usual = 20_000
	events := usual
	if text := os.Getenv("ANNALS_EVENTS"); text != "" {
		n, err := strconv.Atoi(text)
		if err != nil {
			t.Fatal(err)
		}
		events = n
	}
	store := synthesized(t, events)
	desk := deskOn(t, store, nil, func() string { return "1" })
	p, err := New(Options{Desk: desk, Gazetteer: countries(t), Store: store})
	if err != nil {
		t.Fatal(err)
	}
	begun := time.Now()
	get(t, p, "/")
	if took := time.Since(begun); took > firstView {
		t.Errorf("the overview takes %v of a server that has just begun", took)
	}
	t.Logf("%v for the overview of a server that has just begun", time.Since(begun).Round(time.Millisecond))
	begun = time.Now()
	if err := desk.Prepare(context.Background()); err != nil {
		t.Fatal(err)
	}
	prepared := time.Since(begun)
	if err := p.Warm(context.Background()); err != nil {
		t.Fatal(err)
	}
	t.Logf("getting ready takes %v and drawing what shows the whole record %v, once, when the server starts",
		prepared.Round(time.Millisecond), (time.Since(begun) - prepared).Round(time.Millisecond))
	for _, page := range []string{
		"/", "/timeline", "/timeline?party=NOR", "/timeline?type=ASSAULT", "/timeline?party=NOR&party=PER", "/timeline?from=2003-05-01&to=2003-05-31",
		"/timeline?page=3", "/timeline?q=fishing+Norway+threatened", "/map", "/map?party=PER", "/network", "/network?party=JPN", "/series?party=CHL&party=PER&by=month",
		"/series?party=CHL&party=PER&point=2003_a-to-b", "/actors", "/actor?key=CHL", "/claims", "/state?on=2003-05-01&party=NOR", "/state?on=2003-05-01", "/search?q=fishing+Norway", "/sources", "/document?id=report-000007",
	} {
		begun := time.Now()
		w := get(t, p, page)
		took := time.Since(begun)
		t.Logf("%8.1f ms %7d bytes %s", float64(took.Microseconds())/1000, w.Body.Len(), page)
		if w.Code != http.StatusOK {
			t.Errorf("%s: %d", page, w.Code)
		}
		if !strings.Contains(page, "?") && took > firstView || took > otherView && events <= usual {
			t.Errorf("%s takes %v", page, took)
		}
	}
}

// synthesized returns a record of so many events, which stays in the folder that ANNALS_KEEP
// names.
func synthesized(t testing.TB, events int) record.Store {
	t.Helper()
	ctx, dir := context.Background(), os.Getenv("ANNALS_KEEP")
	if dir == "" {
		dir = t.TempDir()
	}
	store, err := sqlite.OpenToAdd(ctx, filepath.Join(dir, fmt.Sprintf("events-%d.db", events)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	const batch, perReport = 500, 20
	if _, err := store.Kept(ctx, fmt.Sprintf("report-%06d", (events-1)/perReport)); err != nil {
		var entries []record.Entry
		add := func() {
			if err := store.Add(ctx, entries); err != nil {
				t.Fatal(err)
			}
			entries = entries[:0]
		}
		for r := range synthetic.Reports(events, 1) {
			entries = append(entries, record.Entry{
				Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Coder: synthetic.Coder, Origin: "reports.jsonl",
				Fingerprint: record.FingerprintOf(&r.Document, synthetic.Coder), Added: "2026-01-02T03:04:05Z",
			})
			if len(entries) == batch {
				add()
			}
		}
		add()
	}
	digester, err := digest.New(countries(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Digest(ctx, digester); err != nil {
		t.Fatal(err)
	}
	return store
}
