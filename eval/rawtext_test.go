package eval

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/language/conllu"
)

// rows writes a sentence in CoNLL-U of "number form misc" a line.
func rows(lines ...string) string {
	var out strings.Builder
	for _, line := range lines {
		if line != "" && line[0] != '#' {
			fields := append(strings.Split(line, " "), "_")
			line = fields[0] + "\t" + fields[1] + strings.Repeat("\t_", 7) + "\t" + fields[2]
		}
		out.WriteString(line + "\n")
	}
	return out.String() + "\n"
}

func rawTexts(text string) (texts []RawText, err error) {
	for raw, err := range RawTexts("f", conllu.Read("f", strings.NewReader(text))) {
		if err != nil {
			return nil, err
		}
		texts = append(texts, *raw)
	}
	return texts, nil
}

func TestRawTexts(t *testing.T) {
	got, err := rawTexts(
		rows("# newdoc id = a", "# newpar", "# newpar_block = p", "# text = Kings  met.", "1 Kings", "2 met SpaceAfter=No", "3 .") +
			rows("1-2 Don't", "1 Do", "2 n't", "2.1 go", "3 move SpaceAfter=No", "4 !") +
			rows("# newpar id = p2", "1 Why SpaceAfter=No", "2 ?") +
			rows("# newdoc", "1 Śląsk"))
	if err != nil {
		t.Fatal(err)
	}
	want := []RawText{
		{"a", "Kings  met. Don't move!\n\nWhy?", Cut{
			Sentences: []annals.Span{{0, 9}, {9, 19}, {19, 23}},
			Words: []Piece{
				{"Kings", annals.Span{0, 5}, false},
				{"met", annals.Span{5, 8}, false},
				{".", annals.Span{8, 9}, false},
				{"Do", annals.Span{9, 14}, true},
				{"n't", annals.Span{9, 14}, true},
				{"move", annals.Span{14, 18}, false},
				{"!", annals.Span{18, 19}, false},
				{"Why", annals.Span{19, 22}, false},
				{"?", annals.Span{22, 23}, false},
			},
		}},
		{"", "Śląsk", Cut{
			Sentences: []annals.Span{{0, 5}},
			Words:     []Piece{{"Śląsk", annals.Span{0, 5}, false}},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("texts differ (-want +got):\n%s", diff)
	}
}

func TestRawTextErrors(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"another text", rows("1 Yes") + rows("# text = Kings met.", "1 Kings", "2 .") + "\n", `f:3: the tokens of the sentence do not spell its # text: "Kings ."`},
		{"white space", rows("# c", "1 \u00a0"), "f:2: token 1 is white space"},
		{"a multiword token too early", rows("2-3 cannot", "1 can", "2 not"), "f:1: the multiword token 2-3 does not begin with the next word, 1"},
		{"one that ends before it begins", rows("1 I", "2-1 cannot", "2 can"), "f:2: the multiword token 2-1 does not begin with the next word, 2"},
		{"one within another", rows("1-3 cannot", "1 can", "2-3 not"), "f:3: the multiword token 2-3 begins within another"},
		{"one that does not end", rows("1-2 cannot", "1 can"), "f:1: the sentence ends within a multiword token, before word 2"},
		{"no CoNLL-U", "1\tI\n", "f:1: 2 columns, but CoNLL-U has 10"},
	}
	for _, test := range tests {
		if _, err := rawTexts(test.text); err == nil || err.Error() != test.want {
			t.Errorf("%s: got error %v, want %s", test.name, err, test.want)
		}
	}
}

func TestCutText(t *testing.T) {
	const text = "Łódź fell.\n\n[4] Why ?"
	got := CutText(text, [][]annals.Span{{{0, 7}, {8, 12}, {12, 13}}, {}, {{19, 22}, {23, 24}}})
	want := Cut{
		Sentences: []annals.Span{{0, 9}, {12, 16}},
		Words: []Piece{
			{"Łódź", annals.Span{0, 4}, false},
			{"fell", annals.Span{4, 8}, false},
			{".", annals.Span{8, 9}, false},
			{"Why", annals.Span{12, 15}, false},
			{"?", annals.Span{15, 16}, false},
		},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cut differs (-want +got):\n%s", diff)
	}
}

// FuzzRawTexts wants every text that is put together to be its own best answer,
// and every answer to end.
func FuzzRawTexts(f *testing.F) {
	small, err := os.ReadFile("../cmd/annals/testdata/gold.conllu")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(small))
	f.Add(rows("1-2 can't", "1 ca", "2 n't", "3-3 x", "3 x"))
	f.Fuzz(func(t *testing.T, text string) {
		texts, err := rawTexts(text)
		if err != nil {
			return
		}
		for _, raw := range texts {
			var s TokenScore
			s.Add(&raw.Gold, &raw.Gold)
			if s.Words.Right != s.Words.Gold || s.Sentences.Right != s.Sentences.Gold {
				t.Errorf("%q is not itself: %+v", raw.Text, s)
			}
			var whole []annals.Span
			if at := len(raw.Text); at > 0 {
				whole = append(whole, annals.Span{0, at})
			}
			system := CutText(raw.Text, [][]annals.Span{whole})
			s.Add(&raw.Gold, &system)
			if last := raw.Gold.Sentences[len(raw.Gold.Sentences)-1]; len(whole) > 0 && system.Sentences[0].End() != last.End() {
				t.Errorf("%q has %d visible characters, but its gold ends at %d", raw.Text, system.Sentences[0].End(), last.End())
			}
		}
	})
}
