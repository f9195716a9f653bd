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

// cellPortable takes the operations in the order of the vector code, which
// explains it.
func cellPortable(n int, input, recurrent []int32, inputScale, recurrentScale, bias, cell []float32, out []uint8) {
	sum := func(j int) float32 {
		return float32(float32(float32(input[j])*inputScale[j])+float32(float32(recurrent[j])*recurrentScale[j])) + bias[j]
	}
	for j := range n {
		pi, qi := sigmoid(sum(j))
		pf, qf := sigmoid(sum(n + j))
		po, qo := sigmoid(sum(2*n + j))
		pg, qg := fraction(sum(3*n + j))
		under := float32(qi * qg)
		c := float32(float32(cell[j]*pf)*under) + float32(float32(pi*pg)*qf)
		c = float32(c*0.5) / float32(under*qf)
		cell[j] = c
		pc, qc := fraction(c)
		h := float32(float32(pc*po)*0.5) / float32(qc*qo)
		out[j] = uint8(math.RoundToEven(float64(float32(h*Step) + Zero)))
	}
}

// fraction gives p and q so that p/q is near the hyperbolic tangent of x, to 2e-3:
// the fifth convergent of Lambert's continued fraction.
func fraction(x float32) (p, q float32) {
	x = max(min(x, 3.6467), -3.6467)
	s := float32(x * x)
	p = float32(float32(s+105)*s) + 945
	q = float32(s*15) + 420
	q = float32(q*s) + 945
	return float32(p * x), q
}

// sigmoid gives p and q so that p/2q is near the logistic function of x.
func sigmoid(x float32) (p, q float32) {
	p, q = fraction(float32(x * 0.5))
	return p + q, q
}

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

// Join adds two vectors of numbers and turns them into activations: step times the
// sum, as a whole number from 0 to 255.
func Join(a, b []float32, step float32, out []uint8) {
	n := len(a)
	_, _ = b[n-1], out[n-1]
	if vectors && n%8 == 0 {
		join256(n, &a[0], &b[0], step, &out[0])
		return
	}
	for i, x := range a {
		out[i] = uint8(math.RoundToEven(float64(min(max(float32(float32(x+b[i])*step), 0), 255))))
	}
}

// Shorten turns numbers into weights: the one that is farthest from zero becomes
// Limit or -Limit. It returns what a step is worth.
func Shorten(x []float32, out []int8) float32 {
	n := len(x)
	_ = out[n-1]
	if vectors && n%8 == 0 {
		return shorten256(n, &x[0], &out[0])
	}
	longest := float32(1e-6)
	for _, v := range x {
		longest = max(longest, v, -v)
	}
	by := Limit / longest
	for i, v := range x {
		out[i] = int8(math.RoundToEven(float64(float32(v * by))))
	}
	return longest * (1.0 / Limit)
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
