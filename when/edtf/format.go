package edtf

import "strconv"

// String returns the canonical EDTF string of the value.
func (v Value) String() string {
	var buf [32]byte
	b := v.From.append(buf[:0])
	if v.Interval {
		b = append(b, '/')
		b = v.To.append(b)
	}
	return string(b)
}

// String returns the canonical EDTF string of the date.
func (d Date) String() string {
	var buf [16]byte
	return string(d.append(buf[:0]))
}

func (d Date) append(b []byte) []byte {
	switch d.Gap {
	case Open:
		return append(b, ".."...)
	case Unknown:
		return b
	}
	b = d.appendYear(b)
	if d.Month != 0 {
		b = appendPart(append(b, '-'), d.Month)
	}
	if d.Day != 0 {
		b = appendPart(append(b, '-'), d.Day)
	}
	if d.Qualifier != 0 {
		b = append(b, byte(d.Qualifier))
	}
	return b
}

func (d Date) appendYear(b []byte) []byte {
	year := d.Year
	if year < 0 {
		b, year = append(b, '-'), -year
	}
	at := len(b)
	for limit := 1000; limit > 1 && year < limit; limit /= 10 {
		b = append(b, '0')
	}
	b = strconv.AppendInt(b, int64(year), 10)
	for i := range d.Hidden {
		b[max(at, len(b)-1-i)] = 'X'
	}
	return b
}

// appendPart writes a month or a day with two digits.
func appendPart(b []byte, n int) []byte {
	if n == Masked {
		return append(b, "XX"...)
	}
	return append(b, byte('0'+n/10), byte('0'+n%10))
}
