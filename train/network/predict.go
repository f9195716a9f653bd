package network

import (
	"math"
	"slices"

	"annals/language/neural"
)

// Answer is what networks say of a sentence; its elements are those of Example.
type Answer struct {
	Tags, FineTags, Heads, Relations, Names []int16
	Shares                                  *Shares
}

// Reader reads sentences with several networks that vote: their logarithmic
// shares are added.
type Reader struct {
	networks []*Network // parsers first, then namers
	parsers  int
	spaces   []space
	tree     neural.Tree
	names    neural.Names
}

// NewReader returns a reader with these networks, which must have the same
// answers. Parsers vote on tags, trees and names, namers on tags and names.
func NewReader(parsers, namers []*Network) *Reader {
	networks := slices.Concat(parsers, namers)
	return &Reader{networks: networks, parsers: len(parsers), spaces: make([]space, len(networks))}
}

// rootRelation is the relation of the root, by its position in the list of
// relations.
const rootRelation = 0

// Read answers for the sentences, in their order.
func (r *Reader) Read(examples []*Example) []Answer {
	passes := make([]*pass, len(r.networks))
	for i, n := range r.networks {
		r.spaces[i].reset()
		p := &pass{b: newBatch(examples), space: &r.spaces[i], flat: i >= r.parsers}
		n.embed(p)
		n.encode(p)
		n.heads(p)
		passes[i] = p
	}
	at := map[*Example]int{}
	for i, e := range examples {
		at[e] = i
	}
	out := make([]Answer, len(examples))
	for s, e := range passes[0].b.examples {
		out[at[e]] = r.answer(passes, s, len(e.Words))
	}
	return out
}

func (r *Reader) answer(all []*pass, s, words int) Answer {
	z := r.networks[0].Sizes
	passes := all[:r.parsers]
	a := Answer{Heads: make([]int16, words), Shares: &Shares{}}
	choose := func(choices int, shares *[]uint8, of func(p *pass) *activation) []int16 {
		sums := r.vote(all, s, words, choices, of)
		*shares = parts(sums, choices, len(all))
		out := make([]int16, words)
		for i := range out {
			out[i] = int16(highest(sums[i*choices : (i+1)*choices]))
		}
		return out
	}
	a.Tags = choose(z.Tags, &a.Shares.Tags, func(p *pass) *activation { return p.coarse })
	a.FineTags = choose(z.FineTags, &a.Shares.FineTags, func(p *pass) *activation { return p.fine })
	labels := make([]uint8, words)
	named := r.vote(all, s, words, z.Names, func(p *pass) *activation { return p.labels })
	a.Shares.Names = parts(named, z.Names, len(all))
	r.names.Labels(named, words, z.Names, z.Names, labels)
	for _, l := range labels {
		a.Names = append(a.Names, int16(l))
	}
	width := up(words)
	arcs := make([]float32, words*width)
	for _, p := range passes {
		for i := 1; i < words; i++ {
			addShares(arcs[i*width:i*width+words], p.scores[s][i*width:i*width+words])
		}
	}
	heads := make([]int32, words)
	r.tree.Heads(arcs, words, width, heads)
	for i, h := range heads {
		a.Heads[i] = int16(h)
		a.Shares.Heads = append(a.Shares.Heads, parts(arcs[i*width:i*width+words], words, len(passes))...)
	}
	var related []float32
	a.Relations, related = r.relations(passes, s, heads)
	a.Shares.Relations = parts(related, z.Relations, len(passes))
	return a
}

// parts turns sums of the logarithmic shares of so many networks into their mean
// shares, in parts of 255.
func parts(sums []float32, choices, networks int) []uint8 {
	out := make([]uint8, len(sums))
	shares := make([]float32, choices)
	for from := 0; from < len(sums); from += choices {
		row := sums[from : from+choices]
		top := row[0]
		for _, x := range row {
			top = max(top, x)
		}
		total := float32(0)
		for i, x := range row {
			shares[i] = exp((x - top) / float32(networks))
			total += shares[i]
		}
		for i, x := range shares {
			out[from+i] = uint8(x/total*255 + 0.5)
		}
	}
	return out
}

// vote adds the shares that the networks give each choice.
func (r *Reader) vote(passes []*pass, s, words, choices int, of func(p *pass) *activation) []float32 {
	sums := make([]float32, words*choices)
	for _, p := range passes {
		act := of(p)
		width := up(choices)
		for i := range words {
			from := (p.b.first[s] + i) * width
			addShares(sums[i*choices:(i+1)*choices], act.out[from:from+choices])
		}
	}
	return sums
}

func (r *Reader) relations(passes []*pass, s int, heads []int32) ([]int16, []float32) {
	choices := r.networks[0].Sizes.Relations
	sums := make([]float32, len(heads)*choices)
	for k, p := range passes {
		n := r.networks[k]
		size := n.Sizes.Relation
		joined := p.space.zeros(len(heads) * size)
		first := p.b.first[s]
		for i, h := range heads {
			if i == 0 {
				continue
			}
			row := joined[i*size : (i+1)*size]
			copy(row, p.bottom.out[(first+i)*size:(first+i+1)*size])
			add(row, p.ceiling.out[(first+int(h))*size:(first+int(h)+1)*size])
			for j, x := range row {
				row[j] = max(x, 0)
			}
		}
		scores := n.Relation.forward(joined, len(heads), false, 0, nil, p.space)
		for i := range heads {
			addShares(sums[i*choices:(i+1)*choices], scores.out[i*up(choices):i*up(choices)+choices])
		}
	}
	out := make([]int16, len(heads))
	for i, h := range heads {
		row := sums[i*choices : (i+1)*choices]
		switch {
		case i == 0:
		case h == 0:
			out[i] = rootRelation
		default:
			out[i] = 1 + int16(highest(row[1:]))
		}
	}
	return out, sums
}

// addShares adds to sums the logarithms of the shares that a softmax gives z.
func addShares(sums, z []float32) {
	top := z[0]
	for _, x := range z {
		top = max(top, x)
	}
	total := 0.0
	for _, x := range z {
		total += float64(exp(x - top))
	}
	l := top + float32(math.Log(total))
	for i, x := range z {
		sums[i] += x - l
	}
}

func highest(z []float32) int {
	b := 0
	for i, x := range z {
		if x > z[b] {
			b = i
		}
	}
	return b
}
