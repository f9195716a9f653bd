package export

import (
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
)

// Graph is a network for programs that draw networks.
type Graph struct {
	Nodes []Node
	Edges []Edge
}

// Node is somebody in a Graph.
type Node struct{ ID, Label, Country string }

// Edge is what is told of two nodes.
type Edge struct {
	Source, Target string // ids of nodes
	Directed       bool   // from Source to Target; else what both do together
	Events         int    // the weight
	Reports        int    // of these events
	Cooperation    int
	Conflict       int
	MeanScore      *float64
	First, Last    string   // EDTF
	Lines          []string // ids of their lines, not always of all
}

// gexfHeads are the attributes of nodes and edges.
func gexfHeads() []gexfAttributes {
	return []gexfAttributes{
		{"node", []gexfAttribute{{"country", "country", "string"}}},
		{"edge", []gexfAttribute{
			{"together", "together", "boolean"},
			{"events", "events", "integer"},
			{"reports", "reports", "integer"},
			{"cooperation", "cooperation", "integer"},
			{"conflict", "conflict", "integer"},
			{"mean_score", "mean_score", "double"},
			{"first", "first", "string"},
			{"last", "last", "string"},
			{"lines", "lines", "string"},
		}},
	}
}

type gexfFile struct {
	XMLName xml.Name  `xml:"gexf"`
	Space   string    `xml:"xmlns,attr"`
	Version string    `xml:"version,attr"`
	Creator string    `xml:"meta>creator"`
	Graph   gexfGraph `xml:"graph"`
}

type gexfGraph struct {
	Default    string           `xml:"defaultedgetype,attr"`
	Mode       string           `xml:"mode,attr"`
	Attributes []gexfAttributes `xml:"attributes"`
	Nodes      []gexfNode       `xml:"nodes>node"`
	Edges      []gexfEdge       `xml:"edges>edge"`
}

type gexfAttributes struct {
	Class      string          `xml:"class,attr"`
	Attributes []gexfAttribute `xml:"attribute"`
}

type gexfAttribute struct {
	ID    string `xml:"id,attr"`
	Title string `xml:"title,attr"`
	Type  string `xml:"type,attr"`
}

type gexfValue struct {
	For   string `xml:"for,attr"`
	Value string `xml:"value,attr"`
}

type gexfNode struct {
	ID     string      `xml:"id,attr"`
	Label  string      `xml:"label,attr"`
	Values []gexfValue `xml:"attvalues>attvalue,omitempty"`
}

type gexfEdge struct {
	ID     int         `xml:"id,attr"`
	Source string      `xml:"source,attr"`
	Target string      `xml:"target,attr"`
	Type   string      `xml:"type,attr"`
	Weight int         `xml:"weight,attr"`
	Values []gexfValue `xml:"attvalues>attvalue"`
}

// WriteGEXF writes a network as GEXF 1.2 (gexf.net), which Gephi reads, as do programs
// that know no later version. All edges are directed, since most programs read no graph
// of both kinds: what two do together is an edge in each direction.
func WriteGEXF(w io.Writer, g *Graph) error {
	file := gexfFile{Space: "http://www.gexf.net/1.2draft", Version: "1.2", Creator: "annals", Graph: gexfGraph{
		Default: "directed", Mode: "static", Attributes: gexfHeads(),
	}}
	for i := range g.Nodes {
		file.Graph.Nodes = append(file.Graph.Nodes, gexfNodeOf(&g.Nodes[i]))
	}
	for i := range g.Edges {
		e := &g.Edges[i]
		file.Graph.Edges = append(file.Graph.Edges, gexfEdgeOf(len(file.Graph.Edges), e.Source, e.Target, e))
		if !e.Directed {
			file.Graph.Edges = append(file.Graph.Edges, gexfEdgeOf(len(file.Graph.Edges), e.Target, e.Source, e))
		}
	}
	out, err := xml.MarshalIndent(&file, "", " ")
	if err != nil {
		return fmt.Errorf("writing the network as GEXF: %w", err)
	}
	if _, err := io.WriteString(w, xml.Header+string(out)+"\n"); err != nil {
		return fmt.Errorf("writing the network as GEXF: %w", err)
	}
	return nil
}

func gexfNodeOf(n *Node) gexfNode {
	node := gexfNode{ID: plainText(n.ID), Label: plainText(n.Label)}
	if n.Country != "" {
		node.Values = []gexfValue{{"country", plainText(n.Country)}}
	}
	return node
}

func gexfEdgeOf(id int, source, target string, e *Edge) gexfEdge {
	edge := gexfEdge{ID: id, Source: plainText(source), Target: plainText(target), Type: "directed", Weight: e.Events}
	for _, v := range []gexfValue{
		{"together", strconv.FormatBool(!e.Directed)},
		{"events", strconv.Itoa(e.Events)},
		{"reports", strconv.Itoa(e.Reports)},
		{"cooperation", strconv.Itoa(e.Cooperation)},
		{"conflict", strconv.Itoa(e.Conflict)},
		{"mean_score", optional(e.MeanScore)},
		{"first", e.First},
		{"last", e.Last},
		{"lines", strings.Join(e.Lines, listSeparator)},
	} {
		if v.Value != "" {
			v.Value = plainText(v.Value)
			edge.Values = append(edge.Values, v)
		}
	}
	return edge
}

// plainText drops control characters, which XML and tables of one row a line don't
// allow; tabs and ends of lines become spaces.
func plainText(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r) || r&0xfffe == 0xfffe:
			return -1
		}
		return r
	}, text)
}
