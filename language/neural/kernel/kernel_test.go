package kernel

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// ways runs f once for each kind of instructions that this machine has.
func ways(t *testing.T, f func(t *testing.T)) {
	haveVectors, haveWide := vectors, wide
	defer func() { vectors, wide = haveVectors, haveWide }()
	t.Run("as found", f)
	if haveWide {
		wide = false
		t.Run("narrow", f)
	}
	vectors, wide = false, false
	t.Run("portable", f)
}

func TestProduct(t *testing.T) {
	ways(t, func(t *testing.T) {
		r := rand.New(rand.NewPCG(1, 2))
		for _, size := range [][3]int{{1, 4, 32}, {8, 12, 64}, {15, 256, 96}, {3, 512, 32}} {
			rows, in, out := size[0], size[1], size[2]
			x := make([]uint8, rows*in)
			for i := range x {
				x[i] = uint8(r.IntN(256))
			}
			w := make([]int8, in*out)
			for i := range w {
				w[i] = int8(r.IntN(2*Limit+1) - Limit)
			}
			if rows == 3 { // the largest sums that can be
				for i := range x {
					x[i] = 255
				}
				for i := range w {
					w[i] = -Limit
				}
			}
			weights := NewWeights(in, out, func(k, j int) int8 { return w[k*out+j] })
			y := make([]int32, rows*out)
			Product(rows, x, in, &weights, y, out)
			for i := range rows {
				for j := range out {
					want := int32(0)
					for k := range in {
						want += int32(x[i*in+k]) * int32(w[k*out+j])
					}
					if y[i*out+j] != want {
						t.Fatalf("%v: element %d,%d is %d, want %d", size, i, j, y[i*out+j], want)
					}
				}
			}
		}
	})
}

func TestMoving(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	var m Moving
	for _, n := range []int{1, 31, 32, 33, 70, 5} {
		const in = 8
		rows := make([]int8, n*in)
		for i := range rows {
			rows[i] = int8(r.IntN(2*Limit+1) - Limit)
		}
		got := m.Set(rows, in)
		want := NewWeights(in, got.Out, func(k, j int) int8 {
			if j < n {
				return rows[j*in+k]
			}
			return 0
		})
		if got.Data() != want.Data() {
			t.Errorf("%d rows are laid out wrongly", n)
		}
	}
}

// TestSameBits holds that all ways give the same bits.
func TestSameBits(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	const n = 64
	whole := func(k int) []int32 {
		out := make([]int32, k)
		for i := range out {
			out[i] = int32(r.IntN(200000) - 100000)
		}
		return out
	}
	floats := func(k int, size float32) []float32 {
		out := make([]float32, k)
		for i := range out {
			out[i] = float32(r.NormFloat64()) * size
		}
		return out
	}
	input, recurrent := whole(4*n), whole(4*n)
	scaleA, scaleB, bias := floats(4*n, 1e-4), floats(4*n, 1e-4), floats(4*n, 1)
	before := floats(n, 1)
	table := make([]byte, 20*SumColumns)
	for i := range table {
		table[i] = byte(r.IntN(256))
	}
	type result struct {
		cell   []float32
		out    []uint8
		scaled []float32
		bytes  []uint8
		sum    [SumColumns]int16
		joined []uint8
		short  []int8
		step   float32
	}
	var results []result
	ways(t, func(*testing.T) {
		x := result{
			cell: slices.Clone(before), out: make([]uint8, n), scaled: make([]float32, 4*n), bytes: make([]uint8, 4*n),
			joined: make([]uint8, 4*n), short: make([]int8, 4*n),
		}
		Cell(n, input, recurrent, scaleA, scaleB, bias, x.cell, x.out)
		Scale(input, scaleA, bias, x.scaled)
		Rectify(input, slices.Repeat([]float32{0.01}, 4*n), bias, x.bytes)
		Sum(string(table), []uint32{3, 0, 19, 3}, &x.sum)
		Join(bias, scaleA, 80, x.joined)
		x.step = Shorten(bias, x.short)
		results = append(results, x)
	})
	for i, x := range results[1:] {
		first := results[0]
		if !slices.Equal(x.cell, first.cell) || !slices.Equal(x.out, first.out) {
			t.Errorf("way %d: the cells differ", i+1)
		}
		if !slices.Equal(x.scaled, first.scaled) || !slices.Equal(x.bytes, first.bytes) || x.sum != first.sum {
			t.Errorf("way %d: numbers differ", i+1)
		}
		if !slices.Equal(x.joined, first.joined) || !slices.Equal(x.short, first.short) || x.step != first.step {
			t.Errorf("way %d: weights differ", i+1)
		}
	}
}

func TestFraction(t *testing.T) {
	for x := -20.0; x <= 20; x += 0.01 {
		p, q := fraction(float32(x))
		if d := math.Abs(float64(p/q) - math.Tanh(x)); d > 2e-3 {
			t.Fatalf("at %.2f the fraction is %v, tanh %v", x, p/q, math.Tanh(x))
		}
	}
}

func BenchmarkProduct(b *testing.B) {
	x, y := make([]uint8, 8*256), make([]int32, 8*1024)
	w := NewWeights(256, 1024, func(k, j int) int8 { return int8((k + j) % Limit) })
	have := wide
	defer func() { wide = have }()
	for _, way := range []struct {
		name string
		wide bool
	}{{"wide", have}, {"narrow", false}} {
		b.Run(way.name, func(b *testing.B) {
			wide = way.wide
			for b.Loop() {
				Product(8, x, 256, &w, y, 1024)
			}
			b.ReportMetric(8*256*1024*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmac/s")
		})
	}
}

func BenchmarkCell(b *testing.B) {
	const n = 256
	input, recurrent := make([]int32, 4*n), make([]int32, 4*n)
	scale, bias, cell, out := make([]float32, 4*n), make([]float32, 4*n), make([]float32, n), make([]uint8, n)
	for b.Loop() {
		Cell(n, input, recurrent, scale, scale, bias, cell, out)
	}
}
