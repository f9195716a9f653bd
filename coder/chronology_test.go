package coder

import (
	"strings"
	"testing"

	"annals"
)

// TestChronology holds how the entries of a chronology get their dates.
func TestChronology(t *testing.T) {
	c := theCoder(t)
	tests := []struct{ name, text, want string }{
		{"year before the day", "1951 - 17 August: France attacks Spain. On 3 September Spain attacks France.", "1951-08-17 1951-09-03"},
		{"year from the entry above", "1949 - 28 January: France attacks Spain.\n27 December: Spain attacks France.", "1949-01-28 1949-12-27"},
		{"across paragraphs", "1949 - 28 January: France attacks Spain.\n\n27 December: Spain attacks France.", "1949-01-28 1949-12-27"},
		{"heading", "1960\n\n3 May: France attacks Spain.\n\nAugust: Spain attacks France.", "1960-05-03 1960-08"},
		{"turn of the year", "1960 - December: France attacks Spain.\n\nJanuary: Spain attacks France.", "1960-12 1961-01"},
		{"label as a sentence", "1962. France attacks Spain. Spain attacks France.", "1962 -"},
		{"no label", "1960 - 3 May: France attacks Spain.\n\nOn 5 May Spain attacks France.", "1960-05-03 -"},
		{"no date", "1960 - 3 May: France attacks Spain.\n\nMadrid: Spain attacks France.", "1960-05-03 -"},
		{"coordinated", "14 April 1864: France attacks Spain and occupies Madrid.", "1864-04-14 1864-04-14"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, line := range c.Code(&annals.Document{ID: "t", Text: tt.text}) {
				if line.Kind == annals.Event {
					got = append(got, dateOf(&line))
				}
			}
			if got := strings.Join(got, " "); got != tt.want {
				t.Errorf("%q\n got %s\nwant %s", tt.text, got, tt.want)
			}
		})
	}
}
