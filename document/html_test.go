package document

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"annals"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares what was got with a golden file.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", file, diff)
	}
}

// show prints a document for a golden file.
func show(doc *annals.Document) string {
	return "id: " + doc.ID + "\ntitle: " + doc.Title + "\npublished: " + doc.Published +
		"\nsource: " + doc.Source + "\nurl: " + doc.URL + "\nlanguage: " + doc.Language + "\n\n" + doc.Text + "\n"
}

func TestGolden(t *testing.T) {
	for _, name := range []string{"news.html", "encyclopaedia.html", "notes.md"} {
		t.Run(name, func(t *testing.T) {
			for doc, err := range Read("testdata/"+name, nil) {
				if err != nil {
					t.Fatal(err)
				}
				golden(t, "testdata/"+name+".golden", show(doc))
			}
		})
	}
}

// htmlOf reads a page.
func htmlOf(page string) (*annals.Document, error) {
	doc := &annals.Document{}
	err := newSource("page.html", nil).html(doc, []byte(page))
	return doc, err
}

func TestPublished(t *testing.T) {
	for _, test := range []struct{ name, head, body, want string }{
		{"meta", `<meta property="article:published_time" content="2020-02-03T04:05:06Z">`, "", "2020-02-03"},
		{"itemprop", `<meta itemprop="datePublished" content="2020-02">`, "", "2020-02"},
		{"the most trusted meta wins", `<meta name="date" content="2001-01-01"><meta name="citation_date" content="2020/02/03">`, "", "2020-02-03"},
		{"JSON-LD before meta", `<meta name="date" content="2001-01-01"><script type="application/ld+json">[{"datePublished":"2020-02-03"}]</script>`, "", "2020-02-03"},
		{"broken JSON-LD says nothing", `<script type="application/ld+json">{"datePublished":"2020-02-03"</script><meta name="date" content="2001-01-01">`, "", "2001-01-01"},
		{"time", "", `<time datetime="2020-02-03T00:00">yesterday</time>`, "2020-02-03"},
		{"time in words", "", `<time>3 February 2020</time>`, "2020-02-03"},
		{"the time that is marked", "", `<time datetime="1999-01-01"></time><time pubdate datetime="2020-02-03"></time>`, "2020-02-03"},
		{"what cannot be understood is left out", `<meta name="date" content="yesterday">`, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := htmlOf("<html><head>" + test.head + "</head><body><p>Chile met Peru." + test.body)
			if err != nil || doc.Published != test.want {
				t.Errorf("published %q with error %v, want %q", doc.Published, err, test.want)
			}
		})
	}
}

func TestMainText(t *testing.T) {
	long := strings.Repeat("Chile met Peru and talked. ", 20)
	for _, test := range []struct{ name, body, want string }{
		{"one article", "<div>Around it.</div><article><p>" + long + "</p></article>", strings.TrimSpace(long)},
		{"many articles are all the text", "<article>One.</article><article>Two.</article><article>Three.</article><article>Four.</article>", "One.\n\nTwo.\n\nThree.\n\nFour."},
		{"the body if nothing is marked", "<p>Chile met Peru.</p>Nobody knew.", "Chile met Peru.\n\nNobody knew."},
		{"a menu of links", "<p>Chile met Peru.</p><ul><li><a>World</a><li><a>Sport</a></ul>", "Chile met Peru."},
		{"a form around the page", "<form><p>Chile met Peru.</p><select><option>de</select></form>", "Chile met Peru."},
		{"hidden", "<p hidden>no</p><p aria-hidden=true>no</p><p class='x Sr-Only'>no</p><p>Chile met Peru.", "Chile met Peru."},
		{"entities", "<p>Chile &lt;met&gt; Per&uacute;&#8212;twice.", "Chile <met> Perú—twice."},
		{"words within a word", "<p>Chil<b>e</b> met<i> Peru</i>.", "Chile met Peru."},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := htmlOf("<html><body>" + test.body)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, doc.Text); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestCharset(t *testing.T) {
	for _, test := range []struct{ name, page, want string }{
		{"stated", "<meta charset=iso-8859-2><p>V\xe1clav", "Václav"},
		{"not stated but UTF-8", "<p>Václav", "Václav"},
		{"not stated and no UTF-8", "<p>V\xe1clav", "Václav"},
		{"UTF-8 after many bytes that are ASCII", "<p>" + strings.Repeat("x", 2000) + "á", strings.Repeat("x", 2000) + "á"},
		{"UTF-16", "\xff\xfe<\x00p\x00>\x00V\x00\xe1\x00", "Vá"},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := htmlOf(test.page)
			if err != nil || doc.Text != test.want {
				t.Errorf("got %q with error %v, want %q", doc.Text, err, test.want)
			}
		})
	}
	for _, page := range []string{"<meta charset=utf-8><p>V\xe1clav", "<p>V\x00clav"} {
		if doc, err := htmlOf(page); err == nil {
			t.Errorf("%q was read as %q", page, doc.Text)
		}
	}
}

func FuzzHTML(f *testing.F) {
	f.Add("<html><head><title>x</title><script type='application/ld+json'>{\"a\":[{}]}</script><body><p>Chile <a>met</a><br>Peru")
	f.Add("<table><tr><td>a<article>b</article></table><time>x")
	f.Add("<meta charset=utf-16><svg><p>\xff\x00")
	f.Fuzz(func(t *testing.T, page string) {
		doc, err := htmlOf(page)
		if err == nil && !utf8.ValidString(doc.Text+doc.Title) {
			t.Errorf("not UTF-8: %q, title %q", doc.Text, doc.Title)
		}
	})
}
