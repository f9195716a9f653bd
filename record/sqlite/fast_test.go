package sqlite_test

import (
	"context"
	"testing"
	"time"

	"annals/record"
	"annals/record/merge"
	"annals/synthetic"
)

// answerPromised is how long a question to a record of a million events may take. README.md of
// record says how to measure that; here it is asked of a smaller record, so that a question
// whose time grows with the record faster than it should is seen.
const answerPromised = 100 * time.Millisecond

// TestAnswersAreFast asks the questions of BenchmarkAsk. Other work on the machine must not make it
// fail: it tries again.
func TestAnswersAreFast(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	if raceDetector {
		t.Skip("the race detector slows everything")
	}
	s := reports(t, 60_000)
	ctx := context.Background()
	first, last := record.Day(synthetic.FirstYear*10000), record.Day((synthetic.LastYear+1)*10000)
	dyad := []record.Party{{Country: "NOR", ID: "NOR"}, {Country: "PER", ID: "PER"}}
	one := ""
	for r := range synthetic.Reports(1, 1) {
		one = merge.EventID(r.Lines[0].ID)
	}
	lines := func(f *record.Filter) func() int {
		return func() (found int) {
			for _, err := range s.Lines(ctx, f) {
				if err != nil {
					t.Fatal(err)
				}
				found++
			}
			return found
		}
	}
	events := func(f *record.Filter) func() int { return func() int { return countEvents(t, s, f) } }
	overview := func(between [2]string) func() int {
		return func() int {
			o, err := s.Overview(ctx, between)
			if err != nil {
				t.Fatal(err)
			}
			return o.Events
		}
	}
	for name, ask := range map[string]func() int{
		"the timeline of a dyad":       lines(&record.Filter{Parties: dyad}),
		"its lines in thirty years":    lines(&record.Filter{Parties: dyad, From: &first, To: &last}),
		"its events":                   events(&record.Filter{Parties: dyad}),
		"an event":                     events(&record.Filter{ID: one}),
		"a month of all":               events(&record.Filter{From: new(record.Day(20030501)), To: new(record.Day(20030531))}),
		"the last month, open-ended":   events(&record.Filter{From: new(record.Day(20191201))}),
		"what a party signed":          lines(&record.Filter{Parties: dyad[:1], Wordings: []record.Wording{{Type: "AGREE", Words: []string{"signed"}}}}),
		"how many events there are":    overview([2]string{}),
		"how many events a dyad has":   overview([2]string{"PER", "NOR"}),
		"sentences with a few phrases": func() int { return sentences(t, s, "fishing rights", "Norway", "threatened") },
	} {
		t.Run(name, func(t *testing.T) {
			took := time.Hour
			for try := 0; try < 8 && took > answerPromised; try++ {
				start := time.Now()
				if found := ask(); found == 0 {
					t.Fatal("nothing was found")
				}
				took = min(took, time.Since(start))
			}
			if t.Logf("%v", took); took > answerPromised {
				t.Errorf("takes %v, want less than %v", took, answerPromised)
			}
		})
	}
}

func sentences(tb testing.TB, s record.Store, phrases ...string) int {
	tb.Helper()
	found := 0
	for _, err := range s.Search(context.Background(), &record.Search{Phrases: phrases, Limit: 100}) {
		if err != nil {
			tb.Fatal(err)
		}
		found++
	}
	return found
}
