package who

import (
	"os"
	"strings"
	"testing"

	"annals"
	"annals/language"
)

// readTexts reads testdata/texts.txt with the language's reader.
func readTexts(t testing.TB) []story {
	t.Helper()
	reader, err := language.English()
	if err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile("testdata/texts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var stories []story
	for i, line := range strings.Split(string(text), "\n") {
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= "):
			stories = append(stories, story{name: line[2:]})
		case strings.ContainsRune("><?", rune(line[0])):
			s := &stories[len(stories)-1]
			s.expect, s.lines = append(s.expect, line), append(s.lines, i+1)
		default:
			s := &stories[len(stories)-1]
			s.sentences = reader.Read(&annals.Document{ID: s.name, Text: line})
		}
	}
	return stories
}

func TestTexts(t *testing.T) {
	r := resolver(t)
	for _, s := range readTexts(t) {
		t.Run(s.name, func(t *testing.T) {
			c := r.Read(&annals.Document{}, s.sentences)
			if len(s.sentences) == 0 || len(s.expect) == 0 {
				t.Fatal("no text or nothing expected")
			}
			for i, line := range s.expect {
				s.check(t, c, line, s.lines[i])
			}
		})
	}
}
