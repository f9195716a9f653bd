package export

import (
	"strconv"
	"strings"

	"annals"
)

// column is a column of a CSV: its name and the value of a row in it.
type column[T any] struct {
	name  string
	value func(*T) string
}

// lineColumns are the columns of the CSV of lines, in their order.
func lineColumns() []column[annals.Line] {
	all := []column[annals.Line]{
		{"id", func(l *annals.Line) string { return l.ID }},
		{"kind", func(l *annals.Line) string { return string(l.Kind) }},
		{"document", func(l *annals.Line) string { return l.Document }},
		{"sentence_index", func(l *annals.Line) string { return strconv.Itoa(l.Sentence.Index) }},
		{"sentence_start", func(l *annals.Line) string { return strconv.Itoa(l.Sentence.Span.Start()) }},
		{"sentence_end", func(l *annals.Line) string { return strconv.Itoa(l.Sentence.Span.End()) }},
		{"sentence", func(l *annals.Line) string { return l.Sentence.Text }},
		{"type", func(l *annals.Line) string { return l.Type }},
		{"mode", func(l *annals.Line) string { return l.Mode }},
		{"context", func(l *annals.Line) string { return list(l.Context, itself) }},
		{"cameo", func(l *annals.Line) string { return l.CAMEO }},
		{"score", func(l *annals.Line) string { return optional(l.Score) }},
		{"trigger", func(l *annals.Line) string { return trigger(l).Text }},
		{"text", func(l *annals.Line) string { return l.Text }},
	}
	all = append(all, participants("actor", func(l *annals.Line) []annals.Participant { return l.Actor })...)
	all = append(all, participants("recipient", func(l *annals.Line) []annals.Participant { return l.Recipient })...)
	return append(all, []column[annals.Line]{
		{"when", func(l *annals.Line) string { return when(l).Text }},
		{"when_edtf", func(l *annals.Line) string { return when(l).EDTF }},
		{"when_from", func(l *annals.Line) string { return calendarDay(when(l).From) }},
		{"when_to", func(l *annals.Line) string { return calendarDay(when(l).To) }},
		{"when_from_year", func(l *annals.Line) string { return yearText(when(l).From) }},
		{"when_to_year", func(l *annals.Line) string { return yearText(when(l).To) }},
		{"when_basis", func(l *annals.Line) string { return string(when(l).Basis) }},
		{"where", func(l *annals.Line) string { return list(l.Where, func(p *annals.Place) string { return p.Text }) }},
		{"where_name", func(l *annals.Line) string { return list(l.Where, func(p *annals.Place) string { return p.Name }) }},
		{"where_country", func(l *annals.Line) string { return list(l.Where, func(p *annals.Place) string { return p.Country }) }},
		{"where_lat", func(l *annals.Line) string {
			return list(l.Where, func(p *annals.Place) string { return optional(p.Lat) })
		}},
		{"where_lon", func(l *annals.Line) string {
			return list(l.Where, func(p *annals.Place) string { return optional(p.Lon) })
		}},
		{"status", func(l *annals.Line) string { return string(l.Status) }},
		{"said_by", func(l *annals.Line) string {
			return list(l.SaidBy, func(a *annals.Attribution) string { return a.Text })
		}},
		{"said_by_name", func(l *annals.Line) string {
			return list(l.SaidBy, func(a *annals.Attribution) string { return a.Name })
		}},
		{"said_by_country", func(l *annals.Line) string {
			return list(l.SaidBy, func(a *annals.Attribution) string { return a.Country })
		}},
		{"said_by_cue", func(l *annals.Line) string {
			return list(l.SaidBy, func(a *annals.Attribution) string { return a.Cue })
		}},
		{"said_by_when", func(l *annals.Line) string { return list(l.SaidBy, saidWhen) }},
		{"said_by_stance", func(l *annals.Line) string {
			return list(l.SaidBy, func(a *annals.Attribution) string { return string(a.Stance) })
		}},
		{"because_of", func(l *annals.Line) string { return list(l.BecauseOf, itself) }},
		{"rank", rank},
		{"rank_among", among},
		{"quantity", func(l *annals.Line) string {
			return list(l.Quantity, func(q *annals.Quantity) string { return q.Text })
		}},
		{"quantity_value", func(l *annals.Line) string {
			return list(l.Quantity, func(q *annals.Quantity) string { return decimal(q.Value) })
		}},
		{"quantity_of", func(l *annals.Line) string { return list(l.Quantity, func(q *annals.Quantity) string { return q.Of }) }},
		{"citations", func(l *annals.Line) string { return list(l.Citations, itself) }},
		{"confidence", func(l *annals.Line) string { return decimal(l.Confidence) }},
		{"coder", func(l *annals.Line) string { return l.Coder }},
	}...)
}

// participants are the columns of a list of participants.
func participants(name string, of func(*annals.Line) []annals.Participant) []column[annals.Line] {
	part := func(suffix string, value func(*annals.Participant) string) column[annals.Line] {
		return column[annals.Line]{name: name + suffix, value: func(l *annals.Line) string { return list(of(l), value) }}
	}
	return []column[annals.Line]{
		part("", func(p *annals.Participant) string { return p.Text }),
		part("_id", func(p *annals.Participant) string { return p.ID }),
		part("_name", func(p *annals.Participant) string { return p.Name }),
		part("_country", func(p *annals.Participant) string { return p.Country }),
		part("_sector", func(p *annals.Participant) string { return strings.Join(p.Sector, " ") }),
		part("_role", func(p *annals.Participant) string { return p.Role }),
	}
}

func trigger(l *annals.Line) annals.Words {
	if l.Trigger == nil {
		return annals.Words{}
	}
	return *l.Trigger
}

func when(l *annals.Line) annals.When {
	if l.When == nil {
		return annals.When{}
	}
	return *l.When
}

func saidWhen(a *annals.Attribution) string {
	if a.When == nil {
		return ""
	}
	return a.When.EDTF
}

func rank(l *annals.Line) string {
	if l.Rank == nil {
		return ""
	}
	return strconv.Itoa(l.Rank.Ordinal)
}

func among(l *annals.Line) string {
	if l.Rank == nil {
		return ""
	}
	return l.Rank.Among
}
