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
	h := houseOf(t, append(texts(), hostile()))
	all := addresses(t, h.pages)
	b := openBrowser(t, h.server(t))
	axe, err := os.ReadFile("testdata/axe/axe.min.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(all)) {
		b.t = t
		for _, l := range looks() {
			b.wear(l)
			b.open(all[name])
			if name != "no-page" && name != "bad" {
				b.calm(name + ", " + l.name)
			}
			b.complaints()
			b.shoot(name + "-" + l.name)
			if undrawn := js[int](b, `document.querySelectorAll(".chart:not(.drawn)").length + [...document.querySelectorAll(".canvas")].filter((c) => !c.querySelector("svg")).length`); undrawn > 0 {
				t.Errorf("%s, %s: %d charts are not drawn", name, l.name, undrawn)
			}
			if wide := js[int](b, `document.documentElement.scrollWidth - innerWidth`); wide > 0 {
				t.Errorf("%s, %s: the page is %d points wider than the screen", name, l.name, wide)
			}
			js[bool](b, string(axe)+"; true")
			found := js[[]string](b, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then((r) =>
				r.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary)))`)
			if len(found) > 0 {
				t.Errorf("%s, %s:\n%s", name, l.name, strings.Join(found, "\n"))
			}
			b.complaints()
		}
	}
}
