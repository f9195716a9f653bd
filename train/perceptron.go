package train

import (
	"math"
	"slices"

	"annals/language/linear"
)

// Perceptron holds the weights of a linear model while it learns: the averaged
// perceptron of Collins (2002), with the rule of Goldberg and Elhadad (2011)
// that a feature has no say until it has been part of a few mistakes.
type Perceptron struct {
	classes    int
	minUpdates int32

	slots []int32 // open addressing: 1 + position in rows, 0 for empty
	rows  []row
	now   int32 // examples seen
}

type row struct {
	hash    uint64
	updates int32
	cells   []cell
}

// cell is a weight, the sum of its values over time up to the moment since.
type cell struct {
	class  uint8
	weight int32
	since  int32
	total  int64
}

// NewPerceptron returns weights that are all zero.
func NewPerceptron(classes, minUpdates int) *Perceptron {
	return &Perceptron{classes: classes, minUpdates: int32(minUpdates), slots: make([]int32, 1<<16)}
}

// Score sets the scores of all classes.
func (p *Perceptron) Score(scores []int32, features []uint64) {
	clear(scores)
	for _, h := range features {
		r := p.find(h)
		if r == nil || r.updates < p.minUpdates {
			continue
		}
		for i := range r.cells {
			scores[r.cells[i].class] += r.cells[i].weight
		}
	}
}

// Step counts an example, right or wrong: the average runs over all of them.
func (p *Perceptron) Step() { p.now++ }

// Update moves the weights towards right and away from wrong.
func (p *Perceptron) Update(features []uint64, right, wrong int) {
	for _, h := range features {
		r := p.insert(h)
		r.updates++
		p.add(r, uint8(right), 1)
		p.add(r, uint8(wrong), -1)
	}
}

// Reward adds delta to the weights of one class.
func (p *Perceptron) Reward(features []uint64, class int, delta int32) {
	for _, h := range features {
		r := p.insert(h)
		r.updates++
		p.add(r, uint8(class), delta)
	}
}

func (p *Perceptron) add(r *row, class uint8, delta int32) {
	i := slices.IndexFunc(r.cells, func(c cell) bool { return c.class == class })
	if i < 0 {
		i = len(r.cells)
		r.cells = append(r.cells, cell{class: class, since: p.now})
	}
	c := &r.cells[i]
	c.total += int64(c.weight) * int64(p.now-c.since)
	c.since = p.now
	c.weight += delta
}

func (p *Perceptron) find(h uint64) *row {
	mask := uint64(len(p.slots) - 1)
	for i := h >> 20 & mask; ; i = (i + 1) & mask {
		at := p.slots[i]
		if at == 0 {
			return nil
		}
		if p.rows[at-1].hash == h {
			return &p.rows[at-1]
		}
	}
}

func (p *Perceptron) insert(h uint64) *row {
	if r := p.find(h); r != nil {
		return r
	}
	p.rows = append(p.rows, row{hash: h})
	if 2*len(p.rows) > len(p.slots) {
		p.grow()
	} else {
		p.place(len(p.rows) - 1)
	}
	return &p.rows[len(p.rows)-1]
}

func (p *Perceptron) grow() {
	p.slots = make([]int32, 2*len(p.slots))
	for i := range p.rows {
		p.place(i)
	}
}

func (p *Perceptron) place(at int) {
	mask := uint64(len(p.slots) - 1)
	i := p.rows[at].hash >> 20 & mask
	for p.slots[i] != 0 {
		i = (i + 1) & mask
	}
	p.slots[i] = int32(at + 1)
}

// Table returns the averaged weights, times scale, in 8 bits. Weights that
// round to zero are dropped. Of several perceptrons that learned the same task
// it takes the mean: what they learned by chance from the order of the sentences
// is evened out.
func Table(scale float64, perceptrons ...*Perceptron) *linear.Table {
	scale /= float64(len(perceptrons))
	var rows []linear.Row
	for i, p := range perceptrons {
		for k := range p.rows {
			hash := p.rows[k].hash
			if slices.ContainsFunc(perceptrons[:i], func(q *Perceptron) bool { return q.find(hash) != nil }) {
				continue // came with an earlier one
			}
			sums := map[uint8]float64{}
			for _, q := range perceptrons[i:] {
				q.average(hash, sums)
			}
			if cells := quantize(sums, scale); len(cells) > 0 {
				rows = append(rows, linear.Row{Hash: hash, Cells: cells})
			}
		}
	}
	return linear.Build(rows)
}

// average adds the averaged weights of a feature to the sums of its classes.
func (p *Perceptron) average(hash uint64, sums map[uint8]float64) {
	r := p.find(hash)
	if r == nil || r.updates < p.minUpdates {
		return
	}
	for _, c := range r.cells {
		total := c.total + int64(c.weight)*int64(p.now-c.since)
		sums[c.class] += float64(total) / float64(max(1, p.now))
	}
}

// quantize rounds the weights of a feature to 8 bits, in the order of their
// classes.
func quantize(sums map[uint8]float64, scale float64) []linear.Cell {
	var cells []linear.Cell
	for class, sum := range sums {
		if w := min(max(math.Round(scale*sum), -127), 127); w != 0 {
			cells = append(cells, linear.Cell{Class: class, Weight: int8(w)})
		}
	}
	slices.SortFunc(cells, func(a, b linear.Cell) int { return int(a.Class) - int(b.Class) })
	return cells
}
