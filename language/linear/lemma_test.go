package linear

import (
	"strings"
	"testing"
	"testing/fstest"
)

// TestScript wants the script of a form and its lemma to make that lemma again,
// and to be the same for words that are inflected alike.
func TestScript(t *testing.T) {
	tests := []struct {
		form, lemma string
		want        Script
	}{
		{"cities", "city", Script{Lower, 3, "y"}},
		{"Cities", "city", Script{Lower, 3, "y"}},
		{"went", "go", Script{Lower, 4, "go"}},
		{"army", "army", Script{Lower, 0, ""}},
		{"ARMY", "army", Script{Lower, 0, ""}},
		{"States", "State", Script{Keep, 1, ""}},
		{"Oslo", "Oslo", Script{Keep, 0, ""}},
		{"oslo", "Oslo", Script{Title, 0, ""}},
		{"Łódź", "Łódź", Script{Keep, 0, ""}},
		{"ÉTÉS", "été", Script{Lower, 1, ""}},
		{"n't", "not", Script{Lower, 2, "ot"}},
		{"–", "-", Script{Lower, 1, "-"}},
	}
	for _, test := range tests {
		got := ScriptOf(test.form, test.lemma)
		if got != test.want {
			t.Errorf("%s to %s: script %+v, want %+v", test.form, test.lemma, got, test.want)
		}
		if made := got.Apply(test.form, strings.ToLower(test.form)); made != test.lemma {
			t.Errorf("the script of %s to %s makes %q", test.form, test.lemma, made)
		}
	}
}

func TestLemma(t *testing.T) {
	row := func(what int, s string, script int) Row {
		return Row{EndingKey(what, 3, s), []Cell{EndingCell(script)}}
	}
	scripts := make([]Script, 300)
	scripts[1] = Script{Strip: 1}
	scripts[2] = Script{Strip: 3, Add: "y"}
	scripts[299] = Script{Strip: 3, Add: "ouse"}
	l := Lemmas{Scripts: scripts, Endings: Build([]Row{
		row(Ending, "", 0), row(Ending, "s", 1), row(Ending, "ies", 2), row(Whole, "mice", 299), row(Printed, "US", 0), row(Whole, "ties", 1),
	})}
	for form, want := range map[string]string{
		"army": "army", "ships": "ship", "Ships": "ship", "treaties": "treaty", "ties": "tie", "mice": "mouse", "US": "us", "s": "s",
		strings.Repeat("s", 100): strings.Repeat("s", 100),
	} {
		if got := l.Lemma(form, 3); got != want {
			t.Errorf("lemma of %s: %s, want %s", form, got, want)
		}
	}
	if got := l.Lemma("Ships", 4); got != "ships" {
		t.Errorf("lemma under a tag without endings: %s", got)
	}
}

func TestGazetteer(t *testing.T) {
	file := func(text string) fstest.MapFS { return fstest.MapFS{"names.tsv": {Data: []byte(text)}} }
	g, err := LoadGazetteer(file("name\tkind\nNew York\tplace\nNew York Times\torganization\nYork\tgiven\nYork\tplace\n"), "names.tsv", strings.Fields)
	if err != nil {
		t.Fatal(err)
	}
	const given, place, organization = 1, 2, 4
	words := strings.Fields("York reads the New York Times in New York new york")
	var s Scratch
	s.Load(len(words), func(i int) string { return words[i] })
	g.Mark(&s)
	want := []Hint{given | place, 0, 0, organization, organization | hintInside, organization | hintInside, 0, place, place | hintInside, 0, 0}
	for i := range want {
		if s.Hints[i] != want[i] {
			t.Errorf("hint of %s at %d: %b, want %b", words[i], i, s.Hints[i], want[i])
		}
	}
	if _, err := LoadGazetteer(file("name\tkind\nOslo\ttown\n"), "names.tsv", strings.Fields); err == nil || !strings.Contains(err.Error(), "names.tsv:2") {
		t.Errorf("an unknown kind: error %v", err)
	}
}
