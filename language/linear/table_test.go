package linear

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// randomRows returns n rows with distinct hashes.
func randomRows(n, classes int) []Row {
	random := rand.New(rand.NewPCG(1, 2))
	rows := make([]Row, n)
	for i := range rows {
		rows[i].Hash = f1(7, uint64(i))
		for c := range 1 + random.IntN(min(classes, 9)) {
			rows[i].Cells = append(rows[i].Cells, Cell{uint8(c), int8(random.IntN(255) - 127)})
		}
	}
	return rows
}

func TestTable(t *testing.T) {
	const classes = 20
	for _, n := range []int{0, 1, 2, 31, 1000, 40_000} {
		rows := randomRows(n, classes)
		built := Build(rows)
		var file bytes.Buffer
		if _, err := built.WriteTo(&file); err != nil {
			t.Fatal(err)
		}
		read, rest, err := parseTable(file.String()+"rest", classes)
		if err != nil || rest != "rest" {
			t.Fatalf("%d rows: rest %q, error %v", n, rest, err)
		}
		var features []uint64
		mistaken := 0
		want := make([]int32, classes)
		for i, r := range rows {
			if cells := read.Find(r.Hash); len(cells) != cellSize*len(r.Cells) || cells[0] != r.Cells[0].Class || int8(cells[1]) != r.Cells[0].Weight {
				t.Fatalf("%d rows: row %d holds %v, want %v", n, i, []byte(cells), r.Cells)
			}
			if i%3 == 0 {
				features = append(features, r.Hash)
				if none := f1(8, uint64(i)); read.Find(none) == "" { // one in 65,536 is taken for another
					features = append(features, none)
				} else {
					mistaken++
				}
				for _, c := range r.Cells {
					want[c.Class] += int32(c.Weight)
				}
			}
		}
		if mistaken > 3 {
			t.Errorf("%d rows: %d features that no row has are found", n, mistaken)
		}
		got := make([]int32, classes)
		read.Add(got, features)
		if !slices.Equal(got, want) {
			t.Errorf("%d rows: scores %v, want %v", n, got, want)
		}
	}
}

func TestParseTableErrors(t *testing.T) {
	var file bytes.Buffer
	if _, err := Build(randomRows(50, 5)).WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	whole := file.String()
	if _, _, err := parseTable(whole, 3); err == nil || !strings.Contains(err.Error(), "of 3") {
		t.Errorf("a table with too many classes: error %v", err)
	}
	for n := range len(whole) {
		if _, _, err := parseTable(whole[:n], 9); err == nil {
			t.Errorf("the first %d of %d bytes are no table, but there is no error", n, len(whole))
		}
	}
}

// FuzzParseModels wants damaged files to be errors, never panics, also not
// while they are used.
func FuzzParseModels(f *testing.F) {
	small := Models{
		Tagger: &Tagger{Tags: []Tag{{"NOUN", "NN"}, {"VERB", "VB"}}, Dict: Build(nil), Weights: Build(randomRows(9, 2))},
		Parser: &Parser{Relations: []string{"root", "nsubj"}, Weights: Build(randomRows(9, 5))},
		Names:  &Names{Labels: []string{"O", "B-PER", "I-PER"}, Weights: Build(randomRows(9, 3))},
		Lemmas: &Lemmas{Scripts: []Script{{Strip: 1, Add: "y"}}, Endings: Build([]Row{{EndingKey(Ending, 0, ""), []Cell{EndingCell(0)}}})},
	}
	var file bytes.Buffer
	if _, err := small.WriteTo(&file); err != nil {
		f.Fatal(err)
	}
	f.Add(file.String())
	f.Add(magic)
	f.Fuzz(func(t *testing.T, data string) {
		m, err := ParseModels("fuzz", data, &Gazetteer{})
		if err != nil {
			return
		}
		var s Scratch
		forms := []string{"Ships", "sail", "\xff", ""}
		s.Load(len(forms), func(i int) string { return forms[i] })
		m.Read(&s)
		for i, form := range forms {
			m.Lemmas.Lemma(form, s.Tags[i])
		}
	})
}
