package conllu

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestRoundTrip reads and writes testdata/*.conllu: nothing may change.
func TestRoundTrip(t *testing.T) {
	files, err := filepath.Glob("testdata/*.conllu")
	if err != nil || len(files) == 0 {
		t.Fatal("no testdata", err)
	}
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var got bytes.Buffer
		for s, err := range Read(file, bytes.NewReader(want)) {
			if err != nil {
				t.Fatal(err)
			}
			if err := Write(&got, s); err != nil {
				t.Fatal(err)
			}
		}
		if diff := cmp.Diff(string(want), got.String()); diff != "" {
			t.Errorf("%s changed:\n%s", file, diff)
		}
	}
}

func TestSentence(t *testing.T) {
	file, err := os.Open("testdata/small.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []*Sentence
	for s, err := range Read("small.conllu", file) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	if len(all) != 2 {
		t.Fatalf("%d sentences, want 2", len(all))
	}
	s := all[0]
	if s.Line != 1 || all[1].Line != 11 {
		t.Errorf("sentences at lines %d and %d, want 1 and 11", s.Line, all[1].Line)
	}
	if got := s.Comment("sent_id"); got != "own-1" {
		t.Errorf("sent_id %q", got)
	}
	if got := s.Comment("absent"); got != "" {
		t.Errorf("absent comment %q", got)
	}
	if diff := cmp.Diff([]int{1, 2, 3, 4, 6}, s.Words()); diff != "" {
		t.Errorf("words: %s", diff)
	}
	if got := s.Rows[4].Feature(Misc, "NER"); got != "B-LOC" {
		t.Errorf("NER %q", got)
	}
	if got := s.Rows[4].Feature(Misc, "N"); got != "" {
		t.Errorf("a feature of another name: %q", got)
	}
}

func TestReadErrors(t *testing.T) {
	const word = "\tx\tx\tX\tX\t_\t0\troot\t_\t_\n"
	tests := []struct{ name, text, want string }{
		{"too few columns", "1" + word + "2\tx\n", "f:2: 2 columns, but CoNLL-U has 10"},
		{"a number is missing", "1" + word + "3" + word, `f:2: word "3", but the next is 2`},
		{"no number", "x" + word, `f:1: word "x", but the next is 1`},
		{"no form", "# c\n1\t" + strings.TrimPrefix(word, "\tx"), "f:2: word 1 has no form"},
	}
	for _, test := range tests {
		var err error
		for _, e := range Read("f", strings.NewReader(test.text)) {
			err = e
		}
		if err == nil || err.Error() != test.want {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
}

// TestLastSentence wants a sentence that no empty line ends, and Windows line
// ends, to be read all the same.
func TestLastSentence(t *testing.T) {
	n := 0
	for s, err := range Read("f", strings.NewReader("\r\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\r\n\r\n\r\n# c\r\n1\ty\t_\t_\t_\t_\t_\t_\t_\tA=b")) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if n == 2 && (s.Rows[0].Feature(Misc, "A") != "b" || s.Comments[0] != "# c" || s.Line != 5) {
			t.Errorf("second sentence: %+v", s)
		}
	}
	if n != 2 {
		t.Errorf("%d sentences, want 2", n)
	}
}

// FuzzRead wants what was read and written once to stay the same.
func FuzzRead(f *testing.F) {
	small, err := os.ReadFile("testdata/small.conllu")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(small))
	f.Add("1\tx\n")
	f.Add("# a\r\n\r\n1-2\t\t\t\t\t\t\t\t\t\n")
	write := func(text string) (string, bool) {
		var out bytes.Buffer
		for s, err := range Read("f", strings.NewReader(text)) {
			if err != nil {
				return "", false
			}
			_ = Write(&out, s) // a bytes.Buffer takes all
		}
		return out.String(), true
	}
	f.Fuzz(func(t *testing.T, text string) {
		once, ok := write(text)
		if !ok {
			return
		}
		if twice, ok := write(once); !ok || twice != once {
			t.Errorf("%q became %q and then %q", text, once, twice)
		}
	})
}
