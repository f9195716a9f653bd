package network

import (
	"math"

	"annals/train/matrix"
)

// Loss is the mean of the cross-entropies a word.
type Loss struct{ Arc, Relation, Tag, Fine, Name float64 }

func (l *Loss) add(m Loss) {
	l.Arc += m.Arc
	l.Relation += m.Relation
	l.Tag += m.Tag
	l.Fine += m.Fine
	l.Name += m.Name
}

func (l *Loss) scale(by float64) {
	l.Arc *= by
	l.Relation *= by
	l.Tag *= by
	l.Fine *= by
	l.Name *= by
}

// crossEntropy returns the loss of the scores z where the answer is gold, and
// writes the gradient, times weight, to d.
func crossEntropy(z []float32, gold int, d []float32, weight float32) float64 {
	top := z[0]
	for _, x := range z {
		top = max(top, x)
	}
	sum := float32(0)
	for i, x := range z {
		d[i] = exp(x - top)
		sum += d[i]
	}
	share := float64(d[gold] / sum)
	by := weight / sum
	for i := range z {
		d[i] *= by
	}
	d[gold] -= weight
	return -math.Log(max(share, 1e-10))
}

// softCrossEntropy is crossEntropy where the answer is a distribution, in parts
// that need not add up to one.
func softCrossEntropy(z []float32, gold []uint8, d []float32, weight float32) float64 {
	top := z[0]
	for _, x := range z {
		top = max(top, x)
	}
	sum, parts := float32(0), 0
	for i, x := range z {
		d[i] = exp(x - top)
		sum += d[i]
		parts += int(gold[i])
	}
	if parts == 0 {
		clear(d[:len(z)])
		return 0
	}
	by, part := weight/sum, weight/float32(parts)
	log := math.Log(float64(sum))
	loss := 0.0
	for i, x := range z {
		d[i] *= by
		if gold[i] != 0 {
			d[i] -= float32(gold[i]) * part
			loss += float64(gold[i]) / float64(parts) * (log - float64(x-top))
		}
	}
	return loss
}

// exp is e to the power of x, for x that are not positive, good to 1e-6.
func exp(x float32) float32 {
	if x < -80 {
		return 0
	}
	y := x * 1.44269504088896341
	n := float32(math.Floor(float64(y) + 0.5))
	f := (y - n) * 0.693147180559945
	p := 1 + f*(1+f*(0.5+f*(1.0/6+f*(1.0/24+f*(1.0/120+f*(1.0/720))))))
	return p * math.Float32frombits(uint32(int32(n)+127)<<23)
}

// answers sums the loss of one kind of answer over a batch and returns the
// gradient of the scores. shares may be nil.
func answers(p *pass, a *activation, width, choices int, of func(*Example) []int16, shares func(*Shares) []uint8, weight float32) (float64, []float32) {
	d := p.space.zeros(a.rows * width)
	loss := 0.0
	for s, e := range p.b.examples {
		gold := of(e)
		if gold == nil {
			continue
		}
		var soft []uint8
		if e.Shares != nil && shares != nil {
			soft = shares(e.Shares) // nil where teachers were not asked
		}
		for i := 1; i < len(e.Words); i++ {
			if gold[i] == Unknown {
				continue
			}
			at := (p.b.first[s] + i) * width
			if soft != nil {
				loss += softCrossEntropy(a.out[at:at+choices], soft[i*choices:(i+1)*choices], d[at:at+choices], weight*e.Weight)
				continue
			}
			loss += crossEntropy(a.out[at:at+choices], int(gold[i]), d[at:at+choices], weight*e.Weight)
		}
	}
	return loss, d
}

// What the kinds of answers weigh against each other.
const (
	fineWeight   = 0.5
	entityWeight = 0.5
)

// learn runs a shard of a batch forwards and backwards; of is the number of words
// in the whole batch.
func (n *Network) learn(p *pass, of int) Loss {
	p.space.reset()
	n.embed(p)
	n.encode(p)
	n.heads(p)
	z := n.Sizes
	weight := 1 / float32(of)
	var l Loss
	dall := p.space.zeros(len(p.all))
	dtop := p.space.zeros(len(p.top))

	dtag := p.space.zeros(p.b.rows * z.Tag)
	var d []float32
	l.Tag, d = answers(p, p.coarse, up(z.Tags), z.Tags, func(e *Example) []int16 { return e.Tags }, func(s *Shares) []uint8 { return s.Tags }, weight)
	n.Coarse.backward(p.coarse, d, dtag, p.shard, p.space)
	l.Fine, d = answers(p, p.fine, up(z.FineTags), z.FineTags, func(e *Example) []int16 { return e.FineTags }, func(s *Shares) []uint8 { return s.FineTags }, weight*fineWeight)
	n.Fine.backward(p.fine, d, dtag, p.shard, p.space)
	n.Tag.backward(p.tag, dtag, dall, p.shard, p.space)

	dname := p.space.zeros(p.b.rows * z.Name)
	l.Name, d = answers(p, p.labels, up(z.Names), z.Names, func(e *Example) []int16 { return e.Names }, func(s *Shares) []uint8 { return s.Names }, weight)
	n.Labels.backward(p.labels, d, dname, p.shard, p.space)
	_, d = answers(p, p.entities, up(z.Names), z.Names, func(e *Example) []int16 { return e.Entities }, nil, weight*entityWeight)
	n.Entities.backward(p.entities, d, dname, p.shard, p.space)
	n.Name.backward(p.name, dname, dall, p.shard, p.space)

	if !p.flat {
		l.Relation = n.relations(p, weight, dtop)
		l.Arc = n.arcs(p, weight, dtop)
	}
	n.encodeBack(p, dall, dtop)
	l.scale(1 / float64(of))
	return l
}

// relations is the loss of the relations between the words and their right
// heads: a hidden layer sees both.
func (n *Network) relations(p *pass, weight float32, dtop []float32) float64 {
	size := n.Sizes.Relation
	joined := p.space.zeros(p.b.rows * size)
	heads := make([]int, p.b.rows) // row of the head; -1 for none
	for s, e := range p.b.examples {
		first := p.b.first[s]
		for i := range e.Words {
			heads[first+i] = -1
			if i == 0 || e.Relations == nil || e.Heads[i] == Unknown || e.Relations[i] == Unknown {
				continue
			}
			q, h := first+i, first+int(e.Heads[i])
			heads[q] = h
			row := joined[q*size : (q+1)*size]
			copy(row, p.bottom.out[q*size:(q+1)*size])
			add(row, p.ceiling.out[h*size:(h+1)*size])
		}
	}
	mask := rectify(joined[:p.b.rows*size], n.Sizes.Dropout, p.random, p.space)
	scores := n.Relation.forward(joined, p.b.rows, false, 0, nil, p.space)
	loss, d := answers(p, scores, up(n.Sizes.Relations), n.Sizes.Relations, func(e *Example) []int16 { return e.Relations }, func(s *Shares) []uint8 { return s.Relations }, weight)
	djoined := p.space.zeros(p.b.rows * size)
	n.Relation.backward(scores, d, djoined, p.shard, p.space)
	multiply(djoined, mask)
	dceiling := p.space.zeros(p.b.rows * size)
	for q, h := range heads {
		row := djoined[q*size : (q+1)*size]
		if h < 0 {
			clear(row)
			continue
		}
		add(dceiling[h*size:(h+1)*size], row)
	}
	n.Bottom.backward(p.bottom, djoined, dtop, p.shard, p.space)
	n.Top.backward(p.ceiling, dceiling, dtop, p.shard, p.space)
	return loss
}

// arcs is the loss of the heads: every word chooses among all others.
func (n *Network) arcs(p *pass, weight float32, dtop []float32) float64 {
	size := n.Sizes.Arc
	loss := 0.0
	darc, dhead := p.space.zeros(p.b.rows*size), p.space.zeros(p.b.rows*size)
	for s, e := range p.b.examples {
		if e.Heads == nil {
			continue
		}
		words, from := len(e.Words), p.b.first[s]*size
		width := up(words)
		d := p.space.zeros(words * width)
		for i := 1; i < words; i++ {
			if e.Shares != nil && e.Shares.Heads != nil {
				loss += softCrossEntropy(p.scores[s][i*width:i*width+words], e.Shares.Heads[i*words:(i+1)*words], d[i*width:i*width+words], weight*e.Weight)
			} else if e.Heads[i] != Unknown {
				loss += crossEntropy(p.scores[s][i*width:i*width+words], int(e.Heads[i]), d[i*width:i*width+words], weight*e.Weight)
			}
		}
		p.space.panels.Pack(p.head.out[from:], words, size, size)
		matrix.Multiply(words, d, width, 1, &p.space.panels, darc[from:], size)
		p.space.panels.Pack(p.arc.out[from:], words, size, size)
		matrix.Multiply(words, d, 1, width, &p.space.panels, dhead[from:], size)
	}
	ddependent := p.space.zeros(p.b.rows * size)
	n.Arc.backward(p.arc, darc, ddependent, p.shard, p.space)
	n.Dependent.backward(p.dependent, ddependent, dtop, p.shard, p.space)
	n.Head.backward(p.head, dhead, dtop, p.shard, p.space)
	return loss
}
