package pages

import "testing"

func TestDateName(t *testing.T) {
	for _, test := range []struct{ edtf, from, to, want string }{
		{"1991-05-04", "1991-05-04", "1991-05-04", "4 May 1991"},
		{"1991-05", "1991-05-01", "1991-05-31", "May 1991"},
		{"1992-02", "1992-02-01", "1992-02-29", "February 1992"},
		{"1991", "1991-01-01", "1991-12-31", "1991"},
		{"199X", "1990-01-01", "1999-12-31", "the 1990s"},
		{"", "1901-01-01", "2000-12-31", "the 20th century"},
		{"", "1201-01-01", "1300-12-31", "the 13th century"},
		{"", "1914-01-01", "1918-12-31", "1914–1918"},
		{"", "1991-05-03", "1991-05-09", "3–9 May 1991"},
		{"", "1991-05-30", "1991-06-02", "30 May 1991 – 2 June 1991"},
		{"1410~", "1410-01-01", "1410-12-31", "about 1410"},
		{"1410?", "1410-01-01", "1410-12-31", "1410 (?)"},
		{"1991/..", "1991-01-01", "", "since 1 January 1991"},
		{"../1991", "", "1991-12-31", "until 31 December 1991"},
		{"-0043-03-15", "-0043-03-15", "-0043-03-15", "15 March 44 BC"},
		{"-0043", "-0043-01-01", "-0043-12-31", "44 BC"},
		{"", "", "", ""},
		{"nonsense", "1991-99-01", "x", ""},
	} {
		if got := dateName(test.edtf, test.from, test.to); got != test.want {
			t.Errorf("%s, %s to %s: %q, not %q", test.edtf, test.from, test.to, got, test.want)
		}
	}
}

func TestDayIsReadAsWritten(t *testing.T) {
	for _, text := range []string{"1991-05-04", "0001-01-01", "0000-12-31", "-0043-03-15"} {
		if day, ok := readDay(text); !ok || writeDay(day) != text {
			t.Errorf("%s is read and written as %s", text, writeDay(day))
		}
	}
}

func TestEDTFName(t *testing.T) {
	for edtf, want := range map[string]string{
		"1991-05-04": "4 May 1991", "1991": "1991", "15XX": "1500–1599", "199X": "the 1990s", "1410~": "about 1410",
		"../2016-08-08": "until 8 August 2016", "1991/..": "since 1991", "1914/1918": "1914–1918", "soon": "soon", "": "",
	} {
		if got := edtfName(edtf); got != want {
			t.Errorf("%s: %q, not %q", edtf, got, want)
		}
	}
}
