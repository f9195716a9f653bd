package ask_test

import (
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask"
	"annals/coder"
	"annals/datafile"
	"annals/record"
)

// finding gives the lines that a filter matches, and counts them.
func finding(lines []annals.Line, count *int) ask.Find {
	return func(f *record.Filter) iter.Seq2[*annals.Line, error] {
		return func(yield func(*annals.Line, error) bool) {
			for i := range lines {
				if f.Match(&lines[i]) {
					*count++
					if !yield(&lines[i], nil) {
						return
					}
				}
			}
		}
	}
}

// TestGather holds that what is read of a record for a day gives the answer that all its
// lines give, and that most lines are not read.
func TestGather(t *testing.T) {
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	lines := readRecord(t, "testdata/states.jsonl")
	for i := range 1000 {
		id := "other" + strconv.Itoa(i)
		lines = append(lines, deed(id, "FRA", "DEU", "CONSULT", 4, "1950-05-05", "1950-05-05", "1950-05-05"))
	}
	short := func(all []ask.Holding) (out []string) {
		for _, h := range all {
			out = append(out, h.State+" "+ask.NameOf(&h.Holder[0])+" "+h.Why)
		}
		slices.Sort(out)
		return out
	}
	norwegian := 0
	for _, on := range []string{"1930-01-01", "1971-01-01", "1993-01-01", "1996-06-01", "2031-03-02"} {
		day, _, err := ask.ParseDays(on)
		if err != nil {
			t.Fatal(err)
		}
		read := 0
		gathered, err := known.Gather(finding(lines, &read), day)
		if err != nil {
			t.Fatal(err)
		}
		want, got := short(known.State(ask.NewTold(lines, nil, nil), day)), short(known.State(ask.NewTold(gathered, nil, nil), day))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", on, diff)
		}
		party := record.Party{ID: "NOR", Country: "NOR"}
		gathered, err = known.Gather(finding(lines, &read), day, party)
		if err != nil {
			t.Fatal(err)
		}
		of := []ask.Party{{ID: "NOR", Country: "NOR"}}
		want = short(ask.HoldingsOf(known.State(ask.NewTold(lines, nil, nil), day), of))
		got = short(ask.HoldingsOf(known.State(ask.NewTold(gathered, nil, nil), day), of))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, of Norway (-want +got)\n%s", on, diff)
		}
		norwegian = max(norwegian, len(want))
		if read > 150 {
			t.Errorf("%s: %d lines of %d were read", on, read, len(lines))
		}
	}
	if norwegian == 0 {
		t.Error("Norway never held anything")
	}
}

// TestObjectsExamples codes the sentences of each example of data/objects.tsv, and counts
// the facts that they tell.
func TestObjectsExamples(t *testing.T) {
	c, err := coder.New()
	if err != nil {
		t.Fatal(err)
	}
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	table, err := datafile.Read(os.DirFS("."), "data/objects.tsv", "state", "object")
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := ask.ParseDays("2100-01-01")
	if err != nil {
		t.Fatal(err)
	}
	for i := range table.Rows {
		row := &table.Rows[i]
		if len(row.Examples) == 0 {
			t.Errorf("%s:%d: no example", row.File, row.Line)
		}
		for _, example := range row.Examples {
			state, want, _ := strings.Cut(example.Expect, " ")
			facts, tellings := 0, 0
			told := ask.NewTold(c.Code(&annals.Document{ID: "example", Text: example.Sentence}), nil, nil)
			for _, h := range append(known.State(told, after), known.Undated(told, after)...) {
				if h.State == state {
					facts++
					tellings += h.Reports
				}
			}
			if strconv.Itoa(facts) != want || tellings < 2 {
				t.Errorf("%s:%d: %s: %d facts in %d lines, want %s", row.File, example.Line, example.Sentence, facts, tellings, want)
			}
		}
	}
}

// TestSeenAround holds that an office is certain between two days on which its holder was
// seen in it, if nobody else was seen in between and the days are not too far apart.
func TestSeenAround(t *testing.T) {
	known, err := ask.LoadKnowledge()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name   string
		lines  []annals.Line
		on     string
		person string
		want   bool
	}{
		{"between", []annals.Line{office("1", "Berg", "Prime Minister of Norway", "1950-01-01"), office("2", "Berg", "Prime Minister", "1953-01-01")}, "1951-01-01", "Berg", true},
		{"behind", []annals.Line{office("1", "Berg", "Prime Minister of Norway", "1950-01-01"), office("2", "Berg", "Prime Minister", "1953-01-01")}, "1954-01-01", "Berg", false},
		{"too far apart", []annals.Line{office("1", "Berg", "Prime Minister of Norway", "1950-01-01"), office("2", "Berg", "Prime Minister", "1963-01-01")}, "1951-01-01", "Berg", false},
		{"an office of many", []annals.Line{office("1", "Berg", "minister", "1950-01-01"), office("2", "Berg", "minister", "1953-01-01")}, "1951-01-01", "Berg", false},
		{"somebody in between", []annals.Line{office("1", "Berg", "Prime Minister", "1950-01-01"), office("2", "Dahl", "Prime Minister", "1951-06-01"), office("3", "Berg", "Prime Minister", "1953-01-01")}, "1951-01-01", "Berg", false},
	} {
		day, _, err := ask.ParseDays(test.on)
		if err != nil {
			t.Fatal(err)
		}
		told := ask.NewTold(test.lines, nil, nil)
		told.Tenures = learned(t, test.lines)
		found := false
		for _, h := range known.State(told, day) {
			if h.Holder[0].Name == test.person {
				found = true
				if h.Certain != test.want {
					t.Errorf("%s: certain %v, %s", test.name, h.Certain, h.Why)
				}
			}
		}
		if !found {
			t.Errorf("%s: nobody held it", test.name)
		}
	}
}
