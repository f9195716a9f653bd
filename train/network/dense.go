package network

import "annals/train/matrix"

// dense is a layer in which every output sees every input: in·weights + bias.
type dense struct{ weights, bias *Parameter }

// activation is what a dense layer leaves for the backward pass.
type activation struct {
	in, out, mask []float32
	rows          int
}

// forward computes the layer; with relu set what is negative becomes zero, and
// dropout is applied.
func (d dense) forward(in []float32, rows int, relu bool, drop float32, random *dice, s *space) *activation {
	n := d.weights.Columns
	a := &activation{in: in, out: s.raw(rows * n), rows: rows}
	for r := range rows {
		copy(a.out[r*n:], d.bias.Values)
	}
	matrix.Multiply(rows, in, d.weights.Rows, 1, &d.weights.ahead, a.out, n)
	if relu {
		a.mask = rectify(a.out[:rows*n], drop, random, s)
	}
	return a
}

// rectify sets what is negative to zero and applies dropout; it returns by what
// each number was multiplied.
func rectify(x []float32, drop float32, random *dice, s *space) []float32 {
	mask := s.raw(len(x))[:len(x)]
	if drop > 0 {
		random.mask(mask, drop)
	} else {
		for i := range mask {
			mask[i] = 1
		}
	}
	for i := range x {
		if x[i] <= 0 {
			mask[i] = 0
		}
		x[i] *= mask[i]
	}
	return mask
}

// backward takes the gradient of the output, which it changes, and adds that of
// the input to din.
func (d dense) backward(a *activation, dout, din []float32, shard int, s *space) {
	n := d.weights.Columns
	if a.mask != nil {
		multiply(dout, a.mask)
	}
	packed := &s.panels
	packed.Pack(dout, a.rows, n, n)
	matrix.Multiply(d.weights.Rows, a.in, 1, d.weights.Rows, packed, d.weights.gradients[shard], n)
	sumRows(d.bias.gradients[shard], dout, a.rows, n)
	if din != nil {
		matrix.Multiply(a.rows, dout, n, 1, &d.weights.transposed, din, d.weights.Rows)
	}
}
