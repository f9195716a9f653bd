package table

import (
	"fmt"
	"strconv"
	"strings"

	"annals/ask"
)

// Series draws a series between two parties, given their names. Periods without events
// are left out.
func (t *Table) Series(s *ask.Series, a, b string) error {
	var sections []Section
	for _, d := range []struct {
		direction ask.Direction
		name      string
	}{{ask.AToB, a + " → " + b}, {ask.BToA, b + " → " + a}, {ask.Together, a + " and " + b + " together"}} {
		section := Section{Heading: d.name}
		for i := range s.Bins {
			if bin := &s.Bins[i]; bin.Direction == d.direction && bin.Events > 0 {
				section.Entries = append(section.Entries, binEntry(bin))
			}
		}
		if len(section.Entries) > 0 {
			sections = append(sections, section)
		}
	}
	columns := []Column{{strings.ToUpper(string(s.By)), 6}, {"EVENTS", 0}, {"REPORTS", 0}, {"SOURCES", 0}, {"COOPERATION", 0}, {"CONFLICT", 0}, {"MEAN SCORE", 0}, {"TYPES", 8}, {"FROM", 8}}
	if err := t.Sections(columns, sections); err != nil {
		return err
	}
	return t.Remarks(SeriesRemark(s), totalOf(&s.Total), countedEvents)
}

// countedEvents says what the numbers of a table are.
const countedEvents = "Events are counted, not reports. SOURCES are independent: copies of one text are one. COOPERATION and CONFLICT: in words + in deeds. MEAN SCORE: of the events (reports that have a score)."

// totalOf says what a table of counts rests on.
func totalOf(t *ask.Tally) string {
	return fmt.Sprintf("%s told by %s.", many(t.Events, "event", "events"), counted(t.Reports, len(t.Documents), t.Sources))
}

// SeriesRemark says what a series leaves out.
func SeriesRemark(s *ask.Series) string {
	return fmt.Sprintf("Left out: %d without a date, %d whose date is uncertain or longer than a %s.", s.Undated, s.Wide, s.By)
}

func binEntry(bin *ask.Bin) Entry {
	return Entry{Cells: append(tally(bin.Period, &bin.Tally), counts(bin.Types), few(bin.Documents))}
}

// tally are the cells of counts, behind the name of what they are of.
func tally(name string, t *ask.Tally) []string {
	mean := "-"
	if t.MeanScore != nil {
		mean = fmt.Sprintf("%+.1f (%d)", *t.MeanScore, t.ScoredReports)
	}
	return []string{
		name, strconv.Itoa(t.Events), strconv.Itoa(t.Reports), strconv.Itoa(t.Sources),
		sum(t.Quads.VerbalCooperation, t.Quads.MaterialCooperation), sum(t.Quads.VerbalConflict, t.Quads.MaterialConflict), mean,
	}
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
