package record

import (
	"cmp"
	"slices"
	"strings"

	"annals"
	"annals/record/merge"
)

// Overview is how many merged events there are, by time and type. It is counted when a
// record is digested, and lacks what came later.
type Overview struct {
	Documents int     `json:"documents,omitempty"` // of the whole record; 0 in what is between two countries
	Sentences int     `json:"sentences,omitempty"` // the same
	Lines     int     `json:"lines,omitempty"`     // the same, of all kinds
	Events    int     `json:"events"`              // told as fact
	Others    int     `json:"others"`              // planned, supposed or denied
	Counts    []Count `json:"counts"`              // of the events told as fact, in the order of month and type
	Pairs     []Pair  `json:"pairs,omitempty"`
}

// Count is how many events of a type there are in a month.
type Count struct {
	Month   string `json:"month"` // 2001-05; 2001 if its days lie in several months of a year, "" if in several years or nobody knows
	Type    string `json:"type"`
	Events  int    `json:"events"`
	Reports int    `json:"reports"`
}

// Pair is how many events told as fact there are between two countries; A is the first
// of their codes in the order of the alphabet. An Overview of all has those of most
// events first.
type Pair struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Events int    `json:"events"`
}

// MostPairs is how many pairs of countries an Overview names.
const MostPairs = 100

// IsFact reports whether an event is told as what happened, and counts as an event.
func IsFact(e *merge.Event) bool { return e.Status == annals.Actual && !e.Denied }

// MonthOf returns the month of an event as a Count has it, by its first and last day.
func MonthOf(first, last string) string {
	month := func(day string) string { return day[:max(0, strings.LastIndexByte(day, '-'))] }
	from, to := month(first), month(last)
	if from == to {
		return from
	}
	if from, to = month(from), month(to); from == to {
		return from
	}
	return ""
}

// PairsOf returns the pairs of different countries that are parties to an event, in order.
func PairsOf(e *merge.Event) [][2]string {
	var countries []string
	for _, side := range [][]merge.Value[annals.Participant]{e.Actor, e.Recipient} {
		for i := range side {
			countries = append(countries, side[i].Value.Country)
		}
	}
	return PairsAmong(countries)
}

// PairsAmong returns the pairs of different countries, in order; "" is none.
func PairsAmong(countries []string) [][2]string {
	slices.Sort(countries)
	countries = slices.Compact(countries)
	if len(countries) > 0 && countries[0] == "" {
		countries = countries[1:]
	}
	var out [][2]string
	for i, a := range countries {
		for _, b := range countries[i+1:] {
			out = append(out, [2]string{a, b})
		}
	}
	return out
}

// SortPairs puts pairs of more events first, and leaves MostPairs of them.
func SortPairs(pairs []Pair) []Pair {
	slices.SortFunc(pairs, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Events, a.Events), cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B))
	})
	return pairs[:min(len(pairs), MostPairs)]
}

// SortCounts puts counts in the order of month and type.
func SortCounts(counts []Count) {
	slices.SortFunc(counts, func(a, b Count) int {
		return cmp.Or(compareMonths(a.Month, b.Month), cmp.Compare(a.Type, b.Type))
	})
}

// compareMonths compares months or years, "" before all others.
func compareMonths(a, b string) int {
	if a == "" || b == "" || a[0] != '-' && b[0] != '-' {
		return cmp.Compare(a, b) // as nearly all
	}
	return cmp.Or(cmp.Compare(firstDay(a), firstDay(b)), cmp.Compare(a, b))
}

// firstDay returns the first day of a month or year.
func firstDay(month string) Day {
	for _, rest := range []string{"-01", "-01-01"} {
		if day, ok := ParseDay(month + rest); ok {
			return day
		}
	}
	return 0
}
