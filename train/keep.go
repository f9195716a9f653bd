package train

import (
	"path/filepath"

	"annals/train/network"
)

// takeUp takes a network from the folder of those that are kept, if it is there.
func (c *School) takeUp(n *network.Network, who, file string) (bool, error) {
	if c.Keep == "" {
		return false, nil
	}
	path := filepath.Join(c.Keep, file)
	found, err := n.Load(path)
	if found {
		c.Progress(who, "taken up from "+path)
	}
	return found, err
}

// keep puts a network into the folder of those that are kept.
func (c *School) keep(n *network.Network, file string) error {
	if c.Keep == "" {
		return nil
	}
	return n.Save(filepath.Join(c.Keep, file))
}
