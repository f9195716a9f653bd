package language

import (
	"os"
	"slices"
	"strings"
	"testing"

	"annals"
	"annals/language/lemma"
	"annals/language/neural"
	"annals/language/token"
)

func sample(tb testing.TB) *annals.Document {
	tb.Helper()
	text, err := os.ReadFile("testdata/news.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return &annals.Document{ID: "news.txt", Text: string(text)}
}

func english(tb testing.TB) *Reader {
	tb.Helper()
	r, err := English()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		english(b)
	}
}

// BenchmarkRead measures the whole way and each stage alone, in tokens a
// second on one core.
func BenchmarkRead(b *testing.B) {
	r, doc := english(b), sample(b)
	doc.Text = strings.Repeat(doc.Text+"\n\n", 20) // as long as a long article
	sentences := r.Read(doc)
	tokens := 0
	for i := range sentences {
		tokens += len(sentences[i].Tokens)
	}
	measure := func(name string, f func()) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f()
			}
			b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
	measure("all", func() { r.Read(doc) })
	measure("split", func() { token.Split(r.lexicon, doc.Text) })
	measure("tokens", func() { r.Tokens(doc) })

	measure("network", func() { annotateOnly(r, sentences) })
	var work naming
	scores := nameScores(r, sentences)
	measure("names", func() {
		work.scores = append(work.scores[:0], scores...)
		r.settle(sentences, &work)
	})
	measure("lemmas", func() {
		for i := range sentences {
			for k := range sentences[i].Tokens {
				t := &sentences[i].Tokens[k]
				r.lemma(t.Form, t.XPOS, lemma.TagOf(t.UPOS, t.XPOS))
			}
		}
	})
}

// annotateOnly runs the network over sentences and drops what it says. Its layers
// have benchmarks of their own in package neural.
func annotateOnly(r *Reader, sentences []Sentence) {
	all := r.scratch.Get().(*scratch)
	work := &all.network
	for some := range slices.Chunk(sentences, together) {
		work.Clear()
		for i := range some {
			work.Add(len(some[i].Tokens), func(k int) string { return some[i].Tokens[k].Form })
		}
		r.models.Network.Read(work)
	}
	r.scratch.Put(all)
}

// nameScores returns what the network says of the names of all sentences.
func nameScores(r *Reader, sentences []Sentence) []float32 {
	var work neural.Scratch
	for i := range sentences {
		work.Add(len(sentences[i].Tokens), func(k int) string { return sentences[i].Tokens[k].Form })
	}
	r.models.Network.Read(&work)
	var scores []float32
	for i := range sentences {
		scores = append(scores, work.Answer(i).NameScores...)
	}
	return scores
}
