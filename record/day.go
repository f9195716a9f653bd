package record

import (
	"strconv"
	"strings"
)

// Day is a day as a store keeps it: 20101027 is 27 October 2010. Of two days the
// later one is the greater number, before our era too, and in SQL as in Go.
type Day int

const (
	daysPerMonth = 100
	daysPerYear  = 100 * daysPerMonth
)

// ParseDay returns the day of YYYY-MM-DD; years before 1 BC have a minus sign.
func ParseDay(text string) (Day, bool) {
	rest, early := strings.CutPrefix(text, "-")
	parts := strings.Split(rest, "-")
	if len(parts) != 3 || len(parts[0]) != 4 || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return 0, false
	}
	var n [3]int
	for i, part := range parts {
		value, err := strconv.ParseUint(part, 10, 16)
		if err != nil {
			return 0, false
		}
		n[i] = int(value)
	}
	if n[1] < 1 || n[1] > 12 || n[2] < 1 || n[2] > 31 {
		return 0, false
	}
	if early {
		n[0] = -n[0]
	}
	return DayOf(n[0], n[1], n[2]), true
}

// DayOf returns a day by its year, month and day; the year 0 is 1 BC.
func DayOf(year, month, day int) Day {
	return Day(year*daysPerYear + month*daysPerMonth + day)
}

// Year returns the year of a day; 0 is 1 BC.
func (d Day) Year() int {
	if d < 0 {
		return (int(d)+1)/daysPerYear - 1
	}
	return int(d) / daysPerYear
}
