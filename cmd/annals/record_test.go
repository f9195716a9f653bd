package main

import (
	"testing"

	"annals/ask"
	"annals/record"
	"annals/synthetic"
)

// TestFilterOf holds that the record never leaves out what a question asks for, and
// that it leaves out something where it can.
func TestFilterOf(t *testing.T) {
	for name, test := range map[string]struct {
		flags questionFlags
		less  bool // than all
	}{
		"everything":                {questionFlags{}, false},
		"two countries":             {questionFlags{between: []string{"NOR", "Peru"}}, true},
		"a country and a name":      {questionFlags{between: []string{"NOR", "Peruvian Navy of Old"}}, true},
		"two names":                 {questionFlags{between: []string{"the Navy of Old", "an Army of Old"}}, false},
		"from a month to a year":    {questionFlags{from: "1993-02", to: "1994"}, true},
		"up to the end of a month":  {questionFlags{to: "1990-02"}, true},
		"from before our era":       {questionFlags{from: "-0044"}, false},
		"types":                     {questionFlags{types: []string{"assault", "AID"}}, true},
		"a speaker":                 {questionFlags{saidBy: "Norway"}, true},
		"a speaker by name":         {questionFlags{saidBy: "an Army of Old"}, false},
		"kind and status":           {questionFlags{kinds: []string{"claim"}, status: []string{"negated"}}, true},
		"two countries in one year": {questionFlags{between: []string{"NOR", "PER"}, from: "2001", to: "2001"}, true},
	} {
		t.Run(name, func(t *testing.T) {
			query, err := test.flags.query()
			if err != nil {
				t.Fatal(err)
			}
			filter := filterOf(query)
			all, passed := 0, 0
			for r := range synthetic.Reports(10_000, 1) {
				for i := range r.Lines {
					all++
					passes := filter.Match(&r.Lines[i])
					if passes {
						passed++
					}
					if query.Match(&r.Lines[i]) && !passes {
						t.Fatalf("the filter leaves out %+v", r.Lines[i])
					}
				}
			}
			if (passed < all) != test.less {
				t.Errorf("%d of %d lines pass", passed, all)
			}
		})
	}
}

// TestRecordDay holds that days mean the same to questions and to the record.
func TestRecordDay(t *testing.T) {
	for _, text := range []string{"2010-10-27", "2000-01-01", "1999-12-31", "0001-01-01", "0000-12-31", "-0043-03-15", "-0001-01-01"} {
		first, _, err := ask.ParseDays(text)
		if err != nil {
			t.Fatal(err)
		}
		want, ok := record.ParseDay(text)
		if got := *recordDay(&first); !ok || got != want {
			t.Errorf("%s is %d, want %d", text, got, want)
		}
	}
	if recordDay(nil) != nil {
		t.Error("no day became one")
	}
}
