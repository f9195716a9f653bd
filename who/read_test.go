package who

import (
	"math/rand/v2"
	"strings"
	"testing"

	"annals"
	"annals/language"
)

// randomTree gives the words of a text tags, relations and heads of no sense.
func randomTree(text string, seed uint64) []language.Sentence {
	random := rand.New(rand.NewPCG(seed, 1))
	pick := func(of []string) string { return of[random.IntN(len(of))] }
	tags := []string{"NOUN", "PROPN", "ADJ", "VERB", "PRON", "DET", "ADP", "CCONJ", "PUNCT", "NUM", "X"}
	fine := []string{"NN", "NNS", "NNP", "NNPS", "JJ", "VBD", "PRP", "DT", "IN"}
	rels := []string{"nsubj", "obj", "obl", "nmod", "nmod:poss", "amod", "compound", "flat", "appos", "conj", "acl:relcl", "advcl", "case", "det", "cop", "xcomp", "root", ""}
	names := []string{"", "", "", "PER", "ORG", "LOC"}
	var sentences []language.Sentence
	offset := 0
	for part := range strings.SplitSeq(text, ".") {
		s := language.Sentence{Source: text, Index: len(sentences)}
		at := offset
		for word := range strings.FieldsSeq(part) {
			at += strings.Index(text[at:], word)
			s.Tokens = append(s.Tokens, language.Token{
				Form: word, Lemma: word, UPOS: pick(tags), XPOS: pick(fine), Rel: pick(rels), Name: pick(names),
				Inside: random.IntN(2) == 0, Bytes: annals.Span{at, at + len(word)}, Span: annals.Span{at, at + len(word)},
			})
			at += len(word)
		}
		for i := range s.Tokens {
			s.Tokens[i].Head = random.IntN(len(s.Tokens)+4) - 2 // outside the sentence too
		}
		sentences = append(sentences, s)
		offset += len(part) + 1
	}
	return sentences
}

// whole asks a cast everything.
func whole(t *testing.T, c *Cast, sentences []language.Sentence) {
	t.Helper()
	for i := range sentences {
		for k := -1; k <= len(sentences[i].Tokens); k++ {
			for _, p := range append(c.At(i, k), c.Inside(i, k)...) {
				if p.Text == "" || p.Span[0] >= p.Span[1] {
					t.Fatalf("sentence %d, token %d: participant without words: %+v", i, k, p)
				}
				if p.Name == "" {
					t.Fatalf("sentence %d, token %d: participant without name: %+v", i, k, p)
				}
			}
			if s, a, ok := c.Antecedent(i, k); ok && (s < 0 || s >= len(sentences) || a < 0 || a >= len(sentences[s].Tokens)) {
				t.Fatalf("sentence %d, token %d: antecedent %d, %d", i, k, s, a)
			}
		}
	}
}

const jumble = "Belarusian officials and President Dalia Roman of the European Union told him that its soldiers . the two countries and they who fled Minsk 's government said both sides . Kurds - backed Mr Smith the activist himself"

// Trees may be wrong in any way: Read must not panic or run on.
func TestOddTrees(t *testing.T) {
	r := resolver(t)
	for seed := range uint64(2000) {
		sentences := randomTree(jumble, seed)
		c := r.Read(&annals.Document{Text: jumble}, sentences)
		whole(t, c, sentences)
		c.Release()
	}
}

func TestEmptyDocument(t *testing.T) {
	c := resolver(t).Read(nil, nil)
	if c.At(0, 0) != nil || c.Inside(0, 0) != nil {
		t.Error("somebody in an empty document")
	}
	if _, _, ok := c.Antecedent(0, 0); ok {
		t.Error("an antecedent in an empty document")
	}
}

// The same text gives the same cast, whatever order maps are in.
func TestDeterministic(t *testing.T) {
	r := resolver(t)
	for _, s := range readStories(t) {
		first := r.Read(&annals.Document{}, s.sentences)
		for range 3 {
			again := r.Read(&annals.Document{}, s.sentences)
			for i := range s.sentences {
				for k := range s.sentences[i].Tokens {
					if a, b := show(first.At(i, k)), show(again.At(i, k)); a != b {
						t.Fatalf("%s: %q, then %q", s.name, a, b)
					}
				}
			}
		}
	}
}

// A cast is the same whatever was read before in the memory that it took over.
func TestRelease(t *testing.T) {
	stories := readStories(t)
	describe := func(c *Cast, s *story) string {
		var out strings.Builder
		for i := range s.sentences {
			for k := range s.sentences[i].Tokens {
				out.WriteString(show(c.At(i, k)) + show(c.Inside(i, k)))
			}
		}
		return out.String()
	}
	r := resolver(t)
	for i := range stories {
		s := &stories[i]
		want := describe(r.Read(&annals.Document{}, s.sentences), s)
		for _, other := range []*story{&stories[0], &stories[len(stories)/2], &stories[len(stories)-1]} {
			r.Read(&annals.Document{Published: "2001-02-03"}, other.sentences).Release()
			again := r.Read(&annals.Document{}, s.sentences)
			if got := describe(again, s); got != want {
				t.Fatalf("%s: %q after %s, want %q", s.name, got, other.name, want)
			}
			again.Release()
		}
	}
}

// A chain of a thousand nouns, and a thousand coordinated ones.
func TestDeepTrees(t *testing.T) {
	r := resolver(t)
	for _, rel := range []string{"conj", "nmod", "nmod:poss", "flat", "appos", "acl:relcl"} {
		s := language.Sentence{Source: strings.Repeat("officials ", 1000)}
		for i := range 1000 {
			s.Tokens = append(s.Tokens, language.Token{
				Form: "officials", Lemma: "official", UPOS: "NOUN", XPOS: "NNS", Rel: rel, Head: i - 1,
				Bytes: annals.Span{10 * i, 10*i + 9}, Span: annals.Span{10 * i, 10*i + 9},
			})
		}
		c := r.Read(&annals.Document{}, []language.Sentence{s})
		if len(c.At(0, 0)) == 0 {
			t.Errorf("%s: nobody", rel)
		}
		c.Inside(0, 0)
	}
}

func FuzzRead(f *testing.F) {
	r := resolver(f)
	for seed, text := range []string{jumble, "", ".", "its its its", "al - Qaeda 's al - Qaeda", "Mr Mr Mr . President President", "president ( MP ) Ana Lima ( AL ) of Peru"} {
		f.Add(text, uint64(seed))
	}
	f.Fuzz(func(t *testing.T, text string, seed uint64) {
		sentences := randomTree(text, seed)
		whole(t, r.Read(&annals.Document{Text: text}, sentences), sentences)
	})
}

func BenchmarkRead(b *testing.B) {
	r := resolver(b)
	var sentences []language.Sentence
	for range 20 {
		for _, s := range readStories(b) {
			sentences = append(sentences, s.sentences...)
		}
	}
	tokens := 0
	for i := range sentences {
		tokens += len(sentences[i].Tokens)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for b.Loop() {
		r.Read(&annals.Document{}, sentences).Release()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*tokens), "ns/token")
}

func BenchmarkAt(b *testing.B) {
	r := resolver(b)
	story := readStories(b)[0]
	c := r.Read(&annals.Document{}, story.sentences)
	b.ReportAllocs()
	for b.Loop() {
		c.At(0, 1)
	}
}
