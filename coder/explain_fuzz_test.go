package coder

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
)

// FuzzExplain holds that any text can be explained, and that its explanations are
// those of its lines and complete.
func FuzzExplain(f *testing.F) {
	for _, text := range []string{
		"Togo said that Ghana said that Mali said that it attacked it.",
		"“We,” we said, “attacked us.” “They attacked them,” they said. “We will.”",
		"Its president's president and her minister's minister met their own envoy's envoy, who met him.",
		strings.Repeat("Togo and Ghana and ", 60) + "Mali met.",
		strings.Repeat("if ", 40) + "Chile attacks " + strings.Repeat("of Peru ", 40) + "two days after the day before yesterday.",
		"In May, in June, in 1830-31 and on Monday they met, and the following day, and the next.",
		"(((Chile))) [met] -- Peru - Peru : « Peru » \u202e expelled Chile.",
	} {
		f.Add(text, "2019-09-18")
	}
	c := theCoder(f)
	f.Fuzz(func(t *testing.T, text, published string) {
		if !utf8.ValidString(text) || len(text) > 1<<12 {
			t.Skip()
		}
		doc := &annals.Document{ID: "fuzz", Text: text, Published: published}
		lines, all := c.Code(doc), c.Explain(doc, every)
		if len(lines) != len(all) {
			t.Fatalf("%d lines, but %d explanations", len(lines), len(all))
		}
		for i := range all {
			if lines[i].ID != all[i].Line.ID {
				t.Fatalf("line %s is explained as %s", lines[i].ID, all[i].Line.ID)
			}
			if why := incomplete(&all[i]); why != "" {
				t.Errorf("%s: %s", why, show(&all[i].Line))
			}
		}
	})
}
