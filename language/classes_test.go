package language

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

func TestClasses(t *testing.T) {
	text, err := os.ReadFile("en/classes.tsv")
	if err != nil {
		t.Fatal(err)
	}
	table := string(text)
	read := func(table string) (classes, error) {
		return newClasses(fstest.MapFS{"c.tsv": {Data: []byte(table)}}, "c.tsv")
	}
	c, err := read(table)
	if err != nil {
		t.Fatal(err)
	}
	s := &Sentence{classes: c}
	for _, test := range []struct {
		word string
		of   class
		want bool
	}{
		{"may", month, true},
		{"May", month, true},
		{"MAY", month, true},
		{"mAy", month, false},
		{"Following", next, false},
		{"night", partOfDay, true},
		{"night", unitOfTime, true},
		{"night", month | era, false},
		{"persona non grata", captive, true},
	} {
		if got := s.is(test.word, test.of); got != test.want {
			t.Errorf("%s: %v, want %v", test.word, got, test.want)
		}
	}
	if (&Sentence{}).is("May", month) {
		t.Error("a sentence without a reader knows months")
	}
	for _, test := range []struct{ name, old, new, want string }{
		{"a class that is none", "\nmonth\t", "\nmoon\t", `c.tsv:7: there is no class "moon"`},
		{"letters that are none", "\nmonth\tany", "\nmonth\tsome", `c.tsv:7: letters are "some"`},
		{"a class without a row", "\nmonth\t", "\nweekday\t", `c.tsv has no row for "month"`},
	} {
		if _, err := read(strings.Replace(table, test.old, test.new, 1)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}
