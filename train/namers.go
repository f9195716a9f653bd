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
	everything    bool    // learns the tags of sentences whose names nobody has marked, too
}

var manners = []manner{
	{units: 224, layers: 2, epochs: 10, dropout: 0.4, words: 0.3, renamed: 0.5},
	{units: 224, layers: 2, epochs: 10, dropout: 0.5, words: 0.3, renamed: 0.7},
	{units: 224, layers: 2, epochs: 10, dropout: 0.4, words: 0.45, renamed: 0.5},
	{units: 224, layers: 2, epochs: 7, dropout: 0.4, words: 0.3, renamed: 0.5, everything: true},
	{units: 224, layers: 2, epochs: 13, dropout: 0.4, words: 0.2, renamed: 0.25, everything: true},
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
	renamed := m.examples(Renamed(m.sentences, &Registers{}, seed))
	if !how.everything {
		examples, renamed = named(examples), named(renamed)
	}
	s := c.schedule(who, how.epochs, seed)
	s.Flat = true
	n.Train(examples, some(renamed, how.renamed, rand.New(rand.NewPCG(seed, 17))), s)
	return n, c.keep(n, file)
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
