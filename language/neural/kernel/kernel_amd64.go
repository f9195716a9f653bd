//go:build !purego

package kernel

import (
	"unsafe"

	"golang.org/x/sys/cpu"
)

// What the processor can do. Tests set them to false.
var (
	vectors = cpu.X86.HasAVX2
	wide    = vectors && cpu.X86.HasAVX512F && cpu.X86.HasAVX512VNNI
)

// product multiplies rows with one block of weights.
func product(rows int, x []uint8, stride, in int, w string, y []int32, line int) {
	if !vectors {
		productPortable(rows, x, stride, in, w, y, line)
		return
	}
	weights := (*int8)(unsafe.Pointer(unsafe.StringData(w)))
	steps, across, below := in/group, uintptr(stride), uintptr(line)*unsafe.Sizeof(y[0])
	i := 0
	if !wide {
		for ; i+2 <= rows; i += 2 {
			product2x256(steps, &x[i*stride], across, weights, &y[i*line], below)
		}
		if i < rows {
			product1x256(steps, &x[i*stride], across, weights, &y[i*line], below)
		}
		return
	}
	for ; i+8 <= rows; i += 8 {
		product8x512(steps, &x[i*stride], across, weights, &y[i*line], below)
	}
	if i+4 <= rows {
		product4x512(steps, &x[i*stride], across, weights, &y[i*line], below)
		i += 4
	}
	if i+2 <= rows {
		product2x512(steps, &x[i*stride], across, weights, &y[i*line], below)
		i += 2
	}
	if i < rows {
		product1x512(steps, &x[i*stride], across, weights, &y[i*line], below)
	}
}

func sum(table string, rows []uint32, out *[SumColumns]int16) {
	sum256(len(rows), (*int8)(unsafe.Pointer(unsafe.StringData(table))), &rows[0], &out[0])
}
