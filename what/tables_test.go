package what

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"annals/language/treetest"
)

// exported writes the embedded tables into a folder.
func exported(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, Tables()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// change replaces words of a table once.
func change(t *testing.T, dir, name, old, with string) {
	t.Helper()
	file := filepath.Join(dir, filepath.FromSlash(name))
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), old) {
		t.Fatalf("%s holds no %q", name, old)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(string(data), old, with, 1)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestVersion holds that tables that say the same have the same version, and
// others another one.
func TestVersion(t *testing.T) {
	const firstType = "AGREE\t-\t030\t2.5\t"
	tests := []struct {
		name, file, old, with string
		same                  bool
	}{
		{"as they are", "en/verbs.tsv", "verb\tif", "verb\tif", true},
		{"a comment", "en/verbs.tsv", "verb\tif", "# Mine.\n\nverb\tif", true},
		{"line ends of Windows", "plover/contexts.tsv", "context\tdefinition\n", "context\tdefinition\r\n", true},
		{"a definition", "plover/types.tsv", "Tortures.", "Torments.", true},
		{"a score", "plover/types.tsv", firstType, "AGREE\t-\t030\t2\t", false},
		{"a row", "en/light.tsv", "verb\tsubject\n", "verb\tsubject\nutter\tactor\n", false},
		{"a rule", "plover/intentions.tsv", "AGREE\tdenied\tREJECT", "AGREE\tdenied\tACCUSE", false},
	}
	versions := map[string]string{}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			dir := exported(t)
			change(t, dir, tt.file, tt.old, tt.with)
			book, err := Open(dir)
			if err != nil {
				t.Fatal(err)
			}
			version := book.Version()
			switch {
			case tt.same && version != embeddedVersion:
				t.Errorf("the version is %q", version)
			case !tt.same && !strings.HasPrefix(version, userVersion):
				t.Errorf("the version is %q", version)
			case !tt.same && versions[version] != "":
				t.Errorf("the version %q is that of %s too", version, versions[version])
			}
			versions[version] = tt.name
		})
	}
}

// TestOpenTakesTheRest holds that a table that a folder lacks is the embedded one,
// and that rows say where they stand.
func TestOpenTakesTheRest(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "en"), 0o700); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "en", "adjectives.tsv")
	if err := os.WriteFile(file, []byte("adjective\tif\tactor\trecipient\ttype\tmode\nfrosty\tto\tsubj\tto\tACCUSE\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	own, others := 0, 0
	for _, e := range book.Entries() {
		switch e.File {
		case file:
			own++
		case "what/data/en/verbs.tsv":
			others++
		}
	}
	if own != 1 || others < 1000 {
		t.Errorf("%d rows of the folder and %d embedded verbs", own, others)
	}
}

// TestTheExportedTablesDescribeThemselves holds that README.md names every table.
func TestTheExportedTablesDescribeThemselves(t *testing.T) {
	readme, err := embedded.ReadFile("data/README.md")
	if err != nil {
		t.Fatal(err)
	}
	names, err := tableNames(Tables())
	if err != nil || len(names) < 10 {
		t.Fatalf("%q: %v", names, err)
	}
	for _, name := range names {
		if !strings.Contains(string(readme), "`"+name+"`") {
			t.Errorf("README.md does not describe %s", name)
		}
	}
}

// FuzzTables holds that no table of a user brings the program down: it is refused
// with the name of its file, or it is used.
func FuzzTables(f *testing.F) {
	for _, name := range []string{"plover/types.tsv", "plover/intentions.tsv", "plover/states.tsv", "en/verbs.tsv", "en/classes.tsv", "en/light.tsv", "en/states.tsv", "en/contexts.tsv"} {
		f.Add(name, string(small[name].Data))
	}
	f.Add("en/verbs.tsv", "verb\tif\tactor\trecipient\ttype\tmode\ncall  off up\tobj=|;!=\teach,-\teach\t=\tx\n")
	f.Fuzz(func(t *testing.T, name, text string) {
		if small[name] == nil {
			return
		}
		files := fstest.MapFS{}
		for other, file := range small {
			files[other] = file
		}
		files[name] = &fstest.MapFile{Data: []byte(text)}
		book, err := LoadFS(files)
		if err != nil {
			if !strings.Contains(err.Error(), ".tsv") {
				t.Errorf("the error names no file: %v", err)
			}
			return
		}
		s := treetest.Sentence(t, `
			Memphis Memphis PROPN NNP 2 nsubj
			called  call    VERB  VBD 0 root
			off     off     ADP   RP  2 compound:prt
			the     the     DET   DT  5 det
			attack  attack  NOUN  NN  2 obj
			on      on      ADP   IN  7 case
			Argos   Argos   PROPN NNP 5 nmod`)
		book.Events(s, names{s})
		book.States(s, names{s})
		book.Uses(s, names{s})
		book.Contexts(s)
	})
}
