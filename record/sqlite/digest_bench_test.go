package sqlite_test

import (
	"context"
	"fmt"
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"annals/record"
	"annals/synthetic"
)

// BenchmarkDigest measures how long it takes to digest a record anew after one small document
// has been added, and how much memory that takes, with the garbage collector set as
// 'annals add' does. In full, in the folder DIR:
//
//	ANNALS_EVENTS=1000000 ANNALS_KEEP=DIR go test ./record/sqlite -run '^$' -bench Digest -benchtime 1x
func BenchmarkDigest(b *testing.B) {
	s := reports(b, sizeFrom(b, "ANNALS_EVENTS", 20_000))
	d := digester(b)
	defer debug.SetGCPercent(debug.SetGCPercent(40))
	debug.FreeOSMemory()
	for b.Loop() {
		b.StopTimer()
		for r := range synthetic.Reports(5, 7) {
			e := reportEntry(r)
			e.Document.ID, e.Document.Title = "small", fmt.Sprint("added at ", time.Now())
			for i := range e.Lines {
				e.Lines[i].Document = e.Document.ID
			}
			e.Fingerprint = record.FingerprintOf(&e.Document, e.Coder)
			if err := s.Add(context.Background(), []record.Entry{e}); err != nil {
				b.Fatal(err)
			}
		}
		b.StartTimer()
		if err := s.Digest(context.Background(), d); err != nil {
			b.Fatal(err)
		}
	}
	var memory runtime.MemStats
	runtime.ReadMemStats(&memory)
	b.ReportMetric(float64(memory.Sys)/1e6, "MB")
}
