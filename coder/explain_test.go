package coder

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/ask/table"
)

func every(*annals.Line) bool { return true }

// TestExplainGolden explains a text of our own, without the trees, which
// ask/table draws in a test of its own.
func TestExplainGolden(t *testing.T) {
	var got strings.Builder
	w := table.New(&got, table.Look{Width: 100})
	for _, e := range theCoder(t).Explain(read(t, "testdata/explain.txt"), every) {
		e.Tree = nil
		if err := w.Explanation(&e); err != nil {
			t.Fatal(err)
		}
	}
	matchGolden(t, "explain.golden", got.String())
}

// explainable returns the texts on which what holds for every explanation is
// tested: those of examples/, our own of the golden file, and the sentences of the
// EXAMPLE lines of the codebook, each a paragraph.
func explainable(t *testing.T) []*annals.Document {
	t.Helper()
	var docs []*annals.Document
	for _, file := range []string{"../examples/encyclopaedia.txt", "../examples/news.txt", "../examples/history.txt", "testdata/explain.txt"} {
		docs = append(docs, read(t, file))
	}
	var text strings.Builder
	for _, e := range theCoder(t).book.Examples() {
		text.WriteString(e.Sentence + "\n\n")
	}
	return append(docs, &annals.Document{ID: "codebook", Text: text.String(), Published: "2019-09-18"})
}

// TestExplainIsCode holds that explaining a text gives the lines of coding it, and
// a reason for each of their parts.
func TestExplainIsCode(t *testing.T) {
	c := theCoder(t)
	for _, doc := range explainable(t) {
		lines := c.Code(doc)
		all := c.Explain(doc, every)
		if len(lines) != len(all) || len(all) == 0 {
			t.Fatalf("%s: %d lines, but %d explanations", doc.ID, len(lines), len(all))
		}
		for i := range all {
			e := &all[i]
			if diff := cmp.Diff(lines[i], e.Line); diff != "" {
				t.Errorf("%s: coded and explained line differ: %s", doc.ID, diff)
			}
			if why := incomplete(e); why != "" {
				t.Errorf("%s: %s: %s", doc.ID, why, show(&e.Line))
			}
		}
	}
}

// incomplete says what an explanation lacks, or returns "".
func incomplete(e *annals.Explanation) string {
	line := &e.Line
	switch {
	case len(e.Type) == 0 || len(e.Status) == 0 || e.Confidence.Says == "":
		return "no reason for type, status or confidence"
	case len(e.Actor) != len(line.Actor) || len(e.Recipient) != len(line.Recipient):
		return "not one reason for each party"
	case len(e.SaidBy) != len(line.SaidBy) || len(e.BecauseOf) != len(line.BecauseOf) || len(e.Where) != len(line.Where):
		return "not one reason for each speaker, cause and place"
	case (e.When == nil) != (line.When == nil):
		return "no reason for the date"
	case e.When != nil && e.When.EDTF != line.When.EDTF:
		return "the reason is that of another date"
	case line.Kind == annals.Event && len(e.Type[0].Rows) == 0:
		return "no row of the codebook"
	}
	for _, p := range slices.Concat(e.Actor, e.Recipient) {
		if len(p.Reasons) == 0 {
			return "no reason why " + p.Text + " denotes somebody"
		}
	}
	if e.When != nil && line.Kind == annals.Event && result(e.When) != line.When.EDTF {
		return "the arithmetic ends with " + result(e.When)
	}
	if line.Trigger != nil && !slices.ContainsFunc(e.Tree, func(n annals.Node) bool { return slices.Contains(n.Part, "trigger") }) {
		return "the tree does not show the word that carries it"
	}
	return ""
}

// result returns the date of the last step that gives one.
func result(why *annals.DateReason) string {
	for i := len(why.Steps) - 1; i >= 0; i-- {
		if _, date, found := strings.Cut(why.Steps[i].Says, " = "); found {
			return date
		}
	}
	return ""
}

// TestExplainRows holds that every row that an explanation names stands where it
// says, in the sources of the program, and holds the words that it is said to.
func TestExplainRows(t *testing.T) {
	files := map[string][]string{}
	rooms := map[string]bool{}
	for _, doc := range explainable(t) {
		all := theCoder(t).Explain(doc, every)
		for i := range all {
			for _, row := range rowsOf(&all[i]) {
				lines := files[row.File]
				if lines == nil {
					data, err := os.ReadFile(filepath.Join("..", row.File))
					if err != nil {
						t.Fatal(err)
					}
					lines = strings.Split(string(data), "\n")
					files[row.File] = lines
				}
				if row.Line < 1 || row.Line > len(lines) || !holds(lines[row.Line-1], row.Entry) {
					t.Errorf("%s:%d does not hold %q", row.File, row.Line, row.Entry)
				}
				room, _, _ := strings.Cut(row.File, "/")
				rooms[room] = true
			}
		}
	}
	for _, room := range []string{"what", "who", "when", "where", "attribution", "gazetteer"} {
		if !rooms[room] {
			t.Errorf("no explanation names a row of %s", room)
		}
	}
}

// holds reports whether a row of a table has all the words of an entry.
func holds(row, entry string) bool {
	for _, word := range strings.FieldsFunc(entry, func(r rune) bool { return r == '/' || unicode.IsSpace(r) }) {
		if !strings.Contains(row, word) {
			return false
		}
	}
	return strings.TrimSpace(entry) != "" && row != "" && row[0] != '#'
}

// rowsOf returns all rows that an explanation names.
func rowsOf(e *annals.Explanation) []annals.Row {
	var out []annals.Row
	add := func(reasons ...annals.Reason) {
		for _, r := range reasons {
			out = append(out, r.Rows...)
		}
	}
	add(e.Type...)
	add(e.Status...)
	add(e.Context...)
	add(e.Confidence)
	for _, p := range slices.Concat(e.Actor, e.Recipient) {
		add(p.Reasons...)
	}
	if e.When != nil {
		add(e.When.Steps...)
	}
	for _, p := range e.Where {
		add(p.Reasons...)
	}
	for _, s := range e.SaidBy {
		add(s.Reasons...)
		add(s.Speaker.Reasons...)
		if s.When != nil {
			add(s.When.Steps...)
		}
	}
	for _, c := range e.BecauseOf {
		add(c.Reasons...)
	}
	return out
}

// TestExplainAntecedents says of texts of our own whom pronouns and descriptions
// take up, and in which sentence.
func TestExplainAntecedents(t *testing.T) {
	for _, test := range []struct {
		name, text string
		actor      string // words of the actor of the last line
		by         string
		takesUp    string
		sentence   int // 1 for the first
	}{
		{"she", "Queen Marta Olsen visited Oslo. She praised Norway.", "She", "pronoun", "Queen Marta Olsen", 1},
		{"it", "Kenya protested. It expelled three Ugandan diplomats.", "It", "pronoun", "Kenya", 1},
		{"they", "Serbian police stormed the hall. They arrested two Croats.", "They", "pronoun", "Serbian police", 1},
		{"the two countries", "Chile invaded Peru in 1880. The two countries signed a treaty in 1883.", "two countries", "number", "Chile", 1},
		{"we", "\"We attacked Peru,\" the Chilean minister said.", "We", "speaker", "Chilean minister", 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			all := theCoder(t).Explain(&annals.Document{ID: "own", Text: test.text}, every)
			if len(all) == 0 {
				t.Fatal("no line")
			}
			e := &all[len(all)-1]
			if len(e.Actor) == 0 || len(e.Actor[0].Antecedents) == 0 {
				t.Fatalf("nobody is taken up: %+v", e.Actor)
			}
			p, a := e.Actor[0], e.Actor[0].Antecedents[0]
			if p.Text != test.actor || p.By != test.by || a.Text != test.takesUp || a.Sentence.Index+1 != test.sentence {
				t.Errorf("%q (%s) takes up %q in sentence %d", p.Text, p.By, a.Text, a.Sentence.Index+1)
			}
		})
	}
}
