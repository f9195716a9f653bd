package neural

import (
	"fmt"
	"math"
	"slices"

	"annals/language/neural/kernel"
)

// Matrix is weights as they were learned, in row order: a row an input, a column
// an output.
type Matrix struct {
	Rows, Columns int
	Values        []float32
}

func (x Matrix) at(k, j int) float32 { return x.Values[k*x.Columns+j] }

// Affine is the weights of a layer that sees one word, with its bias.
type Affine struct {
	Weights Matrix
	Bias    []float32
	// Ceiling is what the outputs of a rectified layer hardly ever exceed.
	Ceiling float32
}

// Memory is the weights of one direction of a layer of long short-term memories.
type Memory struct {
	Input, Recurrent Matrix
	Bias             []float32
}

// Plan is a network as it was learned. Its inputs follow one another: form,
// vector, pieces, shape, marks.
type Plan struct {
	Vocabulary        *Vocabulary
	Tags              []Tag
	Relations, Labels []string

	Forms, Subwords, Shapes, Marks Matrix
	Vectors                        []int8 // in steps of VectorUnit
	VectorSize                     int
	SubwordCeiling                 float32 // what sums of pieces hardly ever exceed

	Layers                [][2]Memory
	Tag, Coarse, Fine     Affine
	Name, Names           Affine
	Dependent, Head, Arc  Affine
	Bottom, Top, Relation Affine
	JoinedCeiling         float32 // of bottom and top together
}

// usual is the share of numbers that are kept as they are when they become
// bytes; the few that are larger are cut.
const usual = 0.9998

// step is what a step from 0 to 127 must be worth for the usual numbers.
func step(values []float32) float32 {
	sizes := make([]float32, len(values))
	for i, v := range values {
		sizes[i] = max(v, -v)
	}
	slices.Sort(sizes)
	if len(sizes) == 0 {
		return 1
	}
	return max(sizes[int(usual*float64(len(sizes)-1))], 1e-6) / kernel.Step
}

// Build makes a model with weights of eight bits.
func Build(p *Plan) (*Model, error) {
	if len(p.Tags) > 256 || len(p.Relations) > 256 || len(p.Labels) > 256 || p.Subwords.Columns != kernel.SumColumns || p.Marks.Columns > maxMarkColumns {
		return nil, fmt.Errorf("building a model: %d tags, %d relations, %d labels, %d columns of pieces and %d of marks",
			len(p.Tags), len(p.Relations), len(p.Labels), p.Subwords.Columns, p.Marks.Columns)
	}
	m := &Model{Vocabulary: p.Vocabulary, Tags: p.Tags, Relations: p.Relations, Labels: p.Labels}
	var steps []float32 // of each input
	put := func(to *table, from Matrix, worth float32) {
		*to = quantize(from, worth)
		steps = append(steps, slices.Repeat([]float32{worth}, from.Columns)...)
	}
	put(&m.forms, p.Forms, step(p.Forms.Values))
	bytes := make([]byte, len(p.Vectors))
	for i, v := range p.Vectors {
		bytes[i] = byte(v)
	}
	m.vectors = table{p.VectorSize, string(bytes)}
	steps = append(steps, slices.Repeat([]float32{VectorUnit}, p.VectorSize)...)
	piece, sum := step(p.Subwords.Values), p.SubwordCeiling/kernel.Step
	m.subwords = quantize(p.Subwords, piece)
	steps = append(steps, slices.Repeat([]float32{sum}, p.Subwords.Columns)...)
	for n := range m.subwordShare {
		m.subwordShare[n] = SubwordShare(n) * piece / sum
	}
	put(&m.shapes, p.Shapes, step(p.Shapes.Values))
	put(&m.marks, p.Marks, 2*step(p.Marks.Values))
	for _, pair := range p.Layers {
		var out [2]layer
		for d, l := range pair {
			out[d] = buildLayer(l, steps)
		}
		m.layers = append(m.layers, out)
		steps = slices.Repeat([]float32{1.0 / kernel.Step}, 2*pair[0].Recurrent.Rows)
	}
	all := slices.Repeat(steps, len(p.Layers))
	m.tag = rectifiedLayer(p.Tag, all)
	m.coarse = scoreLayer(p.Coarse, hiddenSteps(p.Tag), 0)
	m.fine = scoreLayer(p.Fine, hiddenSteps(p.Tag), 0)
	m.name = rectifiedLayer(p.Name, all)
	m.labels = scoreLayer(p.Names, hiddenSteps(p.Name), 0)
	m.dependent = rectifiedLayer(p.Dependent, steps)
	m.head = rectifiedLayer(p.Head, steps)
	m.headStep = p.Head.Ceiling / 255
	m.arc = scoreLayer(p.Arc, hiddenSteps(p.Dependent), 0)
	m.bottom = scoreLayer(p.Bottom, steps, kernel.Zero)
	m.top = scoreLayer(p.Top, steps, kernel.Zero)
	m.joinedStep = 255 / p.JoinedCeiling
	m.relation = scoreLayer(p.Relation, slices.Repeat([]float32{p.JoinedCeiling / 255}, p.Relation.Weights.Rows), 0)
	return m, nil
}

// hiddenSteps is what a step of each output of a rectified layer is worth.
func hiddenSteps(a Affine) []float32 {
	return slices.Repeat([]float32{a.Ceiling / 255}, a.Weights.Columns)
}

// quantize makes a table of bytes.
func quantize(x Matrix, worth float32) table {
	data := make([]byte, len(x.Values))
	for i, v := range x.Values {
		data[i] = byte(int8(math.RoundToEven(float64(min(max(v/worth, -kernel.Step), kernel.Step)))))
	}
	return table{x.Columns, string(data)}
}

// shrink makes weights of eight bits for inputs whose steps are worth so much. It
// returns what a step of each output is worth, and what each output is when all
// inputs are at zero, a byte of activation.
func shrink(x Matrix, steps []float32, zero int) (w kernel.Weights, worth, offset []float32) {
	worth, offset = make([]float32, x.Columns), make([]float32, x.Columns)
	bytes := make([]int8, len(x.Values))
	for j := range x.Columns {
		longest := float32(1e-9)
		for k := range x.Rows {
			v := x.at(k, j) * steps[k]
			longest = max(longest, v, -v)
		}
		worth[j] = longest / kernel.Limit
		sum := 0
		for k := range x.Rows {
			v := int(math.RoundToEven(float64(x.at(k, j) * steps[k] / worth[j])))
			bytes[k*x.Columns+j] = int8(v)
			sum += v
		}
		offset[j] = float32(zero*sum) * worth[j]
	}
	return kernel.NewWeights(x.Rows, x.Columns, func(k, j int) int8 { return bytes[k*x.Columns+j] }), worth, offset
}

func buildLayer(l Memory, steps []float32) layer {
	var out layer
	var a, b []float32
	out.input, out.inputScale, a = shrink(l.Input, steps, kernel.Zero)
	out.recurrent, out.recurrentScale, b = shrink(l.Recurrent, slices.Repeat([]float32{1.0 / kernel.Step}, l.Recurrent.Rows), kernel.Zero)
	out.bias = make([]float32, len(l.Bias))
	for j, v := range l.Bias {
		out.bias[j] = v - a[j] - b[j]
	}
	return out
}

// scoreLayer is a layer whose outputs are numbers.
func scoreLayer(a Affine, steps []float32, zero int) dense {
	w, worth, offset := shrink(a.Weights, steps, zero)
	bias := make([]float32, len(a.Bias))
	for j, v := range a.Bias {
		bias[j] = v - offset[j]
	}
	return dense{w, worth, bias}
}

// rectifiedLayer is a layer whose outputs are activations up to a ceiling; it
// reads outputs of memories.
func rectifiedLayer(a Affine, steps []float32) dense {
	d := scoreLayer(a, steps, kernel.Zero)
	for j := range d.scale {
		d.scale[j] *= 255 / a.Ceiling
		d.bias[j] *= 255 / a.Ceiling
	}
	return d
}
