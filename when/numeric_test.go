package when

import "testing"

func TestParseNumericDate(t *testing.T) {
	for form, want := range map[string]numericDate{
		"2010-10-27":           {2010, 10, 27},
		"2010-10-27T05:00:00Z": {2010, 10, 27},
		"27.10.2010":           {2010, 10, 27},
		"5.6.2010":             {2010, 6, 5},
		"27/10/2010":           {2010, 10, 27},
		"10/27/2010":           {2010, 10, 27},
		"5/5/2010":             {2010, 5, 5},
	} {
		if got, ok := parseNumericDate(form); !ok || got != want {
			t.Errorf("%s: %v, %v, want %v", form, got, ok, want)
		}
	}
	for _, form := range []string{
		"05/06/2010", "31.02.2010", "2010-13-01", "27/10/10", "27.10/2010", "1.2.3.4.5.6", "10-27-2010", "12345-10-01", "192.168.0.1", "2010-10",
	} {
		if got, ok := parseNumericDate(form); ok {
			t.Errorf("%s is read as %v", form, got)
		}
	}
}

func TestLexNumbers(t *testing.T) {
	for form, want := range map[string]class{
		"27":     cNumber | cSmall | cShort | cDay | cTrigger,
		"42":     cNumber | cSmall | cShort | cTrigger,
		"980":    cNumber | cSmall | cTrigger,
		"1980":   cNumber | cSmall | cYear | cTrigger,
		"4978":   cNumber | cSmall | cTrigger,
		"27th":   cOrdinal | cDay | cTrigger,
		"41st":   cOrdinal | cTrigger,
		"1990s":  cDecade | cTrigger,
		"1990's": cDecade | cTrigger,
		"'90s":   cDecade | cTrigger,
		"1991s":  0,
		"5,000":  cNumber,
		"5.5":    0,
		"12345":  0,
		"7up":    0,
	} {
		l := lexeme{form: form}
		l.readNumber()
		if l.class != want {
			t.Errorf("%s: class %b, want %b", form, l.class, want)
		}
	}
}
