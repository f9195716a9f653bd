package neural

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"strings"

	"annals/language/index"
	"annals/language/neural/kernel"
)

// magic begins every model file; the number is the version of the format and of
// what the network reads of a word.
const magic = "annals network 2\n"

// header is the part of the file that says what the rest is. The file is magic,
// the length of the header (uint32, little-endian), the header as JSON, and the
// parts in the order of Model.parts.
type header struct {
	Tags              []Tag
	Relations, Labels []string
	Subwords          int
	ClassSets         []Mark // that words of the lexicon have
	Columns           [5]int // of the tables: forms, vectors, pieces, shapes, marks
	Lengths           []int  // of the parts, in bytes
	Layers            int
	Units             int
	Hidden            [5]int // outputs of the hidden layers: tag, name, dependent, arc, relation
	HeadStep          float32
	JoinedStep        float32
}

// parts are pointers to all that the file holds beside the header, in order.
func (m *Model) parts() []any {
	v := m.Vocabulary
	parts := []any{&v.Forms, &v.Vectors, &v.Shapes, &v.Classes.Rows, &m.forms.data, &m.vectors.data, &m.subwords.data, &m.shapes.data, &m.marks.data}
	for i := range m.layers {
		for d := range m.layers[i] {
			l := &m.layers[i][d]
			parts = append(parts, &l.input, &l.inputScale, &l.recurrent, &l.recurrentScale, &l.bias)
		}
	}
	for _, d := range m.denseLayers() {
		parts = append(parts, &d.weights, &d.scale, &d.bias)
	}
	return append(parts, m.subwordShare[:])
}

func (m *Model) denseLayers() []*dense {
	return []*dense{&m.tag, &m.coarse, &m.fine, &m.name, &m.labels, &m.dependent, &m.head, &m.arc, &m.bottom, &m.top, &m.relation}
}

// WriteTo writes the model in its file format.
func (m *Model) WriteTo(w io.Writer) (int64, error) {
	var body bytes.Buffer
	h := header{
		Tags: m.Tags, Relations: m.Relations, Labels: m.Labels, Subwords: m.Vocabulary.Subwords,
		ClassSets: m.Vocabulary.Classes.Sets,
		Columns:   [5]int{m.forms.columns, m.vectors.columns, m.subwords.columns, m.shapes.columns, m.marks.columns},
		Layers:    len(m.layers), Units: m.units(), HeadStep: m.headStep, JoinedStep: m.joinedStep,
		Hidden: [5]int{m.tag.weights.Out, m.name.weights.Out, m.dependent.weights.Out, m.arc.weights.Out, m.relation.weights.In},
	}
	for _, part := range m.parts() {
		before := body.Len()
		switch p := part.(type) {
		case *string:
			body.WriteString(*p)
		case *index.Index:
			body.WriteString(p.Data())
		case *kernel.Weights:
			body.WriteString(p.Data())
		case *[]float32:
			writeFloats(&body, *p)
		case []float32:
			writeFloats(&body, p)
		}
		h.Lengths = append(h.Lengths, body.Len()-before)
	}
	head, err := json.Marshal(h)
	if err != nil {
		return 0, fmt.Errorf("writing a network: %w", err)
	}
	out := append([]byte(magic), binary.LittleEndian.AppendUint32(nil, uint32(len(head)))...)
	out = append(append(out, head...), body.Bytes()...)
	n, err := w.Write(out)
	if err != nil {
		return int64(n), fmt.Errorf("writing a network: %w", err)
	}
	return int64(n), nil
}

func writeFloats(b *bytes.Buffer, x []float32) {
	for _, v := range x {
		b.Write(binary.LittleEndian.AppendUint32(nil, math.Float32bits(v)))
	}
}

// Parse reads a model from the bytes of a file, called name in errors. The model
// keeps data alive and reads from it. The gazetteer is the one that it was trained
// with.
func Parse(name, data string, gazetteer *Gazetteer) (*Model, error) {
	m, err := parse(data, gazetteer)
	if err != nil {
		return nil, fmt.Errorf("reading the network %s: %w", name, err)
	}
	return m, nil
}

func parse(data string, gazetteer *Gazetteer) (*Model, error) {
	rest, ok := strings.CutPrefix(data, magic)
	if !ok {
		return nil, fmt.Errorf("does not begin with %q", magic)
	}
	if len(rest) < 4 || int64(binary.LittleEndian.Uint32([]byte(rest[:4]))) > int64(len(rest)-4) {
		return nil, fmt.Errorf("header cut short")
	}
	size := int(binary.LittleEndian.Uint32([]byte(rest[:4])))
	var h header
	if err := json.Unmarshal([]byte(rest[4:4+size]), &h); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	m, err := h.model(gazetteer)
	if err != nil {
		return nil, err
	}
	rest = rest[4+size:]
	parts := m.parts()
	if len(parts) != len(h.Lengths) {
		return nil, fmt.Errorf("%d parts, but %d are needed", len(h.Lengths), len(parts))
	}
	for i, part := range parts {
		n := h.Lengths[i]
		if n < 0 || n > len(rest) {
			return nil, fmt.Errorf("part %d cut short", i+1)
		}
		if err := readPart(part, rest[:n]); err != nil {
			return nil, fmt.Errorf("part %d: %w", i+1, err)
		}
		rest = rest[n:]
	}
	if rest != "" {
		return nil, fmt.Errorf("%d bytes too many", len(rest))
	}
	return m, m.check()
}

// sizes within which a network must lie, so that no file asks for all memory.
const (
	mostUnits   = 4096
	mostLayers  = 16
	mostColumns = 4096
)

// model makes a model with everything but the contents of its parts.
func (h *header) model(gazetteer *Gazetteer) (*Model, error) {
	sizes := append(h.Hidden[:], h.Columns[:]...)
	for _, n := range append(sizes, h.Subwords, h.Units, h.Layers) {
		if n <= 0 {
			return nil, fmt.Errorf("a size of %d", n)
		}
	}
	for _, n := range sizes {
		if n > mostColumns {
			return nil, fmt.Errorf("a size of %d", n)
		}
	}
	if h.Layers > mostLayers || h.Units > mostUnits || h.Units%kernel.Block != 0 {
		return nil, fmt.Errorf("%d layers of %d units", h.Layers, h.Units)
	}
	if len(h.Tags) == 0 || len(h.Tags) > 256 || len(h.Relations) < 2 || len(h.Relations) > 256 || len(h.Labels)%2 != 1 || len(h.Labels) > 255 {
		return nil, fmt.Errorf("%d tags, %d relations, %d labels", len(h.Tags), len(h.Relations), len(h.Labels))
	}
	if h.Columns[2] != kernel.SumColumns || h.Columns[4] > maxMarkColumns {
		return nil, fmt.Errorf("%d columns of pieces, %d of marks", h.Columns[2], h.Columns[4])
	}
	m := &Model{
		Vocabulary: &Vocabulary{Subwords: h.Subwords, Classes: Classes{Sets: h.ClassSets}, Gazetteer: gazetteer},
		Tags:       h.Tags, Relations: h.Relations, Labels: h.Labels,
		layers: make([][2]layer, h.Layers), headStep: h.HeadStep, joinedStep: h.JoinedStep,
	}
	in := 0
	for i, t := range []*table{&m.forms, &m.vectors, &m.subwords, &m.shapes, &m.marks} {
		t.columns = h.Columns[i]
		in += t.columns
	}
	for i := range m.layers {
		for d := range m.layers[i] {
			l := &m.layers[i][d]
			l.input = kernel.Weights{In: in, Out: 4 * h.Units}
			l.recurrent = kernel.Weights{In: h.Units, Out: 4 * h.Units}
			l.inputScale, l.recurrentScale, l.bias = make([]float32, 4*h.Units), make([]float32, 4*h.Units), make([]float32, 4*h.Units)
		}
		in = 2 * h.Units
	}
	coarse, fine := 0, 0
	for _, t := range h.Tags {
		if t.Coarse < 0 || t.Fine < 0 {
			return nil, fmt.Errorf("the tag %+v", t)
		}
		coarse, fine = max(coarse, t.Coarse+1), max(fine, t.Fine+1)
	}
	all := in * h.Layers
	tag, name, dependent, arc, relation := h.Hidden[0], h.Hidden[1], h.Hidden[2], h.Hidden[3], h.Hidden[4]
	ins := []int{all, tag, tag, all, name, in, in, dependent, in, in, relation}
	outs := []int{tag, coarse, fine, name, len(h.Labels), dependent, arc, arc, relation, relation, len(h.Relations)}
	for i, d := range m.denseLayers() {
		out := (outs[i] + kernel.Block - 1) / kernel.Block * kernel.Block
		d.weights = kernel.Weights{In: ins[i], Out: out}
		d.scale, d.bias = make([]float32, out), make([]float32, out)
	}
	return m, nil
}

// readPart fills in one part; what has a size must have that size.
func readPart(part any, data string) error {
	switch p := part.(type) {
	case *string:
		*p = data
	case *index.Index:
		x, err := index.Read(data, math.MaxInt32)
		if err != nil {
			return err
		}
		*p = x
	case *kernel.Weights:
		if len(data) != kernel.Size(p.In, p.Out) {
			return fmt.Errorf("%d bytes of weights for %d inputs and %d outputs", len(data), p.In, p.Out)
		}
		w, err := kernel.ReadWeights(data, p.In, p.Out)
		if err != nil {
			return err
		}
		*p = w
	case *[]float32:
		return readFloats(*p, data)
	case []float32:
		return readFloats(p, data)
	}
	return nil
}

func readFloats(x []float32, data string) error {
	if len(data) != 4*len(x) {
		return fmt.Errorf("%d bytes for %d numbers", len(data), len(x))
	}
	for i := range x {
		v := math.Float32frombits(binary.LittleEndian.Uint32([]byte(data[4*i : 4*i+4])))
		if v != v || v > 1e9 || v < -1e9 {
			return fmt.Errorf("number %d is %v", i, v)
		}
		x[i] = v
	}
	return nil
}

// check makes sure that everything that points to a row points to one that is
// there.
func (m *Model) check() error {
	rows := func(t *table) (int, error) {
		if t.columns == 0 || len(t.data)%t.columns != 0 {
			return 0, fmt.Errorf("a table of %d bytes with %d columns", len(t.data), t.columns)
		}
		return len(t.data) / t.columns, nil
	}
	v := m.Vocabulary
	for i, t := range []*table{&m.forms, &m.vectors, &m.shapes, &m.subwords, &m.marks} {
		n, err := rows(t)
		if err != nil {
			return err
		}
		switch i {
		case 0, 1, 2:
			x := []index.Index{v.Forms, v.Vectors, v.Shapes}[i]
			_, err = index.Read(x.Data(), n)
			if err == nil && i == 1 {
				err = v.Classes.check(n)
			}
			if n <= RootForm {
				err = fmt.Errorf("a table of %d rows", n)
			}
		case 3:
			if n < v.Subwords {
				err = fmt.Errorf("%d rows of pieces, but %d are needed", n, v.Subwords)
			}
		case 4:
			if n != Marks {
				err = fmt.Errorf("%d rows of marks, but %d are needed", n, Marks)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
