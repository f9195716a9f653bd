package actors_test

import (
	"testing"

	"annals/record/actors"
)

// TestSpellings holds which names are spellings of one, and which only look like it.
func TestSpellings(t *testing.T) {
	s, err := actors.LoadSpellings()
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		a, b string
		same bool
	}{
		{"Alexander Lukashenko", "Aliaksandr Lukashenka", true},
		{"Lukashenko", "Łukaszenka", true},
		{"Lukashenko", "Lukaschenko", true},
		{"Lukashenko", "Loukachenko", false}, // French ch is English ch as well: nothing tells which
		{"Volodymyr Zelenskyy", "Vladimir Zelensky", true},
		{"Zelensky", "Zelenskiy", true},
		{"Zelensky", "Selenskyj", false}, // German s for z would make Sergei a Zergei
		{"Mikhail Gorbachev", "Michail Gorbatschow", true},
		{"Nikita Khrushchev", "Nikita Chruschtschow", false},
		{"Yevgeny Primakov", "Evgeni Primakow", true},
		{"Muhammad al-Hariri", "Mohammed Hariri", true},
		{"Sergei Ivanov", "Serhiy Ivanov", true},
		{"Sergei Ivanov", "Igor Ivanov", false},
		{"Olena Bondar", "Olena Bondarenko", false},
		{"Petro Melnyk", "Petro Melnik", true},
		{"Anna Kowalska", "Anna Kowalski", false},
		{"Ivan Petrov", "Ivan Petrovsky", false},
	}
	for _, tt := range tests {
		if a, b := s.Key(tt.a), s.Key(tt.b); (a == b) != tt.same {
			t.Errorf("%s (%s) and %s (%s): one name %v, want %v", tt.a, a, tt.b, b, a == b, tt.same)
		}
	}
}
