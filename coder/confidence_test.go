package coder

import (
	"testing"

	"annals"
)

// TestConfidence holds that lines of one making have the confidence that was
// measured for it.
func TestConfidence(t *testing.T) {
	c := theCoder(t)
	tests := []struct {
		text string
		kind annals.Kind
		want float64
	}{
		{"President Ana Vega slept.", annals.State, titleState},
		{"Bonn was the capital of West Germany.", annals.State, otherState},
		{"The Peruvian envoy said that the river was deep.", annals.Claim, namedClaim},
		{"The 2017 Kenyan election was widely regarded as unfair.", annals.Claim, unnamedClaim},
		{"Peru accused Chile.", annals.Event, outright},
		{"The envoy said that Peru had accused Chile.", annals.Event, outright},
		{"The road, which Peru had closed to Chile, was long and dusty and went through hills and woods and fields to the sea.", annals.Event, aside},
		{"Peru accused Chile, though the day was long and hot and dusty and nobody cared for what stood in the papers of the town.", annals.Event, aside},
		{"Peru may accuse Chile.", annals.Event, aside},
		{"Guerrillas killed the mayor.", annals.Event, vaguely},
		{"The Peruvian minister was accused.", annals.Event, vaguely},
		{"The guerrillas who had killed the mayor slept.", annals.Event, barely},
		{"The occupation of Peru was long.", annals.Event, barely},
	}
	for _, tt := range tests {
		found := false
		for _, line := range c.Code(&annals.Document{ID: "d", Text: tt.text}) {
			if line.Kind != tt.kind {
				continue
			}
			found = true
			if line.Confidence != tt.want {
				t.Errorf("%s: %s with confidence %g, want %g", tt.text, line.Kind, line.Confidence, tt.want)
			}
		}
		if !found {
			t.Errorf("%s: no %s", tt.text, tt.kind)
		}
	}
}
