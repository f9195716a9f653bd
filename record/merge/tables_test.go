package merge_test

import (
	"os"
	"strings"
	"testing"

	"annals/datafile"
)

// TestTypesOfCodebook holds that the table of types speaks of types and modes that the codebook
// has, so that renaming one there does not leave a dead row here.
func TestTypesOfCodebook(t *testing.T) {
	read := func(file string, columns ...string) *datafile.Table {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		table, err := datafile.Parse(file, string(text), columns...)
		if err != nil {
			t.Fatal(err)
		}
		return table
	}
	known := map[string]bool{}
	book := read("../../what/data/plover/types.tsv", "type", "mode", "cameo", "score", "quad", "befalls", "definition")
	for i := range book.Rows {
		known[book.Rows[i].Get("type")+" "+book.Rows[i].Get("mode")] = true
	}
	rules := read("data/types.tsv", "type", "mutual", "said", "modes")
	for i := range rules.Rows {
		row := &rules.Rows[i]
		if !known[row.Get("type")+" -"] {
			t.Error(row.Errorf("the codebook has no type %q", row.Get("type")))
		}
		for _, group := range row.List("modes", ";") {
			for mode := range strings.SplitSeq(group, ",") {
				if mode = strings.TrimSpace(mode); !known[row.Get("type")+" "+mode] {
					t.Error(row.Errorf("the codebook has no mode %q of %s", mode, row.Get("type")))
				}
			}
		}
	}
}
