package network

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"annals/language/neural"
)

// small is a network of the least size, without dropout.
var small = Sizes{
	Forms: 12, Vectors: 5, Shapes: 4, Subwords: 16,
	FormSize: 8, VectorSize: 8, SubwordSize: 8, ShapeSize: 4, MarkSize: 4,
	Units: 32, Layers: 2, Tag: 32, Name: 32, Arc: 32, Relation: 32,
	Tags: 5, FineTags: 6, Relations: 4, Names: 7,
}

func sentences(random *rand.Rand, count int) []*Example {
	var out []*Example
	for range count {
		n := 2 + random.IntN(6)
		e := &Example{Words: []neural.Word{neural.Root}, Weight: 1}
		pick := func(choices int) []int16 {
			a := make([]int16, n)
			for i := range a {
				a[i] = int16(random.IntN(choices))
			}
			return a
		}
		for range n - 1 {
			e.Words = append(e.Words, neural.Word{
				Form: uint32(random.IntN(small.Forms)), Vector: uint32(random.IntN(small.Vectors)),
				Shape: uint32(random.IntN(small.Shapes)), Marks: neural.Mark(random.IntN(1 << neural.Marks)),
				Subwords: []uint32{uint32(random.IntN(16)), uint32(random.IntN(16)), 3},
			})
		}
		e.Tags, e.FineTags, e.Names, e.Entities = pick(small.Tags), pick(small.FineTags), pick(small.Names), pick(small.Names)
		e.Heads, e.Relations = pick(n), pick(small.Relations)
		for i := range e.Heads {
			if int(e.Heads[i]) == i {
				e.Heads[i] = 0
			}
		}
		out = append(out, e)
	}
	return out
}

// TestGradients holds the gradients of all weights against differences.
func TestGradients(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	vectors := make([]float32, small.Vectors*small.VectorSize)
	for i := range vectors {
		vectors[i] = float32(random.NormFloat64())
	}
	n := New(small, vectors, 2)
	examples := sentences(random, 5)
	examples[2].Names = nil
	examples[3].Heads[1] = Unknown
	examples[4].Shares = NewReader([]*Network{n}, nil).Read(examples[4:])[0].Shares
	examples[4].Shares.Tags[small.Tags] += 50 // not what the network itself says
	words := 0
	for _, e := range examples {
		words += len(e.Words) - 1
	}
	var work space
	loss := func() float64 {
		p := &pass{b: newBatch(examples), space: &work, random: newDice(1), train: true}
		l := n.learn(p, words)
		return l.Arc + l.Relation + l.Tag + fineWeight*l.Fine + l.Name
	}
	// The entities are not in the loss: leave them out of the check.
	for _, e := range examples {
		e.Entities = nil
	}
	clearAll := func() {
		for _, p := range n.parameters {
			clear(p.gradients[0])
		}
	}
	loss()
	var got [][]float32
	for _, p := range n.parameters {
		got = append(got, slices.Clone(p.gradients[0]))
	}
	for k, p := range n.parameters {
		for range 12 {
			i := random.IntN(len(p.Values))
			const h = 1e-3
			old := p.Values[i]
			measure := func(x float32) float64 {
				p.Values[i] = x
				p.pack()
				clearAll()
				return loss()
			}
			up, down := measure(old+h), measure(old-h)
			measure(old)
			want := (up - down) / (2 * h)
			if d := math.Abs(float64(got[k][i]) - want); d > 4e-3+0.02*math.Abs(want) {
				t.Errorf("parameter %d (%d x %d), element %d: gradient %v, want %v", k, p.Rows, p.Columns, i, got[k][i], want)
			}
		}
	}
}

// TestTrainLearns holds that a network learns a few sentences by heart, and that
// it does so the same way twice.
func TestTrainLearns(t *testing.T) {
	examples := sentences(rand.New(rand.NewPCG(2, 2)), 12)
	for _, e := range examples {
		for i := 1; i < len(e.Heads); i++ {
			e.Heads[i], e.Relations[i] = int16(i-1), int16(1+i%(small.Relations-1))
		}
		e.Relations[1] = rootRelation
	}
	vectors := make([]float32, small.Vectors*small.VectorSize)
	train := func() (*Network, Loss) {
		n := New(small, vectors, 3)
		var last Loss
		n.Train(examples, nil, Schedule{Epochs: 300, BatchWords: 20, Rate: 0.01, Seed: 4, Report: func(_ int, l Loss) { last = l }})
		return n, last
	}
	a, loss := train()
	b, _ := train()
	if loss.Arc > 0.05 || loss.Relation > 0.05 {
		t.Errorf("the loss stays at %+v", loss)
	}
	for k := range a.parameters {
		if !slices.Equal(a.parameters[k].Values, b.parameters[k].Values) {
			t.Fatalf("parameter %d differs from one training to the next", k)
		}
	}
	for i, answer := range NewReader([]*Network{a}, nil).Read(examples) {
		if !slices.Equal(answer.Heads[1:], examples[i].Heads[1:]) {
			t.Errorf("sentence %d: heads %v, want %v", i, answer.Heads[1:], examples[i].Heads[1:])
		}
	}
}
