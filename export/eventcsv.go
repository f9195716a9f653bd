package export

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"annals"
	"annals/record/merge"
)

// EventCSV writes events as CSV, one row an event.
type EventCSV struct{ sheet[told] }

// NewEventCSV returns an EventWriter of CSV. The names of the columns are written even if
// no event follows.
func NewEventCSV(w io.Writer) *EventCSV { return &EventCSV{newSheet(w, eventColumns())} }

// WriteEvent implements EventWriter.
func (c *EventCSV) WriteEvent(e *Event) error {
	if err := c.write(tell(e)); err != nil {
		return fmt.Errorf("writing event %s as CSV: %w", e.ID, err)
	}
	return nil
}

// eventColumns are the columns of the CSV of events, in their order.
func eventColumns() []column[told] {
	all := []column[told]{
		{"id", func(t *told) string { return t.ID }},
		{"type", func(t *told) string { return t.Type }},
		{"mode", (*told).modeText},
		{"other_mode", func(t *told) string { return list(t.otherMode, func(v *merge.Value[string]) string { return v.Value }) }},
		{"other_mode_reports", func(t *told) string { return list(t.otherMode, reports) }},
		{"context", func(t *told) string { return list(t.coded.Context, itself) }},
		{"cameo", func(t *told) string { return t.coded.CAMEO }},
		{"score", func(t *told) string { return optional(t.coded.Score) }},
		{"status", func(t *told) string { return string(t.Status) }},
		{"denied", func(t *told) string { return strings.ToUpper(strconv.FormatBool(t.Denied)) }}, // R knows TRUE alone
	}
	all = append(all, parties("actor", func(t *told) []merge.Value[annals.Participant] { return t.actor })...)
	all = append(all, parties("other_actor", func(t *told) []merge.Value[annals.Participant] { return t.otherActor })...)
	all = append(all, parties("recipient", func(t *told) []merge.Value[annals.Participant] { return t.recipient })...)
	all = append(all, parties("other_recipient", func(t *told) []merge.Value[annals.Participant] { return t.otherRecipient })...)
	all = append(all, []column[told]{
		{"when_edtf", (*told).edtf},
		{"when_from", func(t *told) string { return calendarDay(t.From) }},
		{"when_to", func(t *told) string { return calendarDay(t.To) }},
		{"when_from_year", func(t *told) string { return yearText(t.From) }},
		{"when_to_year", func(t *told) string { return yearText(t.To) }},
		{"other_when_edtf", func(t *told) string {
			return list(t.otherWhen, func(v *merge.Value[annals.When]) string { return v.Value.EDTF })
		}},
		{"other_when_reports", func(t *told) string { return list(t.otherWhen, reports) }},
	}...)
	all = append(all, places("where", func(t *told) []merge.Value[annals.Place] { return t.where })...)
	all = append(all, places("other_where", func(t *told) []merge.Value[annals.Place] { return t.otherWhere })...)
	return append(all, []column[told]{
		{"quantity_value", quantities(func(q *annals.Quantity) string { return decimal(q.Value) })},
		{"quantity_of", quantities(func(q *annals.Quantity) string { return q.Of })},
		{"quantity_reports", func(t *told) string { return list(t.Quantity, reports) }},
		{"reports", func(t *told) string { return strconv.Itoa(len(t.Reports)) }},
		{"documents", func(t *told) string { return strconv.Itoa(t.Documents) }},
		{"sources", func(t *told) string { return strconv.Itoa(t.Sources) }},
		{"report_ids", func(t *told) string { return list(t.Reports, itself) }},
		{"document_ids", func(t *told) string { return list(t.documents, itself) }},
	}...)
}

// parties are the columns of a list of participants.
func parties(name string, of func(*told) []merge.Value[annals.Participant]) []column[told] {
	part := func(suffix string, value func(*annals.Participant) string) column[told] {
		return column[told]{name + suffix, func(t *told) string {
			return list(of(t), func(v *merge.Value[annals.Participant]) string { return value(&v.Value) })
		}}
	}
	return []column[told]{
		part("", func(p *annals.Participant) string { return p.Text }),
		part("_id", func(p *annals.Participant) string { return p.ID }),
		part("_name", func(p *annals.Participant) string { return p.Name }),
		part("_country", func(p *annals.Participant) string { return p.Country }),
		part("_sector", func(p *annals.Participant) string { return strings.Join(p.Sector, " ") }),
		part("_role", func(p *annals.Participant) string { return p.Role }),
		{name + "_reports", func(t *told) string { return list(of(t), reports) }},
	}
}

// places are the columns of a list of places.
func places(name string, of func(*told) []merge.Value[annals.Place]) []column[told] {
	part := func(suffix string, value func(*annals.Place) string) column[told] {
		return column[told]{name + suffix, func(t *told) string {
			return list(of(t), func(v *merge.Value[annals.Place]) string { return value(&v.Value) })
		}}
	}
	return []column[told]{
		part("_name", placeName),
		part("_country", func(p *annals.Place) string { return p.Country }),
		part("_lat", func(p *annals.Place) string { return optional(p.Lat) }),
		part("_lon", func(p *annals.Place) string { return optional(p.Lon) }),
		{name + "_reports", func(t *told) string { return list(of(t), reports) }},
	}
}

func quantities(value func(*annals.Quantity) string) func(*told) string {
	return func(t *told) string {
		return list(t.Quantity, func(v *merge.Value[annals.Quantity]) string { return value(&v.Value) })
	}
}

// reports is how many lines give a value.
func reports[T any](v *merge.Value[T]) string { return strconv.Itoa(len(v.Lines)) }
