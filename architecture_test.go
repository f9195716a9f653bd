package annals_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The rooms below and beside which others stand.
var (
	base   = []string{"annals", "datafile", "phrase", "gazetteer"}
	middle = []string{"who", "what", "when", "where", "attribution"}
)

// sees says which rooms a room may import, itself aside. A folder within a room
// belongs to the room. ARCHITECTURE.md says why.
var sees = map[string][]string{
	"annals":      {},
	"datafile":    {},
	"phrase":      {},
	"gazetteer":   {"annals", "datafile", "phrase"},
	"document":    base,
	"language":    base,
	"who":         slices.Concat(base, []string{"language"}),
	"what":        slices.Concat(base, []string{"language"}),
	"when":        slices.Concat(base, []string{"language"}),
	"where":       slices.Concat(base, []string{"language"}),
	"attribution": slices.Concat(base, []string{"language"}),
	"coder":       slices.Concat(base, []string{"language"}, middle),
	"record":      base,
	"ask":         slices.Concat(base, []string{"record"}),        // events, and which lines are asked for
	"export":      slices.Concat(base, []string{"record", "ask"}), // events, dyads
	"serve":       slices.Concat(base, []string{"document", "language"}, middle, []string{"coder", "record", "ask", "export"}),
	"train":       slices.Concat(base, []string{"language", "eval"}),
	"eval":        slices.Concat(base, []string{"language"}), // conllu alone: the gold may be a treebank
	"synthetic":   base,
	"cmd": slices.Concat(base, []string{"document", "language"}, middle,
		[]string{"coder", "record", "ask", "export", "serve", "train", "eval"}),
}

// TestRooms holds that every import in the program is one that sees allows.
// Tests may look further: a test of who may read a text with document.
func TestRooms(t *testing.T) {
	files := 0
	err := filepath.WalkDir(".", func(file string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == "tools" || file != "." && strings.HasPrefix(entry.Name(), ".")):
			return filepath.SkipDir
		case entry.IsDir() || !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go"):
			return nil
		}
		files++
		checkImports(t, filepath.ToSlash(file))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 10 {
		t.Errorf("only %d files were found; does the test run in the root of the module?", files)
	}
}

// checkImports checks the imports of one file.
func checkImports(t *testing.T, file string) {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		t.Error(err)
		return
	}
	from := room(path.Dir(file))
	allowed, known := sees[from]
	if !known {
		t.Errorf("%s: %q is no room of the house; give it a place in ARCHITECTURE.md and in this test", file, from)
		return
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		inside, ours := strings.CutPrefix(name+"/", "annals/")
		if !ours {
			continue
		}
		if to := room(path.Clean(inside)); to != from && !slices.Contains(allowed, to) {
			t.Errorf("%s imports %s: %s may see %v alone", file, name, from, allowed)
		}
	}
}

// room returns the room of a folder, given relative to the root of the module.
func room(folder string) string {
	first, _, _ := strings.Cut(folder, "/")
	if first == "." || first == "" {
		return "annals"
	}
	return first
}
