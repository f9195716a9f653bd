package network

import (
	"math"
	"math/rand/v2"

	"annals/language/neural"
	"annals/train/matrix"
)

// Unknown stands for an answer that nobody has given.
const Unknown = -1

// Example is a sentence to learn from. Words[0] is the root; the answers have an
// element a word, that of the root unused. A nil slice says that nobody has
// looked.
type Example struct {
	Words     []neural.Word
	Tags      []int16 // universal parts of speech
	FineTags  []int16 // Penn tags
	Heads     []int16
	Relations []int16
	Names     []int16 // labels of names after the first guidelines
	Entities  []int16 // labels of names after the second guidelines
	Weight    float32
	Shares    *Shares // where teachers have answered: what they hold likely
}

// Shares are how likely answers are, in parts of 255: for each kind a row a word
// with a number for each choice. The shares of relations are those to the head
// that was chosen. A kind that teachers were not asked for is nil.
type Shares struct {
	Tags, FineTags, Names, Heads, Relations []uint8
}

// Sizes are the numbers of rows and columns of a network.
type Sizes struct {
	Forms, Vectors, Shapes, Subwords                    int // rows of the tables
	FormSize, VectorSize, SubwordSize, ShapeSize        int
	MarkSize                                            int
	Units, Layers                                       int // of each direction
	Tag, Name, Arc, Relation                            int // hidden layers of the heads
	Tags, FineTags, Relations, Names                    int // answers
	Dropout, NameDropout, RecurrentDropout, WordDropout float32
}

// input is the number of columns of the input of the first layer.
func (z Sizes) input() int {
	return z.FormSize + z.VectorSize + z.SubwordSize + z.ShapeSize + z.MarkSize
}

// Network is the network with all that is learned.
type Network struct {
	Sizes Sizes

	Forms, Subwords, Shapes, Marks *Parameter
	Vectors                        []float32 // learned from raw text, fixed
	Layers                         [][2]*lstm
	Tag, Coarse, Fine              dense
	Name, Labels, Entities         dense
	Dependent, Head, Arc           dense
	Bottom, Top, Relation          dense

	parameters []*Parameter
	step       int
}

// up rounds a number of columns up to whole panels.
func up(n int) int { return (n + matrix.Width - 1) / matrix.Width * matrix.Width }

// New makes a network with random weights. vectors has a row for each word that
// was learned from raw text.
func New(sizes Sizes, vectors []float32, seed uint64) *Network {
	random := rand.New(rand.NewPCG(seed, 2018))
	n := &Network{Sizes: sizes, Vectors: vectors}
	table := func(rows, columns int) *Parameter {
		p := newParameter(rows, columns, 0.1, random)
		p.table = true
		n.parameters = append(n.parameters, p)
		return p
	}
	weights := func(rows, columns int) *Parameter {
		p := newParameter(rows, columns, math.Sqrt(2/float64(rows+columns)), random)
		n.parameters = append(n.parameters, p)
		return p
	}
	bias := func(columns int) *Parameter {
		p := newParameter(1, columns, 0, random)
		n.parameters = append(n.parameters, p)
		return p
	}
	layer := func(rows, columns int) dense { return dense{weights(rows, up(columns)), bias(up(columns))} }
	n.Forms = table(sizes.Forms, sizes.FormSize)
	n.Subwords = table(sizes.Subwords, sizes.SubwordSize)
	n.Shapes = table(sizes.Shapes, sizes.ShapeSize)
	n.Marks = table(neural.Marks, sizes.MarkSize)
	in := sizes.input()
	for range sizes.Layers {
		var pair [2]*lstm
		for d := range pair {
			l := &lstm{units: sizes.Units, backwards: d == 1}
			l.input = newParameter(in, 4*sizes.Units, math.Sqrt(2/float64(in+sizes.Units)), random)
			l.recurrent = newParameter(sizes.Units, 4*sizes.Units, math.Sqrt(1/float64(sizes.Units)), random)
			l.bias = newParameter(1, 4*sizes.Units, 0, random)
			for i := sizes.Units; i < 2*sizes.Units; i++ {
				l.bias.Values[i] = 1 // remember at first (Gers et al. 2000)
			}
			n.parameters = append(n.parameters, l.input, l.recurrent, l.bias)
			pair[d] = l
		}
		n.Layers = append(n.Layers, pair)
		in = 2 * sizes.Units
	}
	all := in * sizes.Layers
	n.Tag = layer(all, sizes.Tag)
	n.Coarse = layer(sizes.Tag, sizes.Tags)
	n.Fine = layer(sizes.Tag, sizes.FineTags)
	n.Name = layer(all, sizes.Name)
	n.Labels = layer(sizes.Name, sizes.Names)
	n.Entities = layer(sizes.Name, sizes.Names)
	n.Dependent = layer(in, sizes.Arc)
	n.Head = layer(in, sizes.Arc)
	n.Arc = layer(sizes.Arc, sizes.Arc)
	n.Bottom = layer(in, sizes.Relation)
	n.Top = layer(in, sizes.Relation)
	n.Relation = layer(sizes.Relation, sizes.Relations)
	for _, p := range n.parameters {
		p.prepare()
		p.pack()
	}
	return n
}

// pass is one pass over a batch.
type pass struct {
	b      *batch
	space  *space
	random *dice
	shard  int
	train  bool
	flat   bool // tags and names only

	in       []float32 // input rows, in the order of time
	forms    []uint32  // rows of Forms that were read
	inMask   []float32
	memories [][2]*memory
	masks    [][]float32 // of the layers, by sentence
	outs     [][]float32 // of the layers, in the order of time, with the mask
	top, all []float32   // of the last layer, of all layers; sentence after sentence

	tag, coarse, fine      *activation
	name, labels, entities *activation
	dependent, head, arc   *activation
	bottom, ceiling        *activation
	scores                 [][]float32 // by sentence: a row a dependent, of up(words) heads
}

func (n *Network) drop(p *pass, share float32) float32 {
	if p.train {
		return share
	}
	return 0
}

// embed fills in the input rows.
func (n *Network) embed(p *pass) {
	z := n.Sizes
	width := z.input()
	p.in = p.space.zeros(p.b.rows * width)
	p.forms = make([]uint32, p.b.rows)
	for t, going := range p.b.going {
		for i := range going {
			r := p.b.start[t] + i
			w := &p.b.examples[i].Words[t]
			x := p.in[r*width : (r+1)*width]
			p.forms[r] = w.Form
			hideVector := false
			if p.train && t > 0 {
				if p.random.chance(z.WordDropout) {
					p.forms[r] = neural.UnknownForm
				}
				hideVector = p.random.chance(z.WordDropout)
			}
			copy(x, n.Forms.row(int(p.forms[r])))
			x = x[z.FormSize:]
			if w.Vector != 0 && !hideVector {
				copy(x, n.Vectors[int(w.Vector)*z.VectorSize:(int(w.Vector)+1)*z.VectorSize])
			}
			x = x[z.VectorSize:]
			sub := x[:z.SubwordSize]
			for _, row := range w.Subwords {
				add(sub, n.Subwords.row(int(row)))
			}
			share := neural.SubwordShare(len(w.Subwords))
			for k := range sub {
				sub[k] *= share
			}
			x = x[z.SubwordSize:]
			copy(x, n.Shapes.row(int(w.Shape)))
			x = x[z.ShapeSize:]
			for m := w.Marks; m != 0; m &= m - 1 {
				add(x, n.Marks.row(m.Lowest()))
			}
		}
	}
	if p.train {
		p.inMask = p.space.raw(p.b.rows * width)[:p.b.rows*width]
		p.random.mask(p.inMask, z.Dropout)
		multiply(p.in, p.inMask)
	}
}

// embedBack takes the gradient of the input rows.
func (n *Network) embedBack(p *pass, din []float32) {
	z := n.Sizes
	width := z.input()
	multiply(din, p.inMask)
	for t, going := range p.b.going {
		for i := range going {
			r := p.b.start[t] + i
			w := &p.b.examples[i].Words[t]
			d := din[r*width : (r+1)*width]
			add(n.Forms.touch(p.shard, int(p.forms[r])), d[:z.FormSize])
			d = d[z.FormSize+z.VectorSize:]
			share := neural.SubwordShare(len(w.Subwords))
			sub := d[:z.SubwordSize]
			for k := range sub {
				sub[k] *= share
			}
			for _, row := range w.Subwords {
				add(n.Subwords.touch(p.shard, int(row)), sub)
			}
			d = d[z.SubwordSize:]
			add(n.Shapes.touch(p.shard, int(w.Shape)), d[:z.ShapeSize])
			d = d[z.ShapeSize:]
			for m := w.Marks; m != 0; m &= m - 1 {
				add(n.Marks.touch(p.shard, m.Lowest()), d)
			}
		}
	}
}

// encode runs the layers over the input.
func (n *Network) encode(p *pass) {
	width := 2 * n.Sizes.Units
	layers := len(n.Layers)
	in := p.in
	p.all = p.space.raw(p.b.rows * width * layers)
	p.top = p.space.raw(p.b.rows * width)
	for i, pair := range n.Layers {
		out := p.space.raw(p.b.rows * width)
		var ms [2]*memory
		for d, l := range pair {
			ms[d] = l.forward(p.b, in, out, d*l.units, width, n.drop(p, n.Sizes.RecurrentDropout), p.random, p.space)
		}
		p.memories = append(p.memories, ms)
		if p.train {
			// The recurrence reads what is not masked, the next layer what is.
			masked := p.space.raw(p.b.rows * width)
			copy(masked, out)
			mask := p.space.raw(len(p.b.examples) * width)
			p.random.mask(mask, n.Sizes.Dropout)
			p.masks = append(p.masks, mask)
			for r, s := range p.b.sentence {
				multiply(masked[r*width:(r+1)*width], mask[s*width:(s+1)*width])
			}
			out = masked
		}
		p.outs = append(p.outs, out)
		for r, q := range p.b.place {
			copy(p.all[q*width*layers+i*width:], out[r*width:(r+1)*width])
			if i == layers-1 {
				copy(p.top[q*width:], out[r*width:(r+1)*width])
			}
		}
		in = out
	}
}

// encodeBack takes the gradients of p.all and p.top down to the input.
func (n *Network) encodeBack(p *pass, dall, dtop []float32) {
	width := 2 * n.Sizes.Units
	layers := len(n.Layers)
	var din []float32
	for i := layers - 1; i >= 0; i-- {
		dout := p.space.zeros(p.b.rows * width)
		if din != nil {
			copy(dout, din)
		}
		for r, q := range p.b.place {
			d := dout[r*width : (r+1)*width]
			add(d, dall[q*width*layers+i*width:q*width*layers+(i+1)*width])
			if i == layers-1 {
				add(d, dtop[q*width:(q+1)*width])
			}
			s := p.b.sentence[r]
			multiply(d, p.masks[i][s*width:(s+1)*width])
		}
		din = p.space.zeros(p.b.rows * n.Layers[i][0].input.Rows)
		for d, l := range n.Layers[i] {
			l.backward(p.b, p.memories[i][d], dout, d*l.units, width, din, p.shard, p.space)
		}
	}
	n.embedBack(p, din)
}

// heads runs the scorers.
func (n *Network) heads(p *pass) {
	z := n.Sizes
	drop := n.drop(p, z.Dropout)
	rows, s, random := p.b.rows, p.space, p.random
	p.tag = n.Tag.forward(p.all, rows, true, drop, random, s)
	p.coarse = n.Coarse.forward(p.tag.out, rows, false, 0, nil, s)
	p.fine = n.Fine.forward(p.tag.out, rows, false, 0, nil, s)
	p.name = n.Name.forward(p.all, rows, true, n.drop(p, z.NameDropout), random, s)
	p.labels = n.Labels.forward(p.name.out, rows, false, 0, nil, s)
	p.entities = n.Entities.forward(p.name.out, rows, false, 0, nil, s)
	if p.flat {
		return
	}
	p.dependent = n.Dependent.forward(p.top, rows, true, drop, random, s)
	p.head = n.Head.forward(p.top, rows, true, drop, random, s)
	p.arc = n.Arc.forward(p.dependent.out, rows, false, 0, nil, s)
	p.bottom = n.Bottom.forward(p.top, rows, false, 0, nil, s)
	p.ceiling = n.Top.forward(p.top, rows, false, 0, nil, s)
	size := z.Arc
	for i, e := range p.b.examples {
		words := len(e.Words)
		from := p.b.first[i] * size
		padded := s.zeros(up(words) * size)
		copy(padded, p.head.out[from:from+words*size])
		s.panels.PackTransposed(padded, size, up(words), size)
		scores := s.zeros(words * up(words))
		matrix.Multiply(words, p.arc.out[from:], size, 1, &s.panels, scores, up(words))
		p.scores = append(p.scores, scores)
	}
}
