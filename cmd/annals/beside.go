package main

import "iter"

// batched is how many values are handed over at a time.
const batched = 128

// beside yields what a sequence does, which is worked out beside whoever uses it.
func beside[T any](all iter.Seq2[T, error]) iter.Seq2[T, error] {
	type batch struct {
		values []T
		err    error // behind the values
	}
	return func(yield func(T, error) bool) {
		batches, stop := make(chan batch, 4), make(chan struct{})
		defer func() {
			close(stop)
			for range batches { // until the sequence has ended
			}
		}()
		go func() {
			defer close(batches)
			var b batch
			send := func() bool {
				select {
				case batches <- b:
					b = batch{}
					return true
				case <-stop:
					return false
				}
			}
			for value, err := range all {
				if err != nil {
					b.err = err
					break
				}
				if b.values = append(b.values, value); len(b.values) == batched && !send() {
					return
				}
			}
			send()
		}()
		for b := range batches {
			for _, value := range b.values {
				if !yield(value, nil) {
					return
				}
			}
			if b.err != nil {
				var none T
				yield(none, b.err)
				return
			}
		}
	}
}
