package edtf

// firstSeason is the first of the codes that stand in place of a month.
const firstSeason = 21

// partOfYear gives the first and last month of the codes 21 to 41; a last
// month over 12 lies in the next year.
var partOfYear = [...][2]int{
	{3, 5}, {6, 8}, {9, 11}, {12, 14}, // 21-24 spring, summer, autumn, winter
	{3, 5}, {6, 8}, {9, 11}, {12, 14}, // 25-28 the same, northern hemisphere
	{9, 11}, {12, 14}, {3, 5}, {6, 8}, // 29-32 the same, southern hemisphere
	{1, 3}, {4, 6}, {7, 9}, {10, 12}, // 33-36 quarters
	{1, 4}, {5, 8}, {9, 12}, // 37-39 thirds
	{1, 6}, {7, 12}, // 40-41 halves
}

// Bounds returns the first and the last possible day of a date that is Known.
func (d Date) Bounds() (first, last Day) {
	lo, hi := d.years()
	switch {
	case d.Month == 0 || d.Month == Masked:
		return Day{lo, 1, 1}, Day{hi, 12, 31}
	case d.Month >= firstSeason:
		months := partOfYear[d.Month-firstSeason]
		last = Day{hi, months[1], 0}
		if last.Month > 12 {
			last.Year, last.Month = last.Year+1, last.Month-12
		}
		last.Day = DaysIn(last.Year, last.Month)
		return Day{lo, months[0], 1}, last
	case d.Day == 0 || d.Day == Masked:
		return Day{lo, d.Month, 1}, Day{hi, d.Month, DaysIn(hi, d.Month)}
	}
	return Day{lo, d.Month, d.Day}, Day{hi, d.Month, d.Day}
}

// years returns the first and the last year that the date can lie in.
func (d Date) years() (lo, hi int) {
	width := 1
	for range d.Hidden {
		width *= 10
	}
	if d.Year < 0 {
		return d.Year - width + 1, d.Year
	}
	return d.Year, d.Year + width - 1
}

// Bounds returns the first and the last possible day as YYYY-MM-DD; "" where
// the interval is open or nobody knows its end.
func (v Value) Bounds() (from, to string) {
	if v.From.Gap == Known {
		first, last := v.From.Bounds()
		from = first.String()
		if !v.Interval {
			to = last.String()
		}
	}
	if v.Interval && v.To.Gap == Known {
		_, last := v.To.Bounds()
		to = last.String()
	}
	return from, to
}

// Bounds returns the first and the last possible day of an EDTF string.
func Bounds(s string) (from, to string, err error) {
	v, err := Parse(s)
	if err != nil {
		return "", "", err
	}
	from, to = v.Bounds()
	return from, to, nil
}
