package ask_test

import (
	"fmt"
	"testing"

	"annals"
	"annals/ask"
)

// decades are thirty years of events between two countries, as many as are asked for.
func decades(count int) []annals.Line {
	types := []string{"AID", "ACCUSE", "ASSAULT", "CONSULT", "SUPPORT"}
	lines := make([]annals.Line, count)
	for i := range lines {
		day := fmt.Sprintf("%d-%02d-%02d", 1990+i%30, i/30%12+1, i/360%28+1)
		actor, recipient := "CHL", "PER"
		if i%3 == 0 {
			actor, recipient = recipient, actor
		}
		lines[i] = deed(fmt.Sprint(i), actor, recipient, types[i%len(types)], float64(i%21-10), day, day, day)
	}
	return lines
}

// BenchmarkSeries makes a series of 360 months from 10,000 events of a dyad.
func BenchmarkSeries(b *testing.B) {
	lines := decades(10_000)
	chile, peru := ask.Party{ID: "CHL", Country: "CHL"}, ask.Party{ID: "PER", Country: "PER"}
	for b.Loop() {
		if s := ask.SeriesOf(ask.NewTold(lines, nil, nil), chile, peru, ask.ByMonth, &ask.Query{}, quad); len(s.Bins) != 3*360 {
			b.Fatalf("%d bins", len(s.Bins))
		}
	}
}

// BenchmarkNetwork makes the dyads of 10,000 events.
func BenchmarkNetwork(b *testing.B) {
	lines := decades(10_000)
	for b.Loop() {
		if all := ask.Network(ask.NewTold(lines, nil, nil), &ask.Query{}, true, called, quad); len(all) != 2 {
			b.Fatalf("%d dyads", len(all))
		}
	}
}
