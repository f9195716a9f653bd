package pages

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// browser is a real browser at the pages of a record. Whatever it complains about, and
// whatever it asks another host for, fails the test.
type browser struct {
	t      testing.TB
	ctx    context.Context
	server *httptest.Server
	shots  string

	mu     sync.Mutex
	errors []string
}

// openBrowser starts Chromium, or skips the test where there is none.
func openBrowser(t testing.TB, handler http.Handler) *browser {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium; apt-get install chromium, to test the pages in a browser")
	}
	b := &browser{t: t, server: httptest.NewServer(handler), shots: shotsFolder(t)}
	t.Cleanup(b.server.Close)
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-dev-shm-usage", true), chromedp.Flag("lang", "en-GB"))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	b.ctx = ctx
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatalf("starting Chromium: %v", err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	b.run("the size of the window", chromedp.EmulateViewport(1280, 900))
	return b
}

// shotsFolder is where screenshots are kept: the folder that ANNALS_SCREENSHOTS names, or
// one that is gone after the test.
func shotsFolder(t testing.TB) string {
	dir := os.Getenv("ANNALS_SCREENSHOTS")
	if dir == "" {
		return t.TempDir()
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	return dir
}

func (b *browser) listen(event any) {
	complaint := ""
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		complaint = e.ExceptionDetails.Text
		if e.ExceptionDetails.Exception != nil {
			complaint += " " + e.ExceptionDetails.Exception.Description
		}
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeWarning {
			for _, arg := range e.Args {
				complaint += string(arg.Value) + arg.Description + " "
			}
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			complaint = e.Entry.Text + " " + e.Entry.URL
		}
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; !strings.HasPrefix(u, b.server.URL) && !strings.HasPrefix(u, "blob:") && !strings.HasPrefix(u, "data:") && !strings.HasPrefix(u, "about:") {
			complaint = "asks another host: " + u
		}
	}
	if complaint != "" {
		b.mu.Lock()
		b.errors = append(b.errors, complaint)
		b.mu.Unlock()
	}
}

// calm fails the test if the browser complained since it was last asked.
func (b *browser) calm(where string) {
	b.t.Helper()
	for _, e := range b.complaints() {
		b.t.Errorf("%s: the browser complains: %s", where, e)
	}
}

// complaints returns what the browser complained about since it was last asked.
func (b *browser) complaints() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	all := b.errors
	b.errors = nil
	return all
}

func (b *browser) run(what string, actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.shoot("failed")
		b.t.Fatalf("%s: %v\n%s", what, err, strings.Join(b.complaints(), "\n"))
	}
}

// patience is how long a page may take in a test, on a machine that is busy.
const patience = 20 * time.Second

// open goes to a page and waits until its charts are drawn.
func (b *browser) open(path string) {
	b.t.Helper()
	b.run("opening "+path, chromedp.Navigate(b.server.URL+path))
	b.ready(path)
}

// ready waits until the scripts have done their work.
func (b *browser) ready(what string) {
	b.t.Helper()
	b.run("waiting for "+what, chromedp.WaitReady(chromedp.CSS(`html[data-ready]`)))
}

// js runs a script and returns what it comes to.
func js[T any](b *browser, script string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("running %.200s: %v", script, err)
	}
	return out
}

// leave does what leads to another view, and waits for it.
func (b *browser) leave(what string, do ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	js[bool](b, `delete document.documentElement.dataset.ready`)
	b.run(what, do...)
	b.ready(what)
}

// click clicks on the first element that a selector finds, and waits for the view that it
// leads to.
func (b *browser) click(selector string) {
	b.t.Helper()
	b.leave("clicking "+selector, b.press(selector))
}

// press is a click on the first element that a selector finds.
func (b *browser) press(selector string) chromedp.Action[chromedp.Void] {
	b.t.Helper()
	js[bool](b, fmt.Sprintf(`document.querySelector(%q).scrollIntoView({block: "center"}); true`, selector))
	return chromedp.Click(chromedp.CSS(selector))
}

func (b *browser) at() string {
	return js[string](b, `location.pathname + location.search + location.hash`)
}

func (b *browser) text(selector string) string {
	return js[string](b, fmt.Sprintf(`[...document.querySelectorAll(%q)].map((e) => e.textContent).join("\n")`, selector))
}

// look is how a page is looked at, and which rules of axe-core are checked: all of them in
// one look, and in the others those whose outcome may be another.
type look struct {
	name, scheme string
	width        int64
	rules        string
}

func looks() []look {
	return []look{
		{"light", "light", 1280, `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]`},
		{"dark", "dark", 1280, `["color-contrast", "link-in-text-block"]`},
		{"phone", "light", 360, `["color-contrast", "target-size", "scrollable-region-focusable"]`},
	}
}

func (b *browser) wear(l look) {
	b.t.Helper()
	b.run(l.name, chromedp.EmulateViewport(l.width, 900))
	if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}}}); err != nil {
		b.t.Fatal(err)
	}
}

// shoot keeps a picture of the whole page.
func (b *browser) shoot(name string) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, patience)
	defer stop()
	png, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		b.t.Fatalf("taking a picture of %s: %v", name, err)
	}
	if err := os.WriteFile(filepath.Join(b.shots, name+".png"), png, 0o644); err != nil {
		b.t.Fatal(err)
	}
}
