package coder

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/synthetic"
)

// TestParallel codes documents at once, in memory that other documents have been
// coded in: the lines must be those that each gives alone, and stay so.
func TestParallel(t *testing.T) {
	c, err := New()
	if err != nil {
		t.Fatal(err)
	}
	docs := []*annals.Document{examples(t)}
	for _, style := range synthetic.Styles() {
		docs = append(docs, style.Documents(1)...)
	}
	want := make([][]annals.Line, len(docs))
	for i, doc := range docs {
		want[i] = c.Code(doc)
	}
	const readers, rounds = 4, 3
	got := make([][][]annals.Line, readers)
	var wait sync.WaitGroup
	for k := range readers {
		wait.Go(func() {
			for i := range rounds * len(docs) {
				got[k] = append(got[k], c.Code(docs[(i+k)%len(docs)]))
			}
		})
	}
	wait.Wait()
	for k := range got {
		for i, lines := range got[k] {
			if diff := cmp.Diff(want[(i+k)%len(docs)], lines); diff != "" {
				t.Fatalf("%s differs (-alone +at once):\n%s", docs[(i+k)%len(docs)].ID, diff)
			}
		}
	}
}
