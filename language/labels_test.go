package language

import (
	"strings"
	"testing"

	"annals"
)

// TestLabels shows the word that the date at the head of an entry hangs on, and what the sentence
// behind it is by itself.
func TestLabels(t *testing.T) {
	tests := []struct{ text, date, verb string }{
		{"14 April 1864: marines from the squadron of Admiral Ruiz seize the Perla Islands.", "14", "seize"},
		{"3 May 1911 – Bulgarian troops cross the river and attack the fort.", "3", "cross"},
		{"1956 - Jakarta expels the ambassador of the Netherlands.", "1956", "expels"},
		{"1945 - 17 August: two leaders of the movement proclaim a republic.", "1945", "proclaim"},
		{"March 3, 1902: Peru and Chile signed a treaty in Lima.", "March", "signed"},
		{"Early May 1990: Kenya closed its border with Uganda.", "May", "closed"},
		{"44 BC: Roman senators murdered the dictator in the theatre.", "44", "murdered"},
		{"1904–05: Japan defeated the Russian fleet near the island.", "1904–05", "defeated"},
		{"• 1998: India tested five bombs in the desert.", "1998", "tested"},
	}
	for _, tt := range tests {
		s := read(t, tt.text)[0]
		got := headOf(&s, tt.date)
		if inner := headOf(&s, got); inner == tt.verb {
			got = inner // "March" hangs on "3"
		}
		if got != tt.verb {
			t.Errorf("%q: %q hangs on %q, want %q", tt.text, tt.date, got, tt.verb)
		}
		if got := headOf(&s, tt.verb); got != "ROOT" {
			t.Errorf("%q: %q hangs on %q, want the root", tt.text, tt.verb, got)
		}
	}
}

// TestNoLabels shows numbers and dates that open a sentence and are a part of it.
func TestNoLabels(t *testing.T) {
	for _, text := range []string{
		"1914 – 1918 were years of war for all of Europe.",
		"300: that was the number of the men who held the pass.",
		"May: I think that we should talk to the Russians now.",
		"14 April 1864 was the day on which the Spaniards landed.",
		"1956 saw the end of the treaty between Egypt and Britain.",
	} {
		s := read(t, text)[0]
		for i := range s.Tokens {
			if s.Tokens[i].Rel == "obl:unmarked" && i == 0 {
				t.Errorf("%q opens with a label", text)
			}
		}
	}
}

// TestMonthAsLabel shows that a month alone labels an entry only behind other entries.
func TestMonthAsLabel(t *testing.T) {
	sentences := read(t, "1957 - 3 May: Peru recalled its envoy.\n\nDecember: Chile expelled the consul of Peru.")
	last := sentences[len(sentences)-1]
	if got := headOf(&last, "December"); got != "expelled" {
		t.Errorf("December hangs on %q, want expelled", got)
	}
}

func read(t *testing.T, text string) []Sentence {
	t.Helper()
	return english(t).Read(&annals.Document{ID: "labels", Text: text})
}

// headOf returns the form that the first token of a form hangs on, or "ROOT".
func headOf(s *Sentence, form string) string {
	for i := range s.Tokens {
		if strings.EqualFold(s.Tokens[i].Form, form) {
			if s.Tokens[i].Head == Root {
				return "ROOT"
			}
			return s.Tokens[s.Tokens[i].Head].Form
		}
	}
	return "(missing)"
}
