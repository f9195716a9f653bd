package who

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"annals"
	"annals/gazetteer"
	"annals/language"
)

// A story is one block of testdata/trees.txt.
type story struct {
	name      string
	sentences []language.Sentence
	expect    []string
	lines     []int
}

// A writer builds the sentences of a story.
type writer struct {
	text  strings.Builder
	runes int
	now   language.Sentence
}

// universal returns the part of speech that goes with a Penn Treebank tag.
func universal(tag, rel string) string {
	switch {
	case strings.HasPrefix(tag, "NNP"):
		return "PROPN"
	case strings.HasPrefix(tag, "NN"):
		return "NOUN"
	case strings.HasPrefix(tag, "JJ"):
		return "ADJ"
	case strings.HasPrefix(tag, "RB"):
		return "ADV"
	case strings.HasPrefix(tag, "VB") && (strings.HasPrefix(rel, "aux") || rel == "cop"), tag == "MD":
		return "AUX"
	case strings.HasPrefix(tag, "VB"):
		return "VERB"
	case tag == "IN" && rel == "mark":
		return "SCONJ"
	case tag == "IN":
		return "ADP"
	case strings.HasPrefix(tag, "PRP"), strings.HasPrefix(tag, "W"):
		return "PRON"
	case tag == "DT":
		return "DET"
	case tag == "CD":
		return "NUM"
	case tag == "CC":
		return "CCONJ"
	case tag == "POS", tag == "TO":
		return "PART"
	}
	return "PUNCT"
}

// token adds a token line: "form/lemma TAG head rel [name]".
func (w *writer) token(line string) error {
	f := strings.Fields(line)
	if len(f) < 4 {
		return fmt.Errorf("%q: a token needs form, tag, head and relation", line)
	}
	form, lemma, found := strings.Cut(f[0], "/")
	if !found {
		lemma = form
		if !strings.HasPrefix(f[1], "NNP") {
			lemma = strings.ToLower(form)
		}
	}
	head, err := strconv.Atoi(f[2])
	if err != nil {
		return fmt.Errorf("%q: %w", line, err)
	}
	if glue := f[1] == "," || f[1] == "POS" || f[1] == "HYPH"; !glue && w.text.Len() > 0 && !strings.HasSuffix(w.text.String(), "-") {
		w.text.WriteByte(' ')
		w.runes++
	}
	t := language.Token{Form: form, Lemma: lemma, XPOS: f[1], UPOS: universal(f[1], f[3]), Head: head - 1, Rel: f[3]}
	if len(f) > 4 {
		t.Name, t.Inside = strings.TrimPrefix(f[4], "+"), f[4][0] == '+'
	}
	t.Bytes[0], t.Span[0] = w.text.Len(), w.runes
	w.text.WriteString(form)
	w.runes += len([]rune(form))
	t.Bytes[1], t.Span[1] = w.text.Len(), w.runes
	w.now.Tokens = append(w.now.Tokens, t)
	return nil
}

func readStories(t testing.TB) []story {
	t.Helper()
	file, err := os.Open("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var stories []story
	var w *writer
	lines := bufio.NewScanner(file)
	for number := 1; lines.Scan(); number++ {
		line := lines.Text()
		switch {
		case line == "" || line[0] == '#':
		case strings.HasPrefix(line, "= "):
			stories = append(stories, story{name: line[2:]})
			w = &writer{}
		case line == ".":
			s := &stories[len(stories)-1]
			w.now.Index = len(s.sentences)
			s.sentences = append(s.sentences, w.now)
			w.now = language.Sentence{}
		case strings.ContainsRune("><?", rune(line[0])):
			s := &stories[len(stories)-1]
			s.expect, s.lines = append(s.expect, line), append(s.lines, number)
		default:
			if err := w.token(line); err != nil {
				t.Fatalf("trees.txt:%d: %v", number, err)
			}
		}
		if len(stories) > 0 && w != nil {
			s := &stories[len(stories)-1]
			for i := range s.sentences {
				s.sentences[i].Source = w.text.String()
				s.sentences[i].Link()
			}
		}
	}
	return stories
}

// find returns the position of a word of a story: "officials#2" is the second.
func (s *story) find(word string) (sentence, token int, ok bool) {
	word, nth, _ := strings.Cut(word, "#")
	n, _ := strconv.Atoi(nth)
	for i := range s.sentences {
		for k := range s.sentences[i].Tokens {
			if s.sentences[i].Tokens[k].Form != word {
				continue
			}
			if n--; n <= 0 {
				return i, k, true
			}
		}
	}
	return 0, 0, false
}

func show(participants []annals.Participant) string {
	if len(participants) == 0 {
		return "nobody"
	}
	var out []string
	for _, p := range participants {
		out = append(out, strings.Join(strings.Fields(strings.Join([]string{p.ID, "|", p.Name, "|", p.Country, "|", strings.Join(p.Sector, " ")}, " ")), " "))
	}
	return strings.Join(out, " & ")
}

func resolver(t testing.TB) *Resolver {
	t.Helper()
	g, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	r, err := New(g)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestTrees(t *testing.T) {
	r := resolver(t)
	for _, s := range readStories(t) {
		t.Run(s.name, func(t *testing.T) {
			c := r.Read(&annals.Document{}, s.sentences)
			if len(s.expect) == 0 {
				t.Error("nothing expected")
			}
			for i, line := range s.expect {
				s.check(t, c, line, s.lines[i])
			}
		})
	}
}

// check compares one expectation with the cast.
func (s *story) check(t *testing.T, c *Cast, line string, number int) {
	sign, rest, _ := strings.Cut(line, " ")
	word, want, _ := strings.Cut(rest, ": ")
	i, k, ok := s.find(word)
	if !ok {
		t.Fatalf("line %d: no word %q", number, word)
	}
	var got string
	switch sign {
	case ">":
		got = show(c.At(i, k))
	case ">>":
		got = show(c.Inside(i, k))
	case "<":
		if a, b, ok := c.Antecedent(i, k); ok {
			got = s.sentences[a].Tokens[b].Form
		}
	case "?":
		if all := c.At(i, k); len(all) > 0 {
			got = all[0].Text
			if strings.Contains(want, " | ") {
				got += " | " + all[0].Role
			}
		}
	}
	if want = strings.TrimSpace(want); got != want {
		t.Errorf("line %d: %s %s:\n got  %s\n want %s", number, sign, word, got, want)
	}
}
