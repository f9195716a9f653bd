package coder

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals"
)

// examples returns the texts of the folder examples/ as one document.
func examples(tb testing.TB) *annals.Document {
	tb.Helper()
	files, err := filepath.Glob("../examples/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no example texts: %v", err)
	}
	var text strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		text.Write(data)
		text.WriteString("\n\n")
	}
	return &annals.Document{ID: "examples", Text: text.String()}
}

// BenchmarkCode measures everything from plain text to record lines. Run it with
// -cpu 1 for the speed of one core.
func BenchmarkCode(b *testing.B) {
	c, err := New()
	if err != nil {
		b.Fatal(err)
	}
	doc := examples(b)
	words := len(strings.Fields(doc.Text))
	b.ReportAllocs()
	for b.Loop() {
		c.Code(doc)
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkNew measures the start of the program.
func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
