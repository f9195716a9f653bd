package coder

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"annals"
	"annals/what"
)

// The program must know no type by its name: whoever renames, reorders or
// redefines a type in the tables gets the same lines, with that change and no
// other.

// texts are what the tests below code: the texts of examples/ and the sentences of
// the codebook's own EXAMPLE lines, so that every type comes up, and every way in
// which one turns into another.
func texts(t *testing.T, c *Coder) []*annals.Document {
	t.Helper()
	docs := []*annals.Document{examples(t)}
	var own strings.Builder
	own.WriteString("Norway authorized the release of relief to Malawi.\n\n") // a type of three letters is a condition
	for _, e := range c.book.Examples() {
		own.WriteString(e.Sentence + "\n\n")
	}
	return append(docs, &annals.Document{ID: "own", Text: own.String()})
}

// codeAll returns the lines of documents.
func codeAll(c *Coder, docs []*annals.Document) []annals.Line {
	var out []annals.Line
	for _, doc := range docs {
		out = append(out, c.Code(doc)...)
	}
	return out
}

// edited returns a coder with the embedded tables after edit has changed them; edit
// gets the name and the lines of a table.
func edited(t *testing.T, edit func(name string, lines []string)) *Coder {
	t.Helper()
	dir := t.TempDir()
	if err := os.CopyFS(dir, what.Tables()); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(dir, "*", "*.tsv"))
	if err != nil || len(files) < 10 {
		t.Fatalf("%d tables: %v", len(files), err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := strings.Split(string(data), "\n")
		edit(filepath.Base(filepath.Dir(file))+"/"+filepath.Base(file), lines)
		if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	book, err := what.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	c, err := NewWith(book)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// compare holds that two codings are the same but for their ids, which hash the
// type, and for the version; ids that lines cite must lead to the same lines.
func compare(t *testing.T, want, got []annals.Line) {
	t.Helper()
	if diff := cmp.Diff(anonymous(want), anonymous(got)); diff != "" {
		t.Errorf("lines differ (-want +got):\n%s", diff)
	}
}

// anonymous returns lines without versions, and with places in the order of the
// lines for ids.
func anonymous(lines []annals.Line) []annals.Line {
	number := map[string]string{}
	for i := range lines {
		number[lines[i].ID] = string(rune('0' + i))
	}
	out := slices.Clone(lines)
	for i := range out {
		out[i].ID, out[i].Coder = "", ""
		out[i].BecauseOf = slices.Clone(out[i].BecauseOf)
		for k, id := range out[i].BecauseOf {
			out[i].BecauseOf[k] = number[id]
		}
	}
	return out
}

// TestRenamedTypes renames every type, mode and kind of state at once.
func TestRenamedTypes(t *testing.T) {
	c := theCoder(t)
	docs := texts(t, c)
	capitals := regexp.MustCompile(`\b[A-Z]{3,}\b`)
	name := func(old string) string {
		if c.book.Type(old, "") == nil {
			return old // ACTOR, or a sector
		}
		if old == "MOVE" {
			return "M" // as short as a name may be
		}
		return "NEW_" + old
	}
	other := edited(t, func(file string, lines []string) {
		for i, line := range lines {
			if strings.HasPrefix(line, "#") {
				continue
			}
			cells := strings.Split(capitals.ReplaceAllStringFunc(line, name), "\t")
			switch {
			case slices.Contains([]string{"en/verbs.tsv", "en/nouns.tsv", "en/adjectives.tsv"}, file) && len(cells) > 5:
				cells[5] = newMode(cells[5])
			case file == "plover/types.tsv" && len(cells) > 1:
				cells[1] = newMode(cells[1])
			case file == "plover/states.tsv" && cells[0] != "state":
				cells[0] = newMode(cells[0])
			case file == "en/states.tsv" && len(cells) > 3 && cells[3] != "type":
				cells[3] = newMode(cells[3])
			}
			lines[i] = strings.Join(cells, "\t")
		}
	})
	want, got := codeAll(c, docs), codeAll(other, docs)
	seen := map[string]bool{}
	for i := range want {
		seen[want[i].Type] = true
		if want[i].Kind == annals.Event {
			want[i].Type = name(want[i].Type)
		} else {
			want[i].Type = newMode(want[i].Type)
		}
		want[i].Mode = newMode(want[i].Mode)
	}
	if len(seen) < 20 {
		t.Errorf("the texts tell only %d types: %v", len(seen), seen)
	}
	compare(t, want, got)
	if got[0].Coder == want[0].Coder || !strings.Contains(got[0].Coder, "codebook ") {
		t.Errorf("the lines of another codebook are marked %q", got[0].Coder)
	}
}

// newMode is the new name of a mode or state.
func newMode(old string) string {
	if old == "" || old == "-" || old == "mode" {
		return old
	}
	return "new-" + old
}

// TestReorderedTypes turns the table of types upside down: not a byte changes.
func TestReorderedTypes(t *testing.T) {
	c := theCoder(t)
	docs := texts(t, c)
	other := edited(t, func(file string, lines []string) {
		if file != "plover/types.tsv" {
			return
		}
		first := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, "type\t") }) + 1
		slices.Reverse(lines[first:])
	})
	if diff := cmp.Diff(codeAll(c, docs), codeAll(other, docs)); diff != "" {
		t.Errorf("lines differ (-want +got):\n%s", diff)
	}
}

// TestRedefinedType gives one type another score and code: only its lines change,
// and of them nothing but score and code.
func TestRedefinedType(t *testing.T) {
	c := theCoder(t)
	docs := texts(t, c)
	other := edited(t, func(file string, lines []string) {
		for i, line := range lines {
			if file == "plover/types.tsv" && strings.HasPrefix(line, "ASSAULT\t-\t") {
				lines[i] = strings.Replace(line, "\t190\t-9\t", "\t18\t-1.5\t", 1)
			}
		}
	})
	score, changed := -1.5, 0
	want := codeAll(c, docs)
	for i := range want {
		if l := &want[i]; l.Type == "ASSAULT" && l.Mode == "" {
			l.CAMEO, l.Score = "18", &score
			changed++
		}
	}
	if changed == 0 {
		t.Error("no line of the texts has the type that was redefined")
	}
	got := codeAll(other, docs)
	compare(t, want, got)
	for i := range want {
		if got[i].ID != want[i].ID {
			t.Fatalf("line %d has another id, though it says the same", i)
		}
	}
}
