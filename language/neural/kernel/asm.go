//go:build ignore

// asm writes the vector instructions of this package: go generate.
package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	ConstraintExpr("amd64,!purego")
	for _, rows := range []int{8, 4, 2, 1} {
		product512(rows)
	}
	for _, rows := range []int{2, 1} {
		product256(rows)
	}
	cell("cell512", 16, ZMM)
	cell("cell256", 8, YMM)
	scale256()
	rectify256()
	join256()
	shorten256()
	sum256()
	Generate()
}

const block = 32 // outputs of a block of weights

type arguments struct {
	steps, x, stride, w, y, line Register
}

func productArguments(name string, rows int) arguments {
	TEXT(name, NOSPLIT, "func(steps int, x *uint8, stride uintptr, w *int8, y *int32, line uintptr)")
	Pragma("noescape")
	Doc(fmt.Sprintf("%s multiplies %d rows of x with one block of weights; distances are in bytes.", name, rows))
	return arguments{
		Load(Param("steps"), GP64()), Load(Param("x"), GP64()), Load(Param("stride"), GP64()),
		Load(Param("w"), GP64()), Load(Param("y"), GP64()), Load(Param("line"), GP64()),
	}
}

// rowsOf gives the address of a row with few registers.
func rowsOf(base, distance Register, rows int) (at func(i, displacement int) Mem, fifth Register) {
	var three Register
	if rows > 2 {
		t := GP64()
		LEAQ(Mem{Base: distance, Index: distance, Scale: 2}, t)
		three = t
	}
	if rows > 4 {
		f := GP64()
		LEAQ(Mem{Base: base, Index: distance, Scale: 4}, f)
		fifth = f
	}
	return func(i, displacement int) Mem {
		m := Mem{Base: base, Disp: displacement}
		if i >= 4 {
			m.Base = fifth
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
	}, fifth
}

// product512 uses the instruction that multiplies 64 bytes and adds them by
// fours (AVX-512 VNNI).
func product512(rows int) {
	a := productArguments(fmt.Sprintf("product%dx512", rows), rows)
	xs, fifth := rowsOf(a.x, a.stride, rows)
	ys, _ := rowsOf(a.y, a.line, rows)
	sums := make([][2]VecVirtual, rows)
	for i := range sums {
		for v := range sums[i] {
			sums[i][v] = ZMM()
			VPXORD(sums[i][v], sums[i][v], sums[i][v])
		}
	}
	Label("step")
	w := [2]VecVirtual{ZMM(), ZMM()}
	for v := range w {
		VMOVDQU32(Mem{Base: a.w, Disp: 64 * v}, w[v])
	}
	for i := range sums {
		x := ZMM()
		VPBROADCASTD(xs(i, 0), x)
		for v := range w {
			multiplyByFours(w[v], x, sums[i][v])
		}
	}
	ADDQ(Imm(4), a.x)
	if rows > 4 {
		ADDQ(Imm(4), fifth)
	}
	ADDQ(Imm(4*block), a.w)
	DECQ(a.steps)
	JNZ(LabelRef("step"))
	for i := range sums {
		for v := range sums[i] {
			VMOVDQU32(sums[i][v], ys(i, 64*v))
		}
	}
	VZEROUPPER()
	RET()
}

// multiplyByFours is VPDPBUSD, which the generator has no name for: four signed
// bytes of w times four unsigned bytes of x are added to every number of sum.
func multiplyByFours(w, x, sum VecVirtual) {
	Instruction(&ir.Instruction{
		Opcode: "VPDPBUSD", Operands: []Op{w, x, sum}, Inputs: []Op{w, x, sum}, Outputs: []Op{sum},
		ISA: []string{"AVX512VNNI"},
	})
}

// product256 multiplies and adds by twos, and by twos again (AVX2). No sum of two
// products overflows, since weights are at most 64.
func product256(rows int) {
	a := productArguments(fmt.Sprintf("product%dx256", rows), rows)
	xs, _ := rowsOf(a.x, a.stride, rows)
	ys, _ := rowsOf(a.y, a.line, rows)
	ones := YMM()
	VPCMPEQW(ones, ones, ones)
	VPSRLW(Imm(15), ones, ones)
	sums := make([][4]VecVirtual, rows)
	for i := range sums {
		for v := range sums[i] {
			sums[i][v] = YMM()
			VPXOR(sums[i][v], sums[i][v], sums[i][v])
		}
	}
	Label("step")
	for i := range sums {
		x := YMM()
		VPBROADCASTD(xs(i, 0), x)
		for v := range sums[i] {
			t := YMM()
			VPMADDUBSW(Mem{Base: a.w, Disp: 32 * v}, x, t)
			VPMADDWD(ones, t, t)
			VPADDD(t, sums[i][v], sums[i][v])
		}
	}
	ADDQ(Imm(4), a.x)
	ADDQ(Imm(4*block), a.w)
	DECQ(a.steps)
	JNZ(LabelRef("step"))
	for i := range sums {
		for v := range sums[i] {
			VMOVDQU(sums[i][v], ys(i, 32*v))
		}
	}
	VZEROUPPER()
	RET()
}

// data is a number sixteen times over.
func data(x float32) Mem {
	if m, ok := constants[x]; ok {
		return m
	}
	m := GLOBL(fmt.Sprintf("constant%d", len(constants)), RODATA|NOPTR)
	for i := 0; i < 16; i++ {
		DATA(i*4, U32(math.Float32bits(x)))
	}
	constants[x] = m
	return m
}

var constants = map[float32]Mem{}

// fraction gives p and q so that p/q is near tanh(x), which is lost: the fifth
// convergent of Lambert's continued fraction. Nothing is fused, so that plain Go
// gives the same bits.
func fraction(x VecVirtual, vector func() VecVirtual) (p, q VecVirtual) {
	VMINPS(data(3.6467), x, x)
	VMAXPS(data(-3.6467), x, x)
	s, p, q := vector(), vector(), vector()
	VMULPS(x, x, s)
	VADDPS(data(105), s, p)
	VMULPS(s, p, p)
	VADDPS(data(945), p, p)
	VMULPS(x, p, p)
	VMULPS(data(15), s, q)
	VADDPS(data(420), q, q)
	VMULPS(s, q, q)
	VADDPS(data(945), q, q)
	return p, q
}

// bytes stores the whole numbers of x, from 0 to 255, as bytes.
func bytes(x VecVirtual, to Mem, lanes int) {
	if lanes == 16 {
		VPMOVDB(x, to)
		return
	}
	high := XMM()
	VEXTRACTI128(Imm(1), x, high)
	low := x.AsX()
	VPACKUSDW(high, low, low)
	VPACKUSWB(low, low, low)
	VMOVQ(low, to)
}

func cell(name string, lanes int, vector func() VecVirtual) {
	TEXT(name, NOSPLIT, "func(n int, input, recurrent *int32, inputScale, recurrentScale, bias, cell *float32, out *uint8)")
	Pragma("noescape")
	Doc(fmt.Sprintf("%s is Cell for n units, a multiple of %d.", name, lanes))
	n := Load(Param("n"), GP64())
	input := Load(Param("input"), GP64())
	recurrent := Load(Param("recurrent"), GP64())
	inputScale := Load(Param("inputScale"), GP64())
	recurrentScale := Load(Param("recurrentScale"), GP64())
	bias := Load(Param("bias"), GP64())
	cell := Load(Param("cell"), GP64())
	out := Load(Param("out"), GP64())
	step, three := GP64(), GP64()
	LEAQ(Mem{Base: n, Index: n, Scale: 1}, step)
	ADDQ(step, step)
	LEAQ(Mem{Base: step, Index: step, Scale: 2}, three)
	gate := func(p Register, i int) Mem {
		switch i {
		case 1:
			return Mem{Base: p, Index: step, Scale: 1}
		case 2:
			return Mem{Base: p, Index: step, Scale: 2}
		case 3:
			return Mem{Base: p, Index: three, Scale: 1}
		}
		return Mem{Base: p}
	}
	Label("unit")
	// Divisions are slow, so that all that is divided is gathered first. With
	// sigmoid(x) = (q+p)/2q, where p/q = tanh(x/2):
	//	cell = ((qf+pf)·cell·qi·qg + (qi+pi)·pg·qf) / 2·qf·qi·qg
	//	out = (qo+po)·pc / 2·qo·qc
	var p, q [4]VecVirtual
	for i := range p {
		x, y := vector(), vector()
		VCVTDQ2PS(gate(input, i), x)
		VMULPS(gate(inputScale, i), x, x)
		VCVTDQ2PS(gate(recurrent, i), y)
		VMULPS(gate(recurrentScale, i), y, y)
		VADDPS(y, x, x)
		VADDPS(gate(bias, i), x, x)
		if i < 3 {
			VMULPS(data(0.5), x, x)
		}
		p[i], q[i] = fraction(x, vector)
		if i < 3 {
			VADDPS(q[i], p[i], p[i])
		}
	}
	c, x := vector(), vector()
	VMULPS(Mem{Base: cell}, p[1], c)
	VMULPS(q[3], q[0], x)
	VMULPS(x, c, c)
	VMULPS(p[3], p[0], p[0])
	VMULPS(q[1], p[0], p[0])
	VADDPS(p[0], c, c)
	VMULPS(data(0.5), c, c)
	VMULPS(q[1], x, x)
	VDIVPS(x, c, c)
	VMOVUPS(c, Mem{Base: cell})
	pc, qc := fraction(c, vector)
	c = vector()
	VMULPS(p[2], pc, pc)
	VMULPS(data(0.5), pc, pc)
	VMULPS(q[2], qc, qc)
	VDIVPS(qc, pc, c)
	VMULPS(data(127), c, c)
	VADDPS(data(128), c, c)
	VCVTPS2DQ(c, c)
	bytes(c, Mem{Base: out}, lanes)
	for _, p := range []Register{input, recurrent, inputScale, recurrentScale, bias, cell} {
		ADDQ(Imm(uint64(4*lanes)), p)
	}
	ADDQ(Imm(uint64(lanes)), out)
	SUBQ(Imm(uint64(lanes)), n)
	JNZ(LabelRef("unit"))
	VZEROUPPER()
	RET()
}

func scale256() {
	TEXT("scale256", NOSPLIT, "func(n int, sums *int32, scale, bias, out *float32)")
	Pragma("noescape")
	Doc("scale256 is Scale for n numbers, a multiple of eight.")
	n := Load(Param("n"), GP64())
	sums := Load(Param("sums"), GP64())
	scale := Load(Param("scale"), GP64())
	bias := Load(Param("bias"), GP64())
	out := Load(Param("out"), GP64())
	Label("next")
	x := YMM()
	VCVTDQ2PS(Mem{Base: sums}, x)
	VMULPS(Mem{Base: scale}, x, x)
	VADDPS(Mem{Base: bias}, x, x)
	VMOVUPS(x, Mem{Base: out})
	for _, p := range []Register{sums, scale, bias, out} {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("next"))
	VZEROUPPER()
	RET()
}

func rectify256() {
	TEXT("rectify256", NOSPLIT, "func(n int, sums *int32, scale, bias *float32, out *uint8)")
	Pragma("noescape")
	Doc("rectify256 is Rectify for n numbers, a multiple of eight.")
	n := Load(Param("n"), GP64())
	sums := Load(Param("sums"), GP64())
	scale := Load(Param("scale"), GP64())
	bias := Load(Param("bias"), GP64())
	out := Load(Param("out"), GP64())
	Label("next")
	x := YMM()
	VCVTDQ2PS(Mem{Base: sums}, x)
	VMULPS(Mem{Base: scale}, x, x)
	VADDPS(Mem{Base: bias}, x, x)
	VMAXPS(data(0), x, x)
	VMINPS(data(255), x, x)
	VCVTPS2DQ(x, x)
	bytes(x, Mem{Base: out}, 8)
	for _, p := range []Register{sums, scale, bias} {
		ADDQ(Imm(32), p)
	}
	ADDQ(Imm(8), out)
	SUBQ(Imm(8), n)
	JNZ(LabelRef("next"))
	VZEROUPPER()
	RET()
}

func join256() {
	TEXT("join256", NOSPLIT, "func(n int, a, b *float32, step float32, out *uint8)")
	Pragma("noescape")
	Doc("join256 is Join for n numbers, a multiple of eight.")
	n := Load(Param("n"), GP64())
	a := Load(Param("a"), GP64())
	b := Load(Param("b"), GP64())
	out := Load(Param("out"), GP64())
	step := YMM()
	VBROADCASTSS(NewParamAddr("step", 24), step)
	Label("next")
	x := YMM()
	VMOVUPS(Mem{Base: a}, x)
	VADDPS(Mem{Base: b}, x, x)
	VMULPS(step, x, x)
	VMAXPS(data(0), x, x)
	VMINPS(data(255), x, x)
	VCVTPS2DQ(x, x)
	bytes(x, Mem{Base: out}, 8)
	ADDQ(Imm(32), a)
	ADDQ(Imm(32), b)
	ADDQ(Imm(8), out)
	SUBQ(Imm(8), n)
	JNZ(LabelRef("next"))
	VZEROUPPER()
	RET()
}

func shorten256() {
	TEXT("shorten256", NOSPLIT, "func(n int, x *float32, out *int8) float32")
	Pragma("noescape")
	Doc("shorten256 is Shorten for n numbers, a multiple of eight.")
	n := Load(Param("n"), GP64())
	x := Load(Param("x"), GP64())
	out := Load(Param("out"), GP64())
	at, left := GP64(), GP64()
	MOVQ(x, at)
	MOVQ(n, left)
	longest, sign := YMM(), YMM()
	VMOVUPS(data(1e-6), longest)
	VPCMPEQD(sign, sign, sign)
	VPSRLD(Imm(1), sign, sign) // all bits but that of the sign
	Label("measure")
	y := YMM()
	VANDPS(Mem{Base: at}, sign, y)
	VMAXPS(y, longest, longest)
	ADDQ(Imm(32), at)
	SUBQ(Imm(8), left)
	JNZ(LabelRef("measure"))
	for _, lanes := range []uint64{1, 0x4e, 0xb1} {
		z := YMM()
		if lanes == 1 {
			VPERM2F128(Imm(1), longest, longest, z)
		} else {
			VPERMILPS(Imm(lanes), longest, z)
		}
		VMAXPS(z, longest, longest)
	}
	by := YMM()
	VMOVUPS(data(64), by)
	VDIVPS(longest, by, by)
	Label("next")
	v := YMM()
	VMULPS(Mem{Base: x}, by, v)
	VCVTPS2DQ(v, v)
	high, low := XMM(), v.AsX()
	VEXTRACTI128(Imm(1), v, high)
	VPACKSSDW(high, low, low)
	VPACKSSWB(low, low, low)
	VMOVQ(low, Mem{Base: out})
	ADDQ(Imm(32), x)
	ADDQ(Imm(8), out)
	SUBQ(Imm(8), n)
	JNZ(LabelRef("next"))
	VMULPS(data(1.0/64), longest, longest)
	Store(longest.AsX(), ReturnIndex(0))
	VZEROUPPER()
	RET()
}

func sum256() {
	TEXT("sum256", NOSPLIT, "func(n int, table *int8, rows *uint32, out *int16)")
	Pragma("noescape")
	Doc("sum256 adds n rows, at least one, of a table with 64 columns.")
	n := Load(Param("n"), GP64())
	table := Load(Param("table"), GP64())
	rows := Load(Param("rows"), GP64())
	out := Load(Param("out"), GP64())
	var sums [4]VecVirtual
	for i := range sums {
		sums[i] = YMM()
		VPXOR(sums[i], sums[i], sums[i])
	}
	Label("row")
	r := GP64()
	MOVL(Mem{Base: rows}, r.As32())
	SHLQ(Imm(6), r)
	for i := range sums {
		x := YMM()
		VPMOVSXBW(Mem{Base: table, Index: r, Scale: 1, Disp: 16 * i}, x)
		VPADDW(x, sums[i], sums[i])
	}
	ADDQ(Imm(4), rows)
	DECQ(n)
	JNZ(LabelRef("row"))
	for i := range sums {
		VMOVDQU(sums[i], Mem{Base: out, Disp: 32 * i})
	}
	VZEROUPPER()
	RET()
}
