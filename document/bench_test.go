package document

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkJSONLines(b *testing.B) {
	line := `{"id":"a","text":"` + strings.Repeat("Chile met Peru and signed a treaty. ", 50) + `"}` + "\n"
	b.SetBytes(int64(len(line)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read("-", strings.NewReader(line)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	page, err := os.ReadFile("testdata/news.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(page)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := htmlOf(string(page)); err != nil {
			b.Fatal(err)
		}
	}
}
