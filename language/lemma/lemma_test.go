package lemma

import (
	"bytes"
	"strings"
	"testing"

	"annals/language/index"
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
	noun, verb := TagOf("NOUN", "NNS"), TagOf("VERB", "VBZ")
	l := &Lemmas{Scripts: []Script{{}, {Strip: 1}, {Strip: 3, Add: "y"}, {Strip: 3, Add: "ouse"}}}
	l.Endings = index.WithNumbers([]uint64{
		Key(Ending, noun, ""), Key(Ending, noun, "s"), Key(Ending, noun, "ies"), Key(Whole, noun, "mice"), Key(Printed, noun, "US"), Key(Whole, noun, "ties"),
	}, []uint32{1, 2, 3, 4, 1, 2})
	var file bytes.Buffer
	if _, err := l.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	l, err := Parse("lemmas.bin", file.String())
	if err != nil {
		t.Fatal(err)
	}
	for form, want := range map[string]string{
		"army": "army", "ships": "ship", "Ships": "ship", "treaties": "treaty", "ties": "tie", "mice": "mouse", "US": "us", "s": "s",
		strings.Repeat("s", 100): strings.Repeat("s", 100),
	} {
		if got := l.Lemma(form, noun); got != want {
			t.Errorf("lemma of %s: %s, want %s", form, got, want)
		}
	}
	if got := l.Lemma("Ships", verb); got != "ships" {
		t.Errorf("lemma under a tag without endings: %s", got)
	}
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"another file", "hello", "does not begin with"},
		{"no length", magic + "ab", "cut short"},
		{"a long header", magic + "\xff\x00\x00\x00[]", "cut short"},
		{"no scripts", magic + "\x02\x00\x00\x00{}", "scripts"},
		{"no index", magic + "\x02\x00\x00\x00[]", "0 bytes"},
	}
	for _, test := range tests {
		if _, err := Parse("x.bin", test.data); err == nil || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "x.bin") {
			t.Errorf("%s: error %v, want %s", test.name, err, test.want)
		}
	}
}
