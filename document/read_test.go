package document

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
)

// result is what a file gave: documents and the words of errors.
type result struct {
	Docs   []annals.Document
	Errors []string
}

// read reads a file, or standard input under the name "-". Errors are given
// with the base name of the file.
func read(name string, stdin io.Reader) result {
	var r result
	for doc, err := range Read(name, stdin) {
		if err != nil {
			r.Errors = append(r.Errors, strings.TrimPrefix(err.Error(), filepath.Dir(name)+"/"))
			continue
		}
		r.Docs = append(r.Docs, *doc)
	}
	return r
}

// written writes a file and returns its name.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestRead(t *testing.T) {
	for _, test := range []struct {
		name, file, content string
		want                result
	}{
		{
			"plain text stays as it is", "note.txt", "Chile met Peru.\r\nThey talked.\r\n",
			result{Docs: []annals.Document{{ID: "note.txt", Text: "Chile met Peru.\r\nThey talked.\r\n"}}},
		},
		{
			"a byte order mark is no part of the text", "note.txt", "\ufeffChile met Peru.",
			result{Docs: []annals.Document{{ID: "note.txt", Text: "Chile met Peru."}}},
		},
		{
			"front matter leaves the positions as they are", "note.txt", "---\ntitle: \"Día 1\"\ndate: 14 May 2019\nx: y\n---\nChile met Peru.",
			result{Docs: []annals.Document{{
				ID: "note.txt", Title: "Día 1", Published: "2019-05-14",
				Text: "   \n" + strings.Repeat(" ", 14) + "\n" + strings.Repeat(" ", 17) + "\n    \n   \nChile met Peru.",
			}}},
		},
		{
			"a rule at the top is no front matter", "note.txt", "---\nChile: it met Peru.\n---\n",
			result{Docs: []annals.Document{{ID: "note.txt", Text: "---\nChile: it met Peru.\n---\n"}}},
		},
		{
			"a date of publication that is none", "note.txt", "---\ntitle: x\npublished: soon\n---\nChile met Peru.",
			result{Errors: []string{`note.txt:3: front matter: "soon" is no date of publication: write a day like 2021-06-01, a month or a year`}},
		},
		{"an empty file", "note.txt", "", result{Errors: []string{"note.txt: is empty"}}},
		{"nothing but white space", "note.txt", " \n\t\u00a0\n", result{Errors: []string{"note.txt: holds no words"}}},
		{
			"bytes that are not UTF-8", "note.txt", "Chile\nmet Per\xfa.\n",
			result{Errors: []string{"note.txt:2: byte 13 (0xFA) is not UTF-8; save the file as UTF-8"}},
		},
		{
			"a zero byte", "note.txt", "Chile\nmet\x00Peru",
			result{Errors: []string{"note.txt:2: a zero byte at byte 9: this is a binary file, not text"}},
		},
		{"a PDF file", "note.pdf", "%PDF-1.7 ...", result{Errors: []string{"note.pdf:1: is a PDF file, not plain text"}}},
		{
			"UTF-16", "note.txt", "\xff\xfeC\x00h\x00",
			result{Errors: []string{"note.txt:1: is UTF-16 (save it as UTF-8), not plain text"}},
		},
		{
			"an unknown extension is told by its first bytes", "lines.dat", ` {"id": "a", "text": "Chile met Peru."}`,
			result{Docs: []annals.Document{{ID: "a", Text: "Chile met Peru."}}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := read(written(t, test.file, test.content), nil)
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadMissing(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "nothing.txt")
	if got := read(missing, nil); len(got.Errors) != 1 || got.Errors[0] != "nothing.txt: there is no such file" {
		t.Errorf("got %q", got.Errors)
	}
	for _, err := range Read(missing, nil) {
		if !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("%v is no fs.ErrNotExist", err)
		}
	}
	folder := t.TempDir()
	if got := read(folder, nil); len(got.Errors) != 1 || !strings.HasSuffix(got.Errors[0], ": is a directory; name the files in it") {
		t.Errorf("got %q", got.Errors)
	}
}

func TestReadStdin(t *testing.T) {
	for _, test := range []struct{ name, content, id, text string }{
		{"plain text", "Chile met Peru.", "-", "Chile met Peru."},
		{"a brace in plain text", "{sic} Chile met Peru.", "-", "{sic} Chile met Peru."},
		{"JSON Lines", "\n {\"id\":\"a\",\"text\":\"Chile met Peru.\"}\n", "a", "Chile met Peru."},
		{"HTML", "<!DOCTYPE html><body><p>Chile met Peru.", "-", "Chile met Peru."},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := result{Docs: []annals.Document{{ID: test.id, Text: test.text}}}
			if diff := cmp.Diff(want, read("-", strings.NewReader(test.content))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if got := read("-", strings.NewReader("")); len(got.Errors) != 1 || got.Errors[0] != "standard input: is empty" {
		t.Errorf("empty standard input: %q", got.Errors)
	}
}

// TestReadTooLarge reads without an end: nothing may be kept beyond the limit.
func TestReadTooLarge(t *testing.T) {
	for _, test := range []struct {
		name  string
		start string
		want  string
	}{
		{"plain text", "Chile met Peru. ", "standard input: larger than the 4 MiB"},
		{"HTML", "<html>", "standard input: larger than the 8 MiB"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := read("-", io.MultiReader(strings.NewReader(test.start), endless{}))
			if len(got.Docs) != 0 || len(got.Errors) != 1 || !strings.HasPrefix(got.Errors[0], test.want) {
				t.Errorf("got %d documents and the errors %q, want %q", len(got.Docs), got.Errors, test.want)
			}
		})
	}
}

// endless is text without an end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}
