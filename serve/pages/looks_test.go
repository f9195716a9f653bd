package pages

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// TestLooks opens every page in a browser, in light and dark and at the width of a phone:
// its charts are drawn, nothing is wider than the screen, and axe-core finds nothing that
// keeps somebody from using it. With ANNALS_SCREENSHOTS=DIR the pictures are kept there.
func TestLooks(t *testing.T) {
	if raceDetector {
		t.Skip("what a browser draws is the same under the race detector")
	}
	h := houseOf(t, append(texts(), hostile()))
	all := addresses(t, h.pages)
	b := openBrowser(t, h.server(t))
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		t.Run(name, func(t *testing.T) {
			b.t = t
			for i, l := range looks() {
				if i > 0 && isVariant(name) {
					break
				}
				b.wear(l)
				if i == 0 {
					b.open(all[name])
					js[bool](b, string(axe)+"; true")
				}
				b.settle()
				b.shoot(name + "-" + l.name)
				if complaints := b.complaints(); len(complaints) > 0 && name != "no-page" && name != "bad" {
					t.Errorf("%s: the browser complains: %s", l.name, complaints)
				}
				b.check(l)
			}
		})
	}
}

// settle waits until what was drawn anew for another width is there.
func (b *browser) settle() {
	b.t.Helper()
	js[bool](b, `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(true)))))`)
}

// isVariant reports whether an address shows a page that another address shows more of.
func isVariant(name string) bool {
	return slices.Contains([]string{"bad", "no-day", "no-words", "nothing", "point", "two-parties", "line", "zoomed"}, name)
}

// check checks a page as it is seen now.
func (b *browser) check(l look) {
	b.t.Helper()
	if undrawn := js[int](b, `document.querySelectorAll(".chart:not(.drawn)").length + [...document.querySelectorAll(".canvas")].filter((c) => !c.querySelector("svg")).length`); undrawn > 0 {
		b.t.Errorf("%s: %d charts are not drawn", l.name, undrawn)
	}
	if wide := js[int](b, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
		b.t.Errorf("%s: the page is %d points wider than the screen", l.name, wide)
	}
	found := js[[]string](b, `axe.run(document, {runOnly: `+l.rules+`, resultTypes: ["violations"]}).then((r) =>
		r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary)))`)
	if len(found) > 0 {
		b.t.Errorf("%s: %s", l.name, strings.Join(found, "\n"))
	}
	b.complaints() // axe asks for what the policy forbids
}
