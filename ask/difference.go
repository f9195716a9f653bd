package ask

import (
	"slices"
	"strings"

	"annals"
	"annals/record/merge"
)

// Difference is a field that reports of an event fill differently.
type Difference struct {
	Field  string  `json:"field"` // mode, actor, recipient, when, where, quantity
	Values []Given `json:"values"`
}

// Given is a value of a field, with who gives it.
type Given struct {
	Words string   `json:"words"`
	By    []string `json:"by"`    // publishers; documents where those are not known
	Lines []string `json:"lines"` // ids
}

// Differences returns what the reports of an event say differently: other values, or more
// or less exact ones. What some of them leave out is no difference.
func (t *Told) Differences(e *Event) []Difference {
	if len(e.Lines) < 2 {
		return nil
	}
	var out []Difference
	out = differ(t, e, out, "mode", e.Mode, func(mode *string) string { return *mode })
	out = differ(t, e, out, "actor", e.Actor, whoIs)
	out = differ(t, e, out, "recipient", e.Recipient, whoIs)
	out = differ(t, e, out, "when", e.When, func(when *annals.When) string {
		if when.EDTF != "" {
			return when.EDTF
		}
		return when.Text
	})
	out = differ(t, e, out, "where", e.Where, func(place *annals.Place) string {
		if place.Name != "" {
			return place.Name
		}
		return place.Text
	})
	return differ(t, e, out, "quantity", e.Quantity, func(q *annals.Quantity) string {
		if q.Of == "" || strings.Contains(q.Text, q.Of) {
			return q.Text
		}
		return q.Text + " " + q.Of
	})
}

// whoIs is a participant in a few words.
func whoIs(p *annals.Participant) string {
	if name := NameOf(p); p.Country != "" && !strings.Contains(name, p.Country) {
		return name + " (" + p.Country + ")"
	}
	return NameOf(p)
}

// differ adds a field to differences, with the values that one report gives and another,
// which gives another, does not.
func differ[T any](t *Told, e *Event, out []Difference, field string, values []merge.Value[T], words func(*T) string) []Difference {
	if len(values) < 2 {
		return out
	}
	d := Difference{Field: field}
	for i := range values {
		v := &values[i]
		if !slices.ContainsFunc(values, func(other merge.Value[T]) bool { return lacks(v.Lines, other.Lines) && lacks(other.Lines, v.Lines) }) {
			continue
		}
		text := words(&v.Value)
		at := slices.IndexFunc(d.Values, func(g Given) bool { return g.Words == text })
		if at < 0 {
			at = len(d.Values)
			d.Values = append(d.Values, Given{Words: text})
		}
		d.Values[at].Lines = append(d.Values[at].Lines, v.Lines...)
	}
	if len(d.Values) < 2 {
		return out
	}
	for i := range d.Values {
		d.Values[i].By = t.publishers(e, d.Values[i].Lines)
	}
	return append(out, d)
}

// lacks reports whether a list lacks an element of another.
func lacks(list, other []string) bool {
	return slices.ContainsFunc(other, func(id string) bool { return !slices.Contains(list, id) })
}

// publishers returns who published some reports of an event, each once.
func (t *Told) publishers(e *Event, ids []string) []string {
	var out []string
	for _, line := range e.Lines {
		if by := t.Publisher(line.Document); slices.Contains(ids, line.ID) && !slices.Contains(out, by) {
			out = append(out, by)
		}
	}
	return out
}
