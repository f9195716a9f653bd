package coder

import (
	"strings"
	"testing"

	"annals"
)

// TestOffices says whose offices are told where: each time that the words of the
// office are said of the person, and not wherever the person comes back.
func TestOffices(t *testing.T) {
	c := theCoder(t)
	tests := []struct{ text, want string }{
		{"President Anna Berg met Ivan Petrov in Oslo.", "Anna Berg: President"},
		{"President Anna Berg met Ivan Petrov. Berg left Oslo.", "Anna Berg: President"},
		{"President Anna Berg opened the port. King Karl Holm thanked Berg.", "Anna Berg: President; Karl Holm: King"},
		{"Ivan Petrov was elected president of Bulgaria.", "Ivan Petrov: elected"},
		{"Ivan Petrov, the prime minister of Bulgaria, visited Oslo.", "Ivan Petrov: prime minister of Bulgaria"},
	}
	for _, test := range tests {
		var got []string
		for _, line := range c.Code(&annals.Document{ID: "t", Text: test.text}) {
			if line.Kind == annals.State && line.Type == c.book.TitleState() && len(line.Actor) == 1 {
				got = append(got, line.Actor[0].Name+": "+line.Trigger.Text)
			}
		}
		if joined := strings.Join(got, "; "); joined != test.want {
			t.Errorf("%q: %q, want %q", test.text, joined, test.want)
		}
	}
}
