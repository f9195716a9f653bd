package document

import (
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"annals"
)

func TestJSONLines(t *testing.T) {
	for _, test := range []struct {
		name, content string
		want          result
	}{
		{
			"every field",
			`{"id":"a","text":"Chile\r\nmet","published":"2021-06-01T10:00:00Z","title":"T","url":"U","source":"S","language":"en"}`,
			result{Docs: []annals.Document{{
				ID: "a", Text: "Chile\r\nmet", Published: "2021-06-01", Title: "T", URL: "U", Source: "S", Language: "en",
			}}},
		},
		{
			"what is not known may be null",
			`{"id":"a","text":"x","published":null,"title":null}`,
			result{Docs: []annals.Document{{ID: "a", Text: "x"}}},
		},
		{
			"byte order mark, empty lines, CRLF",
			"\ufeff{\"id\":\"a\",\"text\":\"x\"}\r\n\r\n{\"id\":\"b\",\"text\":\"y\"}\r\n",
			result{Docs: []annals.Document{{ID: "a", Text: "x"}, {ID: "b", Text: "y"}}},
		},
		{
			"a broken line does not take the others with it",
			"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"b\",\"text\":\n{\"id\":\"c\",\"text\":\"z\"}\n",
			result{
				Docs:   []annals.Document{{ID: "a", Text: "x"}, {ID: "c", Text: "z"}},
				Errors: []string{"x.jsonl:2: broken JSON at byte 17 of the line: unexpected end of JSON input"},
			},
		},
		{
			"what is no document",
			`["a"]` + "\n" + `"a"` + "\n" + `{"text":"x"}` + "\n" + `{"id":"a"}` + "\n" + `{"id":"a","text":" "}` + "\n" + `{"id":7,"text":"x"}` + "\n" + `{"id":"a","text":"x","published":"soon"}`,
			result{Errors: []string{
				`x.jsonl:1: a JSON array, where a document {"id", "text", ...} must stand`,
				`x.jsonl:2: a JSON string, where a document {"id", "text", ...} must stand`,
				`x.jsonl:3: the document has no "id"`,
				`x.jsonl:4: the document "a" has no "text"`,
				`x.jsonl:5: the "text" of document "a" holds no words`,
				`x.jsonl:6: "id" is a number, but must be a string`,
				`x.jsonl:7: "soon" is no date of publication: write a day like 2021-06-01, a month or a year`,
			}},
		},
		{
			"an id comes once",
			"{\"id\":\"a\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}\n",
			result{
				Docs:   []annals.Document{{ID: "a", Text: "x"}},
				Errors: []string{`x.jsonl:2: the id "a" is that of line 1 already`},
			},
		},
		{
			"bytes that are not UTF-8",
			"{\"id\":\"a\",\"text\":\"x\xff\"}\n{\"id\":\"b\",\"text\":\"y\"}",
			result{
				Docs:   []annals.Document{{ID: "b", Text: "y"}},
				Errors: []string{"x.jsonl:1: byte 19 (0xFF) is not UTF-8; save the file as UTF-8"},
			},
		},
		{
			"JSON over several lines",
			"[\n{\"id\":\"a\",\"text\":\"x\"}\n]\n",
			result{Errors: []string{"x.jsonl:1: a JSON document that goes on over several lines; JSON Lines has one document on each line"}},
		},
		{"an empty file", "\n\n", result{Errors: []string{"x.jsonl: is empty"}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, read(written(t, "x.jsonl", test.content), nil)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestJSONLinesTooLarge(t *testing.T) {
	huge := io.LimitReader(endless{}, 100<<20)
	content := io.MultiReader(
		strings.NewReader(`{"id":"a","text":"x"}`+"\n"+`{"id":"huge","text":"`), huge,
		strings.NewReader("\"}\n"+`{"id":"b","text":"y"}`+"\n"),
	)
	want := result{
		Docs:   []annals.Document{{ID: "a", Text: "x"}, {ID: "b", Text: "y"}},
		Errors: []string{"standard input:2: a line of 100.0 MiB; one document may have at most 4 MiB"},
	}
	if diff := cmp.Diff(want, read("-", content)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestJSONLinesStream reads from a writer that goes on only after it has been
// read: a document must be yielded before the next line is there.
func TestJSONLinesStream(t *testing.T) {
	in, out := io.Pipe()
	next := make(chan string)
	go func() {
		for line := range next {
			io.WriteString(out, line) //nolint:errcheck // the reader ends the test
		}
		out.Close()
	}()
	next <- `{"id":"a","text":"x"}` + "\n"
	var ids []string
	for doc, err := range Read("-", in) {
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, doc.ID)
		if len(ids) == 1 {
			next <- `{"id":"b","text":"y"}` + "\n"
			close(next)
		}
	}
	if diff := cmp.Diff([]string{"a", "b"}, ids); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func FuzzJSONLines(f *testing.F) {
	f.Add("{\"id\":\"a\",\"text\":\"x\"}\n\n{\"id\":\"a\"}\n[1]\n\xff\n")
	f.Add("\ufeff{\"id\":\"\\ud800\",\"text\":\"\\u0000\"}\r\n")
	f.Add("[\n1\n]")
	f.Fuzz(func(t *testing.T, content string) {
		var r result
		s := newSource("x.jsonl", strings.NewReader(content))
		s.jsonLines(func(doc *annals.Document, err error) bool {
			if (doc == nil) == (err == nil) {
				t.Fatalf("document %v with error %v", doc, err)
			}
			if doc != nil {
				r.Docs = append(r.Docs, *doc)
			}
			return true
		})
		for _, doc := range r.Docs {
			if doc.ID == "" || isBlank(doc.Text) || !utf8.ValidString(doc.Text) {
				t.Errorf("no document: %+v", doc)
			}
		}
		if lines := strings.Count(content, "\n") + 1; len(r.Docs) > lines {
			t.Errorf("%d documents from %d lines", len(r.Docs), lines)
		}
	})
}
