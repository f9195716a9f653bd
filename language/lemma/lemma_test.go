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
		{"cities", "city", Script{3, "y"}},
		{"went", "go", Script{4, "go"}},
		{"army", "army", Script{0, ""}},
		{"states", "state", Script{1, ""}},
		{"étés", "été", Script{1, ""}},
		{"n't", "not", Script{2, "ot"}},
		{"–", "-", Script{1, "-"}},
	}
	for _, test := range tests {
		got := ScriptOf(test.form, test.lemma)
		if got != test.want {
			t.Errorf("%s to %s: script %+v, want %+v", test.form, test.lemma, got, test.want)
		}
		if made := got.Apply(test.form); made != test.lemma {
			t.Errorf("the script of %s to %s makes %q", test.form, test.lemma, made)
		}
	}
}

// TestScriptOfShortForms wants forms that are too short for a script to stay.
func TestScriptOfShortForms(t *testing.T) {
	for _, c := range []Script{{Strip: 3, Add: "y"}, {Strip: 2}} {
		if got := c.Apply("s"); got != "s" {
			t.Errorf("%+v of s: %q", c, got)
		}
	}
}

func TestPrint(t *testing.T) {
	tests := []struct {
		form  string
		print Print
		lemma Case
	}{
		{"army", Small, Lower},
		{"1914", Small, Lower},
		{"Oslo", Capital, Title},
		{"Łódź", Capital, Title},
		{"A", Capital, Title},
		{"'Tis", Capital, Title},
		{"NATO", Acronym, Upper},
		{"U.N.", Acronym, Upper},
		{"LONDON", Shouted, Upper},
		{"McDonald", Mixed, Keep},
		{"iPod", Mixed, Keep},
		{"al-Jazari", Mixed, Keep},
	}
	for _, test := range tests {
		if got := PrintOf(test.form); got != test.print {
			t.Errorf("%s is printed %d, want %d", test.form, got, test.print)
		}
		if got := CaseOf(test.form); got != test.lemma {
			t.Errorf("%s has case %d, want %d", test.form, got, test.lemma)
		}
	}
}

func TestPlain(t *testing.T) {
	for form, want := range map[string]string{
		"1,500": "1500", "12,000,000": "12000000", "1,500.75": "1500.75",
		"1,50": "1,50", "1,5000": "1,5000", "1234,567": "1234,567", "3,": "3,", "1,a23": "1,a23", ",500": ",500", "word": "word", "": "",
	} {
		if got := Plain(form); got != want {
			t.Errorf("%q: %q, want %q", form, got, want)
		}
	}
}

func TestLemma(t *testing.T) {
	noun, verb, name := TagOf("NOUN", "NNS"), TagOf("VERB", "VBZ"), TagOf("PROPN", "NNP")
	keys := []struct {
		key    uint64
		number uint32
	}{
		{Key(Ending, noun, ""), 1},
		{Key(Ending, noun, "s"), 2},
		{Key(Ending, noun, "ies"), 3},
		{Key(Whole, noun, "mice"), 4},
		{Key(Whole, noun, "ties"), 2},
		{Key(Whole, noun, "so"), 1},
		{Key(CasedEnding, noun.In(Capital), "ans"), uint32(Title) + 1},
		{Key(CasedEnding, name.In(Capital), ""), uint32(Title) + 1},
		{Key(CasedEnding, name.In(Mixed), ""), uint32(Keep) + 1},
		{Key(CasedEnding, name.In(Acronym), ""), uint32(Upper) + 1},
		{Key(CasedEnding, name.In(Shouted), ""), uint32(Title) + 1},
		{Key(CasedWhole, name.In(Small), "oslo"), uint32(Title) + 1},
	}
	l := &Lemmas{Scripts: []Script{{}, {Strip: 1}, {Strip: 3, Add: "y"}, {Strip: 3, Add: "ouse"}}}
	var hashes []uint64
	var numbers []uint32
	for _, k := range keys {
		hashes, numbers = append(hashes, k.key), append(numbers, k.number)
	}
	l.Known = index.WithNumbers(hashes, numbers)
	var file bytes.Buffer
	if _, err := l.WriteTo(&file); err != nil {
		t.Fatal(err)
	}
	l, err := Parse("lemmas.bin", file.String())
	if err != nil {
		t.Fatal(err)
	}
	long := strings.Repeat("s", 100)
	tests := []struct {
		form string
		tag  Tag
		want string
	}{
		{"army", noun, "army"},
		{"ships", noun, "ship"},
		{"Ships", noun, "ship"},
		{"SHIPS", noun, "ship"},
		{"treaties", noun, "treaty"},
		{"ties", noun, "tie"},
		{"mice", noun, "mouse"},
		{"s", noun, "s"},
		{long, noun, long},
		{"Tuscans", noun, "Tuscan"},
		{"tuscans", noun, "tuscan"},
		{"Soooo", noun, "so"},
		{"xeeeeps", noun, "xeeeep"},
		{"Lima", name, "Lima"},
		{"McBain", name, "McBain"},
		{"WTO", name, "WTO"},
		{"LISBON", name, "Lisbon"},
		{"oslo", name, "Oslo"},
		{"lisbon", name, "lisbon"},
		{"Ships", verb, "ships"}, // nothing is known of the tag
	}
	for _, test := range tests {
		if got := l.Lemma(test.form, test.tag); got != test.want {
			t.Errorf("lemma of %s: %s, want %s", test.form, got, test.want)
		}
	}
	if _, known := l.Letters("mice", noun); !known {
		t.Error("a whole word is not known")
	}
	if _, known := l.Letters("ships", noun); known {
		t.Error("a word is known of which the ending alone is")
	}
}

// TestKeep wants the capitals of a form in its lemma too, if that has lost letters
// or has others.
func TestKeep(t *testing.T) {
	for _, test := range [][3]string{
		{"McBains", "mcbain", "McBain"}, {"iPods", "ipod", "iPod"}, {"DVDs", "dvd", "DVD"}, {"LeftIes", "lefty", "Lefty"},
	} {
		if got := keep(test[0], test[1]); got != test[2] {
			t.Errorf("%s of %s: %s, want %s", test[1], test[0], got, test[2])
		}
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
