package train

import (
	"bufio"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"annals/language/neural"
	"annals/train/matrix"
	"annals/train/network"
)

// Lesson is all that an accelerator needs to train a network: the words as rows of
// tables, and the sentences as words and answers. The file is a line of JSON, then
// numbers, little-endian, one array behind the other; the line names them.
type Lesson struct {
	header  lessonHeader
	columns []any // slices of numbers

	vocabulary *neural.Vocabulary
	words      map[string]uint32
	spellings  spellings
}

type lessonHeader struct {
	Sizes  map[string]any `json:"sizes"`
	Texts  []string       `json:"texts"`
	Arrays []lessonArray  `json:"arrays"`
}

type lessonArray struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // as numpy has it: u1, i1, u2, i2, u4
	Count int    `json:"count"`
}

// spellings are the rows of the tables for each word that occurs, the root first.
type spellings struct {
	form, vector, shape []uint32
	pieces              []uint32 // where the pieces of a word begin, and an end
	rows                []uint16 // rows of the pieces
}

// newLesson begins a lesson for a network of these sizes.
func newLesson(sizes network.Sizes, vocabulary *neural.Vocabulary, vectors *Vectors) (*Lesson, error) {
	l := &Lesson{vocabulary: vocabulary, words: map[string]uint32{}}
	fields, err := json.Marshal(sizes)
	if err != nil {
		return nil, fmt.Errorf("writing the sizes of a network: %w", err)
	}
	if err := json.Unmarshal(fields, &l.header.Sizes); err != nil {
		return nil, fmt.Errorf("writing the sizes of a network: %w", err)
	}
	l.header.Sizes["Marks"], l.header.Sizes["Width"], l.header.Sizes["VectorUnit"] = neural.Marks, matrix.Width, neural.VectorUnit
	l.add("vectors", "i1", vectors.Values, len(vectors.Values))
	l.word("", &neural.Root)
	return l, nil
}

func (l *Lesson) add(name, kind string, numbers any, count int) {
	l.header.Arrays = append(l.header.Arrays, lessonArray{name, kind, count})
	l.columns = append(l.columns, numbers)
}

// word returns the number of a word of the lesson.
func (l *Lesson) word(form string, w *neural.Word) uint32 {
	if n, ok := l.words[form]; ok {
		return n
	}
	n := uint32(len(l.words))
	l.words[form] = n
	s := &l.spellings
	s.form, s.vector, s.shape = append(s.form, w.Form), append(s.vector, w.Vector), append(s.shape, w.Shape)
	s.pieces = append(s.pieces, uint32(len(s.rows)))
	for _, row := range w.Subwords {
		s.rows = append(s.rows, uint16(row))
	}
	return n
}

// text adds sentences, each behind the root. spell may change their forms.
func (l *Lesson) text(name string, sentences [][]string, spell func(string) string) {
	var lengths []uint16
	var words, marks []uint32
	var look neural.Look
	for _, forms := range sentences {
		spelt := make([]string, len(forms))
		for i, f := range forms {
			spelt[i] = spell(f)
		}
		l.vocabulary.Words(&look, spelt)
		lengths = append(lengths, uint16(len(forms)+1))
		words, marks = append(words, 0), append(marks, uint32(neural.Root.Marks))
		for i := range look.Words {
			words = append(words, l.word(spelt[i], &look.Words[i]))
			marks = append(marks, uint32(look.Words[i].Marks))
		}
	}
	l.header.Texts = append(l.header.Texts, name)
	l.add(name+".lengths", "u2", lengths, len(lengths))
	l.add(name+".words", "u4", words, len(words))
	l.add(name+".marks", "u4", marks, len(marks))
}

// answers adds what is known of the sentences of a text.
func (l *Lesson) answers(name string, examples []*network.Example) {
	for _, kind := range []struct {
		name string
		of   func(*network.Example) []int16
	}{
		{"tags", func(e *network.Example) []int16 { return e.Tags }},
		{"fine", func(e *network.Example) []int16 { return e.FineTags }},
		{"heads", func(e *network.Example) []int16 { return e.Heads }},
		{"relations", func(e *network.Example) []int16 { return e.Relations }},
		{"names", func(e *network.Example) []int16 { return e.Names }},
		{"entities", func(e *network.Example) []int16 { return e.Entities }},
	} {
		var all []int16
		for _, e := range examples {
			known := kind.of(e)
			for i := range e.Words {
				if known == nil {
					all = append(all, network.Unknown)
					continue
				}
				all = append(all, known[i])
			}
		}
		l.add(name+"."+kind.name, "i2", all, len(all))
	}
}

// write writes the lesson to a file.
func (l *Lesson) write(path string) error {
	s := &l.spellings
	l.add("words.form", "u4", s.form, len(s.form))
	l.add("words.vector", "u4", s.vector, len(s.vector))
	l.add("words.shape", "u4", s.shape, len(s.shape))
	ends := slices.Concat(s.pieces, []uint32{uint32(len(s.rows))})
	l.add("words.pieces", "u4", ends, len(ends))
	l.add("pieces", "u2", s.rows, len(s.rows))
	file, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("writing a lesson: %w", err)
	}
	w := bufio.NewWriter(file)
	if err := errors.Join(l.writeTo(w), w.Flush(), file.Close()); err != nil {
		return fmt.Errorf("writing a lesson to %s: %w", path, err)
	}
	return nil
}

func (l *Lesson) writeTo(w io.Writer) error {
	if err := json.NewEncoder(w).Encode(l.header); err != nil { // ends the line
		return err
	}
	for _, numbers := range l.columns {
		if err := binary.Write(w, binary.LittleEndian, numbers); err != nil {
			return err
		}
	}
	return nil
}

// lesson is what an accelerator is given: the treebanks, the raw text, both once
// more without capitals, and the development parts.
func (c *School) lesson(m *material) (*Lesson, error) {
	l, err := newLesson(sizes(m.vocabulary, c.Vectors, m.inventory, c.PupilUnits), m.vocabulary, c.Vectors)
	if err != nil {
		return nil, err
	}
	asIs := func(form string) string { return form }
	for name, part := range c.parts(m.sentences) {
		forms := make([][]string, len(part))
		for i := range part {
			forms[i] = part[i].forms()
		}
		examples := m.examples(part)
		l.text(name, forms, asIs)
		l.answers(name, examples)
		if name == "gold" {
			l.text("gold-lower", forms, strings.ToLower)
			l.answers("gold-lower", examples)
		}
	}
	raw := worthReading(c.Raw)
	l.text("raw", raw, asIs)
	l.text("raw-lower", raw, strings.ToLower)
	return l, nil
}

// parts yields the treebanks and the development parts with their names.
func (c *School) parts(sentences []Sentence) func(func(string, []Sentence) bool) {
	return func(yield func(string, []Sentence) bool) {
		if !yield("gold", sentences) {
			return
		}
		for i, dev := range c.Dev {
			if !yield(fmt.Sprintf("dev-%d", i+1), dev) {
				return
			}
		}
	}
}
