package neural

import (
	"math/rand/v2"
	"strings"
	"testing"

	"annals/language/index"
)

// tiny makes a model of the least size with random weights.
func tiny(tb testing.TB) *Model {
	tb.Helper()
	r := rand.New(rand.NewPCG(1, 2))
	matrix := func(rows, columns int) Matrix {
		m := Matrix{rows, columns, make([]float32, rows*columns)}
		for i := range m.Values {
			m.Values[i] = float32(r.NormFloat64()) * 0.3
		}
		return m
	}
	const units, hidden = 32, 32
	affine := func(in int) Affine { return Affine{matrix(in, hidden), make([]float32, hidden), 2} }
	p := &Plan{
		Vocabulary: &Vocabulary{
			Forms:   index.New([]uint64{index.Hash("<peru>")}, RootForm+1),
			Vectors: index.New([]uint64{index.Hash("peru"), index.Hash("sued")}, 1),
			Shapes:  index.New([]uint64{1, 2}, RootForm+1), Subwords: 16,
			Classes: Classes{Sets: []Mark{0, unlisted, firstClass}, Rows: "\x00\x01\x02"},
		},
		Tags:      []Tag{{"NOUN", "NN", 0, 1}, {"VERB", "VBD", 1, 0}, {"X", "FW", 2, 2}},
		Relations: []string{"root", "nsubj", "obj"}, Labels: []string{"O", "B-PER", "I-PER"},
		Forms: matrix(3, 12), Subwords: matrix(16, 64), Shapes: matrix(4, 4), Marks: matrix(Marks, 4),
		Vectors: make([]int8, 3*12), VectorSize: 12, SubwordCeiling: 1, JoinedCeiling: 2,
		Tag: affine(4 * units), Coarse: affine(hidden), Fine: affine(hidden),
		Name: affine(4 * units), Names: affine(hidden),
		Dependent: affine(2 * units), Head: affine(2 * units), Arc: affine(hidden),
		Bottom: affine(2 * units), Top: affine(2 * units), Relation: affine(hidden),
	}
	in := 12 + 12 + 64 + 4 + 4
	for range 2 {
		var pair [2]Memory
		for d := range pair {
			pair[d] = Memory{matrix(in, 4*units), matrix(units, 4*units), make([]float32, 4*units)}
		}
		p.Layers = append(p.Layers, pair)
		in = 2 * units
	}
	m, err := Build(p)
	if err != nil {
		tb.Fatal(err)
	}
	return m
}

// TestTiny holds that a model of any size gives trees.
func TestTiny(t *testing.T) {
	m := tiny(t)
	sentences := [][]string{strings.Fields("Peru sued Chile in 1999 ."), {"Peru"}, strings.Fields(strings.Repeat("( ", 50))}
	for i, a := range read(m, sentences, []int{0, 1, 2}) {
		heads := []int32{-1}
		for _, h := range a.Heads {
			heads = append(heads, h+1)
		}
		if len(a.Heads) != len(sentences[i]) || !oneRoot(heads) {
			t.Errorf("%q: heads %v", sentences[i], a.Heads)
		}
	}
}

func TestBuildErrors(t *testing.T) {
	if _, err := Build(&Plan{Subwords: Matrix{1, 8, make([]float32, 8)}}); err == nil || !strings.Contains(err.Error(), "8 columns of pieces") {
		t.Errorf("a table of pieces of a wrong size: error %v", err)
	}
}
