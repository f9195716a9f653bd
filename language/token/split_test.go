package token

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"annals/datafile"
)

func english(t testing.TB) *Lexicon {
	t.Helper()
	lex, err := Load(os.DirFS(".."), "en")
	if err != nil {
		t.Fatal(err)
	}
	return lex
}

// show prints sentences with " | " between them and spaces between tokens.
func show(text string, sentences []Sentence) string {
	var parts []string
	for _, s := range sentences {
		var words []string
		for _, t := range s.Tokens {
			words = append(words, text[t.Start:t.End])
		}
		parts = append(parts, strings.Join(words, " "))
	}
	return strings.Join(parts, " | ")
}

// TestExamples runs every EXAMPLE line of the data files.
func TestExamples(t *testing.T) {
	lex := english(t)
	columns := map[string][]string{
		"abbreviations.tsv": {"abbreviation", "before"},
		"contractions.tsv":  {"word", "parts"},
	}
	files, err := filepath.Glob("../en/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no data files", err)
	}
	for _, file := range files {
		switch filepath.Base(file) {
		case "names.tsv", "register.tsv", "known.tsv", "irregular.tsv", "verbs.tsv", "endings.tsv", "interjections.tsv", "classes.tsv":
			continue // not the tokenizer's
		}
		names := columns[filepath.Base(file)]
		if names == nil {
			names = []string{"word"}
		}
		table, err := datafile.Read(os.DirFS("../en"), filepath.Base(file), names...)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range table.Rows {
			for _, e := range row.Examples {
				if got := show(e.Sentence, Split(lex, e.Sentence)); got != e.Expect {
					t.Errorf("%s:%d: %s\n got %s\nwant %s", file, e.Line, e.Sentence, got, e.Expect)
				}
			}
		}
	}
}
