package coder

import (
	"strings"
	"testing"

	"annals"
)

// TestPlaces holds where an event is said to have happened. Want has the events in the order of the
// text: trigger and places, "-" for none.
func TestPlaces(t *testing.T) {
	c := theCoder(t)
	tests := []struct{ name, text, want string }{
		{"where a visit led", "The file covers President Ana Lima's visit to Colombo.", "visit Colombo"},
		{"before the main clause", "After a visit to Tripoli, President Ana Lima of Peru returned home.", "visit Tripoli"},
		{"behind the verb", "President Ana Lima of Peru visited Colombo.", "visited Colombo"},
		{"where somebody came from", "The envoys of Peru returned from Oslo and thanked Chile.", "thanked -"},
	}
	for _, test := range tests {
		var got []string
		for _, line := range c.Code(&annals.Document{ID: "t", Text: test.text}) {
			if line.Kind != annals.Event {
				continue
			}
			places := []string{}
			for _, p := range line.Where {
				places = append(places, p.Text)
			}
			if len(places) == 0 {
				places = append(places, "-")
			}
			got = append(got, line.Trigger.Text+" "+strings.Join(places, ", "))
		}
		if all := strings.Join(got, "; "); all != test.want {
			t.Errorf("%s: %s, want %s", test.name, all, test.want)
		}
	}
}
