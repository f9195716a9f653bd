package coder_test

import (
	"strings"
	"testing"

	"annals"
	"annals/coder"
)

// TestGuard holds that a panic in one document becomes an error that says where it was.
func TestGuard(t *testing.T) {
	doc := &annals.Document{ID: "letters"}
	if err := coder.Guard(doc, func() {}); err != nil {
		t.Errorf("nothing has happened: %v", err)
	}
	err := coder.Guard(doc, func() { shoot([]int{1}, 5) })
	if err == nil {
		t.Fatal("a panic was taken for success")
	}
	for _, want := range []string{`"letters"`, "index out of range", "coder_test.shoot, guard_test.go:"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}

//go:noinline
func shoot(feet []int, at int) { feet[at]++ }
