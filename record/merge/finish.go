package merge

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"time"

	"annals"
	"annals/record/actors"
)

// Events returns all events in the order of their dates.
func (g *Gathered) Events() []Event {
	out := []Event{}
	for e := range g.Each() {
		out = append(out, *e)
	}
	return inOrder(out)
}

// Each yields the events type by type, in the order in which they were found, one after the
// other, so that not all of them need be there at a time.
func (g *Gathered) Each() iter.Seq[*Event] {
	return g.each(func(*gathering, []Link) bool { return true })
}

// Merged yields of the events, as Each does, those of several reports and those with links.
func (g *Gathered) Merged() iter.Seq[*Event] {
	return g.each(func(e *gathering, links []Link) bool { return len(e.reports) > 1 || len(links) > 0 })
}

func (g *Gathered) each(wanted func(*gathering, []Link) bool) iter.Seq[*Event] {
	return func(yield func(*Event) bool) {
		number := int32(0)
		for _, events := range g.runs {
			for i := range events {
				links := g.links[number]
				number++
				if !wanted(&events[i], links) {
					continue
				}
				e := g.event(&events[i])
				e.Links = links
				if !yield(&e) {
					return
				}
			}
		}
	}
}

// Alone is an event of a single report and without links: all there is to say of it beside
// its line.
type Alone struct {
	Line     *annals.Line
	Denied   bool   // as in Event
	From, To string // as in Event
}

// Alone yields the events that Merged does not, for less work.
func (g *Gathered) Alone() iter.Seq[Alone] {
	return func(yield func(Alone) bool) {
		number := int32(0)
		for _, events := range g.runs {
			for i := range events {
				e := &events[i]
				isLinked := len(g.links[number]) > 0
				number++
				if len(e.reports) > 1 || isLinked {
					continue
				}
				one := Alone{Line: g.lines[e.reports[0]]}
				one.Denied = toldAs(one.Line) == denied
				if e.date.ok {
					one.From, one.To = dayText(e.date.from), dayText(e.date.to)
				}
				if !yield(one) {
					return
				}
			}
		}
	}
}

// id returns the id of an event.
func (g *Gathered) id(e *gathering) string {
	first := slices.MinFunc(e.reports, func(a, b int32) int { return cmp.Compare(g.lines[a].ID, g.lines[b].ID) })
	return EventID(g.lines[first].ID)
}

func (g *Gathered) event(e *gathering) Event {
	lines := make([]*annals.Line, len(e.reports))
	for i, at := range e.reports {
		lines[i] = g.lines[at]
	}
	out := EventOf(lines, g.of)
	out.Joins = e.joins
	return out
}

// EventOf returns the event that lines tell of which are known to be its reports, without the
// reasons for that and without links. There is one line at least, and their order changes
// nothing.
func EventOf(lines []*annals.Line, of func(document string) Document) Event {
	lines = slices.Clone(lines)
	slices.SortFunc(lines, func(a, b *annals.Line) int { return cmp.Compare(a.ID, b.ID) })
	first := lines[0]
	out := Event{
		ID: EventID(first.ID), Type: first.Type, Status: first.Status, Denied: toldAs(first) == denied,
		Reports: make([]string, 0, len(lines)),
	}
	documents, origins := make([]string, 0, len(lines)), make([]string, 0, len(lines))
	var date span
	for _, line := range lines {
		out.Reports = append(out.Reports, line.ID)
		out.add(line)
		documents = append(documents, line.Document)
		origins = append(origins, cmp.Or(of(line.Document).Origin, line.Document))
		if s := spanOf(line.When); s.ok && date.ok {
			date = date.overlap(s)
		} else if s.ok {
			date = s
		}
	}
	out.Documents, out.Sources = count(documents), count(origins)
	if date.ok {
		out.From, out.To = dayText(date.from), dayText(date.to)
	}
	out.sort()
	return out
}

// inOrder returns events in the order of their dates. Their numbers are sorted, for the
// events themselves are big.
func inOrder(events []Event) []Event {
	numbers := make([]int32, len(events))
	for i := range numbers {
		numbers[i] = int32(i)
	}
	slices.SortFunc(numbers, func(i, k int32) int { return Compare(&events[i], &events[k]) })
	out := make([]Event, len(numbers))
	for i, n := range numbers {
		out[i] = events[n]
	}
	return out
}

// Compare compares events by the order of their dates: undated ones come first, and
// those of one date stand by type and id.
func Compare(a, b *Event) int {
	return cmp.Or(compareDays(a.From, b.From), compareDays(a.To, b.To), cmp.Compare(a.Type, b.Type), cmp.Compare(a.ID, b.ID))
}

// compareDays compares days written YYYY-MM-DD, "" before all others.
func compareDays(a, b string) int {
	if a == "" || b == "" || a[0] != '-' && b[0] != '-' {
		return cmp.Compare(a, b) // as nearly all
	}
	dayA, _ := dayOf(a)
	dayB, _ := dayOf(b)
	return cmp.Compare(dayA, dayB)
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
