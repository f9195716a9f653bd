package network

import (
	"bufio"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// saved is a network in a file.
type saved struct {
	Sizes  Sizes
	Values [][]float32
}

// Save writes the weights to a file, whole or not at all.
func (n *Network) Save(path string) error {
	file, err := os.Create(path + ".part")
	if err != nil {
		return fmt.Errorf("keeping a network: %w", err)
	}
	s := saved{Sizes: n.Sizes}
	for _, p := range n.parameters {
		s.Values = append(s.Values, p.Values)
	}
	w := bufio.NewWriter(file)
	err = errors.Join(gob.NewEncoder(w).Encode(s), w.Flush(), file.Close())
	if err == nil {
		err = os.Rename(path+".part", path)
	}
	if err != nil {
		return fmt.Errorf("keeping a network in %s: %w", path, err)
	}
	return nil
}

// Load takes the weights from a file. It returns false where there is no such
// file or it holds a network of other sizes.
func (n *Network) Load(path string) (bool, error) {
	file, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("taking up a network: %w", err)
	}
	defer file.Close()
	var s saved
	if err := gob.NewDecoder(bufio.NewReader(file)).Decode(&s); err != nil {
		return false, fmt.Errorf("taking up a network from %s: %w", path, err)
	}
	if s.Sizes != n.Sizes || len(s.Values) != len(n.parameters) {
		return false, nil
	}
	for i, p := range n.parameters {
		if len(s.Values[i]) != len(p.Values) {
			return false, nil
		}
		copy(p.Values, s.Values[i])
		p.pack()
	}
	return true, nil
}

// LoadWeights takes the weights from a file that an accelerator has written: a line
// of JSON with the number of weights of each parameter, then the weights as
// little-endian numbers of four bytes, in the order of New.
func (n *Network) LoadWeights(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("reading weights: %w", err)
	}
	defer file.Close()
	r := bufio.NewReader(file)
	line, err := r.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("reading weights: %s:1: %w", path, err)
	}
	var header struct{ Counts []int }
	if err := json.Unmarshal(line, &header); err != nil {
		return fmt.Errorf("reading weights: %s:1: %w", path, err)
	}
	if len(header.Counts) != len(n.parameters) {
		return fmt.Errorf("reading weights: %s has %d matrices, but the network %d", path, len(header.Counts), len(n.parameters))
	}
	for i, p := range n.parameters {
		if header.Counts[i] != len(p.Values) {
			return fmt.Errorf("reading weights: matrix %d of %s has %d numbers, but that of the network %d", i, path, header.Counts[i], len(p.Values))
		}
		if err := binary.Read(r, binary.LittleEndian, p.Values); err != nil {
			return fmt.Errorf("reading weights: matrix %d of %s: %w", i, path, err)
		}
		p.pack()
	}
	return nil
}

// Take takes the weights from another network, which may differ in its dropout.
func (n *Network) Take(other *Network) error {
	if len(n.parameters) != len(other.parameters) {
		return fmt.Errorf("taking weights: %d matrices in place of %d", len(other.parameters), len(n.parameters))
	}
	for i, p := range n.parameters {
		if copy(p.Values, other.parameters[i].Values) != len(p.Values) {
			return fmt.Errorf("taking weights: matrix %d has %d numbers, but %d are needed", i, len(other.parameters[i].Values), len(p.Values))
		}
		p.pack()
	}
	return nil
}
