package coder

import (
	"testing"

	"annals"
)

// TestHeldOff holds that what was not done until a day was done then, in the past and where the
// verb's own "not" denies it.
func TestHeldOff(t *testing.T) {
	c := theCoder(t)
	tests := []struct{ text, kind, status, date string }{
		{"Norway did not recognize Estonia until 1921.", "SUPPORT", "actual", "1921"},
		{"Peace between Norway and Denmark was not signed until 3 May 1814.", "SUPPORT", "actual", "1814-05-03"},
		{"Not until 1921 did Norway recognize Estonia.", "SUPPORT", "actual", "1921"},
		{"It was not until 1905 that Sweden recognized Norway.", "SUPPORT", "actual", "1905"},
		{"Norway did not join NATO until 1949.", "member", "actual", "1949"},
		{"The invasion of Norway was not launched until 1940.", "ASSAULT", "actual", "1940"},
		{"The invasion of Norway did not take place until 1940.", "ASSAULT", "actual", "1940"},
		{"The invasion of Norway did not take place in 1939.", "ASSAULT", "negated", "1939"},
		{"Norway recognized Estonia until 1940.", "SUPPORT", "actual", "../1940"},
		{"Norway did not attack Denmark before 1808.", "ASSAULT", "negated", "../1808"},
		{"Norway never attacked Denmark.", "ASSAULT", "negated", ""},
		{"Norway will not withdraw its troops from Mali until 2030.", "REJECT", "actual", "../2030"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			var found bool
			for _, line := range c.Code(&annals.Document{ID: "t", Text: tt.text}) {
				if line.Type != tt.kind {
					continue
				}
				found = true
				date := ""
				if line.When != nil {
					date = line.When.EDTF
				}
				if string(line.Status) != tt.status || date != tt.date {
					t.Errorf("%s: %s at %q, want %s at %q", line.Type, line.Status, date, tt.status, tt.date)
				}
			}
			if !found {
				t.Errorf("no %s", tt.kind)
			}
		})
	}
}
