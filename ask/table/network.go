package table

import (
	"annals/ask"
)

// Network draws dyads.
func (t *Table) Network(all []ask.Dyad) error {
	section := Section{Entries: make([]Entry, len(all))}
	for i := range all {
		section.Entries[i] = dyadEntry(&all[i])
	}
	columns := []Column{{"DYAD", 11}, {"EVENTS", 0}, {"REPORTS", 0}, {"SOURCES", 0}, {"COOPERATION", 0}, {"CONFLICT", 0}, {"MEAN SCORE", 0}, {"WHEN", 7}, {"FROM", 5}}
	if err := t.Sections(columns, []Section{section}); err != nil {
		return err
	}
	return t.Remarks(countedEvents)
}

func dyadEntry(d *ask.Dyad) Entry {
	arrow := " → "
	if d.Together {
		arrow = " with "
	}
	return Entry{Cells: append(tally(d.From.Name+arrow+d.To.Name, &d.Tally), years(d.First, d.Last), few(d.Documents))}
}
