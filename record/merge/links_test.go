package merge_test

import (
	"testing"

	"annals"
	"annals/record/merge"
)

// TestLinksOfReports holds that plans and denials in the reports of testdata lead to the event
// that they are about.
func TestLinksOfReports(t *testing.T) {
	gold := readGold(t, "testdata/reports.tsv")
	published, event := map[string]string{}, map[string]string{}
	var lines []annals.Line
	for i := range gold {
		if gold[i].line == nil {
			continue
		}
		lines = append(lines, *gold[i].line)
		published[gold[i].document.ID] = gold[i].document.Published
		event[gold[i].line.ID] = gold[i].event
	}
	events := theMerger(t).Events(lines, func(id string) merge.Document { return merge.Document{Published: published[id]} })
	byID := map[string]merge.Event{}
	for _, e := range events {
		byID[e.ID] = e
	}
	linked := map[string]string{}
	for _, e := range events {
		for _, l := range e.Links {
			linked[event[e.Reports[0]]] = event[byID[l.Event].Reports[0]]
		}
	}
	for plan, happened := range map[string]string{"05b": "05a", "14c": "14a", "55b": "55a"} {
		if linked[plan] != happened {
			t.Errorf("%s is linked to %q, want %s", plan, linked[plan], happened)
		}
	}
	for _, none := range []string{"01b", "05c", "14b", "55c"} {
		if linked[none] != "" {
			t.Errorf("%s happened by itself and is linked to %s", none, linked[none])
		}
	}
	t.Log(linked)
}
