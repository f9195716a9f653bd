package token

import (
	"bufio"
	"os"
	"strings"
	"testing"
)

// TestTable runs testdata/sentences.txt: a text with \n for line breaks, then
// lines that begin with "= " with the tokens of each sentence, and its reference
// marks behind " [] ".
func TestTable(t *testing.T) {
	t.Run("rules alone", func(t *testing.T) { checkTable(t, english(t)) })
	t.Run("with what is learned", func(t *testing.T) { checkTable(t, learned(t)) })
}

func checkTable(t *testing.T, lex *Lexicon) {
	file, err := os.Open("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	var text string
	var want []string
	check := func(number int) {
		if text == "" {
			return
		}
		var got []string
		for _, s := range Split(lex, text) {
			line := show(text, []Sentence{s})
			for i, m := range s.Marks {
				if i == 0 {
					line += " []"
				}
				line += " " + text[m.Start+1:m.End-1]
			}
			got = append(got, strings.ReplaceAll(line, "\n", `\n`))
		}
		if strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("before line %d: %q\n got %s\nwant %s", number, text, strings.Join(got, "\n     "), strings.Join(want, "\n     "))
		}
		text, want = "", nil
	}
	number := 0
	for lines.Scan() {
		number++
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= "):
			want = append(want, line[2:])
		default:
			check(number)
			text = strings.ReplaceAll(line, `\n`, "\n")
		}
	}
	check(number + 1)
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
}
