package table

import (
	"fmt"
	"strconv"
	"strings"

	"annals/ask"
)

// Series draws a series between two parties, given their names. Periods without reports
// are left out.
func (t *Table) Series(s *ask.Series, a, b string) error {
	var sections []Section
	for _, d := range []struct {
		direction ask.Direction
		name      string
	}{{ask.AToB, a + " → " + b}, {ask.BToA, b + " → " + a}, {ask.Together, a + " and " + b + " together"}} {
		section := Section{Heading: d.name}
		for i := range s.Bins {
			if bin := &s.Bins[i]; bin.Direction == d.direction && bin.Reports > 0 {
				section.Entries = append(section.Entries, binEntry(bin))
			}
		}
		if len(section.Entries) > 0 {
			sections = append(sections, section)
		}
	}
	columns := []Column{{strings.ToUpper(string(s.By)), 10}, {"REPORTS", 9}, {"COOPERATION", 13}, {"CONFLICT", 10}, {"MEAN SCORE", 13}, {"TYPES", 25}, {"FROM", 20}}
	if err := t.Sections(columns, sections); err != nil {
		return err
	}
	return t.Remarks(SeriesRemark(s), "Reports are counted, not events. COOPERATION and CONFLICT: in words + in deeds.")
}

// SeriesRemark says what a series leaves out.
func SeriesRemark(s *ask.Series) string {
	return fmt.Sprintf("Left out: %d without a date, %d whose date is uncertain or longer than a %s.", s.Undated, s.Wide, s.By)
}

func binEntry(bin *ask.Bin) Entry {
	mean := "-"
	if bin.MeanScore != nil {
		mean = fmt.Sprintf("%+.1f (%d)", *bin.MeanScore, bin.Scored)
	}
	return Entry{Cells: []string{
		bin.Period, strconv.Itoa(bin.Reports),
		sum(bin.Quads.VerbalCooperation, bin.Quads.MaterialCooperation), sum(bin.Quads.VerbalConflict, bin.Quads.MaterialConflict),
		mean, counts(bin.Types), few(bin.Documents),
	}}
}

// sum writes words and deeds, or nothing at all.
func sum(verbal, material int) string {
	if verbal+material == 0 {
		return "-"
	}
	return fmt.Sprintf("%d + %d", verbal, material)
}

func counts(types []ask.TypeCount) string {
	out := make([]string, len(types))
	for i, t := range types {
		out[i] = t.Type
		if t.Count > 1 {
			out[i] += " " + strconv.Itoa(t.Count)
		}
	}
	return strings.Join(out, "; ")
}
