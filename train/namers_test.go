package train

import (
	"testing"

	"annals/train/network"
)

// TestParts holds that what a namer sees and what it does not see are the treebanks, and that
// each sentence is unseen by one namer.
func TestParts(t *testing.T) {
	school := &School{Namers: 3}
	examples := make([]*network.Example, 7*block)
	for i := range examples {
		examples[i] = &network.Example{}
	}
	for number := range school.Namers {
		seen, unseen := school.seen(number, examples), school.unseen(number, examples)
		if len(unseen) < 2*block || len(seen)+len(unseen) != len(examples) {
			t.Errorf("namer %d sees %d examples and not %d", number, len(seen), len(unseen))
		}
		for _, e := range unseen {
			e.Weight++
		}
	}
	for i, e := range examples {
		if e.Weight != 1 {
			t.Errorf("example %d is unseen by %v namers", i, e.Weight)
		}
	}
	one := &School{Namers: 1}
	if len(one.seen(0, examples)) != len(examples) || one.unseen(0, examples) != nil {
		t.Error("a namer without others does not see everything")
	}
}
