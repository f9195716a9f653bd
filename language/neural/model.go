package neural

import (
	"annals/language/neural/kernel"
)

// Tag is a universal part of speech with the Penn Treebank tag, and the positions
// of the two in what the network answers.
type Tag struct {
	UPOS, XPOS   string
	Coarse, Fine int
}

// Model is a network that is ready to read.
type Model struct {
	Vocabulary *Vocabulary
	Tags       []Tag    // the pairs that occur, at most 256
	Relations  []string // the first is that of the root
	Labels     []string // of names: none, then beginning and inside of each kind

	forms, vectors, subwords, shapes, marks table
	subwordShare                            [maxPieces + 1]float32 // by number of pieces: what a sum is worth in steps of the input
	layers                                  [][2]layer
	tag, coarse, fine                       dense
	name, labels                            dense
	dependent, head, arc                    dense
	bottom, top, relation                   dense
	headStep, joinedStep                    float32 // what a step of head is worth; how many steps 1 is in the joined layer
}

// maxPieces is the number of pieces of the longest form.
const maxPieces = (maxForm+2)*(longestPiece-shortestPiece+1) + 1

// table is rows of bytes.
type table struct {
	columns int
	data    string
}

// row returns a row.
func (t *table) row(i uint32) string {
	return t.data[int(i)*t.columns : (int(i)+1)*t.columns]
}

// layer is one direction of a layer of long short-term memories.
type layer struct {
	input, recurrent                 kernel.Weights
	inputScale, recurrentScale, bias []float32
}

// dense is a layer in which every output sees every input.
type dense struct {
	weights     kernel.Weights
	scale, bias []float32
}

// units is the number of units of one direction.
func (m *Model) units() int { return m.layers[0][0].recurrent.In }

// input is the number of columns of the first layer's input.
func (m *Model) input() int { return m.layers[0][0].input.In }
