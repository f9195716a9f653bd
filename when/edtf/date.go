package edtf

// Gap says that an end of an interval holds no date.
type Gap uint8

// The gaps of an interval.
const (
	Known   Gap = iota // there is a date
	Open               // "..": the interval goes on without an end
	Unknown            // "": there is an end, but nobody knows it
)

// Masked in place of a month or a day stands for "XX": some month, some day.
const Masked = -1

// Qualifier marks a date as uncertain, approximate, or both; 0 is neither.
type Qualifier byte

// The qualifiers of level 1.
const (
	Uncertain   Qualifier = '?'
	Approximate Qualifier = '~'
	Both        Qualifier = '%'
)

// With returns the qualifier that says both q and r.
func (q Qualifier) With(r Qualifier) Qualifier {
	switch {
	case q == 0 || q == r:
		return r
	case r == 0:
		return q
	}
	return Both
}

// Date is a date as precise as it is known. The zero value is the year 0000.
type Date struct {
	Gap       Gap // not Known: an end of an interval without a date; the other fields are zero
	Year      int // astronomical, -9999 to 9999; of a masked year the digits X are 0
	Hidden    int // how many last digits of the year are X: 1 for a decade, 2 for a century
	Month     int // 1 to 12, a season or other part of the year 21 to 41, Masked, or 0 for none
	Day       int // 1 to 31, Masked, or 0 for none
	Qualifier Qualifier
}

// Value is a date or an interval.
type Value struct {
	From, To Date // a single date is in From, and To is zero
	Interval bool
}

// Single returns the value that is one date.
func Single(d Date) Value { return Value{From: d} }

// Between returns the interval from one date to another.
func Between(from, to Date) Value { return Value{From: from, To: to, Interval: true} }

// Since returns the interval that begins with d and goes on.
func Since(d Date) Value { return Between(d, Date{Gap: Open}) }

// Until returns the interval without a beginning that ends with d.
func Until(d Date) Value { return Between(Date{Gap: Open}, d) }

// Last returns the date that v ends with: of a single date that date, and of
// an interval without an end its beginning.
func (v Value) Last() Date {
	if v.Interval && v.To.Gap == Known {
		return v.To
	}
	return v.From
}

// Qualified returns v with the qualifier added to each of its dates.
func (v Value) Qualified(q Qualifier) Value {
	if v.From.Gap == Known {
		v.From.Qualifier = v.From.Qualifier.With(q)
	}
	if v.Interval && v.To.Gap == Known {
		v.To.Qualifier = v.To.Qualifier.With(q)
	}
	return v
}
