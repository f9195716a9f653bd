package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"annals/ask"
	"annals/record"
	"annals/record/sqlite"
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

// newsRecord is a record of the documents of a story in testdata/script, put together.
func newsRecord(t *testing.T) *sqlite.Store {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/script/events.txtar")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "news.jsonl"), archive.Files[0].Data, 0o600); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "news.db")
	var stdout, stderr bytes.Buffer
	if code := run([]string{"add", filepath.Join(dir, "news.jsonl"), "--record", path}, strings.NewReader(""), &stdout, &stderr); code != exitDone {
		t.Fatal(stderr.String())
	}
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() }) //nolint:errcheck // nothing was written
	return s
}

// TestReadClaims holds that what is contested is found, with all who speak of it, without
// reading all lines, and that a question finds those who contradict.
func TestReadClaims(t *testing.T) {
	s := newsRecord(t)
	all := 0
	for _, err := range s.Lines(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		all++
	}
	var contested string
	for _, test := range []struct {
		name  string
		q     ask.Query
		whole bool
		most  int
		less  bool // than all lines
		says  bool // that it looked for less
	}{
		{"a small record", ask.Query{}, false, largeRecord, false, false},
		{"a large record", ask.Query{}, false, 1, true, true},
		{"all of a large record", ask.Query{}, true, 1, false, false},
		{"what one says", ask.Query{SaidBy: ask.Party{ID: "KEN", Country: "KEN"}}, false, 1, true, false},
	} {
		var stderr bytes.Buffer
		r := newRecordReader(context.Background(), s)
		if err := r.readClaims(&stderr, &test.q, test.whole, test.most); err != nil {
			t.Fatal(err)
		}
		told, err := r.told()
		if err != nil {
			t.Fatal(err)
		}
		if (len(told.Lines) < all) != test.less || (stderr.Len() > 0) != test.says {
			t.Errorf("%s: %d lines of %d, %q", test.name, len(told.Lines), all, stderr.String())
		}
		claims := ask.Claims(told, &test.q)
		if len(claims) == 0 || !claims[0].Contested {
			t.Fatalf("%s: nothing is contested", test.name)
		}
		var got strings.Builder
		for _, statement := range claims[0].Statements {
			fmt.Fprintf(&got, "%s in %d, ", statement.Position, len(statement.Lines))
		}
		if contested == "" {
			contested = got.String()
		}
		if got.String() != contested {
			t.Errorf("%s: %s, not %s", test.name, got.String(), contested)
		}
	}
}
