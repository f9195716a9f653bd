package table

import (
	"strconv"
	"strings"

	"annals/ask"
)

// mostNames is how many names a cell shows before it says how many more there are.
const mostNames = 4

// Actors draws who is in the lines.
func (t *Table) Actors(all []ask.ActorEntry) error {
	section := Section{Entries: make([]Entry, len(all))}
	for i := range all {
		a := &all[i]
		who := withCountry(a.Name, a.Country)
		if len(a.Roles) > 0 {
			who += ", " + few(a.Roles)
		}
		if len(a.Others) > 0 {
			who += "; also " + few(a.Others)
		}
		section.Entries[i] = Entry{Cells: []string{
			who, strings.Join(a.Sectors, " "), strconv.Itoa(a.Acts), strconv.Itoa(a.Bears), strconv.Itoa(a.Says), years(a.First, a.Last), few(a.Documents),
		}}
	}
	columns := []Column{{"WHO", 24}, {"SECTOR", 4}, {"ACTS", 0}, {"BEARS", 0}, {"SAYS", 0}, {"WHEN", 16}, {"FROM", 16}}
	return t.Sections(columns, []Section{section})
}

// few joins the first names of a list.
func few(names []string) string { return fewer(names, "; ") }

// fewer joins the first names of a list by a separator.
func fewer(names []string, by string) string {
	if len(names) <= mostNames {
		return strings.Join(names, by)
	}
	return strings.Join(names[:mostNames], by) + by + "and " + strconv.Itoa(len(names)-mostNames) + " more"
}

// years is from when to when, in EDTF dates.
func years(first, last string) string {
	switch {
	case first == last:
		return first
	case first == "" || last == "":
		return first + last
	}
	return first + " – " + last
}
