package kernel

import "math"

// Zero is the byte that stands for 0 where activations can be negative, and Step
// how many bytes lie between 0 and 1 in the outputs of Cell.
const (
	Zero = 128
	Step = 127
)

// Cell computes one step of a long short-term memory for n units, a multiple of
// eight. input and recurrent are the sums of the four gates (input, forget,
// output, candidate), n each; they are worth inputScale and recurrentScale, and
// bias is added. cell is replaced by its new value; out is the output, Step times
// its size above Zero.
func Cell(n int, input, recurrent []int32, inputScale, recurrentScale, bias, cell []float32, out []uint8) {
	_, _, _, _, _, _, _ = input[4*n-1], recurrent[4*n-1], inputScale[4*n-1], recurrentScale[4*n-1], bias[4*n-1], cell[n-1], out[n-1]
	if wide && n%16 == 0 {
		cell512(n, &input[0], &recurrent[0], &inputScale[0], &recurrentScale[0], &bias[0], &cell[0], &out[0])
		return
	}
	if vectors && n%8 == 0 {
		cell256(n, &input[0], &recurrent[0], &inputScale[0], &recurrentScale[0], &bias[0], &cell[0], &out[0])
		return
	}
	cellPortable(n, input, recurrent, inputScale, recurrentScale, bias, cell, out)
}

func cellPortable(n int, input, recurrent []int32, inputScale, recurrentScale, bias, cell []float32, out []uint8) {
	sum := func(j int) float32 {
		return float32(float32(float32(input[j])*inputScale[j])+float32(float32(recurrent[j])*recurrentScale[j])) + bias[j]
	}
	for j := range n {
		i, f, o, g := sigmoid(sum(j)), sigmoid(sum(n+j)), sigmoid(sum(2*n+j)), tanh(sum(3*n+j))
		cell[j] = float32(cell[j]*f) + float32(i*g)
		h := float32(o * tanh(cell[j]))
		out[j] = uint8(math.RoundToEven(float64(float32(h*Step) + Zero)))
	}
}

// tanh is a fraction that is near the hyperbolic tangent, to 1e-4: the seventh
// convergent of Lambert's continued fraction.
func tanh(x float32) float32 {
	x = max(min(x, 4.97), -4.97)
	s := float32(x * x)
	p := s + 378
	p = float32(p*s) + 17325
	p = float32(p*s) + 135135
	q := float32(s*28) + 3150
	q = float32(q*s) + 62370
	q = float32(q*s) + 135135
	return float32(p*x) / q
}

func sigmoid(x float32) float32 { return float32(tanh(float32(x*0.5))*0.5) + 0.5 }

// Scale turns sums into numbers: each times its scale plus its bias.
func Scale(sums []int32, scale, bias, out []float32) {
	n := len(sums)
	_, _, _ = scale[n-1], bias[n-1], out[n-1]
	if vectors && n%8 == 0 {
		scale256(n, &sums[0], &scale[0], &bias[0], &out[0])
		return
	}
	for i, s := range sums {
		out[i] = float32(float32(s)*scale[i]) + bias[i]
	}
}

// Rectify turns sums into activations: each times its scale plus its bias, as a
// whole number from 0 to 255.
func Rectify(sums []int32, scale, bias []float32, out []uint8) {
	n := len(sums)
	_, _, _ = scale[n-1], bias[n-1], out[n-1]
	if vectors && n%8 == 0 {
		rectify256(n, &sums[0], &scale[0], &bias[0], &out[0])
		return
	}
	for i, s := range sums {
		out[i] = uint8(math.RoundToEven(float64(min(max(float32(float32(s)*scale[i])+bias[i], 0), 255))))
	}
}

// SumColumns is the number of columns of the table that Sum reads.
const SumColumns = 64

// Sum adds rows of a table of bytes with SumColumns columns.
func Sum(table string, rows []uint32, out *[SumColumns]int16) {
	if len(rows) == 0 {
		*out = [SumColumns]int16{}
		return
	}
	for _, r := range rows {
		_ = table[(int(r)+1)*SumColumns-1]
	}
	if vectors {
		sum(table, rows, out)
		return
	}
	*out = [SumColumns]int16{}
	for _, r := range rows {
		row := table[int(r)*SumColumns : (int(r)+1)*SumColumns]
		for i := range out {
			out[i] += int16(int8(row[i]))
		}
	}
}
