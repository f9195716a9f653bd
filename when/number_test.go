package when

import (
	"testing"

	"annals"
)

func newRules(t testing.TB) *Rules {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestNumber(t *testing.T) {
	r := newRules(t)
	for form, want := range map[string]float64{"three": 3, "2,000": 2000, "1.5": 1.5, "Twelve": 12} {
		if got, ok := r.Number(form); !ok || got != want {
			t.Errorf("Number(%q) = %v, %v; want %v", form, got, ok, want)
		}
	}
	for _, form := range []string{"several", "treaty", ""} {
		if got, ok := r.Number(form); ok {
			t.Errorf("Number(%q) = %v, want none", form, got)
		}
	}
}

func TestOpen(t *testing.T) {
	r := newRules(t)
	tests := []struct{ preposition, date, want string }{
		{"after", "1994", "1994/.."},
		{"following", "1994-05", "1994-05/.."},
		{"before", "1994", "../1994"},
		{"after", "1994/1995", "1994/.."},
		{"before", "1994/1995", "../1995"},
		{"with", "1994", ""},
	}
	for _, tt := range tests {
		got, ok := r.Open(tt.preposition, &annals.When{EDTF: tt.date})
		if ok != (tt.want != "") || ok && got.EDTF != tt.want {
			t.Errorf("Open(%q, %s) = %v, %v; want %q", tt.preposition, tt.date, got, ok, tt.want)
		}
	}
}
