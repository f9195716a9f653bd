package actors

import (
	"time"

	"annals"
)

// day is a number of days since 1 January of the year 1; 0 is not known.
type day int32

const (
	oneYear  day = 366
	lifetime day = 70 * 365
)

// epoch is 1 January 1970, from which Unix time counts.
const epoch = 719163

// dayOf returns the day written YYYY-MM-DD, or with less precision the middle of what
// is written; 0 if it cannot be read.
func dayOf(edtf string) day {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		if t, err := time.Parse(layout, edtf); err == nil {
			switch layout {
			case "2006-01":
				t = t.AddDate(0, 0, 14)
			case "2006":
				t = t.AddDate(0, 6, 0)
			}
			return day(t.Unix()/(24*60*60)) + epoch
		}
	}
	return 0
}

// timeOf returns the day of which a line tells: the middle of a date of a year at most, else
// the publication of its document if that reports news; 0 if it is not known.
func timeOf(line *annals.Line, published day, news bool) day {
	if line.When != nil && line.When.From != "" && line.When.To != "" {
		from, to := dayOf(line.When.From), dayOf(line.When.To)
		if from != 0 && to != 0 && from <= to && to-from <= oneYear {
			return from + (to-from)/2
		}
		return 0
	}
	if news {
		return published
	}
	return 0
}
