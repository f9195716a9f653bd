package train

import (
	"fmt"
	"math/rand/v2"

	"annals/train/network"
)

// manner is how a namer learns. Each learns a little differently from the others, so that
// together they know more.
type manner struct {
	units, layers int
	epochs        int
	dropout       float32
	words         float32 // share of the forms, and of the vectors, that are hidden
	renamed       float32 // sentences with other names for each sentence as it is
}

var manners = []manner{
	{units: 224, layers: 2, epochs: 10, dropout: 0.4, words: 0.3, renamed: 0.5},
	{units: 224, layers: 2, epochs: 10, dropout: 0.5, words: 0.3, renamed: 0.7},
	{units: 224, layers: 2, epochs: 10, dropout: 0.4, words: 0.45, renamed: 0.5},
	{units: 224, layers: 2, epochs: 7, dropout: 0.4, words: 0.3, renamed: 0.5},
	{units: 224, layers: 2, epochs: 13, dropout: 0.4, words: 0.2, renamed: 0.25},
}

// namers are the teachers of names.
func (c *School) namers(pupil *network.Network, m *material) ([]*network.Network, error) {
	var out []*network.Network
	examples := m.examples(m.sentences)
	for i := range c.Namers {
		n, err := c.namer(i, pupil, examples, m)
		if err != nil {
			return nil, err
		}
		out = append(out, n)
	}
	return out, nil
}

// namer trains a namer, or takes up one that was kept.
func (c *School) namer(number int, pupil *network.Network, examples []*network.Example, m *material) (*network.Network, error) {
	how := manners[number%len(manners)]
	seed := c.Seed + 1000 + uint64(number)
	who, file := fmt.Sprintf("namer %d", number+1), fmt.Sprintf("namer-%d.network", number+1)
	z := pupil.Sizes
	z.Units, z.Layers = min(how.units, c.NamerUnits), how.layers
	z.Dropout, z.WordDropout, z.NameDropout, z.RecurrentDropout = how.dropout, how.words, 0.5, 0.25
	n := network.New(z, pupil.Vectors, seed)
	if found, err := c.takeUp(n, who, file); err != nil || found {
		return n, err
	}
	renamed := named(c.seen(number, m.examples(Renamed(m.sentences, &Registers{}, seed))))
	examples = c.seen(number, examples)
	s := c.schedule(who, how.epochs, seed)
	s.Flat = true
	n.Train(examples, some(renamed, how.renamed, rand.New(rand.NewPCG(seed, 17))), s)
	return n, c.keep(n, file)
}

// block is how many sentences on end are of one part, so that a part has whole paragraphs.
const block = 40

// part is the number of the namer that does not see a sentence of the treebanks, by its place.
func (c *School) part(place int) int { return place / block % c.Namers }

// seen are the examples that a namer learns from: all but its own part, if there are others who
// see that. So they differ more, and more of their mistakes are outvoted (Breiman 1996).
func (c *School) seen(number int, examples []*network.Example) []*network.Example {
	if c.Namers < 2 {
		return examples
	}
	var out []*network.Example
	for place, e := range examples {
		if c.part(place) != number {
			out = append(out, e)
		}
	}
	return out
}

// named are the examples in which names are marked.
func named(examples []*network.Example) []*network.Example {
	var out []*network.Example
	for _, e := range examples {
		if e.Names != nil {
			out = append(out, e)
		}
	}
	return out
}

// some returns what draws a share of the examples for each epoch.
func some(examples []*network.Example, share float32, random *rand.Rand) func(int) []*network.Example {
	return func(int) []*network.Example {
		var out []*network.Example
		for _, e := range examples {
			if random.Float32() < share {
				out = append(out, e)
			}
		}
		return out
	}
}
