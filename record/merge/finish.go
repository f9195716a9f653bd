package merge

import (
	"cmp"
	"slices"
	"strconv"
	"time"

	"annals"
	"annals/record/actors"
)

// finish makes the events that were gathered into those that are given out.
func (g *merging) finish(of func(document string) Document) []Event {
	out := make([]Event, len(g.events))
	for i := range g.events {
		out[i] = g.event(&g.events[i], of)
	}
	return out
}

func (g *merging) event(e *gathering, of func(document string) Document) Event {
	slices.SortFunc(e.reports, func(a, b int32) int { return cmp.Compare(g.reports[a].line.ID, g.reports[b].line.ID) })
	first := &g.reports[e.reports[0]]
	out := Event{
		ID: eventID(first.line.ID), Type: first.line.Type, Status: first.line.Status,
		Denied: first.told == denied, Joins: e.joins,
	}
	documents, origins := make([]string, 0, len(e.reports)), make([]string, 0, len(e.reports))
	out.Reports = make([]string, 0, len(e.reports))
	for _, at := range e.reports {
		line := g.reports[at].line
		out.Reports = append(out.Reports, line.ID)
		out.add(line)
		documents = append(documents, line.Document)
		origins = append(origins, cmp.Or(of(line.Document).Origin, line.Document))
	}
	out.Documents, out.Sources = count(documents), count(origins)
	if e.date.ok {
		out.From, out.To = dayText(e.date.from), dayText(e.date.to)
	}
	out.sort()
	return out
}

// count returns how many different words a list holds.
func count(list []string) int {
	slices.Sort(list)
	return len(slices.Compact(list))
}

// add enters the values of a report.
func (e *Event) add(line *annals.Line) {
	id := line.ID
	if line.Mode != "" {
		e.Mode = with(e.Mode, line.Mode, id, func(a, b *string) bool { return *a == *b })
	}
	for _, p := range line.Actor {
		e.Actor = with(e.Actor, p, id, sameParticipant)
	}
	for _, p := range line.Recipient {
		e.Recipient = with(e.Recipient, p, id, sameParticipant)
	}
	if line.When != nil {
		e.When = with(e.When, *line.When, id, func(a, b *annals.When) bool { return a.From == b.From && a.To == b.To && a.EDTF == b.EDTF })
	}
	for _, p := range line.Where {
		e.Where = with(e.Where, p, id, func(a, b *annals.Place) bool {
			return a.Country == b.Country && actors.Fold(a.Name) == actors.Fold(b.Name)
		})
	}
	for _, q := range line.Quantity {
		e.Quantity = with(e.Quantity, q, id, func(a, b *annals.Quantity) bool { return a.Value == b.Value && a.Of == b.Of })
	}
}

func sameParticipant(a, b *annals.Participant) bool {
	if a.ID != "" || b.ID != "" {
		return a.ID == b.ID
	}
	return actors.Fold(a.Text) == actors.Fold(b.Text)
}

// with enters a value of a line beside those that differ from it.
func with[T any](values []Value[T], value T, line string, equal func(a, b *T) bool) []Value[T] {
	for i := range values {
		if v := &values[i]; equal(&v.Value, &value) {
			if v.Lines[len(v.Lines)-1] != line {
				v.Lines = append(v.Lines, line)
			}
			return values
		}
	}
	return append(values, Value[T]{value, []string{line}})
}

// sort puts the values of more reports first, and the most exact dates.
func (e *Event) sort() {
	byReports(e.Mode)
	byReports(e.Actor)
	byReports(e.Recipient)
	byReports(e.Where)
	byReports(e.Quantity)
	byReports(e.When)
	slices.SortStableFunc(e.When, func(a, b Value[annals.When]) int {
		return cmp.Compare(length(&a.Value), length(&b.Value))
	})
}

func byReports[T any](values []Value[T]) {
	slices.SortStableFunc(values, func(a, b Value[T]) int { return cmp.Compare(len(b.Lines), len(a.Lines)) })
}

func length(w *annals.When) int32 {
	if s := spanOf(w); s.ok {
		return s.days()
	}
	return 1 << 30
}

// dayText writes the number of a day as YYYY-MM-DD.
func dayText(day int32) string {
	t := time.Unix(int64(day)*24*60*60, 0).UTC()
	if t.Year() < 0 {
		year := strconv.Itoa(-t.Year())
		return "-" + "0000"[min(len(year), 4):] + year + t.Format("-01-02")
	}
	return t.Format(time.DateOnly)
}
