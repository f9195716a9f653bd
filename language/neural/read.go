package neural

import (
	"cmp"
	"slices"

	"annals/language/neural/kernel"
)

// Scratch is the work space of reading. It is reused from one call to the next,
// so that the steady state allocates nothing. It is not safe for concurrent use.
type Scratch struct {
	forms     []string // of all sentences
	sentences []sentence
	order     []int // sentences, the longest first

	tags, relations, names []uint8 // of all tokens
	heads                  []int32
	nameScores             []float32 // of all labels of all tokens
	labels                 int

	look    Look
	group   group
	tree    Tree
	viterbi Names
}

// sentence is the range of a sentence's tokens.
type sentence struct{ first, last int }

// Answer is what the model says of a sentence, one element a token: positions in
// the model's lists, and heads as positions in the sentence, -1 for the root.
// NameScores has a number for each label of each token, so that others can be chosen.
type Answer struct {
	Tags, Relations, Names []uint8
	Heads                  []int32
	NameScores             []float32
}

// Clear forgets the sentences.
func (s *Scratch) Clear() { s.forms, s.sentences = s.forms[:0], s.sentences[:0] }

// Add adds a sentence of n tokens, at least one.
func (s *Scratch) Add(n int, form func(i int) string) {
	first := len(s.forms)
	for i := range n {
		s.forms = append(s.forms, form(i))
	}
	s.sentences = append(s.sentences, sentence{first, first + n})
}

// Answer returns what was read of the sentence that was added i-th.
func (s *Scratch) Answer(i int) Answer {
	r := s.sentences[i]
	n := s.labels
	return Answer{s.tags[r.first:r.last], s.relations[r.first:r.last], s.names[r.first:r.last], s.heads[r.first:r.last], s.nameScores[r.first*n : r.last*n]}
}

// How many sentences and words are read side by side.
const (
	groupSentences = 16
	groupRows      = 640
)

// Read reads all sentences that were added.
func (m *Model) Read(s *Scratch) {
	n := len(s.forms)
	s.tags, s.relations, s.names, s.heads = resize(s.tags, n), resize(s.relations, n), resize(s.names, n), resize(s.heads, n)
	s.labels = len(m.Labels)
	s.nameScores = resize(s.nameScores, n*s.labels)
	s.order = s.order[:0]
	for i := range s.sentences {
		s.order = append(s.order, i)
	}
	slices.SortFunc(s.order, func(a, b int) int {
		x, y := s.sentences[a], s.sentences[b]
		return cmp.Or(cmp.Compare(y.last-y.first, x.last-x.first), cmp.Compare(a, b))
	})
	for rest := s.order; len(rest) > 0; {
		k := s.nextGroup(rest)
		m.readGroup(s, rest[:k])
		rest = rest[k:]
	}
}

// nextGroup is how many of the sentences that are left are read side by side.
func (s *Scratch) nextGroup(rest []int) int {
	k, rows := 0, 0
	for k < len(rest) && k < groupSentences {
		r := s.sentences[rest[k]]
		if rows += r.last - r.first + 1; rows > groupRows && k > 0 {
			break
		}
		k++
	}
	return k
}

// group is sentences side by side. Rows are in the order of time: first the roots
// of all sentences, then their first words, and so on; longer sentences come
// first.
type group struct {
	going []int // by time: how many sentences go on
	start []int // by time: the first row
	rows  int

	in       []uint8 // rows of the input
	all      []uint8 // rows of the outputs of all layers
	sums     []int32 // products of the input of a layer
	products []int32 // products of what a layer said before
	cells    []float32
	hidden   []uint8

	tag, name, dependent, head []uint8 // rows of hidden layers
	coarse, fine, labels       []float32
	arc, bottom, top           []float32

	arcs     []int8 // of one sentence
	arcSteps []float32
	heads    []uint8
	joined   []uint8
	moving   kernel.Moving
	scores   []float32
	chosen   []int32
	best     []uint8
	row      []int // of one sentence: its rows
}

// readGroup reads the sentences at some places of the order.
func (m *Model) readGroup(s *Scratch, which []int) {
	g := &s.group
	g.shape(s, which)
	m.embed(s, which)
	m.encode(g)
	m.project(g)
	for i, at := range which {
		m.answer(s, i, s.sentences[at])
	}
}

// shape finds the rows.
func (g *group) shape(s *Scratch, which []int) {
	g.going, g.start, g.rows = g.going[:0], g.start[:0], 0
	longest := s.sentences[which[0]]
	k := len(which)
	for t := range longest.last - longest.first + 1 {
		for k > 0 {
			if r := s.sentences[which[k-1]]; r.last-r.first >= t {
				break
			}
			k--
		}
		g.going, g.start = append(g.going, k), append(g.start, g.rows)
		g.rows += k
	}
}

// embed fills in the input.
func (m *Model) embed(s *Scratch, which []int) {
	g := &s.group
	width := m.input()
	g.in = resize(g.in, g.rows*width)
	for i, at := range which {
		r := s.sentences[at]
		m.Vocabulary.Words(&s.look, s.forms[r.first:r.last])
		m.embedWord(&Root, g.in[i*width:(i+1)*width])
		for k := range s.look.Words {
			row := g.start[k+1] + i
			m.embedWord(&s.look.Words[k], g.in[row*width:(row+1)*width])
		}
	}
}

// embedWord fills in one row of the input: the vectors of a word, one behind the
// other.
func (m *Model) embedWord(w *Word, x []uint8) {
	x = raise(x, m.forms.row(w.Form))
	x = raise(x, m.vectors.row(w.Vector))
	var sum [kernel.SumColumns]int16
	kernel.Sum(m.subwords.data, w.Subwords, &sum)
	share := m.subwordShare[len(w.Subwords)]
	for i, v := range sum {
		x[i] = clamp(float32(v) * share)
	}
	x = raise(x[kernel.SumColumns:], m.shapes.row(w.Shape))
	var marks [maxMarkColumns]int32
	for set := w.Marks; set != 0; set &= set - 1 {
		for i, row := 0, m.marks.row(uint32(set.Lowest())); i < len(row); i++ {
			marks[i] += int32(int8(row[i]))
		}
	}
	for i := range m.marks.columns {
		x[i] = uint8(min(max(marks[i], -kernel.Step), kernel.Step) + kernel.Zero)
	}
}

// maxMarkColumns is the greatest number of columns of the table of marks.
const maxMarkColumns = 32

// raise writes signed bytes as activations and returns what is left of x.
func raise(x []uint8, row string) []uint8 {
	for i := range len(row) {
		x[i] = row[i] + kernel.Zero
	}
	return x[len(row):]
}

// clamp is a number as an activation.
func clamp(v float32) uint8 {
	v = min(max(v, -kernel.Step), kernel.Step)
	if v < 0 {
		return uint8(kernel.Zero - int32(0.5-v))
	}
	return uint8(kernel.Zero + int32(v+0.5))
}

// encode runs the layers.
func (m *Model) encode(g *group) {
	units := m.units()
	wide := 2 * units * len(m.layers)
	g.all = resize(g.all, g.rows*wide)
	g.sums = resize(g.sums, g.rows*4*units)
	g.products = resize(g.products, groupSentences*4*units)
	g.cells, g.hidden = resize(g.cells, groupSentences*units), resize(g.hidden, groupSentences*units)
	in, stride := g.in, m.input()
	for i := range m.layers {
		for d := range m.layers[i] {
			m.direction(g, &m.layers[i][d], in, stride, g.all[(2*i+d)*units:], wide, d == 1)
		}
		in, stride = g.all[2*i*units:], wide
	}
}

// direction runs one direction of a layer over the input and writes its outputs.
func (m *Model) direction(g *group, l *layer, in []uint8, stride int, out []uint8, wide int, backwards bool) {
	n := l.recurrent.In
	kernel.Product(g.rows, in, stride, &l.input, g.sums, 4*n)
	clear(g.cells)
	for i := range g.hidden {
		g.hidden[i] = kernel.Zero
	}
	for k := range g.going {
		t := k
		if backwards {
			t = len(g.going) - 1 - k
		}
		going := g.going[t]
		kernel.Product(going, g.hidden, n, &l.recurrent, g.products, 4*n)
		for i := range going {
			row := g.start[t] + i
			hidden := g.hidden[i*n : (i+1)*n]
			kernel.Cell(n, g.sums[row*4*n:(row+1)*4*n], g.products[i*4*n:(i+1)*4*n], l.inputScale, l.recurrentScale, l.bias, g.cells[i*n:(i+1)*n], hidden)
			copy(out[row*wide:], hidden)
		}
	}
}

// project runs the layers that see one word at a time.
func (m *Model) project(g *group) {
	wide := 2 * m.units() * len(m.layers)
	top := g.all[wide-2*m.units():]
	g.tag = m.rectified(g, &m.tag, g.all, wide, g.tag)
	g.coarse = m.numbers(g, &m.coarse, g.tag, m.tag.weights.Out, g.coarse)
	g.fine = m.numbers(g, &m.fine, g.tag, m.tag.weights.Out, g.fine)
	g.name = m.rectified(g, &m.name, g.all, wide, g.name)
	g.labels = m.numbers(g, &m.labels, g.name, m.name.weights.Out, g.labels)
	g.dependent = m.rectified(g, &m.dependent, top, wide, g.dependent)
	g.head = m.rectified(g, &m.head, top, wide, g.head)
	g.arc = m.numbers(g, &m.arc, g.dependent, m.dependent.weights.Out, g.arc)
	g.bottom = m.numbers(g, &m.bottom, top, wide, g.bottom)
	g.top = m.numbers(g, &m.top, top, wide, g.top)
}

// rectified is a hidden layer over all rows.
func (m *Model) rectified(g *group, d *dense, in []uint8, stride int, out []uint8) []uint8 {
	n := d.weights.Out
	out = resize(out, g.rows*n)
	g.sums = resize(g.sums, g.rows*n)
	kernel.Product(g.rows, in, stride, &d.weights, g.sums, n)
	for r := range g.rows {
		kernel.Rectify(g.sums[r*n:(r+1)*n], d.scale, d.bias, out[r*n:(r+1)*n])
	}
	return out
}

// numbers is a layer over all rows whose outputs are scores.
func (m *Model) numbers(g *group, d *dense, in []uint8, stride int, out []float32) []float32 {
	n := d.weights.Out
	out = resize(out, g.rows*n)
	g.sums = resize(g.sums, g.rows*n)
	kernel.Product(g.rows, in, stride, &d.weights, g.sums, n)
	for r := range g.rows {
		kernel.Scale(g.sums[r*n:(r+1)*n], d.scale, d.bias, out[r*n:(r+1)*n])
	}
	return out
}

// answer chooses what to say of the i-th sentence of the group.
func (m *Model) answer(s *Scratch, i int, r sentence) {
	g := &s.group
	g.rowsOf(i, r)
	words := len(g.row)
	m.bestTags(g, s.tags[r.first:r.last])
	m.bestNames(s, words, r)
	m.bestTree(s, words)
	for t := 1; t < words; t++ {
		s.heads[r.first+t-1] = g.chosen[t] - 1
	}
	m.bestRelations(g, words, s.relations[r.first:r.last])
}

// rowsOf finds the rows of the i-th sentence.
func (g *group) rowsOf(i int, r sentence) {
	g.row = resize(g.row, r.last-r.first+1)
	for t := range g.row {
		g.row[t] = g.start[t] + i
	}
}

// bestTags chooses for each word the pair of tags with the highest sum.
func (m *Model) bestTags(g *group, tags []uint8) {
	for t := range tags {
		row := g.row[t+1]
		coarse := g.coarse[row*m.coarse.weights.Out : (row+1)*m.coarse.weights.Out]
		fine := g.fine[row*m.fine.weights.Out : (row+1)*m.fine.weights.Out]
		best, top := 0, float32(never)
		for i := range m.Tags {
			tag := &m.Tags[i]
			if x := coarse[tag.Coarse] + fine[tag.Fine]; x > top {
				best, top = i, x
			}
		}
		tags[t] = uint8(best)
	}
}

// bestNames chooses the labels of names and keeps the scores of all.
func (m *Model) bestNames(s *Scratch, words int, r sentence) {
	g := &s.group
	choices, n := len(m.Labels), m.labels.weights.Out
	g.scores, g.best = resize(g.scores, words*choices), resize(g.best, words)
	for t := 1; t < words; t++ {
		copy(g.scores[t*choices:(t+1)*choices], g.labels[g.row[t]*n:])
	}
	s.viterbi.Labels(g.scores, words, choices, choices, g.best)
	copy(s.names[r.first:r.last], g.best[1:words])
	copy(s.nameScores[r.first*choices:r.last*choices], g.scores[choices:])
}

// bestTree chooses heads, into g.chosen.
func (m *Model) bestTree(s *Scratch, words int) {
	g := &s.group
	n := m.arc.weights.Out
	g.arcs, g.arcSteps, g.heads = resize(g.arcs, words*n), resize(g.arcSteps, words), resize(g.heads, words*n)
	for t, row := range g.row {
		g.arcSteps[t] = m.headStep * kernel.Shorten(g.arc[row*n:(row+1)*n], g.arcs[t*n:(t+1)*n])
		copy(g.heads[t*n:(t+1)*n], g.head[row*n:(row+1)*n])
	}
	w := g.moving.Set(g.arcs, n)
	g.sums = resize(g.sums, words*w.Out)
	kernel.Product(words, g.heads, n, w, g.sums, w.Out)
	g.scores, g.chosen = resize(g.scores, words*words), resize(g.chosen, words)
	for h := range words {
		sums := g.sums[h*w.Out : h*w.Out+words]
		for d, x := range sums {
			g.scores[d*words+h] = float32(x) * g.arcSteps[d]
		}
	}
	s.tree.Heads(g.scores, words, words, g.chosen)
}

// bestRelations chooses the relations of the words to their heads.
func (m *Model) bestRelations(g *group, words int, relations []uint8) {
	n := m.relation.weights.In
	g.joined = resize(g.joined, words*n)
	for t := 1; t < words; t++ {
		bottom := g.bottom[g.row[t]*n : (g.row[t]+1)*n]
		top := g.top[g.row[g.chosen[t]]*n:]
		kernel.Join(bottom, top[:n], m.joinedStep, g.joined[t*n:(t+1)*n])
	}
	wide := m.relation.weights.Out
	g.sums, g.scores = resize(g.sums, words*wide), resize(g.scores, wide)
	kernel.Product(words, g.joined, n, &m.relation.weights, g.sums, wide)
	for t := 1; t < words; t++ {
		if g.chosen[t] == 0 {
			relations[t-1] = 0
			continue
		}
		kernel.Scale(g.sums[t*wide:(t+1)*wide], m.relation.scale, m.relation.bias, g.scores)
		relations[t-1] = uint8(1 + best(g.scores[1:len(m.Relations)]))
	}
}
