package linear

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// Models are all models of one language.
type Models struct {
	Tagger *Tagger
	Parser *Parser
	Names  *Names
	Lemmas *Lemmas
}

// magic begins every model file; the number is the version of the format and of
// the features.
const magic = "annals linear models 4\n"

// header is the part of the file that holds strings. The file is magic, the
// length of the header (uint32, little-endian), the header as JSON, and the
// tables in the order: tag dictionary, tagger, parser, names, lemmas.
type header struct {
	Tags      []Tag
	Relations []string
	Labels    []string
	Scripts   []Script
}

// WriteTo writes the models in their file format.
func (m *Models) WriteTo(w io.Writer) (int64, error) {
	head, err := json.Marshal(header{m.Tagger.Tags, m.Parser.Relations, m.Names.Labels, m.Lemmas.Scripts})
	if err != nil {
		return 0, fmt.Errorf("writing models: %w", err)
	}
	var out bytes.Buffer
	out.WriteString(magic)
	out.Write(binary.LittleEndian.AppendUint32(nil, uint32(len(head))))
	out.Write(head)
	for _, t := range []*Table{m.Tagger.Dict, m.Tagger.Weights, m.Parser.Weights, m.Names.Weights, m.Lemmas.Endings} {
		if _, err := t.WriteTo(&out); err != nil {
			return 0, fmt.Errorf("writing models: %w", err)
		}
	}
	n, err := w.Write(out.Bytes())
	if err != nil {
		return int64(n), fmt.Errorf("writing models: %w", err)
	}
	return int64(n), nil
}

// ParseModels reads models from the bytes of a file, called name in errors. The
// models keep data alive and read from it. The gazetteer is the one that they
// were trained with.
func ParseModels(name, data string, gazetteer *Gazetteer) (*Models, error) {
	m, err := parseModels(data)
	if err != nil {
		return nil, fmt.Errorf("reading models %s: %w", name, err)
	}
	m.Tagger.Gazetteer = gazetteer
	return m, nil
}

func parseModels(data string) (*Models, error) {
	rest, ok := strings.CutPrefix(data, magic)
	if !ok {
		return nil, fmt.Errorf("does not begin with %q", magic)
	}
	if len(rest) < 4 || int(readUint32(rest)) > len(rest)-4 {
		return nil, fmt.Errorf("header cut short")
	}
	size := int(readUint32(rest))
	var h header
	if err := json.Unmarshal([]byte(rest[4:4+size]), &h); err != nil {
		return nil, fmt.Errorf("header: %w", err)
	}
	rest = rest[4+size:]
	var tables [5]*Table
	classes := [5]int{Closed + 1, len(h.Tags), 1 + 2*len(h.Relations), len(h.Labels), 256}
	for i := range tables {
		var err error
		if tables[i], rest, err = parseTable(rest, classes[i]); err != nil {
			return nil, fmt.Errorf("table %d: %w", i+1, err)
		}
	}
	if rest != "" {
		return nil, fmt.Errorf("%d bytes too many", len(rest))
	}
	if err := h.check(tables[0], tables[4]); err != nil {
		return nil, err
	}
	m := &Models{
		Tagger: &Tagger{Tags: h.Tags, Dict: tables[0], Weights: tables[1]},
		Parser: &Parser{Relations: h.Relations, Weights: tables[2]},
		Names:  &Names{Labels: h.Labels, Weights: tables[3]},
		Lemmas: &Lemmas{Scripts: h.Scripts, Endings: tables[4]},
	}
	m.Names.Prepare()
	m.Parser.Prepare(h.Tags)
	return m, nil
}

// check makes sure that there is something to choose from, that every label has
// the place that Names wants, and that dictionary and endings point to what is
// there.
func (h *header) check(dict, endings *Table) error {
	if len(h.Tags) == 0 || len(h.Tags) >= Closed || len(h.Relations) < 2 || len(h.Relations) > 64 || len(h.Labels)%2 != 1 {
		return fmt.Errorf("%d tags, %d relations, %d labels", len(h.Tags), len(h.Relations), len(h.Labels))
	}
	if h.Relations[rootRelation] != "root" || h.Labels[0] != "O" {
		return fmt.Errorf("the first relation is %q and the first label %q", h.Relations[rootRelation], h.Labels[0])
	}
	err := dict.each(func(cells string) error {
		for i := 0; i < len(cells); i += cellSize {
			if c := cells[i]; c != Closed && int(c) >= len(h.Tags) {
				return fmt.Errorf("the dictionary speaks of tag %d of %d", c, len(h.Tags))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return endings.each(func(cells string) error {
		if n := int(cells[0]) | int(cells[1])<<8; n >= len(h.Scripts) {
			return fmt.Errorf("an ending points to script %d of %d", n, len(h.Scripts))
		}
		return nil
	})
}

// Read runs the tagger, the parser and the name tagger over a sentence.
func (m *Models) Read(s *Scratch) {
	m.Tagger.Tag(s)
	m.Parser.Parse(s)
	m.Names.Find(s)
}
