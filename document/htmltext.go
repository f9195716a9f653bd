package document

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// text returns the text of an element without its furniture. A first heading
// that repeats the title is left out.
func (p *pageRules) text(n *html.Node, title string) string {
	w := &pageText{rules: p, title: title}
	w.walk(n, false)
	w.paragraphEnd()
	return w.out.String()
}

// pageText gathers the paragraphs of a page.
type pageText struct {
	rules *pageRules
	title string
	out   paragraphs
	now   strings.Builder // the paragraph that is being gathered
	links int             // letters and digits of it that stand in links
	rest  int             // those that do not
}

// walk adds the text of a node.
func (w *pageText) walk(n *html.Node, inLink bool) {
	switch n.Type {
	case html.TextNode:
		w.add(n.Data, inLink)
		return
	case html.ElementNode:
		if w.rules.isFurniture(n) || isPageHeader(n) {
			return
		}
	}
	if n.DataAtom == atom.Br {
		w.now.WriteString("\n")
	}
	if isBlock(n) {
		w.paragraphEnd()
		defer w.paragraphEnd()
	}
	inLink = inLink || n.DataAtom == atom.A
	for c := range n.ChildNodes() {
		w.walk(c, inLink)
	}
}

// add adds text to the paragraph. Line ends of the source are spaces on a page.
func (w *pageText) add(text string, inLink bool) {
	for _, r := range text {
		if unicode.IsSpace(r) {
			w.now.WriteByte(' ')
			continue
		}
		w.now.WriteRune(r)
		switch {
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
		case inLink:
			w.links++
		default:
			w.rest++
		}
	}
}

// paragraphEnd closes the paragraph. One that is nothing but links and no
// sentence is an entry of a menu and left out.
func (w *pageText) paragraphEnd() {
	text := squeeze(w.now.String())
	menu := w.rest == 0 && w.links > 0 && !endsSentence(text)
	repeated := w.out.Len() == 0 && w.title != "" && text == w.title
	if !menu && !repeated {
		w.out.add(text)
	}
	w.now.Reset()
	w.links, w.rest = 0, 0
}

// paragraphs is text of paragraphs with an empty line between them.
type paragraphs struct{ strings.Builder }

// add adds a paragraph, unless it is empty.
func (p *paragraphs) add(text string) {
	if text == "" {
		return
	}
	if p.Len() > 0 {
		p.WriteString("\n\n")
	}
	p.WriteString(text)
}

// squeeze returns text with one space for each run of spaces and one line end
// for each run of white space that has one.
func squeeze(text string) string {
	var b strings.Builder
	b.Grow(len(text))
	gap := ""
	for _, r := range text {
		switch {
		case r == '\n':
			gap = "\n"
		case unicode.IsSpace(r):
			if gap == "" {
				gap = " "
			}
		default:
			if b.Len() > 0 {
				b.WriteString(gap)
			}
			gap = ""
			b.WriteRune(r)
		}
	}
	return b.String()
}

// endsSentence reports whether text ends with a mark that closes a sentence,
// quotation marks and reference marks aside.
func endsSentence(text string) bool {
	text = strings.TrimRight(text, `"'”’»)]0123456789[`)
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".!?…:;", r)
}

// isPageHeader reports whether an element is the header of the page, which
// holds its name and menus. The header of an article holds its title.
func isPageHeader(n *html.Node) bool {
	if n.DataAtom != atom.Header {
		return false
	}
	for up := n.Parent; up != nil; up = up.Parent {
		if up.DataAtom == atom.Article || up.DataAtom == atom.Main {
			return false
		}
	}
	return true
}

// isBlock reports whether an element stands in lines of its own.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Body, atom.Header, atom.Hgroup,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6,
		atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Blockquote, atom.Pre, atom.Address,
		atom.Table, atom.Caption, atom.Tr, atom.Td, atom.Th, atom.Hr, atom.Form, atom.Fieldset, atom.Details, atom.Summary:
		return true
	}
	return false
}
