package train

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadLexicon(t *testing.T) {
	path := filepath.Join(t.TempDir(), "lexicon.tsv")
	write := func(text string) {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("form\tclasses\nplan\tnoun verb\nplans\tplural third\n")
	lexicon, err := ReadLexicon(path)
	if err != nil || len(lexicon) != 2 || lexicon["plan"] == lexicon["plans"] {
		t.Errorf("lexicon %v, error %v", lexicon, err)
	}
	write("form\tclasses\nplan\tnoun verb\nplans\tmany\n")
	if _, err := ReadLexicon(path); err == nil || !strings.Contains(err.Error(), "lexicon.tsv:3") {
		t.Errorf("an unknown class: error %v", err)
	}
}
