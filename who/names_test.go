package who

import "testing"

func TestPlainCase(t *testing.T) {
	for _, tt := range []struct {
		words []string
		want  string
	}{
		{[]string{"Raila", "ODINGA"}, "Raila Odinga"},
		{[]string{"Hosni", "MUBARAK"}, "Hosni Mubarak"},
		{[]string{"David", "BEN-GURION"}, "David Ben-Gurion"},
		{[]string{"Álvaro", "CÁRDENAS", "Ruiz"}, "Álvaro Cárdenas Ruiz"},
		{[]string{"RAILA", "ODINGA"}, "RAILA ODINGA"}, // a headline
		{[]string{"JR", "Smith"}, "JR Smith"},         // initials
		{[]string{"Raila", "Odinga"}, "Raila Odinga"},
		{[]string{"Louis", "XVI"}, "Louis XVI"},
	} {
		if got := inPlainCase(tt.words); got != tt.want {
			t.Errorf("%v is %q, want %q", tt.words, got, tt.want)
		}
	}
}
