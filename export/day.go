package export

import (
	"strconv"
	"time"
)

// calendarDay returns a day that every reader takes for a date: YYYY-MM-DD of the years
// 1 to 9999; "" for any other, whose year stands in a column of its own.
func calendarDay(day string) string {
	if date, ok := dateOf(day); !ok || date.Year() < 1 {
		return ""
	}
	return day
}

// yearOf returns the year of a day, 0 for 1 BC, or nil for what is no day.
func yearOf(day string) *int32 {
	date, ok := dateOf(day)
	if !ok {
		return nil
	}
	year := int32(date.Year())
	return &year
}

func yearText(day string) string {
	year := yearOf(day)
	if year == nil {
		return ""
	}
	return strconv.Itoa(int(*year))
}

// dayNumber is a calendarDay as Parquet counts it, from 1 January 1970 in the Gregorian
// calendar carried back, or nil. Parquet has room for earlier days, but the dates of
// Python have not, so that one such day would keep pandas from reading the file.
func dayNumber(day string) *int32 {
	date, ok := dateOf(day)
	if !ok || date.Year() < 1 {
		return nil
	}
	const secondsPerDay = 24 * 60 * 60
	n := int32(date.Unix() / secondsPerDay)
	return &n
}

// dateOf reads a day YYYY-MM-DD, with a minus sign before years before 1 BC.
func dateOf(day string) (time.Time, bool) {
	before := len(day) > 0 && day[0] == '-'
	if before {
		day = day[1:]
	}
	date, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return time.Time{}, false
	}
	if before {
		date = time.Date(-date.Year(), date.Month(), date.Day(), 0, 0, 0, 0, time.UTC)
	}
	return date, true
}
