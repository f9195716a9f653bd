package train

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestDrawn holds that texts give words evenly, that a short one gives all it has and leaves the
// rest to the others, and that what is not worth reading is not drawn.
func TestDrawn(t *testing.T) {
	sentence := strings.Fields("The ships left the harbour .")
	text := func(sentences int) RawText {
		out := RawText{{"Too", "short"}}
		for range sentences {
			out = append(out, sentence)
		}
		return out
	}
	texts := []RawText{text(100), text(5), text(200)}
	tests := []struct{ words, want int }{
		{0, 305 * 6},
		{10_000, 305 * 6}, // more than there is
		{630, 630},        // 30 of the short one, 300 of each of the others
	}
	for _, test := range tests {
		if got := drawn(texts, test.words, rand.New(rand.NewPCG(1, 1))).words(); got != test.want {
			t.Errorf("%d words asked for: %d drawn, want %d", test.words, got, test.want)
		}
	}
	long := drawn([]RawText{text(100), {strings.Fields("In May the talks began .")}}, 60, rand.New(rand.NewPCG(1, 1)))
	if first := strings.Join(long[0], " "); long.words() != 60 || first != "In May the talks began ." {
		t.Errorf("%d words that begin with %q, want 60 that begin with the short text", long.words(), first)
	}
}
