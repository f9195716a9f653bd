package sqlite

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"annals/coder"
	"annals/document"
	"annals/record"
)

var update = flag.Bool("update", false, "write the golden files anew")

// window is how far DEFLATE looks back: a longer dictionary is of no use.
const window = 32 << 10

// TestDictionary holds that the dictionary of new records is lines and texts of the
// examples. Any other would do too, if less well; "-update" writes it anew.
func TestDictionary(t *testing.T) {
	if *update {
		if err := os.WriteFile("dictionary.txt", dictionaryOf(t), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	if len(dictionary) == 0 || len(dictionary) > window {
		t.Fatalf("%d bytes, want some, but no more than %d", len(dictionary), window)
	}
	for _, part := range []string{`{"first":`, `"kind":"event"`, `"when":{`, `"sector":["GOV"]`} {
		if !bytes.Contains(dictionary, []byte(part)) {
			t.Errorf("the dictionary lacks %s", part)
		}
	}
}

// dictionaryOf returns the blocks of the examples, as many as there is room for.
func dictionaryOf(t *testing.T) []byte {
	t.Helper()
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("../../examples/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, file := range files {
		for doc, err := range document.Read(file, nil) {
			if err != nil {
				t.Fatal(err)
			}
			lines, sentences := c.Read(doc)
			e := record.Entry{Document: *doc, Sentences: sentences, Lines: lines, Coder: c.Version()}
			blocks, err := packLines(&e)
			if err != nil {
				t.Fatal(err)
			}
			for _, b := range blocks {
				data, err := b.encode()
				if err != nil {
					t.Fatal(err)
				}
				out.Write(data)
			}
		}
	}
	return out.Bytes()[max(0, out.Len()-window):]
}
