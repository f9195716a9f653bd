package ask

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"annals"
)

// Group is a part of a timeline: a heading and the lines below it, in order.
type Group struct {
	Heading string
	Lines   []*annals.Line
}

// The headings of the groups that are no years.
const (
	Earliest = "Since before any date" // held from a beginning that the text does not know
	Undated  = "Undated"
)

// Timeline returns the lines that are asked for in order of time, grouped by
// year: by the first possible day; of those that begin on one day the longer
// span first, as a heading comes before what it holds; then in the order in
// which the lines came, which is that of the texts. A line of which only the
// last possible day is known stands before that day. Lines without a date come
// last.
func Timeline(lines []annals.Line, q *Query) []Group {
	var entries []entry
	for i := range lines {
		if q.Match(&lines[i]) {
			entries = append(entries, entryOf(&lines[i]))
		}
	}
	slices.SortStableFunc(entries, compare)
	var groups []Group
	for _, e := range entries {
		heading := e.heading()
		if len(groups) == 0 || groups[len(groups)-1].Heading != heading {
			groups = append(groups, Group{Heading: heading})
		}
		g := &groups[len(groups)-1]
		g.Lines = append(g.Lines, e.line)
	}
	return groups
}

// place is where in the timeline a line stands.
type place int

const (
	placeEarliest place = iota
	placeDated
	placeUndated
)

// entry is a line with what it is sorted by.
type entry struct {
	line  *annals.Line
	place place
	day   Day // for placeDated
	width int // length of the span of possible days
}

const openWidth = int(^uint(0) >> 1) // wider than any span with two ends

func entryOf(line *annals.Line) entry {
	s := spanOf(line)
	switch {
	case s.from != nil && s.to != nil:
		return entry{line, placeDated, *s.from, int(*s.to - *s.from)}
	case s.from != nil:
		return entry{line, placeDated, *s.from, openWidth}
	case s.to != nil:
		return entry{line, placeDated, *s.to, openWidth}
	case hasOpenStart(line.When):
		return entry{line: line, place: placeEarliest}
	}
	return entry{line: line, place: placeUndated}
}

// hasOpenStart reports whether a date says that its beginning is open or not
// known, as "since ancient times" does.
func hasOpenStart(when *annals.When) bool {
	return when != nil && (strings.HasPrefix(when.EDTF, "..") || strings.HasPrefix(when.EDTF, "/"))
}

func compare(a, b entry) int {
	return cmp.Or(cmp.Compare(a.place, b.place), cmp.Compare(a.day, b.day), cmp.Compare(b.width, a.width))
}

// heading is the year of the entry, or what stands in its place.
func (e *entry) heading() string {
	switch e.place {
	case placeEarliest:
		return Earliest
	case placeUndated:
		return Undated
	}
	if year := e.day.year(); year < 1 {
		return strconv.Itoa(1-year) + " BC"
	}
	return strconv.Itoa(e.day.year())
}

// WhyUndated says in plain words why a line has no date, "" if it has one.
func WhyUndated(line *annals.Line) string {
	switch {
	case spanOf(line).isDated():
		return ""
	case line.When == nil || line.When.Text == "":
		return "no date given"
	}
	return fmt.Sprintf("“%s” fixes no day", line.When.Text)
}
