package coder

import (
	"testing"

	"annals"
)

// TestPrivateAffairs holds apart what is told of private people and what of states,
// public bodies and offices.
func TestPrivateAffairs(t *testing.T) {
	c := theCoder(t)
	tests := []struct {
		text   string
		events int
	}{
		{"The painter met his cousin in the garden.", 0},
		{"Her parents refused the treatment.", 0},
		{"The landlord threatened the tenants.", 0},
		{"The Norwegian painter met the Danish king.", 1},
		{"The Carthaginians asked for peace.", 1},
		{"Police arrested two tenants.", 1},
		{"Thousands of students protested.", 1},
		{"A bomb killed twelve shoppers.", 1},
		{"The tenant killed his neighbour.", 0},
		{"Drones struck the market.", 1},
		{"The tenants accused the minister.", 1},
		{"I phoned the company and asked for cheese.", 0},
		{"We phoned our representative.", 0},
		{"You can visit the cape in Denmark.", 0},
		{"My family moved to Denmark.", 0},
		{"We thank the government of Denmark.", 1},
		{"The painter called his cousin, who had never seen the Danish king.", 0},
		{"I want to welcome the painter to the club.", 0},
		{"The Norwegian actress Liv Strand thanked the painter.", 0},
		{"The Norwegian actress Liv Strand thanked the Danish king.", 1},
		{"The Norwegian actress Liv Strand was killed by a soldier.", 1},
	}
	for _, test := range tests {
		events := 0
		for _, line := range c.Code(&annals.Document{ID: "t", Text: test.text}) {
			if line.Kind == annals.Event {
				events++
			}
		}
		if events != test.events {
			t.Errorf("%q: %d events, want %d", test.text, events, test.events)
		}
	}
}
