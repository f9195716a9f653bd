package pages

import (
	"context"
	"fmt"
	"net/url"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// TestStory drives the pages as somebody would who reads a record: each part goes on in one
// browser, over the server as annals serve runs it.
func TestStory(t *testing.T) {
	h := houseOf(t, append(texts(), hostile()))
	b := openBrowser(t, h.server(t))
	for _, part := range []struct {
		name string
		do   func(*testing.T, *browser)
	}{
		{"filter", filterByFacet},
		{"zoom", zoom},
		{"point to sentence", fromPointToSentence},
		{"event and back", fromEventToDocument},
		{"add", addText},
		{"add a file", addFile},
		{"correct", correctLine},
		{"download", download},
		{"keyboard", keyboard},
		{"hostile", runsNothing},
		{"no scripts", withoutScripts},
	} {
		t.Run(part.name, func(t *testing.T) {
			b.t = t
			part.do(t, b)
			b.calm(part.name)
		})
	}
}

// want checks that the text of elements holds something.
func (b *browser) want(selector, words string) {
	b.t.Helper()
	if got := b.text(selector); !strings.Contains(got, words) {
		b.t.Errorf("%s at %s lacks %q:\n%s", selector, b.at(), words, got)
	}
}

func (b *browser) count(selector string) int {
	b.t.Helper()
	return js[int](b, fmt.Sprintf(`document.querySelectorAll(%q).length`, selector))
}

func filterByFacet(t *testing.T, b *browser) {
	b.open("/timeline")
	all := b.count(".entries > li")
	b.click(`.filters a[href*="type=ASSAULT"]`)
	if !strings.Contains(b.at(), "type=ASSAULT") {
		t.Errorf("the filter is not in the address: %s", b.at())
	}
	some := b.count(".entries > li")
	if some == 0 || some >= all {
		t.Errorf("%d of %d entries are left", some, all)
	}
	if tags := b.text(".entries .tag"); strings.Contains(tags, "SUPPORT") {
		t.Errorf("other types are shown: %s", tags)
	}
	b.want(".chips", "assault")
	b.open(b.at()) // who is given the address sees the same
	if again := b.count(".entries > li"); again != some {
		t.Errorf("the address shows %d entries, not %d", again, some)
	}
	b.click(".chips a")
	if back := b.count(".entries > li"); back != all {
		t.Errorf("%d of %d entries are back", back, all)
	}
	b.leave("typing a party", chromedp.SendKeys(chromedp.CSS("#party-a"), "Norway"+kb.Enter))
	b.want("h1", "Timeline")
	if !strings.Contains(b.at(), "party=Norway") {
		t.Errorf("the party is not in the address: %s", b.at())
	}
}

func zoom(t *testing.T, b *browser) {
	b.open("/timeline?party=CHL")
	b.click("#zoom-zoom-in")
	near := b.at()
	if !strings.Contains(near, "from=2011-") || !strings.Contains(near, "party=CHL") {
		t.Errorf("zooming in leads to %s", near)
	}
	js[bool](b, `history.back(); true`)
	b.run("going back", chromedp.WaitNotPresent(chromedp.CSS(`#zoom-all-of-time`)))
	if b.at() != "/timeline?party=CHL" {
		t.Errorf("back leads to %s", b.at())
	}
	b.open("/timeline?party=CHL")
	at := js[[]float64](b, `(() => { const r = document.querySelector(".canvas svg").getBoundingClientRect(); delete document.documentElement.dataset.ready; return [r.x + r.width * 0.95, r.y + 60]; })()`)
	wheel := input.DispatchMouseEventParams{Type: input.DispatchMouseEventTypeMouseWheel, X: at[0], Y: at[1], DeltaX: 0.01, DeltaY: -40, Modifiers: 2}
	if _, err := chromedp.Call(b.ctx, input.DispatchMouseEvent, wheel); err != nil {
		t.Fatal(err)
	}
	b.run("waiting for the new stretch", chromedp.WaitVisible(chromedp.CSS(`#zoom-all-of-time`)))
	b.ready("the new stretch")
	if !strings.Contains(b.at(), "from=") || !strings.Contains(b.at(), "to=") {
		t.Errorf("the wheel leads to %s", b.at())
	}
	if b.count(".canvas svg .span") == 0 {
		t.Error("no event is drawn as the days on which it may have been")
	}
	b.shoot("story-zoomed")
}

func fromPointToSentence(t *testing.T, b *browser) {
	b.open("/series?party=CHL&party=PER&by=month")
	b.click(`.canvas a[href*="2011-06"]`)
	b.want("#behind .quote", "June 2011")
	b.shoot("story-point")
	b.click("#behind .note a")
	if !strings.HasPrefix(b.at(), "/document?id=") || !strings.Contains(b.at(), "#line-") {
		t.Errorf("the sentence leads to %s", b.at())
	}
	if b.count(":target") != 1 {
		t.Error("the line is not there")
	}
	id := strings.SplitN(b.at(), "#line-", 2)[1]
	b.want(fmt.Sprintf(`.text a[href="#line-%s"], .text a`, id), "Chil")
}

func fromEventToDocument(t *testing.T, b *browser) {
	b.open("/timeline?party=CHL&type=ASSAULT&from=2011-06-08&to=2011-06-08")
	b.click(".entries .what a")
	b.want("h1", "killed")
	if n := b.count(".report"); n != 2 {
		t.Errorf("%d reports stand side by side", n)
	}
	b.want(".differs", "reports differ")
	b.want(".chain", "Chilean government")
	b.want("main", "Why they are one event")
	b.click(".report .note a")
	b.want(".text", "Arica")
	b.run("to the words", b.press(".beside .entries .note a"))
	if !strings.Contains(b.at(), "#text-") || b.count(":target") != 1 {
		t.Errorf("the line does not lead back to its words: %s", b.at())
	}
	b.run("to the line", b.press(".text a.read"))
	if !strings.Contains(b.at(), "#line-") {
		t.Errorf("the words do not lead to the line: %s", b.at())
	}
}

func addText(t *testing.T, b *browser) {
	b.open("/add")
	b.run("pasting", chromedp.SendKeys(chromedp.CSS("#text"), "On 7 July 2013 Kenya sent aid to Uganda."),
		chromedp.SendKeys(chromedp.CSS("#title"), "Aid for a neighbour"), chromedp.Click(chromedp.CSS("form[data-add] button")),
		chromedp.WaitVisible(chromedp.CSS(".jobs .done + p a")))
	b.want(".jobs .done", "1 document")
	b.shoot("story-added")
	b.click(".jobs a")
	b.want("h1", "Aid for a neighbour")
	b.want(".text a.read", "Kenya sent aid")
}

func addFile(t *testing.T, b *browser) {
	b.open("/add")
	js[bool](b, `(() => {
		const data = new DataTransfer();
		data.items.add(new File(["In May 2014 Kenya accused Uganda."], "dropped.txt", {type: "text/plain"}));
		data.items.add(new File([new Uint8Array([0, 255, 254])], "broken.txt"));
		document.querySelector(".drop").dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
		return true; })()`)
	b.run("reading what was dropped", chromedp.WaitVisible(chromedp.CSS(".jobs .done")), chromedp.WaitVisible(chromedp.CSS(".jobs .problem")))
	b.want(".jobs", "dropped.txt")
	b.want(".jobs .problem", "")
	b.complaints() // the refused file is told in the console too
}

func correctLine(t *testing.T, b *browser) {
	b.open("/timeline?party=SWE&type=THREATEN")
	b.click(".entries .what a")
	b.click(".report .note:last-child a")
	line := b.at()
	b.run("correcting", chromedp.SetValue(chromedp.CSS("#date"), "2012-02"), chromedp.SetValue(chromedp.CSS("#mode"), "restrict"),
		chromedp.SendKeys(chromedp.CSS("#by"), "Ada"), chromedp.SendKeys(chromedp.CSS("#why-changed"), "a misprint"))
	b.click("#correct ~ form button")
	b.want(".done", "correction is kept")
	b.want(".hand", "February 2012")
	b.want(".hand", "Ada")
	b.want(".machine", "3 January 2012")
	b.shoot("story-corrected")
	if !strings.HasPrefix(b.at(), line) {
		t.Errorf("correcting leads from %s to %s", line, b.at())
	}
	b.click(`button[name="take-back"]`)
	if b.count(".hand") != 0 {
		t.Error("the correction was not taken back")
	}
}

func download(t *testing.T, b *browser) {
	b.open("/timeline?party=CHL")
	for label, begins := range map[string]string{"CSV": "id,", "Parquet": "PAR1", "JSON Lines": `{"id":`} {
		got := js[string](b, fmt.Sprintf(`fetch([...document.querySelectorAll(".downloads a")].find((a) => a.textContent === %q).href).then((r) => r.text())`, label))
		if !strings.HasPrefix(strings.TrimPrefix(got, "\ufeff"), begins) {
			t.Errorf("%s begins with %.60q", label, got)
		}
	}
	for _, page := range []string{"/timeline?party=CHL", "/series?party=CHL&party=PER", "/map", "/network"} {
		b.open(page)
		for label, begins := range map[string]string{"Save SVG": "<svg", "Save PNG": "\u0089PNG"} {
			got := js[string](b, fmt.Sprintf(`new Promise((resolve) => {
				const make = URL.createObjectURL, click = HTMLAnchorElement.prototype.click;
				let last;
				URL.createObjectURL = (blob) => { last = blob; return make(blob); };
				HTMLAnchorElement.prototype.click = async function () {
					URL.createObjectURL = make; HTMLAnchorElement.prototype.click = click;
					resolve(this.download + " " + String.fromCharCode(...new Uint8Array(await last.arrayBuffer()).slice(0, 4000)));
				};
				[...document.querySelectorAll(".save")].find((e) => e.textContent === %q).click();
			})`, label))
			name, data, _ := strings.Cut(got, " ")
			if !strings.HasPrefix(data, begins) || !strings.HasPrefix(name, "annals-") {
				t.Errorf("%s, %s: %s begins with %.60q", page, label, name, data)
			}
		}
	}
}

func keyboard(t *testing.T, b *browser) {
	b.open("/timeline")
	b.run("the first key", chromedp.KeyEvent(kb.Tab))
	if got := js[string](b, `document.activeElement.textContent`); !strings.Contains(got, "Skip") {
		t.Errorf("the first thing that Tab reaches is %q", got)
	}
	b.run("skipping", chromedp.KeyEvent(kb.Enter))
	if got := js[string](b, `document.activeElement.id`); got != "main" {
		t.Errorf("skipping leads to %q", got)
	}
	b.run("going on", chromedp.KeyEvent(kb.Tab))
	if !js[bool](b, `getComputedStyle(document.activeElement).outlineStyle !== "none" && document.activeElement.matches(":focus-visible")`) {
		t.Error("the focus can't be seen")
	}
	b.open("/series?party=CHL&party=PER")
	b.run("the first number of the table", chromedp.Focus(chromedp.CSS("td.n a")), chromedp.KeyEvent(kb.Enter))
	b.run("what is behind it", chromedp.WaitVisible(chromedp.CSS("#behind .quote")))
}

// runsNothing opens every page that shows something of a document that tries to run scripts.
func runsNothing(t *testing.T, b *browser) {
	id := url.QueryEscape(hostile().ID)
	for _, page := range []string{
		"/", "/timeline?party=SWE", "/document?id=" + id, "/sources", "/search?q=finland", "/claims", "/actors", "/network?by=actor&party=SWE", "/map?party=SWE",
		"/series?party=SWE&party=FIN&point=2012_a-to-b", "/timeline?q=%3Cimg+src%3Dx+onerror%3Dwindow.hacked%3D1%3E", "/state?on=2012-01-01",
	} {
		b.open(page)
		if js[bool](b, `window.hacked !== undefined || document.querySelector("main img, main svg[onload], a[href^='javascript']") !== null`) {
			t.Errorf("%s runs something, or is about to", page)
		}
	}
	b.shoot("story-hostile")
}

func withoutScripts(t *testing.T, b *browser) {
	ctx := context.WithoutCancel(b.ctx)
	off := func(off bool) {
		if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: off}); err != nil {
			t.Fatal(err)
		}
	}
	off(true)
	defer off(false)
	b.run("opening", chromedp.Navigate(b.server.URL+"/timeline?party=CHL"), chromedp.Click(chromedp.CSS(`.filters a[href*="type=ASSAULT"]`)),
		chromedp.WaitVisible(chromedp.CSS(".chips")), chromedp.Click(chromedp.CSS(".entries .what a")), chromedp.WaitVisible(chromedp.CSS(".reports")))
	b.shoot("story-no-scripts")
}
