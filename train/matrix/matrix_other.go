//go:build !amd64 || purego

package matrix

const vector256 = false

func multiplyPanel(rows, depth int, a []float32, row, column int, b, c []float32, line int) {
	panelPortable(rows, depth, a, row, column, b, c, line)
}

func gates256(int, *float32, *float32, *float32, *float32, *float32) { panic("matrix: no vectors") }

func gatesBack256(int, *float32, *float32, *float32, *float32, *float32, *float32, *float32) {
	panic("matrix: no vectors")
}
