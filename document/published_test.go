package document

import "testing"

func TestEDTFDay(t *testing.T) {
	for _, test := range []struct {
		in, want string
		ok       bool
	}{
		{"", "", true},
		{"2021", "2021", true},
		{"2021-06", "2021-06", true},
		{"2021-06-01", "2021-06-01", true},
		{" 2021-06-01 ", "2021-06-01", true},
		{"2021-06-01T23:59:59-05:00", "2021-06-01", true},
		{"2021-06-01 10:00", "2021-06-01", true},
		{"2021/06/01", "2021-06-01", true},
		{"20210601", "2021-06-01", true},
		{"Tue, 01 Jun 2021 10:00:00 GMT", "2021-06-01", true},
		{"June 1, 2021", "2021-06-01", true},
		{"1 June 2021", "2021-06-01", true},
		{"June 2021", "2021-06", true},
		{"2021-02-30", "", false},
		{"2021-13", "", false},
		{"01/06/2021", "", false}, // June or January: nobody knows
		{"yesterday", "", false},
	} {
		if got, ok := edtfDay(test.in); got != test.want || ok != test.ok {
			t.Errorf("edtfDay(%q) = %q, %v, want %q, %v", test.in, got, ok, test.want, test.ok)
		}
	}
}
