package edtf

import (
	"cmp"
	"fmt"
	"time"
)

// Day is one day of the proleptic Gregorian calendar, with an astronomical year.
type Day struct{ Year, Month, Day int }

// String returns YYYY-MM-DD, with a minus sign before years before 0000.
func (d Day) String() string {
	if d.Year < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -d.Year, d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// Compare returns a negative number if d is before e, 0 if they are the same
// day, and a positive number if d is after e.
func (d Day) Compare(e Day) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month), cmp.Compare(d.Day, e.Day))
}

// Add returns the day n days later; n may be negative.
func (d Day) Add(n int) Day {
	y, m, day := time.Date(d.Year, time.Month(d.Month), d.Day+n, 0, 0, 0, 0, time.UTC).Date()
	return Day{y, int(m), day}
}

// Weekday returns 1 for Monday to 7 for Sunday, as ISO 8601 counts.
func (d Day) Weekday() int {
	w := int(time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC).Weekday())
	if w == 0 {
		return 7
	}
	return w
}

// Date returns the day as an EDTF date.
func (d Day) Date() Date { return Date{Year: d.Year, Month: d.Month, Day: d.Day} }

// DaysIn returns how many days the month of the year has.
func DaysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
