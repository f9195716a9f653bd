package when

import "annals/when/edtf"

// numericDate is a whole date in digits.
type numericDate struct{ year, month, day int16 }

// parseNumericDate reads 2010-10-27 (also with a time of day), 27.10.2010 (the
// day first, as where dots are written), and 27/10/2010 or 10/27/2010 if only
// one reading is a date.
func parseNumericDate(form string) (numericDate, bool) {
	if len(form) < 8 || form[0] < '0' || form[0] > '9' {
		return numericDate{}, false
	}
	var n [3]int
	var digits [3]int
	part, mark := 0, byte(0)
scan:
	for i := range len(form) {
		switch c := form[i]; {
		case c >= '0' && c <= '9':
			n[part] = n[part]*10 + int(c-'0')
			if digits[part]++; digits[part] > 4 {
				return numericDate{}, false
			}
		case c == 'T' && part == 2 && mark == '-':
			break scan
		case (c == '-' || c == '.' || c == '/') && part < 2 && (part == 0 || c == mark):
			mark = c
			part++
		default:
			return numericDate{}, false
		}
	}
	if part != 2 {
		return numericDate{}, false
	}
	switch {
	case mark == '-' && digits[0] == 4:
		return checked(n[0], n[1], n[2])
	case digits[2] != 4:
		return numericDate{}, false
	case mark == '.', mark == '/' && (n[0] > 12 || n[0] == n[1]):
		return checked(n[2], n[1], n[0])
	case mark == '/' && n[1] > 12:
		return checked(n[2], n[0], n[1])
	}
	return numericDate{}, false
}

// checked reports whether the calendar has the day.
func checked(year, month, day int) (numericDate, bool) {
	ok := year >= 1000 && year < 2200 && month >= 1 && month <= 12 && day >= 1 && day <= edtf.DaysIn(year, month)
	return numericDate{int16(year), int16(month), int16(day)}, ok
}
