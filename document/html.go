package document

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"

	"annals"
)

// html fills in the document of an HTML file: its main text, and what the page
// says about itself.
func (s *source) html(doc *annals.Document, data []byte) error {
	page, err := s.decodeHTML(data)
	if err != nil {
		return err
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return s.errorf(0, "is no HTML that can be read: %w", err)
	}
	rules, err := loadPageRules()
	if err != nil {
		return err
	}
	main := rules.mainPart(root)
	rules.describe(doc, root, main)
	doc.Text = rules.text(main, doc.Title)
	return nil
}

// decodeHTML returns a page as UTF-8, by the encoding that it states. A page
// that states none is taken for UTF-8, or for Windows-1252 if it is not valid
// UTF-8, as browsers do.
func (s *source) decodeHTML(data []byte) (string, error) {
	encoding, name, stated := charset.DetermineEncoding(data, "")
	if name == "utf-8" || !stated && utf8.Valid(data) {
		return s.text(data)
	}
	if !strings.HasPrefix(name, "utf-16") {
		if at := bytes.IndexByte(data, 0); at >= 0 {
			return "", s.errorf(1+lines(data[:at]), "a zero byte at byte %d: this is a binary file, not text", at)
		}
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return "", s.errorf(0, "is not in the encoding %s that it states: %w", name, err)
	}
	return strings.TrimPrefix(string(decoded), byteOrderMark), nil
}

// mainPart returns the element that holds the main text: an article, if it has
// a good part of the page's words, else the body.
func (p *pageRules) mainPart(root *html.Node) *html.Node {
	body := find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	if body == nil {
		return root
	}
	all := len(p.text(body, ""))
	for _, isCandidate := range []func(*html.Node) bool{
		func(n *html.Node) bool { return strings.EqualFold(attr(n, "itemprop"), "articleBody") },
		func(n *html.Node) bool { return n.DataAtom == atom.Article },
		func(n *html.Node) bool { return n.DataAtom == atom.Main || attr(n, "role") == "main" },
	} {
		best, size := p.longest(body, isCandidate)
		if size > all/3 {
			return best
		}
	}
	return body
}

// longest returns the element with the most text of those that pass, and the
// length of that text in bytes. It does not look for elements within those.
func (p *pageRules) longest(n *html.Node, pass func(*html.Node) bool) (best *html.Node, size int) {
	if n.Type == html.ElementNode && pass(n) {
		return n, len(p.text(n, ""))
	}
	for c := range n.ChildNodes() {
		if b, s := p.longest(c, pass); s > size {
			best, size = b, s
		}
	}
	return best, size
}

// find returns the first node, in the order of the page, that passes, or nil.
func find(n *html.Node, pass func(*html.Node) bool) *html.Node {
	if pass(n) {
		return n
	}
	for c := range n.ChildNodes() {
		if f := find(c, pass); f != nil {
			return f
		}
	}
	return nil
}

// attr returns the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// hasAttr reports whether the element has an attribute, with a value or without.
func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}
