package language

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"annals"
	"annals/language/lemma"
	"annals/language/neural"
	"annals/language/token"
)

// Reader reads text: it cuts sentences and tokens, tags, lemmatizes, parses and
// finds names. It is safe for concurrent use.
type Reader struct {
	lexicon *token.Lexicon
	models  *Models
	labels  []label     // of the names, by label
	tags    []lemma.Tag // by tag of the network

	irregular *irregular        // verbs; nil if the language has no such table
	names     *known            // of names; nil likewise
	spelt     *spelt            // words that their spelling tells; nil likewise
	classes   classes           // of words; nil likewise
	register  *neural.Gazetteer // of given names and others; nil likewise
	scratch   sync.Pool
}

// Models are what is learned of a language.
type Models struct {
	Network *neural.Model
	Lemmas  *lemma.Lemmas
}

// scratch is the work space of reading.
type scratch struct {
	network  neural.Scratch
	names    naming
	labels   labels
	labelled []int // how many tokens the label of a sentence has, by sentence
}

// label is a name label as Token has it.
type label struct {
	kind   string
	inside bool
}

// New makes a reader of a tokenizer's lexicon and models.
func New(lexicon *token.Lexicon, models *Models) (*Reader, error) {
	r := &Reader{lexicon: lexicon, models: models}
	r.scratch.New = func() any { return new(scratch) }
	for _, name := range models.Network.Labels {
		if name == "O" {
			r.labels = append(r.labels, label{})
			continue
		}
		if len(name) < 3 || name[1] != '-' {
			return nil, fmt.Errorf("making a reader: the name label %q is not of the form B-PER", name)
		}
		r.labels = append(r.labels, label{name[2:], name[0] == 'I'})
	}
	for _, tag := range models.Network.Tags {
		r.tags = append(r.tags, lemma.TagOf(tag.UPOS, tag.XPOS))
	}
	return r, nil
}

// Read returns the sentences of a document with everything filled in.
func (r *Reader) Read(doc *annals.Document) []Sentence {
	sentences := r.Tokens(doc)
	r.Annotate(sentences)
	return sentences
}

// Tokens returns the sentences of a document with tokens and citations only:
// the first half of Read.
func (r *Reader) Tokens(doc *annals.Document) []Sentence {
	cut := token.Split(r.lexicon, doc.Text)
	out := make([]Sentence, len(cut))
	points := counter{text: doc.Text}
	for i, c := range cut {
		s := &out[i]
		s.Index, s.Paragraph, s.Source = i, c.Paragraph, doc.Text
		for _, m := range c.Marks {
			s.Marks = append(s.Marks, annals.Span{m.Start, m.End})
			s.Citations = append(s.Citations, doc.Text[m.Start+1:m.End-1])
		}
		s.Tokens = make([]Token, len(c.Tokens))
		for k, t := range c.Tokens {
			s.Tokens[k] = Token{
				Form:  doc.Text[t.Start:t.End],
				Bytes: annals.Span{t.Start, t.End},
				Span:  annals.Span{points.at(t.Start), points.at(t.End)},
				Head:  Root, first: -1, next: -1,
			}
		}
		first, last := s.Tokens[0], s.Tokens[len(s.Tokens)-1]
		s.Bytes = annals.Span{first.Bytes.Start(), last.Bytes.End()}
		s.Span = annals.Span{first.Span.Start(), last.Span.End()}
		s.Text = doc.Text[first.Bytes.Start():last.Bytes.End()]
	}
	return out
}

// counter turns byte positions into code points, from left to right.
type counter struct {
	text         string
	bytes, runes int
}

func (c *counter) at(b int) int {
	c.runes += utf8.RuneCountInString(c.text[c.bytes:b])
	c.bytes = b
	return c.runes
}

// Annotate fills in tags, lemmas, heads, relations and names of sentences whose
// tokens are given. Many sentences at a time are read faster than one by one. A
// sentence with the index 0 begins a document, within which a name is the same
// everywhere.
func (r *Reader) Annotate(sentences []Sentence) {
	work := r.scratch.Get().(*scratch)
	r.annotate(sentences, work)
	r.scratch.Put(work)
}

// together is how many sentences are given to the network at a time: enough that
// it finds some of about the same length.
const together = 256

func (r *Reader) annotate(sentences []Sentence, work *scratch) {
	network, names := &work.network, &work.names
	names.scores = names.scores[:0]
	for some := range slices.Chunk(sentences, together) {
		for i := range some {
			some[i].classes = r.classes
		}
		work.add(some)
		r.models.Network.Read(network)
		read := 0
		for i := range some {
			label := work.labelled[i]
			for first := 0; first < len(some[i].Tokens); read++ {
				answer := network.Answer(read)
				first = r.fill(&some[i], first, answer)
				names.scores = append(names.scores, answer.NameScores...)
			}
			some[i].Link()
			some[i].label(label)
			if r.irregular != nil {
				some[i].participleOfAdjective(r.irregular)
			}
			some[i].repair()
		}
	}
	r.settle(sentences, names)
}

// add gives sentences to the network, labels apart.
func (w *scratch) add(sentences []Sentence) {
	w.network.Clear()
	w.labelled = w.labelled[:0]
	for i := range sentences {
		tokens := sentences[i].Tokens
		label := w.labels.of(&sentences[i])
		w.labelled = append(w.labelled, label)
		if label > 0 {
			w.network.Add(label, func(k int) string { return tokens[k].Form })
			tokens = tokens[label:]
		}
		w.network.Add(len(tokens), func(k int) string { return tokens[k].Form })
	}
}

// fill puts into the tokens of a sentence from the first on what the network has said of them,
// names apart. It returns the end of these tokens.
func (r *Reader) fill(s *Sentence, first int, a neural.Answer) int {
	network := r.models.Network
	for i := range a.Tags {
		t := &s.Tokens[first+i]
		tag := &network.Tags[a.Tags[i]]
		t.UPOS, t.XPOS = tag.UPOS, tag.XPOS
		t.Lemma = r.lemma(t.Form, t.XPOS, r.tags[a.Tags[i]])
		t.Head, t.Rel = int(a.Heads[i]), network.Relations[a.Relations[i]]
		if t.Head >= 0 {
			t.Head += first
		}
		if r.spelt != nil {
			r.spelt.correct(t)
		}
	}
	return first + len(a.Tags)
}

// lemma returns the lemma of a form: an irregular verb's, or the models'.
func (r *Reader) lemma(form, xpos string, tag lemma.Tag) string {
	if xpos == "ADD" { // an address
		return form
	}
	lower := strings.ToLower(form)
	if r.irregular != nil {
		if lemma, ok := r.irregular.lemma(lower, xpos); ok {
			return lemma
		}
	}
	letters, known := r.models.Lemmas.Letters(lower, tag)
	if !known {
		letters = r.stem(lower, xpos, letters)
	}
	return r.models.Lemmas.Cased(form, lower, letters, tag)
}
