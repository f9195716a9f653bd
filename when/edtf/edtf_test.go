package edtf

import "testing"

// values is test, fuzz seed and documentation at once: a string, and its
// first and last possible day.
var values = []struct{ edtf, from, to string }{
	{"2010-10-27", "2010-10-27", "2010-10-27"},
	{"2019-05", "2019-05-01", "2019-05-31"},
	{"2020-02", "2020-02-01", "2020-02-29"},
	{"1900-02", "1900-02-01", "1900-02-28"},
	{"2019", "2019-01-01", "2019-12-31"},
	{"199X", "1990-01-01", "1999-12-31"},
	{"18XX", "1800-01-01", "1899-12-31"},
	{"1XXX", "1000-01-01", "1999-12-31"},
	{"2019-XX", "2019-01-01", "2019-12-31"},
	{"2019-05-XX", "2019-05-01", "2019-05-31"},
	{"2019-XX-XX", "2019-01-01", "2019-12-31"},
	{"2010-21", "2010-03-01", "2010-05-31"},
	{"1941-24", "1941-12-01", "1942-02-28"},
	{"2010-31", "2010-03-01", "2010-05-31"},
	{"2010-34", "2010-04-01", "2010-06-30"},
	{"2010-38", "2010-05-01", "2010-08-31"},
	{"2010-41", "2010-07-01", "2010-12-31"},
	{"1250~", "1250-01-01", "1250-12-31"},
	{"1380?", "1380-01-01", "1380-12-31"},
	{"1380-05-01%", "1380-05-01", "1380-05-01"},
	{"1830/1831", "1830-01-01", "1831-12-31"},
	{"1970~/1973~", "1970-01-01", "1973-12-31"},
	{"1991/..", "1991-01-01", ""},
	{"../2004-05-01", "", "2004-05-01"},
	{"1991/", "1991-01-01", ""},
	{"/1991", "", "1991-12-31"},
	{"../..", "", ""},
	{"198X/199X", "1980-01-01", "1999-12-31"},
	{"0800", "0800-01-01", "0800-12-31"},
	{"0000", "0000-01-01", "0000-12-31"},
	{"-0042", "-0042-01-01", "-0042-12-31"},
	{"-0043-03-15", "-0043-03-15", "-0043-03-15"},
	{"-01XX", "-0199-01-01", "-0100-12-31"},
	{"-0099/0000", "-0099-01-01", "0000-12-31"},
}

func TestBounds(t *testing.T) {
	for _, v := range values {
		from, to, err := Bounds(v.edtf)
		if err != nil || from != v.from || to != v.to {
			t.Errorf("Bounds(%q) = %q, %q, %v, want %q, %q", v.edtf, from, to, err, v.from, v.to)
		}
	}
}

func TestParseAndFormat(t *testing.T) {
	for _, v := range values {
		parsed, err := Parse(v.edtf)
		if err != nil || parsed.String() != v.edtf {
			t.Errorf("Parse(%q) = %q, %v", v.edtf, parsed, err)
		}
	}
}

func TestParseDropsTimeOfDay(t *testing.T) {
	v, err := Parse("2021-05-26T10:30:00Z")
	if err != nil || v.String() != "2021-05-26" {
		t.Errorf("got %q, %v", v, err)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, s := range []string{
		"", "2", "201", "20100", "2010-", "2010-1", "2010-00", "2010-13", "2010-20", "2010-42", "2010-02-30",
		"2010-10-00", "2010-10-32", "2010-21-05", "2010-XX-05", "199X-05", "1X9X", "XXXX", "-0000", "-00XX",
		"2010-10-27-01", "2010/2005", "2010//", "2010??", "27/10/2010", "may", "2010-1a", "Y12345",
	} {
		if v, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", s, v)
		}
	}
}

func TestQualifierWith(t *testing.T) {
	for _, c := range []struct{ q, r, want Qualifier }{
		{0, Approximate, Approximate}, {Uncertain, 0, Uncertain}, {Uncertain, Approximate, Both}, {Both, Uncertain, Both},
	} {
		if got := c.q.With(c.r); got != c.want {
			t.Errorf("%c with %c = %c, want %c", c.q, c.r, got, c.want)
		}
	}
}

func TestDay(t *testing.T) {
	d := Day{2021, 5, 26}
	if d.Weekday() != 3 || d.Add(4).Weekday() != 7 {
		t.Error("26 May 2021 was a Wednesday")
	}
	if got := d.Add(-26).String(); got != "2021-04-30" {
		t.Errorf("26 days earlier: %s", got)
	}
}

// FuzzParse holds three laws: what parses also prints and parses to the same
// value; its first day is not after its last; nothing panics.
func FuzzParse(f *testing.F) {
	for _, v := range values {
		f.Add(v.edtf)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := Parse(s)
		if err != nil {
			return
		}
		again, err := Parse(v.String())
		if err != nil || again != v {
			t.Fatalf("%q parses to %+v, prints as %q and parses to %+v, %v", s, v, v, again, err)
		}
		lo, hi := v.From, v.From
		if v.Interval {
			hi = v.To
		}
		if lo.Gap != Known || hi.Gap != Known {
			return
		}
		first, _ := lo.Bounds()
		_, last := hi.Bounds()
		if last.Compare(first) < 0 {
			t.Fatalf("%q: last day %s before first day %s", s, last, first)
		}
	})
}
