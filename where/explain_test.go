package where

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestExplain says which rows know a place and give it its role.
func TestExplain(t *testing.T) {
	p := places(t)
	for _, test := range []struct {
		sentence string
		rows     []string // the entries of the rows
	}{
		{"They met/VERB/meet in Vilnius/PROPN .", []string{"Vilnius", "in"}},
		{"They met/VERB/meet in Kovno/PROPN .", []string{"Kaunas", "Kovno", "in"}},
		{"They met/VERB/meet in Lithuania/PROPN .", []string{"LTU", "in"}},
		{"He fled/VERB/flee to Bavaria/PROPN .", []string{"bavaria", "to"}},
		{"They met/VERB/meet near the border/NOUN .", []string{"border", "near"}},
	} {
		s := sentence(test.sentence)
		found := p.Find(s, nil)
		if len(found) != 1 {
			t.Errorf("%s: %d places", test.sentence, len(found))
			continue
		}
		var got []string
		for _, reason := range p.Explain(s, nil, &found[0]) {
			for _, row := range reason.Rows {
				got = append(got, row.Entry)
				data, err := os.ReadFile(filepath.Join("..", row.File))
				if err != nil {
					t.Fatal(err)
				}
				if line := strings.Split(string(data), "\n")[row.Line-1]; !strings.Contains(line, row.Entry) {
					t.Errorf("%s:%d is %q", row.File, row.Line, line)
				}
			}
		}
		if strings.Join(got, ", ") != strings.Join(test.rows, ", ") {
			t.Errorf("%s\n got %q\nwant %q", test.sentence, got, test.rows)
		}
	}
}
