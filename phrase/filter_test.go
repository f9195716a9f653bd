package phrase

import (
	"fmt"
	"strings"
	"testing"
)

func TestFilter(t *testing.T) {
	var f Filter
	in := []string{"a", "I", "Ghana", "U.S.", "Türkiye", "Łódź", "peace-keeper"}
	for _, word := range in {
		f.Add(word)
	}
	for _, word := range in {
		for _, form := range []string{word, strings.ToLower(word), strings.ToUpper(word)} {
			if !f.MayHave(form) {
				t.Errorf("MayHave(%q) = false though %q was added", form, word)
			}
		}
	}
	passed := 0
	for i := range 1000 {
		if f.MayHave(fmt.Sprint("word", i)) {
			passed++
		}
	}
	if passed > 10 {
		t.Errorf("%d of 1000 other words pass, want hardly any", passed)
	}
}
