package when

import (
	"annals"
	"annals/when/edtf"
)

// anchor is a Reference in the calendar: what relative dates count from.
type anchor struct {
	published, told       edtf.Date
	hasPublished, hasTold bool
	here                  bool // told is an absolute date of the same sentence
}

// newAnchor reads a reference. What cannot be read counts as not known: a
// document's metadata must not stop its reading.
func newAnchor(ref Reference) anchor {
	var a anchor
	if ref.Published != "" {
		if v, err := edtf.Parse(ref.Published); err == nil && v.From.Gap == edtf.Known {
			a.published, a.hasPublished = v.From, true
		}
	}
	if ref.Narrative != nil && ref.Narrative.EDTF != "" {
		if v, err := edtf.Parse(ref.Narrative.EDTF); err == nil && v.Last().Gap == edtf.Known {
			a.told, a.hasTold = v.Last(), true
		}
	}
	return a
}

// base returns the date that a pattern's base names.
func (a *anchor) base(name string) (edtf.Date, annals.Basis, bool) {
	if name == "near" {
		return a.nearest()
	}
	if name == "narrative" {
		return a.told, annals.BasisNarrative, a.hasTold
	}
	return a.published, annals.BasisDocument, a.hasPublished
}

// farOff is how many years before the publication a narrative lies that has
// left the present: its "in October" is not last October.
const farOff = 1

// nearest returns the date from which a month without a year is to be sought:
// the publication, unless the narrative is far from it.
func (a *anchor) nearest() (edtf.Date, annals.Basis, bool) {
	far := a.hasTold && (a.here || a.published.Year-a.told.Year > farOff)
	if a.hasPublished && !far {
		return a.published, annals.BasisDocument, true
	}
	if a.hasTold {
		return a.told, annals.BasisNarrative, true
	}
	return edtf.Date{}, annals.BasisNone, false
}

// tell makes a date of the sentence the one told last, for the dates that
// follow: "on 1 September 1939; two weeks later". A date that belongs to a noun
// ("the 1994 treaty") tells nothing.
func (a *anchor) tell(v edtf.Value, basis annals.Basis, relation string) {
	if relation == "of" || v.Last().Gap != edtf.Known {
		return
	}
	a.told, a.hasTold, a.here = v.Last(), true, a.here || basis == annals.BasisText
}

// dayOf returns the day of a date that is as precise as a day.
func dayOf(d edtf.Date) (edtf.Day, bool) {
	return edtf.Day{Year: d.Year, Month: d.Month, Day: d.Day}, d.Day > 0
}

// toMonth reports whether a date is as precise as a month.
func toMonth(d edtf.Date) bool { return d.Month >= 1 && d.Month <= 12 }

// toYear reports whether a date is as precise as a year.
func toYear(d edtf.Date) bool { return d.Hidden == 0 }
