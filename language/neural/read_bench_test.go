package neural

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// shipped returns the network of English.
func shipped(tb testing.TB) *Model {
	tb.Helper()
	data, err := os.ReadFile("../en/network.bin")
	if err != nil {
		tb.Fatal(err)
	}
	m, err := Parse("network.bin", string(data), nil)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// lines returns the sentences of the sample text, cut at spaces.
func lines(tb testing.TB) [][]string {
	tb.Helper()
	text, err := os.ReadFile("../testdata/news.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var out [][]string
	for line := range strings.SplitSeq(strings.ReplaceAll(string(text), ". ", " .\n"), "\n") {
		if words := strings.Fields(line); len(words) > 0 {
			out = append(out, words)
		}
	}
	return out
}

// BenchmarkLayers measures each layer alone, in tokens a second on one core, over
// one group of sentences after the other.
func BenchmarkLayers(b *testing.B) {
	m, sentences := shipped(b), slices.Repeat(lines(b), 20)
	var s Scratch
	tokens := 0
	for _, words := range sentences {
		s.Add(len(words), func(i int) string { return words[i] })
		tokens += len(words)
	}
	m.Read(&s)
	var groups [][]int
	for rest := s.order; len(rest) > 0; {
		k := s.nextGroup(rest)
		groups, rest = append(groups, rest[:k]), rest[k:]
	}
	work := make([]group, len(groups))
	for i, which := range groups {
		s.group = group{}
		m.readGroup(&s, which)
		work[i] = s.group
	}
	measure := func(name string, f func(i int, which []int)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for i, which := range groups {
					s.group = work[i]
					f(i, which)
					work[i] = s.group
				}
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
	each := func(f func(i int, r sentence)) func(int, []int) {
		return func(_ int, which []int) {
			for i, at := range which {
				s.group.rowsOf(i, s.sentences[at])
				f(i, s.sentences[at])
			}
		}
	}
	measure("all", func(_ int, which []int) { m.readGroup(&s, which) })
	measure("words", func(_ int, which []int) { m.embed(&s, which) })
	measure("memories", func(int, []int) { m.encode(&s.group) })
	measure("projections", func(int, []int) { m.project(&s.group) })
	measure("tags", each(func(_ int, r sentence) { m.bestTags(&s.group, s.tags[r.first:r.last]) }))
	measure("tree", each(func(_ int, r sentence) {
		m.bestTree(&s, r.last-r.first+1)
		m.bestRelations(&s.group, r.last-r.first+1, s.relations[r.first:r.last])
	}))
	measure("names", each(func(_ int, r sentence) { m.bestNames(&s, r.last-r.first+1, r) }))
}
