package when

import (
	"testing"

	"annals/language"
	"annals/when/edtf"
)

// FuzzFind holds that no line of tokens makes Find panic, and that what it
// finds lies in the sentence, in order, with an EDTF value that parses and
// bounds that agree with it.
func FuzzFind(f *testing.F) {
	r := rules(f)
	for _, table := range tables(f) {
		for _, row := range table.Rows {
			for _, example := range row.Examples {
				ref, text := reference(example.Sentence)
				f.Add(text, ref.Published)
			}
		}
	}
	f.Add("1-2/3–4 May-June 0 BC 31 February 2010 99th century -/- the the", "2021")
	f.Fuzz(func(t *testing.T, text, published string) {
		s := sentence(text)
		if len(s.Tokens) == 0 || len(s.Tokens) > 200 {
			return
		}
		last := 0
		for _, e := range r.Find(s, Reference{Published: published}) {
			check(t, s, &e)
			if e.First < last {
				t.Fatalf("%q: expressions overlap at token %d", text, e.First)
			}
			last = e.Last
		}
	})
}

func check(t *testing.T, s *language.Sentence, e *Expression) {
	t.Helper()
	if e.First < 0 || e.Last > len(s.Tokens) || e.First >= e.Last || e.Head < e.First || e.Head >= e.Last {
		t.Fatalf("%q: range %d to %d, head %d", s.Text, e.First, e.Last, e.Head)
	}
	if e.When.EDTF == "" {
		return
	}
	v, err := edtf.Parse(e.When.EDTF)
	if err != nil {
		t.Fatalf("%q: %v", s.Text, err)
	}
	if from, to := v.Bounds(); from != e.When.From || to != e.When.To {
		t.Fatalf("%q: %s has the bounds %s and %s, not %s and %s", s.Text, e.When.EDTF, from, to, e.When.From, e.When.To)
	}
}

// BenchmarkFind measures the time a token: it should stay near a microsecond.
func BenchmarkFind(b *testing.B) {
	r := rules(b)
	s := sentence("After the talks between the two ministers in Geneva on 27 October 2010 the government said that " +
		"the uprisings of 1830-31 and 1863-64 had been remembered in the capital for many years by its people .")
	b.ReportAllocs()
	for b.Loop() {
		r.Find(s, Reference{Published: "2021-05-26"})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.Tokens)), "ns/token")
}

// BenchmarkFindNothing measures a sentence without a date.
func BenchmarkFindNothing(b *testing.B) {
	r := rules(b)
	s := sentence("The ministers of the two countries talked about the border and the price of the gas that one of them sells .")
	b.ReportAllocs()
	for b.Loop() {
		r.Find(s, Reference{})
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(s.Tokens)), "ns/token")
}
