package storetest

import (
	"slices"
	"testing"

	"annals/record"
	"annals/record/merge"
)

// testIDs holds that lines and events are found by several ids at once, events by those of
// their reports too, and that events of several reports can be asked for alone.
func testIDs(t *testing.T, s record.Store) {
	add(t, s, news())
	digestStore(t, s)
	all := linesOf(t, s, nil)
	ids := []string{all[0].ID, all[len(all)-1].ID, "none", "ffffffffffffffffffffffff"}
	var got []string
	for _, line := range linesOf(t, s, &record.Filter{IDs: ids}) {
		got = append(got, line.ID)
	}
	if !slices.Equal(got, ids[:2]) {
		t.Errorf("asked for %v, got %v", ids, got)
	}
	if found := linesOf(t, s, &record.Filter{IDs: ids[2:]}); len(found) > 0 {
		t.Errorf("ids that no line has: %+v", found)
	}
	merged := eventsOf(t, s, &record.Filter{Merged: true})
	if len(merged) == 0 {
		t.Fatal("no event has several reports")
	}
	for _, e := range eventsOf(t, s, nil) {
		isMerged := slices.ContainsFunc(merged, func(m merge.Event) bool { return m.ID == e.ID })
		if isMerged != (len(e.Reports) > 1) {
			t.Errorf("%s has %d reports", e.ID, len(e.Reports))
		}
		for _, id := range append([]string{e.ID}, e.Reports...) {
			found := eventsOf(t, s, &record.Filter{IDs: []string{id, "ffffffffffffffffffffffff"}})
			if len(found) != 1 || found[0].ID != e.ID {
				t.Errorf("%s is no id of %s: %+v", id, e.ID, found)
			}
		}
	}
}
