package table

import (
	"annals/ask"
)

// State draws what held on a day.
func (t *Table) State(all []ask.Holding) error {
	var sections []Section
	for i := range all {
		h := &all[i]
		heading := stateHeading(h.State)
		if len(sections) == 0 || sections[len(sections)-1].Heading != heading {
			sections = append(sections, Section{Heading: heading})
		}
		s := &sections[len(sections)-1]
		s.Entries = append(s.Entries, holding(h))
	}
	return t.Sections([]Column{{"WHO", 34}, {"WHAT", 38}, {"HOW CERTAIN", 28}}, sections)
}

// stateHeading is the heading of a kind of state; one that a user's codebook adds is
// called by its name.
func stateHeading(state string) string {
	switch state {
	case "office":
		return "Offices"
	case "seat":
		return "Seats"
	case "capital":
		return "Capitals"
	case "member":
		return "Memberships"
	case "agreement":
		return "Agreements"
	case "holds":
		return "Territory"
	case "ties":
		return "Ties"
	}
	return state
}

func holding(h *ask.Holding) Entry {
	certain := "certain"
	if !h.Certain {
		certain = "uncertain"
	}
	e := Entry{Cells: []string{Who(h.Holder), h.Words, certain}, Lines: h.Lines}
	if h.Certain {
		e.Notes = []string{h.Why}
	} else {
		e.Warnings = []string{h.Why}
	}
	for _, line := range h.Ends {
		e.Notes = append(e.Notes, "its end: “"+line.Sentence.Text+"” "+Position(line))
	}
	return e
}
