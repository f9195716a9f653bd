package where

import (
	"testing"

	"annals/datafile"
)

// TestExamples runs every EXAMPLE line of the data files.
func TestExamples(t *testing.T) {
	p := places(t)
	for _, table := range tables(t) {
		for _, row := range table.Rows {
			for _, example := range row.Examples {
				if got := show(p.Find(sentence(example.Sentence), nil)); got != example.Expect {
					t.Errorf("%s:%d: %s\n got %s\nwant %s", table.File, example.Line, example.Sentence, got, example.Expect)
				}
			}
		}
	}
}

// tables reads the data files that carry examples.
func tables(t testing.TB) []*datafile.Table {
	t.Helper()
	var out []*datafile.Table
	for _, f := range []struct {
		name    string
		columns []string
	}{
		{"en/prepositions.tsv", []string{"preposition", "role", "with"}},
		{"en/verbs.tsv", []string{"verb", "role", "polity"}},
		{"en/nouns.tsv", []string{"noun", "kind"}},
	} {
		table, err := datafile.Read(embedded, f.name, f.columns...)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, table)
	}
	return out
}

// BenchmarkNew measures what the tables cost at the start of the program; it
// should stay under 30 ms.
func BenchmarkNew(b *testing.B) {
	g := places(b).gazetteer
	for b.Loop() {
		if _, err := New(g); err != nil {
			b.Fatal(err)
		}
	}
}
