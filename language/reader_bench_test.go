package language

import (
	"os"
	"testing"

	"annals"
	"annals/language/linear"
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

	// Each sentence keeps its own scratch, filled by the stages before.
	work := make([]linear.Scratch, len(sentences))
	for i := range sentences {
		r.annotate(&sentences[i], &work[i])
	}
	each := func(f func(s *Sentence, work *linear.Scratch)) func() {
		return func() {
			for i := range sentences {
				f(&sentences[i], &work[i])
			}
		}
	}
	measure("words", each(func(s *Sentence, w *linear.Scratch) {
		w.Load(len(s.Tokens), func(i int) string { return s.Tokens[i].Form })
	}))
	measure("tags", each(func(_ *Sentence, w *linear.Scratch) { r.models.Tagger.Tag(w) }))
	measure("tree", each(func(_ *Sentence, w *linear.Scratch) { r.models.Parser.Parse(w) }))
	measure("names", each(func(_ *Sentence, w *linear.Scratch) { r.models.Names.Find(w) }))
	measure("lemmas", each(func(s *Sentence, w *linear.Scratch) {
		for i := range s.Tokens {
			r.models.Lemmas.Lemma(s.Tokens[i].Form, w.Tags[i])
		}
	}))
}
