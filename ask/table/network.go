package table

import (
	"fmt"
	"strconv"

	"annals/ask"
)

// Network draws dyads.
func (t *Table) Network(all []ask.Dyad) error {
	section := Section{Entries: make([]Entry, len(all))}
	for i := range all {
		section.Entries[i] = dyadEntry(&all[i])
	}
	columns := []Column{{"DYAD", 26}, {"REPORTS", 9}, {"COOPERATION", 13}, {"CONFLICT", 10}, {"MEAN SCORE", 12}, {"WHEN", 12}, {"FROM", 18}}
	if err := t.Sections(columns, []Section{section}); err != nil {
		return err
	}
	return t.Remarks("Reports are counted, not events. COOPERATION and CONFLICT: in words + in deeds.")
}

func dyadEntry(d *ask.Dyad) Entry {
	arrow := " → "
	if d.Together {
		arrow = " with "
	}
	mean := "-"
	if d.MeanScore != nil {
		mean = fmt.Sprintf("%+.1f (%d)", *d.MeanScore, d.Scored)
	}
	return Entry{Cells: []string{
		d.From.Name + arrow + d.To.Name, strconv.Itoa(d.Reports),
		sum(d.Quads.VerbalCooperation, d.Quads.MaterialCooperation), sum(d.Quads.VerbalConflict, d.Quads.MaterialConflict),
		mean, years(d.First, d.Last), few(d.Documents),
	}}
}
