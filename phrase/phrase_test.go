package phrase

import (
	"strings"
	"testing"
)

func words(text string) func(int) string {
	fields := strings.Fields(text)
	return func(i int) string {
		if i >= len(fields) {
			return ""
		}
		return fields[i]
	}
}

func TestLongest(t *testing.T) {
	var trie Trie[string]
	for _, p := range []string{"Congo", "Republic of the Congo", "Republic of Ireland", "Ireland"} {
		if !trie.Add(p, p) {
			t.Fatalf("%q was not added", p)
		}
	}
	tests := []struct {
		text, want string
		length     int
	}{
		{"Congo river", "Congo", 1},
		{"Republic of the Congo", "Republic of the Congo", 4},
		{"Republic of the Sea", "", 0},
		{"Republic of Ireland and France", "Republic of Ireland", 3},
		{"France", "", 0},
		{"", "", 0},
	}
	for _, tt := range tests {
		got, length := trie.Longest(words(tt.text))
		if got != tt.want || length != tt.length {
			t.Errorf("Longest(%q) = %q, %d; want %q, %d", tt.text, got, length, tt.want, tt.length)
		}
	}
}

func TestAddKeepsTheFirstValue(t *testing.T) {
	var trie Trie[int]
	if !trie.Add("Georgia", 1) || trie.Add("Georgia", 2) || trie.Add("", 3) {
		t.Fatal("a phrase must be added once, an empty one never")
	}
	if got, _ := trie.Longest(words("Georgia")); got != 1 {
		t.Errorf("got %d, want the first value", got)
	}
}
