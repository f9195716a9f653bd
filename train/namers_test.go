package train

import (
	"testing"

	"annals/train/network"
)

// TestParts holds that each sentence of the treebanks is seen by all namers but one.
func TestParts(t *testing.T) {
	school := &School{Namers: 3}
	examples := make([]*network.Example, 7*block)
	for i := range examples {
		examples[i] = &network.Example{}
	}
	for number := range school.Namers {
		for _, e := range school.seen(number, examples) {
			e.Weight++
		}
	}
	for i, e := range examples {
		if e.Weight != 2 {
			t.Errorf("example %d is seen by %v namers", i, e.Weight)
		}
	}
	one := &School{Namers: 1}
	if len(one.seen(0, examples)) != len(examples) {
		t.Error("a namer without others does not see everything")
	}
}
