package language

import (
	"flag"
	"fmt"
	"os"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"annals"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// checkSentences fails where positions, text or trees are not what Sentence
// promises.
func checkSentences(t *testing.T, text string, sentences []Sentence) {
	t.Helper()
	end := 0
	for i := range sentences {
		s := &sentences[i]
		if s.Index != i || s.Source != text || s.Text != text[s.Bytes.Start():s.Bytes.End()] {
			t.Fatalf("sentence %d of %q: index %d, text %q", i, text, s.Index, s.Text)
		}
		roots := 0
		for k := range s.Tokens {
			tok := &s.Tokens[k]
			if tok.Bytes.Start() < end || tok.Form != text[tok.Bytes.Start():tok.Bytes.End()] || tok.Form == "" {
				t.Fatalf("token %d of sentence %d of %q: %q at bytes %v", k, i, text, tok.Form, tok.Bytes)
			}
			end = tok.Bytes.End()
			start := utf8.RuneCountInString(text[:tok.Bytes.Start()])
			if want := (annals.Span{start, start + utf8.RuneCountInString(tok.Form)}); tok.Span != want {
				t.Fatalf("token %q of %q: span %v, want %v", tok.Form, text, tok.Span, want)
			}
			if tok.UPOS == "" || tok.XPOS == "" || tok.Lemma == "" || tok.Rel == "" {
				t.Fatalf("token of %q with an empty field: %+v", text, tok)
			}
			if tok.Head == Root {
				roots++
			}
			if (tok.Head == Root) != (tok.Rel == "root") {
				t.Fatalf("token %q of %q: head %d with relation %s", tok.Form, text, tok.Head, tok.Rel)
			}
			if tok.Inside && (tok.Name == "" || k == 0 || s.Tokens[k-1].Name != tok.Name) {
				t.Fatalf("token %q of %q continues no name", tok.Form, text)
			}
			if !s.Within(k, root(s)) {
				t.Fatalf("token %q of %q does not hang from the root", tok.Form, text)
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d of %q has %d roots", i, text, roots)
		}
	}
}

func root(s *Sentence) int {
	for i := range s.Tokens {
		if s.Tokens[i].Head == Root {
			return i
		}
	}
	return -1
}

// show prints a sentence: a line a token with form, lemma, tags, the head's
// form and the relation, and the name.
func show(s *Sentence) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", s.Text)
	if len(s.Citations) > 0 {
		fmt.Fprintf(&b, "# citations: %s\n", strings.Join(s.Citations, " "))
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		head, name := "-", "-"
		if t.Head >= 0 {
			head = s.Tokens[t.Head].Form
		}
		if t.Name != "" {
			name = "B-" + t.Name
		}
		if t.Inside {
			name = "I-" + t.Name
		}
		fmt.Fprintf(&b, "%-16s %-16s %-5s %-5s %-12s %-16s %s\n", t.Form, t.Lemma, t.UPOS, t.XPOS, t.Rel, head, name)
	}
	return b.String()
}

// TestGolden reads testdata/trees.txt. The golden file is what the models say,
// right or wrong: its diff shows what other models would change.
func TestGolden(t *testing.T) {
	text, err := os.ReadFile("testdata/trees.txt")
	if err != nil {
		t.Fatal(err)
	}
	sentences := english(t).Read(&annals.Document{ID: "trees.txt", Text: string(text)})
	checkSentences(t, string(text), sentences)
	var b strings.Builder
	for i := range sentences {
		b.WriteString(show(&sentences[i]) + "\n")
	}
	const golden = "testdata/trees.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), b.String()); diff != "" {
		t.Errorf("the trees changed (-want +got); if for the better, run with -update:\n%s", diff)
	}
}

// TestRelations holds what the rooms above need from trees of plain news
// sentences.
func TestRelations(t *testing.T) {
	r := english(t)
	tests := []struct{ text, dependent, rel, head string }{
		{"The bridge was destroyed by rebels on Monday.", "bridge", "nsubj:pass", "destroyed"},
		{"The bridge was destroyed by rebels on Monday.", "was", "aux:pass", "destroyed"},
		{"The bridge was destroyed by rebels on Monday.", "rebels", "obl:agent", "destroyed"},
		{"Norway's king visited Senegal.", "Norway", "nmod:poss", "king"},
		{"Norway's king visited Senegal.", "king", "nsubj", "visited"},
		{"Norway's king visited Senegal.", "Senegal", "obj", "visited"},
		{"The soldiers who attacked the village were arrested.", "attacked", "acl:relcl", "soldiers"},
		{"The army carried out an attack.", "out", "compound:prt", "carried"},
		{"Troops killed four farmers and wounded nine others.", "wounded", "conj", "killed"},
		{"The minister said that the army would leave.", "leave", "ccomp", "said"},
		{"The parties agreed to hold elections.", "hold", "xcomp", "agreed"},
		{"He resigned after the court had annulled the vote.", "annulled", "advcl", "resigned"},
		{"The president of Ghana met officials in Accra.", "Ghana", "nmod", "president"},
		{"The president of Ghana arrived in Accra.", "Accra", "obl", "arrived"},
	}
	for _, test := range tests {
		sentences := r.Read(&annals.Document{Text: test.text})
		found := false
		for i := range sentences {
			for _, tok := range sentences[i].Tokens {
				if tok.Form == test.dependent && tok.Head >= 0 {
					found = tok.Rel == test.rel && sentences[i].Tokens[tok.Head].Form == test.head
				}
			}
		}
		if !found {
			t.Errorf("want %s(%s, %s) in\n%s", test.rel, test.head, test.dependent, show(&sentences[0]))
		}
	}
}

func TestRead(t *testing.T) {
	text := "[1] Ána met Bo.[2] They left Oslo\n[3] and wept.\n\nPart two\n\nIt's over."
	sentences := english(t).Read(&annals.Document{ID: "d", Text: text})
	checkSentences(t, text, sentences)
	type row struct {
		Text      string
		Span      annals.Span
		Bytes     annals.Span
		Paragraph int
		Citations []string
	}
	var got []row
	for _, s := range sentences {
		got = append(got, row{s.Text, s.Span, s.Bytes, s.Paragraph, s.Citations})
	}
	want := []row{
		{"Ána met Bo.", annals.Span{4, 15}, annals.Span{4, 16}, 0, []string{"1", "2"}},
		{"They left Oslo\n[3] and wept.", annals.Span{19, 47}, annals.Span{20, 48}, 0, []string{"3"}},
		{"Part two", annals.Span{49, 57}, annals.Span{50, 58}, 1, nil},
		{"It's over.", annals.Span{59, 69}, annals.Span{60, 70}, 2, nil},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestConcurrent wants readers side by side to say what one says alone.
func TestConcurrent(t *testing.T) {
	r, doc := english(t), sample(t)
	want := r.Read(doc)
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := r.Read(doc); !reflect.DeepEqual(want, got) {
				t.Error("two readings of one text differ")
			}
		})
	}
	wait.Wait()
}

// TestAnnotate wants given tokens to be read as those of the text are.
func TestAnnotate(t *testing.T) {
	r, doc := english(t), sample(t)
	want := r.Read(doc)
	got := make([]Sentence, len(want))
	for i := range want {
		got[i].Index = want[i].Index
		for k := range want[i].Tokens {
			got[i].Tokens = append(got[i].Tokens, Token{Form: want[i].Tokens[k].Form})
		}
	}
	r.Annotate(got)
	for i := range want {
		for k := range want[i].Tokens {
			got[i].Tokens[k].Span, got[i].Tokens[k].Bytes = want[i].Tokens[k].Span, want[i].Tokens[k].Bytes
		}
		if !reflect.DeepEqual(want[i].Tokens, got[i].Tokens) {
			t.Errorf("given tokens of %q are read otherwise", want[i].Text)
		}
	}
	r.Annotate([]Sentence{{}}) // no tokens at all
}

func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "The king's men left.[1] (Why?) \"So,\" he said.\n\n- x", "\xff\x00 a b [2]", strings.Repeat("a ", 900)} {
		f.Add(seed)
	}
	r := english(f)
	f.Fuzz(func(t *testing.T, text string) {
		checkSentences(t, text, r.Read(&annals.Document{Text: text}))
	})
}
