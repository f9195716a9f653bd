package train

import (
	"fmt"

	"annals/train/network"
)

// council is networks that vote: parsers on everything, namers on tags and names.
type council struct{ parsers, namers []*network.Network }

func (c council) reader() *network.Reader { return network.NewReader(c.parsers, c.namers) }

// council is the pupil, its fellows, and the namers.
func (c *School) council(pupil *network.Network, m *material) (council, error) {
	all := council{parsers: []*network.Network{pupil}}
	for i, file := range c.Fellows {
		n := network.New(pupil.Sizes, pupil.Vectors, c.Seed)
		if err := n.LoadWeights(file); err != nil {
			return all, err
		}
		all.parsers = append(all.parsers, n)
		c.Progress(fmt.Sprintf("fellow %d", i+1), "taken up from "+file)
	}
	examples := m.examples(m.sentences)
	for i := range c.Namers {
		n, err := c.namer(i, pupil, examples, m)
		if err != nil {
			return all, err
		}
		all.namers = append(all.namers, n)
	}
	return all, nil
}
