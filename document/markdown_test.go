package document

import (
	"strings"
	"testing"
	"unicode/utf8"

	"annals"
)

// markdownOf reads Markdown.
func markdownOf(source string) (*annals.Document, error) {
	doc := &annals.Document{}
	err := newSource("notes.md", nil).markdown(doc, []byte(source))
	return doc, err
}

func TestMarkdownWords(t *testing.T) {
	for _, test := range []struct{ name, source, want string }{
		{"emphasis within a word", "Chi**le** met _Peru_.", "Chile met Peru."},
		{"a line end is a space", "Chile\nmet\nPeru.", "Chile met Peru."},
		{"reference marks without an address", "Chile met Peru.[4][5]", "Chile met Peru.[4][5]"},
		{"reference marks with an address", "Chile met Peru.[4]\n\n[4]: http://x.example", "Chile met Peru.[4]"},
		{"marks at the beginning of a line", "[4] Chile met Peru.", "[4] Chile met Peru."},
		{"an underscore in a name", "Chile_met_Peru.", "Chile_met_Peru."},
		{"CRLF", "Chile met Peru.\r\n\r\nThey talked.\r\n", "Chile met Peru.\n\nThey talked."},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc, err := markdownOf(test.source)
			if err != nil || doc.Text != test.want {
				t.Errorf("got %q with error %v, want %q", doc.Text, err, test.want)
			}
		})
	}
}

// TestMarkdownDeep reads markup that is nested far deeper than people write it:
// it must be read or refused, and soon.
func TestMarkdownDeep(t *testing.T) {
	for _, opening := range []string{">", "> ", "- ", "* - ", "1. ", "[", "*a "} {
		doc, err := markdownOf("First.\n\n" + strings.Repeat(opening, 100_000) + "Chile")
		if err == nil && doc.Text == "" {
			t.Errorf("%q: neither text nor error", opening)
		}
	}
	_, err := markdownOf("Chile\n" + strings.Repeat("> 1. ", 60) + "Peru")
	if err == nil || err.Error() != "notes.md:2: more than 100 quotations or lists within each other" {
		t.Errorf("got the error %v", err)
	}
}

func FuzzMarkdown(f *testing.F) {
	f.Add("---\ntitle: x\n---\n# A\n\nb *c* [d](e) [^f] `g` <h>\n\n> i\n\n1. j\n\n[^f]: k\n\n| l |\n|---|\n| m |\n")
	f.Add("<div>\n&#0; \\& **\n")
	f.Fuzz(func(t *testing.T, source string) {
		doc, err := markdownOf(source)
		if err == nil && !utf8.ValidString(doc.Text+doc.Title) {
			t.Errorf("not UTF-8: %q, title %q", doc.Text, doc.Title)
		}
	})
}

// FuzzFrontMatter holds that front matter never moves a position.
func FuzzFrontMatter(f *testing.F) {
	f.Add("---\ntitle: é\r\n---\nChile")
	f.Add("---\r\nurl: x\n--- \n")
	f.Fuzz(func(t *testing.T, source string) {
		doc := &annals.Document{}
		if newSource("note.txt", nil).plain(doc, []byte(source)) != nil {
			return
		}
		source = strings.TrimPrefix(source, byteOrderMark)
		if a, b := utf8.RuneCountInString(source), utf8.RuneCountInString(doc.Text); a != b {
			t.Errorf("%d code points became %d", a, b)
		}
	})
}
