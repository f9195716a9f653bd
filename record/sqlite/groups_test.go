package sqlite

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/record/merge"
)

// groups are rows of the table events, each with its head.
var groups = map[int64]group{
	7:     {from: 20100503, to: 20100503, lines: []int64{7, 9}, joins: []joining{{0, 1}}},
	90000: {from: -430315, to: -430315, lines: []int64{100000, 90000, 3}, joins: []joining{{0, 300}, {1, 2}}},
	1:     {lines: []int64{1, 2, 3, 4}, joins: []joining{{0, 1}, {0, 1}, {2, 1}}},
}

func TestGroup(t *testing.T) {
	for head, want := range groups {
		got, err := decodeGroup(head, []byte(want.encode(head)))
		if diff := cmp.Diff(&want, got, cmp.AllowUnexported(group{}, joining{})); diff != "" || err != nil {
			t.Errorf("%d: %v (-want +got)\n%s", head, err, diff)
		}
	}
}

func TestLinks(t *testing.T) {
	want := []linked{{3, 1}, {500, 2}, {100, 400}}
	got, err := decodeLinks(100, []byte(encodeLinks(100, want)))
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(linked{})); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
}

func TestWhy(t *testing.T) {
	want := why{Points: 7.5, Reasons: []merge.Reason{{Field: merge.FieldDate, How: merge.SameDay, Points: 3}, {Field: merge.FieldQuantity, How: merge.FarNumber, Points: -1}}}
	got, err := decodeWhy(want.encode())
	if diff := cmp.Diff(&want, got); diff != "" || err != nil {
		t.Errorf("%v (-want +got)\n%s", err, diff)
	}
	for _, wrong := range []string{"", "x", "1 2", "1 2 3", "1 200 3 4", "1 2 200 4", "1 x 2 3", "1 -1 2 3", "1 2 3 x"} {
		if _, err := decodeWhy(wrong); err == nil {
			t.Errorf("%q is read", wrong)
		}
	}
}

func TestSettledNames(t *testing.T) {
	coded := annals.Line{
		Actor:     []annals.Participant{{ID: "a"}, {ID: "b", Name: "B"}},
		Recipient: []annals.Participant{{ID: "c", Country: "CHL"}},
		SaidBy:    []annals.Attribution{{Participant: annals.Participant{ID: "d"}}},
	}
	want := clone(&coded)
	want.Actor[1].ID, want.Recipient[0].Country, want.SaidBy[0].Name = "e", "PER", "D"
	names := newNumbering[name]()
	names.known(name{id: "x"}, 1000)
	data := settledNames(&coded, &want, names.of)
	named := func(number int64) (name, error) {
		for n, k := range names.numbers {
			if k == number {
				return n, nil
			}
		}
		return name{}, errBlock
	}
	got := clone(&coded)
	if err := putNames(&got, data, named); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for _, wrong := range [][]byte{{9, 1}, {0}, {0, 5}, {0xff}} {
		if err := putNames(&got, wrong, named); err == nil {
			t.Errorf("%v is read", wrong)
		}
	}
}

// FuzzDigestRows holds that no bytes in the tables of the digest make the program fail otherwise
// than by an error.
func FuzzDigestRows(f *testing.F) {
	for head, g := range groups {
		f.Add(head, []byte(g.encode(head)))
	}
	f.Add(int64(1), []byte("8.5 0 0 0 5 8 3"))
	f.Fuzz(func(t *testing.T, head int64, data []byte) {
		if g, err := decodeGroup(head, data); err == nil && len(g.lines) != len(g.joins)+1 && len(g.lines) > 0 {
			t.Errorf("%d lines and %d reasons", len(g.lines), len(g.joins))
		}
		_, _ = decodeLinks(head, data)
		if w, err := decodeWhy(string(data)); err == nil {
			for _, r := range w.Reasons {
				_ = r.Field.String() + r.How.String()
			}
		}
		line := annals.Line{Actor: make([]annals.Participant, 2)}
		_ = putNames(&line, data, func(int64) (name, error) { return name{}, nil })
	})
}
