package document

import (
	"embed"
	"strings"
	"sync"

	"golang.org/x/net/html"

	"annals/datafile"
)

//go:embed furniture.tsv metadata.tsv
var pageFiles embed.FS

// pageRules is what the data files say about HTML pages.
type pageRules struct {
	furniture map[string]map[string]bool // "element", "role", "class" -> names
	metadata  []metaRule                 // in order of trust
}

// metaRule says which field a <meta> element fills.
type metaRule struct{ name, field string }

var loadPageRules = sync.OnceValues(readPageRules)

// readPageRules reads the data files.
func readPageRules() (*pageRules, error) {
	p := &pageRules{furniture: map[string]map[string]bool{"element": {}, "role": {}, "class": {}}}
	furniture, err := datafile.Read(pageFiles, "furniture.tsv", "by", "name", "note")
	if err != nil {
		return nil, err
	}
	for i := range furniture.Rows {
		row := &furniture.Rows[i]
		names := p.furniture[row.Get("by")]
		if names == nil {
			return nil, row.Errorf("%q is none of element, role and class", row.Get("by"))
		}
		names[row.Get("name")] = true
	}
	metadata, err := datafile.Read(pageFiles, "metadata.tsv", "name", "field", "note")
	if err != nil {
		return nil, err
	}
	for i := range metadata.Rows {
		row := &metadata.Rows[i]
		if !isField(row.Get("field")) {
			return nil, row.Errorf("a document has no field %q", row.Get("field"))
		}
		p.metadata = append(p.metadata, metaRule{strings.ToLower(row.Get("name")), row.Get("field")})
	}
	return p, nil
}

// isFurniture reports whether an element is no part of the main text.
func (p *pageRules) isFurniture(n *html.Node) bool {
	if p.furniture["element"][n.Data] {
		return true
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "role":
			if p.furniture["role"][strings.ToLower(a.Val)] {
				return true
			}
		case "class", "id":
			for name := range strings.FieldsSeq(strings.ToLower(a.Val)) {
				if p.furniture["class"][name] {
					return true
				}
			}
		case "hidden":
			return true
		case "aria-hidden":
			if strings.EqualFold(a.Val, "true") {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		}
	}
	return false
}
