package sqlite_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"annals"
	"annals/coder"
	"annals/record"
	"annals/record/sqlite"
	"annals/synthetic"
)

// sizeFrom returns a size from the environment, or a small one.
func sizeFrom(tb testing.TB, variable string, small int) int {
	tb.Helper()
	text := os.Getenv(variable)
	if text == "" {
		return small
	}
	size, err := strconv.Atoi(text)
	if err != nil {
		tb.Fatalf("%s: %v", variable, err)
	}
	return size
}

// entryOf codes a document.
func entryOf(c *coder.Coder, doc *annals.Document) record.Entry {
	lines, sentences := c.Read(doc)
	return record.Entry{
		Document: *doc, Sentences: sentences, Lines: lines, Coder: c.Version(), Origin: "synthetic.jsonl",
		Fingerprint: record.FingerprintOf(doc, c.Version()), Added: "2026-01-02T03:04:05Z",
	}
}

// BenchmarkAdd measures how long it takes to add documents to a record, beside how
// long it takes to code them, and how large the file is. In full:
//
//	ANNALS_SENTENCES=100000 go test ./record/sqlite -run '^$' -bench Add -benchtime 1x
func BenchmarkAdd(b *testing.B) {
	c, err := coder.New()
	if err != nil {
		b.Fatal(err)
	}
	const batch = 64
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "annals.db")
		ctx := context.Background()
		s, err := sqlite.OpenToAdd(ctx, path)
		if err != nil {
			b.Fatal(err)
		}
		var coding, adding time.Duration
		texts, sentences, lines := 0, 0, 0
		var entries []record.Entry
		add := func() {
			start := time.Now()
			if err := s.Add(ctx, entries); err != nil {
				b.Fatal(err)
			}
			adding += time.Since(start)
			entries = nil
		}
		for doc := range synthetic.Documents(sizeFrom(b, "ANNALS_SENTENCES", 3000), 1) {
			start := time.Now()
			e := entryOf(c, doc)
			coding += time.Since(start)
			entries = append(entries, e)
			texts, sentences, lines = texts+len(doc.Text), sentences+len(e.Sentences), lines+len(e.Lines)
			if len(entries) == batch {
				add()
			}
		}
		add()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(info.Size())/float64(texts), "file/text")
		b.ReportMetric(coding.Seconds()/(coding+adding).Seconds(), "speed/code")
		b.ReportMetric(float64(sentences)/(coding+adding).Seconds(), "sentences/s")
		b.ReportMetric(float64(lines)/float64(sentences), "lines/sentence")
	}
}
