package merge

import (
	"cmp"
	"slices"
)

// How exact the date of a report is: reports are taken in this order.
const (
	aDay = iota
	aMonth
	longer
	newsOnly // no date, but a day of publication
	never    // neither
)

// exactness returns how exact the date of a report is.
func (r *report) exactness() int {
	switch {
	case r.date.ok && r.date.days() == 1:
		return aDay
	case r.date.ok && r.date.days() <= 31:
		return aMonth
	case r.date.ok:
		return longer
	case r.dated:
		return newsOnly
	}
	return never
}

// detail counts what a report says: the more, the surer it is put to its event.
func (r *report) detail() int {
	n := 2 * min(len(r.places), 1)
	for _, side := range [][]party{r.actor, r.recipient} {
		for i := range side {
			if side[i].id != "" {
				n++
			}
			if side[i].sort == person {
				n++
			}
		}
	}
	if r.line.Mode != "" {
		n++
	}
	return n + min(len(r.line.Quantity), 1)
}

// order puts reports in the order in which they are taken: it depends on nothing but them.
func order(reports []report, members []int32) {
	type key struct{ exact, detail, published, at int32 }
	keys := make([]key, len(members))
	for i, at := range members {
		r := &reports[at]
		keys[i] = key{int32(r.exactness()), -int32(r.detail()), r.published, at}
	}
	slices.SortFunc(keys, func(a, b key) int {
		if c := cmp.Or(cmp.Compare(a.exact, b.exact), cmp.Compare(a.detail, b.detail), cmp.Compare(a.published, b.published)); c != 0 {
			return c
		}
		return cmp.Compare(reports[a.at].line.ID, reports[b.at].line.ID)
	})
	for i := range keys {
		members[i] = keys[i].at
	}
}
