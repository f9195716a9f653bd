//go:build !purego

package matrix

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

var (
	vector256 = cpu.X86.HasAVX2 && cpu.X86.HasFMA
	vector512 = vector256 && cpu.X86.HasAVX512F
)

// multiplyPanel adds A times one panel of B to Width columns of C.
func multiplyPanel(rows, depth int, a []float32, row, column int, b, c []float32, line int) {
	if !vector256 {
		panelPortable(rows, depth, a, row, column, b, c, line)
		return
	}
	const size = unsafe.Sizeof(float32(0))
	down, right, below := uintptr(row)*size, uintptr(column)*size, uintptr(line)*size
	i := 0
	if vector512 {
		for ; i+8 <= rows; i += 8 {
			panel8x512(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
		}
		if i+4 <= rows {
			panel4x512(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
			i += 4
		}
		if i+2 <= rows {
			panel2x512(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
			i += 2
		}
		if i < rows {
			panel1x512(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
		}
		return
	}
	for ; i+4 <= rows; i += 4 {
		panel4x256(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
		panel4x256(depth, &a[i*row], down, right, &b[Width/2], Width*size, &c[i*line+Width/2], below)
	}
	for ; i < rows; i++ {
		panel1x256(depth, &a[i*row], down, right, &b[0], Width*size, &c[i*line], below)
		panel1x256(depth, &a[i*row], down, right, &b[Width/2], Width*size, &c[i*line+Width/2], below)
	}
}
