package where

import "testing"

// FuzzFind holds that no line of tokens makes Find panic, and that what it
// finds lies in the sentence.
func FuzzFind(f *testing.F) {
	p := places(f)
	for _, table := range tables(f) {
		for _, row := range table.Rows {
			for _, example := range row.Examples {
				f.Add(example.Sentence)
			}
		}
	}
	f.Add("in , of the capital/NOUN of of Paris/PROPN , , - border/NOUN of")
	f.Fuzz(func(t *testing.T, text string) {
		s := sentence(text)
		if len(s.Tokens) > 200 {
			return
		}
		for _, m := range p.Find(s, nil) {
			if m.First < 0 || m.Last > len(s.Tokens) || m.First >= m.Last || m.Head < m.First || m.Head >= m.Last {
				t.Fatalf("%q: range %d to %d, head %d", text, m.First, m.Last, m.Head)
			}
		}
	})
}

// BenchmarkFind measures the time a token.
func BenchmarkFind(b *testing.B) {
	p := places(b)
	s := sentence("After/ADP the/DET talks/NOUN in/ADP Geneva/PROPN the/DET ministers/NOUN went/VERB/go to/ADP the/DET Polish/ADJ border/NOUN " +
		"and/CCONJ said/VERB/say that/SCONJ the/DET government/NOUN of/ADP Lithuania/PROPN had/AUX sent/VERB/send them/PRON ./PUNCT")
	b.ReportAllocs()
	for b.Loop() {
		p.Find(s, nil)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.Tokens)), "ns/token")
}
