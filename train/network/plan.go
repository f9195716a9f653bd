package network

import (
	"slices"

	"annals/language/neural"
)

// Plan returns the network as package neural builds it. The examples, of which a
// few hundred do, show how large the outputs of its hidden layers are; what the
// plan says of words and answers is left to the caller.
func (n *Network) Plan(examples []*Example) *neural.Plan {
	c := n.ceilings(examples)
	p := &neural.Plan{
		Forms: n.Forms.matrix(), Subwords: n.Subwords.matrix(), Shapes: n.Shapes.matrix(), Marks: n.Marks.matrix(),
		VectorSize: n.Sizes.VectorSize, SubwordCeiling: c.subwords,
		Tag: n.Tag.affine(c.tag), Coarse: n.Coarse.affine(0), Fine: n.Fine.affine(0),
		Name: n.Name.affine(c.name), Names: n.Labels.affine(0),
		Dependent: n.Dependent.affine(c.dependent), Head: n.Head.affine(c.head), Arc: n.Arc.affine(0),
		Bottom: n.Bottom.affine(0), Top: n.Top.affine(0), Relation: n.Relation.affine(0),
		JoinedCeiling: c.joined,
	}
	for _, pair := range n.Layers {
		var out [2]neural.Memory
		for d, l := range pair {
			out[d] = neural.Memory{Input: l.input.matrix(), Recurrent: l.recurrent.matrix(), Bias: l.bias.Values}
		}
		p.Layers = append(p.Layers, out)
	}
	return p
}

func (p *Parameter) matrix() neural.Matrix {
	return neural.Matrix{Rows: p.Rows, Columns: p.Columns, Values: p.Values}
}

func (d dense) affine(ceiling float32) neural.Affine {
	return neural.Affine{Weights: d.weights.matrix(), Bias: d.bias.Values, Ceiling: ceiling}
}

// ceilings are what outputs hardly ever exceed.
type ceilings struct{ subwords, tag, name, dependent, head, joined float32 }

func (n *Network) ceilings(examples []*Example) ceilings {
	var s space
	var subwords, tag, name, dependent, head, joined []float32
	for batch := range slices.Chunk(examples, 32) {
		s.reset()
		p := &pass{b: newBatch(batch), space: &s}
		n.embed(p)
		n.encode(p)
		n.heads(p)
		width, from := n.Sizes.input(), n.Sizes.FormSize+n.Sizes.VectorSize
		for r := range p.b.rows {
			for _, x := range p.in[r*width+from : r*width+from+n.Sizes.SubwordSize] {
				subwords = append(subwords, max(x, -x))
			}
		}
		tag = append(tag, p.tag.out[:p.b.rows*n.Sizes.Tag]...)
		name = append(name, p.name.out[:p.b.rows*n.Sizes.Name]...)
		dependent = append(dependent, p.dependent.out[:p.b.rows*n.Sizes.Arc]...)
		head = append(head, p.head.out[:p.b.rows*n.Sizes.Arc]...)
		joined = append(joined, n.joined(p)...)
	}
	return ceilings{ceiling(subwords), ceiling(tag), ceiling(name), ceiling(dependent), ceiling(head), ceiling(joined)}
}

// joined returns the hidden layer of the relations to the right heads.
func (n *Network) joined(p *pass) []float32 {
	size := n.Sizes.Relation
	var out []float32
	for s, e := range p.b.examples {
		first := p.b.first[s]
		for i := 1; i < len(e.Words); i++ {
			bottom, top := p.bottom.out[(first+i)*size:], p.ceiling.out[(first+int(max(e.Heads[i], 0)))*size:]
			for k := range size {
				out = append(out, max(bottom[k]+top[k], 0))
			}
		}
	}
	return out
}

// hardlyEver is the share of numbers above their ceiling.
const hardlyEver = 0.0002

func ceiling(values []float32) float32 {
	slices.Sort(values)
	return max(values[int((1-hardlyEver)*float64(len(values)-1))], 1e-3)
}
