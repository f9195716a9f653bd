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

// order returns the order in which reports are taken: it depends on nothing but them.
func order(reports []report) []int32 {
	type key struct {
		exact, detail, published int32
		at                       int32
	}
	keys := make([]key, len(reports))
	for i := range reports {
		r := &reports[i]
		keys[i] = key{int32(r.exactness()), -int32(r.detail()), r.published, int32(i)}
	}
	slices.SortFunc(keys, func(a, b key) int {
		p, q := reports[a.at].line, reports[b.at].line
		return cmp.Or(cmp.Compare(a.exact, b.exact), cmp.Compare(a.detail, b.detail),
			cmp.Compare(a.published, b.published), cmp.Compare(p.ID, q.ID),
			cmp.Compare(p.Document, q.Document), cmp.Compare(p.Sentence.Index, q.Sentence.Index))
	})
	out := make([]int32, len(keys))
	for i := range keys {
		out[i] = keys[i].at
	}
	return out
}
