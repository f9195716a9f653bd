package when

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// TestBadDataFiles holds that a mistake in a data file is reported with its
// file and line, and in words.
func TestBadDataFiles(t *testing.T) {
	for _, c := range []struct{ file, row, want string }{
		{"words.tsv", "Smarch\tmnth\t13", `words.tsv:2: there is no class "mnth"`},
		{"words.tsv", "Smarch\tmonth\tlast", "words.tsv:2: the value"},
		{"words.tsv", "blink\tunit\tblink", `words.tsv:2: there is no unit "blink"`},
		{"contexts.tsv", "flight\tmonth", `contexts.tsv:2: there is no class "month"`},
		{"prepositions.tsv", "in\tat\tup\tyes", "prepositions.tsv:2: opens is start, end or empty"},
		{"prepositions.tsv", "in\t\t\tyes", "prepositions.tsv:2: no relation"},
		{"prepositions.tsv", "in\tat\t\tyes\nin\tat\t\tyes", `prepositions.tsv:3: "in" is there twice`},
		{"qualifiers.tsv", "circa\t!\tno", "qualifiers.tsv:2: the mark is"},
		{"modifiers.tsv", "early\t~\t9-1", "modifiers.tsv:2: century: 9 is after 1"},
		{"modifiers.tsv", "early\t~\tsoon", "modifiers.tsv:2: century"},
		{"eras.tsv", "Great War\t1914/1910", "eras.tsv:2: reading EDTF"},
		{"vague.tsv", "soon\tmaybe\tyes", `vague.tsv:2: there is no kind "maybe"`},
		{"patterns.tsv", "x\tFOO\tdate", "patterns.tsv:2: element FOO: there is no class FOO"},
		{"patterns.tsv", "x\t[MONTH\tdate", "patterns.tsv:2: element [MONTH: no closing bracket"},
		{"patterns.tsv", "x\ta||b\tdate", "patterns.tsv:2: element a||b: empty alternative"},
		{"patterns.tsv", "x\t\tdate", "patterns.tsv:2: a pattern has 1 to"},
		{"patterns.tsv", "x\tMONTH\tcake", `patterns.tsv:2: builds "cake": there is no such builder`},
		{"patterns.tsv", "x\tMONTH\tdate 1", `patterns.tsv:2: builds "date 1": it takes no arguments`},
		{"patterns.tsv", "x\tUNIT\tshift -1", `patterns.tsv:2: builds "shift -1": it takes an amount and a base`},
		{"patterns.tsv", "x\tUNIT\tshift -1 moon", `patterns.tsv:2: builds "shift -1 moon": the base is`},
		{"patterns.tsv", "x\tUNIT\tshift far document", `patterns.tsv:2: builds "shift far document"`},
		{"patterns.tsv", "x\tUNIT\tshift 1 document eon", `patterns.tsv:2: builds "shift 1 document eon": there is no such unit`},
	} {
		_, err := load(withRow(t, c.file, c.row))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s with %q: %v, want %q", c.file, c.row, err, c.want)
		}
	}
}

// withRow returns the data files, with one of them holding only its header and
// the row.
func withRow(t *testing.T, name, row string) fs.FS {
	t.Helper()
	files := fstest.MapFS{}
	entries, err := english.ReadDir("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		data, err := english.ReadFile("en/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		if e.Name() == name {
			data = []byte(header(string(data)) + "\n" + row + "\n")
		}
		files["en/"+e.Name()] = &fstest.MapFile{Data: data}
	}
	return files
}

// header returns the row of a table that names its columns.
func header(table string) string {
	for line := range strings.SplitSeq(table, "\n") {
		if line != "" && line[0] != '#' {
			return line
		}
	}
	return ""
}
