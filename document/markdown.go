package document

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"golang.org/x/net/html"

	"annals"
)

// markdown fills in the document of a Markdown file: its text without markup.
// Fenced code, pictures and what is struck out are left out; footnotes become
// reference marks.
func (s *source) markdown(doc *annals.Document, data []byte) error {
	source, err := s.text(data)
	if err != nil {
		return err
	}
	length, err := s.frontMatter(doc, source)
	if err != nil {
		return err
	}
	if err := s.checkNesting(source); err != nil {
		return err
	}
	rules, err := loadPageRules()
	if err != nil {
		return err
	}
	w := &markdownText{source: []byte(source[length:]), rules: rules}
	parser := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Footnote)).Parser()
	w.blocks(parser.Parse(text.NewReader(w.source)), doc)
	doc.Text = w.out.String()
	return nil
}

// maxNesting is how many quotations and lists may begin on one line. The parser
// takes quadratic time for them, so that a file made for the purpose could keep
// it busy for hours.
const maxNesting = 100

// checkNesting says which line opens more quotations and lists than anybody
// writes.
func (s *source) checkNesting(source string) error {
	number := 0
	for line := range strings.Lines(source) {
		number++
		if opened(line) > maxNesting {
			return s.errorf(number, "more than %d quotations or lists within each other", maxNesting)
		}
	}
	return nil
}

// opened counts the marks of quotations and list entries that a line begins
// with. Digits are passed over: they may number an entry.
func opened(line string) int {
	n := 0
	for i := range len(line) {
		switch c := line[i]; {
		case c == ' ' || c == '\t':
		case c == '>':
			n++
		case strings.IndexByte("-+*.)", c) >= 0 && i+1 < len(line) && (line[i+1] == ' ' || line[i+1] == '\t'):
			n++
		case c < '0' || c > '9':
			return n
		}
	}
	return n
}

// markdownText gathers the paragraphs of a Markdown file.
type markdownText struct {
	source []byte
	rules  *pageRules
	out    paragraphs
}

// blocks adds the text of the blocks within a node. A heading of the first
// level that opens the text is its title.
func (w *markdownText) blocks(parent ast.Node, doc *annals.Document) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.FencedCodeBlock, *extast.FootnoteList:
		case *ast.Heading:
			words := w.words(n)
			if n.Level == 1 && w.out.Len() == 0 && (doc.Title == "" || doc.Title == words) {
				doc.Title = words
				continue
			}
			w.out.add(words)
		case *ast.Paragraph, *ast.TextBlock, *extast.TableCell:
			w.out.add(w.words(n))
		case *ast.CodeBlock:
			w.out.add(strings.TrimSpace(string(n.Lines().Value(w.source))))
		case *ast.HTMLBlock:
			w.html(string(n.Lines().Value(w.source)))
		default:
			w.blocks(n, doc)
		}
	}
}

// html adds the text of a block of HTML.
func (w *markdownText) html(block string) {
	if root, err := html.Parse(strings.NewReader(block)); err == nil {
		w.out.add(w.rules.text(root, ""))
	}
}

// words returns the text of a block.
func (w *markdownText) words(n ast.Node) string {
	var b strings.Builder
	w.inline(&b, n)
	return squeeze(b.String())
}

// inline adds the text of what stands within a block.
func (w *markdownText) inline(b *strings.Builder, parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			w.text(b, n)
		case *ast.String:
			b.Write(n.Value)
		case *ast.AutoLink:
			b.Write(n.Label(w.source))
		case *ast.CodeSpan:
			for c := n.FirstChild(); c != nil; c = c.NextSibling() {
				if t, ok := c.(*ast.Text); ok {
					b.Write(t.Segment.Value(w.source))
				}
			}
		case *ast.Link:
			w.link(b, n)
		case *extast.FootnoteLink:
			b.WriteString("[" + strconv.Itoa(n.Index) + "]")
		case *ast.Image, *ast.RawHTML, *extast.Strikethrough, *extast.FootnoteBacklink:
		default:
			w.inline(b, n)
		}
	}
}

// text adds plain words, with escapes and entities resolved.
func (w *markdownText) text(b *strings.Builder, n *ast.Text) {
	value := n.Segment.Value(w.source)
	if !n.IsRaw() {
		value = util.UnescapePunctuations(util.ResolveEntityNames(util.ResolveNumericReferences(value)))
	}
	b.Write(value)
	switch {
	case n.HardLineBreak():
		b.WriteString("\n")
	case n.SoftLineBreak():
		b.WriteString(" ")
	}
}

// link adds the words of a link. A link of nothing but digits is a reference
// mark whose address is given elsewhere, and stays one.
func (w *markdownText) link(b *strings.Builder, n *ast.Link) {
	var words strings.Builder
	w.inline(&words, n)
	if isNumber(words.String()) {
		b.WriteString("[" + words.String() + "]")
		return
	}
	b.WriteString(words.String())
}

// isNumber reports whether s consists of digits.
func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}
