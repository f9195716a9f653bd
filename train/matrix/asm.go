//go:build ignore

// asm writes the vector instructions of this package: go generate.
package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64,!purego")
	for _, rows := range []int{8, 4, 2, 1} {
		panel(fmt.Sprintf("panel%dx512", rows), rows, 2, 64, ZMM)
	}
	for _, rows := range []int{4, 1} {
		panel(fmt.Sprintf("panel%dx256", rows), rows, 2, 32, YMM)
	}
	gates()
	gatesBack()
	Generate()
}

// panel adds the product of some rows of A and a panel of B to C: the sums stay
// in registers, an element of A is spread over a vector, and each sum is one
// chain of fused multiplications in the order of k, whatever the width.
func panel(name string, rows, vectors, width int, vector func() VecVirtual) {
	TEXT(name, NOSPLIT, "func(k int, a *float32, row, column uintptr, b *float32, pitch uintptr, c *float32, line uintptr)")
	Pragma("noescape")
	Doc(fmt.Sprintf("%s adds A (%d rows, k columns) times B (k rows, %d columns) to C; distances are in bytes.", name, rows, vectors*width/4))
	k := Load(Param("k"), GP64())
	a := Load(Param("a"), GP64())
	row := Load(Param("row"), GP64())
	column := Load(Param("column"), GP64())
	b := Load(Param("b"), GP64())
	pitch := Load(Param("pitch"), GP64())
	c := Load(Param("c"), GP64())
	line := Load(Param("line"), GP64())
	as, cs := rowsOf(a, row, rows), rowsOf(c, line, rows)
	sums := make([][]VecVirtual, rows)
	for i := range sums {
		for v := 0; v < vectors; v++ {
			s := vector()
			VMOVUPS(cs(i, v*width), s)
			sums[i] = append(sums[i], s)
		}
	}
	TESTQ(k, k)
	JZ(LabelRef("done"))
	Label("next")
	var bs []VecVirtual
	for v := 0; v < vectors; v++ {
		x := vector()
		VMOVUPS(Mem{Base: b, Disp: v * width}, x)
		bs = append(bs, x)
	}
	for i := 0; i < rows; i++ {
		x := vector()
		VBROADCASTSS(as(i, 0), x)
		for v := range bs {
			VFMADD231PS(x, bs[v], sums[i][v])
		}
	}
	ADDQ(column, a)
	if rows > 4 {
		ADDQ(column, fifth[a])
	}
	ADDQ(pitch, b)
	DECQ(k)
	JNZ(LabelRef("next"))
	Label("done")
	for i := range sums {
		for v, s := range sums[i] {
			VMOVUPS(s, cs(i, v*width))
		}
	}
	VZEROUPPER()
	RET()
}

// fifth is the pointer to the fifth row of a pointer's matrix.
var fifth = map[Register]Register{}

// rowsOf gives the address of a row with few registers: base, distance, three
// times the distance, and the fifth row.
func rowsOf(base, distance Register, rows int) func(int, int) Mem {
	var three, second Register
	if rows > 1 {
		t := GP64()
		LEAQ(Mem{Base: distance, Index: distance, Scale: 2}, t)
		three = t
	}
	if rows > 4 {
		s := GP64()
		LEAQ(Mem{Base: base, Index: distance, Scale: 4}, s)
		second, fifth[base] = s, s
	}
	return func(i, displacement int) Mem {
		m := Mem{Base: base, Disp: displacement}
		if i >= 4 {
			m.Base = second
		}
		switch i % 4 {
		case 1:
			m.Index, m.Scale = distance, 1
		case 2:
			m.Index, m.Scale = distance, 2
		case 3:
			m.Index, m.Scale = three, 1
		}
		return m
	}
}

// data is a constant eight times over.
func data(x float32) Mem {
	if m, ok := eight[x]; ok {
		return m
	}
	m := GLOBL(fmt.Sprintf("eight%d", len(eight)), RODATA|NOPTR)
	for i := 0; i < 8; i++ {
		DATA(i*4, U32(math.Float32bits(x)))
	}
	eight[x] = m
	return m
}

var eight = map[float32]Mem{}

// tanh replaces x by a rational approximation of tanh(x), after Eigen.
func tanh(x VecVirtual) {
	VMINPS(data(7.90531110763549805), x, x)
	VMAXPS(data(-7.90531110763549805), x, x)
	s, p, q := YMM(), YMM(), YMM()
	VMULPS(x, x, s)
	poly := func(p VecVirtual, cs ...float32) {
		VMOVUPS(data(cs[0]), p)
		for _, c := range cs[1:] {
			VMULPS(s, p, p)
			VADDPS(data(c), p, p)
		}
	}
	poly(p, -2.76076847742355e-16, 2.00018790482477e-13, -8.60467152213735e-11, 5.12229709037114e-08, 1.48572235717979e-05, 6.37261928875436e-04, 4.89352455891786e-03)
	VMULPS(x, p, p)
	poly(q, 1.19825839466702e-06, 1.18534705686654e-04, 2.26843463243900e-03, 4.89352518554385e-03)
	VDIVPS(q, p, x)
}

func sigmoid(x VecVirtual) {
	VMULPS(data(0.5), x, x)
	tanh(x)
	VMULPS(data(0.5), x, x)
	VADDPS(data(0.5), x, x)
}

func gates() {
	TEXT("gates256", NOSPLIT, "func(n int, z, before, cell, squashed, out *float32)")
	Pragma("noescape")
	Doc("gates256 is Gates for n units, a multiple of eight; z holds the four gates n apart.")
	n := Load(Param("n"), GP64())
	z := Load(Param("z"), GP64())
	before := Load(Param("before"), GP64())
	cell := Load(Param("cell"), GP64())
	squashed := Load(Param("squashed"), GP64())
	out := Load(Param("out"), GP64())
	step, three := GP64(), GP64()
	LEAQ(Mem{Base: n, Index: n, Scale: 1}, step)
	ADDQ(step, step)
	LEAQ(Mem{Base: step, Index: step, Scale: 2}, three)
	Label("unit")
	at := []Mem{{Base: z}, {Base: z, Index: step, Scale: 1}, {Base: z, Index: step, Scale: 2}, {Base: z, Index: three, Scale: 1}}
	var g [4]VecVirtual
	for i := range g {
		g[i] = YMM()
		VMOVUPS(at[i], g[i])
		if i < 3 {
			sigmoid(g[i])
		} else {
			tanh(g[i])
		}
		VMOVUPS(g[i], at[i])
	}
	x, y := YMM(), YMM()
	VMULPS(g[0], g[3], x)
	VMULPS(Mem{Base: before}, g[1], y)
	VADDPS(y, x, x)
	VMOVUPS(x, Mem{Base: cell})
	tanh(x)
	VMOVUPS(x, Mem{Base: squashed})
	VMULPS(g[2], x, x)
	VMOVUPS(x, Mem{Base: out})
	for _, p := range []Register{z, before, cell, squashed, out} {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("unit"))
	VZEROUPPER()
	RET()
}

func gatesBack() {
	TEXT("gatesBack256", NOSPLIT, "func(n int, z, before, squashed, dout, dcell, dz, dbefore *float32)")
	Pragma("noescape")
	Doc("gatesBack256 is GatesBack for n units, a multiple of eight.")
	n := Load(Param("n"), GP64())
	z := Load(Param("z"), GP64())
	before := Load(Param("before"), GP64())
	squashed := Load(Param("squashed"), GP64())
	dout := Load(Param("dout"), GP64())
	dcell := Load(Param("dcell"), GP64())
	dz := Load(Param("dz"), GP64())
	dbefore := Load(Param("dbefore"), GP64())
	step, three := GP64(), GP64()
	LEAQ(Mem{Base: n, Index: n, Scale: 1}, step)
	ADDQ(step, step)
	LEAQ(Mem{Base: step, Index: step, Scale: 2}, three)
	one := YMM()
	VMOVUPS(data(1), one)
	Label("unit")
	i, f, o, g, y, d, e, t := YMM(), YMM(), YMM(), YMM(), YMM(), YMM(), YMM(), YMM()
	VMOVUPS(Mem{Base: z}, i)
	VMOVUPS(Mem{Base: z, Index: step, Scale: 1}, f)
	VMOVUPS(Mem{Base: z, Index: step, Scale: 2}, o)
	VMOVUPS(Mem{Base: z, Index: three, Scale: 1}, g)
	VMOVUPS(Mem{Base: squashed}, y)
	VMOVUPS(Mem{Base: dout}, d)
	// the output gate: d*y*o*(1-o)
	VSUBPS(o, one, t)
	VMULPS(o, t, t)
	VMULPS(y, t, t)
	VMULPS(d, t, t)
	VMOVUPS(t, Mem{Base: dz, Index: step, Scale: 2})
	// the cell: dcell + d*o*(1-y*y)
	VMULPS(y, y, t)
	VSUBPS(t, one, t)
	VMULPS(o, t, t)
	VMULPS(d, t, e)
	VADDPS(Mem{Base: dcell}, e, e)
	// the input gate: e*g*i*(1-i)
	VSUBPS(i, one, t)
	VMULPS(i, t, t)
	VMULPS(g, t, t)
	VMULPS(e, t, t)
	VMOVUPS(t, Mem{Base: dz})
	// the candidate: e*i*(1-g*g)
	VMULPS(g, g, t)
	VSUBPS(t, one, t)
	VMULPS(i, t, t)
	VMULPS(e, t, t)
	VMOVUPS(t, Mem{Base: dz, Index: three, Scale: 1})
	// the forget gate: e*before*f*(1-f)
	VSUBPS(f, one, t)
	VMULPS(f, t, t)
	VMULPS(Mem{Base: before}, t, t)
	VMULPS(e, t, t)
	VMOVUPS(t, Mem{Base: dz, Index: step, Scale: 1})
	VMULPS(f, e, e)
	VMOVUPS(e, Mem{Base: dbefore})
	for _, p := range []Register{z, before, squashed, dout, dcell, dz, dbefore} {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("unit"))
	VZEROUPPER()
	RET()
}
