package edtf

import (
	"errors"
	"fmt"
	"strings"
)

// The ways in which a string fails to be EDTF. Parse wraps them.
var (
	errSyntax = errors.New("not a date of EDTF")
	errRange  = errors.New("no such month or day")
	errOrder  = errors.New("the interval ends before it begins")
)

// Parse reads a date or an interval.
func Parse(s string) (Value, error) {
	v, err := parse(s)
	if err != nil {
		return Value{}, fmt.Errorf("reading EDTF %q: %w", s, err)
	}
	return v, nil
}

func parse(s string) (Value, error) {
	left, right, interval := strings.Cut(s, "/")
	if !interval {
		d, err := parseDate(s)
		return Value{From: d}, err
	}
	from, err := parseEnd(left)
	if err != nil {
		return Value{}, err
	}
	to, err := parseEnd(right)
	if err != nil {
		return Value{}, err
	}
	if from.Gap == Known && to.Gap == Known {
		first, _ := from.Bounds()
		_, last := to.Bounds()
		if last.Compare(first) < 0 {
			return Value{}, errOrder
		}
	}
	return Between(from, to), nil
}

func parseEnd(s string) (Date, error) {
	switch s {
	case "":
		return Date{Gap: Unknown}, nil
	case "..":
		return Date{Gap: Open}, nil
	}
	return parseDate(s)
}

func parseDate(s string) (Date, error) {
	d := Date{}
	s, _, _ = strings.Cut(s, "T") // the time of day
	if n := len(s); n > 0 && strings.IndexByte("?~%", s[n-1]) >= 0 {
		d.Qualifier, s = Qualifier(s[n-1]), s[:n-1]
	}
	s, err := d.parseYear(s)
	if err != nil || s == "" {
		return d, err
	}
	if d.Month, s, err = parsePart(s); err != nil {
		return d, err
	}
	if s != "" {
		if d.Day, s, err = parsePart(s); err != nil || s != "" {
			return d, errSyntax
		}
	}
	return d, d.check()
}

// parseYear reads the year from the front of s and returns the rest.
func (d *Date) parseYear(s string) (rest string, err error) {
	negative := strings.HasPrefix(s, "-")
	if negative {
		s = s[1:]
	}
	if len(s) < 4 {
		return "", errSyntax
	}
	for i := range 4 {
		c := s[i]
		switch {
		case c == 'X' && i > 0:
			d.Hidden++
			c = '0'
		case c < '0' || c > '9' || d.Hidden > 0:
			return "", errSyntax
		}
		d.Year = d.Year*10 + int(c-'0')
	}
	if negative && d.Year == 0 {
		return "", errSyntax // there is no -0000, and -00XX would be the same as 00XX
	}
	if negative {
		d.Year = -d.Year
	}
	return s[4:], nil
}

// parsePart reads "-MM" or "-DD" from the front of s and returns the rest.
func parsePart(s string) (n int, rest string, err error) {
	if len(s) < 3 || s[0] != '-' {
		return 0, "", errSyntax
	}
	if s[1:3] == "XX" {
		return Masked, s[3:], nil
	}
	tens, ones := s[1]-'0', s[2]-'0'
	if tens > 9 || ones > 9 || tens+ones == 0 {
		return 0, "", errSyntax
	}
	return int(tens)*10 + int(ones), s[3:], nil
}

// check reports a month or a day that no calendar has.
func (d *Date) check() error {
	switch {
	case d.Hidden > 0: // 199X-05 says more than level 1 can
		return errSyntax
	case d.Month == Masked:
		if d.Day != 0 && d.Day != Masked {
			return errSyntax
		}
	case d.Month >= firstSeason && d.Month < firstSeason+len(partOfYear):
		if d.Day != 0 {
			return errRange
		}
	case d.Month > 12, d.Day > DaysIn(d.Year, d.Month):
		return errRange
	}
	return nil
}
