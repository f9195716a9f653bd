package network

import (
	"math"
	"math/rand/v2"

	"annals/train/matrix"
)

// Shards is the number of parts into which a batch is cut; as many cores work at
// a time.
const Shards = 4

// Parameter is a matrix that is learned, in row order. Vectors are matrices of
// one row.
type Parameter struct {
	Rows, Columns int
	Values        []float32

	gradients  [Shards][]float32
	touched    [Shards][]bool // rows with a gradient, where the parameter is a table
	last       []int32        // step of the last change of a row of a table
	moment     []float32      // Adam: mean of the gradients
	square     []float32      // Adam: mean of their squares
	average    []float32      // mean of the values over the last steps
	ahead      matrix.Panels  // for products with the matrix
	transposed matrix.Panels  // for products with its transpose
	table      bool
}

func newParameter(rows, columns int, scale float64, random *rand.Rand) *Parameter {
	p := &Parameter{Rows: rows, Columns: columns, Values: make([]float32, rows*columns)}
	if scale > 0 {
		for i := range p.Values {
			p.Values[i] = float32(random.NormFloat64() * scale)
		}
	}
	return p
}

// prepare makes room for learning.
func (p *Parameter) prepare() {
	n := len(p.Values)
	for i := range p.gradients {
		p.gradients[i] = make([]float32, n)
		if p.table {
			p.touched[i] = make([]bool, p.Rows)
		}
	}
	p.moment, p.square = make([]float32, n), make([]float32, n)
	p.average = append([]float32(nil), p.Values...)
	if p.table {
		p.last = make([]int32, p.Rows)
	}
}

// begin forgets what was noted while the parameter was learned before.
func (p *Parameter) begin() {
	copy(p.average, p.Values)
	clear(p.moment)
	clear(p.square)
	clear(p.last)
}

// pack lays the matrix out for products.
func (p *Parameter) pack() {
	if p.table || p.Rows == 1 {
		return
	}
	p.ahead.Pack(p.Values, p.Rows, p.Columns, p.Columns)
	if p.Rows%matrix.Width == 0 {
		p.transposed.PackTransposed(p.Values, p.Columns, p.Rows, p.Columns)
	}
}

// row returns a row of the values.
func (p *Parameter) row(i int) []float32 { return p.Values[i*p.Columns : (i+1)*p.Columns] }

// touch returns a row of a shard's gradient and notes that it is used.
func (p *Parameter) touch(shard, i int) []float32 {
	p.touched[shard][i] = true
	return p.gradients[shard][i*p.Columns : (i+1)*p.Columns]
}

// norm adds up the shards' gradients into the first one's and returns the sum of
// the squares.
func (p *Parameter) norm() float64 {
	sum := 0.0
	if !p.table {
		g := p.gradients[0]
		for _, h := range p.gradients[1:] {
			for i, x := range h {
				g[i] += x
			}
			clear(h)
		}
		return squares(g)
	}
	for r := range p.Rows {
		g := p.gradients[0][r*p.Columns : (r+1)*p.Columns]
		used := p.touched[0][r]
		for s := 1; s < Shards; s++ {
			if !p.touched[s][r] {
				continue
			}
			used, p.touched[s][r] = true, false
			h := p.gradients[s][r*p.Columns : (r+1)*p.Columns]
			for i, x := range h {
				g[i] += x
			}
			clear(h)
		}
		p.touched[0][r] = used
		if used {
			sum += squares(g)
		}
	}
	return sum
}

func squares(g []float32) float64 {
	var sum float64
	for len(g) > 0 {
		n := min(len(g), 256)
		var part float32
		for _, x := range g[:n] {
			part += x * x
		}
		sum += float64(part)
		g = g[n:]
	}
	return sum
}

// Adam (Kingma and Ba 2015).
const (
	beta1   = 0.9
	beta2   = 0.98
	epsilon = 1e-8
)

// pace is how a step is taken.
type pace struct {
	step    int
	rate    float32 // of learning
	shrink  float32 // of the gradient
	average float32 // weight of the new value in the mean of the values
}

// update takes a step of Adam with the gradient that norm has added up. The rows
// of tables that have no gradient stay as they are.
func (p *Parameter) update(c pace) {
	m := c.rate / float32(1-math.Pow(beta1, float64(c.step)))
	v := 1 / float32(1-math.Pow(beta2, float64(c.step)))
	if !p.table {
		p.adam(0, len(p.Values), c, m, v)
		p.pack()
		return
	}
	for r, touched := range p.touched[0] {
		if !touched {
			continue
		}
		p.touched[0][r] = false
		p.settle(r, c)
		p.adam(r*p.Columns, (r+1)*p.Columns, c, m, v)
		p.last[r] = int32(c.step)
	}
}

// settle brings the mean of a row of a table to the step before.
func (p *Parameter) settle(r int, c pace) {
	n := c.step - 1 - int(p.last[r])
	if n <= 0 {
		return
	}
	keep := float32(math.Pow(float64(1-c.average), float64(n)))
	for i := r * p.Columns; i < (r+1)*p.Columns; i++ {
		p.average[i] = p.Values[i] + keep*(p.average[i]-p.Values[i])
	}
	p.last[r] = int32(c.step - 1)
}

func (p *Parameter) adam(from, to int, c pace, rate, scale float32) {
	g, m, v := p.gradients[0][from:to], p.moment[from:to], p.square[from:to]
	w, e := p.Values[from:to], p.average[from:to]
	for i := range g {
		x := g[i] * c.shrink
		g[i] = 0
		m[i] += (1 - beta1) * (x - m[i])
		v[i] += (1 - beta2) * (x*x - v[i])
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]*scale))) + epsilon)
		e[i] += c.average * (w[i] - e[i])
	}
}

// exchange puts the means in the place of the values, and the other way round.
func (p *Parameter) exchange(c pace) {
	for r := range p.last {
		p.settle(r, pace{step: c.step + 1, average: c.average})
	}
	p.Values, p.average = p.average, p.Values
	p.pack()
}
