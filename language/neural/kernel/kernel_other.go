//go:build !amd64 || purego

package kernel

var vectors, wide bool // no vector instructions here

func product(rows int, x []uint8, stride, in int, w string, y []int32, line int) {
	productPortable(rows, x, stride, in, w, y, line)
}

func sum(string, []uint32, *[SumColumns]int16) { panic("kernel: no vectors") }

func cell256(int, *int32, *int32, *float32, *float32, *float32, *float32, *uint8) {
	panic("kernel: no vectors")
}

func cell512(int, *int32, *int32, *float32, *float32, *float32, *float32, *uint8) {
	panic("kernel: no vectors")
}

func scale256(int, *int32, *float32, *float32, *float32) { panic("kernel: no vectors") }

func rectify256(int, *int32, *float32, *float32, *uint8) { panic("kernel: no vectors") }

func join256(int, *float32, *float32, float32, *uint8) { panic("kernel: no vectors") }

func shorten256(int, *float32, *int8) float32 { panic("kernel: no vectors") }
