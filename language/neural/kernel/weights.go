package kernel

import (
	"fmt"
	"unsafe"
)

// Sizes of the layout of weights.
const (
	Block = 32 // outputs that are computed together
	group = 4  // inputs that are multiplied together
)

// Limit is the largest weight: two products of a weight and an activation then
// fit into sixteen bits.
const Limit = 64

// Weights is a matrix of weights from -Limit to Limit, laid out for products:
// for each block of outputs, for each group of inputs, the weights of the group
// output by output.
type Weights struct {
	In, Out int    // multiples of four and of Block
	data    string // a string, so that it can lie in the program itself
}

// NewWeights lays out weights; at(k, j) is the weight between input k and output j.
func NewWeights(in, out int, at func(k, j int) int8) Weights {
	data := make([]byte, in*out)
	fill(data, in, out, at)
	return Weights{in, out, string(data)}
}

func fill(data []byte, in, out int, at func(k, j int) int8) {
	i := 0
	for b := 0; b < out; b += Block {
		for k := 0; k < in; k += group {
			for j := range Block {
				for g := range group {
					data[i] = byte(at(k+g, b+j))
					i++
				}
			}
		}
	}
}

// Size is the number of bytes of weights.
func Size(in, out int) int { return in * out }

// ReadWeights takes the weights from the beginning of data.
func ReadWeights(data string, in, out int) (Weights, error) {
	if in <= 0 || out <= 0 || in%group != 0 || out%Block != 0 || len(data) < in*out {
		return Weights{}, fmt.Errorf("%d bytes of weights for %d inputs and %d outputs", len(data), in, out)
	}
	w := Weights{in, out, data[:in*out]}
	for i := range len(w.data) {
		if x := int8(w.data[i]); x > Limit || x < -Limit {
			return Weights{}, fmt.Errorf("weight %d is %d", i, x)
		}
	}
	return w, nil
}

// Data is the weights as they lie.
func (w Weights) Data() string { return w.data }

// Moving is weights that change from sentence to sentence.
type Moving struct {
	data []byte
	w    Weights
}

// Set lays out rows of in weights each as the outputs; what is missing to a whole
// block is zero.
func (m *Moving) Set(rows []int8, in int) *Weights {
	n := len(rows) / in
	out := (n + Block - 1) / Block * Block
	if cap(m.data) < in*out {
		m.data = make([]byte, in*out*5/4)
	}
	m.data = m.data[:in*out]
	clear(m.data[in*(out-Block):])
	for j := range n {
		row := rows[j*in : (j+1)*in]
		at := j/Block*Block*in + j%Block*group
		for k := 0; k < in; k += group {
			d, s := m.data[at:at+group], row[k:k+group]
			d[0], d[1], d[2], d[3] = byte(s[0]), byte(s[1]), byte(s[2]), byte(s[3])
			at += Block * group
		}
	}
	m.w = Weights{in, out, unsafe.String(&m.data[0], len(m.data))}
	return &m.w
}

// Product multiplies rows of activations with weights: y = x·w. x has a row every
// stride bytes, y a row of w.Out numbers every line numbers.
func Product(rows int, x []uint8, stride int, w *Weights, y []int32, line int) {
	if rows == 0 {
		return
	}
	_ = x[(rows-1)*stride+w.In-1]
	_ = y[(rows-1)*line+w.Out-1]
	for from := 0; from < rows; from += chunk {
		n := min(chunk, rows-from)
		for b := 0; b < w.Out; b += Block {
			product(n, x[from*stride:], stride, w.In, w.data[b*w.In:(b+Block)*w.In], y[from*line+b:], line)
		}
	}
}

// chunk is how many rows are multiplied with all weights before the next ones: as
// many as stay in the fastest cache.
const chunk = 24

// productPortable is the plain form of the vector code for one block.
func productPortable(rows int, x []uint8, stride, in int, w string, y []int32, line int) {
	for i := range rows {
		row := x[i*stride : i*stride+in]
		sums := y[i*line : i*line+Block]
		clear(sums)
		for k := 0; k < in; k += group {
			a, b, c, d := int32(row[k]), int32(row[k+1]), int32(row[k+2]), int32(row[k+3])
			ws := w[k*Block : (k+group)*Block]
			for j := range Block {
				v := ws[j*group : j*group+group]
				sums[j] += a*int32(int8(v[0])) + b*int32(int8(v[1])) + c*int32(int8(v[2])) + d*int32(int8(v[3]))
			}
		}
	}
}
