package matrix

// Width is the number of columns of a panel. Matrices on the right of a product
// have a number of columns that is a multiple of it.
const Width = 32

// Panels is a matrix laid out for standing on the right of a product: panels of
// Width columns, each with all its rows.
type Panels struct {
	Rows, Columns int
	data          []float32
}

// Pack lays out b, whose rows are line numbers apart. Space is used again.
func (p *Panels) Pack(b []float32, rows, columns, line int) {
	p.shape(rows, columns)
	for j := 0; j < columns; j += Width {
		out := p.data[j*rows:]
		for k := range rows {
			copy(out[k*Width:k*Width+Width], b[k*line+j:k*line+j+Width])
		}
	}
}

// PackTransposed lays out the transpose of b, which has columns rows that are
// line numbers apart.
func (p *Panels) PackTransposed(b []float32, rows, columns, line int) {
	p.shape(rows, columns)
	for j := 0; j < columns; j += Width {
		out := p.data[j*rows : (j+Width)*rows]
		for c := range Width {
			row := b[(j+c)*line : (j+c)*line+rows]
			for k, x := range row {
				out[k*Width+c] = x
			}
		}
	}
}

func (p *Panels) shape(rows, columns int) {
	if columns%Width != 0 {
		panic("matrix: the number of columns is no multiple of Width")
	}
	p.Rows, p.Columns = rows, columns
	if cap(p.data) < rows*columns {
		p.data = make([]float32, rows*columns)
	}
	p.data = p.data[:rows*columns]
}

// Multiply adds A·B to C. A has as many columns as B has rows; element (i, k) of
// A is a[i*row+k*column], so that A may be transposed; C has a row every line
// numbers.
func Multiply(rows int, a []float32, row, column int, b *Panels, c []float32, line int) {
	if rows == 0 || b.Rows == 0 || b.Columns == 0 {
		return
	}
	_ = a[(rows-1)*row+(b.Rows-1)*column]
	_ = c[(rows-1)*line+b.Columns-1]
	for j := 0; j < b.Columns; j += Width {
		multiplyPanel(rows, b.Rows, a, row, column, b.data[j*b.Rows:(j+Width)*b.Rows], c[j:], line)
	}
}

// panelPortable is the plain form of the vector code.
func panelPortable(rows, depth int, a []float32, row, column int, b, c []float32, line int) {
	for i := range rows {
		out := c[i*line : i*line+Width]
		for k := range depth {
			x := a[i*row+k*column]
			for j, y := range b[k*Width : k*Width+Width] {
				out[j] += x * y
			}
		}
	}
}
