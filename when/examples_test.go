package when

import (
	"testing"

	"annals/datafile"
)

// TestExamples runs every EXAMPLE line of the data files.
func TestExamples(t *testing.T) {
	r := rules(t)
	for _, table := range tables(t) {
		for _, row := range table.Rows {
			for _, example := range row.Examples {
				ref, text := reference(example.Sentence)
				if got := show(r.Find(sentence(text), ref)); got != example.Expect {
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
		{"prepositions.tsv", []string{"preposition", "relation", "opens", "year"}},
		{"qualifiers.tsv", []string{"qualifier", "mark", "number"}},
		{"modifiers.tsv", []string{"modifier", "mark", "century", "decade", "year", "month"}},
		{"eras.tsv", []string{"event", "edtf"}},
		{"vague.tsv", []string{"phrase", "kind", "alone"}},
		{"patterns.tsv", []string{"name", "pattern", "builds"}},
	} {
		table, err := datafile.Read(english, "en/"+f.name, f.columns...)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, table)
	}
	return out
}
