package network

import "annals/train/matrix"

// lstm is one direction of a layer of long short-term memories.
type lstm struct {
	input, recurrent, bias *Parameter
	units                  int
	backwards              bool
}

// memory is what the forward pass leaves for the backward pass.
type memory struct {
	in              []float32 // input rows
	gates           []float32 // values of the gates, four times the units a row
	cells, squashed []float32
	hidden          []float32 // outputs of the step before, with the mask
	mask            []float32 // of recurrent dropout, by sentence; nil without
}

// forward writes the outputs to columns [column, column+units) of out, which has
// width columns.
func (l *lstm) forward(b *batch, in, out []float32, column, width int, drop float32, random *dice, s *space) *memory {
	n := l.units
	m := &memory{in: in, gates: s.raw(b.rows * 4 * n), cells: s.raw(b.rows * n), squashed: s.raw(b.rows * n), hidden: s.zeros(b.rows * n)}
	for r := range b.rows {
		copy(m.gates[r*4*n:], l.bias.Values)
	}
	matrix.Multiply(b.rows, in, l.input.Rows, 1, &l.input.ahead, m.gates, 4*n)
	if drop > 0 {
		m.mask = s.raw(len(b.examples) * n)
		random.mask(m.mask, drop)
	}
	zeros := s.zeros(n)
	for _, t := range b.times(l.backwards) {
		at := b.start[t]
		known, old := b.before(t, l.backwards)
		for i := range known {
			h := m.hidden[(at+i)*n : (at+i+1)*n]
			copy(h, out[(old+i)*width+column:])
			if m.mask != nil {
				multiply(h, m.mask[i*n:(i+1)*n])
			}
		}
		if known > 0 {
			matrix.Multiply(known, m.hidden[at*n:], n, 1, &l.recurrent.ahead, m.gates[at*4*n:], 4*n)
		}
		for i := range b.going[t] {
			r, cell := at+i, zeros
			if i < known {
				cell = m.cells[(old+i)*n : (old+i+1)*n]
			}
			matrix.Gates(n, m.gates[r*4*n:(r+1)*4*n], cell, m.cells[r*n:(r+1)*n], m.squashed[r*n:(r+1)*n], out[r*width+column:r*width+column+n])
		}
	}
	return m
}

// backward takes the gradient of the outputs and adds that of the input to din.
func (l *lstm) backward(b *batch, m *memory, dout []float32, column, width int, din []float32, shard int, s *space) {
	n := l.units
	dgates, dhidden, dcells := s.raw(b.rows*4*n), s.zeros(b.rows*n), s.zeros(b.rows*n)
	dh := s.raw(len(b.examples) * n)
	zeros, sink := s.zeros(n), s.raw(n)
	for _, t := range b.times(!l.backwards) {
		at := b.start[t]
		known, old := b.before(t, l.backwards)
		for i := range b.going[t] {
			r := at + i
			h := dhidden[r*n : (r+1)*n]
			add(h, dout[r*width+column:r*width+column+n])
			cell, dcell := zeros, sink
			if i < known {
				cell, dcell = m.cells[(old+i)*n:(old+i+1)*n], dcells[(old+i)*n:(old+i+1)*n]
			}
			matrix.GatesBack(n, m.gates[r*4*n:(r+1)*4*n], cell, m.squashed[r*n:(r+1)*n], h, dcells[r*n:(r+1)*n], dgates[r*4*n:(r+1)*4*n], dcell)
		}
		if known == 0 {
			continue
		}
		clear(dh[:known*n])
		matrix.Multiply(known, dgates[at*4*n:], 4*n, 1, &l.recurrent.transposed, dh, n)
		for i := range known {
			d := dh[i*n : (i+1)*n]
			if m.mask != nil {
				multiply(d, m.mask[i*n:(i+1)*n])
			}
			add(dhidden[(old+i)*n:(old+i+1)*n], d)
		}
	}
	packed := &s.panels
	packed.Pack(dgates, b.rows, 4*n, 4*n)
	matrix.Multiply(l.input.Rows, m.in, 1, l.input.Rows, packed, l.input.gradients[shard], 4*n)
	matrix.Multiply(n, m.hidden, 1, n, packed, l.recurrent.gradients[shard], 4*n)
	sumRows(l.bias.gradients[shard], dgates, b.rows, 4*n)
	if din != nil {
		matrix.Multiply(b.rows, dgates, 4*n, 1, &l.input.transposed, din, l.input.Rows)
	}
}

// sumRows adds the rows of a matrix to a vector.
func sumRows(sum, rows []float32, n, width int) {
	for r := range n {
		add(sum[:width], rows[r*width:(r+1)*width])
	}
}
