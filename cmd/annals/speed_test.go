package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"annals/gazetteer"
	"annals/record"
	"annals/record/digest"
	"annals/record/sqlite"
	"annals/synthetic"
)

// eventsRecord returns the path of a record of so many events, put together. With
// ANNALS_KEEP the file is made there once and used again.
func eventsRecord(b *testing.B, events int) string {
	b.Helper()
	dir := os.Getenv("ANNALS_KEEP")
	if dir == "" {
		dir = b.TempDir()
	}
	path := filepath.Join(dir, fmt.Sprintf("asked-%d.db", events))
	ctx := context.Background()
	s, err := sqlite.OpenToAdd(ctx, path)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close() //nolint:errcheck // what it would say, the questions say
	if _, err := s.Kept(ctx, fmt.Sprintf("report-%06d", (events-1)/20)); err == nil {
		if done, err := s.Digested(ctx); err == nil && done {
			return path
		}
	}
	var entries []record.Entry
	flush := func() {
		if err := s.Add(ctx, entries); err != nil {
			b.Fatal(err)
		}
		entries = nil
	}
	for r := range synthetic.Reports(events, 1) {
		entries = append(entries, record.Entry{
			Document: r.Document, Sentences: r.Sentences, Lines: r.Lines, Coder: synthetic.Coder, Origin: "reports.jsonl",
			Fingerprint: record.FingerprintOf(&r.Document, synthetic.Coder), Added: "2026-01-02T03:04:05Z",
		})
		if len(entries) == 500 {
			flush()
		}
	}
	flush()
	known, err := gazetteer.Load()
	if err != nil {
		b.Fatal(err)
	}
	digester, err := digest.New(known)
	if err != nil {
		b.Fatal(err)
	}
	if err := s.Digest(ctx, digester); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkAsk measures how long answers take from the command line to the last byte: the
// timeline of two countries in a large record, their months over thirty years, what is claimed
// between them, what held on a day, a month of everybody, some days with an open end, and who acts on whom. In
// full, in the folder DIR:
//
//	ANNALS_EVENTS=1000000 ANNALS_KEEP=DIR go test ./cmd/annals -run '^$' -bench Ask
func BenchmarkAsk(b *testing.B) {
	events := 20_000
	if text := os.Getenv("ANNALS_EVENTS"); text != "" {
		var err error
		if events, err = strconv.Atoi(text); err != nil {
			b.Fatal(err)
		}
	}
	path := eventsRecord(b, events)
	for _, question := range []string{
		"timeline --between NOR,PER", "timeline --between NOR,PER --format jsonl", "timeline --between NOR,PER --from 2003",
		"series --between NOR,PER", "series --between NOR,PER --by year --format svg",
		"claims --between NOR,PER", "state --on 2003-05-01", "state --on 2003-05-01 --party NOR", "timeline --from 2003-05-01 --to 2003-05-31",
		fmt.Sprintf("timeline --from %d-12-15", synthetic.LastYear), "search fishing Norway threatened", "network --format csv",
	} {
		b.Run(strings.ReplaceAll(question, " ", "_"), func(b *testing.B) {
			var out bytes.Buffer
			for b.Loop() {
				out.Reset()
				var errs bytes.Buffer
				if code := run(append(strings.Fields(question), "--record", path), strings.NewReader(""), &out, &errs); code != exitDone {
					b.Fatalf("exit code %d: %s", code, errs.String())
				}
			}
			b.ReportMetric(float64(out.Len()), "bytes")
		})
	}
}
