package main

import (
	"errors"
	"iter"
	"testing"
)

// TestBeside holds that a sequence that is worked out beside its user yields all in order, ends
// with its error, and ends early where that is asked for.
func TestBeside(t *testing.T) {
	wrong := errors.New("wrong")
	ended := false
	upTo := func(n int, err error) iter.Seq2[int, error] {
		return func(yield func(int, error) bool) {
			defer func() { ended = true }()
			for i := range n {
				if !yield(i, nil) {
					return
				}
			}
			if err != nil {
				yield(0, err)
			}
		}
	}
	for _, n := range []int{0, 1, batched, 10*batched + 1} {
		got, failed := 0, error(nil)
		for i, err := range beside(upTo(n, wrong)) {
			if err != nil {
				failed = err
				continue
			}
			if i != got {
				t.Fatalf("%d comes as the %dth", i, got)
			}
			got++
		}
		if got != n || !errors.Is(failed, wrong) {
			t.Errorf("%d of %d, %v", got, n, failed)
		}
	}
	ended = false
	for i, err := range beside(upTo(1_000_000, nil)) {
		if err != nil || i == 3*batched {
			break
		}
	}
	if !ended {
		t.Error("it goes on when nobody listens")
	}
}
