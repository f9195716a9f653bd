package document

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"annals"
)

// describe fills in what a page says about itself: title, date of publication,
// publisher, address and language. Dates that cannot be understood are left
// out: unlike those that a user writes, they are nobody's to mend.
func (p *pageRules) describe(doc *annals.Document, root, main *html.Node) {
	about := p.about(root)
	doc.Title = firstOf(squeeze(about.meta["title"]), about.heading, about.linked["headline"], about.title)
	doc.Source = firstOf(about.linked["publisher"], squeeze(about.meta["source"]))
	doc.URL = firstOf(about.canonical, about.meta["url"])
	doc.Language = firstOf(about.language, about.meta["language"])
	for _, date := range []string{about.linked["datePublished"], about.meta["published"], p.timeOf(main)} {
		if day, ok := edtfDay(date); ok && day != "" {
			doc.Published = day
			return
		}
	}
}

// about is what the elements of a page say about it.
type about struct {
	meta      map[string]string // field -> content, by the rules of metadata.tsv
	rank      map[string]int    // field -> the rule that filled it
	linked    map[string]string // JSON-LD: datePublished, headline, publisher
	heading   string            // the first h1
	title     string            // <title>
	canonical string            // <link rel="canonical">
	language  string            // <html lang>
}

// about walks the page once.
func (p *pageRules) about(root *html.Node) *about {
	a := &about{meta: map[string]string{}, rank: map[string]int{}, linked: map[string]string{}}
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Html:
			a.language = firstOf(a.language, attr(n, "lang"))
		case atom.Meta:
			p.meta(a, n)
		case atom.Title:
			a.title = firstOf(a.title, squeeze(innerText(n)))
		case atom.H1:
			a.heading = firstOf(a.heading, squeeze(innerText(n)))
		case atom.Link:
			if strings.EqualFold(attr(n, "rel"), "canonical") {
				a.canonical = firstOf(a.canonical, attr(n, "href"))
			}
		case atom.Script:
			if strings.EqualFold(attr(n, "type"), "application/ld+json") {
				a.linkedData(innerText(n))
			}
		}
	}
	return a
}

// meta takes over a <meta> element, if no rule of more trust has filled the
// field before.
func (p *pageRules) meta(a *about, n *html.Node) {
	content := strings.TrimSpace(attr(n, "content"))
	name := strings.ToLower(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "itemprop")))
	if content == "" || name == "" {
		return
	}
	rule := slices.IndexFunc(p.metadata, func(m metaRule) bool { return m.name == name })
	if rule < 0 {
		return
	}
	field := p.metadata[rule].field
	if before, filled := a.rank[field]; !filled || rule < before {
		a.meta[field], a.rank[field] = content, rule
	}
}

// linkedData takes over the first date of publication, headline and publisher
// of JSON-LD. Broken JSON-LD is common on the web and says nothing.
func (a *about) linkedData(script string) {
	var v any
	if json.Unmarshal([]byte(script), &v) == nil {
		a.walkLinked(v)
	}
}

func (a *about) walkLinked(v any) {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			a.walkLinked(e)
		}
	case map[string]any:
		for _, key := range []string{"datePublished", "headline"} {
			if s, ok := v[key].(string); ok && a.linked[key] == "" {
				a.linked[key] = s
			}
		}
		if publisher, ok := v["publisher"].(map[string]any); ok && a.linked["publisher"] == "" {
			a.linked["publisher"], _ = publisher["name"].(string)
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			a.walkLinked(v[key])
		}
	}
}

// timeOf returns the date of the <time> element that is marked as the date of
// publication, or else of the first one in the main text.
func (p *pageRules) timeOf(main *html.Node) string {
	first := ""
	for n := range main.Descendants() {
		if n.DataAtom != atom.Time {
			continue
		}
		date := firstOf(attr(n, "datetime"), squeeze(innerText(n)))
		if hasAttr(n, "pubdate") || strings.EqualFold(attr(n, "itemprop"), "datePublished") {
			return date
		}
		first = firstOf(first, date)
	}
	return first
}

// innerText returns all text within a node.
func innerText(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// firstOf returns the first string that is not empty.
func firstOf(all ...string) string {
	for _, s := range all {
		if s != "" {
			return s
		}
	}
	return ""
}
