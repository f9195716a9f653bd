package index

import (
	"fmt"
	"strings"
	"testing"
)

func words(n int) []uint64 {
	var out []uint64
	for i := range n {
		out = append(out, Hash(fmt.Sprint("word ", i)))
	}
	return out
}

func TestFind(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100, 5000} {
		x := New(words(n), 7)
		for i, h := range words(n) {
			if got := x.Find(h); got != uint32(7+i) {
				t.Fatalf("%d words: number %d has become %d", n, 7+i, got)
			}
		}
		if got := x.Find(Hash("absent")); got != 0 {
			t.Errorf("%d words: an absent word has the number %d", n, got)
		}
		if x.Len() != n {
			t.Errorf("%d words: the index has %d", n, x.Len())
		}
	}
}

func TestRead(t *testing.T) {
	x := New(words(10), 1)
	if again, err := Read(x.Data(), 11); err != nil || again != x {
		t.Errorf("an index cannot be read back: %v", err)
	}
	tests := []struct{ name, data, want string }{
		{"nothing", "", "0 bytes"},
		{"half a slot", "abcd", "4 bytes"},
		{"three slots", strings.Repeat("\x00", 24), "24 bytes"},
		{"a number too high", x.Data(), "where there are 5"},
		{"no free slot", strings.Repeat("\x01\x00\x00\x00\x01\x00\x00\x00", 2), "without an end"},
	}
	for _, test := range tests {
		if _, err := Read(test.data, 5); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}
