package export_test

import (
	"fmt"
	"io"
	"runtime"
	"testing"

	"annals/export"
	"annals/synthetic"
)

// streamed are the formats that are written as lines come.
func streamed() []struct {
	name string
	to   func(io.Writer) export.Writer
} {
	return []struct {
		name string
		to   func(io.Writer) export.Writer
	}{
		{"jsonl", func(w io.Writer) export.Writer { return export.NewJSONLines(w) }},
		{"csv", func(w io.Writer) export.Writer { return export.NewCSV(w) }},
		{"parquet", func(w io.Writer) export.Writer { return export.NewParquet(w) }},
		{"jsonld", func(w io.Writer) export.Writer { return export.NewJSONLD(w) }},
	}
}

// counter counts what is written.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// stream writes synthetic lines and returns the size of the file and the most memory that
// was in use, looked at every tenth of the way.
func stream(tb testing.TB, to func(io.Writer) export.Writer, lines int) (size int64, peak uint64) {
	tb.Helper()
	var out counter
	w := to(&out)
	written := 0
	for report := range synthetic.Reports(lines, 1) {
		for i := range report.Lines {
			if err := w.Write(&report.Lines[i]); err != nil {
				tb.Fatal(err)
			}
			if written++; written%(lines/10) == 0 {
				peak = max(peak, inUse())
			}
		}
	}
	if err := w.Flush(); err != nil {
		tb.Fatal(err)
	}
	return int64(out), peak
}

// inUse is how much memory is in use, without what is only not collected yet.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// TestStreaming holds that memory does not grow with the number of lines, beyond what
// Parquet keeps of a group of rows.
func TestStreaming(t *testing.T) {
	const bound = 120 << 20
	for _, format := range streamed()[:3] { // JSON-LD writes as JSON Lines do
		t.Run(format.name, func(t *testing.T) {
			before := inUse()
			if _, peak := stream(t, format.to, 110_000); peak > before+bound {
				t.Errorf("%d MiB in use, at most %d were expected", (peak-before)>>20, bound>>20)
			}
		})
	}
}

// BenchmarkStream writes a million lines in each format. It says how many lines there are
// a second, how large the file is, and how much memory was in use at most.
func BenchmarkStream(b *testing.B) {
	const lines = 1_000_000
	for _, format := range streamed() {
		b.Run(fmt.Sprintf("%s/lines=%d", format.name, lines), func(b *testing.B) {
			var size int64
			var peak uint64
			for b.Loop() {
				size, peak = stream(b, format.to, lines)
			}
			b.ReportMetric(float64(lines)*float64(b.N)/b.Elapsed().Seconds(), "lines/s")
			b.ReportMetric(float64(size)/(1<<20), "MiB")
			b.ReportMetric(float64(peak)/(1<<20), "MiB-in-use")
		})
	}
}
