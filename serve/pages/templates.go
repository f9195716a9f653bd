package pages

import (
	"embed"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"annals"
	"annals/ask"
	"annals/serve/questions"
)

//go:embed templates
var templateFiles embed.FS

// loadTemplates reads the templates: each page's own, with the frame and the parts that
// pages share.
func (p *Pages) loadTemplates() (map[string]*template.Template, error) {
	shared, err := template.New("shared").Funcs(p.functions()).ParseFS(templateFiles, "templates/shared/*.html")
	if err != nil {
		return nil, fmt.Errorf("reading the templates of the pages: %w", err)
	}
	names, err := fs.Glob(templateFiles, "templates/*.html")
	if err != nil {
		return nil, err
	}
	out := map[string]*template.Template{}
	for _, name := range names {
		t, err := shared.Clone()
		if err == nil {
			t, err = t.ParseFS(templateFiles, name)
		}
		if err != nil {
			return nil, fmt.Errorf("reading the template %s: %w", name, err)
		}
		out[strings.TrimSuffix(path.Base(name), ".html")] = t
	}
	return out, nil
}

// functions are what templates may call. Whatever they return is escaped where it is put.
func (p *Pages) functions() template.FuncMap {
	return template.FuncMap{
		"asset":     p.assets.path,
		"number":    number,
		"score":     score,
		"percent":   func(c float64) string { return fmt.Sprintf("%.0f %%", 100*c) },
		"days":      dateName,
		"whenOf":    whenOf,
		"dayOf":     func(published string) string { return dateName("", published, published) },
		"dateWords": edtfName,
		"side":      side,
		"name":      p.desk.Name,
		"nameOf":    ask.NameOf,
		"keyOf":     ask.KeyOf,
		"called":    called,
		"deed":      deed,
		"link":      link,
		"actorLink": actorLink,
		"docLink":   docLink,
		"isWeb":     isWeb,
		"with":      func(q *questions.Query, name, value string) *questions.Query { return q.With(name, value) },
		"plural":    plural,
		"lower":     strings.ToLower,
		"join":      strings.Join,
		"dict":      dict,
		"inc":       func(i int) int { return i + 1 },
		"statuses": func() []annals.Status {
			return []annals.Status{annals.Actual, annals.Future, annals.Hypothetical, annals.Negated}
		},
		"slug":      func(s string) string { return strings.ReplaceAll(s, " ", "-") },
		"headline":  headline,
		"isWhole":   isWhole,
		"countries": func() []string { return p.countries },
		"series":    betweenLink,
		"between": func(q *questions.Query) string {
			all := *q
			all.By, all.Page = "", 0
			return link(timelinePath, &all)
		},
		"partyLink":   func(key string) string { return link(timelinePath, &questions.Query{Parties: []string{key}}) },
		"speakerLink": func(key string) string { return link(timelinePath, &questions.Query{Speaker: key}) },
		"wordsLink":   func(q *questions.Query) string { return link(timelinePath, &questions.Query{Text: q.Text}) },
		"found":       foundLink,
		"downloads":   downloads,
		"prefixed":    func(v *view, prefix string) bool { return v.Path == prefix },
	}
}

// number writes a number with spaces between thousands, which no language misreads.
func number(n int) string {
	s := strconv.Itoa(n)
	for at := len(s) - 3; at > 0 && s[at-1] != '-'; at -= 3 {
		s = s[:at] + "\u202f" + s[at:]
	}
	return s
}

// score writes a score with the sign that mathematicians use; what rounds to nothing has
// none.
func score(s *float64) string {
	text := strconv.FormatFloat(*s, 'f', 1, 64)
	if text == "-0.0" {
		return "0.0"
	}
	return strings.Replace(text, "-", "−", 1)
}

func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(n) + " " + many
}

// whenOf is the date of a line in words, or why it has none.
func whenOf(line *annals.Line) string {
	if w := line.When; w != nil {
		if name := dateName(w.EDTF, w.From, w.To); name != "" {
			return name
		}
	}
	return ask.WhyUndated(line)
}

// side says by a score whether something is cooperation or conflict.
func side(score *float64) string {
	switch {
	case score == nil || *score == 0:
		return "neutral"
	case *score > 0:
		return "cooperation"
	}
	return "conflict"
}

// called names participants in a row: "Chile, Peru".
func called(all []annals.Participant) string {
	var names []string
	for i := range all {
		if name := ask.NameOf(&all[i]); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

// deed is the word that carries a line.
func deed(line *annals.Line) string {
	switch {
	case line.Kind != annals.Event && line.Text != "":
		return line.Text
	case line.Trigger != nil && line.Trigger.Text != "":
		return line.Trigger.Text
	case line.Mode != "":
		return line.Mode
	}
	return strings.ToLower(line.Type)
}

// isWhole reports whether the words of a line say who, too: those of a claim do, and those
// of a state mostly ("President Amina Diallo", but "the president" in "Amina Diallo, the
// president").
func isWhole(line *annals.Line) bool {
	return line.Text != "" && (line.Kind == annals.Claim || line.Kind == annals.State &&
		!slices.ContainsFunc(line.Actor, func(p annals.Participant) bool { return !strings.Contains(line.Text, p.Text) }))
}

// headline says a line in a few words, for the marks of charts and titles of pages.
func headline(line *annals.Line) string {
	if isWhole(line) {
		return quiet(line.Text)
	}
	who := called(line.Actor)
	whom := called(line.Recipient)
	if who != "" && whom != "" {
		who += " → "
	}
	who += whom
	if who != "" {
		who += ": "
	}
	return quiet(strings.TrimSpace(who + deed(line)))
}

// quiet takes out what would change how the words around a text are shown: controls,
// marks of direction and breaks of lines. Titles and names in charts, which no element
// isolates, are written so.
func quiet(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, text)
}

// link is the address of a page for a query.
func link(path string, q *questions.Query) string {
	if params := q.String(); params != "" {
		return path + "?" + params
	}
	return path
}

func actorLink(key string) string { return "/actor?key=" + url.QueryEscape(key) }

// docLink is the address of a document's page, at a line of it if one is named.
func docLink(id, line string) string {
	address := "/document?id=" + url.QueryEscape(id)
	if line != "" {
		address += "#line-" + url.PathEscape(line)
	}
	return address
}

// foundLink is the address of a sentence that was looked for, in its document.
func foundLink(f questions.Found) string {
	at := fmt.Sprintf("&at=%d-%d#found", f.Sentence.Span.Start(), f.Sentence.Span.End())
	return docLink(f.Document.ID, "") + at
}

// downloads are the addresses of what a view shows as files.
func downloads(v *view) []choice {
	var out []choice
	for _, format := range []struct{ name, label string }{{"csv", "CSV"}, {"parquet", "Parquet"}, {"jsonl", "JSON Lines"}} {
		q := *v.Query
		q.Page, q.PerPage = 0, 0
		params := q.Values()
		params.Set("format", format.name)
		out = append(out, choice{Label: format.label, Href: "/api/v1/export?" + params.Encode()})
	}
	return out
}

// isWeb reports whether an address that a document gives may be offered as a link.
func isWeb(address string) bool {
	u, err := url.Parse(address)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != ""
}

// dict makes what a shared template is given from names and values.
func dict(pairs ...any) (map[string]any, error) {
	out := map[string]any{}
	for i := 0; i+1 < len(pairs); i += 2 {
		name, ok := pairs[i].(string)
		if !ok {
			return nil, fmt.Errorf("the name %v of a value is no string", pairs[i])
		}
		out[name] = pairs[i+1]
	}
	return out, nil
}
