package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
)

// reportEntry is a report as it is added.
func reportEntry(r *synthetic.Report) record.Entry {
	return record.Entry{
		Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Coder: synthetic.Coder, Origin: "reports.jsonl",
		Fingerprint: record.FingerprintOf(&r.Document, synthetic.Coder), Added: "2026-01-02T03:04:05Z",
	}
}

// reports returns a record of so many events. With ANNALS_KEEP the file is made there
// once and used again.
func reports(b testing.TB, events int) *sqlite.Store {
	b.Helper()
	dir := os.Getenv("ANNALS_KEEP")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("events-%d.db", events))
	s := openToAdd(b, path)
	digestStore(b, s) // nothing new in a file that was kept
	if _, err := s.Kept(context.Background(), fmt.Sprintf("report-%06d", (events-1)/20)); err == nil {
		return s
	}
	const batch = 500
	var entries []record.Entry
	flush := func() {
		if err := s.Add(context.Background(), entries); err != nil {
			b.Fatal(err)
		}
		entries = nil
	}
	for r := range synthetic.Reports(events, 1) {
		if entries = append(entries, reportEntry(r)); len(entries) == batch {
			flush()
		}
	}
	flush()
	digestStore(b, s)
	return s
}

// digester returns what makes digests.
func digester(tb testing.TB) *digest.Digester {
	tb.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		tb.Fatal(err)
	}
	d, err := digest.New(g)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

// digestStore digests a record.
func digestStore(tb testing.TB, s *sqlite.Store) {
	tb.Helper()
	if err := s.Digest(context.Background(), digester(tb)); err != nil {
		tb.Fatal(err)
	}
}

func countEvents(tb testing.TB, s *sqlite.Store, f *record.Filter) int {
	tb.Helper()
	found := 0
	for _, err := range s.Events(context.Background(), f) {
		if err != nil {
			tb.Fatal(err)
		}
		found++
	}
	return found
}

// BenchmarkAsk measures how long questions take: the timeline of two countries in a
// large record, their events, their months over thirty years, a month of everybody, some days
// with an open end, what one party and what all signed up to a day, all lines,
// sentences with some words, a line and an event by their ids, and how many events there
// are. In full, in the folder DIR:
//
//	ANNALS_EVENTS=1000000 ANNALS_KEEP=DIR go test ./record/sqlite -run '^$' -bench Ask
func BenchmarkAsk(b *testing.B) {
	s := reports(b, sizeFrom(b, "ANNALS_EVENTS", 20_000))
	ctx := context.Background()
	first, last := record.Day(synthetic.FirstYear*10000), record.Day((synthetic.LastYear+1)*10000)
	dyad := []record.Party{{Country: "NOR", ID: "NOR"}, {Country: "PER", ID: "PER"}}
	ask := func(name string, f *record.Filter) {
		b.Run(name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				found = 0
				for _, err := range s.Lines(ctx, f) {
					if err != nil {
						b.Fatal(err)
					}
					found++
				}
			}
			b.ReportMetric(float64(found), "lines")
		})
	}
	ask("timeline", &record.Filter{Parties: dyad})
	events := func(name string, f *record.Filter) {
		b.Run(name, func(b *testing.B) {
			found := 0
			for b.Loop() {
				found = countEvents(b, s, f)
			}
			b.ReportMetric(float64(found), "events")
		})
	}
	events("events", &record.Filter{Parties: dyad})
	events("one event", &record.Filter{ID: "event-00aa"})
	overview := func(name string, between [2]string) {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if o, err := s.Overview(ctx, between); err != nil || o.Events == 0 {
					b.Fatal(o, err)
				}
			}
		})
	}
	overview("overview", [2]string{})
	overview("overview of a pair", [2]string{"PER", "NOR"})
	ask("one id", &record.Filter{ID: "00aa"})
	ask("a month of all", &record.Filter{From: new(record.Day(20030501)), To: new(record.Day(20030531))})
	ask("an open end", &record.Filter{From: new(record.Day(20191215))})
	signed := []record.Wording{{Type: "AGREE", Words: []string{"signed"}}}
	ask("words of a party", &record.Filter{Parties: dyad[:1], Wordings: signed, To: new(record.Day(20030501))})
	ask("words of all", &record.Filter{Wordings: signed, To: new(record.Day(20030501))})
	ask("all", nil)
	b.Run("series", func(b *testing.B) {
		found := 0
		for b.Loop() {
			found = monthsOf(b, s, &record.Filter{Parties: dyad, From: &first, To: &last})
		}
		b.ReportMetric(float64(found), "months")
	})
	b.Run("search", func(b *testing.B) {
		found := 0
		for b.Loop() {
			found = 0
			for _, err := range s.Search(ctx, &record.Search{Phrases: []string{"fishing rights", "Norway", "threatened"}, Limit: 100}) {
				if err != nil {
					b.Fatal(err)
				}
				found++
			}
		}
		b.ReportMetric(float64(found), "sentences")
	})
}

// monthsOf sums up the scores of a filter's lines by month, and returns in how many
// months there were any.
func monthsOf(b *testing.B, s *sqlite.Store, f *record.Filter) int {
	b.Helper()
	scores := map[record.Day]float64{}
	for line, err := range s.Lines(context.Background(), f) {
		if err != nil {
			b.Fatal(err)
		}
		from, _ := record.DaysOf(line)
		scores[*from/100] += *line.Score
	}
	return len(scores)
}
