package matrix

import (
	"math"
	"math/rand/v2"
	"testing"
)

func random(n int, r *rand.Rand) []float32 {
	out := make([]float32, n)
	for i := range out {
		out[i] = float32(r.NormFloat64())
	}
	return out
}

func TestMultiply(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][3]int{{1, 1, 32}, {8, 7, 64}, {13, 33, 96}, {21, 128, 32}} {
		rows, depth, columns := size[0], size[1], size[2]
		for _, transposed := range []bool{false, true} {
			a, b, c := random(rows*depth, r), random(depth*columns, r), random(rows*columns, r)
			row, column := depth, 1
			if transposed {
				row, column = 1, rows
			}
			want := make([]float64, rows*columns)
			for i := range rows {
				for j := range columns {
					want[i*columns+j] = float64(c[i*columns+j])
					for k := range depth {
						want[i*columns+j] += float64(a[i*row+k*column]) * float64(b[k*columns+j])
					}
				}
			}
			var p Panels
			p.Pack(b, depth, columns, columns)
			Multiply(rows, a, row, column, &p, c, columns)
			for i := range c {
				if math.Abs(float64(c[i])-want[i]) > 1e-3 {
					t.Fatalf("%v transposed %v: element %d is %v, want %v", size, transposed, i, c[i], want[i])
				}
			}
		}
	}
}

func TestPackTransposed(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	b := random(32*5, r) // 32 rows of 5
	flipped := make([]float32, 5*32)
	for i := range 32 {
		for j := range 5 {
			flipped[j*32+i] = b[i*5+j]
		}
	}
	var p, q Panels
	p.Pack(flipped, 5, 32, 32)
	q.PackTransposed(b, 5, 32, 5)
	for i := range p.data {
		if p.data[i] != q.data[i] {
			t.Fatalf("element %d: %v and %v", i, p.data[i], q.data[i])
		}
	}
}

// TestGates holds the vector code against the formulas, to the bit where the
// order of the operations is the same.
func TestGates(t *testing.T) {
	const n = 16
	r := rand.New(rand.NewPCG(1, 2))
	z, before := random(4*n, r), random(n, r)
	values := append([]float32(nil), z...)
	cell, squashed, out := make([]float32, n), make([]float32, n), make([]float32, n)
	Gates(n, values, before, cell, squashed, out)
	for j := range n {
		i, f, o, g := Sigmoid(z[j]), Sigmoid(z[n+j]), Sigmoid(z[2*n+j]), Tanh(z[3*n+j])
		c := float32(i*g) + float32(before[j]*f)
		if want := o * Tanh(c); out[j] != want {
			t.Fatalf("unit %d: %v, want %v", j, out[j], want)
		}
	}
	for _, x := range []float32{-20, -3, -0.1, 0, 0.5, 2, 9} {
		if got, want := float64(Tanh(x)), math.Tanh(float64(x)); math.Abs(got-want) > 1e-6 {
			t.Errorf("tanh(%v) = %v, want %v", x, got, want)
		}
	}
}

// TestGatesBack holds the gradient against differences.
func TestGatesBack(t *testing.T) {
	const n = 8
	r := rand.New(rand.NewPCG(3, 4))
	z, before, dout, dcell := random(4*n, r), random(n, r), random(n, r), random(n, r)
	loss := func() float64 {
		v := append([]float32(nil), z...)
		cell, squashed, out := make([]float32, n), make([]float32, n), make([]float32, n)
		Gates(n, v, before, cell, squashed, out)
		s := 0.0
		for j := range n {
			s += float64(out[j]*dout[j]) + float64(cell[j]*dcell[j])
		}
		return s
	}
	v := append([]float32(nil), z...)
	cell, squashed, out := make([]float32, n), make([]float32, n), make([]float32, n)
	Gates(n, v, before, cell, squashed, out)
	dz, dbefore := make([]float32, 4*n), make([]float32, n)
	GatesBack(n, v, before, squashed, dout, dcell, dz, dbefore)
	check := func(name string, x *float32, got float32) {
		t.Helper()
		const h = 1e-2
		old := *x
		*x = old + h
		up := loss()
		*x = old - h
		down := loss()
		*x = old
		if want := (up - down) / (2 * h); math.Abs(float64(got)-want) > 1e-3 {
			t.Errorf("%s: gradient %v, want %v", name, got, want)
		}
	}
	for j := range z {
		check("gate", &z[j], dz[j])
	}
	for j := range before {
		check("cell", &before[j], dbefore[j])
	}
}

func BenchmarkMultiply(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	x, w, c := random(480*256, r), random(256*1024, r), random(480*1024, r)
	var p Panels
	p.Pack(w, 256, 1024, 1024)
	for b.Loop() {
		Multiply(480, x, 256, 1, &p, c, 1024)
	}
	b.ReportMetric(2*480*256*1024*float64(b.N)/b.Elapsed().Seconds()/1e9, "GFLOP/s")
}
