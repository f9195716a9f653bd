package network

import (
	"encoding/binary"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writeWeights writes the weights of a network as an accelerator does.
func writeWeights(t *testing.T, n *Network, leave int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "weights")
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	var counts []int
	for _, p := range n.parameters[leave:] {
		counts = append(counts, len(p.Values))
	}
	if err := json.NewEncoder(file).Encode(map[string]any{"sizes": n.Sizes, "counts": counts}); err != nil {
		t.Fatal(err)
	}
	for _, p := range n.parameters[leave:] {
		if err := binary.Write(file, binary.LittleEndian, p.Values); err != nil {
			t.Fatal(err)
		}
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestLoadWeights(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	vectors := make([]float32, small.Vectors*small.VectorSize)
	one, other := New(small, vectors, 1), New(small, vectors, 2)
	examples := sentences(random, 6)
	path := writeWeights(t, one, 0)
	if err := other.LoadWeights(path); err != nil {
		t.Fatal(err)
	}
	want, got := NewReader([]*Network{one}, nil).Read(examples), NewReader([]*Network{other}, nil).Read(examples)
	for i := range want {
		if !slices.Equal(want[i].Shares.Heads, got[i].Shares.Heads) || !slices.Equal(want[i].Shares.Tags, got[i].Shares.Tags) {
			t.Errorf("sentence %d: the network reads otherwise with the weights of another than that one", i)
		}
	}
}

func TestLoadWeightsErrors(t *testing.T) {
	n := New(small, make([]float32, small.Vectors*small.VectorSize), 1)
	whole, err := os.ReadFile(writeWeights(t, n, 0))
	if err != nil {
		t.Fatal(err)
	}
	wider := small
	wider.Tag = 64
	tests := []struct {
		name, content, want string
	}{
		{"nothing", "", ":1:"},
		{"no JSON", "weights\n", ":1:"},
		{"cut short", string(whole[:len(whole)-5]), "matrix"},
		{"too few", "{\"counts\": [1]}\n....", "1 matrices"},
		{"another network", string(readAll(t, writeWeights(t, New(wider, make([]float32, small.Vectors*small.VectorSize), 1), 0))), "numbers, but that of the network"},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), "weights")
		if err := os.WriteFile(path, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := n.LoadWeights(path); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		}
	}
	if err := n.LoadWeights(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a file that is not there is no error")
	}
}

func readAll(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
