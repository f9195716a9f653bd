package neural

// Names is the work space of finding names.
type Names struct {
	sums []float32
	back []uint8
}

// never is the score of what cannot be.
const never = -1e30

// Labels finds the best sequence of labels for the words 1 to n-1. Label 0 is
// "no name"; label 2k+1 begins a name of kind k, 2k+2 continues one, which only
// the two labels of that kind can precede. scores has a row of width numbers for
// each word, choices of them labels.
func (l *Names) Labels(scores []float32, n, width, choices int, labels []uint8) {
	if n < 2 {
		return
	}
	l.sums, l.back = resize(l.sums, n*choices), resize(l.back, n*choices)
	for i := 1; i < n; i++ {
		row := scores[i*width : i*width+choices]
		sums, back := l.sums[i*choices:(i+1)*choices], l.back[i*choices:(i+1)*choices]
		if i == 1 {
			copy(sums, row)
			for k := 2; k < choices; k += 2 {
				sums[k] = never
			}
			continue
		}
		before := l.sums[(i-1)*choices : i*choices]
		top := best(before)
		for k, x := range row {
			from := top
			if k > 0 && k%2 == 0 {
				from = k - 1
				if before[k] > before[k-1] {
					from = k
				}
			}
			sums[k], back[k] = before[from]+x, uint8(from)
		}
	}
	k := best(l.sums[(n-1)*choices : n*choices])
	for i := n - 1; i >= 1; i-- {
		labels[i] = uint8(k)
		k = int(l.back[i*choices+k])
	}
}

// best is the position of the highest number; the first of equals.
func best(z []float32) int {
	b := 0
	for i, x := range z {
		if x > z[b] {
			b = i
		}
	}
	return b
}
