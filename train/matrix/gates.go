package matrix

// Gates computes one step of a long short-term memory (Hochreiter and
// Schmidhuber 1997, with forget gates) for n units, a multiple of eight. z holds
// the sums of the input, forget and output gates and of the candidate, n each,
// and is replaced by their values; before is the cell of the step before; cell,
// its tanh and the output are written.
func Gates(n int, z, before, cell, squashed, out []float32) {
	if n%8 != 0 {
		panic("matrix: the number of units is no multiple of eight")
	}
	_, _, _, _, _ = z[4*n-1], before[n-1], cell[n-1], squashed[n-1], out[n-1]
	if vector256 {
		gates256(n, &z[0], &before[0], &cell[0], &squashed[0], &out[0])
		return
	}
	for j := range n {
		i, f, o, g := Sigmoid(z[j]), Sigmoid(z[n+j]), Sigmoid(z[2*n+j]), Tanh(z[3*n+j])
		z[j], z[n+j], z[2*n+j], z[3*n+j] = i, f, o, g
		cell[j] = float32(i*g) + float32(before[j]*f)
		squashed[j] = Tanh(cell[j])
		out[j] = o * squashed[j]
	}
}

// GatesBack is the gradient of Gates. z are the values that Gates left there,
// dout and dcell the gradients of the output and of the cell; dz and dbefore are
// written.
func GatesBack(n int, z, before, squashed, dout, dcell, dz, dbefore []float32) {
	if n%8 != 0 {
		panic("matrix: the number of units is no multiple of eight")
	}
	_, _, _, _, _, _, _ = z[4*n-1], before[n-1], squashed[n-1], dout[n-1], dcell[n-1], dz[4*n-1], dbefore[n-1]
	if vector256 {
		gatesBack256(n, &z[0], &before[0], &squashed[0], &dout[0], &dcell[0], &dz[0], &dbefore[0])
		return
	}
	for j := range n {
		i, f, o, g := z[j], z[n+j], z[2*n+j], z[3*n+j]
		y, d := squashed[j], dout[j]
		e := dcell[j] + d*o*(1-y*y)
		dz[j] = e * g * i * (1 - i)
		dz[n+j] = e * before[j] * f * (1 - f)
		dz[2*n+j] = d * y * o * (1 - o)
		dz[3*n+j] = e * i * (1 - g*g)
		dbefore[j] = e * f
	}
}

// Tanh is a rational approximation of the hyperbolic tangent, good to 1e-6, the
// same to the bit as the vector code. After Eigen's.
func Tanh(x float32) float32 {
	x = max(min(x, 7.90531110763549805), -7.90531110763549805)
	s := x * x
	p := float32(-2.76076847742355e-16)
	for _, c := range [...]float32{2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05, 6.37261928875436e-04, 4.89352455891786e-03} {
		p = float32(p*s) + c
	}
	q := float32(1.19825839466702e-06)
	for _, c := range [...]float32{1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03} {
		q = float32(q*s) + c
	}
	return float32(p*x) / q
}

// Sigmoid is the logistic function by Tanh.
func Sigmoid(x float32) float32 { return float32(Tanh(x*0.5)*0.5) + 0.5 }
