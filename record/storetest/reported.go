package storetest

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record"
	"annals/record/merge"
)

// checkReported holds that a store gives with each event of a filter the lines that report
// it, and what is known of their documents.
func checkReported(t *testing.T, s record.Store, f *record.Filter, want []merge.Event, lines map[string]annals.Line) {
	t.Helper()
	var events []merge.Event
	for r, err := range s.Reported(context.Background(), f) {
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, *r.Event)
		if len(r.Lines) != len(r.Event.Reports) || len(r.Documents) != len(r.Lines) {
			t.Fatalf("%s: %d lines and %d documents of %d reports", r.Event.ID, len(r.Lines), len(r.Documents), len(r.Event.Reports))
		}
		for i := range r.Lines {
			if diff := cmp.Diff(lines[r.Lines[i].ID], r.Lines[i]); diff != "" {
				t.Fatalf("%s: another line (-want +got)\n%s", r.Event.ID, diff)
			}
			kept, err := s.Kept(context.Background(), r.Lines[i].Document)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(kept, r.Documents[i]); diff != "" {
				t.Fatalf("%s: another document (-want +got)\n%s", r.Event.ID, diff)
			}
		}
	}
	inOrder := func(all []merge.Event) []merge.Event {
		return slices.SortedFunc(slices.Values(all), func(a, b merge.Event) int { return strings.Compare(a.ID, b.ID) })
	}
	if diff := cmp.Diff(inOrder(want), inOrder(events)); diff != "" {
		t.Fatalf("%+v: other events with their reports (-want +got)\n%s", f, diff)
	}
}
