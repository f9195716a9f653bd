package train

import "annals/train/network"

// council is networks that vote: parsers on everything, namers on tags and names.
type council struct{ parsers, namers []*network.Network }

func (c council) reader() *network.Reader { return network.NewReader(c.parsers, c.namers) }
